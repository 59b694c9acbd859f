import { AptfolioError, at } from '../errors/index.js';
import {
  type AllowedAmounts,
  type AllowedMultiples,
  allowedMultiples,
  largestUpTo,
} from './allowed-amounts.js';

/** What of a product can be ordered in all and on one day, in smallest units. */
export interface OrderTerms extends AllowedAmounts {
  readonly dailyLimit: bigint | undefined;
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
  | { readonly code: 'orders.no-allowed-amount' };

/** How an amount is ordered: one slice a dealing day, and what remains. */
export interface Placement {
  readonly slices: readonly bigint[];
  readonly placed: bigint;
  /** Amount less `placed`. */
  readonly rest: bigint;
  /** Absent if the rest is no more than what rounding to the steps leaves. */
  readonly obstacle?: Obstacle;
}

const MOST_DAYS = 1000n;

/** Cuts an amount into orders that are multiples of `multiple` and that the product allows. */
export function placeAmount(
  product: string,
  amount: bigint,
  terms: OrderTerms,
  multiple: bigint,
): Placement {
  if (amount <= 0n) return { slices: [], placed: 0n, rest: 0n };
  const allowed = allowedMultiples(terms, multiple);
  if (allowed === undefined) return nothing(amount, { code: 'orders.no-allowed-amount' });
  const { dailyLimit } = terms;
  const minimum = allowed.first;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  if (amount < minimum) return nothing(amount, { code: 'orders.below-minimum', minimum });

  const slices = cut(product, amount, dailyLimit, allowed);
  const placed = slices.reduce((sum, slice) => sum + slice, 0n);
  const placement = { slices, placed, rest: amount - placed };
  if (placement.rest < allowed.period) return placement;
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum } };
}

/** As many full days as fit, then what is left; the amount is at least the smallest order. */
function cut(
  product: string,
  amount: bigint,
  dailyLimit: bigint | undefined,
  allowed: AllowedMultiples,
): readonly bigint[] {
  const full = largestUpTo(dailyLimit ?? amount, allowed) as bigint;
  const days = dailyLimit === undefined ? 1n : amount / full;
  if (days > MOST_DAYS) {
    const expected = `a limit that needs at most ${MOST_DAYS} days`;
    throw new AptfolioError('out-of-range', at('request.dailyLimits', product), expected);
  }
  const slices = Array.from({ length: Number(days) }, () => full);
  const last = dailyLimit === undefined ? undefined : largestUpTo(amount % full, allowed);
  return last === undefined ? slices : [...slices, last];
}

function nothing(amount: bigint, obstacle: Obstacle): Placement {
  return { slices: [], placed: 0n, rest: amount, obstacle };
}
