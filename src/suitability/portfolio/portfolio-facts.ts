import { checkObject } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  type FxRates,
  fromMinorUnits,
  type Money,
} from '../../money/index.js';
import type { FactValue, RuleFacts } from '../../rules/index.js';
import { type Changed, type Figures, figuresOf } from './figures.js';
import { both, known, type Measure, mapped } from './measure.js';
import type {
  PortfolioCovariance,
  PortfolioHolding,
  PortfolioOrder,
  PortfolioProduct,
} from './portfolio.js';
import { positionsOf, unitsIn } from './positions.js';
import {
  type ReadCovariance,
  type ReadProduct,
  readCovariance,
  readHoldings,
  readOrder,
  readProducts,
} from './read-portfolio.js';
import { coveredMove, type Situation, type SumChange } from './sums.js';
import type { WholeRating } from './whole-risk.js';

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
  const { currency, situation, covariance } = readInput(input);
  const figures = figuresOf(situation, covariance);
  const entries = entriesOf(figures, situation, currency);
  return Object.freeze({
    facts: factsOf(entries),
    missing: gapsOf(entries),
    changes: changesOf(figures, currency),
  });
}

interface ReadInput<C extends CurrencyCode> {
  readonly currency: C;
  readonly situation: Situation;
  readonly covariance?: ReadCovariance;
}

function readInput<C extends CurrencyCode>(input: PortfolioInput<C>): ReadInput<C> {
  const given = checkObject(input, 'portfolio') as unknown as PortfolioInput<C>;
  const currency = checkCurrency(given.currency, 'portfolio.currency') as C;
  const fx = given.fx ?? { base: currency, rates: {} };
  const products = readProducts(given.products);
  const holdings = readHoldings(given.holdings, products);
  const order = readOrder(given.order, holdings, products);
  const other = products.get(order.other.product) as ReadProduct;
  const positions = positionsOf(holdings, products, currency, fx);
  const amount = unitsIn(currency, order.amount, fx);
  const move = coveredMove(positions, order, other, amount);
  return {
    currency,
    situation: { positions, order, other, amount, move },
    ...(given.covariance === undefined ? {} : { covariance: readCovariance(given.covariance) }),
  };
}

type Entries = readonly (readonly [string, Measure<FactValue>])[];

function entriesOf(figures: Figures, situation: Situation, currency: CurrencyCode): Entries {
  const { all, issuer, product, employer, illiquid, liquid, rating, volatility } = figures;
  const money = moneyIn(currency);
  return [
    ['household.financialAssets', money(all.before)],
    ['household.liquidAssets', money(withPayment(liquid, situation))],
    ['order.amount', money(situation.amount)],
    ['portfolio.issuerValue', issuer === null ? known(null) : money(issuer.told)],
    ['portfolio.productValue', money(product.told)],
    ['portfolio.employerValue', money(employer.told)],
    ['portfolio.currencyValue', money(figures.currency.told)],
    ['portfolio.illiquidValue', money(illiquid.told)],
    ['portfolio.riskBefore', mapped(rating.before, ({ mean }) => mean)],
    ['portfolio.riskAfter', mapped(rating.after, ({ mean }) => mean)],
    ...(volatility === undefined
      ? []
      : [
          ['portfolio.volatilityBefore', volatility.before] as const,
          ['portfolio.volatilityAfter', volatility.after] as const,
        ]),
  ];
}

function moneyIn<C extends CurrencyCode>(
  currency: C,
): (units: Measure<bigint>) => Measure<Money<C>> {
  return (units) => mapped(units, (value) => fromMinorUnits(currency, value));
}

/** The money at hand with what the order is paid from, which a switch takes out of something that may not be at hand. */
function withPayment({ before }: SumChange, { order, other, amount }: Situation): Measure<bigint> {
  if (order.side === 'sell' || other.liquid !== false) return before;
  return both(before, amount, (sum, units) => known(sum + units));
}

function factsOf(entries: Entries): RuleFacts {
  const facts = entries.flatMap(([fact, measure]) =>
    measure.known ? [[fact, measure.value] as const] : [],
  );
  return Object.freeze(Object.fromEntries(facts));
}

function gapsOf(entries: Entries): readonly PortfolioGap[] {
  return Object.freeze(
    entries.flatMap(([fact, measure]) =>
      measure.known ? [] : [Object.freeze({ fact, reasons: measure.reasons })],
    ),
  );
}

function changesOf<C extends CurrencyCode>(
  figures: Figures,
  currency: C,
): PortfolioFacts<C>['changes'] {
  const { all, issuer, product, employer, illiquid, liquid, rating, volatility } = figures;
  const money = moneyIn(currency);
  const share = (sum: SumChange): Changed<number> => shareChange(sum, all.before);
  return Object.freeze({
    ...(issuer === null ? {} : changeOf('issuerShare', share(issuer))),
    ...changeOf('productShare', share(product)),
    ...changeOf('employerShare', share(employer)),
    ...changeOf('currencyShare', share(figures.currency)),
    ...changeOf('illiquidShare', share(illiquid)),
    ...changeOf('liquidAssets', { before: money(liquid.before), after: money(liquid.after) }),
    ...changeOf('rating', rating),
    ...(volatility === undefined ? {} : changeOf('volatility', volatility)),
  });
}

/** Shares of everything, rounded to nine digits after the point as rules reckon; 0 of nothing. */
function shareChange({ before, after }: SumChange, total: Measure<bigint>): Changed<number> {
  const share = (sum: Measure<bigint>): Measure<number> =>
    both(sum, total, (part, whole) =>
      known(whole === 0n ? 0 : Math.round((Number(part) / Number(whole)) * 1e9) / 1e9),
    );
  return { before: share(before), after: share(after) };
}

function changeOf<K extends string, T>(
  name: K,
  { before, after }: Changed<T>,
): { readonly [P in K]?: PortfolioChange<T> } {
  if (!before.known || !after.known) return {};
  return { [name]: Object.freeze({ before: before.value, after: after.value }) } as never;
}
