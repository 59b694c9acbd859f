import type { PlainDate } from '../../../dates/index.js';
import { makeReason, type Reason } from '../../../evidence/index.js';
import { fromMinorUnits, parseAmount, toMinorUnits } from '../../../money/index.js';
import { acceptedShareOn, mostOn, type Product } from '../../../products/index.js';
import type { OrderDays } from '../../life/order.js';
import { daysOf, dealingAfter, isOrdered, type OrderedDealing } from '../dealing-slices.js';
import { least } from '../exact.js';
import { obstacleReason } from '../obstacle-reason.js';
import { beyondDays, MOST_DAYS, type Slice } from '../placement.js';
import { lotOf, unitsWithin } from '../purchase-terms.js';
import { type OpenLot, orderWithin, sizeOf, worthOf } from './order-within.js';
import type { ReadPosition, ReadTransition } from './read-transition.js';

/** What of a plan's rules a sale keeps to. */
export type SaleRules = Pick<
  ReadTransition<never>,
  'amountStep' | 'dailyLimits' | 'days' | 'latest'
>;

/** What is taken out of the lots, one order a day. */
export interface Taken {
  readonly slices: readonly (Slice & OrderDays)[];
  /** In the measure of the lots. */
  readonly sold: bigint;
  /** Why it is less than is wanted. */
  readonly reasons: readonly Reason[];
  /** Days on which the product deals and which are left out. */
  readonly passed: readonly Reason[];
}

/**
 * Takes from the lots that are free first, the earliest bought first among them, day by day. What a day lets out and is too little for an
 * order waits for a day that lets out more.
 */
export function takeLots(position: ReadPosition, wanted: bigint, rules: SaleRules): Taken {
  const { product } = position;
  const standing = lesser(position, product.dealing?.dailyRedemption, rules);
  refuseTooLow(position, wanted, standing);
  const left: readonly OpenLot[] = position.lots.map((lot) => ({ ...lot }));
  const slices: (Slice & OrderDays)[] = [];
  const passed: Reason[] = [];
  const hindrances = new Map<string, Reason>();
  let sold = 0n;
  let day: OrderedDealing | undefined;
  while (sold < wanted) {
    if (slices.length === MOST_DAYS) {
      const end = beyondReason(position, wanted - sold, standing);
      return { slices, sold, passed, reasons: [...hindrances.values(), end] };
    }
    const found = nextDay(product, left, day, rules);
    day = found.day;
    if (day === undefined) {
      const end = makeReason('orders.not-dealing', 'info', { product: product.id });
      return { slices, sold, passed, reasons: [...hindrances.values(), end, ...found.reasons] };
    }
    const proRata = proRataDay(product, day.dealsOn);
    if (proRata !== undefined) {
      passed.push(proRata);
      continue;
    }
    const usual = least(wanted - sold, sizeOf(found.ever), inLots(position, standing))!;
    const limit = limitOn(position, day.dealsOn, rules);
    const most = least(usual, sizeOf(found.now), inLots(position, limit))!;
    const { size, slice, why } = orderWithin(position, most, { left, free: found.now, rules, day });
    const hindrance = most === 0n ? lessThanUnit(position, wanted - sold, limit) : why;
    if (hindrance !== undefined) hindrances.set(hindrance.code, hindrance);
    if (slice !== undefined) slices.push({ ...slice, ...daysOf(day) });
    sold += size;
    // No later day lets out more.
    if (size === 0n && most === usual) break;
  }
  return { slices, sold, passed, reasons: sold < wanted ? [...hindrances.values()] : [] };
}

