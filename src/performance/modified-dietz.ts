import { daysBetween, type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkList, checkObject, checkOneOf } from '../errors/index.js';
import { neumaierSum } from '../numerics/index.js';
import { amountReader, checkRate } from './amounts.js';
import type { Amount, Flow } from './types.js';

/** A period with flows, of which only the opening and the closing value are known. */
export interface DietzPeriod {
  /** The day at whose end the opening value was taken. */
  readonly from: PlainDate;
  /** The day at whose end the closing value was taken. */
  readonly to: PlainDate;
  readonly opening: Amount;
  readonly closing: Amount;
  /** Paid in positive, taken out negative; dates after `from`, up to `to`. */
  readonly flows: readonly Flow[];
}

/** The Modified Dietz return with the figures behind it. */
export type DietzResult = {
  /** What was earned, in the unit of the amounts. */
  readonly gain: number;
  /** Opening value plus flows, each weighted by the share of the period for which it was there. */
  readonly averageCapital: number;
} & (
  | { readonly status: 'return' /** Of the period, decimal fraction. */; readonly rate: number }
  | { readonly status: 'undefined'; readonly reason: 'non-positive-average-capital' }
);

/** Whether money that moves on a day takes part in that day's return. */
export interface DietzOptions {
  readonly flowTiming: 'start-of-day' | 'end-of-day';
}

/**
 * Computes the Modified Dietz return: gain over average capital.
 *
 * With T days in the period and a flow on day d, its weight is (T − d)/T if money moves at the end
 * of the day, (T − d + 1)/T if at the start. An average capital of zero or less gives no return
 * (the quotient would have the wrong sign or no meaning): the result says so and keeps both figures.
 * P. Dietz, Pension Funds: Measuring Investment Performance (1966), in its day-weighted form.
 *
 * @throws AptfolioError `inconsistent` if the period has no day, `out-of-range` for a flow outside
 * the period, `currency-mismatch`, `invalid-date`, `not-finite`, with the path.
 *
 * @example
 * ```ts
 * import { modifiedDietz } from 'aptfolio/performance';
 *
 * const period = {
 *   from: '2024-01-01', to: '2024-01-03', opening: 100, closing: 300,
 *   flows: [{ date: '2024-01-02', amount: 50 }],
 * } as const;
 * modifiedDietz(period, { flowTiming: 'end-of-day' });
 * // => { status: 'return', rate: 1.2, gain: 150, averageCapital: 125 }
 * ```
 */
export function modifiedDietz(period: DietzPeriod, options: DietzOptions): DietzResult {
  checkObject(period, 'period');
  checkObject(options, 'options');
  const timing = checkOneOf(options.flowTiming, 'options.flowTiming', [
    'start-of-day',
    'end-of-day',
  ] as const);
  const from = parsePlainDate(period.from, 'period.from');
  const to = parsePlainDate(period.to, 'period.to');
  const length = daysBetween(from, to);
  if (length <= 0) throw new AptfolioError('inconsistent', 'period.to', `a date after ${from}`, to);

  const read = amountReader();
  const opening = read(period.opening, 'period.opening');
  const closing = read(period.closing, 'period.closing');
  const flows = checkList<Flow>(period.flows, 'period.flows').map((flow, i) => {
    const path = at('period.flows', i);
    checkObject(flow, path);
    const date = parsePlainDate(flow.date, at(path, 'date'));
    if (date <= from || date > to) {
      const expected = `a date after ${from} and up to ${to}`;
      throw new AptfolioError('out-of-range', at(path, 'date'), expected, date);
    }
    const daysThere = daysBetween(date, to) + (timing === 'start-of-day' ? 1 : 0);
    return { amount: read(flow.amount, at(path, 'amount')), weight: daysThere / length };
  });

  // Sorted, so that the order of the rows cannot change the last digit.
  const paidIn = flows.map((flow) => flow.amount).sort(ascending);
  const weighted = flows.map((flow) => flow.amount * flow.weight).sort(ascending);
  const gain = neumaierSum([closing, -opening, ...paidIn.map((a) => -a)]) + 0;
  const averageCapital = neumaierSum([opening, ...weighted]) + 0;
  if (averageCapital <= 0) {
    const reason = 'non-positive-average-capital';
    return Object.freeze({ status: 'undefined', reason, gain, averageCapital });
  }
  const rate = checkRate(gain / averageCapital, 'period.opening', averageCapital);
  return Object.freeze({ status: 'return', rate, gain, averageCapital });
}

function ascending(a: number, b: number): number {
  return a - b;
}
