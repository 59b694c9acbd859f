import type { PlainDate } from '../../dates/index.js';
import {
  type CurrencyCode,
  minorDigits,
  parseAmount,
  parseQuantity,
  QUANTITY_DIGITS,
  toMinorUnits,
} from '../../money/index.js';
import { type Product, productOn, purchaseTerms } from '../../products/index.js';
import type { AllowedAmounts } from './allowed-amounts.js';
import { divideHalfEven, divideUp, least } from './exact.js';
import type { FeeSide } from './fee-side.js';

/** What of a product can be bought in all and on one day, in smallest units of its currency. */
export interface BuyingTerms extends AllowedAmounts {
  /** As it is on the day of the order, see `termsOfSlice`. */
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly fees: FeeSide;
  /** The product's or the request's, the lower of both. */
  readonly dailyLimit: bigint | undefined;
  /** The product's alone. */
  readonly ownLimit: bigint | undefined;
  /** Of an order after the first, by when the product is held, or will be: steps from the minimum of an addition, and no less than the first takes. */
  readonly further: AllowedAmounts;
  /** The most that one client may hold, and what is held; absent: no limit. */
  readonly most?: { readonly value: bigint; readonly held: bigint };
  /** For what is bought in whole lots at a known price. */
  readonly units?: UnitTerms;
  /** The product as it is on the day of a slice, the first being 0. */
  readonly onSlice: (place: number) => Product;
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
  /** The day of a slice, the first being 0, whose charges count. Absent: those of the product as it is given. */
  readonly dayOf?: (place: number) => PlainDate | undefined;
}

/** Reads the terms of a purchase from the product. */
export function buyingTerms(
  product: Product,
  { currency, fees, held, dailyLimit, price, lot = ownLot(product), dayOf }: BuyingSituation,
): BuyingTerms {
  const first = termsFor(product, currency, held > 0n);
  const later = termsFor(product, currency, true);
  const most = product.dealing?.dailyPurchase;
  const own = most === undefined ? undefined : unitsOf(most, currency, 'dailyPurchase');
  const onSlice = (place: number): Product => {
    const day = product.changes && dayOf?.(place);
    return day === undefined ? product : productOn(product, day);
  };
  return {
    product: onSlice(0),
    onSlice,
    currency,
    fees,
    ...first,
    further: atLeast(later, first.minimum),
    dailyLimit: least(own, dailyLimit),
    ownLimit: own,
    ...(product.maximumHolding === undefined
      ? {}
      : { most: { value: unitsOf(product.maximumHolding, currency, 'maximumHolding'), held } }),
    ...(lot === undefined || price === undefined ? {} : { units: { step: lot, price } }),
  };
}

/** Amounts of the same steps, none below a minimum. */
function atLeast({ minimum, step }: AllowedAmounts, least: bigint): AllowedAmounts {
  if (minimum >= least) return { minimum, step };
  return { minimum: minimum + divideUp(least - minimum, step) * step, step };
}

/** The terms of one slice of a purchase, with the charges of its day. */
export function termsOfSlice(terms: BuyingTerms, place: number): BuyingTerms {
  return { ...terms, product: terms.onSlice(place) };
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
