import { addDays, isBusinessDay, type PlainDate } from '../../dates/index.js';
import { acceptedShareOn, type Dealing, type Product } from '../../products/index.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Hindrance } from './bounds.js';

/**
 * That only a part of each redemption is carried out on the day of a dealing. What becomes of the rest the contract says, so nobody counts on
 * such a day; at maturity all is paid back.
 */
export function proRataOf(product: Product, dealing: Dealing): Hindrance | undefined {
  if (product.dealing?.gates === undefined || dealing.status === 'never') return undefined;
  const on = dealing.dealsOn;
  const share = acceptedShareOn(product, on);
  if (share === undefined || maturesWith(dealing)) return undefined;
  return { code: 'rebalancing.pro-rata-day', parameters: { on, share } };
}

function maturesWith({ reasons }: Dealing): boolean {
  return reasons.some(({ code }) => code === 'products.dealing.matures');
}

/** The day of the order, from a dealing on, for the first redemption that is carried out in full; `null` where none is known. */
export function wholeOrderOn(
  product: Product,
  dealing: Dealing,
  inside: Pick<Inside, 'calendar' | 'deskOn'>,
  boughtOn?: PlainDate,
): PlainDate | null {
  let found = dealing;
  while (proRataOf(product, found) !== undefined) {
    const next = dealingAfter(product, found, inside, boughtOn);
    if (next === undefined) return null;
    found = next;
  }
  return found.orderOn ?? null;
}

/** The redemption after one that is not counted on; absent where the calendar ends before it. */
function dealingAfter(
  product: Product,
  { orderOn, dealsOn }: Dealing,
  { calendar, deskOn }: Pick<Inside, 'calendar' | 'deskOn'>,
  boughtOn: PlainDate | undefined,
): Dealing | undefined {
  for (let day = addDays(orderOn!, 1); day < calendar.covers.to; day = addDays(day, 1)) {
    if (!isBusinessDay(day, calendar)) continue;
    const next = deskOn(day).next(product, 'sell', boughtOn);
    if (next.status === 'never' || next.dealsOn > dealsOn!) return next;
  }
  return undefined;
}
