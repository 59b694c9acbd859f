import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import {
  type CurrencyCode,
  type FxRates,
  type Money,
  parseMoney,
  sumMoney,
} from '../../money/index.js';
import { checkUniverse } from '../check-universe.js';
import { findProduct } from '../find-product.js';
import { type WeightedProduct, weighted } from '../look-through.js';
import type { ProductUniverse } from '../universe.js';
import { type ChargeBasis, chargesOf } from './charges.js';
import { type CostAmounts, type CostShares, sharesOf } from './cost-amounts.js';
import {
  type CostLine,
  makeLines,
  partOf,
  sumParts,
  sumThirdParty,
  type ThirdPartyPayments,
} from './cost-lines.js';
import { followPath, type PathYear, spreadOnEntry, weightedRates } from './holding-path.js';
import { type IllustrationYear, illustrate, leavingCosts, sumOfYears } from './illustration.js';
import { RETURN_RANGE, refuseTooMuch } from './return-range.js';

/** What is invested, and what it is expected to earn before the products' charges. */
export interface CostOptions<C extends CurrencyCode = CurrencyCode> {
  /** The amount that leaves the client's account, entry fees included; above 0. */
  readonly amount: Money<C>;
  /** Expected return of the portfolio before charges, annual, decimal fraction, above −1 and up to 10. */
  readonly expectedReturn: number;
  /** The holding period over which the reduction in yield is measured, 0.01 to 100 years. Default 5. */
  readonly years?: number;
  /** Expected returns before charges of single products by id, for their performance fees. Default `expectedReturn` for each. */
  readonly expectedReturns?: Readonly<Record<string, number>>;
  /** Rates for products in other currencies whose entry fees go by amount. */
  readonly fx?: FxRates;
}

/** What a portfolio of products will cost, before the fact. */
export interface ExAnteCosts<C extends CurrencyCode = CurrencyCode> {
  /** Weighted recurring charges, decimal fraction a year. */
  readonly annualFeeRate: number;
  /** Sum of the lines' entry fees. */
  readonly entryFees: Money<C>;
  /** Half the spread on what is bought: the sum of the lines'. */
  readonly entrySpread: Money<C>;
  /** Entry fees with the spread and a year's recurring charges and performance fees, rounded once from the exact rates. */
  readonly firstYear: Money<C>;
  /**
   * Recurring charges of a year on all that is paid, entry fees included, as if its value stood still: a round figure, a little above
   * what will be charged where there are entry fees. `overHolding` and `illustration` charge what is left after entry, as it grows.
   */
  readonly ongoing: Money<C>;
  /** `ongoing` by the names of its parts; what a product does not take apart stands under `unspecified`. */
  readonly annualParts: Readonly<Record<string, Money<C>>>;
  /** The performance fees to be expected for a year, on all that is paid as `ongoing`. */
  readonly performance: Money<C>;
  /** By how much charges lower the annual return over `years`, decimal fraction. */
  readonly reductionInYield: number;
  readonly years: number;
  /** All costs of the holding period: recurring ones on what is left after entry, as the value is expected to grow. */
  readonly overHolding: CostAmounts<C>;
  /** The same as decimal fractions of the amount. */
  readonly overHoldingShares: CostShares;
  readonly thirdParty: ThirdPartyPayments<C>;
  /** Year by year, the last one up to the end of the holding period. */
  readonly illustration: readonly IllustrationYear<C>[];
  /** One line per product with a weight above 0, by ascending id. */
  readonly lines: readonly CostLine<C>[];
}

/** Weights come from optimisers and files with eight digits or more. */
const WEIGHT_TOLERANCE = 1e-6;

