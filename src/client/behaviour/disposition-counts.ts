import { addDays, type DateInterval, type PlainDate } from '../../dates/index.js';
import { type CurrencyCode, minorDigits } from '../../money/index.js';
import { integerPower } from '../exact.js';
import type { DispositionCounts } from './disposition-effect.js';
import { type HeldProduct, type HoldingDay, holdingKey } from './holding-days.js';
import { isCovered } from './panic-sales.js';
import { lastOnOrBefore, type PriceHistory, type PriceSeries } from './prices.js';
import type { Quantity } from './quantity.js';

/** Counts, and what could not be counted. */
export interface CountedDisposition extends DispositionCounts {
  /** Days with a sale out of at least two holdings. */
  readonly saleDays: number;
  /** Holdings on such days that were not sold and for which there is no price. */
  readonly unpriced: number;
  /** Products left out because more was sold than is known to have been bought. */
  readonly leftOut: readonly string[];
}

/**
 * Counts gains and losses on every day of the window on which something is sold out of at least two holdings. A product
 * sold on the day counts once, by its selling price against its average purchase price at the beginning of the day.
 * One that is not sold counts as a paper gain if the day's lowest price lies above its average purchase price, as a
 * paper loss if the highest lies below it, else not at all. Exact, so an equal price is neither.
 */
export function dispositionCounts(
  held: readonly HeldProduct[],
  prices: PriceHistory | undefined,
  { from, to }: DateInterval,
  priceAgeDays: number,
): CountedDisposition {
  const within = held.map((product) => ({
    ...product,
    days: product.days.filter(({ date }) => date < to),
  }));
  const walks = within
    .filter(({ days }) => isCovered(days))
    .map((product) => walkOf(product, prices));
  const dates = new Set(
    walks
      .flatMap(({ days }) => days.filter(({ sold, date }) => sold > 0n && date >= from))
      .map(({ date }) => date),
  );
  const tally = {
    realisedGains: 0,
    realisedLosses: 0,
    paperGains: 0,
    paperLosses: 0,
    saleDays: 0,
    unpriced: 0,
  };
  for (const date of [...dates].sort()) countDay(walks, date, priceAgeDays, tally);
  const leftOut = within.filter(({ days }) => !isCovered(days)).map(({ product }) => product);
  return Object.freeze({ ...tally, leftOut: Object.freeze([...new Set(leftOut)].sort()) });
}

type Tally = { -readonly [K in Exclude<keyof CountedDisposition, 'leftOut'>]: number };

/** A holding on its way through the days; its cost stays a fraction, so that nothing is rounded. */
interface Walk {
  readonly days: readonly HoldingDay[];
  readonly series: PriceSeries | undefined;
  /** Smallest units of money in one unit of the currency. */
  readonly minor: bigint;
  next: number;
  units: Quantity;
  cost: bigint;
  /** The cost is `cost` / `per`, in smallest units of money. */
  per: bigint;
}

function walkOf({ days, product, currency }: HeldProduct, prices: PriceHistory | undefined): Walk {
  const series = prices?.series[holdingKey(product, currency)];
  return { days, series, minor: minorOf(currency), next: 0, units: 0n, cost: 0n, per: 1n };
}

function minorOf(currency: CurrencyCode): bigint {
  return integerPower(10n, minorDigits(currency));
}

function countDay(walks: readonly Walk[], date: PlainDate, ageDays: number, tally: Tally): void {
  for (const walk of walks) goTo(walk, date);
  const portfolio = walks.filter(({ units }) => units > 0n);
  const sells = portfolio.filter((walk) => soldOn(walk, date) !== undefined);
  if (portfolio.length < 2 || sells.length === 0) return;
  tally.saleDays++;
  for (const walk of portfolio) {
    const day = soldOn(walk, date);
    if (day !== undefined) countSale(walk, day, tally);
    else countPaper(walk, date, ageDays, tally);
  }
}

function soldOn({ days, next }: Walk, date: PlainDate): HoldingDay | undefined {
  const day = days[next];
  return day !== undefined && day.date === date && day.sold > 0n ? day : undefined;
}

/** Carries a holding on to the beginning of a day, its cost by the average of what is there. */
function goTo(walk: Walk, date: PlainDate): void {
  for (; walk.next < walk.days.length && walk.days[walk.next]!.date < date; walk.next++) {
    const { bought, paid, sold } = walk.days[walk.next]!;
    const units = walk.units + bought;
    const left = units - sold;
    walk.cost += paid * walk.per;
    if (left === 0n) [walk.cost, walk.per] = [0n, 1n];
    else if (sold > 0n) {
      const common = greatestDivisor(left, units);
      walk.cost *= left / common;
      walk.per *= units / common;
    }
    walk.units = left;
  }
}

/** Received / sold against cost / units, multiplied out. */
function countSale({ units, cost, per }: Walk, { received, sold }: HoldingDay, tally: Tally): void {
  const [price, average] = [received * units * per, cost * sold];
  if (price > average) tally.realisedGains++;
  else if (price < average) tally.realisedLosses++;
}

function countPaper(walk: Walk, date: PlainDate, ageDays: number, tally: Tally): void {
  const { series, units, cost, per, minor } = walk;
  const index = series === undefined ? -1 : lastOnOrBefore(series, date);
  if (series === undefined || index < 0 || series.dates[index]! < addDays(date, -ageDays)) {
    tally.unpriced++;
    return;
  }
  // A price is in 10⁻¹² of the currency for one unit, units are in 10⁻¹², a cost is in smallest units of money.
  const worth = (price: Quantity): bigint => price * units * minor * per;
  const average = cost * 10n ** 24n;
  const { lows, highs } = series.dates[index] === date ? series : spanless(series);
  if (worth(lows[index]!) > average) tally.paperGains++;
  else if (worth(highs[index]!) < average) tally.paperLosses++;
}

/** An earlier day's lowest and highest price say nothing about today. */
function spanless({ prices }: PriceSeries): Pick<PriceSeries, 'lows' | 'highs'> {
  return { lows: prices, highs: prices };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small > 0n) [large, small] = [small, large % small];
  return large;
}
