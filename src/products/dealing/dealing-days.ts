import {
  type BusinessCalendar,
  checkInterval,
  type DateInterval,
  type PlainDate,
} from '../../dates/index.js';
import { checkObject, checkOneOf } from '../../errors/index.js';
import type { Product } from '../product.js';
import { isLiability } from '../product-type.js';
import { type BusinessDays, coversOf, refuseUncovered, rememberDays } from './business-days.js';
import { acceptedShareOn } from './gates.js';
import { DEALING_SIDES, type DealingSide } from './hurdle.js';
import { bookedOn, delaysOf, productHurdles } from './hurdles.js';
import { mostOn } from './limits.js';

/** A day on which a product deals. */
export interface DealingDate {
  readonly dealsOn: PlainDate;
  /** The last day for the order; absent where it lies before the calendar. */
  readonly orderBy?: PlainDate;
  /** The day on which units or money are booked; absent where it lies beyond the calendar. */
  readonly settlesOn?: PlainDate;
  /** The most that one client can deal on the day, decimal text in the product's currency; absent where nothing limits it. */
  readonly most?: string;
  /** The part of each redemption that is carried out on the day, decimal fraction; absent where it is all. */
  readonly acceptedShare?: number;
}

/**
 * The days of an interval on which a product deals, for a calendar view.
 *
 * What belongs to a single lot (minimum holding, rolling term) is left out; see `nextDealing`. So is the repayment at maturity, which is no
 * dealing. A loan has no dealing days.
 *
 * @returns by ascending day, frozen.
 * @throws AptfolioError as `checkInterval`; `out-of-range` for an interval that the calendar does not cover.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { compileProducts, dealingDays } from 'aptfolio/products';
 *
 * const { byId } = compileProducts(
 *   [{
 *     id: 'P', name: 'Opens each month', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004,
 *     entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *     dealing: { redemption: { from: '2026-01-31', everyMonths: 1, days: 1 }, redemptionNotice: 3 },
 *   }],
 *   ['BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * dealingDays(byId.P, 'sell', { from: '2026-03-01', to: '2026-05-01' }, calendar);
 * // => [
 * //   { dealsOn: '2026-03-31', orderBy: '2026-03-26', settlesOn: '2026-04-01' },
 * //   { dealsOn: '2026-04-30', orderBy: '2026-04-27', settlesOn: '2026-05-01' },
 * // ]
 * ```
 */
export function dealingDays(
  product: Product,
  side: DealingSide,
  interval: DateInterval,
  calendar: BusinessCalendar,
): readonly DealingDate[] {
  checkObject(product, 'product');
  checkOneOf(side, 'side', DEALING_SIDES);
  const { from, to } = checkInterval(interval, 'interval');
  const covers = coversOf(calendar);
  if (!(covers.from <= from && to <= covers.to)) refuseUncovered(covers, 'interval');
  if (isLiability(product)) return Object.freeze([]);
  const days = rememberDays(calendar, covers.to, product.dealing?.closedOn);
  const hurdles = productHurdles(product, side, days);
  const maturity = product.dealing?.maturity;
  const end = side === 'sell' && maturity !== undefined && maturity < to ? maturity : to;
  const found: DealingDate[] = [];
  for (let day = days.onOrAfter(from); day < end; day = days.shift(day, 1)) {
    if (hurdles.every((hurdle) => hurdle(day).to === day)) {
      found.push(describeDay(day, product, side, days));
    }
  }
  return Object.freeze(found);
}

function describeDay(
  dealsOn: PlainDate,
  product: Product,
  side: DealingSide,
  days: BusinessDays,
): DealingDate {
  const { notice, settlement } = delaysOf(product, side);
  const orderBy = days.shift(dealsOn, -notice);
  const settlesOn = bookedOn(product, side, days.shift(dealsOn, settlement), days);
  const most = mostOn(product, side, dealsOn);
  const acceptedShare = side === 'sell' ? acceptedShareOn(product, dealsOn) : undefined;
  return Object.freeze({
    dealsOn,
    ...(orderBy >= days.first && { orderBy }),
    ...(settlesOn < days.limit && { settlesOn }),
    ...(most !== undefined && { most }),
    ...(acceptedShare !== undefined && { acceptedShare }),
  });
}