/**
 * What buying a portfolio of products will cost: the first year, every year after, the whole holding period, and the loss of return.
 *
 * `weights` gives each product's share of the amount under its id; they must sum to 1, and the portfolio is taken to keep them. Charges are those
 * of the universe given; `universeOn` makes it that of a day. Entry fees are outside the amount invested: `net = gross / (1 + fee)`,
 * `fee = gross − net`; a tier is chosen by what is paid for the product. As each figure is rounded from its own exact value,
 * `firstYear` may differ from the sum of its parts by a smallest unit for each. Figures over the holding period are sums of rounded ones and add up
 * exactly.
 *
 * With μ the return before charges, and e (entry fee and half the spread), f (annual fee), p (performance fee) and x (exit fee after the
 * period, and half the spread) the weighted charges, `reductionInYield` = (1 + μ) − ((1 − e)(1 − x))^(1/years) · ((1 + μ)(1 − f) − p). A product's
 * performance fee is its rate of (1 + μ)(1 − f) − 1 − hurdle, where that is above 0.
 *
 * Half the spread includes the market impact of what is paid for the product, on entry and on exit alike (`fees.impact`); sums of exit fees are those
 * of the value that is then redeemed.
 *
 * Payments to the distributor are shown by themselves; they are part of the costs and not on top of them.
 *
 * Throws for an unknown product, a loan, weights that do not sum to 1, an amount that is not above 0, an
 * expected return of −1 or less or above 10, or by which the amount outgrows what money can be, or a holding period outside 0.01 to 100 years; `missing-rate` where the entry fees of a product in
 * another currency go by amount.
 *
 * Source: the measure is that of Delegated Regulation (EU) 2017/653, annex VI, part 2 (the return
 * before charges less the return after them); the formula is its closed form for charges at entry and exit
 * and a level annual charge. Categories, payments by third parties and the illustration of the cumulative effect:
 * Delegated Regulation (EU) 2017/565, article 50(2) and (10) and annex II.
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
 * costs.illustration[0].withoutCosts.amount; // => '10426.00'
 * costs.illustration[0].withCosts.amount; // => '10296.00'
 * ```
 */
export function exAnteCosts<C extends CurrencyCode>(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
  options: CostOptions<C>,
): ExAnteCosts<C> {
  const { amount, expectedReturn, years, basis } = checkOptions(options, universe);
  const held = weighted(weights, universe).filter(({ weight }) => weight > 0);
  checkSum(held);
  const charges = held.map((one) => chargesOf(one, basis));
  const rates = weightedRates(charges);
  const round = (fraction: number): Money<C> => partOf(amount, fraction);

  const entryFees = charges.map(({ weight, entry }) => round(weight * entry));
  const entrySpreads = charges.map((one) => round(one.weight * spreadOnEntry(one)));
  const ongoing = round(rates.annual);
  const entry = {
    fees: sumMoney(amount.currency, entryFees),
    spread: sumMoney(amount.currency, entrySpreads),
  };

  const path = followPath(charges, expectedReturn, years);
  const last = path.at(-1) as PathYear;
  refuseTooMuch(last.gross, amount, years, 'options.expectedReturn');
  const illustration = illustrate(path, amount, entry);
  const leaving = leavingCosts(last, amount);
  const overHolding = sumOfYears(illustration, leaving);
  const lines = makeLines(charges, {
    amount,
    years,
    value: last.value,
    entryFees,
    entrySpreads,
    ongoing,
    overHolding,
    leaving,
  });
  return Object.freeze({
    annualFeeRate: rates.annual,
    entryFees: entry.fees,
    entrySpread: entry.spread,
    firstYear: round(rates.entry + rates.annual + rates.performance),
    ongoing,
    annualParts: sumParts(lines, amount.currency),
    performance: round(rates.performance),
    reductionInYield: last.reductionInYield,
    years,
    overHolding,
    overHoldingShares: sharesOf(overHolding, amount),
    thirdParty: sumThirdParty(lines, amount.currency),
    illustration,
    lines,
  });
}

interface CheckedOptions<C extends CurrencyCode> {
  readonly amount: Money<C>;
  readonly expectedReturn: number;
  readonly years: number;
  readonly basis: ChargeBasis<C>;
}

function checkOptions<C extends CurrencyCode>(
  options: CostOptions<C>,
  universe: ProductUniverse,
): CheckedOptions<C> {
  checkObject(options, 'options');
  const { years = 5, expectedReturns = {}, fx } = options;
  const amount = parseMoney(options.amount, 'options.amount', { sign: 'positive' }) as Money<C>;
  const expectedReturn = checkReturn(options.expectedReturn, 'options.expectedReturn');
  const path = 'options.expectedReturns';
  if (options.expectedReturns !== undefined) checkUniverse(universe, 'universe');
  for (const [id, value] of Object.entries(checkObject(expectedReturns, path))) {
    findProduct(id, universe, at(path, id));
    checkReturn(value, at(path, id));
  }
  const returnOf = (id: string): number =>
    Object.hasOwn(expectedReturns, id) ? (expectedReturns[id] as number) : expectedReturn;
  return {
    amount,
    expectedReturn,
    years: checkRange(years, 'options.years', { min: 0.01, max: 100 }),
    basis: { amount, fx, returnOf },
  };
}

function checkReturn(value: unknown, path: string): number {
  return checkRange(value, path, RETURN_RANGE);
}

function checkSum(held: readonly WeightedProduct[]): void {
  let sum = 0;
  for (const { weight } of held) sum += weight;
  if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'weights', 'weights that sum to 1', sum);
  }
}
