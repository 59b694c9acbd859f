import { AptfolioError, at } from '../../errors/index.js';
import { entryFeeUnits } from '../../products/index.js';
import { type AllowedMultiples, allowedMultiples, largestUpTo } from './allowed-amounts.js';
import { smaller } from './exact.js';
import { type BuyingTerms, type UnitTerms, unitsWithin, valueOfUnits } from './purchase-terms.js';

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

/**
 * Cuts an amount into orders that the product allows and that, unless they count units, are multiples of `multiple`: no more than one
 * client may hold, and none of which the fee leaves nothing.
 *
 * An amount of zero is a share too small for the smallest unit of its currency: less than any order.
 */
export function placeAmount(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  const { most } = terms;
  const room = most === undefined || most.value < most.held ? 0n : most.value - most.held;
  if (most === undefined || amount <= room) {
    return withoutFeeAlone(placeWithin(amount, terms, multiple), amount);
  }
  const { held, value } = most;
  const { slices } = withoutFeeAlone(placeWithin(room, terms, multiple), room);
  const code = 'orders.above-maximum-holding';
  return {
    ...placementOf(amount, slices),
    obstacle: { code, most: value, after: held + amount },
  };
}

function placeWithin(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  return terms.units === undefined
    ? placeMoney(amount, terms, multiple)
    : placeUnits(amount, terms, terms.units);
}

/** An order of which the fee takes all is none. */
function withoutFeeAlone(placement: Placement, amount: bigint): Placement {
  const taken = placement.slices.find(({ gross, fee }) => fee >= gross);
  if (taken === undefined) return placement;
  const slices = placement.slices.filter(({ gross, fee }) => fee < gross);
  const obstacle = { code: 'orders.fee-takes-all', fee: taken.fee } as const;
  return { ...placementOf(amount, slices), obstacle };
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

  const further = allowedMultiples(terms.further, multiple);
  const slices = cut(product.id, amount, dailyLimit, [allowed, further]).map((gross) => ({
    gross,
    fee: entryFeeUnits(product, gross, currency, fees),
  }));
  const placement = placementOf(amount, slices);
  if (placement.rest < allowed.period) return placement;
  const least = dailyLimit === undefined ? minimum : (further?.first ?? minimum);
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum: least } };
}

/** As many full days as fit, then what is left; the amount is at least the smallest order. */
function cut(
  product: string,
  amount: bigint,
  dailyLimit: bigint | undefined,
  [first, further]: readonly [AllowedMultiples, AllowedMultiples | undefined],
): readonly bigint[] {
  if (dailyLimit === undefined) return [largestUpTo(amount, first) as bigint];
  const slices: bigint[] = [];
  let [left, allowed] = [amount, first as AllowedMultiples | undefined];
  while (allowed !== undefined) {
    const slice = largestUpTo(smaller(left, dailyLimit), allowed);
    if (slice === undefined) break;
    if (slices.length > MOST_DAYS) refuseDays(product);
    slices.push(slice);
    left -= slice;
    // What is less than a day takes is the last.
    allowed = slice === largestUpTo(dailyLimit, allowed) ? further : undefined;
  }
  return slices;
}

/** Whole lots at the price, with the fee on what they are worth on top of it. */
function placeUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Placement {
  const { dailyLimit, product, further } = terms;
  const first = sliceOf(leastUnits(terms, units), terms, units);
  const minimum = first.gross;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  const later = sliceOf(leastUnits({ ...terms, ...further }, units), terms, units).gross;
  const slices: Slice[] = [];
  for (let left = amount; left >= (slices.length === 0 ? minimum : later); ) {
    if (slices.length === MOST_DAYS) refuseDays(product.id);
    const slice = mostUnits(smaller(left, dailyLimit ?? left), terms, units);
    if (slice.units === 0n || (slices.length > 0 && slice.gross < later)) break;
    slices.push(slice);
    left -= slice.gross;
    if (dailyLimit === undefined) break;
  }
  if (slices.length === 0) return nothing(amount, { code: 'orders.below-minimum', minimum });
  const placement = placementOf(amount, slices);
  const lot = sliceOf(units.step, terms, units);
  // A price that rounds to nothing buys any number; the rest is then what rounding leaves.
  if (placement.rest < lot.gross || lot.gross === 0n) return placement;
  const least = dailyLimit === undefined ? minimum : later;
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum: least } };
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

/** The most lots that an amount pays for, fee included; what they are worth is not rounded down to it. */
function mostUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Required<Slice> {
  const { step, price } = units;
  const pays = (lots: bigint): boolean => {
    const { fee } = sliceOf(lots * step, terms, units);
    return fee <= amount && lots * step <= unitsWithin(amount - fee, price, terms.currency);
  };
  let [low, high] = [0n, 1n];
  while (pays(high)) [low, high] = [high, high * 2n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (pays(middle)) low = middle;
    else high = middle;
  }
  return sliceOf(low * units.step, terms, units);
}

/** The fee is of what the units are worth, and comes on top of it. */
function sliceOf(
  units: bigint,
  { product, currency }: BuyingTerms,
  { price }: UnitTerms,
): Required<Slice> {
  const value = valueOfUnits(units, price, currency);
  const fee = entryFeeUnits(product, value, currency, 'inside');
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
