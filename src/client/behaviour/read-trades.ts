import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  type BatchFailure,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import {
  type CurrencyCode,
  type FxRates,
  formatQuantity,
  type Money,
  parseMoney,
  toMinorUnits,
  totalIn,
} from '../../money/index.js';
import { uniqueRows } from '../unique-rows.js';
import { type Quantity, readQuantity } from './quantity.js';
import { type InvestmentTrade, TRADE_SIDES, type TradeSide } from './trade.js';

/** A checked trade. */
export interface ReadTrade {
  readonly id: string;
  readonly date: PlainDate;
  readonly side: TradeSide;
  readonly product: string;
  /** The currency in which the product was traded. */
  readonly currency: CurrencyCode;
  readonly units: Quantity;
  /** Smallest units of the trade's currency. */
  readonly paid: bigint;
  /** The same in the currency of the figures. */
  readonly value: Money;
}

/** The usable trades by date and id, and the others with their faults. */
export interface TradeRows {
  readonly rows: readonly ReadTrade[];
  readonly given: number;
  readonly duplicates: number;
  readonly failures: readonly BatchFailure[];
}

export interface ReadTradeOptions {
  /** A trade dated after this day cannot have happened. */
  readonly asOf: PlainDate;
  /** The currency of the figures. */
  readonly currency: CurrencyCode;
  readonly fx: FxRates | undefined;
}

/** Checks trades, leaves out repeated ones and brings them into one order; bad rows lose no other. */
export function readTrades(
  trades: readonly InvestmentTrade[],
  options: ReadTradeOptions,
): TradeRows {
  const { rows, ...account } = uniqueRows(trades, 'trades', {
    read: (row) => readTrade(row, options),
    keyOf: ({ id }) => id,
    keyField: 'id',
  });
  return { ...account, rows: rows.map(measured).sort(byDateAndId) };
}

/** Converts an amount to the currency of the figures; a missing rate is a fault, never 0. */
export function inCurrency(
  amount: Money,
  { currency, fx }: Pick<ReadTradeOptions, 'currency' | 'fx'>,
): Money {
  if (amount.currency === currency) return amount;
  const converted = totalIn(currency, [amount], fx ?? { base: currency, rates: {} });
  if (converted.status === 'complete') return converted.total;
  const expected = `${currency}, or a currency with a rate`;
  throw new AptfolioError('missing-rate', 'currency', expected, amount.currency);
}

/** A row as plain data, so that repeated rows can be told. */
interface PlainTrade extends Omit<ReadTrade, 'units' | 'paid'> {
  readonly units: string;
  readonly own: Money;
}

function readTrade(row: InvestmentTrade, options: ReadTradeOptions): PlainTrade {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const date = parsePlainDate(row.date, 'date');
  if (date > options.asOf) {
    throw new AptfolioError('out-of-range', 'date', `a date up to ${options.asOf}`, date);
  }
  const side = checkOneOf(row.side, 'side', TRADE_SIDES);
  const product = checkText(row.product, 'product');
  const units = formatQuantity(readQuantity(row.units, 'units'));
  const own = parseMoney(row, '', { sign: 'positive' });
  const value = inCurrency(own, options);
  return { id, date, side, product, currency: own.currency, units, own, value };
}

function measured({ own, units, ...trade }: PlainTrade): ReadTrade {
  return { ...trade, units: readQuantity(units, 'units'), paid: toMinorUnits(own) };
}

function byDateAndId(a: ReadTrade, b: ReadTrade): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
