export { compileQuestionnaire, type Scorer } from './compile.js';
export {
  type AllOf,
  type AnyOf,
  type Comparison,
  type Condition,
  type Lookup,
  MEASURES,
  type Measure,
  type NotSo,
  type Operand,
  type Plain,
  RELATIONS,
  type Reckoning,
  type Relation,
} from './condition.js';
export {
  type Ceiling,
  COMBINATIONS,
  type Combination,
  type ConsistencyControl,
  type DimensionDefinition,
  type KnockOut,
  type LocalisedText,
  type QuestionnaireDefinition,
  SCORE_SCALES,
  type ScoreBand,
  type ScoreScale,
} from './definition.js';
export {
  type EnumerateOptions,
  enumerateLevels,
  type LevelDistribution,
  type LevelShare,
} from './enumerate/enumerate-levels.js';
export {
  type ControlOptions,
  changedFacts,
  raisedBeforePurchase,
  type StatedRange,
  statedAgainstKnown,
  straightLining,
  tooFast,
} from './instruments/consistency-controls.js';
export { euCoherenceControls } from './instruments/eu-coherence-controls.js';
export type { EuCoherenceNames } from './instruments/eu-coherence-names.js';
export {
  grableLytton,
  type PublishedReliability,
  type PublishedScale,
} from './instruments/grable-lytton.js';
export {
  type PublishedBands,
  type PublishedKnockOut,
  publishedBands,
} from './instruments/published-bands.js';
export { type QuestionnaireSection, timeHorizonSection } from './instruments/time-horizon.js';
export { twelveItemQuestionnaire } from './instruments/twelve-item.js';
export {
  CHOICE_COUNTS,
  type ChoiceCount,
  type ItemBase,
  type MatrixItem,
  type MatrixRow,
  type MultipleItem,
  type NumericItem,
  type NumericStep,
  type QuestionnaireItem,
  type SingleItem,
} from './item.js';
export { type JointLevel, lowestOfOwners, type OwnerLevel } from './joint.js';
export {
  type DecidedJointLevel,
  type GroupMember,
  type JointKnowledge,
  type JointLevelOptions,
  type JointStanding,
  jointLevel,
  type UndeterminedJointLevel,
} from './joint-level.js';
export { compareLevels, lowestLevel, RISK_LEVELS, type RiskLevel } from './level.js';
export { REQUIRED_FACTORS, type RequiredFactor } from './lint/factors.js';
export type { LintFinding } from './lint/finding.js';
export { lintQuestionnaire, type QuestionnaireLint } from './lint/lint-questionnaire.js';
export { questionnaireMessages } from './messages.js';
export { crossTabulate } from './psychometrics/cross-tabulate.js';
export {
  type IntraclassCorrelation,
  type IntraclassCorrelations,
  type IntraclassOptions,
  intraclassCorrelations,
} from './psychometrics/intraclass.js';
export type { MissingAnswers, ResponseRow } from './psychometrics/read-responses.js';
export { type ReliabilityOptions, reliability } from './psychometrics/reliability.js';
export type {
  Alpha,
  GuttmanLambdas,
  ItemReliability,
  MeasuredReliability,
  Omega,
  Reliability,
  SplitHalf,
  SplitRange,
  UndeterminedReliability,
} from './psychometrics/reliability-result.js';
export {
  type RetestReliability,
  type RetestReliabilityOptions,
  retestReliability,
} from './psychometrics/retest-reliability.js';
export type { PointRange } from './psychometrics/turn-items.js';
export {
  type Kappa,
  type KappaOptions,
  type KappaWeights,
  weightedKappa,
} from './psychometrics/weighted-kappa.js';
export {
  type AcceptanceOptions,
  type AcceptedLevel,
  acceptAssessment,
  type LevelChange,
  type LevelStanding,
  type UnconfirmedLevel,
} from './retest/accept-assessment.js';
export { checkRetest, type RetestOptions } from './retest/check-retest.js';
export type { PastAssessment } from './retest/history.js';
export type {
  DatedRule,
  RaiseNotice,
  RetestLimit,
  RetestPolicy,
  ValidityRule,
} from './retest/policy.js';
export { CN_RETEST_POLICY } from './retest/policy-cn.js';
export type { LevelRaise } from './retest/raise.js';
export type { LastAssessment, RetestCheck } from './retest/result.js';
export type { ValidityStatus } from './retest/validity-of-last.js';
export { itemPoints } from './scoring/item-points.js';
export type {
  AnswerChange,
  Answers,
  AnswerValue,
  BandedScore,
  Contribution,
  DefinitionName,
  DimensionScore,
  Evidence,
  Finding,
  IncompleteQuestionnaire,
  QuestionnaireResult,
  ScoredQuestionnaire,
  StoppedQuestionnaire,
} from './scoring/result.js';
export { type ScoreOptions, scoreQuestionnaire } from './scoring/score.js';
export { type AssessmentValidity, assessmentValidity, type ValidityOptions } from './validity.js';
