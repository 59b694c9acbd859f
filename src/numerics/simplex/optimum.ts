import { neumaierSum } from '../sum.js';
import { BASIS_STATUS, type LinearProgram, type LpResult } from './linear-program.js';
import { cleanPrice, reducedCosts } from './prices.js';
import { dropRounding, polishPoint } from './rounding.js';
import type { Tableau } from './tableau.js';

/** The optimum in the program's own units. */
export function optimum(program: LinearProgram, tableau: Tableau, iterations: number): LpResult {
  const { m, n, size, scaling, status, duals, reduced, costScale } = tableau;
  polishPoint(tableau);
  dropRounding(tableau);
  const x = new Float64Array(n);
  const terms = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    x[j] = ownValue(program, tableau, j);
    terms[j] = x[j]! * program.cost[j]!;
  }
  const objective = neumaierSum(terms);
  // Numbers near the largest that a double holds may overflow on the way.
  if (!Number.isFinite(objective) || !keepsRows(program, x)) {
    return Object.freeze({ status: 'no-convergence' });
  }
  const rowDuals = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    rowDuals[i] = cleanPrice(tableau, n + i, (duals[i]! * scaling.rows[i]!) / costScale);
  }
  const prices = reducedCosts(program, rowDuals, program.cost);
  for (let j = 0; j < n; j++) {
    prices[j] = reduced[j] === 0 ? 0 : cleanPrice(tableau, j, prices[j]!);
  }
  const basis = { columns: status.slice(0, n), rows: status.slice(n, size) };
  return Object.freeze({
    status: 'optimal',
    x,
    objective,
    rowDuals,
    reducedCosts: prices,
    basis: Object.freeze(basis),
    iterations,
  });
}

function ownValue({ lower, upper }: LinearProgram, tableau: Tableau, j: number): number {
  const code = tableau.status[j];
  if (code === BASIS_STATUS.atLower) return lower[j]! + 0;
  // Where bounds cross by rounding, the lower one holds.
  if (code === BASIS_STATUS.atUpper) return Math.max(lower[j]!, upper[j]!) + 0;
  return tableau.x[j]! * tableau.scaling.columns[j]! + 0;
}

/** A row may be broken by this part of the size of its own terms, where the basis is near to being singular. */
const BROKEN = 1e-9;

function keepsRows({ rows: { matrix, lower, upper } }: LinearProgram, x: Float64Array): boolean {
  for (let i = 0, at = 0; i < lower.length; i++) {
    let activity = 0;
    let terms = 0;
    for (let j = 0; j < x.length; j++, at++) {
      const term = matrix[at]! * x[j]!;
      activity += term;
      terms += Math.abs(term);
    }
    const limit = activity < lower[i]! ? lower[i]! : Math.min(activity, upper[i]!);
    const breach = Math.abs(activity - limit);
    if (breach > BROKEN * Math.max(terms, Math.abs(limit))) return false;
  }
  return true;
}
