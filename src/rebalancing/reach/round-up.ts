import { compare, ratio, sizeOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { Allowed, Purchases } from './allowed.js';
import { overCap } from './caps.js';
import type { Limits } from './limits.js';
import { measureWeights } from './measure.js';
import type { Occasion } from './situation.js';

/** What is out of its band, by its id, and by how much it is above its target, or below. */
type LinesOut = ReadonlyMap<string, number>;

/** Weights with some trades made that were left out. */
interface Tried {
  readonly found: Allowed;
  /** The places of these trades. */
  readonly places: readonly number[];
  readonly out: LinesOut;
}

/** So many sets of trades are tried; few trades are left out. */
const MOST_TRIES = 32;

/**
 * Makes trades that were left out as large as the least that their products allow, one or several together, where that brings something inside
 * its band that is outside without them, leads nothing out or further out, and stays within what may be held and what there is to invest. Of all sets tried that
 * with the fewest lines outside is taken, of equals the first; those with fewer outside are added to first, by the largest trade.
 *
 * @param sum what the weights may sum to.
 * @param find the weights within other limits.
 */
export function roundUp(
  occasion: Occasion,
  without: Allowed,
  sum: number,
  purchases: Purchases,
  find: (limits: Limits) => Allowed,
): Allowed {
  if (without.leftOut.size === 0) return without;
  const before = linesOut(occasion, without.weights);
  let best: Tried = { found: without, places: [], out: before };
  const open = [best];
  const known = new Set<string>();
  for (let from = open.shift(); from !== undefined && best.out.size > 0; from = open.shift()) {
    for (const place of largestFirst(from.found)) {
      const places = [...from.places, place].sort((a, b) => a - b);
      if (known.has(places.join()) || known.size >= MOST_TRIES) continue;
      known.add(places.join());
      const limits = raisedBy(occasion, from.found, place, sum, purchases);
      if (limits === undefined) continue;
      const found = find(limits);
      const tried = { found, places, out: linesOut(occasion, found.weights) };
      if (tried.out.size < best.out.size && isNoFurther(tried.out, before)) best = tried;
      open.push(tried);
    }
    open.sort((a, b) => a.out.size - b.out.size);
  }
  return best.found;
}

function largestFirst({ leftOut }: Allowed): readonly number[] {
  const trades = [...leftOut].map(([place, amount]) => ({ place, size: sizeOf(amount) }));
  trades.sort((a, b) => compare(b.size, a.size) || a.place - b.place);
  return trades.map(({ place }) => place);
}

/** The limits with the least trade of a place in them; nothing where it does not fit in, under the caps too. */
function raisedBy(
  { account, money, caps, lost = 0n }: Occasion,
  { asked, leftOut }: Allowed,
  place: number,
  sum: number,
  { leastOf, sales }: Purchases,
): Limits | undefined {
  const { value } = account.holdings[place]!;
  if (leftOut.get(place)! < 0n) {
    const sold = sales?.leastOf(place);
    if (sold === undefined || value - sold < asked.low[place]!) return undefined;
    return madeAt(asked, place, value - sold);
  }
  const bought = leastOf(place);
  if (bought === undefined || value + bought > asked.high[place]!) return undefined;
  const limits = madeAt(asked, place, value + bought);
  const { low } = limits;
  const isCapped = caps.some(
    (row) => row.parts[place] !== 0n && overCap(row, low, money.investable - lost) > 0n,
  );
  const isPaid = ratio(sumOf(low), money.investable) <= sum;
  return isPaid && !isCapped ? limits : undefined;
}

function madeAt(asked: Limits, place: number, value: bigint): Limits {
  const [low, high] = [[...asked.low], [...asked.high]];
  low[place] = value;
  high[place] = value;
  return { ...asked, low, high };
}

/** Drifts that differ by less are the same. */
const NOISE = 1e-9;

/** Whether nothing that is out is out on another side than before, or further. */
function isNoFurther(out: LinesOut, before: LinesOut): boolean {
  return [...out].every(([id, drift]) => {
    const then = before.get(id) ?? 0;
    return drift > 0 ? drift <= then + NOISE : drift >= then - NOISE;
  });
}

function linesOut(occasion: Occasion, weights: Float64Array): LinesOut {
  const { account, aim, inside, now } = occasion;
  const breached = new Set(now.drift.triggered);
  const { drift } = measureWeights(account.holdings, weights, aim, inside, breached);
  const out = drift.lines.filter(({ triggered }) => triggered);
  return new Map(out.map(({ id, drift: by }) => [id, by]));
}
