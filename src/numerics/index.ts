export { inverseRegularisedBeta, regularisedBeta } from './beta.js';
export { type BrentOptions, type BrentResult, brent } from './brent.js';
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
export { log, log1p } from './log.js';
export { normalCdf, normalPdf, normalQuantile } from './normal.js';
export { power } from './power.js';
export {
  type LinearRows,
  type QpMultipliers,
  type QpResult,
  type QuadraticProgram,
  solveQp,
} from './quadratic-program.js';
export { createRandom, type Random } from './random.js';
export { studentTCdf, studentTQuantile } from './student.js';
export { neumaierSum } from './sum.js';
export { inner, largestAt, largestSize, multiply } from './vectors.js';
