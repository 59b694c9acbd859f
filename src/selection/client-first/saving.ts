import type { PerformanceFee, Product } from '../../products/index.js';
import type { ReadTerms } from '../fit/read-terms.js';
import type { JudgedProduct } from './judged-product.js';

/** What another product would save in a year, as a part of what is invested. */
export interface Saving {
  /** What is certain: below 0 where it would cost more. */
  readonly least: number;
  /** More than `least` where charges cannot be told. */
  readonly most: number;
}

/** One product in the weights, and another in its place. */
export interface Exchange {
  readonly one: JudgedProduct;
  readonly weight: number;
  readonly other: JudgedProduct;
  /** What the weights have of the other already. */
  readonly weightOfOther: number;
  readonly terms: ReadTerms;
}

/**
 * Yearly charges, and one-off costs spread over the horizon, of one product less those of another. What is held and kept bears none;
 * it would have to be sold, and what the weights sell of the other would not.
 */
export function savingOf(exchange: Exchange): Saving {
  const { one, weight, other, weightOfOther, terms } = exchange;
  const heldOf = ({ product }: JudgedProduct): number => terms.current.get(product.id) ?? 0;
  const kept = Math.min(weight, heldOf(one));
  const spared = Math.min(weight, Math.max(0, heldOf(other) - weightOfOther));
  const own = costsOf(one, { weight, bought: weight - kept });
  const others = costsOf(other, { weight, bought: weight - spared });
  const exits = spared * other.charges.sale - kept * one.charges.sale;
  const known =
    own.yearly - others.yearly + (own.oneOff - others.oneOff + exits) / terms.horizonYears;
  const { less, more } = unknownBetween(one, other);
  return {
    least: less ? Number.NEGATIVE_INFINITY : known,
    most: more ? Number.POSITIVE_INFINITY : known,
  };
}

function costsOf(
  { charges, oneOffAt }: JudgedProduct,
  { weight, bought }: Readonly<Record<'weight' | 'bought', number>>,
): Readonly<Record<'yearly' | 'oneOff', number>> {
  return {
    yearly: weight * charges.yearly,
    oneOff: bought * oneOffAt(bought),
  };
}

/** Whether charges that cannot be told may make the saving less, or more. */
function unknownBetween(
  one: JudgedProduct,
  other: JudgedProduct,
): Readonly<Record<'less' | 'more', boolean>> {
  const isOpen = one.charges.unknown.performance || other.charges.unknown.performance;
  const [own, others] = [performanceOf(one.product), performanceOf(other.product)];
  return {
    less: other.charges.unknown.sums || (isOpen && !isNoMore(others, own)),
    more: one.charges.unknown.sums || (isOpen && !isNoMore(own, others)),
  };
}

function performanceOf({ fees }: Product): PerformanceFee {
  return fees?.performance ?? { rate: 0, hurdle: Number.POSITIVE_INFINITY };
}

/** Whether a performance fee takes no more than another, whatever is earned. */
function isNoMore(one: PerformanceFee, other: PerformanceFee): boolean {
  return one.rate === 0 || (one.rate <= other.rate && one.hurdle >= other.hurdle);
}
