import type { LotState, SaleRule } from './lot-state.js';
import { lotsInOrder, sellLots } from './sell-lots.js';
import { gainsOf, type TermGain, taxOnDay } from './tax-of.js';

/** What a sale may bring about, in smallest units of the product's currency. What is absent does not limit. */
export interface SaleBudget {
  /** The most that gains may be, after losses, those of `realised` included. */
  readonly gainBudget?: bigint;
  /** The most that tax may be, that on `realised` included; needs the rule's `tax`. */
  readonly taxBudget?: bigint;
  /** Gains of the day's other sales. */
  readonly realised?: readonly TermGain[];
  /** Not more than this. */
  readonly atMost?: bigint;
}

/**
 * The largest amount of a position that can be sold within a budget, to the smallest unit; 0 if none fits.
 *
 * A lot whose cost is not known fits no budget: what comes after it in the order is not reached. As a loss makes room, a larger amount
 * can fit where a smaller one does not, so less than the answer may be too much.
 *
 * Within one lot gain and tax rise all the way or fall all the way, rounded as they are; so the lots are tried from the last to the
 * first, and halving finds the place in the lot.
 */
export function largestSale(lots: readonly LotState[], budget: SaleBudget, rule: SaleRule): bigint {
  const fits = (amount: bigint) => isWithin(lots, amount, budget, rule);
  const ends = lotEnds(lots, budget, rule);
  const most = ends.at(-1)!;
  if (fits(most)) return most;
  for (let i = ends.length - 1; i > 0; i--) {
    // All of it takes worthless lots along, whose losses count at once; so it has been tried on its own.
    const end = i === ends.length - 1 ? most - 1n : ends[i]!;
    const start = ends[i - 1]!;
    if (end <= start) continue;
    if (fits(end)) return end;
    if (fits(start)) return lastThatFits(fits, start, end);
  }
  return 0n;
}

/** Amounts at which one lot is used up and the next begins, from 0 to the most that may be sold. */
function lotEnds(lots: readonly LotState[], budget: SaleBudget, rule: SaleRule): readonly bigint[] {
  const ends = [0n];
  let sum = 0n;
  for (const { lot } of lotsInOrder(lots, rule)) {
    const { atMost = sum + lot.value } = budget;
    sum = sum + lot.value < atMost ? sum + lot.value : atMost;
    if (sum > ends.at(-1)!) ends.push(sum);
  }
  return ends;
}

function isWithin(
  lots: readonly LotState[],
  amount: bigint,
  { gainBudget, taxBudget, realised = [] }: SaleBudget,
  rule: SaleRule,
): boolean {
  const sale = sellLots(lots, amount, rule);
  if (sale.status === 'not-enough') return false;
  if (gainBudget === undefined && taxBudget === undefined) return true;
  if (sale.unknownCost.length > 0 || realised.some(({ gain }) => gain === undefined)) return false;
  const day = gainsOf([...realised, ...sale.parts]);
  const gain = day.shortGains + day.longGains - day.shortLosses - day.longLosses;
  if (gainBudget !== undefined && gain > gainBudget) return false;
  if (taxBudget === undefined) return true;
  return rule.tax !== undefined && taxOnDay(day, rule.tax).tax <= taxBudget;
}

/** The last amount that fits from `start`, which does, to `end`, which does not. */
function lastThatFits(fits: (amount: bigint) => boolean, start: bigint, end: bigint): bigint {
  let [low, high] = [start, end];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
