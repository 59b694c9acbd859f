import { makeReason, type Reason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import type { Product } from '../../../products/index.js';
import { priceMissing } from '../obstacle-reason.js';
import { placeAmount } from '../place-amount.js';
import { costOfCount, placeCount } from '../place-units.js';
import type { Obstacle, Slice } from '../placement.js';
import { buyingTerms, lotOf, needsPrice } from '../purchase-terms.js';
import { dealingFrom } from './dealing-from.js';
import { costInBase, fromBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';

/** What should be bought. */
export interface Want {
  readonly product: string;
  /** In smallest units of the base. */
  readonly amount: bigint;
  /** Exactly so many units, scaled, which cost the amount; absent: as much as the amount pays for. */
  readonly count?: bigint;
}

/** A purchase in smallest units of the product's currency, before it is paid. */
export interface Purchase {
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly slices: readonly Slice[];
  /** In the base, as placed and as it stays. */
  readonly placed: bigint;
  readonly rest: bigint;
  readonly obstacle?: Obstacle;
  readonly reasons: readonly Reason[];
}

/** Places what is wanted of a product, in multiples of so much unless it counts units. */
export function placePurchase<C extends CurrencyCode>(
  want: Want,
  multiple: bigint,
  read: ReadTransition<C>,
): Purchase {
  const limit = read.within.get(want.product);
  if (limit === undefined || want.amount <= limit.amount) return placeWhole(want, multiple, read);
  const { product, amount } = want;
  const part = placeWhole({ product, amount: limit.amount }, multiple, read);
  return { ...part, rest: amount - part.placed, reasons: [...part.reasons, ...limit.reasons] };
}

function placeWhole<C extends CurrencyCode>(
  { product: id, amount, count }: Want,
  multiple: bigint,
  read: ReadTransition<C>,
): Purchase {
  const { universe, currency: base, fees, positions, dailyLimits, rateOf, days } = read;
  const product = universe.byId[id]!;
  const currency = product.currency ?? base;
  const empty = { product, currency, slices: [], placed: 0n, rest: amount };
  if (amount <= 0n && count === undefined) return { ...empty, rest: 0n, reasons: [] };
  const rate = rateOf(currency);
  if (rate === undefined) {
    const reason = makeReason('orders.rate-missing', 'info', { currency });
    return { ...empty, reasons: [reason] };
  }
  const price = read.priceOf(id);
  if (price === undefined && needsPrice(product)) {
    return { ...empty, reasons: [priceMissing(product)] };
  }
  const { day, reasons } = dealingFrom(product, days.desk.asOf, undefined, read);
  const terms = buyingTerms(product, {
    currency,
    fees,
    held: positions.get(id)?.value ?? 0n,
    dailyLimit: dailyLimits.get(id),
    ...(price === undefined ? {} : { price }),
    ...(read.unitTargets.has(id) ? { lot: lotOf(product) } : {}),
    dayOf: () => day?.orderOn,
  });
  if (day === undefined) {
    const rest = count === undefined ? amount : costInBase(costOfCount(count, terms), rate);
    return { ...empty, rest, reasons };
  }
  const { slices, obstacle, ...placement } =
    count === undefined
      ? placeAmount(fromBase(amount, rate), terms, currency === base ? multiple : 1n)
      : placeCount(count, terms);
  const placed = costInBase(placement.placed, rate);
  return {
    ...empty,
    slices,
    placed,
    rest: count === undefined ? amount - placed : costInBase(placement.rest, rate),
    reasons: [],
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}
