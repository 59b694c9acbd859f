export type { ClientActivity } from './client-activity.js';
export type { ClientTenure, Dormancy, TenureLook } from './client-tenure.js';
export {
  type Cohort,
  type CohortCell,
  type CohortLength,
  type CohortOptions,
  type CohortTable,
  cohorts,
} from './cohorts.js';
export {
  type EvaluationOptions,
  evaluateSigns,
  type SignEvaluation,
  type WatchedClient,
} from './evaluate-signs.js';
export {
  type ClientRetention,
  type RetentionOptions,
  retentionRecords,
} from './retention-records.js';
export { type TenureOptions, tenureRecords } from './tenure-records.js';
export {
  WARNING_SIGN_KINDS,
  type WarningPolicy,
  type WarningSign,
} from './warning-policy.js';
export {
  type WarningOptions,
  type WarningReading,
  type WarningSigns,
  warningSigns,
} from './warning-signs.js';
