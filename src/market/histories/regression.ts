import { AptfolioError } from '../../errors/index.js';
import { cholesky, solveCholesky } from '../../numerics/index.js';

/** A regression of some assets on others, from their covariance. */
export interface Regression {
  /** targets × regressors, row-major. */
  readonly coefficients: Float64Array;
  /** targets × targets, row-major: the covariance that the regressors leave unexplained. */
  readonly residual: Float64Array;
}

/**
 * The regression of the assets `to` on the assets `from`, given the covariance of all (size × size, row-major).
 *
 * A regressor without variance has coefficient 0. Throws `not-positive-definite` where a regressor is a combination of others.
 *
 * @example
 * ```ts
 * import { regress } from './src/market/histories/regression.js';
 *
 * const { coefficients, residual } = regress(Float64Array.of(4, 2, 2, 3), 2, [0], [1]);
 * [...coefficients]; // => [0.5]
 * [...residual]; // => [2]
 * ```
 */
export function regress(
  covariance: Float64Array,
  size: number,
  from: readonly number[],
  to: readonly number[],
): Regression {
  const { factor, scale, members } = factorScaled(covariance, size, from);
  const coefficients = new Float64Array(to.length * from.length);
  to.forEach((target, row) => {
    const scaled = Float64Array.from(
      members,
      (k) => covariance[target * size + from[k]!]! / scale[k]!,
    );
    const solved = solveCholesky(factor, members.length, scaled);
    members.forEach((k, place) => {
      coefficients[row * from.length + k] = solved[place]! / scale[k]!;
    });
  });
  return { coefficients, residual: residualOf(covariance, size, from, to, coefficients) };
}

/** A covariance's block as the triangle of its correlations. */
export interface ScaledFactor {
  /** Cholesky factor of the correlations of the members, row-major. */
  readonly factor: Float64Array;
  /** Standard deviation of each asset of the block. */
  readonly scale: Float64Array;
  /** Places in the block that have any variance. */
  readonly members: readonly number[];
}

/** Beside earlier ones, a correlation's square root of so little is rounding. */
const SMALLEST_PIVOT = 1e-12;

/** Factors the correlations of some assets, those without variance left out. */
export function factorScaled(
  covariance: Float64Array,
  size: number,
  assets: readonly number[],
): ScaledFactor {
  const scale = Float64Array.from(assets, (i) => Math.sqrt(covariance[i * size + i]!));
  const members = Array.from(assets.keys()).filter((k) => scale[k]! > 0);
  const n = members.length;
  const correlations = new Float64Array(n * n);
  members.forEach((k, row) => {
    members.forEach((l, column) => {
      const entry = covariance[assets[k]! * size + assets[l]!]!;
      correlations[row * n + column] = row === column ? 1 : entry / scale[k]! / scale[l]!;
    });
  });
  const result = cholesky(correlations, n);
  if (result.status === 'not-positive-definite') throw dependent(assets[members[result.pivot]!]!);
  for (let row = 0; row < n; row++) {
    const pivot = result.factor[row * n + row]!;
    if (pivot * pivot < SMALLEST_PIVOT) throw dependent(assets[members[row]!]!);
  }
  return { factor: result.factor, scale, members };
}

/** The error where an asset's returns are a combination of other assets'. */
export function dependent(asset: number): AptfolioError {
  const expected = `returns of asset ${asset} that are no combination of the other assets' returns`;
  return new AptfolioError('not-positive-definite', 'returns', expected);
}

function residualOf(
  covariance: Float64Array,
  size: number,
  from: readonly number[],
  to: readonly number[],
  coefficients: Float64Array,
): Float64Array {
  const residual = new Float64Array(to.length * to.length);
  for (let a = 0; a < to.length; a++) {
    for (let b = 0; b <= a; b++) {
      let value = covariance[to[a]! * size + to[b]!]!;
      for (let k = 0; k < from.length; k++) {
        value -= coefficients[a * from.length + k]! * covariance[from[k]! * size + to[b]!]!;
      }
      residual[a * to.length + b] = residual[b * to.length + a] = value;
    }
  }
  return residual;
}
