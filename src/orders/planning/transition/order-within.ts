import { makeReason, type Reason } from '../../../evidence/index.js';
import { fromMinorUnits, toMinorUnits } from '../../../money/index.js';
import { redemptionTerms } from '../../../products/index.js';
import type { OrderDays } from '../../life/order.js';
import { divideUp, smaller } from '../exact.js';
import { exitCharge } from '../exit-charge.js';
import { partOfStep } from '../obstacle-reason.js';
import type { Slice } from '../placement.js';
import { lotOf, valueOfUnits } from '../purchase-terms.js';
import type { ReadLot, ReadPosition } from './read-transition.js';

/** A lot of which is taken. */
export type OpenLot = { -readonly [K in keyof ReadLot]: ReadLot[K] };

/** What there is on a day. */
interface DayOfLots {
  /** All lots that are left. */
  readonly left: readonly OpenLot[];
  /** Those of them that can be redeemed on the day. */
  readonly free: readonly OpenLot[];
  readonly day: OrderDays;
  readonly rules: { readonly amountStep: bigint };
}

/** An order out of lots, in their measure; a size of 0 and no slice where none can be made. */
interface OrderOfDay {
  readonly size: bigint;
  readonly slice?: Slice;
  /** Why it is less than the most of the day. */
  readonly why?: Reason;
}

/** Takes as much of the most of a day as makes an order: none below the least redemption, none of which the fee takes all. */
export function orderWithin(position: ReadPosition, most: bigint, lots: DayOfLots): OrderOfDay {
  const { size, why } = allowed(position, most, lots);
  if (size === 0n) return { size, ...(why === undefined ? {} : { why }) };
  const parts = pick(lots.free, size);
  const slice = sliceOf(position, parts, lots.day);
  if (slice.fee >= slice.gross) return { size: 0n, why: feeTakesAll(position, slice) };
  for (const { lot, size: part } of parts) lot.size -= part;
  return { size, slice, ...(why === undefined ? {} : { why }) };
}

/** Whole lots and the least redemption bind unless everything is taken out; what stays is nothing or the minimum holding. */
function allowed(
  position: ReadPosition,
  free: bigint,
  { left, rules }: DayOfLots,
): { readonly size: bigint; readonly why?: Reason } {
  const all = sizeOf(left);
  if (free === 0n || free === all) return { size: free };
  const { product, currency } = position;
  const most = toStep(position, free, 1n);
  if (most === 0n) return { size: 0n, why: partOfStep(product.id, free, lotOf(product)) };
  const minimum = toMinorUnits(redemptionTerms(product, currency).minimum);
  if (worthOf(position, most) < minimum) {
    return { size: 0n, why: belowMinimum(position, most, minimum) };
  }
  const stays = minimumHolding(position);
  if (all - most >= stays) return { size: most };
  const kept = all > stays ? toStep(position, all - stays, rules.amountStep) : 0n;
  return {
    size: worthOf(position, kept) < minimum ? 0n : kept,
    why: holdingReason('orders.keeps-minimum-holding', position),
  };
}

/** What must stay, in the measure of the lots: in units what so much is worth, rounded up to a whole share of the position. */
export function minimumHolding({ product, currency, value, units }: ReadPosition): bigint {
  const money = toMinorUnits(redemptionTerms(product, currency).minimumHolding);
  return units === undefined || value === 0n ? money : divideUp(money * units, value);
}

/** That the minimum holding decides how much is sold. */
export function holdingReason(code: string, { product, currency }: ReadPosition): Reason {
  const { amount: minimum } = redemptionTerms(product, currency).minimumHolding;
  return makeReason(code, 'info', { product: product.id, minimum, currency });
}

function belowMinimum({ product, currency }: ReadPosition, gross: bigint, least: bigint): Reason {
  const write = (units: bigint): string => fromMinorUnits(currency, units).amount;
  const parameters = { product: product.id, amount: write(gross), minimum: write(least), currency };
  return makeReason('orders.below-minimum-redemption', 'info', parameters);
}

function feeTakesAll({ product, currency }: ReadPosition, { fee }: Slice): Reason {
  const { amount } = fromMinorUnits(currency, fee);
  return makeReason('orders.fee-takes-all', 'info', { product: product.id, fee: amount, currency });
}

/** What of a size comes out of which lots. */
function pick(
  lots: readonly OpenLot[],
  size: bigint,
): readonly { readonly lot: OpenLot; readonly size: bigint }[] {
  let open = size;
  return lots.flatMap((lot) => {
    const part = smaller(lot.size, open);
    open -= part;
    return part === 0n ? [] : [{ lot, size: part }];
  });
}

/** The amounts of an order: its exit fees by the holding time of its lots; the highest where that is not known. */
function sliceOf(position: ReadPosition, parts: ReturnType<typeof pick>, days: OrderDays): Slice {
  const { product, currency, price } = position;
  const redeemed = parts.map(({ lot, size }) => ({ ...lot, amount: worthOf(position, size) }));
  const fee = exitCharge(product, redeemed, currency, days);
  const units = sizeOf(parts);
  const gross = worthOf(position, units);
  return { gross, fee, ...(price === undefined ? {} : { units }) };
}

/** What a size is worth, in smallest units. */
export function worthOf({ price, currency }: ReadPosition, size: bigint): bigint {
  return price === undefined ? size : valueOfUnits(size, price, currency);
}

/** The size of all parts. */
export function sizeOf(parts: readonly { readonly size: bigint }[]): bigint {
  return parts.reduce((sum, { size }) => sum + size, 0n);
}

/** Units down to whole steps of the product, money down to whole steps of the plan. */
export function toStep({ units, product }: ReadPosition, size: bigint, step: bigint): bigint {
  return size - (size % (units === undefined ? step : lotOf(product)));
}
