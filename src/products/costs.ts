import { AptfolioError, checkObject, checkRange } from '../errors/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  multiplyMoney,
  parseMoney,
  splitMoney,
  sumMoney,
  zeroMoney,
} from '../money/index.js';
import { power } from '../numerics/index.js';
import { type WeightedProduct, weighted } from './look-through.js';
import type { ProductUniverse } from './universe.js';

/** What is invested, and what it is expected to earn before the products' charges. */
export interface CostOptions<C extends CurrencyCode = CurrencyCode> {
  /** The amount that leaves the client's account, entry fees included; above 0. */
  readonly amount: Money<C>;
  /** Expected return of the portfolio before charges, annual, decimal fraction. */
  readonly expectedReturn: number;
  /** The holding period over which the reduction in yield is measured, 0.01 to 100 years. Default 5. */
  readonly years?: number;
}

/** The costs of one product in a portfolio. */
export interface CostLine<C extends CurrencyCode = CurrencyCode> {
  /** The product's id. */
  readonly product: string;
  /** Decimal fraction of the amount. */
  readonly weight: number;
  /** The product's recurring charges, decimal fraction a year. */
  readonly annualFeeRate: number;
  /** Entry fee, half-even to the currency's smallest unit. */
  readonly entryFee: Money<C>;
  /** Its part of `ongoing`; the parts add up exactly. */
  readonly ongoing: Money<C>;
}

/** What a portfolio of products will cost, before the fact. */
export interface ExAnteCosts<C extends CurrencyCode = CurrencyCode> {
  /** Weighted recurring charges, decimal fraction a year. */
  readonly annualFeeRate: number;
  /** Sum of the lines' entry fees. */
  readonly entryFees: Money<C>;
  /** Entry fees and a year's recurring charges together, rounded once from the exact rates. */
  readonly firstYear: Money<C>;
  /** Recurring charges of a year on the amount invested. */
  readonly ongoing: Money<C>;
  /** By how much charges lower the annual return over `years`, decimal fraction. */
  readonly reductionInYield: number;
  readonly years: number;
  /** One line per product with a weight above 0, by ascending id. */
  readonly lines: readonly CostLine<C>[];
}

/** Weights come from optimisers and files with eight digits or more. */
const WEIGHT_TOLERANCE = 1e-6;

/**
 * What buying a portfolio of products will cost: the first year, every year after, and the loss of return.
 *
 * `weights` gives each product's share of the amount under its id; they must sum to 1. Entry fees are
 * outside the amount invested: `net = gross / (1 + fee)`, `fee = gross − net`. As each figure is rounded
 * from its own exact value, `firstYear` may differ from `entryFees + ongoing` by a smallest unit.
 * With μ the return before charges, e the weighted entry fee and f the weighted annual fee,
 * `reductionInYield = (1 + μ) · (1 − ((1 − e)(1 − f)^years)^(1/years))`.
 *
 * Throws for an unknown product, weights that do not sum to 1, an amount that is not above 0, an
 * expected return of −1 or less, or a holding period outside 0.01 to 100 years.
 *
 * Source: the measure is that of Delegated Regulation (EU) 2017/653, annex VI, part 2 (the return
 * before charges less the return after them); the formula is its closed form for charges at entry
 * and a level annual charge.
 *
 * @example
 * ```ts
 * import { compileProducts, exAnteCosts } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Balanced', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0.01, entryFee: 0.0025, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const amount = { currency: 'CNY', amount: '10025.00' } as const;
 * const costs = exAnteCosts({ A: 1 }, universe, { amount, expectedReturn: 0.04, years: 1 });
 * costs.entryFees.amount; // => '25.00'
 * costs.ongoing.amount; // => '100.25'
 * costs.firstYear.amount; // => '125.25'
 * ```
 */
export function exAnteCosts<C extends CurrencyCode>(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
  options: CostOptions<C>,
): ExAnteCosts<C> {
  const { amount, expectedReturn, years } = checkOptions(options);
  const held = weighted(weights, universe).filter(({ weight }) => weight > 0);
  checkSum(held);
  const annualFeeRate = total(held, ({ annualFee }) => annualFee);
  const entryRate = total(held, entryShare);
  const ongoing = multiplyMoney(amount, annualFeeRate, { rounding: 'half-even' });
  const fees = held.map(({ product, weight }) =>
    multiplyMoney(amount, weight * entryShare(product), { rounding: 'half-even' }),
  );
  return Object.freeze({
    annualFeeRate,
    entryFees: sumMoney(amount.currency, fees),
    firstYear: multiplyMoney(amount, entryRate + annualFeeRate, { rounding: 'half-even' }),
    ongoing,
    reductionInYield: reductionInYield({ expectedReturn, entryRate, annualFeeRate, years }),
    years,
    lines: Object.freeze(makeLines(held, fees, ongoing)),
  });
}

/** The part of a gross amount that the entry fee takes. */
function entryShare({ entryFee }: { readonly entryFee: number }): number {
  return entryFee / (1 + entryFee);
}

function total(
  held: readonly WeightedProduct[],
  rate: (product: WeightedProduct['product']) => number,
): number {
  let sum = 0;
  for (const { product, weight } of held) sum += weight * rate(product);
  return sum;
}

function reductionInYield(figures: {
  readonly expectedReturn: number;
  readonly entryRate: number;
  readonly annualFeeRate: number;
  readonly years: number;
}): number {
  const { expectedReturn, entryRate, annualFeeRate, years } = figures;
  // ((1 − e)(1 − f)^years)^(1/years), with the root taken of the first factor only.
  const kept = power(1 - entryRate, 1 / years) * (1 - annualFeeRate);
  return (1 + expectedReturn) * (1 - kept);
}

function makeLines<C extends CurrencyCode>(
  held: readonly WeightedProduct[],
  fees: readonly Money<C>[],
  ongoing: Money<C>,
): readonly CostLine<C>[] {
  const shares = held.map(({ product, weight }) => weight * product.annualFee);
  const parts = isPositive(ongoing)
    ? splitMoney(ongoing, shares)
    : held.map(() => zeroMoney(ongoing.currency));
  return held.map(({ product, weight }, index) =>
    Object.freeze({
      product: product.id,
      weight,
      annualFeeRate: product.annualFee,
      entryFee: fees[index] as Money<C>,
      ongoing: parts[index] as Money<C>,
    }),
  );
}

function checkOptions<C extends CurrencyCode>(options: CostOptions<C>): Required<CostOptions<C>> {
  checkObject(options, 'options');
  const { expectedReturn, years = 5 } = options;
  return {
    amount: parseMoney(options.amount, 'options.amount', { sign: 'positive' }) as Money<C>,
    expectedReturn: checkRange(expectedReturn, 'options.expectedReturn', { exclusiveMin: -1 }),
    years: checkRange(years, 'options.years', { min: 0.01, max: 100 }),
  };
}

function checkSum(held: readonly WeightedProduct[]): void {
  let sum = 0;
  for (const { weight } of held) sum += weight;
  if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'weights', 'weights that sum to 1', sum);
  }
}
