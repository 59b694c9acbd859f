import { AptfolioError } from '../../errors/index.js';
import { addMoney, isZero, type Money, ratioOfMoney } from '../../money/index.js';
import { inner } from '../../numerics/index.js';
import {
  type EntryFeeTier,
  entryFeeOf,
  exAnteCosts,
  exitFeeOf,
  exitRate,
  type FeeBounds,
  hasExitSums,
  impactRate,
  type Product,
  type ProductUniverse,
} from '../../products/index.js';
import { inCurrencyOf } from '../screening/purchase-limits.js';
import type { ScreeningTerms } from '../screening/screening-context.js';
import type { ReadTerms } from './read-terms.js';

/** What a product costs, as decimal fractions. */
export interface ProductCharges {
  /** Recurring charges and the performance fee to be expected, of the value, each year. */
  readonly yearly: number;
  /** Entry fee and half the spread, of what is paid. */
  readonly entry: number;
  /** Half the spread and the exit fee, of what is held today and sold now. */
  readonly sale: number;
  /** Half the spread and the exit fee, of the value at the end of the horizon, of what is bought. */
  readonly leaving: number;
  /** Sums that a purchase costs whatever is bought, on entry and at the end of the horizon, as parts of the whole amount. */
  readonly once: { readonly entry: number; readonly leaving: number };
  /** Which charges cannot be told, so that they are not among the figures. */
  readonly unknown: { readonly performance: boolean; readonly sums: boolean };
}

/**
 * Costs of a year, one-off ones spread over the horizon, of what is kept and of what is bought. A holding that stays is not taken to be sold at the end of
 * the horizon: only what somebody advises to do has to pay for itself.
 */
export interface YearlyCosts {
  /** What is sold instead would cost its exit, so that much is saved. */
  readonly kept: number;
  readonly bought: number;
  /** Of a purchase, whatever is bought. */
  readonly once: number;
}

/** By what charges are counted. */
type ChargeTerms = Pick<ReadTerms, 'expectedReturn' | 'heldDays' | 'horizonYears'>;

/** Works out what a product costs; `exposure` is its look-through in the order of the classes. */
export function chargesOf(
  product: Product,
  exposure: Float64Array,
  { expectedReturn, heldDays, horizonYears }: ChargeTerms,
  screening: ScreeningTerms,
): ProductCharges {
  const { id, annualFee, fees } = product;
  const { amount, fx } = screening;
  const whole = amount && inCurrencyOf(product.currency ?? amount.currency, amount, fx, 'down');
  const spread = spreadOf(product, whole);
  const expected = expectedReturn && inner(exposure, expectedReturn);
  const fee = entryChargeOf(product, whole);
  const { share, once } = fee ?? NO_CHARGE;
  const leavingAfter = (rate: number): number => spread + (1 - spread) * rate;
  const exit = (days: number): number => exitShare(product, days, whole);
  const held = heldDays.get(id);
  const leaving = exitChargeOf(product, Math.floor(horizonYears * DAYS_OF_A_YEAR + 1e-9), whole);
  return {
    yearly: annualFee + performanceRate(product, expected),
    entry: share + (1 - share) * spread,
    sale: leavingAfter(held === undefined ? dearestExit(product, exit) : exit(held)),
    leaving: leavingAfter(leaving.share),
    once: { entry: once * (1 - spread), leaving: leaving.once * (1 - spread) },
    unknown: {
      performance: fees?.performance !== undefined && expected === undefined,
      sums: fee === undefined || (whole === undefined && goesByAmount(product)),
    },
  };
}

/** Whether the way out costs sums, or an order moves the price, so that a rate alone does not tell what it costs. */
export function goesByAmount(product: Product): boolean {
  return hasExitSums(product) || product.fees?.impact !== undefined;
}

/** A year of the product files, as for `exAnteCosts`. */
const DAYS_OF_A_YEAR = 365;

/** What a year costs, one-off costs spread over the horizon. */
export function yearlyCostsOf(
  { yearly, entry, sale, leaving, once }: ProductCharges,
  years: number,
): YearlyCosts {
  return {
    kept: yearly - sale / years,
    bought: yearly + (entry + leaving) / years,
    once: (once.entry + once.leaving) / years,
  };
}

/** Refuses charges that cannot be told where they are to be weighed against tracking. */
export function refuseUnknownCharges({
  products,
  charges,
}: {
  readonly products: readonly Product[];
  readonly charges: readonly ProductCharges[];
}): void {
  charges.forEach(({ unknown }, i) => {
    const { id } = products[i]!;
    if (unknown.sums) {
      const expected = `an amount, as ${id} charges sums`;
      throw new AptfolioError('missing-value', 'context.amount', expected);
    }
    if (unknown.performance) {
      const expected = `expected returns, as ${id} charges a performance fee`;
      throw new AptfolioError('missing-value', 'context.expectedReturn', expected);
    }
  });
}

