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
import { divideHalfEven, least } from './exact.js';
import type { FeeSide } from './fee-side.js';

/** What of a product can be bought in all and on one day, in smallest units of its currency. */
export interface BuyingTerms extends AllowedAmounts {
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly fees: FeeSide;
  /** The product's or the request's, the lower of both. */
  readonly dailyLimit: bigint | undefined;
  /** The product's alone. */
  readonly ownLimit: bigint | undefined;
  /** Of an order after the first, by when the product is held, or will be: the stricter of both. */
  readonly further: AllowedAmounts;
  /** The most that one client may hold, and what is held; absent: no limit. */
  readonly most?: { readonly value: bigint; readonly held: bigint };
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
  /** What is held already, in smallest units. */
  readonly held: bigint;
  readonly dailyLimit: bigint | undefined;
  /** Of one unit, scaled; units are counted only where it is known. */
  readonly price?: bigint;
  /** The steps in which units are counted, scaled. Absent: the product's own, and none where it has none. */
  readonly lot?: bigint;
}

/** Reads the terms of a purchase from the product. */
export function buyingTerms(
  product: Product,
  { currency, fees, held, dailyLimit, price, lot = ownLot(product) }: BuyingSituation,
): BuyingTerms {
  const first = termsFor(product, currency, held > 0n);
  const later = termsFor(product, currency, true);
  const most = product.dealing?.dailyPurchase;
  const own = most === undefined ? undefined : unitsOf(most, currency, 'dailyPurchase');
  return {
    product,
    currency,
    fees,
    ...first,
    further: later.minimum > first.minimum ? later : first,
    dailyLimit: least(own, dailyLimit),
    ownLimit: own,
    ...(product.maximumHolding === undefined
      ? {}
      : { most: { value: unitsOf(product.maximumHolding, currency, 'maximumHolding'), held } }),
    ...(lot === undefined || price === undefined ? {} : { units: { step: lot, price } }),
  };
}

function ownLot({ unitStep }: Product): bigint | undefined {
  return unitStep === undefined ? undefined : parseQuantity(unitStep, 'unitStep');
}

/** The steps in which units are counted: those of the product, or a fund's hundredths. */
export function lotOf(product: Product): bigint {
  return ownLot(product) ?? parseQuantity('0.01');
}

function termsFor(product: Product, currency: CurrencyCode, held: boolean): AllowedAmounts {
  const { minimum, step } = purchaseTerms(product, currency, { held });
  return { minimum: toMinorUnits(minimum), step: toMinorUnits(step) };
}

function unitsOf(amount: string, currency: CurrencyCode, path: string): bigint {
  return toMinorUnits(parseAmount(amount, currency, path));
}

/**
 * Whether a product is bought by whole units, and so only at a price. Units finer than one are a fund's, which are bought for money and
 * rounded by the fund.
 */
export function needsPrice(product: Product): boolean {
  return (ownLot(product) ?? 0n) >= WHOLE_UNIT;
}

const WHOLE_UNIT = 10n ** BigInt(QUANTITY_DIGITS);

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
