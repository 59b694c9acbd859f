export type { Count } from './count.js';
export { covariance } from './covariance.js';
export { cohensH } from './effect-size.js';
export { exactInterval } from './exact-interval.js';
export type { ConfidenceOptions, Interval } from './interval.js';
export { mean } from './mean.js';
export { meanInterval, type Sample, type SampleMoments, sampleMoments } from './moments.js';
export { newcombeDifference, type ProportionDifference } from './newcombe.js';
export { median, quantile } from './quantile.js';
export { type QuantileInterval, quantileInterval } from './quantile-interval.js';
export { THEIL_SEN_LIMIT, type TheilSenLine, theilSen } from './theil-sen.js';
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
