import { exchange, measureTerms, solveColumn } from './basis-inverse.js';
import { BASIS_STATUS } from './linear-program.js';
import { settle } from './point.js';
import { chooseEntering, priceAnew, priceExchange } from './pricing.js';
import { ENDLESS, FLIP, limitStep, type Step } from './ratio-test.js';
import { FEASIBLE, place as putOn, type Tableau } from './tableau.js';

/** Exchanges after which the inverse is made anew. */
const FRESH = 64;

/** A pivot below this part of the column's largest entry is not trusted to an old inverse. */
const DOUBTFUL = 1e-7;

/** How a search ended. `entering` and `direction` tell the way down without end. */
export interface Ending {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'no-convergence';
  readonly iterations: number;
  readonly entering: number;
  readonly direction: 1 | -1;
}

/** Exchanges variables in and out of the basis until the tableau is optimal, or cannot be. */
export function search(tableau: Tableau): Ending {
  const most = 1000 + 50 * tableau.size;
  const patience = 20 + 3 * tableau.m;
  let iterations = 0;
  const step: Step = { place: FLIP, length: 0, toUpper: false };
  let idle = 0;
  let isPriced = false;
  settle(tableau);
  for (let round = 0; round < most; round++) {
    if (tableau.age >= FRESH) {
      settle(tableau);
      isPriced = false;
    }
    if (countBreaches(tableau) || !isPriced) priceAnew(tableau);
    isPriced = true;
    const rule = idle > patience ? 'bland' : 'devex';
    const entering = chooseEntering(tableau, rule);
    if (entering < 0) {
      if (tableau.settled) {
        const status = tableau.phase === 1 ? 'infeasible' : 'optimal';
        return { status, iterations, entering, direction: 1 };
      }
      settle(tableau);
      isPriced = false;
      continue;
    }
    const direction = tableau.reduced[entering]! < 0 ? 1 : -1;
    solveColumn(tableau, entering);
    limitStep(tableau, entering, direction, rule, step);
    if (isDoubtful(tableau, step)) {
      settle(tableau);
      isPriced = false;
      continue;
    }
    if (step.place === ENDLESS) {
      if (tableau.phase === 2) return { status: 'unbounded', iterations, entering, direction };
      // The sum of breaches has an end: such a slope can only be rounding.
      tableau.reduced[entering] = 0;
      continue;
    }
    iterations++;
    idle = isProgress(tableau, entering, step) ? 0 : idle + 1;
    const isExchange = step.place !== FLIP;
    if (isExchange && tableau.phase === 2) priceExchange(tableau, entering, step.place);
    advance(tableau, entering, direction, step);
    if (isExchange && tableau.phase === 1) isPriced = false;
  }
  return { status: 'no-convergence', iterations, entering: -1, direction: 1 };
}

/** Notes which basic variables break their limits; says whether that or the phase is new. */
function countBreaches(tableau: Tableau): boolean {
  const { m, head, lower, upper, x, breach, terms } = tableau;
  let count = 0;
  let isNew = false;
  for (let i = 0; i < m; i++) {
    const j = head[i]!;
    const value = x[j]!;
    const low = lower[j]!;
    const high = upper[j]!;
    const size = terms[i]!;
    let side = 0;
    if (value < low) side = low - value > FEASIBLE * Math.max(size, Math.abs(low)) ? -1 : 0;
    else if (value > high) side = value - high > FEASIBLE * Math.max(size, Math.abs(high)) ? 1 : 0;
    if (side !== 0) count++;
    if (side !== breach[i]) {
      breach[i] = side;
      isNew = true;
    }
  }
  const phase = count > 0 ? 1 : 2;
  if (phase !== tableau.phase) {
    tableau.phase = phase;
    tableau.weights.fill(1);
    isNew = true;
  }
  return isNew;
}

function isDoubtful({ m, age, settled, column }: Tableau, { place }: Step): boolean {
  if (place === ENDLESS) return !settled;
  if (place === FLIP || age === 0) return false;
  let largest = 0;
  for (let i = 0; i < m; i++) largest = Math.max(largest, Math.abs(column[i]!));
  return Math.abs(column[place]!) < DOUBTFUL * largest;
}

/** Whether a step is longer than rounding. */
function isProgress(tableau: Tableau, entering: number, { place, length }: Step): boolean {
  if (place === FLIP) return true;
  const { x, terms, column } = tableau;
  const size = Math.max(terms[place]! / Math.abs(column[place]!), Math.abs(x[entering]!));
  return length > 2 * FEASIBLE * size;
}

/** Takes the step, and exchanges the entering variable for the one that met its limit. */
function advance(tableau: Tableau, entering: number, direction: 1 | -1, step: Step): void {
  const { m, head, x, column, terms, status, sense } = tableau;
  const move = direction * step.length;
  for (let i = 0; i < m; i++) {
    const change = move * column[i]!;
    x[head[i]!]! -= change;
    terms[i]! += Math.abs(change);
  }
  tableau.settled = false;
  const code = step.toUpper ? BASIS_STATUS.atUpper : BASIS_STATUS.atLower;
  const parked = step.place === FLIP ? entering : head[step.place]!;
  putOn(tableau, parked, code);
  addRowTerms(tableau, parked);
  if (step.place === FLIP) return;
  x[entering]! += move;
  head[step.place] = entering;
  status[entering] = BASIS_STATUS.basic;
  sense[entering] = 0;
  addRowTerms(tableau, entering);
  exchange(tableau, step.place);
  measureTerms(tableau);
}

function addRowTerms({ m, n, matrix, x, rowTerms }: Tableau, j: number): void {
  const value = Math.abs(x[j]!);
  if (j >= n) rowTerms[j - n]! += value;
  else for (let i = 0, at = j; i < m; i++, at += n) rowTerms[i]! += Math.abs(matrix[at]!) * value;
}
