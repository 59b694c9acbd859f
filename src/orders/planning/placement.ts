import { AptfolioError, at } from '../../errors/index.js';
import type { BuyingTerms } from './purchase-terms.js';

/** One order of an amount, in smallest units; `gross − fee` is invested. */
export interface Slice {
  readonly gross: bigint;
  readonly fee: bigint;
  /** Scaled; only where units are counted. */
  readonly units?: bigint;
}

/** Why a part of an amount is not ordered. */
export type Obstacle =
  /** It is less than the smallest order. */
  | { readonly code: 'orders.below-minimum'; readonly minimum: bigint }
  /** The daily limit is less than the smallest order. */
  | {
      readonly code: 'orders.limit-below-minimum';
      readonly minimum: bigint;
      readonly limit: bigint;
    }
  /** No amount fits the product's steps and the plan's at once. */
  | { readonly code: 'orders.no-allowed-amount' }
  /** One client may not hold so much. */
  | {
      readonly code: 'orders.above-maximum-holding';
      readonly most: bigint;
      readonly after: bigint;
    }
  /** No payment leaves exactly what so many units are worth, scaled: a tier of the fee begins there. */
  | { readonly code: 'orders.no-exact-payment'; readonly units: bigint }
  /** It takes more days than a plan goes on. */
  | { readonly code: 'orders.beyond-most-days' }
  /** The fee leaves nothing to invest. */
  | { readonly code: 'orders.fee-takes-all'; readonly fee: bigint };

/** How an amount is ordered: one slice a dealing day, and what remains. */
export interface Placement {
  readonly slices: readonly Slice[];
  readonly placed: bigint;
  /** Amount less `placed`. */
  readonly rest: bigint;
  /** Absent if the rest is no more than what rounding to the steps leaves. */
  readonly obstacle?: Obstacle;
}

/** The most days over which an amount is spread. */
export const MOST_DAYS = 1000;

/** Places an amount, or of it what one client may still hold, without orders of which the fee leaves nothing. */
export function withinHolding(
  amount: bigint,
  { most }: BuyingTerms,
  place: (amount: bigint) => Placement,
): Placement {
  const room = most === undefined || most.value < most.held ? 0n : most.value - most.held;
  if (most === undefined || amount <= room) return withoutFeeAlone(place(amount), amount);
  const { held, value } = most;
  const { slices } = withoutFeeAlone(place(room), room);
  const code = 'orders.above-maximum-holding';
  return {
    ...placementOf(amount, slices),
    obstacle: { code, most: value, after: held + amount },
  };
}

/** An order of which the fee takes all is none. */
function withoutFeeAlone(placement: Placement, amount: bigint): Placement {
  const taken = placement.slices.find(({ gross, fee }) => fee >= gross);
  if (taken === undefined) return placement;
  const slices = placement.slices.filter(({ gross, fee }) => fee < gross);
  const obstacle = { code: 'orders.fee-takes-all', fee: taken.fee } as const;
  return { ...placementOf(amount, slices), obstacle };
}

/** What slices of an amount leave of it. */
export function placementOf(amount: bigint, slices: readonly Slice[]): Placement {
  const placed = slices.reduce((sum, { gross }) => sum + gross, 0n);
  return { slices, placed, rest: amount - placed };
}

/** Nothing of an amount is ordered. */
export function nothing(amount: bigint, obstacle: Obstacle): Placement {
  return { slices: [], placed: 0n, rest: amount, obstacle };
}

/**
 * What of an order is left after the most days: not ordered, as what falls beyond the calendar. Where the request's own limit is the one that
 * binds it is refused, since no plan should run for years because of a limit that is mistyped.
 */
export function beyondDays({
  product,
  dailyLimit,
  ownLimit,
}: Pick<BuyingTerms, 'product' | 'dailyLimit' | 'ownLimit'>): Obstacle {
  if (dailyLimit === ownLimit) return { code: 'orders.beyond-most-days' };
  const expected = `a limit that needs at most ${MOST_DAYS} days`;
  throw new AptfolioError('out-of-range', at('request.dailyLimits', product.id), expected);
}
