export {
  type AllocationResult,
  allocate,
  type InfeasibleAllocation,
  type UncertifiedAllocation,
} from './allocate.js';
export {
  type CompiledMeanVariance,
  compileMeanVariance,
  type FactorArrays,
  type MeanVarianceArrays,
  type RuleArrays,
} from './arrays/compile-mean-variance.js';
export { type CriticalLine, criticalLine } from './arrays/critical-line.js';
export {
  type AllocationSupport,
  type MeanVarianceSolution,
  meanVarianceWeights,
} from './arrays/mean-variance-weights.js';
export { type AllocationWorkspace, createWorkspace } from './arrays/workspace.js';
export type { RuleKind } from './compile/rules.js';
export { allocateDiscrete } from './discrete/allocate-discrete.js';
export type { RuleBreach } from './discrete/breaches.js';
export type { DiscreteProblem } from './discrete/discrete-problem.js';
export type {
  DiscreteAllocation,
  DiscreteCertificate,
  DiscretePortfolio,
  DiscreteResult,
  FeasibleDiscrete,
  InfeasibleDiscrete,
  LotPlan,
  OptimalDiscrete,
  PlannedTrade,
  UncertifiedDiscrete,
} from './discrete/discrete-result.js';
export type {
  AssetLots,
  DiscreteOptions,
  DiscreteRules,
  LotTerms,
  SearchProgress,
  TradeFees,
} from './discrete/discrete-rules.js';
export type { DiversificationProblem } from './diversified/diversification-problem.js';
export {
  type DiversificationResult,
  type DiversifiedPortfolio,
  maximumDiversification,
} from './diversified/maximum-diversification.js';
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
export type { ConflictProof, ConflictTerm } from './infeasible/conflict-proof.js';
export type { Relaxation, SmallestRelaxation } from './infeasible/smallest-relaxation.js';
export { allocationMessages } from './messages.js';
export type {
  ComparedLevel,
  UncomparedLevel,
  VintageStep,
} from './model-portfolios/compare-level.js';
export {
  compareModelPortfolios,
  type ModelPortfolioComparison,
  type ModelVintage,
} from './model-portfolios/compare-model-portfolios.js';
export {
  type GlidePath,
  type GlidePathOptions,
  type GlideStage,
  glidePath,
} from './model-portfolios/glide-path.js';
export type { LevelFinding } from './model-portfolios/level-findings.js';
export { VINTAGE_BLOCKS, type VintageBlock } from './model-portfolios/mixed-vintages.js';
export {
  type ModelPortfolio,
  type ModelPortfolios,
  modelPortfolios,
} from './model-portfolios/model-portfolios.js';
export {
  type GlidePathPlace,
  problemOnGlidePath,
} from './model-portfolios/problem-on-glide-path.js';
export type { SizedAllocation, StanceAllocation } from './model-portfolios/size-up.js';
export type { StageFinding } from './model-portfolios/stage-findings.js';
export type { AllocationStamp, ModelPortfolioOptions } from './model-portfolios/stamp.js';
export {
  type AllocationPolicy,
  type GlideKnot,
  type GlidePathPolicy,
  type LevelPolicy,
  problemForLevel,
  type Stance,
} from './policy.js';
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
export type { RandomSource, ResampleOptions } from './resampled/resample-options.js';
export {
  type ResampledFrontier,
  type ResampledFrontierResult,
  type ResampledPoint,
  resampledFrontier,
} from './resampled/resampled-frontier.js';
export type { AssetRisks } from './risk-budgets/asset-risks.js';
export type { BindingBound } from './risk-budgets/binding-bounds.js';
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
export {
  allocateRobustly,
  type RobustAllocation,
  type RobustResult,
} from './robust/allocate-robustly.js';
export type {
  BoxUncertainty,
  EllipsoidUncertainty,
  RobustProblem,
} from './robust/robust-problem.js';
export { costOfRules, type RuleCost, type RuleCostOptions, type RuleCosts } from './rule-costs.js';
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
