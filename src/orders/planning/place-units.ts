import { AptfolioError, at } from '../../errors/index.js';
import { type EntryFeeSide, entryFeeUnits } from '../../products/index.js';
import { smaller } from './exact.js';
import {
  MOST_DAYS,
  nothing,
  type Placement,
  placementOf,
  refuseDays,
  type Slice,
  withinHolding,
} from './placement.js';
import { type BuyingTerms, type UnitTerms, unitsWithin, valueOfUnits } from './purchase-terms.js';

/** Whole lots at the price, as many as an amount pays for with the fee on what they are worth. */
export function placeUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Placement {
  const { dailyLimit, product, further } = terms;
  const first = unitSlice(leastUnits(terms, units), terms, units);
  const minimum = first.gross;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  const later = unitSlice(leastUnits({ ...terms, ...further }, units), terms, units).gross;
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
  const lot = unitSlice(units.step, terms, units);
  // A price that rounds to nothing buys any number; the rest is then what rounding leaves.
  if (placement.rest < lot.gross || lot.gross === 0n) return placement;
  const least = dailyLimit === undefined ? minimum : later;
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum: least } };
}

/** So many units, a whole number of lots, and no others: what cannot be ordered of them is named. */
export function placeCount(count: bigint, terms: BuyingTerms): Placement {
  const units = unitsOf(terms);
  const whole = costOfCount(count, terms);
  return withinHolding(whole, terms, (money) =>
    countWithin(money < whole ? mostUnits(money, terms, units).units : count, terms, units),
  );
}

/** What so many units cost in one order, fee included. */
export function costOfCount(count: bigint, terms: BuyingTerms): bigint {
  return count === 0n ? 0n : unitSlice(count, terms, unitsOf(terms)).gross;
}

function unitsOf({ product, units }: BuyingTerms): UnitTerms {
  if (units !== undefined) return units;
  throw new AptfolioError('missing-value', at('request.prices', product.id), 'a price of one unit');
}

function countWithin(count: bigint, terms: BuyingTerms, units: UnitTerms): Placement {
  const { dailyLimit, product, further } = terms;
  const grossOf = (size: bigint): bigint => costOfCount(size, terms);
  const [first, later] = [
    leastUnits(terms, units),
    leastUnits({ ...terms, ...further }, units),
  ] as const;
  const limit = dailyLimit === undefined ? count : mostUnits(dailyLimit, terms, units).units;
  if (dailyLimit !== undefined && limit < first) {
    const minimum = grossOf(first);
    return nothing(grossOf(count), {
      code: 'orders.limit-below-minimum',
      minimum,
      limit: dailyLimit,
    });
  }
  const slices: Slice[] = [];
  let left = count;
  while (left > 0n && left >= (slices.length === 0 ? first : later)) {
    if (slices.length === MOST_DAYS) refuseDays(product.id);
    const slice = unitSlice(smaller(left, limit), terms, units);
    slices.push(slice);
    left -= slice.units;
  }
  const placed = placementOf(0n, slices).placed;
  const placement = { slices, placed, rest: grossOf(left) };
  if (left === 0n) return placement;
  const minimum = grossOf(slices.length === 0 ? first : later);
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum } };
}

/** The fewest lots that are worth the least purchase. */
function leastUnits(terms: BuyingTerms, units: UnitTerms): bigint {
  return (
    units.step *
    leastWith((lots) => {
      const { gross } = unitSlice(lots * units.step, terms, units);
      return gross > 0n && gross >= terms.minimum;
    })
  );
}

/** The most lots that an amount pays for, fee included; what they are worth is not rounded down to it. */
function mostUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Required<Slice> {
  const { step, price } = units;
  const isTooMuch = (lots: bigint): boolean => {
    const { fee } = unitSlice(lots * step, terms, units);
    return fee > amount || lots * step > unitsWithin(amount - fee, price, terms.currency);
  };
  return unitSlice((leastWith(isTooMuch) - 1n) * step, terms, units);
}

/** What units cost: their worth, and the fee on it or, where it is inside, on what is paid. */
function unitSlice(
  units: bigint,
  { product, currency, fees }: BuyingTerms,
  { price }: UnitTerms,
): Required<Slice> {
  const value = valueOfUnits(units, price, currency);
  const feeOn = (amount: bigint, side: EntryFeeSide): bigint =>
    entryFeeUnits(product, amount, currency, side);
  if (fees === 'outside' || value === 0n) {
    const fee = feeOn(value, 'inside');
    return { gross: value + fee, fee, units };
  }
  const gross = leastWith((paid) => paid - feeOn(paid, 'inside') >= value);
  return { gross, fee: feeOn(gross, 'inside'), units };
}

/** The least number above 0 from which on a condition holds. */
function leastWith(holds: (number: bigint) => boolean): bigint {
  let [low, high] = [0n, 1n];
  while (!holds(high)) [low, high] = [high, 2n * high];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
