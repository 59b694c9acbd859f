export {
  type AdjustmentOptions,
  adjustPValues,
  P_VALUE_ADJUSTMENTS,
  type PValueAdjustment,
} from './adjust-p-values.js';
export { type Autocorrelation, autocorrelation } from './autocorrelation.js';
export type { Count } from './count.js';
export { covariance } from './covariance.js';
export {
  type AverageOptions,
  type AverageScores,
  averageDetectionScores,
  type DetectionAverages,
} from './detection/average-scores.js';
export {
  type DetectionCounts,
  type DetectionOptions,
  type DetectionScores,
  detectionScores,
} from './detection/detection-scores.js';
export { f1Interval } from './detection/f1-interval.js';
export type { StudyCell } from './difference-in-differences/cells.js';
export {
  type BeforeAndAfter,
  type DifferenceInDifferences,
  differenceInDifferences,
  type StudyCells,
} from './difference-in-differences/difference-in-differences.js';
export {
  type EarlierPeriod,
  type PreTrend,
  preTrend,
} from './difference-in-differences/pre-trend.js';
export {
  differenceOfEstimates,
  type Estimate,
  type EstimateDifference,
} from './difference-of-estimates.js';
export { cohensH } from './effect-size.js';
export { cohensD, hedgesG } from './effects/cohens-d.js';
export type { StandardisedDifference, StandardisedEffect } from './effects/standardised.js';
export { exactInterval } from './exact-interval.js';
export type { ConfidenceOptions, Interval } from './interval.js';
export { MANN_KENDALL_LIMIT, type MannKendall, mannKendall } from './mann-kendall.js';
export { mean } from './mean.js';
export {
  type ExactMoments,
  type ExactMomentsDraft,
  type ExactMomentsState,
  exactMoments,
  type MomentsSummary,
} from './mergeable/exact-moments.js';
export {
  EXACT_SUM_LIMIT,
  type ExactSum,
  type ExactSumDraft,
  type ExactSumState,
  exactSum,
} from './mergeable/exact-sum.js';
export type { BinCounts } from './mergeable/sketch/bin-counts.js';
export type { CountAtMost, CountRange } from './mergeable/sketch/count-of-cases.js';
export type { SketchCountsOptions } from './mergeable/sketch/counts-of-cases.js';
export type { BinnedCases, QuantileSketchDraft } from './mergeable/sketch/draft.js';
export type { SketchInterval } from './mergeable/sketch/interval-of-cases.js';
export type { SketchMean } from './mergeable/sketch/mean-of-cases.js';
export type { QuantileSketchOptions } from './mergeable/sketch/options.js';
export type {
  QuantileDefinition,
  SketchQuantile,
  SketchQuantileOptions,
} from './mergeable/sketch/quantile-of-cases.js';
export {
  type QuantileSketch,
  quantileSketch,
  type SketchSize,
} from './mergeable/sketch/quantile-sketch.js';
export type {
  BinnedCasesState,
  ExactCasesState,
  QuantileSketchState,
} from './mergeable/sketch/state.js';
export { meanInterval, type Sample, type SampleMoments, sampleMoments } from './moments.js';
export { multinomialIntervals } from './multinomial-intervals.js';
export {
  type NetPromoterDifference,
  netPromoterDifference,
} from './net-promoter-difference.js';
export {
  type NetPromoterOptions,
  netPromoterInterval,
  type PromoterCounts,
} from './net-promoter-interval.js';
export { newcombeDifference, type ProportionDifference } from './newcombe.js';
export { type PairedTTest, pairedT } from './paired-t.js';
export { type PoissonOptions, poissonInterval } from './poisson-interval.js';
export type { GroupSizes, SampleSize, StudyDesign, TestDesign } from './power/design.js';
export type { DetectableOptions, DetectableSide, DetectableValue } from './power/detectable.js';
export { type EventCount, eventsForLogRank, powerForLogRank } from './power/log-rank.js';
export { minimumDetectableEffect, powerForMeans, sampleSizeForMeans } from './power/means.js';
export {
  minimumDetectableProportion,
  powerForProportions,
  sampleSizeForProportions,
} from './power/proportions.js';
export {
  exposureForRates,
  minimumDetectableRate,
  powerForRates,
  type RateExposures,
} from './power/rates.js';
export { median, type QuantileOptions, type QuantileType, quantile } from './quantile.js';
export { type QuantileInterval, quantileInterval } from './quantile-interval.js';
export { type CliffsDelta, cliffsDelta } from './ranks/cliffs-delta.js';
export type { OrdinalSample, ValueCount } from './ranks/grouped.js';
export { type MannWhitneyTest, mannWhitney } from './ranks/mann-whitney.js';
export type { RankTestOptions } from './ranks/rank-test.js';
export { type WilcoxonSignedRankTest, wilcoxonSignedRank } from './ranks/wilcoxon-signed-rank.js';
export type { RateCount } from './rates/rate-count.js';
export { type RateDifference, rateDifference } from './rates/rate-difference.js';
export { type RateRatioTest, rateRatioTest } from './rates/rate-ratio-test.js';
export type { RatioEstimate } from './ratio-estimate.js';
export { type GroupEstimate, shrinkEstimates } from './shrinkage/shrink-estimates.js';
export { type GroupMoments, shrinkMeans } from './shrinkage/shrink-means.js';
export { type GroupCount, shrinkProportions } from './shrinkage/shrink-proportions.js';
export { type GroupRate, shrinkRates } from './shrinkage/shrink-rates.js';
export type { Shrinkage, ShrunkGroup } from './shrinkage/shrinkage.js';
export { type MeanStratum, standardiseMean } from './standardisation/standardise-mean.js';
export {
  type ProportionStratum,
  standardiseProportion,
} from './standardisation/standardise-proportion.js';
export { type RateStratum, standardiseRate } from './standardisation/standardise-rate.js';
export {
  type ExpectedStratum,
  type StandardisedRatio,
  standardisedRatio,
} from './standardisation/standardised-ratio.js';
export type { Standardised, StandardStratum } from './standardisation/strata.js';
export {
  competingCountsOfColumns,
  type NumberColumn,
  type SurvivalColumns,
  survivalCountsOfColumns,
} from './survival/columns.js';
export {
  type CompetingCount,
  type CompetingCounts,
  countsOfCause,
  mergeCompetingCounts,
} from './survival/competing-counts.js';
export { mergeSurvivalCounts, type SurvivalCount, type SurvivalCounts } from './survival/counts.js';
export {
  cumulativeIncidence,
  type IncidenceCurves,
  type IncidenceStep,
} from './survival/cumulative-incidence.js';
export type { ShareEstimate, SurvivalOptions, SurvivalScale } from './survival/estimate.js';
export { type ExactLogRankTest, exactLogRank } from './survival/exact-log-rank.js';
export { type HazardRatio, type HazardRatioOptions, hazardRatio } from './survival/hazard-ratio.js';
export { type IncidenceAt, incidenceAt } from './survival/incidence-at.js';
export { kaplanMeier } from './survival/kaplan-meier.js';
export {
  type LogRankGroup,
  type LogRankOptions,
  type LogRankTest,
  logRank,
  type SurvivalGroup,
} from './survival/log-rank.js';
export { type HazardCurve, type HazardStep, nelsonAalen } from './survival/nelson-aalen.js';
export { type RestrictedMean, restrictedMean } from './survival/restricted-mean.js';
export {
  type CompetingRow,
  competingCounts,
  type SurvivalRow,
  survivalCounts,
} from './survival/rows.js';
export { type SurvivalAt, survivalAt } from './survival/survival-at.js';
export type { SurvivalCurve, SurvivalStep } from './survival/survival-curve.js';
export { type SurvivalQuantile, survivalQuantile } from './survival/survival-quantile.js';
export { type ChiSquareTest, chiSquareTest } from './tables/chi-square-test.js';
export { type FisherExactTest, fisherExactTest } from './tables/fisher-exact.js';
export {
  MCNEMAR_METHODS,
  type McnemarOptions,
  type McnemarTest,
  mcnemarTest,
  type PairedCounts,
} from './tables/mcnemar.js';
export { type OddsRatio, oddsRatio } from './tables/odds-ratio.js';
export { type ProportionsTest, proportionsTest } from './tables/proportions-test.js';
export { type RiskRatio, riskRatio } from './tables/risk-ratio.js';
export { THEIL_SEN_LIMIT, type TheilSenLine, theilSen } from './theil-sen.js';
export { type TwoMeansTest, twoMeansTest } from './two-means-test.js';
export { type TwoProportionTest, twoProportionTest } from './two-proportion-test.js';
export {
  coefficientOfVariation,
  populationStandardDeviation,
  populationVariance,
  standardDeviation,
  variance,
} from './variance.js';
export {
  WEIGHTED_QUANTILE_DEFINITIONS,
  type WeightedQuantileDefinition,
  type WeightedQuantileOptions,
  weightedQuantile,
} from './weighted-quantile.js';
export { type WelchTest, welchTest } from './welch.js';
export { type WilsonOptions, wilsonInterval } from './wilson.js';