/** The next day on which any lot can be redeemed, the lots that can, and those that can on some day. */
function nextDay(
  product: Product,
  lots: readonly OpenLot[],
  after: OrderDays | undefined,
  { days, latest }: SaleRules,
): {
  readonly day?: OrderedDealing;
  readonly now: readonly OpenLot[];
  readonly ever: readonly OpenLot[];
  readonly reasons: readonly Reason[];
} {
  const dealings = lots
    .filter(({ size }) => size > 0n)
    .map((lot) => ({
      lot,
      dealing:
        after === undefined
          ? days.desk.next(product, 'sell', lot.boughtOn)
          : dealingAfter(product, 'sell', after, days, lot.boughtOn),
    }));
  const reasons = dealings.flatMap(({ dealing }) => dealing.reasons);
  const open = dealings.flatMap(({ lot, dealing }) =>
    isOrdered(dealing) && (latest === undefined || dealing.orderOn <= latest)
      ? [{ lot, dealing }]
      : [],
  );
  const ever = open.map(({ lot }) => lot);
  const day = open.reduce<OrderedDealing | undefined>(
    (first, { dealing }) =>
      first === undefined || dealing.dealsOn < first.dealsOn ? dealing : first,
    undefined,
  );
  if (day === undefined) return { now: [], ever, reasons };
  const now = open.filter(({ dealing }) => dealing.dealsOn === day.dealsOn).map(({ lot }) => lot);
  return { day, now, ever, reasons };
}

/**
 * That only a part of each redemption is carried out on a day. What becomes of the rest the contract says, so nobody counts on such a day.
 */
function proRataDay(product: Product, on: PlainDate): Reason | undefined {
  const share = acceptedShareOn(product, on);
  if (share === undefined) return undefined;
  return makeReason('orders.pro-rata-day', 'info', { product: product.id, on, share });
}

/** The most of a day. */
function limitOn(position: ReadPosition, day: PlainDate, rules: SaleRules): bigint | undefined {
  return lesser(position, mostOn(position.product, 'sell', day), rules);
}

/** The product's limit or the plan's own, the lower of both, in smallest units. */
function lesser(
  position: ReadPosition,
  own: string | undefined,
  { dailyLimits }: SaleRules,
): bigint | undefined {
  return least(unitsOf(own, position), dailyLimits.get(position.product.id));
}

function unitsOf(limit: string | undefined, { currency }: ReadPosition): bigint | undefined {
  if (limit === undefined) return undefined;
  return toMinorUnits(parseAmount(limit, currency, 'dailyRedemption'));
}

/** A limit in the measure of the lots, down to whole steps. */
function inLots(
  { product, currency, price }: ReadPosition,
  limit: bigint | undefined,
): bigint | undefined {
  if (limit === undefined || price === undefined) return limit;
  const most = unitsWithin(limit, price, currency);
  return most - (most % lotOf(product));
}

/** Refuses a limit of the plan that is mistyped, whether or not the calendar goes on for so long. */
function refuseTooLow(position: ReadPosition, wanted: bigint, standing: bigint | undefined): void {
  const most = inLots(position, standing);
  if (most === undefined || most === 0n || wanted <= most * BigInt(MOST_DAYS)) return;
  beyondReason(position, wanted, standing);
}

/** That so much more would take more than the most days. */
function beyondReason(
  position: ReadPosition,
  open: bigint,
  dailyLimit: bigint | undefined,
): Reason {
  const { product, currency } = position;
  const ownLimit = unitsOf(product.dealing?.dailyRedemption, position);
  const obstacle = beyondDays({ product, dailyLimit, ownLimit });
  return obstacleReason(obstacle, product.id, fromMinorUnits(currency, worthOf(position, open)));
}

/** That a limit is worth less than one step of units. */
function lessThanUnit(position: ReadPosition, open: bigint, limit = 0n): Reason {
  const { product, currency } = position;
  const write = (units: bigint): string => fromMinorUnits(currency, units).amount;
  return makeReason('orders.limit-below-minimum', 'info', {
    product: product.id,
    currency,
    limit: write(limit),
    minimum: write(worthOf(position, lotOf(product))),
    amount: write(worthOf(position, open)),
  });
}
