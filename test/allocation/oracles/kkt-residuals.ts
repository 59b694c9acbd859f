import {
  dot,
  limitsOf,
  orthonormal,
  type SimpleProblem,
  solveSystem,
  without,
} from './simple-problem.js';

/** How far weights are from the conditions of Karush, Kuhn and Tucker. */
export interface KktResiduals {
  /** The largest breach of a row or a bound, as a weight. */
  readonly feasibility: number;
  /**
   * The largest entry of the gradient that no limit near the weights carries with a price of the right sign,
   * relative to the largest sum of the sizes of a gradient’s terms; 0 for an optimum.
   */
  readonly stationarity: number;
}

/**
 * Residuals from the data and the weights alone: the multipliers are fitted here, by non-negative least squares.
 * Limits within `near` count as met.
 *
 * Source: C. L. Lawson, R. J. Hanson, Solving Least Squares Problems (1974), chapter 23.
 */
export function kktResiduals(
  problem: SimpleProblem,
  weights: readonly number[],
  near = 1e-9,
): KktResiduals {
  const { equations, conditions } = limitsOf(problem);
  const variance = problem.covariance.map((row) => dot(row, weights));
  const downhill = problem.linear.map((c, i) => -c - variance[i]!);
  const sizes = weights.map(Math.abs);
  const terms = problem.covariance.map((row, i) => {
    return Math.abs(problem.linear[i]!) + dot(row.map(Math.abs), sizes);
  });
  const fixed = orthonormal(equations.map(({ normal }) => normal));
  const met = conditions.filter(({ normal, limit }) => limit - dot(normal, weights) <= near);
  const prices = met.map(({ normal }) => without(fixed, normal));
  const rest = nonNegativeRest(
    prices.filter((normal) => Math.hypot(...normal) > 1e-9),
    without(fixed, downhill),
  );
  return {
    feasibility: breachOf(problem, weights),
    stationarity: Math.max(...rest.map(Math.abs)) / Math.max(...terms, Number.MIN_VALUE),
  };
}

/** The largest breach of a row or a bound. */
export function breachOf(problem: SimpleProblem, weights: readonly number[]): number {
  const below = (value: number, min: number | null | undefined) => (min == null ? 0 : min - value);
  const breaches = weights.flatMap((w, i) => [
    below(w, problem.lower[i]),
    below(-w, negated(problem.upper[i])),
  ]);
  for (const { coefficients, min, max } of problem.rows) {
    const value = dot(coefficients, weights);
    breaches.push(below(value, min), below(-value, negated(max)));
  }
  return Math.max(0, ...breaches);
}

function negated(limit: number | null | undefined): number | null {
  return limit == null ? null : -limit;
}

/** What of a target no combination of the columns with weights of at least 0 covers, in the least squares. */
function nonNegativeRest(
  columns: readonly (readonly number[])[],
  target: readonly number[],
): number[] {
  let used: number[] = [];
  let share = columns.map(() => 0);
  const restOf = (shares: readonly number[]) =>
    target.map(
      (t, i) =>
        t -
        dot(
          shares,
          columns.map((column) => column[i]!),
        ),
    );
  const size = Math.hypot(...target);
  const products = columns.map((a) => columns.map((b) => dot(a, b)));
  const aims = columns.map((a) => dot(a, target));
  for (let round = 0; round < 10 * columns.length; round++) {
    const rest = restOf(share);
    const pull = columns.map((c, j) => (used.includes(j) ? 0 : dot(c, rest) / Math.hypot(...c)));
    const next = pull.indexOf(Math.max(...pull));
    if (!(pull[next]! > 1e-13 * size)) break;
    used.push(next);
    for (;;) {
      const fit = solveSystem(
        used.map((j) => used.map((k) => products[j]![k]!)),
        used.map((j) => aims[j]!),
      );
      if (fit === undefined) return restOf(share);
      const wanted = columns.map((_, j) => (used.includes(j) ? fit[used.indexOf(j)]! : 0));
      const falling = used.filter((j) => wanted[j]! <= 0);
      if (falling.length === 0) {
        share = wanted;
        break;
      }
      const step = Math.min(...falling.map((j) => share[j]! / (share[j]! - wanted[j]!)));
      share = share.map((s, j) => s + step * (wanted[j]! - s));
      used = used.filter((j) => !(wanted[j]! <= 0 && share[j]! <= 1e-15 * size));
      share = share.map((s, j) => (used.includes(j) ? s : 0));
    }
  }
  return restOf(share);
}
