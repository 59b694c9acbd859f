import { AptfolioError, at } from '../../errors/index.js';
import { type AllowedMultiples, allowedMultiples, largestUpTo } from './allowed-amounts.js';
import { chargeOn, entryFee } from './entry-charge.js';
import { smaller } from './exact.js';
import { type BuyingTerms, type UnitTerms, valueOfUnits } from './purchase-terms.js';

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
  | { readonly code: 'orders.no-allowed-amount' };

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

/**
 * Cuts an amount into orders that the product allows and that, unless they count units, are multiples of `multiple`.
 *
 * An amount of zero is a share too small for the smallest unit of its currency: less than any order.
 */
export function placeAmount(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  return terms.units === undefined
    ? placeMoney(amount, terms, multiple)
    : placeUnits(amount, terms, terms.units);
}

function placeMoney(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  const allowed = allowedMultiples(terms, multiple);
  if (allowed === undefined) return nothing(amount, { code: 'orders.no-allowed-amount' });
  const { dailyLimit, product, currency, fees } = terms;
  const minimum = allowed.first;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  if (amount < minimum) return nothing(amount, { code: 'orders.below-minimum', minimum });

  const parts = cut(product.id, amount, dailyLimit, allowed);
  const slices = parts.map((gross) => ({ gross, fee: entryFee(product, gross, currency, fees) }));
  const placement = placementOf(amount, slices);
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
  if (days > MOST_DAYS) refuseDays(product);
  const slices = Array.from({ length: Number(days) }, () => full);
  const last = dailyLimit === undefined ? undefined : largestUpTo(amount % full, allowed);
  return last === undefined ? slices : [...slices, last];
}

/** Whole lots at the price, with the fee on what they are worth on top of it. */
function placeUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Placement {
  const { dailyLimit, product } = terms;
  const first = sliceOf(leastUnits(terms, units), terms, units);
  const minimum = first.gross;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  const slices: Slice[] = [];
  for (let left = amount; left >= minimum; ) {
    if (slices.length === MOST_DAYS) refuseDays(product.id);
    const slice = mostUnits(smaller(left, dailyLimit ?? left), terms, units);
    slices.push(slice);
    left -= slice.gross;
    if (dailyLimit === undefined) break;
  }
  if (slices.length === 0) return nothing(amount, { code: 'orders.below-minimum', minimum });
  const placement = placementOf(amount, slices);
  const lot = sliceOf(units.step, terms, units);
  // A price that rounds to nothing buys any number; the rest is then what rounding leaves.
  if (placement.rest < lot.gross || lot.gross === 0n) return placement;
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum } };
}

/** The fewest lots that are worth the least purchase. */
function leastUnits(terms: BuyingTerms, { step, price }: UnitTerms): bigint {
  let [low, high] = [0n, 1n];
  const reaches = (lots: bigint): boolean => {
    const { gross } = sliceOf(lots * step, terms, { step, price });
    return gross > 0n && gross >= terms.minimum;
  };
  while (!reaches(high)) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high * step;
}

/** The most lots that an amount pays for, fee included. */
function mostUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Slice {
  const pays = (lots: bigint): boolean => sliceOf(lots * units.step, terms, units).gross <= amount;
  let [low, high] = [0n, 1n];
  while (pays(high)) [low, high] = [high, high * 2n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (pays(middle)) low = middle;
    else high = middle;
  }
  return sliceOf(low * units.step, terms, units);
}

function sliceOf(
  units: bigint,
  { product, currency }: BuyingTerms,
  { price }: UnitTerms,
): Required<Slice> {
  const value = valueOfUnits(units, price, currency);
  const fee = chargeOn(product, value, currency);
  return { gross: value + fee, fee, units };
}

function placementOf(amount: bigint, slices: readonly Slice[]): Placement {
  const placed = slices.reduce((sum, { gross }) => sum + gross, 0n);
  return { slices, placed, rest: amount - placed };
}

function nothing(amount: bigint, obstacle: Obstacle): Placement {
  return { slices: [], placed: 0n, rest: amount, obstacle };
}

/** No plan should run for years because of a limit that is mistyped. */
export function refuseDays(product: string): never {
  const expected = `a limit that needs at most ${MOST_DAYS} days`;
  throw new AptfolioError('out-of-range', at('request.dailyLimits', product), expected);
}
