export { policyFacts } from './facts.js';
export { makePolicyPack } from './make-policy-pack.js';
export type { PolicyDocument, PolicyOptions, ThresholdSetting } from './policy-options.js';
export { policyPack } from './policy-pack.js';
export { POLICY_RULES, type PolicyRuleName } from './rules/rule-names.js';
export type { ThresholdSpecification } from './thresholds/specification.js';
export {
  type OrderThreshold,
  POLICY_THRESHOLDS,
  type PolicyThreshold,
  type PortfolioThreshold,
} from './thresholds/threshold-names.js';
export { THRESHOLD_TABLE } from './thresholds/threshold-table.js';
