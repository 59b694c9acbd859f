export {
  type AssumptionsDifferences,
  type CorrelationChange,
  diffAssumptions,
  type FigureChange,
  type ProvenanceChange,
} from './assumptions/differences.js';
export type { AssumptionsFinding } from './assumptions/finding.js';
export { type AssumptionsLint, lintAssumptions } from './assumptions/lint.js';
export {
  type AssumptionsPolicy,
  REQUIRED_FIELDS,
  type RequiredField,
} from './assumptions/policy.js';
export { type AssetClassDetails, RETURN_KINDS, type ReturnKind } from './assumptions/provenance.js';
export { arithmeticFromGeometric, geometricFromArithmetic } from './assumptions/return-kind.js';
export {
  type AssumptionsStanding,
  assumptionsStanding,
  type StandingOptions,
} from './assumptions/standing.js';
export {
  type CapitalMarketAssumptions,
  type CompiledAssumptions,
  compileAssumptions,
} from './assumptions.js';
export {
  type CorrelationAndVolatility,
  correlationFromCovariance,
  covarianceFromCorrelation,
} from './correlation.js';
export { type SemiCovarianceOptions, semiCovariance } from './covariance/semi-covariance.js';
export {
  type PortfolioSemiCovarianceOptions,
  portfolioSemiCovariance,
} from './covariance/semi-portfolio.js';
export {
  type EwmaCovariance,
  type EwmaCovarianceOptions,
  type EwmaDeviationOptions,
  type EwmaMeanOptions,
  ewmaCovariance,
  ewmaMeans,
} from './covariance/weighted-covariance.js';
export {
  type DecayOptions,
  type ExponentialWeights,
  exponentialWeights,
} from './covariance/weighted-rows.js';
export { updateEwmaCovariance } from './covariance/weighted-update.js';
export {
  type AssumptionsOrigin,
  assumptionsFromMoments,
  type EstimateOptions,
  estimateAssumptions,
  type NamedMoments,
  type ReturnHistory,
} from './estimate.js';
export type { CovarianceEstimator, MeanEstimator, ReturnPanel } from './estimators.js';
export {
  type AggregatedReturns,
  type AggregateOptions,
  aggregateReturns,
} from './histories/aggregate-returns.js';
export { geometricMeanReturns, sampleVolatilities } from './histories/annualise-returns.js';
export { type CompleteRows, completeRows } from './histories/complete-rows.js';
export { type PanelLike, toLogReturns, toSimpleReturns } from './histories/convert-returns.js';
export {
  type CompleteRowsMoments,
  estimateMoments,
  type MissingReturnsOptions,
  type MissingReturnsPolicy,
  type MomentsByPolicy,
  type MomentsWithGaps,
} from './histories/estimate-moments.js';
export { findGaps, type Gap, type GappyReturns, type GapReport } from './histories/gaps.js';
export {
  type MaximumLikelihoodMoments,
  type MaximumLikelihoodOptions,
  maximumLikelihoodMoments,
} from './histories/maximum-likelihood.js';
export { type PairwiseCovariance, pairwiseCovariance } from './histories/pairwise-covariance.js';
export {
  type PriceGapPolicy,
  type PriceReturns,
  type PriceReturnsOptions,
  returnsFromPrices,
} from './histories/returns-from-prices.js';
export { type UnequalHistoriesMoments, unequalHistories } from './histories/unequal-histories.js';
export { checkCovariance, type MatrixLike } from './matrix.js';
export { type BayesSteinEstimate, bayesSteinReturns } from './means/bayes-stein.js';
export { impliedBetas, marketBetas } from './means/betas.js';
export { type CapmOptions, capmReturns } from './means/capm.js';
export {
  equilibriumReturns,
  impliedWeights,
  type MarketPrice,
  marketRiskAversion,
} from './means/equilibrium.js';
export {
  type JamesSteinOptions,
  jamesSteinMeans,
  jamesSteinReturns,
  type ShrunkMeans,
} from './means/james-stein.js';
export type { ShrinkageTarget } from './means/shrinkage-target.js';
export { marketMessages } from './messages.js';
export {
  type AnnualisationOptions,
  meanReturns,
  sampleCovariance,
} from './moments.js';
export { conditionNumber } from './repair/condition-number.js';
export {
  type NearestCorrelationOptions,
  nearestCorrelation,
  type RepairedCorrelation,
} from './repair/nearest-correlation.js';
export {
  type NearestCovarianceOptions,
  nearestCovariance,
  type RepairedCovariance,
} from './repair/nearest-covariance.js';
export type { Repair } from './repair/repair.js';
export { logReturns, type ReturnForm, simpleReturns } from './returns.js';
export {
  type DenoisedCovariance,
  type DenoiseOptions,
  denoiseCovariance,
} from './shrinkage/denoise.js';
export { type LedoitWolfOptions, ledoitWolf } from './shrinkage/ledoit-wolf.js';
export type { SignalCount } from './shrinkage/marchenko-pastur.js';
export { oracleApproximatingShrinkage } from './shrinkage/oracle-approximating-shrinkage.js';
export type { ShrunkCovariance } from './shrinkage/shrunk-covariance.js';
export {
  type AssumptionsWithViews,
  assumptionsWithViews,
  type ViewOptions,
} from './views/assumptions-with-views.js';
export {
  type BlackLittermanProblem,
  type BlackLittermanResult,
  blackLitterman,
  type EquilibriumSource,
  type ViewEffect,
} from './views/black-litterman.js';
export { blackLittermanPosterior, type ViewMatrices } from './views/black-litterman-posterior.js';
export type { Posterior } from './views/posterior.js';
export type { View, ViewCertainty, ViewStatement } from './views/view.js';
