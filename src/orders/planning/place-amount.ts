import { entryFeeUnits } from '../../products/index.js';
import { type AllowedMultiples, allowedMultiples, largestUpTo } from './allowed-amounts.js';
import { smaller } from './exact.js';
import { placeUnits } from './place-units.js';
import {
  beyondDays,
  MOST_DAYS,
  nothing,
  type Placement,
  placementOf,
  withinHolding,
} from './placement.js';
import type { BuyingTerms } from './purchase-terms.js';

/**
 * Cuts an amount into orders that the product allows and that, unless they count units, are multiples of `multiple`: no more than one
 * client may hold, and none of which the fee leaves nothing.
 *
 * An amount of zero is a share too small for the smallest unit of its currency: less than any order.
 */
export function placeAmount(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  return withinHolding(amount, terms, (most) => placeWithin(most, terms, multiple));
}

function placeWithin(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  return terms.units === undefined
    ? placeMoney(amount, terms, multiple)
    : placeUnits(amount, terms, terms.units);
}

function placeMoney(amount: bigint, terms: BuyingTerms, multiple: bigint): Placement {
  const allowed = allowedMultiples(terms, multiple);
  if (allowed === undefined) return nothing(amount, { code: 'orders.no-allowed-amount' });
  const { dailyLimit, currency, fees, onSlice } = terms;
  const minimum = allowed.first;
  if (dailyLimit !== undefined && dailyLimit < minimum) {
    return nothing(amount, { code: 'orders.limit-below-minimum', minimum, limit: dailyLimit });
  }
  if (amount < minimum) return nothing(amount, { code: 'orders.below-minimum', minimum });

  const further = allowedMultiples(terms.further, multiple);
  const { amounts, isBeyond } = cut(amount, dailyLimit, [allowed, further]);
  const slices = amounts.map((gross, place) => ({
    gross,
    fee: entryFeeUnits(onSlice(place), gross, currency, fees),
  }));
  const placement = placementOf(amount, slices);
  if (isBeyond) {
    return { ...placement, obstacle: beyondDays(terms) };
  }
  if (placement.rest < allowed.period) return placement;
  const least = dailyLimit === undefined ? minimum : (further?.first ?? minimum);
  return { ...placement, obstacle: { code: 'orders.below-minimum', minimum: least } };
}

/** As many full days as fit, then what is left, and whether the days end before; the amount is at least the smallest order. */
function cut(
  amount: bigint,
  dailyLimit: bigint | undefined,
  [first, further]: readonly [AllowedMultiples, AllowedMultiples | undefined],
): { readonly amounts: readonly bigint[]; readonly isBeyond: boolean } {
  if (dailyLimit === undefined) {
    return { amounts: [largestUpTo(amount, first) as bigint], isBeyond: false };
  }
  const slices: bigint[] = [];
  let [left, allowed] = [amount, first as AllowedMultiples | undefined];
  while (allowed !== undefined) {
    const slice = largestUpTo(smaller(left, dailyLimit), allowed);
    if (slice === undefined) break;
    if (slices.length === MOST_DAYS) return { amounts: slices, isBeyond: true };
    slices.push(slice);
    left -= slice;
    // What is less than a day takes is the last.
    allowed = slice === largestUpTo(dailyLimit, allowed) ? further : undefined;
  }
  return { amounts: slices, isBeyond: false };
}
