import type { PlainDate } from '../../dates/index.js';
import {
  acceptedShareOn,
  type Dealing,
  type Product,
  paysBack,
  wholeRedemption,
} from '../../products/index.js';
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
  if (share === undefined || paysBack(dealing)) return undefined;
  return { code: 'rebalancing.pro-rata-day', parameters: { on, share } };
}

/** The day of the order, from a dealing on, for the first redemption that is carried out in full; `null` where none is known. */
export function wholeOrderOn(
  product: Product,
  dealing: Dealing,
  days: Pick<Inside, 'calendar' | 'deskOn'>,
  boughtOn?: PlainDate,
): PlainDate | null {
  return wholeRedemption(product, dealing, days, boughtOn)?.orderOn ?? null;
}
