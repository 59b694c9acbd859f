import { daysBetween, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import type { DealingRule } from './limits.js';

/**
 * The calendar days for which a lot was held on a day: from its purchase, or from the day on which the product begins if that is later.
 *
 * They are what exit tiers go by; see `exitRate`.
 *
 * @returns at least 0.
 * @throws AptfolioError as `parsePlainDate` for either day.
 *
 * @example
 * ```ts
 * import { heldDays } from 'aptfolio/products';
 *
 * heldDays({}, '2026-03-02', '2026-03-23'); // => 21
 * heldDays({ dealing: { startsOn: '2026-03-16' } }, '2026-03-02', '2026-03-23'); // => 7
 * ```
 */
export function heldDays(product: DealingRule, boughtOn: PlainDate, on: PlainDate): number {
  checkObject(product, 'product');
  parsePlainDate(boughtOn, 'boughtOn');
  const from = countsFrom(product, boughtOn);
  return Math.max(0, daysBetween(from, parsePlainDate(on, 'on')));
}

/** The day from which a lot's holding periods count: no lot is older than its product. */
export function countsFrom({ dealing }: DealingRule, boughtOn: PlainDate): PlainDate {
  const startsOn = dealing?.startsOn;
  return startsOn !== undefined && startsOn > boughtOn ? startsOn : boughtOn;
}
