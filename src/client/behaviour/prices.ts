import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  type BatchFailure,
  checkObject,
  checkText,
} from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, formatQuantity } from '../../money/index.js';
import { uniqueRows } from '../unique-rows.js';
import { holdingKey } from './holding-days.js';
import { type Quantity, readQuantity } from './quantity.js';

/** The price of one unit of a product on a day, adjusted for splits. */
export interface ProductPrice {
  readonly product: string;
  readonly date: PlainDate;
  readonly currency: CurrencyCode;
  /** Decimal text above 0: the closing price or net asset value. */
  readonly price: string;
  /** The lowest and highest price of the day, both or neither. */
  readonly low?: string;
  readonly high?: string;
}

/** The level of a market on a day. */
export interface MarketLevel {
  readonly date: PlainDate;
  /** Decimal text above 0. */
  readonly level: string;
}

/** Prices by day, the earliest first. Its shape is internal and may change. */
export interface PriceSeries {
  readonly dates: readonly PlainDate[];
  readonly prices: readonly Quantity[];
  readonly lows: readonly Quantity[];
  readonly highs: readonly Quantity[];
}

/** Prices, checked once and ready for millions of clients. */
export interface PriceHistory {
  /** Series by product and currency. Their shape is internal and may change. */
  readonly series: Readonly<Record<string, PriceSeries>>;
  readonly market: PriceSeries | null;
  /** Prices and levels that could not be used, with their paths. */
  readonly failures: readonly BatchFailure[];
}

/**
 * Checks prices and, if given, the levels of a market, and makes them ready for use.
 *
 * Rows with one product, currency and day and the same content count once; with different contents all are refused. A
 * bad row loses no other.
 *
 * @throws AptfolioError where the rows are no list.
 *
 * @example
 * ```ts
 * import { compilePrices } from 'aptfolio/client';
 *
 * const price = { product: 'F1', date: '2026-01-05', currency: 'CNY', price: '1.0432' } as const;
 * compilePrices([price, price]).failures; // => []
 * compilePrices([{ ...price, price: '0' }]).failures[0].issues[0].path; // => 'prices[0].price'
 * ```
 */
export function compilePrices(
  prices: readonly ProductPrice[],
  market?: readonly MarketLevel[],
): PriceHistory {
  const read = uniqueRows(prices, 'prices', {
    read: readPrice,
    keyOf: ({ product, currency, date }) => `${holdingKey(product, currency)} ${date}`,
    keyField: 'date',
  });
  const levels =
    market === undefined
      ? null
      : uniqueRows(market, 'market', {
          read: readLevel,
          keyOf: ({ date }) => date,
          keyField: 'date',
        });
  const series = new Map<string, PlainPrice[]>();
  for (const row of read.rows) {
    const key = holdingKey(row.product, row.currency);
    const rows = series.get(key);
    if (rows === undefined) series.set(key, [row]);
    else rows.push(row);
  }
  return Object.freeze({
    series: Object.freeze(
      Object.fromEntries([...series].map(([key, rows]) => [key, seriesOf(rows)])),
    ),
    market: levels === null ? null : seriesOf(levels.rows),
    failures: Object.freeze([...read.failures, ...(levels?.failures ?? [])]),
  });
}

/** The index of the last price on or before a day; −1 if there is none. */
export function lastOnOrBefore({ dates }: PriceSeries, date: PlainDate): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dates[middle]! <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface PlainLevel {
  readonly date: PlainDate;
  readonly price: string;
  readonly low: string;
  readonly high: string;
}

interface PlainPrice extends PlainLevel {
  readonly product: string;
  readonly currency: CurrencyCode;
}

function readPrice(row: ProductPrice): PlainPrice {
  checkObject(row, '');
  const product = checkText(row.product, 'product');
  const date = parsePlainDate(row.date, 'date');
  const currency = checkCurrency(row.currency, 'currency');
  const price = readQuantity(row.price, 'price');
  const given = row.low !== undefined || row.high !== undefined;
  const low = given ? readQuantity(row.low, 'low') : price;
  const high = given ? readQuantity(row.high, 'high') : price;
  if (low > price || high < price) {
    throw new AptfolioError('inconsistent', low > price ? 'low' : 'high', 'a range with the price');
  }
  const texts = {
    price: formatQuantity(price),
    low: formatQuantity(low),
    high: formatQuantity(high),
  };
  return { product, date, currency, ...texts };
}

function readLevel(row: MarketLevel): PlainLevel {
  checkObject(row, '');
  const date = parsePlainDate(row.date, 'date');
  const level = formatQuantity(readQuantity(row.level, 'level'));
  return { date, price: level, low: level, high: level };
}

function seriesOf(rows: readonly PlainLevel[]): PriceSeries {
  const column = (field: 'price' | 'low' | 'high'): readonly Quantity[] =>
    Object.freeze(rows.map((row, index) => readQuantity(row[field], at(field, index))));
  return Object.freeze({
    dates: Object.freeze(rows.map(({ date }) => date)),
    prices: column('price'),
    lows: column('low'),
    highs: column('high'),
  });
}
