import {
  type CurrencyCode,
  minorDigits,
  parseAmount,
  parseQuantity,
  QUANTITY_DIGITS,
  toMinorUnits,
} from '../../money/index.js';
import { type Product, purchaseTerms } from '../../products/index.js';
import type { AllowedAmounts } from './allowed-amounts.js';
import type { FeeSide } from './entry-charge.js';
import { divideHalfEven, least } from './exact.js';

/** What of a product can be bought in all and on one day, in smallest units of its currency. */
export interface BuyingTerms extends AllowedAmounts {
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly fees: FeeSide;
  readonly dailyLimit: bigint | undefined;
  /** For what is bought in whole lots at a known price. */
  readonly units?: UnitTerms;
}

/** Units are scaled by `QUANTITY_DIGITS`, and so is the price. */
export interface UnitTerms {
  readonly step: bigint;
  readonly price: bigint;
}

/** Who buys, and under what limits beside the product's own. */
export interface BuyingSituation {
  readonly currency: CurrencyCode;
  readonly fees: FeeSide;
  readonly held: boolean;
  readonly dailyLimit: bigint | undefined;
  /** Of one unit, scaled; units are counted only where it is known. */
  readonly price?: bigint;
}

/** Reads the terms of a purchase from the product. */
export function buyingTerms(
  product: Product,
  { currency, fees, held, dailyLimit, price }: BuyingSituation,
): BuyingTerms {
  const { minimum, step } = purchaseTerms(product, currency, { held });
  const most = product.dealing?.dailyPurchase;
  const own =
    most === undefined ? undefined : toMinorUnits(parseAmount(most, currency, 'dailyPurchase'));
  const lot = product.unitStep;
  return {
    product,
    currency,
    fees,
    minimum: toMinorUnits(minimum),
    step: toMinorUnits(step),
    dailyLimit: least(own, dailyLimit),
    ...(lot === undefined || price === undefined
      ? {}
      : { units: { step: parseQuantity(lot, 'unitStep'), price } }),
  };
}

/** Of units times price, both scaled. */
const SQUARE = 10n ** BigInt(2 * QUANTITY_DIGITS);

/** What units are worth at a price, both scaled, in smallest units of a currency, half-even. */
export function valueOfUnits(units: bigint, price: bigint, currency: CurrencyCode): bigint {
  return divideHalfEven(units * price * 10n ** BigInt(minorDigits(currency)), SQUARE);
}

/** The most units, scaled, that are worth no more than so many smallest units of a currency at a price above 0. */
export function unitsWithin(money: bigint, price: bigint, currency: CurrencyCode): bigint {
  return (money * SQUARE) / (price * 10n ** BigInt(minorDigits(currency)));
}
