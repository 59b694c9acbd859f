import { daysBetween, type PlainDate, parsePlainDate } from '../dates/index.js';
import { at, checkList, checkObject } from '../errors/index.js';
import { expm1, neumaierSum } from '../numerics/index.js';
import { amountReader } from './amounts.js';
import { exponentialSumRoots } from './exponential-sum.js';
import type { Flow } from './types.js';

/** The money-weighted rate of return of a list of flows, or why there is no such single number. */
export type XirrResult =
  | {
      readonly status: 'rate';
      /** Annual, effective, decimal fraction. */
      readonly rate: number;
    }
  | {
      readonly status: 'ambiguous';
      /** Every rate at which the flows balance, ascending; none of them is the return. */
      readonly rates: readonly number[];
    }
  | {
      readonly status: 'none';
      /**
       * `no-flows`: nothing moved on balance; `one-sided`: money went only one way, for instance
       * after a total loss; `no-solution`: the flows balance at no rate; `out-of-range`: the rate is
       * too large for a number, as after a gain within a day.
       */
      readonly reason: 'no-flows' | 'one-sided' | 'no-solution' | 'out-of-range';
    };

/**
 * Computes the annual money-weighted return (XIRR) of dated flows and finds every solution.
 *
 * Paid in is negative, paid out and the closing value are positive (or the other way round: the
 * result is the same). Days are counted act/365. Order of the flows and several flows on a day make
 * no difference.
 *
 * The rate r solves Σ aᵢ·(1 + r)^(−dᵢ/365) = 0. All roots are isolated, so two possible rates are
 * reported as ambiguous and never chosen between.
 *
 * @param flows each with `date` and `amount` (plain numbers, or money of one currency); at least one.
 * @throws AptfolioError `invalid-date`, `not-finite`, `currency-mismatch`, `empty`, with the path.
 *
 * @example
 * ```ts
 * import { xirr } from 'aptfolio/performance';
 *
 * xirr([
 *   { date: '2024-01-01', amount: -1000 },
 *   { date: '2024-12-31', amount: 1050 },
 * ]); // => { status: 'rate', rate: 0.05 }
 *
 * const twice = xirr([
 *   { date: '2019-01-01', amount: 100 },
 *   { date: '2020-01-01', amount: -230 },
 *   { date: '2020-12-31', amount: 132 },
 * ]);
 * twice; // => { status: 'ambiguous', rates: [0.1, 0.2] }
 * ```
 */
export function xirr(flows: readonly Flow[]): XirrResult {
  const days = flowsByDay(flows);
  if (days.length === 0) return none('no-flows');
  const first = days[0]!;
  const coefficients = days.map((day) => day.amount);
  if (coefficients.every((a) => a > 0) || coefficients.every((a) => a < 0)) {
    return none('one-sided');
  }
  const times = days.map((day) => daysBetween(first.date, day.date) / 365);
  const roots = exponentialSumRoots({ times, coefficients });
  if (roots.length === 0) return none('no-solution');
  const rates = roots.map((x) => expm1(x) + 0);
  if (!rates.every(Number.isFinite)) return none('out-of-range');
  return rates.length === 1
    ? Object.freeze({ status: 'rate', rate: rates[0]! })
    : Object.freeze({ status: 'ambiguous', rates: Object.freeze(rates) });
}

type NoRate = Extract<XirrResult, { status: 'none' }>;

function none(reason: NoRate['reason']): XirrResult {
  return Object.freeze({ status: 'none', reason });
}

interface DayFlow {
  readonly date: PlainDate;
  readonly amount: number;
}

/** One net flow a day, ascending; days that net to nothing do not count. */
function flowsByDay(flows: readonly Flow[]): readonly DayFlow[] {
  const read = amountReader();
  const amounts = new Map<PlainDate, number[]>();
  checkList<Flow>(flows, 'flows', { minLength: 1 }).forEach((flow, i) => {
    const path = at('flows', i);
    checkObject(flow, path);
    const date = parsePlainDate(flow.date, at(path, 'date'));
    const amount = read(flow.amount, at(path, 'amount'));
    amounts.set(date, [...(amounts.get(date) ?? []), amount]);
  });
  return [...amounts]
    .map(([date, list]) => ({ date, amount: neumaierSum(list.sort((a, b) => a - b)) }))
    .filter((day) => day.amount !== 0)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
