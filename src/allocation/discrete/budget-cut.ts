import { type Box, HOLDING, leastHolding } from './box.js';
import type { DiscreteModel } from './discrete-model.js';
import { feeRange } from './fee-range.js';

/** Sums that differ by less than this are the same. */
const SAME_SUM = 1e-9;

/**
 * What all weights can still sum to when no more than so many are held, and no fewer.
 *
 * `none` where that misses the budget; else the least weights that what is held needs for it, by asset: nothing where that is
 * no more than they have already.
 */
export function budgetCut(model: DiscreteModel, box: Box): 'none' | Float64Array | undefined {
  const { maxHoldings, minHoldings, lots } = model;
  const size = box.lower.length;
  if (maxHoldings >= size && minHoldings === 0) return undefined;
  let { least, most } = sumsOf(model);
  const largest = largestSum(box, maxHoldings);
  const smallest = smallestSum(model, box);
  if (largest >= least && smallest <= most && lots !== undefined) return undefined;
  if (lots !== undefined) {
    const fees = feeRange(lots, box, Math.min(1, most));
    if (model.budgetRow >= 0) {
      least -= fees.most + lots.rounding;
      most += lots.rounding - fees.least;
    }
  }
  if (largest < least - SAME_SUM || smallest > most + SAME_SUM) return 'none';
  const spare = Math.max(0, largest - least);
  if (lots !== undefined || spare === Number.POSITIVE_INFINITY) return undefined;
  return box.upper.map((upper, a) =>
    box.holding[a] === HOLDING.held && upper - spare > box.lower[a]! + SAME_SUM
      ? upper - spare
      : Number.NEGATIVE_INFINITY,
  );
}

/** What the weights must sum to at least, and may sum to at most. */
function sumsOf({ rowLower, rowUpper, cashRow, problem }: DiscreteModel): {
  least: number;
  most: number;
} {
  const base = problem.holdings.base.reduce((sum, weight) => sum + weight, 0);
  return { least: rowLower[cashRow]! + base, most: rowUpper[cashRow]! + base };
}

/** The sum of what is held, and of the largest weights of as many others as may be. */
function largestSum({ upper, holding }: Box, maxHoldings: number): number {
  let sum = 0;
  let left = maxHoldings;
  const others: number[] = [];
  for (let a = 0; a < upper.length; a++) {
    if (holding[a] === HOLDING.held) {
      sum += upper[a]!;
      left--;
    } else if (holding[a] === HOLDING.open && upper[a]! > 0) {
      others.push(upper[a]!);
    }
  }
  others.sort((one, other) => other - one);
  for (let k = 0; k < Math.min(left, others.length); k++) sum += others[k]!;
  return sum;
}

/** The sum of what is held at the least, with the smallest weights of as many others as must be. */
function smallestSum({ domains, maxHoldings, minHoldings }: DiscreteModel, box: Box): number {
  let sum = 0;
  let held = 0;
  const others: number[] = [];
  for (let a = 0; a < box.lower.length; a++) {
    if (box.holding[a] === HOLDING.held) {
      sum += box.lower[a]!;
      held++;
    } else if (box.holding[a] === HOLDING.open) {
      others.push(box.lower[a]! < 0 ? box.lower[a]! : leastHolding(domains[a]!));
    }
  }
  others.sort((one, other) => one - other);
  for (let k = 0; k < others.length && held + k < maxHoldings; k++) {
    if (others[k]! >= 0 && held + k >= minHoldings) break;
    sum += others[k]!;
  }
  return sum;
}
