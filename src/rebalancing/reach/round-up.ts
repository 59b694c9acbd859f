import { compare, most, ratio, sizeOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import { type Allowed, isPaid } from './allowed.js';
import { overCap } from './caps.js';
import type { Limits } from './limits.js';
import { measureWeights } from './measure.js';
import type { Occasion } from './situation.js';

/** What is out of its band, by its id, and by how much it is above its target, or below. */
type LinesOut = ReadonlyMap<string, number>;

/** Weights with some trades made that were left out. */
interface Tried {
  readonly found: Allowed;
  /** These trades, by place and amount. */
  readonly made: readonly string[];
  /** Whether all of them are sales. */
  readonly isSale: boolean;
  readonly out: LinesOut;
}

/** So many sets of trades are tried; few trades are left out. */
const MOST_TRIES = 32;

/**
 * Makes other trades of what could not be made as it was wanted, one or several together: what was left out as large as the least that its product allows, or what would have
 * left too little of it whole. So it is done where that brings something inside its band that is outside without them, leads nothing out or further out, and stays within what may be held and what there is to invest. Of all sets tried that
 * with the fewest lines outside is taken, of equals the first; those with fewer outside are added to first, by the largest trade.
 *
 * @param sum what the weights may sum to.
 * @param find the weights within other limits.
 */
export function roundUp(
  occasion: Occasion,
  without: Allowed,
  sum: number,
  find: (limits: Limits) => Allowed,
): Allowed {
  if (without.changed.length === 0) return without;
  const before = linesOut(occasion, without.weights);
  let best: Tried = { found: without, made: [], isSale: true, out: before };
  const noise = roundingOf(occasion);
  const open = [best];
  const known = new Set<string>();
  for (let from = open.shift(); from !== undefined && !isDone(best); from = open.shift()) {
    for (const { place, change } of largestFirst(from.found)) {
      const made = [...from.made, `${place} ${change}`].sort();
      if (known.has(made.join()) || known.size >= MOST_TRIES) continue;
      known.add(made.join());
      const limits = withChange(occasion, from.found.asked, place, change, sum);
      if (limits === undefined) continue;
      const found = find(limits);
      const isSale = from.isSale && change < 0n;
      const tried = { found, made, isSale, out: linesOut(occasion, found.weights) };
      if (isBetter(tried, best, before, noise)) best = tried;
      open.push(tried);
    }
    open.sort((a, b) => Number(a.found.isOpen) - Number(b.found.isOpen) || a.out.size - b.out.size);
  }
  return best.found;
}

/**
 * What is sold otherwise than was wanted may have been sold for a purchase that is then left out: then as much as if that purchase had not been wanted, where that leaves
 * less outside bands.
 */
export function withoutNeedless(
  occasion: Occasion,
  found: Allowed,
  limits: Limits,
  find: (limits: Limits) => Allowed,
): Allowed {
  const dropped = found.changed.filter(({ amount, made }) => amount > 0n && made === 0n);
  if (dropped.length === 0 || dropped.length === found.changed.length) return found;
  const high = [...limits.high];
  for (const { place } of dropped) {
    high[place] = most(limits.low[place]!, occasion.account.holdings[place]!.value);
  }
  const again = find({ ...limits, high });
  const [then, now] = [found, again].map(({ weights }) => apartBy(linesOut(occasion, weights)));
  if (now! >= then! - roundingOf(occasion)) return found;
  const leftOut = new Map([...again.leftOut, ...found.leftOut]);
  const changed = [...dropped, ...again.changed];
  return { ...again, asked: limits, leftOut, changed, isReached: false };
}

function isDone({ found, out }: Tried): boolean {
  return out.size === 0 && !found.isOpen;
}

/** What must be raised comes first; with as many lines outside another sale is better where they are nearer together. */
function isBetter(one: Tried, best: Tried, before: LinesOut, noise: number): boolean {
  if (one.found.isOpen !== best.found.isOpen) return best.found.isOpen;
  if (!isNoFurther(one.out, before, noise)) return false;
  if (one.out.size !== best.out.size) return one.out.size < best.out.size;
  return one.isSale && apartBy(one.out) < apartBy(best.out) - noise;
}

function apartBy(out: LinesOut): number {
  let sum = 0;
  for (const drift of out.values()) sum += Math.abs(drift);
  return sum;
}

/** What may be made of the trades that are not made as they were wanted, the largest first. */
function largestFirst({
  changed,
}: Allowed): readonly { readonly place: number; readonly change: bigint }[] {
  const trades = [...changed];
  trades.sort((a, b) => compare(sizeOf(b.amount), sizeOf(a.amount)) || a.place - b.place);
  // A purchase that is left out alone leaves room for others.
  const isOne = trades.length === 1;
  return trades.flatMap(({ place, amount, made, others }) =>
    (amount < 0n || made !== 0n || isOne ? others : [...others, made]).map((change) => ({
      place,
      change,
    })),
  );
}

/** The limits with a trade in them; nothing where it does not fit in, under the caps too. */
function withChange(
  occasion: Occasion,
  asked: Limits,
  place: number,
  change: bigint,
  sum: number,
): Limits | undefined {
  const { account, money, caps, lost = 0n } = occasion;
  const value = account.holdings[place]!.value + change;
  if (value < asked.low[place]! || value > asked.high[place]!) return undefined;
  const limits = madeAt(asked, place, value);
  if (change < 0n) return isPaid(occasion, limits, sum) ? limits : undefined;
  const { low } = limits;
  const isCapped = caps.some(
    (row) => row.parts[place] !== 0n && overCap(row, low, money.investable - lost) > 0n,
  );
  const isWithin = ratio(sumOf(low), money.investable) <= sum;
  return isWithin && !isCapped ? limits : undefined;
}

function madeAt(asked: Limits, place: number, value: bigint): Limits {
  const [low, high] = [[...asked.low], [...asked.high]];
  low[place] = value;
  high[place] = value;
  return { ...asked, low, high };
}

/** Drifts that differ by less are the same: what rounding to smallest units makes of a whole. */
function roundingOf({ account, money }: Occasion): number {
  return Math.max(1e-9, ratio(BigInt(account.holdings.length), money.investable));
}

/** Whether nothing that is out is out on another side than before, or further. */
function isNoFurther(out: LinesOut, before: LinesOut, noise: number): boolean {
  return [...out].every(([id, drift]) => {
    const then = before.get(id) ?? 0;
    return drift > 0 ? drift <= then + noise : drift >= then - noise;
  });
}

function linesOut(occasion: Occasion, weights: Float64Array): LinesOut {
  const { account, aim, inside, now } = occasion;
  const breached = new Set(now.drift.triggered);
  const { drift } = measureWeights(account.holdings, weights, aim, inside, breached);
  const out = drift.lines.filter(({ triggered }) => triggered);
  return new Map(out.map(({ id, drift: by }) => [id, by]));
}
