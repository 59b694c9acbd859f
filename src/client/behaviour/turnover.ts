import {
  addDays,
  type DateInterval,
  lastOfMonth,
  monthsIn,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import { type BatchFailure, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  divideMoney,
  isZero,
  type Money,
  minMoney,
  multiplyMoney,
  parseMoney,
  ratioOfMoney,
  sumMoney,
} from '../../money/index.js';
import { uniqueRows } from '../unique-rows.js';
import { inCurrency, type ReadTradeOptions } from './read-trades.js';

/** What the investments were worth at the end of a day. */
export interface InvestmentValue extends Money {
  readonly date: PlainDate;
}

/** Turnover of the window, not annualised, or why it cannot be told. */
export type Turnover =
  | {
      readonly status: 'measured';
      /** The lesser of purchases and sells over the average value; decimal fraction. */
      readonly ratio: number;
      readonly averageValue: Money;
    }
  | { readonly status: 'undetermined'; readonly ratio: null; readonly reason: Reason };

/** Turnover and the valuations that could not be used. */
export interface TurnoverResult {
  readonly turnover: Turnover;
  readonly failures: readonly BatchFailure[];
}

/**
 * The turnover of a window of whole months: the lesser of purchases and sells, divided by the mean of the values at
 * its beginning and at the end of each of its months.
 *
 * Source: Securities and Exchange Commission, Form N-1A, item 13, instruction 4(d). It leaves out what matures within a
 * year; a caller who wants that leaves money funds out of trades and valuations alike.
 */
export function turnoverOf(
  bought: Money,
  sold: Money,
  valuations: readonly InvestmentValue[] | undefined,
  window: DateInterval,
  options: ReadTradeOptions,
): TurnoverResult {
  const { rows, failures } = uniqueRows(valuations ?? [], 'options.valuations', {
    read: (row) => readValue(row, options),
    keyOf: ({ date }) => date,
    keyField: 'date',
  });
  const byDate = new Map(rows.map((row) => [row.date, row]));
  const needed = valuationDays(window);
  const missing = needed.filter((date) => !byDate.has(date));
  if (missing.length > 0) {
    const reason = makeReason('client.no-valuations', 'info', { missing });
    return { turnover: undetermined(reason), failures };
  }
  const total = sumMoney(
    options.currency,
    needed.map((date) => byDate.get(date)!),
  );
  if (isZero(total))
    return { turnover: undetermined(makeReason('client.no-investments', 'info')), failures };
  const lesser = minMoney(bought, sold);
  return {
    turnover: Object.freeze({
      status: 'measured',
      ratio: ratioOfMoney(multiplyMoney(lesser, needed.length), total),
      averageValue: divideMoney(total, needed.length),
    }),
    failures,
  };
}

/** The day before the window, and the last day of each of its months. */
function valuationDays(window: DateInterval): readonly PlainDate[] {
  return [
    addDays(window.from, -1),
    ...monthsIn(window).map((month) => lastOfMonth(`${month}-01` as PlainDate)),
  ];
}

function readValue(row: InvestmentValue, options: ReadTradeOptions): InvestmentValue {
  checkObject(row, '');
  const date = parsePlainDate(row.date, 'date');
  return { date, ...inCurrency(parseMoney(row, '', { sign: 'not-negative' }), options) };
}

function undetermined(reason: Reason): Turnover {
  return Object.freeze({ status: 'undetermined', ratio: null, reason });
}
