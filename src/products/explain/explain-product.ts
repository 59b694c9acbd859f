import { daysBetween } from '../../dates/index.js';
import { checkObject, renamePaths } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, ratioOfMoney } from '../../money/index.js';
import { checkUniverse } from '../check-universe.js';
import { type Charges, chargesOf } from '../costs/charges.js';
import { type ExAnteCosts, exAnteCosts } from '../costs/ex-ante.js';
import { findProduct } from '../find-product.js';
import type { Product } from '../product.js';
import { productOn } from '../product-on.js';
import { isLiability } from '../product-type.js';
import { effectiveRisk } from '../risk.js';
import { makeUniverse, type ProductUniverse } from '../universe.js';
import { tellCosts } from './costs.js';
import {
  type CheckedExplainOptions,
  checkExplainOptions,
  type ExplainOptions,
} from './explain-options.js';
import {
  EXPLANATION_SECTIONS,
  type ExplanationSection,
  type ExplanationSectionName,
  type ProductExplanation,
  type ProductScenarios,
} from './explanation.js';
import { tellForWhom } from './for-whom.js';
import { tellLiquidity } from './liquidity.js';
import { maturedOn } from './maturity.js';
import { tellReturns } from './returns.js';
import { tellRisks } from './risks.js';
import { scenarioReturns } from './scenario-returns.js';
import { tellWhat } from './what.js';

/**
 * Explains a product as it is on a day: what it is, its main risks, what it may return, what it costs, when the money can be had back,
 * for whom it is made, and what is to be read first.
 *
 * Every sentence is a reason with its figures; `formatExplanation` puts them into words. Returns are scenarios under the assumptions
 * given, after charges, and never a promise; without assumptions there are none, and none for what a contract pays. What the issuer
 * states itself (`issuerReturns`) is told as the issuer's. What the product file does not say is not made up: a part about which nothing is known is left out. Of a product that has matured it is told what it is
 * and that it is paid back, and no more. The holding period ends with the product; of one within a year the costs are told in all.
 *
 * @param product its id counts; what is explained is the universe's product of that id.
 * @returns plain, frozen data.
 * @throws AptfolioError `unknown-id` with the path `product.id`; with the path `options.…` for what is malformed there.
 *
 * Source: what clients are told before they buy, 金融机构产品适当性管理办法 (National Financial Regulatory Administration,
 * Order No. 7 of 2025), article 31; the scenarios' source is at `RETURN_SCENARIOS`.
 *
 * @example
 * ```ts
 * import { compileProducts, explainProduct, formatExplanation } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Steady Bonds', type: 'bond-fund', currency: 'CNY', lookThrough: { BOND: 1 }, issuerRisk: 'R2',
 *     distributorRisk: 'R2', annualFee: 0.006, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 30, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const explanation = explainProduct(universe.byId.A, universe, { asOf: '2026-03-02' });
 * explanation.sections.map(({ section }) => section);
 * // => ['what', 'risks', 'costs', 'liquidity', 'for-whom']
 * const { sections } = formatExplanation(explanation, 'en');
 * sections[3].title; // => 'When you can have your money back'
 * sections[3].sentences[1]; // => 'Each purchase is locked up for 30 days, during which it cannot be redeemed.'
 * ```
 */
export function explainProduct<C extends CurrencyCode>(
  product: Pick<Product, 'id'>,
  universe: ProductUniverse,
  options: ExplainOptions<C>,
): ProductExplanation<C> {
  const checked = checkExplainOptions(options);
  const { asOf } = checked;
  checkUniverse(universe, 'universe');
  const known = findProduct(checkObject(product, 'product').id, universe, 'product.id');
  const subject: ExplainedProduct<C> = {
    product: productOn(known, asOf),
    universe,
    options: checked,
    years: yearsOf(known, checked),
  };
  const hasMatured = maturedOn(known, asOf) !== undefined;
  const scenarios = hasMatured ? undefined : findScenarios(subject);
  const costs = hasMatured ? undefined : findCosts(subject, scenarios);
  const told: Told = hasMatured
    ? { what: tellWhat(subject), liquidity: tellLiquidity(subject) }
    : {
        what: tellWhat(subject),
        risks: tellRisks(
          subject,
          scenarios?.status === 'estimated' ? scenarios.scenarios : undefined,
        ),
        returns: tellReturns(subject, scenarios),
        costs: tellCosts(subject, costs),
        liquidity: tellLiquidity(subject),
        'for-whom': tellForWhom(subject.product),
        documents: tellDocuments(subject.product),
      };
  return Object.freeze({
    product: known.id,
    name: known.name,
    asOf,
    rating: effectiveRisk(subject.product),
    sections: Object.freeze(
      EXPLANATION_SECTIONS.flatMap((section): readonly ExplanationSection[] => {
        const reasons = told[section] ?? [];
        if (reasons.length === 0) return [];
        return [Object.freeze({ section, reasons: Object.freeze([...reasons]) })];
      }),
    ),
    ...(scenarios?.status === 'estimated' ? { scenarios: scenarios.scenarios } : {}),
    ...(costs === undefined ? {} : { costs }),
    names: checked.names,
  });
}