/** What buying for an amount costs: entry fee and spread by `exAnteCosts`, in the currency of the amount. */
export function entryCostOf(product: Product, paid: Money, fx: ScreeningTerms['fx']): Money {
  if (isZero(paid)) return paid;
  const options = { amount: paid, expectedReturn: 0, years: 1, ...(fx && { fx }) };
  const { entryFees, entrySpread } = exAnteCosts({ [product.id]: 1 }, alone(product), options);
  return addMoney(entryFees, entrySpread);
}

/** A product by itself, so that the whole universe is not checked for each. */
function alone(product: Product): ProductUniverse {
  return { assetClasses: ['any'], products: [product], byId: { [product.id]: product } };
}

/** The performance fee to be expected in a year, as `exAnteCosts` has it; 0 where no return is expected of the product. */
function performanceRate(product: Product, expectedReturn: number | undefined): number {
  const performance = product.fees?.performance;
  if (performance === undefined || expectedReturn === undefined || expectedReturn <= -1) return 0;
  const { id } = product;
  const universe = alone({ ...product, entryFee: 0, fees: { performance } });
  const amount = { currency: product.currency ?? 'CNY', amount: '1' };
  const costs = exAnteCosts({ [id]: 1 }, universe, { amount, expectedReturn, years: 1 });
  return costs.lines[0]!.performanceRate;
}

/** The dearest exit fee of all tiers: what counts where nobody says how long a holding was held. */
function dearestExit({ fees }: Product, exit: (days: number) => number): number {
  return (fees?.exit ?? []).reduce((most, { fromDays }) => Math.max(most, exit(fromDays)), 0);
}

/** The exit fee after a number of days; sums count as a part of the whole amount. */
function exitShare(product: Product, days: number, whole: Money | undefined): number {
  if (whole === undefined || !hasExitSums(product)) return exitRate(product, days);
  return ratioOfMoney(exitFeeOf(product, whole, days).fee, whole);
}

/** A fee: a part of what is paid or redeemed, and beside it a sum, as a part of the whole amount. */
interface Charge {
  readonly share: number;
  readonly once: number;
}

const NO_CHARGE: Charge = { share: 0, once: 0 };

/** The exit fee of a purchase after a number of days; of a tier with bounds all sums count as a part of the whole amount. */
function exitChargeOf(product: Product, days: number, whole: Money | undefined): Charge {
  const [tier] = (product.fees?.exit ?? [])
    .filter(({ fromDays }) => fromDays <= days)
    .sort((a, b) => b.fromDays - a.fromDays);
  if (whole === undefined || tier === undefined || isBounded(tier)) {
    return { share: exitShare(product, days, whole), once: 0 };
  }
  return { share: tier.rate, once: shareOfSum(tier.plus, whole) };
}

function isBounded({ least, most }: FeeBounds): boolean {
  return least !== undefined || most !== undefined;
}

/** A sum as a part of the whole amount, which it does not exceed. */
function shareOfSum(amount: string | undefined, whole: Money): number {
  if (amount === undefined) return 0;
  return Math.min(1, ratioOfMoney({ currency: whole.currency, amount }, whole));
}

/** Half the spread, with what an order of the whole amount moves the price. */
function spreadOf(product: Product, whole: Money | undefined): number {
  const halfSpread = product.fees?.halfSpread ?? 0;
  return whole === undefined ? halfSpread : Math.min(1, halfSpread + impactRate(product, whole));
}

/**
 * The entry fee of a purchase: the part of a payment that it takes, e / (1 + e) for a rate e outside the amount invested, and a sum beside it;
 * undefined where it is a sum and no amount is known.
 *
 * Of several tiers the dearest rate counts, since what is bought is a part of the amount and may fall into any; flat ones only where there are no
 * rates. Of these, and where bounds go with a rate, sums count as a part of the whole amount.
 */
function entryChargeOf({ entryFee, fees }: Product, whole: Money | undefined): Charge | undefined {
  const tiers = fees?.entry;
  if (tiers === undefined) return { share: shareOfRate(entryFee), once: 0 };
  const [only, ...others] = tiers;
  if (whole !== undefined && only !== undefined && others.length === 0) {
    if ('flat' in only) return { share: 0, once: shareOfSum(only.flat, whole) };
    const { rate, plus } = only;
    // The rate is of what the sum leaves.
    if (!isBounded(only)) {
      return { share: shareOfRate(rate), once: shareOfSum(plus, whole) / (1 + rate) };
    }
  }
  const rated = tiers.filter((tier) => 'rate' in tier);
  const shares = (rated.length > 0 ? rated : tiers).map((tier) => shareOfTier(tier, whole));
  if (shares.some((share) => share === undefined)) return undefined;
  return { share: Math.max(...(shares as readonly number[])), once: 0 };
}

function shareOfTier(tier: EntryFeeTier, whole: Money | undefined): number | undefined {
  const { from: _, ...charge } = tier;
  if ('rate' in charge && Object.keys(charge).length === 1) return shareOfRate(charge.rate);
  if (whole === undefined) return undefined;
  const rule = { entryFee: 0, fees: { entry: [{ ...tier, from: '0' }] } };
  return ratioOfMoney(entryFeeOf(rule, whole).fee, whole);
}

function shareOfRate(rate: number): number {
  return rate / (1 + rate);
}
