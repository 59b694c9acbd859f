export {
  type AllocationResult,
  allocate,
  type InfeasibleAllocation,
  type OptimalAllocation,
  type UncertifiedAllocation,
} from './allocate.js';
export type { BindingRule } from './binding.js';
export type { AllocationCertificate } from './certificate.js';
export {
  type FrontierOptions,
  type FrontierPoint,
  type FrontierResult,
  frontierPoints,
} from './frontier-points.js';
export { allocationMessages } from './messages.js';
export { type AllocationPolicy, type LevelPolicy, problemForLevel } from './policy.js';
export type {
  AllocationObjective,
  AllocationProblem,
  AssetBounds,
  AssetGroup,
} from './problem.js';
export { type RiskFigureOptions, type RiskFigures, riskFigures } from './risk-figures.js';
export type { RuleKind } from './rules.js';
