import {
  addDays,
  type BusinessCalendar,
  isBusinessDay,
  type PlainDate,
} from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import type { Product } from '../product.js';
import { type DealingDesk, openDealingDesk } from './dealing-desk.js';
import type { Dealing } from './find-dealing.js';
import { acceptedShareOn } from './gates.js';
import type { DealingSide } from './hurdle.js';

/** Days on which orders can be given. */
export interface DealingCalendar {
  /** What lies beyond its end is not guessed. */
  readonly calendar: BusinessCalendar;
  /** The desk of a day, for callers that keep them. Default: one is opened for each day that is looked at. */
  readonly deskOn?: (asOf: PlainDate) => DealingDesk;
}

/**
 * The next dealing after one that cannot be used, or has been used up: the first on a later dealing day, ordered on a later day.
 *
 * @param boughtOn as in `nextDealing`.
 * @throws AptfolioError with the path `before` or `days` for what is none; as `nextDealing`.
 * @returns the dealing as the day of its order sees it, of status `never` where the product says that there is none; `undefined` where the calendar ends before the next one.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { compileProducts, dealingAfter, nextDealing } from 'aptfolio/products';
 *
 * const { byId } = compileProducts(
 *   [{
 *     id: 'P', name: 'Two days a month', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004,
 *     entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *     dealing: { redemption: { from: '2026-03-02', everyMonths: 1, days: 2 } },
 *   }],
 *   ['BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * const first = nextDealing(byId.P, { side: 'sell', asOf: '2026-03-03', calendar });
 * first.dealsOn; // => '2026-03-03'
 * dealingAfter(byId.P, 'sell', first, { calendar }).dealsOn; // => '2026-04-02'
 * ```
 */
export function dealingAfter(
  product: Product,
  side: DealingSide,
  before: DealtBefore,
  days: DealingCalendar,
  boughtOn?: PlainDate,
): Dealing | undefined {
  checkObject(before, 'before');
  checkObject(days, 'days');
  const { orderOn, dealsOn } = before;
  const { calendar, deskOn = (asOf) => openDealingDesk({ asOf, calendar }) } = days;
  checkObject(calendar, 'days.calendar');
  for (let day = addDays(orderOn, 1); day < calendar.covers.to; day = addDays(day, 1)) {
    if (!isBusinessDay(day, calendar)) continue;
    const next = deskOn(day).next(product, side, boughtOn);
    if (next.status === 'never' || next.dealsOn > dealsOn) return next;
  }
  return undefined;
}

/** The days of a dealing that there was. */
export interface DealtBefore {
  readonly orderOn: PlainDate;
  readonly dealsOn: PlainDate;
}

/**
 * The first redemption, from one on, that is carried out in full: on a day on which only a part of each is (`acceptedShareOn`), nobody knows when the
 * rest is paid. At maturity all is paid back.
 *
 * @param from the first redemption that may do.
 * @param boughtOn as in `nextDealing`.
 * @returns `undefined` where the calendar ends before there is one.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { compileProducts, nextDealing, wholeRedemption } from 'aptfolio/products';
 *
 * const { byId } = compileProducts(
 *   [{
 *     id: 'P', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004,
 *     entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *     dealing: { gates: [{ on: '2026-03-02', acceptedShare: 0.4 }] },
 *   }],
 *   ['BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * const first = nextDealing(byId.P, { side: 'sell', asOf: '2026-03-02', calendar });
 * first.dealsOn; // => '2026-03-02'
 * wholeRedemption(byId.P, first, { calendar }).dealsOn; // => '2026-03-03'
 * ```
 */
export function wholeRedemption(
  product: Product,
  from: Dealing,
  days: DealingCalendar,
  boughtOn?: PlainDate,
): Dealing | undefined {
  let found: Dealing | undefined = from;
  while (found !== undefined && isCutOn(product, found)) {
    found = dealingAfter(product, 'sell', found, days, boughtOn);
  }
  return found;
}

function isCutOn(
  product: Product,
  dealing: Dealing,
): dealing is Exclude<Dealing, { readonly status: 'never' }> {
  if (product.dealing?.gates === undefined || dealing.status === 'never') return false;
  return !paysBack(dealing) && acceptedShareOn(product, dealing.dealsOn) !== undefined;
}

/**
 * Whether a product pays back by itself on the day of a dealing, because it matures, so that nothing is ordered.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { compileProducts, nextDealing, paysBack } from 'aptfolio/products';
 *
 * const { byId } = compileProducts(
 *   [{
 *     id: 'P', name: 'Until June', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004,
 *     entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *     dealing: { redemption: 'never', maturity: '2026-06-01' },
 *   }],
 *   ['BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * const dealing = nextDealing(byId.P, { side: 'sell', asOf: '2026-03-02', calendar });
 * [dealing.dealsOn, paysBack(dealing)]; // => ['2026-06-01', true]
 * ```
 */
export function paysBack({ reasons }: Dealing): boolean {
  return reasons.some(({ code }) => code === 'products.dealing.matures');
}
