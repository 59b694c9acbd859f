import type { PlainDate } from '../../dates/index.js';
import { type CurrencyCode, toMinorUnits } from '../../money/index.js';
import type { Quantity } from './quantity.js';
import type { ReadTrade } from './read-trades.js';

/** What one day did to one holding: the day's trades together, so their order cannot matter. */
export interface HoldingDay {
  readonly date: PlainDate;
  readonly bought: Quantity;
  readonly sold: Quantity;
  /** Smallest units of the trades' currency. */
  readonly paid: bigint;
  readonly received: bigint;
  /** Smallest units of the currency of the figures. */
  readonly cost: bigint;
  readonly proceeds: bigint;
  /** Ids of the day's sells, in order. */
  readonly sells: readonly string[];
}

/** The days on which one product was traded in one currency, the earliest first. */
export interface HeldProduct {
  readonly product: string;
  readonly currency: CurrencyCode;
  readonly days: readonly HoldingDay[];
}

/** Sums trades (by date and id) up by product, currency and day; holdings come in the order of their names. */
export function holdingDays(trades: readonly ReadTrade[]): readonly HeldProduct[] {
  const holdings = new Map<string, ReadTrade[]>();
  for (const trade of trades) {
    const key = holdingKey(trade.product, trade.currency);
    const rows = holdings.get(key);
    if (rows === undefined) holdings.set(key, [trade]);
    else rows.push(trade);
  }
  return [...holdings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => ({
      product: rows[0]!.product,
      currency: rows[0]!.currency,
      days: daysOf(rows),
    }));
}

/** The name of a holding. */
export function holdingKey(product: string, currency: CurrencyCode): string {
  return JSON.stringify([product, currency]);
}

function daysOf(rows: readonly ReadTrade[]): readonly HoldingDay[] {
  const byDate = new Map<PlainDate, ReadTrade[]>();
  for (const row of rows) {
    const day = byDate.get(row.date);
    if (day === undefined) byDate.set(row.date, [row]);
    else day.push(row);
  }
  return [...byDate].map(([date, day]) => {
    const buys = day.filter(({ side }) => side === 'buy');
    const sells = day.filter(({ side }) => side === 'sell');
    return {
      date,
      bought: total(buys, ({ units }) => units),
      sold: total(sells, ({ units }) => units),
      paid: total(buys, ({ paid }) => paid),
      received: total(sells, ({ paid }) => paid),
      cost: total(buys, ({ value }) => toMinorUnits(value)),
      proceeds: total(sells, ({ value }) => toMinorUnits(value)),
      sells: sells.map(({ id }) => id),
    };
  });
}

function total(rows: readonly ReadTrade[], of: (row: ReadTrade) => bigint): bigint {
  return rows.reduce((sum, row) => sum + of(row), 0n);
}
