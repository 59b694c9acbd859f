import type { PlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import type { Product } from '../product.js';
import { type DealingMoment, openDealingDesk } from './dealing-desk.js';
import type { Dealing } from './find-dealing.js';
import type { DealingSide } from './hurdle.js';

/** What is to be dealt, and when the order is to be placed. */
export interface DealingQuestion extends DealingMoment {
  readonly side: DealingSide;
  /**
   * The purchase day of the lot that is sold, also one to come; nothing is sold before its units are booked (`subscriptionSettlement`). Absent: what is sold is free of every holding period, unless
   * the product has not begun.
   */
  readonly boughtOn?: PlainDate;
}

/**
 * When a product can next be bought or redeemed: the day of the order, the dealing day and the day on which units or money are booked.
 *
 * The dealing day is the first business day that all terms allow: status (also on the day of the order), subscription or redemption days,
 * notice, and on a sale the booking of the lot's units, its minimum holding and rolling term. Days on which the product's own market is closed and days whose gate accepts nothing are none; a gate above 0
 * is told in the reasons. The order is placed the notice earlier. `now` means: order
 * today, where the next business day stands for a day off and for a day whose cut-off has passed. A product with a maturity pays
 * back on it at the latest; that is `later`, and nothing is ordered. A dealing day that lies beyond the calendar or more than 50 years ahead
 * is `never`, with a reason that says from when on it may be possible. A loan is `never` dealt in.
 *
 * @throws AptfolioError `unknown-value` or `missing-value` for a status that is none, in a row that was never compiled; `out-of-range` for an `asOf` that the calendar does not cover; as `parsePlainDate` for a date that is none.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { compileProducts, nextDealing } from 'aptfolio/products';
 *
 * const { byId } = compileProducts(
 *   [{
 *     id: 'P', name: 'Opens each month', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004,
 *     entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 90, status: 'open',
 *     dealing: { redemption: { from: '2026-01-05', everyMonths: 1, days: 5 }, redemptionSettlement: 2 },
 *   }],
 *   ['BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * const sale = { side: 'sell', asOf: '2026-03-02', calendar, boughtOn: '2026-01-07' } as const;
 * const { status, dealsOn, settlesOn, reasons } = nextDealing(byId.P, sale);
 * status; // => 'later'
 * dealsOn; // => '2026-04-07'
 * settlesOn; // => '2026-04-09'
 * reasons.map(({ code }) => code);
 * // => ['products.dealing.redemption-window', 'products.dealing.locked-until']
 * ```
 */
export function nextDealing(product: Product, question: DealingQuestion): Dealing {
  const { side, boughtOn } = checkObject(question, 'question') as unknown as DealingQuestion;
  return openDealingDesk(question).next(product, side, boughtOn);
}
