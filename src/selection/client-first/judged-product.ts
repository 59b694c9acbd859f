import type { PlainDate } from '../../dates/index.js';
import { isZero, multiplyMoney, ratioOfMoney } from '../../money/index.js';
import { inner, multiply } from '../../numerics/index.js';
import { compareRatings, effectiveRisk, type Product } from '../../products/index.js';
import { chargesOf, entryCostOf, goesByAmount, type ProductCharges } from '../fit/charges.js';
import { exposureOf, type PreparedProducts } from '../prepare.js';
import { lockUpDays, viewOf } from '../screening/dealing-reasons.js';
import { openMoneyBack } from '../screening/money-back.js';
import { inCurrencyOf } from '../screening/purchase-limits.js';

/** A product with what it is compared by. */
export interface JudgedProduct {
  readonly product: Product;
  /** Whether it may be bought. */
  readonly isOpen: boolean;
  readonly isHouse: boolean;
  readonly exposure: Float64Array;
  /** Infinite where there is no way out. */
  readonly lockUpDays: number;
  /** The day on which the money of a weight can be back; undefined where that cannot be said. */
  readonly backOn: (weight: number) => PlainDate | undefined;
  readonly charges: ProductCharges;
  /** The part of a payment for a weight that entry fee and spread take, and what leaving takes after the horizon. */
  readonly oneOffAt: (weight: number) => number;
}

/** Prepares all products for comparison, by ascending id. */
export function judgeProducts(
  { universe, lasting, context, terms, screening }: PreparedProducts,
  houseIssuers: ReadonlySet<string>,
): readonly JudgedProduct[] {
  const view = viewOf(context);
  const money = view && openMoneyBack(view, context);
  const open = new Set(screening.eligible.map(({ id }) => id));
  return universe.products.map((product) => {
    const known = lasting.byId[product.id]!;
    const exposure = exposureOf(product, universe);
    const charges = chargesOf(product, exposure, terms, context);
    return {
      product,
      isOpen: open.has(product.id),
      isHouse: product.issuer !== undefined && houseIssuers.has(product.issuer),
      exposure,
      lockUpDays: lockUpDays(known, view),
      backOn: remembered((weight) => money?.allOn(known, weight)),
      charges,
      oneOffAt: (weight) =>
        entryAt(product, weight, { charges, context }) +
        leavingAt(product, weight, { charges, context, exposure, terms }),
    };
  });
}

/** A product is asked for the same weight again and again, beside every other. */
function remembered(
  dayFor: (weight: number) => PlainDate | undefined,
): (weight: number) => PlainDate | undefined {
  const known = new Map<number, PlainDate | undefined>();
  return (weight) => {
    if (!known.has(weight)) known.set(weight, dayFor(weight));
    return known.get(weight);
  };
}

/** Tiers go by what is paid, which is known where there is an amount and a rate to its currency. */
function entryAt(
  product: Product,
  weight: number,
  { charges, context }: { charges: ProductCharges; context: PreparedProducts['context'] },
): number {
  const { amount, fx } = context;
  const { entry, impact } = product.fees ?? {};
  if (amount === undefined || (entry === undefined && impact === undefined)) return charges.entry;
  if (inCurrencyOf(product.currency ?? amount.currency, amount, fx, 'down') === undefined) {
    return charges.entry;
  }
  const paid = multiplyMoney(amount, weight, { rounding: 'half-even' });
  return isZero(paid) ? charges.entry : ratioOfMoney(entryCostOf(product, paid, fx), paid);
}

/** Sums and the impact of an order go by what is paid, too. */
function leavingAt(
  product: Product,
  weight: number,
  {
    charges,
    context,
    exposure,
    terms,
  }: Pick<PreparedProducts, 'context' | 'terms'> & Pick<JudgedProduct, 'charges' | 'exposure'>,
): number {
  const { amount } = context;
  if (amount === undefined || !goesByAmount(product)) return charges.leaving;
  const paid = multiplyMoney(amount, weight, { rounding: 'half-even' });
  if (isZero(paid)) return charges.leaving;
  const { leaving, once } = chargesOf(product, exposure, terms, { ...context, amount: paid });
  return leaving + once.leaving;
}

/** How alike two exposures must be, and how much of each is held. */
export interface ServiceLimits {
  readonly weight: number;
  readonly weightOfOther: number;
  /** Tracking error, annual. */
  readonly sameExposure: number;
  /** classes × classes, row-major. */
  readonly covariance: Float64Array;
}

/** Shares of a look-through this close are the same. */
const SAME_SHARE = 1e-9;

/** Whether a product is no worse for the client than another in all that costs over a horizon do not tell. */
export function servesAsWell(
  other: JudgedProduct,
  one: JudgedProduct,
  limits: ServiceLimits,
): boolean {
  if (compareRatings(effectiveRisk(other.product), effectiveRisk(one.product)) > 0) return false;
  if (other.lockUpDays > one.lockUpDays) return false;
  return (
    exitsForNoMore(other.product, one.product) &&
    isSameExposure(other, one, limits) &&
    isBackAsSoon(other, one, limits)
  );
}

function isBackAsSoon(
  other: JudgedProduct,
  one: JudgedProduct,
  { weight, weightOfOther }: ServiceLimits,
): boolean {
  const own = one.backOn(weight);
  if (own === undefined) return true;
  const back = other.backOn(weight + weightOfOther);
  return back !== undefined && back <= own;
}

function isSameExposure(
  { exposure }: JudgedProduct,
  one: JudgedProduct,
  { sameExposure, covariance }: ServiceLimits,
): boolean {
  const rest = exposure.map((share, k) => share - one.exposure[k]!);
  if (rest.every((share) => Math.abs(share) <= SAME_SHARE)) return true;
  if (sameExposure === 0) return false;
  const variance = Math.max(0, inner(rest, multiply(covariance, rest)));
  return Math.sqrt(variance) <= sameExposure;
}

/** Whether exit fees are no higher, whenever the client leaves. */
function exitsForNoMore({ fees: other = {} }: Product, { fees: one = {} }: Product): boolean {
  const days = [...(other.exit ?? []), ...(one.exit ?? [])].map(({ fromDays }) => fromDays);
  return days.every((day) => exitRateAt(other, day) <= exitRateAt(one, day));
}

function exitRateAt({ exit = [] }: NonNullable<Product['fees']>, days: number): number {
  let from = -1;
  let rate = 0;
  for (const tier of exit) {
    if (tier.fromDays <= days && tier.fromDays > from) [from, rate] = [tier.fromDays, tier.rate];
  }
  return rate;
}
