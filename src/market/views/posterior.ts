import { inner, multiply } from '../../numerics/index.js';
import { toRows } from '../matrix.js';
import { definiteFactor, solveDefinite, whiten } from '../means/definite-factor.js';

/** Expected returns after the views, and what is left unknown. */
export interface Posterior {
  /** The expected returns, in the terms of the equilibrium. */
  readonly expectedReturn: readonly number[];
  /** n × n: M, the covariance of what is not known about the expected returns. */
  readonly meanCovariance: readonly (readonly number[])[];
  /** n × n: Σ + M, the covariance of the returns themselves. */
  readonly covariance: readonly (readonly number[])[];
}

/** Of a variance as it was before the views, what is less than this share of it is rounding. */
const ROUNDING = 1e-13;

/**
 * Combines an equilibrium with views, all checked. `picks` are k rows of n, `omega` is k × k, row-major;
 * `pathOf` names a view that is at fault.
 *
 * With A = PτΣP' + Ω: μ = Π + τΣP'A⁻¹(q − PΠ) and M = τΣ − τΣP'A⁻¹PτΣ. This is Black and Litterman's formula without the
 * inverses of Σ and Ω, so either may be singular.
 */
export function posteriorOf(
  equilibrium: Float64Array,
  sigma: Float64Array,
  tau: number,
  picks: readonly Float64Array[],
  expected: Float64Array,
  omega: Float64Array,
  pathOf: (view: number) => string,
): Posterior {
  const n = equilibrium.length;
  const k = picks.length;
  // Column i of τΣP', how each asset moves with view i.
  const moves = picks.map((pick) => multiply(sigma, pick).map((value) => value * tau));
  const doubt = Float64Array.from(omega);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++)
      doubt[i * k + j]! += inner(picks[Math.max(i, j)]!, moves[Math.min(i, j)]!);
  }
  const factor = definiteFactor(
    doubt,
    k,
    pathOf,
    'views that neither repeat nor contradict each other with certainty, on portfolios with a variance',
  );
  const gap = expected.map((value, i) => value - inner(picks[i]!, equilibrium));
  const pull = solveDefinite(factor, gap);
  const means = Array.from(equilibrium, (value, asset) => {
    return moves.reduce((sum, move, i) => sum + move[asset]! * pull[i]!, value) + 0;
  });
  const left = unknownLeft(sigma, tau, moves, (row) => whiten(factor, row), n);
  return Object.freeze({
    expectedReturn: Object.freeze(means),
    meanCovariance: toRows(left, n),
    covariance: toRows(
      left.map((value, at) => value + sigma[at]! + 0),
      n,
    ),
  });
}

/** M. An asset of which the views leave no doubt gets exact zeros, where rounding would leave a trace. */
function unknownLeft(
  sigma: Float64Array,
  tau: number,
  moves: readonly Float64Array[],
  whitened: (row: Float64Array) => Float64Array,
  n: number,
): Float64Array<ArrayBuffer> {
  const rows = Array.from({ length: n }, (_, asset) =>
    whitened(Float64Array.from(moves, (move) => move[asset]!)),
  );
  const left = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = tau * sigma[i * n + j]! - inner(rows[i]!, rows[j]!) + 0;
      left[i * n + j] = value;
      left[j * n + i] = value;
    }
  }
  for (let i = 0; i < n; i++) {
    if (left[i * n + i]! > ROUNDING * tau * sigma[i * n + i]!) continue;
    for (let j = 0; j < n; j++) {
      left[i * n + j] = 0;
      left[j * n + i] = 0;
    }
  }
  return left;
}
