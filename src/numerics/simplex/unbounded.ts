import { largestSize } from '../vectors.js';
import type { LinearProgram, LpResult } from './linear-program.js';
import type { Ending } from './search.js';
import type { Tableau } from './tableau.js';

/** The direction in which the objective falls without end. */
export function unbounded(
  program: LinearProgram,
  tableau: Tableau,
  { entering, direction }: Ending,
): LpResult {
  const { n, m, head, column, lower, upper, scaling } = tableau;
  const ray = new Float64Array(n);
  if (entering < n) ray[entering] = direction * scaling.columns[entering]!;
  for (let i = 0; i < m; i++) {
    const j = head[i]!;
    const entry = -direction * column[i]!;
    // Against a limit there is only rounding.
    const isFree =
      entry > 0 ? upper[j] === Number.POSITIVE_INFINITY : lower[j] === Number.NEGATIVE_INFINITY;
    if (j < n && isFree) ray[j] = entry * scaling.columns[j]!;
  }
  const size = largestSize(ray);
  for (let j = 0; j < n; j++) ray[j] = ray[j]! / size + 0;
  if (!isRay(program, ray)) return Object.freeze({ status: 'no-convergence' });
  return Object.freeze({ status: 'unbounded', ray });
}

/** A slope along a ray must exceed this part of the size of its terms to count. */
const SLOPE = 1e-11;

/** Whether the objective falls and no row is left, by more than rounding. */
function isRay({ cost, rows }: LinearProgram, ray: Float64Array): boolean {
  const n = cost.length;
  if (slopeAlong(cost, ray) !== -1) return false;
  return rows.lower.every((low, i) => {
    const slope = slopeAlong(rows.matrix.subarray(i * n, i * n + n), ray);
    if (slope < 0) return low === Number.NEGATIVE_INFINITY;
    return slope === 0 || rows.upper[i] === Number.POSITIVE_INFINITY;
  });
}

function slopeAlong(row: Float64Array, ray: Float64Array): -1 | 0 | 1 {
  let slope = 0;
  let terms = 0;
  for (let j = 0; j < ray.length; j++) {
    slope += row[j]! * ray[j]!;
    terms += Math.abs(row[j]! * ray[j]!);
  }
  if (Math.abs(slope) <= SLOPE * terms) return 0;
  return slope < 0 ? -1 : 1;
}
