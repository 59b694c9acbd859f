import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { at, checkList, checkOneOf, checkText, checkUniqueIds } from '../../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  parseMoney,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import { atScale, readDecimal } from '../account/exact.js';

/** A purchase or a sale of one product. A dividend that is reinvested is a purchase. */
export interface LotTransaction<C extends CurrencyCode = CurrencyCode> {
  /** Unique; a purchase's id becomes its lot's. */
  readonly id: string;
  readonly on: PlainDate;
  readonly side: 'buy' | 'sell';
  /** Decimal text above 0. */
  readonly units: string;
  /** The whole of it, at least 0: what was paid, fees included, or what was received, after fees. */
  readonly amount: Money<C>;
  /** For a sale by the method `specific`: the purchases that are sold, by id, in their order. */
  readonly lots?: readonly string[];
}

/** A checked transaction in whole numbers. */
export interface ReadTransaction {
  readonly id: string;
  readonly on: PlainDate;
  readonly side: 'buy' | 'sell';
  readonly units: bigint;
  readonly amount: bigint;
  readonly lots: readonly string[];
  readonly path: string;
}

/** A product's checked history, in the order in which it happened. */
export interface ReadHistory<C extends CurrencyCode> {
  readonly currency: C;
  /** Units are whole numbers of 10^−places. */
  readonly places: number;
  readonly rows: readonly ReadTransaction[];
}

/** Checks transactions and puts them in order: by day, purchases before sales of the same day, then by id. */
export function readHistory<C extends CurrencyCode>(
  transactions: readonly LotTransaction<C>[],
): ReadHistory<C> {
  const path = 'transactions';
  checkList(transactions, path, { minLength: 1 });
  checkUniqueIds(transactions, path);
  const { currency } = parseMoney(transactions[0]!.amount, at(at(path, 0), 'amount'));
  const read = transactions.map((row, index) => {
    const units = readDecimal(row.units, at(at(path, index), 'units'), 'positive');
    return { units, row: readRow(row, currency as C, at(path, index)) };
  });
  const places = Math.max(...read.map(({ units }) => units.scale));
  const rows = read.map(({ row, units }) => ({ ...row, units: atScale(units, places) }));
  return { currency: currency as C, places, rows: rows.sort(byTime) };
}

function readRow<C extends CurrencyCode>(
  row: LotTransaction<C>,
  currency: C,
  path: string,
): Omit<ReadTransaction, 'units'> {
  const amount = parseMoneyIn(row.amount, currency, at(path, 'amount'), { sign: 'not-negative' });
  const lots = row.lots === undefined ? [] : checkList<string>(row.lots, at(path, 'lots'));
  return {
    id: row.id,
    on: parsePlainDate(row.on, at(path, 'on')),
    side: checkOneOf(row.side, at(path, 'side'), ['buy', 'sell'] as const),
    amount: toMinorUnits(amount),
    lots: lots.map((id, index) => checkText(id, at(at(path, 'lots'), index))),
    path,
  };
}

function byTime(a: ReadTransaction, b: ReadTransaction): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.side !== b.side) return a.side === 'buy' ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
