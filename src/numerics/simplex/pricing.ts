import { BASIS_STATUS } from './linear-program.js';
import { dropRounding } from './rounding.js';
import type { Tableau } from './tableau.js';

/** A reduced cost below this part of the size of its terms is looked at more closely. */
const CLEAR = 1e-9;

/** Reference weights beyond this have lost their meaning. */
const WORN = 1e8;

/** Computes duals and reduced costs anew: of the costs, or of the sum of breaches in phase 1. */
export function priceAnew(tableau: Tableau): void {
  const { m, n, size, cost, duals, reduced, status, phase } = tableau;
  computeDuals(tableau);
  combineRows(tableau, duals, reduced);
  for (let j = 0; j < n; j++) reduced[j] = (phase === 1 ? 0 : cost[j]!) - reduced[j]!;
  for (let i = 0; i < m; i++) reduced[n + i] = duals[i]!;
  for (let j = 0; j < size; j++) if (status[j] === BASIS_STATUS.basic) reduced[j] = 0;
}

/** y with B'y = c_B. In phase 1 the cost of a basic variable is its breach. */
function computeDuals({ m, head, cost, breach, phase, inverse, duals }: Tableau): void {
  duals.fill(0);
  for (let i = 0; i < m; i++) {
    const price = phase === 1 ? breach[i]! : cost[head[i]!]!;
    if (price === 0) continue;
    for (let k = 0, at = i * m; k < m; k++, at++) duals[k]! += price * inverse[at]!;
  }
}

/** A weighted sum of the rows over all variables; four rows in one pass. */
export function combineRows(
  { m, n, matrix }: Tableau,
  weights: Float64Array,
  out: Float64Array,
): void {
  out.fill(0, 0, n);
  for (let next = nextUsed(weights, 0); next < m; ) {
    const a = next;
    const b = nextUsed(weights, a + 1);
    const c = nextUsed(weights, b + 1);
    const d = nextUsed(weights, c + 1);
    next = nextUsed(weights, d + 1);
    // A row that is not there is read as the first one, with weight 0.
    const wa = weights[a]!;
    const wb = b < m ? weights[b]! : 0;
    const wc = c < m ? weights[c]! : 0;
    const wd = d < m ? weights[d]! : 0;
    const atA = a * n;
    const atB = b < m ? b * n : atA;
    const atC = c < m ? c * n : atA;
    const atD = d < m ? d * n : atA;
    for (let j = 0; j < n; j++) {
      const half = wa * matrix[atA + j]! + wb * matrix[atB + j]!;
      out[j]! += half + (wc * matrix[atC + j]! + wd * matrix[atD + j]!);
    }
  }
  for (let k = 0; k < m; k++) out[n + k] = -weights[k]!;
}

function nextUsed(weights: Float64Array, from: number): number {
  let i = from;
  while (i < weights.length && weights[i] === 0) i++;
  return i;
}

/** The variable that promises most for its weight, or the first that promises anything; −1 if none does. */
export function chooseEntering(tableau: Tableau, rule: 'devex' | 'bland'): number {
  const chosen = promising(tableau, rule);
  if (chosen < 0 || isClear(tableau, chosen)) return chosen;
  dropRounding(tableau);
  return promising(tableau, rule);
}

function promising(tableau: Tableau, rule: 'devex' | 'bland'): number {
  const { size, sense, cost, reduced, weights, phase } = tableau;
  let best = -1;
  let most = 0;
  for (let j = 0; j < size; j++) {
    const way = sense[j]!;
    if (way === 0) continue;
    const slope = reduced[j]!;
    if (way === 1 ? slope >= 0 : way === -1 ? slope <= 0 : slope === 0) continue;
    if (rule === 'bland') return j;
    const promise = (slope * slope) / weights[j]!;
    if (promise < most) continue;
    // Phase 1 knows no costs: among equals it takes the one that phase 2 will like.
    if (promise === most && (phase === 2 || cost[j]! * slope <= cost[best]! * reduced[best]!)) {
      continue;
    }
    best = j;
    most = promise;
  }
  return best;
}

/** Whether a reduced cost is right at first sight: computed anew, it stands out from all that enters into it. */
function isClear({ m, n, matrix, cost, duals, reduced, phase }: Tableau, j: number): boolean {
  let largest = 0;
  for (let i = 0; i < m; i++) largest = Math.max(largest, Math.abs(duals[i]!));
  if (j >= n) return Math.abs(reduced[j]!) > CLEAR * largest;
  let slope = phase === 1 ? 0 : cost[j]!;
  let terms = Math.abs(slope);
  for (let i = 0, at = j; i < m; i++, at += n) {
    slope -= matrix[at]! * duals[i]!;
    terms += Math.abs(matrix[at]!) * largest;
  }
  return slope < 0 === reduced[j]! < 0 && Math.abs(slope) > CLEAR * terms;
}

/**
 * Carries duals, reduced costs and weights over an exchange; before the inverse is changed.
 *
 * Source: J. J. Forrest and D. Goldfarb, Steepest-edge simplex algorithms for linear programming,
 * Mathematical Programming 57 (1992), for devex in the primal method.
 */
export function priceExchange(tableau: Tableau, entering: number, place: number): void {
  const { m, size, inverse, inverseRow, row, duals, reduced, weights, sense, head } = tableau;
  for (let k = 0, at = place * m; k < m; k++, at++) inverseRow[k] = inverse[at]!;
  combineRows(tableau, inverseRow, row);
  const pivot = tableau.column[place]!;
  const ratio = reduced[entering]! / pivot;
  const reference = weights[entering]! / (pivot * pivot);
  for (let k = 0; k < m; k++) duals[k]! += ratio * inverseRow[k]!;
  for (let j = 0; j < size; j++) {
    const entry = row[j]!;
    if (sense[j] === 0 || entry === 0) continue;
    reduced[j]! -= ratio * entry;
    const weight = entry * entry * reference;
    if (weight > weights[j]!) weights[j] = weight;
  }
  const leaving = head[place]!;
  reduced[leaving] = -ratio;
  reduced[entering] = 0;
  weights[leaving] = Math.max(reference, 1);
  if (reference > WORN) weights.fill(1);
}
