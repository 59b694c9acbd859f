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
export {
  ACKNOWLEDGEMENT_MANNERS,
  ACKNOWLEDGEMENT_STATUSES,
  type Acknowledgement,
  type AcknowledgementCheck,
  type AcknowledgementManner,
  type AcknowledgementOptions,
  type AcknowledgementStatus,
  checkAcknowledgement,
} from './disclosure/acknowledgement.js';
export {
  checkDisclosure,
  type DisclosureCheck,
  type DisclosureOptions,
  type MissingDisclosure,
} from './disclosure/check-disclosure.js';
export {
  type ComprehensionCheck,
  type ComprehensionQuestion,
  type ComprehensionResult,
  scoreComprehension,
} from './disclosure/comprehension.js';
export {
  type DisclosedFacts,
  type DisclosedFee,
  type Disclosure,
  type DisclosureText,
  hashDisclosure,
} from './disclosure/disclosure.js';
export {
  DISCLOSURE_REGIMES,
  type DisclosureFactsOptions,
  type DisclosureRegime,
  disclosureFacts,
  REVIEW_FAULTS,
  type ReviewFault,
} from './disclosure/disclosure-facts.js';
export type { DisclosureFinding } from './disclosure/finding.js';
export { lintDisclosure } from './disclosure/lint-disclosure.js';
export {
  DISCLOSED_MATTERS,
  DISCLOSURE_DEMANDS,
  DISCLOSURE_DEMANDS_OF,
  DISCLOSURE_HEADS,
  type DisclosedMatter,
  type DisclosureDemand,
  type DisclosureHead,
} from './disclosure/matters.js';
export { WORDING_KINDS, type WordingKind } from './disclosure/wording/wording-kind.js';
export { DISCLOSURE_WORDING, type WordingRule } from './disclosure/wording/wording-rule.js';
export { suitabilityMessages } from './messages.js';
export type { Override, Person } from './override.js';
export type {
  PortfolioCovariance,
  PortfolioHolding,
  PortfolioOrder,
  PortfolioProduct,
} from './portfolio/portfolio.js';
export {
  type PortfolioChange,
  type PortfolioFacts,
  type PortfolioGap,
  type PortfolioInput,
  portfolioFacts,
} from './portfolio/portfolio-facts.js';
export type { WholeRating } from './portfolio/whole-risk.js';
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
