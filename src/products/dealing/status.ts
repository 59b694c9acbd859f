import type { PlainDate } from '../../dates/index.js';
import { at, checkOneOf } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { PRODUCT_STATUSES, type Product, type ProductStatus } from '../product.js';
import type { BusinessDays } from './business-days.js';
import type { DealingSide, Hurdle } from './hurdle.js';

/** Whether a status lets a client deal; nobody is led into what cannot be redeemed. */
export function permits(status: ProductStatus, side: DealingSide): boolean {
  if (side === 'buy' || status === 'open') return status === 'open';
  return status === 'subscription-suspended' || status === 'closed';
}

/** Refuses words that are no status: of a row that was never compiled they would count as a yes. */
export function refuseUnknownStatus({ status, changes = [] }: Product): void {
  checkOneOf(status, 'product.status', PRODUCT_STATUSES);
  changes.forEach((change, index) => {
    if (change.status === undefined) return;
    checkOneOf(change.status, at(at('product.changes', index), 'status'), PRODUCT_STATUSES);
  });
}

/** The status of a day: that of the last change until then which names one. */
export function statusOn({ status, changes = [] }: Product, day: PlainDate): ProductStatus {
  let found = status;
  let since = '';
  for (const change of changes) {
    if (change.status === undefined || change.from > day || change.from < since) continue;
    [found, since] = [change.status, change.from];
  }
  return found;
}

/** The status must permit dealing on the dealing day. */
export function statusHurdle(product: Product, side: DealingSide): Hurdle {
  refuseUnknownStatus(product);
  return (day) => {
    const status = statusOn(product, day);
    if (permits(status, side)) return { to: day };
    const reopens = reopeningAfter(product, side, day);
    return { to: reopens ?? 'never', why: () => suspension(status, side, reopens) };
  };
}

/** The status must permit orders on the day of the order, which is the notice before the dealing day. */
export function orderStatusHurdle(
  product: Product,
  side: DealingSide,
  notice: number,
  days: BusinessDays,
): Hurdle {
  const ordering = statusHurdle(product, side);
  return (day) => {
    const orderOn = days.shift(day, -notice);
    const { to, why } = ordering(orderOn);
    if (to === orderOn) return { to: day };
    return { to: to === 'never' ? to : days.shift(days.onOrAfter(to), notice), why };
  };
}

function reopeningAfter(
  { changes = [] }: Product,
  side: DealingSide,
  day: PlainDate,
): PlainDate | undefined {
  let reopens: PlainDate | undefined;
  for (const { from, status } of changes) {
    if (status === undefined || from <= day || !permits(status, side)) continue;
    if (reopens === undefined || from < reopens) reopens = from;
  }
  return reopens;
}

/** What a status says to the side that it does not permit. */
function suspension(
  status: ProductStatus,
  side: DealingSide,
  reopens: PlainDate | undefined,
): Reason {
  const code = `products.dealing.${suspensionName(status, side)}`;
  if (reopens === undefined) return makeReason(code, 'block');
  return makeReason(`${code}-until`, 'info', { on: reopens });
}

function suspensionName(status: ProductStatus, side: DealingSide): string {
  if (status === 'closed') return 'not-offered';
  return side === 'buy' && status === 'redemption-suspended' ? 'no-way-out' : status;
}
