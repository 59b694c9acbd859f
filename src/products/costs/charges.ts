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
import { exitRate } from '../fees/exit-fee.js';
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
  /** Half the spread, of the price. */
  readonly halfSpread: number;
  /** Of the value, each year. */
  readonly annual: number;
  /** The performance fee that is to be expected each year, of the value at the year's start. */
  readonly performance: number;
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
  const { annualFee, fees } = product;
  return {
    product,
    weight,
    entry: entryShare(product, weight, basis),
    halfSpread: fees?.halfSpread ?? 0,
    annual: annualFee,
    performance: performanceCharge(product, basis.returnOf(product.id)),
  };
}

/** The part of what is paid for a product that its entry fee takes. */
function entryShare<C extends CurrencyCode>(
  product: Product,
  weight: number,
  { amount, fx }: ChargeBasis<C>,
): number {
  if (product.fees?.entry === undefined) return product.entryFee / (1 + product.entryFee);
  const paid = fromMinorUnits(amount.currency, timesRate(toMinorUnits(amount), weight));
  const { currency = amount.currency } = product;
  const gross = inCurrency(paid, currency, fx);
  const charge = entryChargeOf(product, toMinorUnits(gross), currency);
  if ('rate' in charge) return charge.rate / (1 + charge.rate);
  return charge.flat === 0n ? 0 : ratioOfMoney(fromMinorUnits(currency, charge.flat), gross);
}

/** Tiers stand in the product's currency. */
function inCurrency(money: Money, currency: CurrencyCode, fx: FxRates | undefined): Money {
  if (money.currency === currency) return money;
  if (fx !== undefined) return convertMoney(money, currency, fx);
  throw new AptfolioError('missing-rate', 'options.fx', `rates for ${currency}`);
}

/** A year of the product files: exit fees go by days. */
const DAYS_OF_A_YEAR = 365;

/** The exit fee after a number of years, of what is redeemed. */
export function exitShare({ product }: Charges, years: number): number {
  if (product.fees?.exit === undefined) return 0;
  // Seven days given as 7 / 365 years are seven days.
  return exitRate(product, Math.floor(years * DAYS_OF_A_YEAR + 1e-9));
}
