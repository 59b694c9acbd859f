import { ratio } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { Allowed, Purchases } from './allowed.js';
import { overCap } from './caps.js';
import type { Limits } from './limits.js';
import { measureWeights } from './measure.js';
import type { Occasion } from './situation.js';

/**
 * Makes purchases that were left out as large as the least that their products allow, the largest first, where that brings something inside
 * its band that is outside without it, leads nothing out or further out, and stays within what may be held and what there is to invest.
 *
 * @param sum what the weights may sum to.
 * @param find the weights within other limits.
 */
export function roundUp(
  occasion: Occasion,
  without: Allowed,
  sum: number,
  { leastOf }: Purchases,
  find: (limits: Limits) => Allowed,
): Allowed {
  if (without.leftOut.size === 0) return without;
  let best = without;
  let out = linesOut(occasion, best.weights);
  const places = [...without.leftOut].sort(([a, x], [b, y]) => (x > y ? -1 : x < y ? 1 : a - b));
  for (const [place] of places) {
    if (out.size === 0) break;
    const raised = raisedBy(occasion, best.asked, place, leastOf(place), sum);
    if (raised === undefined) continue;
    const found = find(raised);
    const still = linesOut(occasion, found.weights);
    const isNoFurther = ([id, drift]: readonly [string, number]): boolean => {
      const before = out.get(id) ?? 0;
      return drift > 0 ? drift <= before + NOISE : drift >= before - NOISE;
    };
    if (still.size < out.size && [...still].every(isNoFurther)) [best, out] = [found, still];
  }
  return best;
}

/** The limits with a least purchase in them; nothing where it does not fit in, under the caps too. */
function raisedBy(
  { account, money, caps, lost = 0n }: Occasion,
  limits: Limits,
  place: number,
  amount: bigint | undefined,
  sum: number,
): Limits | undefined {
  if (amount === undefined) return undefined;
  const value = account.holdings[place]!.value + amount;
  if (value > limits.high[place]!) return undefined;
  const low = [...limits.low];
  low[place] = value;
  const isCapped = caps.some(
    (row) => row.parts[place] !== 0n && overCap(row, low, money.investable - lost) > 0n,
  );
  const isPaid = ratio(sumOf(low), money.investable) <= sum;
  return isPaid && !isCapped ? { ...limits, low } : undefined;
}

/** Drifts that differ by less are the same. */
const NOISE = 1e-9;

/** What is out of its band at given weights, and by how much it is above its target, or below. */
function linesOut(occasion: Occasion, weights: Float64Array): ReadonlyMap<string, number> {
  const { account, aim, inside, now } = occasion;
  const breached = new Set(now.drift.triggered);
  const { drift } = measureWeights(account.holdings, weights, aim, inside, breached);
  const out = drift.lines.filter(({ triggered }) => triggered);
  return new Map(out.map(({ id, drift: by }) => [id, by]));
}
