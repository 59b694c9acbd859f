import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Product } from '../product.js';
import type { BusinessDays } from './business-days.js';
import type { DealingSide, Hurdle } from './hurdle.js';
import { lockUpHurdle, purchaseHurdle, termHurdle } from './lot-hurdles.js';
import { orderStatusHurdle, statusHurdle } from './status.js';
import { windowsHurdle } from './windows.js';

/** The terms of the product and of the lot, each as something that may stand in the way. */
export function hurdlesOf(
  product: Product,
  side: DealingSide,
  boughtOn: PlainDate | undefined,
  { days, asOf }: { readonly days: BusinessDays; readonly asOf: PlainDate },
): readonly Hurdle[] {
  const { lockUpDays, dealing } = product;
  const hurdles = productHurdles(product, side, days);
  if (side === 'sell' && boughtOn !== undefined) {
    if (lockUpDays > 0) hurdles.push(lockUpHurdle(boughtOn, lockUpDays));
    const term = dealing?.rollingTerm;
    if (term !== undefined) hurdles.push(termHurdle(boughtOn, term, days));
    const { notice } = delaysOf(product, side);
    if (boughtOn > asOf) hurdles.push(purchaseHurdle(boughtOn, notice, days));
  }
  return hurdles;
}

/** The terms of the product alone. */
export function productHurdles(product: Product, side: DealingSide, days: BusinessDays): Hurdle[] {
  const { subscription, redemption, maturity } = product.dealing ?? {};
  const { notice } = delaysOf(product, side);
  const hurdles = [statusHurdle(product, side)];
  if (notice > 0) hurdles.push(orderStatusHurdle(product, side, notice, days));
  const open = side === 'buy' ? subscription : redemption;
  if (open !== undefined) hurdles.push(windowsHurdle(open, side, days));
  if (side === 'buy' && maturity !== undefined) hurdles.push(maturityHurdle(maturity));
  return hurdles;
}

/** Nobody buys what pays back on the day. */
function maturityHurdle(maturity: PlainDate): Hurdle {
  const why = (): Reason =>
    makeReason('products.dealing.no-subscription-at-maturity', 'block', { on: maturity });
  return (day) => (day < maturity ? { to: day } : { to: 'never', why });
}

/** Business days of notice before the dealing day, and of settlement after it. */
export function delaysOf(
  { dealing = {} }: Product,
  side: DealingSide,
): { readonly notice: number; readonly settlement: number } {
  const { subscriptionNotice = 0, redemptionNotice = 0 } = dealing;
  const { subscriptionSettlement = 1, redemptionSettlement = 1 } = dealing;
  return side === 'buy'
    ? { notice: subscriptionNotice, settlement: subscriptionSettlement }
    : { notice: redemptionNotice, settlement: redemptionSettlement };
}
