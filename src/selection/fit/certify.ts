import { inner, solveLp } from '../../numerics/index.js';
import { type FitProgram, gradientOf } from './fit-program.js';
import { stacked } from './solve-in-order.js';

/** The most by which shares miss a row or a bound. */
export function breachOf({ rows, lower, upper }: FitProgram, z: Float64Array): number {
  let most = 0;
  z.forEach((share, j) => {
    most = Math.max(most, lower[j]! - share, share - upper[j]!);
  });
  for (const row of rows) {
    const value = inner(row.row, z);
    most = Math.max(most, row.lower - value, value - row.upper);
  }
  return most;
}

/**
 * How much lower, at most, the objective of any other shares within the rows and bounds could be: the linear bound of a
 * convex function, g'z − min g'v over all v that keep them.
 *
 * Source: M. Frank and P. Wolfe, An algorithm for quadratic programming (1956).
 */
export function gapOf(program: FitProgram, z: Float64Array): number {
  const { rows, lower, upper } = program;
  const gradient = gradientOf(program, z);
  const scale = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  if (scale === 0) return 0;
  const cost = gradient.map((slope) => slope / scale);
  const least = solveLp({
    cost,
    rows: {
      matrix: stacked(rows, z.length),
      lower: Float64Array.from(rows, (row) => row.lower),
      upper: Float64Array.from(rows, (row) => row.upper),
    },
    lower,
    upper,
  });
  const below = least.status === 'optimal' ? least.objective : leastWithin(program, cost);
  return Math.max(0, scale * (inner(cost, z) - below));
}

/** The least that bounds alone allow: lower than what rows allow, so still a bound. */
function leastWithin({ lower, upper }: FitProgram, cost: Float64Array): number {
  return cost.reduce((sum, slope, j) => sum + slope * (slope > 0 ? lower[j]! : upper[j]!), 0);
}
