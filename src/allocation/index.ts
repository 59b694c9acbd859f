export {
  type AllocationResult,
  allocate,
  type InfeasibleAllocation,
  type UncertifiedAllocation,
} from './allocate.js';
export {
  type AllocationWorkspace,
  type CompiledMeanVariance,
  type CriticalLine,
  compileMeanVariance,
  createWorkspace,
  criticalLine,
  type FactorArrays,
  type MeanVarianceArrays,
  type MeanVarianceSolution,
  meanVarianceWeights,
  type RuleArrays,
} from './arrays/mean-variance.js';
export type { RuleKind } from './compile/rules.js';
export {
  type CornerPortfolio,
  type EfficientFrontier,
  type EfficientFrontierResult,
  efficientFrontier,
  type FrontierPoint,
  type FrontierProblem,
} from './frontier/efficient-frontier.js';
export {
  type FrontierOptions,
  type FrontierResult,
  frontierPoints,
} from './frontier/frontier-points.js';
export {
  type FrontierAnswer,
  maximumSharpe,
  nearestEfficient,
  portfolioAtReturn,
  portfolioAtRiskAversion,
  portfolioAtVolatility,
} from './frontier/queries.js';
export type { Linkage } from './hierarchical/agglomerate.js';
export {
  type ClusterMerge,
  type HierarchicalAllocation,
  type HierarchicalOptions,
  hierarchicalRiskParity,
} from './hierarchical/hierarchical-risk-parity.js';
export { allocationMessages } from './messages.js';
export { type AllocationPolicy, type LevelPolicy, problemForLevel } from './policy.js';
export type {
  AllocationObjective,
  AllocationProblem,
  AssetBounds,
  AssetGroup,
  FactorCovariance,
  LinearRule,
  RelativeRule,
  TradingTerms,
} from './problem.js';
export type { AssetRisks } from './risk-budgets/asset-risks.js';
export {
  type DiversificationFigures,
  diversificationFigures,
} from './risk-budgets/diversification.js';
export { groupRiskBudgets, type RiskBudgetGroup } from './risk-budgets/group-budgets.js';
export type { RiskBudgetBounds, RiskBudgetProblem } from './risk-budgets/risk-budget-problem.js';
export type { RiskBudgetCertificate } from './risk-budgets/risk-certificate.js';
export {
  type BudgetedRisk,
  type InfeasibleRiskBudget,
  type RiskBudgetResult,
  riskParity,
  type UncertifiedRiskBudget,
} from './risk-budgets/risk-parity.js';
export {
  equalWeight,
  inverseVariance,
  inverseVolatility,
  type RuledWeights,
} from './risk-budgets/simple-weights.js';
export type { UnattainableDivision } from './risk-budgets/unattainable.js';
export { type RiskFigureOptions, type RiskFigures, riskFigures } from './risk-figures.js';
export { costOfRules, type RuleCost, type RuleCosts } from './rule-costs.js';
export {
  minimiseExpectedShortfall,
  type OptimalShortfall,
  type ShortfallOptions,
  type ShortfallResult,
  type TailScenario,
} from './shortfall/minimise-expected-shortfall.js';
export {
  type ShortfallFrontier,
  type ShortfallFrontierOptions,
  type ShortfallPoint,
  shortfallFrontier,
} from './shortfall/shortfall-frontier.js';
export type { ShortfallProblem } from './shortfall/shortfall-problem.js';
export type { ShortfallCertificate } from './shortfall/tail-proof.js';
export type { BindingRule } from './solve/binding.js';
export type { AllocationCertificate } from './solve/certificate.js';
export type { OptimalAllocation } from './solve/portfolio.js';
