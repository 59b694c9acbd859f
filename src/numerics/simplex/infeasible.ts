import { neumaierSum } from '../sum.js';
import { largestSize } from '../vectors.js';
import type { FarkasCertificate, LinearProgram, LpResult } from './linear-program.js';
import { cleanPrice, ROUNDING, reducedCosts } from './prices.js';
import { dropRounding } from './rounding.js';
import type { Tableau } from './tableau.js';

/** The duals of phase 1, which prove that the sum of breaches cannot fall to 0. */
export function infeasible(program: LinearProgram, tableau: Tableau): LpResult {
  const { n, m, scaling, duals, breach, head } = tableau;
  dropRounding(tableau);
  const broken = new Set(Array.from({ length: m }, (_, i) => (breach[i] === 0 ? -1 : head[i]!)));
  const own = duals.map((dual, i) => dual * scaling.rows[i]!);
  const size = largestSize(own);
  const rows = own.map((dual, i) => {
    const price = dual / size + 0;
    return broken.has(n + i) ? price : cleanPrice(tableau, n + i, price);
  });
  const columns = reducedCosts(program, rows, new Float64Array(n));
  for (let j = 0; j < n; j++) {
    // Where there is no limit to weigh, only rounding can be left.
    const limit = columns[j]! > 0 ? program.lower[j]! : program.upper[j]!;
    if (!Number.isFinite(limit)) columns[j] = 0;
  }
  const terms = [
    ...weighed(rows, program.rows.lower, program.rows.upper),
    ...weighed(columns, program.lower, program.upper),
  ];
  const gap = neumaierSum(terms);
  // A proof that rounding has eaten up is none.
  if (!(gap > ROUNDING * neumaierSum(terms.map(Math.abs)))) {
    return Object.freeze({ status: 'no-convergence' });
  }
  return refuse({ rows, columns, gap, crossed: 'none' });
}

function weighed(
  multipliers: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): Float64Array {
  return multipliers.map((multiplier, i) => {
    if (multiplier === 0) return 0;
    return multiplier * (multiplier > 0 ? lower[i]! : upper[i]!);
  });
}

function refuse(farkas: FarkasCertificate): LpResult {
  return Object.freeze({ status: 'infeasible', farkas: Object.freeze(farkas) });
}

/** Limits may cross by this part of their size through rounding. */
const CROSSING = 1e-12;

/** The row or column whose limits cross by more than rounding, as the reason; nothing if there is none. */
export function crossedLimits(program: LinearProgram): LpResult | undefined {
  const rows = new Float64Array(program.rows.lower.length);
  const columns = new Float64Array(program.cost.length);
  for (const [crossed, limits, multipliers] of [
    ['row', program.rows, rows],
    ['column', program, columns],
  ] as const) {
    for (let i = 0; i < multipliers.length; i++) {
      const [low, high] = [limits.lower[i]!, limits.upper[i]!];
      const gap = low - high;
      if (gap <= 0 || gap <= CROSSING * Math.max(Math.abs(low), Math.abs(high))) continue;
      multipliers[i] = 1;
      return refuse({ rows, columns, gap, crossed });
    }
  }
  return undefined;
}
