export { type ClientViewOf, type ClientViewOptions, clientViewOf } from './client-view-of.js';
export type { Fact, RecordedFact } from './fact.js';
export { FACT_KINDS, type FactKind } from './fact-kind.js';
export {
  FACT_CRITERIA,
  type FactCriterion,
  type FactPolicy,
  type FactRule,
  type SourceRanking,
} from './fact-policy.js';
export type { FieldGap, UnusedField } from './field-state.js';
export type { MaxAge } from './freshness.js';
export type { JsonValue } from './json-value.js';
export {
  type AddedFacts,
  addFacts,
  type FactLedger,
  joinLedgers,
  openLedger,
} from './ledger.js';
export { type MergeOptions, mergeFacts } from './merge-facts.js';
export type {
  FactConflict,
  FactEvidence,
  MergedFacts,
  MergedField,
  SettledField,
  UnsettledField,
} from './merged-facts.js';
export {
  type ProfileAt,
  type ProfileAtOptions,
  type ProfileAtPolicy,
  profileAt,
} from './profile-at.js';
export {
  completenessByPurpose,
  type PurposeCompleteness,
  type PurposeGap,
  type PurposeNeeds,
  type PurposePolicy,
} from './purposes.js';
