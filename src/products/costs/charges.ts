import { AptfolioError } from '../../errors/index.js';
import {
  type CurrencyCode,
  convertMoney,
  type FxRates,
  fromMinorUnits,
  type Money,
  ratioOfMoney,
  toMinorUnits,
} from '../../money/index.js';
import { entryChargeOf } from '../fees/entry-fee.js';
import { exitTierOf, hasExitSums } from '../fees/exit-fee.js';
import { impactRate } from '../fees/market-impact.js';
import { timesRate } from '../fees/units.js';
import type { WeightedProduct } from '../look-through.js';
import type { Product } from '../product.js';
import { performanceCharge } from './yearly-charge.js';

/** What one product of a portfolio costs, as decimal fractions. */
export interface Charges {
  readonly product: Product;
  /** Of the amount invested in the whole portfolio. */
  readonly weight: number;
  /** The entry fee, of what is paid for the product. */
  readonly entry: number;
  /** Half the spread and what an order of the amount paid moves the price, of the price. */
  readonly halfSpread: number;
  /** Of the value, each year. */
  readonly annual: number;
  /** The performance fee that is to be expected each year, of the value at the year's start. */
  readonly performance: number;
  /** What the whole amount is worth in the product's currency; only where exit fees have sums. */
  readonly worth: number | undefined;
}

/** The amounts that tiers of entry fees go by, and what the performance fees go by. */
export interface ChargeBasis<C extends CurrencyCode> {
  readonly amount: Money<C>;
  readonly fx?: FxRates | undefined;
  /** Annual return before charges of a product. */
  readonly returnOf: (id: string) => number;
}

/** What one product of a portfolio costs. */
export function chargesOf<C extends CurrencyCode>(
  { product, weight }: WeightedProduct,
  basis: ChargeBasis<C>,
): Charges {
  const { annualFee } = product;
  return {
    product,
    weight,
    entry: entryShare(product, weight, basis),
    halfSpread: spreadOf(product, weight, basis),
    annual: annualFee,
    performance: performanceCharge(product, basis.returnOf(product.id)),
    worth: hasExitSums(product) ? Number(paidFor(product, 1, basis).amount) : undefined,
  };
}

/** Half the spread with the market impact of what is paid, which is taken for that of what is sold as well. */
function spreadOf(product: Product, weight: number, basis: Paid): number {
  const halfSpread = product.fees?.halfSpread ?? 0;
  const impact = impactShare(product, weight, basis);
  if (halfSpread + impact < 1) return halfSpread + impact;
  const expected = `less than what would move the price of ${product.id} by all of it`;
  throw new AptfolioError('out-of-range', 'options.amount', expected, basis.amount.amount);
}

/** What an order of a part of the amount moves the price, decimal fraction. */
export function impactShare(product: Product, weight: number, basis: Paid): number {
  if (product.fees?.impact === undefined) return 0;
  return impactRate(product, paidFor(product, weight, basis));
}

/** The part of what is paid for a product that its entry fee takes. */
function entryShare(product: Product, weight: number, basis: Paid): number {
  if (product.fees?.entry === undefined) return product.entryFee / (1 + product.entryFee);
  const gross = paidFor(product, weight, basis);
  const { currency } = gross;
  const charge = entryChargeOf(product, toMinorUnits(gross), currency);
  if ('rate' in charge) return charge.rate / (1 + charge.rate);
  return charge.flat === 0n ? 0 : ratioOfMoney(fromMinorUnits(currency, charge.flat), gross);
}

/** What is paid, and rates for products in other currencies. */
type Paid = Pick<ChargeBasis<CurrencyCode>, 'amount' | 'fx'>;

/** What is paid for a product, in its currency, in which its tiers and sums stand. */
function paidFor(product: Product, weight: number, { amount, fx }: Paid): Money {
  const paid = fromMinorUnits(amount.currency, timesRate(toMinorUnits(amount), weight));
  return inCurrency(paid, product.currency ?? amount.currency, fx);
}

function inCurrency(money: Money, currency: CurrencyCode, fx: FxRates | undefined): Money {
  if (money.currency === currency) return money;
  if (fx !== undefined) return convertMoney(money, currency, fx);
  throw new AptfolioError('missing-rate', 'options.fx', `rates for ${currency}`);
}

/** A year of the product files: exit fees go by days. */
const DAYS_OF_A_YEAR = 365;

/**
 * The exit fee after a number of years, of what is redeemed.
 *
 * @param redeemed what is redeemed, in the product's currency; without it the rate alone counts.
 */
export function exitShare(product: Product, years: number, redeemed: number | undefined): number {
  // Seven days given as 7 / 365 years are seven days.
  const heldDays = Math.floor(years * DAYS_OF_A_YEAR + 1e-9);
  const tier = exitTierOf(product, heldDays, 'heldDays');
  if (tier === undefined || redeemed === undefined || redeemed <= 0) return tier?.rate ?? 0;
  const shareOf = (sum: string): number => Number(sum) / redeemed;
  const { rate, plus = '0', least = '0', most } = tier;
  const fee = Math.max(shareOf(least), rate + shareOf(plus));
  return Math.min(fee, most === undefined ? 1 : shareOf(most), 1);
}
