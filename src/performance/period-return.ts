import { daysBetween, type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, checkObject, checkRange } from '../errors/index.js';
import { expm1, log1p } from '../numerics/index.js';
import { amountReader, checkRate } from './amounts.js';
import type { Amount } from './types.js';

/** The return of a period without flows, or why there is none. */
export type PeriodReturn =
  | { readonly status: 'return' /** Of the period, decimal fraction. */; readonly rate: number }
  | { readonly status: 'undefined'; readonly reason: 'non-positive-opening' };

/**
 * Computes the simple return of a period in which nothing was paid in or taken out.
 *
 * @param opening the value at the start, after which nothing was added.
 * @param closing the value of the same holdings at the end.
 * @returns `undefined` if the opening value is zero or negative: a return on nothing has no value.
 * @throws AptfolioError `not-finite`, `invalid-type`, `currency-mismatch`, with the path; `out-of-range`
 * for an amount beyond 1e100 or an opening value so small that the return is not finite.
 *
 * @example
 * ```ts
 * import { periodReturn } from 'aptfolio/performance';
 *
 * const opening = { currency: 'CNY', amount: '1000.00' } as const;
 * periodReturn(opening, { currency: 'CNY', amount: '1025.00' }); // => { status: 'return', rate: 0.025 }
 * periodReturn(0, 100); // => { status: 'undefined', reason: 'non-positive-opening' }
 * ```
 */
export function periodReturn(opening: Amount, closing: Amount): PeriodReturn {
  const read = amountReader();
  const from = read(opening, 'opening');
  const to = read(closing, 'closing');
  if (from <= 0) return Object.freeze({ status: 'undefined', reason: 'non-positive-opening' });
  return Object.freeze({ status: 'return', rate: checkRate((to - from) / from, 'opening', from) });
}

/** A return per year, or the period's length where a year's return would be an extrapolation. */
export type AnnualisedReturn =
  | { readonly status: 'annualised' /** Annual, decimal fraction. */; readonly rate: number }
  | {
      readonly status: 'too-short' /** Days of the period, fewer than 365. */;
      readonly days: number;
    };

/**
 * Turns the return of a period into a yearly one, act/365; never for less than a year.
 *
 * A period below one year is not annualised: the result would promise what has not been earned
 * (Global Investment Performance Standards, 2020).
 *
 * @param rate the period's return, decimal fraction, at least −1.
 * @param period the dates of the opening and the closing value.
 * @throws AptfolioError `out-of-range` for a return below −1, `inconsistent` if `to` is before `from`.
 *
 * @example
 * ```ts
 * import { annualiseReturn } from 'aptfolio/performance';
 *
 * annualiseReturn(0.21, { from: '2022-01-01', to: '2024-01-01' }); // => { status: 'annualised', rate: 0.1 }
 * annualiseReturn(0.02, { from: '2024-01-01', to: '2024-03-01' }); // => { status: 'too-short', days: 60 }
 * ```
 */
export function annualiseReturn(
  rate: number,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): AnnualisedReturn {
  const growth = checkRange(rate, 'rate', { min: -1 });
  checkObject(period, 'period');
  const from = parsePlainDate(period.from, 'period.from');
  const to = parsePlainDate(period.to, 'period.to');
  const days = daysBetween(from, to);
  if (days < 0) throw new AptfolioError('inconsistent', 'period.to', `a date from ${from} on`, to);
  if (days < 365) return Object.freeze({ status: 'too-short', days });
  const yearly = growth === -1 ? -1 : expm1((log1p(growth) * 365) / days) + 0;
  return Object.freeze({ status: 'annualised', rate: yearly });
}
