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
export { type EstimateOptions, estimateAssumptions, type ReturnHistory } from './estimate.js';
export { checkCovariance, type MatrixLike } from './matrix.js';
export {
  type AnnualisationOptions,
  meanReturns,
  sampleCovariance,
} from './moments.js';
export { logReturns, simpleReturns } from './returns.js';
