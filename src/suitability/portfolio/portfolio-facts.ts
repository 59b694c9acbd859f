import { checkObject } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  type FxRates,
  type Money,
  ratioOfMoney,
} from '../../money/index.js';
import type { FactValue, RuleFacts } from '../../rules/index.js';
import { both, gap, known, type Measure, unknown } from './measure.js';
import type {
  PortfolioCovariance,
  PortfolioHolding,
  PortfolioOrder,
  PortfolioProduct,
} from './portfolio.js';
import {
  asMoney,
  type Belongs,
  changeBy,
  type Move,
  moveOf,
  type Position,
  positionsOf,
  sumOf,
  unitsIn,
} from './positions.js';
import {
  type ReadCovariance,
  type ReadOrder,
  readCovariance,
  readHoldings,
  readOrder,
  readProducts,
} from './read-portfolio.js';
import { sumsOf } from './sums.js';
import { ratingOf, unitsByProduct, volatilityOf, type WholeRating } from './whole-risk.js';

/** A portfolio with the order that is to be judged. */
export interface PortfolioInput<C extends CurrencyCode = CurrencyCode> {
  /** The currency of the policy. */
  readonly currency: C;
  /** Everything that counts as the household's financial assets. */
  readonly holdings: readonly PortfolioHolding[];
  readonly products: readonly PortfolioProduct[];
  readonly order: PortfolioOrder;
  /** Rates for what is in other currencies. */
  readonly fx?: FxRates;
  /** Absent: nothing is said of volatility. */
  readonly covariance?: PortfolioCovariance;
}

/** A share, a rating or a volatility before and after the order. */
export interface PortfolioChange<T = number> {
  readonly before: T;
  readonly after: T;
}

/** A fact that is left out, and why. */
export interface PortfolioGap {
  readonly fact: string;
  /** What is missing: a price, a rate, a rating and so on; severity `info`. */
  readonly reasons: readonly Reason[];
}

/** What a policy reads of a portfolio. */
export interface PortfolioFacts<C extends CurrencyCode = CurrencyCode> {
  /** By the names of `aptfolio/suitability/packs/policy`. What is not known is absent, and never 0. */
  readonly facts: RuleFacts;
  /** Every fact that is left out. */
  readonly missing: readonly PortfolioGap[];
  /** The same before and after the order, for people to read: what is not known is absent. Shares are decimal fractions of all. */
  readonly changes: {
    readonly issuerShare?: PortfolioChange;
    readonly productShare?: PortfolioChange;
    readonly employerShare?: PortfolioChange;
    readonly currencyShare?: PortfolioChange;
    readonly illiquidShare?: PortfolioChange;
    readonly liquidAssets?: PortfolioChange<Money<C>>;
    readonly rating?: PortfolioChange<WholeRating>;
    readonly volatility?: PortfolioChange;
  };
}

/**
 * Works out what a policy reads of a whole portfolio: how much hangs on one issuer, one product, the employer, one currency; what
 * stays at hand; the risk before and after the order.
 *
 * Amounts are exact, each converted and rounded once to the smallest unit; the order is taken to be free of cost. A policy adds a
 * purchase to what is held, so for a purchase and a switch what is held is told once the payment is taken off: 100,000 of bank A's
 * deposits that become bank A's notes stay 100,000 of bank A. The money at hand is told with what the order is paid from.
 *
 * The rating of the whole is the mean of the products' ratings by value, rounded up; of each product's two ratings the higher counts.
 *
 * @returns facts to be spread into a case (`facts: { ...portfolio.facts, 'client.riskLevel': 3 }`), what is missing, and the changes.
 * A payment that its holding does not cover, or a sale of more than is held, leaves what follows from it unknown.
 * @throws AptfolioError for malformed input, `unknown-id` for a holding or order of no product, with the path.
 *
 * @example
 * ```ts
 * import { portfolioFacts } from 'aptfolio/suitability';
 *
 * const { facts, changes, missing } = portfolioFacts({
 *   currency: 'CNY',
 *   holdings: [
 *     { id: 'account', product: 'CASH', value: { currency: 'CNY', amount: '600000' } },
 *     { id: 'notes', product: 'N1', value: { currency: 'CNY', amount: '400000' } },
 *   ],
 *   products: [
 *     { id: 'CASH', currency: 'CNY', issuer: 'Lake Bank', issuerRisk: 'R1', sellerRisk: 'R1', liquid: true, ofEmployer: false },
 *     { id: 'N1', currency: 'CNY', issuer: 'Hill Trust', issuerRisk: 'R3', sellerRisk: 'R2', liquid: false, ofEmployer: false },
 *   ],
 *   order: { side: 'buy', product: 'N1', from: 'account', amount: { currency: 'CNY', amount: '100000' } },
 * });
 * facts['portfolio.issuerValue'].amount; // => '400000.00'
 * changes.issuerShare; // => { before: 0.4, after: 0.5 }
 * changes.rating.after; // => { mean: 2, level: 2 }
 * missing; // => []
 * ```
 */
export function portfolioFacts<C extends CurrencyCode>(
  input: PortfolioInput<C>,
): PortfolioFacts<C> {
  const read = readInput(input);
  const { currency, positions, order, move } = read;
  const rating = riskChange(read, ratingOf);
  const sums = sumsOf(order.product).map((sum) => ({ ...sum, ...measured(read, sum.belongs) }));
  const total = sumOf(positions, () => true);
  const liquid = sumOf(positions, atHand);
  const entries: [string, Measure<FactValue>][] = [
    ['household.financialAssets', money(currency, total)],
    ['household.liquidAssets', money(currency, withPayment(liquid, read))],
    ['order.amount', both(move, known(null), ({ units }) => known(asMoney(currency, units)))],
    ...sums.map(({ fact, none, told }): [string, Measure<FactValue>] => [
      fact,
      none ? known(null) : money(currency, told),
    ]),
    ['portfolio.riskBefore', both(rating, known(0), ({ before }) => known(before.mean))],
  ];
  return entries as never;
}
