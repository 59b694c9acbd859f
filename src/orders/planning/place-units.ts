import { AptfolioError, at } from '../../errors/index.js';
import { entryFeeUnits, entryPaymentUnits } from '../../products/index.js';
import { smaller } from './exact.js';
import {
  beyondDays,
  MOST_DAYS,
  nothing,
  type Obstacle,
  type Placement,
  placementOf,
  type Slice,
  withinHolding,
} from './placement.js';
import {
  type BuyingTerms,
  termsOfSlice,
  type UnitTerms,
  unitsWithin,
  valueOfUnits,
} from './purchase-terms.js';

/** Whole lots at the price, as many as an amount pays for with the fee of the payment. */
export function placeUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Placement {
  const { dailyLimit, further } = terms;
  const first = unitSlice(leastUnits(terms, units), terms, units);
  const minimum = first.gross;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  const later = unitSlice(leastUnits({ ...terms, ...further }, units), terms, units).gross;
  const slices: Required<Slice>[] = [];
  let isBeyond = false;
  for (let left = amount; left >= (slices.length === 0 ? minimum : later); ) {
    const own = termsOfSlice(terms, slices.length);
    const slice = mostUnits(smaller(left, dailyLimit ?? left), own, units);
    if (slice.units === 0n || slice.gross < (slices.length === 0 ? terms.minimum : later)) break;
    isBeyond = slices.length === MOST_DAYS;
    if (isBeyond) break;
    slices.push(slice);
    left -= slice.gross;
    if (dailyLimit === undefined) break;
  }
  if (slices.length === 0) {
    const isSkipped = amount >= minimum && !isExact(first, terms, units);
    return nothing(amount, isSkipped ? noPayment(first.units) : tooLittle(amount, minimum, terms));
  }
  const placement = placementOf(amount, slices);
  if (isBeyond) {
    return { ...placement, obstacle: beyondDays(terms) };
  }
  const lot = unitSlice(units.step, terms, units);
  // A price that rounds to nothing buys any number; the rest is then what rounding leaves.
  if (placement.rest < lot.gross || lot.gross === 0n) return placement;
  const more = unitSlice(slices.at(-1)!.units + units.step, terms, units);
  if (dailyLimit === undefined && !isExact(more, terms, units)) {
    return { ...placement, obstacle: noPayment(more.units) };
  }
  const least = dailyLimit === undefined ? minimum : later;
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum: least } };
}

/** Why an amount buys no lot. */
function tooLittle(
  amount: bigint,
  minimum: bigint,
  { product, currency, fees }: BuyingTerms,
): Obstacle {
  const fee = entryFeeUnits(product, amount, currency, fees);
  return amount > 0n && fee >= amount
    ? { code: 'orders.fee-takes-all', fee }
    : { code: 'orders.below-minimum', minimum };
}

function noPayment(units: bigint): Obstacle {
  return { code: 'orders.no-exact-payment', units };
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
  const { dailyLimit, further } = terms;
  const grossOf = (size: bigint): bigint => costOfCount(size, terms);
  const [first, later] = [
    leastUnits(terms, units),
    leastUnits({ ...terms, ...further }, units),
  ] as const;
  const limitOf = (own: BuyingTerms): bigint =>
    dailyLimit === undefined ? count : mostUnits(dailyLimit, own, units).units;
  if (dailyLimit !== undefined && limitOf(terms) < first) {
    const minimum = grossOf(first);
    return nothing(grossOf(count), {
      code: 'orders.limit-below-minimum',
      minimum,
      limit: dailyLimit,
    });
  }
  const slices: Slice[] = [];
  let left = count;
  let skipped: bigint | undefined;
  let isBeyond = false;
  for (let fewest = first; left > 0n && left >= fewest; fewest = later) {
    isBeyond = slices.length === MOST_DAYS;
    if (isBeyond) break;
    const own = termsOfSlice(terms, slices.length);
    const whole = unitSlice(smaller(left, limitOf(own)), own, units);
    const slice = isExact(whole, own, units) ? whole : mostUnits(whole.gross - 1n, own, units);
    if (slice !== whole) skipped = whole.units;
    if (slice.units < fewest) break;
    slices.push(slice);
    left -= slice.units;
    if (skipped !== undefined && dailyLimit === undefined) break;
  }
  const placed = placementOf(0n, slices).placed;
  const placement = { slices, placed, rest: grossOf(left) };
  if (left === 0n) return placement;
  if (isBeyond) {
    return { ...placement, obstacle: beyondDays(terms) };
  }
  if (skipped !== undefined) return { ...placement, obstacle: noPayment(skipped) };
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

/** The most lots that an amount pays for to the cent, fee included; what they are worth is not rounded down to it. */
function mostUnits(amount: bigint, terms: BuyingTerms, units: UnitTerms): Required<Slice> {
  const { step, price } = units;
  const isTooMuch = (lots: bigint): boolean => {
    const { gross, fee } = unitSlice(lots * step, terms, units);
    return gross > amount || lots * step > unitsWithin(amount - fee, price, terms.currency);
  };
  const most = unitSlice((leastWith(isTooMuch) - 1n) * step, terms, units);
  // What no payment fits costs the edge of a tier: what does lies below it.
  return isExact(most, terms, units) ? most : mostUnits(most.gross - 1n, terms, units);
}

/** What units cost: the payment that leaves their worth; see `entryPaymentUnits` where none leaves exactly that. */
function unitSlice(
  units: bigint,
  { product, currency, fees }: BuyingTerms,
  { price }: UnitTerms,
): Required<Slice> {
  const gross = entryPaymentUnits(product, valueOfUnits(units, price, currency), currency, fees);
  return { gross, fee: entryFeeUnits(product, gross, currency, fees), units };
}

/** Whether what is paid less the fee is what the units are worth. */
function isExact(
  { gross, fee, units }: Required<Slice>,
  { currency }: BuyingTerms,
  { price }: UnitTerms,
): boolean {
  return gross - fee === valueOfUnits(units, price, currency);
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
