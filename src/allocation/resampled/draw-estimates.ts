import type { Random } from '../../numerics/index.js';
import type { RiskRoot } from '../solve/risk-root.js';
import { drawChiSquare } from './chi-square.js';

/** What a simulated history would make of expected returns and covariance. */
export interface Estimates {
  /** n sample means. */
  readonly mean: Float64Array;
  /** n × n, row-major: the sample covariance with divisor T − 1. */
  readonly covariance: Float64Array;
}

/** Makes a source of estimates: each call fills the same arrays with those of another history of T observations. */
export function estimatesOf(
  mean: Float64Array,
  root: RiskRoot,
  observations: number,
  random: Pick<Random, 'uniform' | 'normal'>,
): () => Estimates {
  const size = mean.length;
  const { rank, matrix } = root;
  const degrees = observations - 1;
  const width = Math.min(rank, degrees);
  const estimates = { mean: new Float64Array(size), covariance: new Float64Array(size * size) };
  const normals = new Float64Array(rank);
  const factor = new Float64Array(rank * width);
  const product = new Float64Array(size * width);
  const perRoot = 1 / Math.sqrt(observations);
  return () => {
    for (let k = 0; k < rank; k++) normals[k] = random.normal();
    for (let a = 0; a < size; a++) {
      let sum = 0;
      for (let k = 0; k < rank; k++) sum += matrix[a * rank + k]! * normals[k]!;
      estimates.mean[a] = mean[a]! + perRoot * sum;
    }
    drawBartlett(factor, rank, width, degrees, random);
    multiplyOut(matrix, factor, product, rank, width);
    spread(product, estimates.covariance, size, width, degrees);
    return estimates;
  };
}

/**
 * Fills A, rank × width, column by column and zero above its diagonal, such that AA' has the law of Wishart with the identity:
 * χ on the diagonal, normals below it. With fewer degrees of freedom than rows the lower rows are normals throughout.
 *
 * Source: M. S. Bartlett, On the theory of statistical regression, Proceedings of the Royal Society of Edinburgh 53 (1933); M.
 * S. Srivastava, Singular Wishart and multivariate beta distributions, Annals of Statistics 31 (2003).
 */
function drawBartlett(
  factor: Float64Array,
  rank: number,
  width: number,
  degrees: number,
  random: Pick<Random, 'uniform' | 'normal'>,
): void {
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j < Math.min(i, width); j++) factor[j * rank + i] = random.normal();
    if (i < width) factor[i * rank + i] = Math.sqrt(drawChiSquare(degrees - i, random));
  }
}

/** RA, which knows of the zeros of A. */
function multiplyOut(
  root: Float64Array,
  factor: Float64Array,
  product: Float64Array,
  rank: number,
  width: number,
): void {
  const size = root.length / (rank || 1);
  for (let a = 0; a < size; a++) {
    for (let j = 0; j < width; j++) {
      let sum = 0;
      for (let i = j; i < rank; i++) sum += root[a * rank + i]! * factor[j * rank + i]!;
      product[a * width + j] = sum;
    }
  }
}

/** PP'/(T − 1). */
function spread(
  product: Float64Array,
  covariance: Float64Array,
  size: number,
  width: number,
  degrees: number,
): void {
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += product[a * width + j]! * product[b * width + j]!;
      covariance[a * size + b] = sum / degrees;
      covariance[b * size + a] = sum / degrees;
    }
  }
}