/** What is said in each part. */
type Told = Readonly<Partial<Record<ExplanationSectionName, readonly Reason[]>>>;

/** A product of a day with what it is explained for. */
export interface ExplainedProduct<C extends CurrencyCode = CurrencyCode> {
  /** As it is on the day. */
  readonly product: Product;
  readonly universe: ProductUniverse;
  readonly options: CheckedExplainOptions<C>;
  /** The holding period. */
  readonly years: number;
}

/** What is known of a product's returns. */
export type FoundScenarios =
  | { readonly status: 'estimated'; readonly scenarios: ProductScenarios }
  /** A contract settles what is paid. */
  | { readonly status: 'contract' }
  /** The assumptions do not know these classes. */
  | { readonly status: 'unknown-classes'; readonly classes: readonly string[] };

/** As `exAnteCosts` has it. */
const DEFAULT_YEARS = 5;

/** A shorter period has no annual rate that means anything. */
const SHORTEST_YEARS = 0.01;

/** The holding period ends with the product. */
function yearsOf({ dealing }: Product, { asOf, years }: ExplainOptions): number {
  const wanted = years ?? DEFAULT_YEARS;
  const maturity = dealing?.maturity;
  if (maturity === undefined || maturity <= asOf) return wanted;
  return Math.max(SHORTEST_YEARS, Math.min(wanted, daysBetween(asOf, maturity) / 365));
}

/** Kinds whose pay-out follows a contract: returns of asset classes say nothing about it. */
const BY_CONTRACT: readonly string[] = [
  'deposit',
  'term-deposit',
  'insurance',
  'annuity',
  'structured',
];

function findScenarios<C extends CurrencyCode>(
  subject: ExplainedProduct<C>,
): FoundScenarios | undefined {
  const { product, options, years } = subject;
  const { assumptions, amount } = options;
  if (assumptions === undefined || isLiability(product)) return undefined;
  if (BY_CONTRACT.includes(product.type ?? '')) return { status: 'contract' };
  const entryShare = entryShareOf(subject);
  const { halfSpread, worth } = tradingOf(subject);
  const found = scenarioReturns(product, {
    ...{ assumptions, years, amount, entryShare, halfSpread, worth },
  });
  return isList(found)
    ? { status: 'unknown-classes', classes: found }
    : { status: 'estimated', scenarios: found };
}

function isList(found: ProductScenarios | readonly string[]): found is readonly string[] {
  return Array.isArray(found);
}

/** What trading costs beside fees; without an amount half the spread alone. */
function tradingOf({ product, options }: ExplainedProduct): Pick<Charges, 'halfSpread' | 'worth'> {
  const { amount, fx } = options;
  if (amount === undefined) return { halfSpread: product.fees?.halfSpread ?? 0, worth: undefined };
  return chargesOf({ product, weight: 1 }, { amount, fx, returnOf: () => 0 });
}

/** The part of a payment that the entry fee takes; without an amount that of the highest rate, so that none is left out. */
function entryShareOf<C extends CurrencyCode>(subject: ExplainedProduct<C>): number {
  const { product, options } = subject;
  const costs = findCosts(subject, undefined);
  if (costs !== undefined && options.amount !== undefined) {
    return ratioOfMoney(costs.entryFees, options.amount);
  }
  const tiers = product.fees?.entry ?? [{ rate: product.entryFee }];
  const rate = Math.max(...tiers.map((tier) => ('rate' in tier ? tier.rate : 0)));
  return rate / (1 + rate);
}

function findCosts<C extends CurrencyCode>(
  { product, universe, options, years }: ExplainedProduct<C>,
  scenarios: FoundScenarios | undefined,
): ExAnteCosts<C> | undefined {
  const { amount, fx } = options;
  if (amount === undefined || isLiability(product)) return undefined;
  const expectedReturn = scenarios?.status === 'estimated' ? scenarios.scenarios.expectedReturn : 0;
  const alone = makeUniverse(universe.assetClasses, [product]);
  const given = { amount, expectedReturn, years, ...(fx === undefined ? {} : { fx }) };
  return renamePaths({ 'options.expectedReturn': 'options.assumptions.expectedReturn' }, () =>
    exAnteCosts({ [product.id]: 1 }, alone, given),
  );
}

function tellDocuments({ documents = [] }: Product): readonly Reason[] {
  if (documents.length === 0) return [];
  return [makeReason('products.read-first', 'require', { documents })];
}
