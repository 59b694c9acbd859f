import { addDays, type PlainDate } from '../../dates/index.js';
import { mostOn, type Product } from '../../products/index.js';
import { inUnits, least, readDecimal } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Bound, Release } from '../reach/bounds.js';
import type { Occasion, Situation } from '../reach/situation.js';
import { proRataOf } from '../reach/whole-redemption.js';

/** So many days ahead are looked through; an amount that would take longer is as good as out of reach. */
const MOST_DAYS = 3660;

/** The first day by which an amount can have been sold, with an order on every day on which something is released; `null` if none is known. */
export function sellableBy(
  occasion: Occasion,
  holding: Holding,
  { sellable, sellReleases }: Bound,
  amount: bigint,
): PlainDate | null {
  const missing = toLocal(amount, holding.rate) - sellable;
  return reachedBy(occasion, holding, 'sell', missing, sellReleases);
}

/** The first day by which an amount can have been bought; `null` if none is known. */
export function buyableBy(
  occasion: Occasion,
  holding: Holding,
  { buyable, buyHindrances, buyReleasedOn }: Bound,
  amount: bigint,
): PlainDate | null {
  const isLimited = buyHindrances.some(({ code }) => code === 'rebalancing.daily-limit');
  const isOnlyLimited = isLimited && buyHindrances.length === 1;
  if (!isOnlyLimited) return buyReleasedOn;
  const missing = toLocal(amount, holding.rate) - (buyable ?? 0n);
  return reachedBy(occasion, holding, 'buy', missing, [
    { on: occasion.desk.asOf, amount: missing },
  ]);
}

/** The first day by which so much is traded. */
function reachedBy(
  occasion: Occasion,
  holding: Holding,
  side: 'buy' | 'sell',
  missing: bigint,
  releases: readonly Release[],
): PlainDate | null {
  const all = releases.reduce((sum, { on, amount }) => (on === null ? sum : sum + amount), 0n);
  if (all < missing) return null;
  let left = missing;
  for (const { on, amount } of tradedAhead(occasion, holding, side, releases)) {
    left -= amount;
    if (left <= 0n) return on;
  }
  return null;
}

/** What becomes free of a holding on a day ahead: traded with an order of that day, or paid back without one and there on it. */
export interface SetFree {
  readonly on: PlainDate;
  readonly amount: bigint;
  readonly isPaidBack: boolean;
}

/** Goes through the days ahead: what has been released waits for room under the day's limit, at most until the product pays all back. */
export function* tradedAhead(
  { desk, inside }: Situation,
  { item: { product }, digits, lots }: Holding,
  side: 'buy' | 'sell',
  releases: readonly Release[],
): Generator<SetFree, void, undefined> {
  const known = releases.flatMap(({ on, amount }) => (on === null ? [] : [{ on, amount }]));
  const later = known.sort((a, b) => (a.on < b.on ? -1 : 1));
  const { covers, isBusinessDay } = inside.calendar;
  const maturity = side === 'sell' ? product.dealing?.maturity : undefined;
  let paidBackOn: PlainDate | undefined;
  let released = 0n;
  let day = desk.asOf;
  for (let count = 0; count <= MOST_DAYS && day < covers.to; count++, day = addDays(day, 1)) {
    while (later.length > 0 && later[0]!.on <= day) released += later.shift()!.amount;
    if (later.length === 0 && released === 0n) return;
    if (maturity !== undefined && day >= maturity) {
      paidBackOn ??= inside.deskOn(day).next(product, side).settlesOn;
      if (paidBackOn === undefined) return;
      if (released === 0n || day < paidBackOn || !isBusinessDay(day)) continue;
      yield { on: day, amount: released, isPaidBack: true };
      released = 0n;
      continue;
    }
    // What today lets out is counted already.
    if (count === 0 || released === 0n || !isBusinessDay(day)) continue;
    const dealsOn = dealtOn(inside, product, side, day, lots);
    if (dealsOn === undefined) continue;
    const limit = mostOn(product, side, dealsOn);
    const most =
      limit === undefined
        ? released
        : inUnits(readDecimal(limit, 'dealing', 'any'), digits, 'down');
    const amount = least(released, most);
    released -= amount;
    yield { on: day, amount, isPaidBack: false };
  }
}

/** The day on which an order of a day deals; `undefined` where none can be given on it. */
function dealtOn(
  { deskOn }: Situation['inside'],
  product: Product,
  side: 'buy' | 'sell',
  day: PlainDate,
  lots: Holding['lots'],
): PlainDate | undefined {
  const { dealing } = product;
  if (dealing === undefined) return day;
  // Terms run from each lot's own day, which its release has seen to already.
  if (dealing.rollingTerm !== undefined) return day;
  const found = deskOn(day).next(product, side, side === 'sell' ? lots?.[0]?.boughtOn : undefined);
  if (found.status !== 'now') return undefined;
  return side === 'sell' && proRataOf(product, found) !== undefined ? undefined : found.dealsOn;
}
