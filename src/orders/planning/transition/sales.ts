import type { Reason } from '../../../evidence/index.js';
import type { OrderDays } from '../../life/order.js';
import type { Slice } from '../placement.js';
import { holdingReason, minimumHolding, sizeOf, toStep } from './order-within.js';
import type { ReadPosition } from './read-transition.js';
import { type SaleRules, type Taken, takeLots } from './take-lots.js';

/** What is sold of a product, in smallest units of its currency, and what is not although it should be. */
export interface Sale {
  readonly position: ReadPosition;
  /** Whether what stays is said in units, so that no more is sold whatever it is needed for. */
  readonly isCounted: boolean;
  readonly slices: readonly (Slice & OrderDays)[];
  /** Asked for and not sold, in smallest units of the product's currency; 0 where the rest is what rounding leaves. */
  readonly missing: bigint;
  /** Why something is missing. */
  readonly reasons: readonly Reason[];
  /** Why more is sold than was asked for, or later than the product deals. */
  readonly remarks: readonly Reason[];
}

/**
 * Sells so much of a position on the days on which its lots can be redeemed, under the limits of each day: an amount down to whole steps, or exactly
 * `count` of its units. All of it is sold where it can be and less than the minimum holding would stay.
 */
export function sell(
  position: ReadPosition,
  amount: bigint,
  rules: SaleRules,
  count?: bigint,
): Sale {
  const all = sizeOf(position.lots);
  const wanted = count ?? roundSale(position, amount, rules.amountStep);
  const leavesTooLittle = 0n < wanted && wanted < all && all - wanted < minimumHolding(position);
  const whole = leavesTooLittle ? takeLots(position, all, rules) : undefined;
  if (whole?.sold === all) {
    const remark = holdingReason('orders.redeems-all', position);
    return { ...saleOf(position, amount, whole, [remark]), isCounted: count !== undefined };
  }
  const taken = takeLots(position, wanted, rules);
  return { ...saleOf(position, amount, taken), isCounted: count !== undefined };
}

function saleOf(
  position: ReadPosition,
  amount: bigint,
  { slices, reasons, passed }: Taken,
  beyond: readonly Reason[] = [],
): Omit<Sale, 'isCounted'> {
  const gross = slices.reduce((sum, slice) => sum + slice.gross, 0n);
  const missing = reasons.length > 0 && amount > gross ? amount - gross : 0n;
  return { position, slices, missing, reasons, remarks: [...beyond, ...passed] };
}

/** What an amount is in the measure of the lots, down to whole steps; all of it where all is asked for. */
function roundSale(position: ReadPosition, amount: bigint, step: bigint): bigint {
  const { value, units, lots } = position;
  if (amount >= value) return sizeOf(lots);
  return toStep(position, units === undefined ? amount : (units * amount) / value, step);
}
