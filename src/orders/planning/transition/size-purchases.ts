import { makeReason, type Reason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import type { Product } from '../../../products/index.js';
import { priceMissing } from '../obstacle-reason.js';
import { type Obstacle, placeAmount, type Slice } from '../place-amount.js';
import { buyingTerms, needsPrice } from '../purchase-terms.js';
import { spreadAmount } from '../spread-amount.js';
import { dealingFrom } from './dealing-from.js';
import { costInBase, fromBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';

/** What should be bought, in smallest units of the base. */
export interface Want {
  readonly product: string;
  readonly amount: bigint;
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

/** What there is for all purchases, in smallest units of the base. */
export interface Funds {
  readonly money: bigint;
  /** How many purses of it are in another currency, and are changed where they are needed. */
  readonly foreign: number;
  /** What the sales bring less than they should because they are rounded down. */
  readonly rounded: bigint;
}

/** Purchases that can be paid. */
export interface SizedPurchases {
  readonly purchases: readonly Purchase[];
  /** Whether there is less money than they should cost, by more than rounding. */
  readonly scaled: boolean;
}

/**
 * Sizes purchases so that they cost no more than there is: each as wanted, or all in proportion. What rounding takes, of sales and
 * of changes of money, comes off one purchase alone.
 */
export function sizePurchases<C extends CurrencyCode>(
  wants: readonly Want[],
  funds: Funds,
  read: ReadTransition<C>,
  sold: ReadonlySet<string>,
): SizedPurchases {
  // How often money is changed is known once the purchases are cut into slices.
  for (let held = 0n; ; ) {
    const sized = sizeWithin(wants, funds, held, read, sold);
    const needed = costOfChanges(sized.purchases, funds, read.currency);
    if (needed <= held) return sized;
    held = needed;
  }
}

/**
 * The most that rounding of changes takes: less than a unit each. Purses in other currencies are changed once a slice, and once
 * more when they are emptied; so is money of the base for slices in another currency, of which the whole purchase has one in its size.
 */
function costOfChanges(
  purchases: readonly Purchase[],
  { foreign }: Funds,
  base: CurrencyCode,
): bigint {
  const counts = purchases.map(({ slices }) => slices.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (foreign > 0) return BigInt(foreign + 2 * all);
  return purchases
    .filter(({ currency, slices }) => currency !== base && slices.length > 0)
    .reduce((sum, { slices }) => sum + BigInt(slices.length - 1), 0n);
}

function sizeWithin<C extends CurrencyCode>(
  wants: readonly Want[],
  { money, rounded }: Funds,
  held: bigint,
  read: ReadTransition<C>,
  sold: ReadonlySet<string>,
): SizedPurchases {
  const amount = money > held ? money - held : 0n;
  const asked = wants.reduce((sum, { amount: one }) => sum + one, 0n);
  const short = asked > amount ? asked - amount : 0n;
  const { residual, residualProduct, amountStep: step } = read;
  // What is being sold does not take what is left over.
  const takes = residualProduct !== undefined && !sold.has(residualProduct);
  const scaled = short > held + rounded;
  const eased = scaled ? undefined : takeOff(wants, short, residualProduct);
  const { placements } = spreadAmount<Purchase>({
    amount,
    shares: (eased ?? wants).map(({ product, amount: one }) => ({
      product,
      numerator: eased === undefined ? one * amount : one,
    })),
    denominator: eased === undefined ? asked : 1n,
    rule: residual === 'product' && !takes ? 'cash' : residual,
    step,
    place: (product, share, multiple) => placePurchase(product, share, multiple, read),
    ...(residual === 'product' && takes ? { residualProduct } : {}),
    ...(read.targets === 'amounts' ? { toResidual: roundingOf } : {}),
  });
  return { purchases: placements.map(({ placement }) => placement), scaled };
}

/** What rounding to steps leaves of a share. */
function roundingOf({ rest, obstacle, reasons }: Purchase): bigint {
  return obstacle === undefined && reasons.length === 0 ? rest : 0n;
}

/** Takes what is missing off the purchase that takes what is left over, or off the largest; `undefined` if that has less. */
function takeOff(
  wants: readonly Want[],
  missing: bigint,
  residualProduct: string | undefined,
): readonly Want[] | undefined {
  if (missing === 0n) return wants;
  const residual = wants.find(({ product }) => product === residualProduct);
  const taker = [residual, largestOf(wants)].find(
    (one) => one !== undefined && one.amount >= missing,
  );
  if (taker === undefined) return undefined;
  return wants.map((one) => (one === taker ? { ...one, amount: one.amount - missing } : one));
}

/** The first of the largest purchases. */
export function largestOf(wants: readonly Want[]): Want | undefined {
  return wants.reduce<Want | undefined>(
    (most, one) => (most === undefined || one.amount > most.amount ? one : most),
    undefined,
  );
}

/** Places a share of a product, in smallest units of the base. */
export function placePurchase<C extends CurrencyCode>(
  id: string,
  share: bigint,
  multiple: bigint,
  read: ReadTransition<C>,
): Purchase {
  const { universe, currency: base, fees, positions, prices, dailyLimits, rateOf, days } = read;
  const product = universe.byId[id]!;
  const currency = product.currency ?? base;
  const empty = { product, currency, slices: [], placed: 0n, rest: share };
  if (share <= 0n) return { ...empty, rest: 0n, reasons: [] };
  const rate = rateOf(currency);
  if (rate === undefined) {
    const reason = makeReason('orders.rate-missing', 'info', { currency });
    return { ...empty, reasons: [reason] };
  }
  const held = positions.get(id);
  const price = prices.get(id) ?? held?.price;
  if (price === undefined && needsPrice(product)) {
    return { ...empty, reasons: [priceMissing(product)] };
  }
  const { day, reasons } = dealingFrom(product, days.desk.asOf, undefined, read);
  if (day === undefined) return { ...empty, reasons };
  const terms = buyingTerms(product, {
    currency,
    fees,
    held: held?.value ?? 0n,
    dailyLimit: dailyLimits.get(id),
    ...(price === undefined ? {} : { price }),
  });
  const placement = placeAmount(fromBase(share, rate), terms, currency === base ? multiple : 1n);
  const placed = costInBase(placement.placed, rate);
  const { slices, obstacle } = placement;
  return {
    ...empty,
    slices,
    placed,
    rest: share - placed,
    reasons: [],
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}
