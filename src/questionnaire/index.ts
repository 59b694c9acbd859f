export { compileQuestionnaire, type Scorer } from './compile.js';
export type {
  LocalisedText,
  QuestionnaireDefinition,
  QuestionnaireItem,
  ScoreBand,
} from './definition.js';
export { type JointLevel, lowestOfOwners, type OwnerLevel } from './joint.js';
export { compareLevels, lowestLevel, RISK_LEVELS, type RiskLevel } from './level.js';
export { questionnaireMessages } from './messages.js';
export type {
  AnswerChange,
  Answers,
  BandedScore,
  Contribution,
  DimensionScore,
  IncompleteQuestionnaire,
  QuestionnaireResult,
  ScoredQuestionnaire,
} from './result.js';
export { type ScoreOptions, scoreQuestionnaire } from './score.js';
export { type AssessmentValidity, assessmentValidity, type ValidityOptions } from './validity.js';
