export { inverseRegularisedBeta, regularisedBeta, upperInverseRegularisedBeta } from './beta.js';
export { binomialCdf, binomialDensity } from './binomial.js';
export { highWord, scaled, withHighWord } from './bits.js';
export { projectOnBoundedSimplex } from './bounded-simplex.js';
export { type BrentOptions, type BrentResult, brent } from './brent.js';
export { chiSquareQuantile, chiSquareUpperTail } from './chi-square.js';
export {
  type CholeskyResult,
  cholesky,
  choleskyAppend,
  choleskyDelete,
  solveBackward,
  solveCholesky,
  solveForward,
} from './cholesky.js';
export { eigenSymmetric, type SymmetricEigen } from './eigen-symmetric.js';
export { exp, expm1 } from './exp.js';
export { fQuantile, fUpperTail } from './f-distribution.js';
export { logGamma } from './gamma.js';
export {
  gammaQuantile,
  regularisedGamma,
  upperGammaQuantile,
  upperRegularisedGamma,
} from './incomplete-gamma.js';
export { log, log1p } from './log.js';
export { noncentralTCdf } from './noncentral-t.js';
export { normalCdf, normalPdf, normalQuantile } from './normal.js';
export { type Residuals, residualsOf } from './parametric/certify.js';
export { type ParametricProgram, type ParametricRows, STANDING } from './parametric/program.js';
export type { Path } from './parametric/recorder.js';
export { denseRisk, factorRisk, type RiskModel } from './parametric/risk-model.js';
export {
  isProof,
  minimiseAt,
  type NoOptimum,
  type Optimum,
  type ProvedPath,
  type Support,
  tracePath,
  type Workspace,
} from './parametric/solve.js';
export { power } from './power.js';
export {
  type LinearRows,
  type QpMultipliers,
  type QpResult,
  type QuadraticProgram,
  solveQp,
} from './quadratic-program.js';
export { createRandom, type Random } from './random.js';
export {
  BASIS_STATUS,
  type FarkasCertificate,
  type LinearProgram,
  type LpBasis,
  type LpResult,
  type LpRows,
} from './simplex/linear-program.js';
export { solveLp } from './simplex/solve-lp.js';
export { studentTCdf, studentTQuantile } from './student.js';
export { neumaierSum } from './sum.js';
export { surelyNearest } from './surely-nearest.js';
export { inner, largestAt, largestSize, multiply } from './vectors.js';
