import type { CurrencyCode } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { type Decimal, inUnits, readDecimal } from '../account/exact.js';
import { expectedReturnOf, type Utility } from '../utility.js';

/** A product with everything about it that does not depend on an account. */
export interface CompiledProduct {
  readonly product: Product;
  /** Place in the universe. */
  readonly place: number;
  /** Share of each asset class, in the universe's order. */
  readonly exposures: Float64Array;
  /** Σ × exposures, so that a covariance with another product is one inner product; the exposures themselves without a utility. */
  readonly pull: Float64Array;
  /** Of the classes inside, annual, before charges; 0 without a utility. */
  readonly expectedReturn: number;
  readonly currency: CurrencyCode | undefined;
  /** Its sums in a currency's smallest units, by the digits of that currency. */
  readonly sums: readonly ProductSums[];
  readonly maximumHolding: Decimal | undefined;
  readonly unitStep: Decimal | undefined;
  /** Decimal fraction; 0 without an exit fee. */
  readonly highestExitRate: number;
  /** SHA-256 of the product, for the hash of what a decision was made of. */
  readonly hash: string;
}

/** What a product asks for, in smallest units of a currency, what is finer counted up; 0 where it asks for nothing. */
export interface ProductSums {
  readonly minimumPurchase: bigint;
  readonly minimumAddition: bigint;
  readonly step: bigint;
  readonly minimumHolding: bigint;
  readonly minimumRedemption: bigint;
}

/** The digits that smallest units of currencies have. */
const DIGITS: readonly number[] = [0, 1, 2, 3, 4];

/** Works out what of a product does not depend on an account. */
export function compileProduct(
  product: Product,
  place: number,
  assetClasses: readonly string[],
  utility: Utility | undefined,
  hash: string,
): CompiledProduct {
  const exposures = Float64Array.from(assetClasses, (id) => product.lookThrough[id] ?? 0);
  const read = (text: string | undefined, field: string): Decimal | undefined =>
    text === undefined
      ? undefined
      : readDecimal(text, `universe.byId.${product.id}.${field}`, 'any');
  const minimumPurchase = read(product.minimumPurchase, 'minimumPurchase')!;
  const minimumAddition = read(product.minimumAddition, 'minimumAddition') ?? minimumPurchase;
  const step = read(product.step, 'step')!;
  const isStepped = product.unitStep === undefined;
  const minimumHolding = read(product.minimumHolding, 'minimumHolding');
  const minimumRedemption = read(product.minimumRedemption, 'minimumRedemption');
  return {
    product,
    place,
    exposures,
    pull: utility === undefined ? exposures : timesCovariance(utility, exposures),
    expectedReturn: utility === undefined ? 0 : expectedReturnOf(utility, exposures),
    currency: product.currency,
    sums: DIGITS.map((digits) => {
      const up = (sum: Decimal | undefined): bigint =>
        sum === undefined ? 0n : inUnits(sum, digits, 'up');
      const [least, stepSum] = [up(minimumPurchase), up(step)];
      return {
        minimumPurchase: isStepped ? firstPurchase(least, stepSum) : least,
        minimumAddition: up(minimumAddition),
        step: stepSum,
        minimumHolding: up(minimumHolding),
        minimumRedemption: up(minimumRedemption),
      };
    }),
    maximumHolding: read(product.maximumHolding, 'maximumHolding'),
    unitStep: read(product.unitStep, 'unitStep'),
    highestExitRate: Math.max(0, ...(product.fees?.exit ?? []).map(({ rate }) => rate)),
    hash,
  };
}

/** A minimum of the smallest unit is none: a first purchase in larger steps makes sense from a step on. */
function firstPurchase(minimum: bigint, step: bigint): bigint {
  return minimum <= 1n && step > 1n ? minimum + step : minimum;
}

function timesCovariance({ covariance, size }: Utility, exposures: Float64Array): Float64Array {
  const pull = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += covariance[i * size + j]! * exposures[j]!;
    pull[i] = sum;
  }
  return pull;
}
