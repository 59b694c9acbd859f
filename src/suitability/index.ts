export { applyOverride, type OverrideResult } from './apply-override.js';
export { type AssessOptions, assessSuitability, prepareAssessments } from './assess.js';
export type { ConsideredCase, SuitabilityAssessment } from './assessment.js';
export {
  CASE_ACTIONS,
  type CaseAction,
  type CaseFact,
  type CaseFacts,
  type FactGroup,
  type Rating,
  type SuitabilityCase,
} from './case.js';
export { suitabilityMessages } from './messages.js';
export type { Override, Person } from './override.js';
export {
  type DigestedFact,
  type RecordOptions,
  recordDecision,
  SUITABILITY_KIND,
  SUITABILITY_METHOD,
  type SuitabilityInputs,
  type SuitabilityOutcome,
  type SuitabilityRecord,
} from './record.js';
export { type ReplayOptions, replay } from './replay.js';
export { type Retention, type RetentionDuty, retentionOf } from './retention.js';
