import { type OptimalAllocation, type RiskFigures, riskFigures } from '../allocation/index.js';
import { at, checkList, checkObject, checkOneOf, checkText } from '../errors/index.js';
import { LOCALES, makeReason, type Reason } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import {
  checkUniverse,
  compareRatings,
  type ExAnteCosts,
  effectiveRisk,
  type ProductUniverse,
  type RiskRating,
} from '../products/index.js';
import type { GoalProjection } from '../projection/index.js';
import { type LocalisedText, RISK_LEVELS, type RiskLevel } from '../questionnaire/index.js';
import type { Selection } from '../selection/index.js';
import { type ReturnScenario, returnScenarios } from './scenarios.js';

/** What a proposal is made of; without any one of the optional four there is no proposal. */
export interface ProposalParts<C extends CurrencyCode = CurrencyCode> {
  readonly level: RiskLevel;
  readonly universe: ProductUniverse;
  readonly allocation?: OptimalAllocation;
  readonly selection?: Selection;
  readonly costs?: ExAnteCosts<C>;
  /** The bank's statements on its conflicts of interest, in every language. "None" is a statement too. */
  readonly conflicts?: readonly LocalisedText[];
  /** The goal's projection, where there is a goal. */
  readonly projection?: GoalProjection;
}

/** A product of the proposal as it is disclosed. */
export interface ProposedProduct {
  readonly product: string;
  readonly name: string;
  /** Decimal fraction of what is invested. */
  readonly weight: number;
  /** The higher of the issuer's and the distributor's rating. */
  readonly rating: RiskRating;
  /** Days during which the money cannot be had back. */
  readonly lockUpDays: number;
}

/** Everything that must be said before a client can agree. */
export interface Proposal<C extends CurrencyCode = CurrencyCode> {
  readonly status: 'complete';
  readonly risk: {
    readonly level: RiskLevel;
    /** The highest rating among the products. */
    readonly highestRating: RiskRating;
    /** Annual, decimal fraction. */
    readonly volatility: number;
    /** Over one year, 95 %. */
    readonly figures: RiskFigures;
  };
  readonly direction: {
    /** Share of each asset class by look-through. */
    readonly assetClasses: Readonly<Record<string, number>>;
    /** By ascending id. */
    readonly products: readonly ProposedProduct[];
  };
  readonly returns: {
    /** After annual fees, worst first. Scenarios are no promise. */
    readonly scenarios: readonly ReturnScenario[];
    readonly goal?: GoalProjection;
  };
  readonly fees: ExAnteCosts<C>;
  readonly liquidity: {
    readonly longestLockUpDays: number;
    /** Share of the money that can be asked back at any time. */
    readonly withoutLockUp: number;
  };
  readonly conflicts: readonly LocalisedText[];
  readonly reasons: readonly Reason[];
}

/** What a proposal cannot do without. */
export type ProposalPart = 'allocation' | 'selection' | 'costs' | 'conflicts';

const PARTS: readonly ProposalPart[] = ['allocation', 'selection', 'costs', 'conflicts'];

/** A proposal that may not be shown, because something that must be disclosed is missing. */
export interface IncompleteProposal {
  readonly status: 'incomplete';
  readonly missing: readonly ProposalPart[];
  readonly reasons: readonly Reason[];
}

/**
 * Puts a proposal together: risk, investment direction, returns, fees, liquidity and conflicts of interest.
 *
 * It is complete or not presented: without statements on conflicts there is no proposal, and a promise cannot be
 * made with it, as returns are scenarios (5, 50 and 95 % of a normal year after annual fees).
 *
 * @returns `complete`, or `incomplete` with what is missing.
 * @throws AptfolioError for parts that are malformed, such as a statement without a language, with the path.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 31.
 *
 * @example
 * ```ts
 * import { allocate } from 'aptfolio/allocation';
 * import { compileProducts, exAnteCosts } from 'aptfolio/products';
 * import { prepareProposal } from 'aptfolio/report';
 * import { selectProducts } from 'aptfolio/selection';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Bonds', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0.01, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const covariance = [[0.0004]];
 * const allocation = allocate({
 *   assets: ['BOND'], expectedReturn: [0.03], covariance, objective: { kind: 'minimum-variance' },
 * });
 * const selection = selectProducts(allocation.weights, universe, { level: 'C2', covariance });
 * const amount = { currency: 'CNY', amount: '1000.00' } as const;
 * const costs = exAnteCosts(selection.weights, universe, { amount, expectedReturn: 0.03 });
 * const parts = { level: 'C2', allocation, selection, universe, costs } as const;
 * prepareProposal(parts).missing; // => ['conflicts']
 * const none = { en: 'None.', 'zh-Hans': '无。', 'zh-Hant': '無。' };
 * const proposal = prepareProposal({ ...parts, conflicts: [none] });
 * proposal.status; // => 'complete'
 * proposal.risk.highestRating; // => 'R2'
 * proposal.returns.scenarios[1].return; // => 0.02
 * ```
 */
export function prepareProposal<C extends CurrencyCode>(
  parts: ProposalParts<C>,
): Proposal<C> | IncompleteProposal {
  checkObject(parts, 'parts');
  const { level, allocation, selection, universe, costs, projection } = parts;
  checkOneOf(level, 'parts.level', RISK_LEVELS);
  checkUniverse(universe, 'parts.universe');
  const conflicts = checkStatements(parts.conflicts ?? []);
  if (!allocation || !selection || !costs || conflicts.length === 0) {
    return incomplete({ allocation, selection, costs, conflicts: conflicts[0] });
  }
  const products = proposed(selection, universe);
  const { volatility } = allocation;
  const expectedReturn = allocation.expectedReturn - costs.annualFeeRate;
  return Object.freeze({
    status: 'complete',
    risk: Object.freeze({
      level,
      highestRating: highest(products),
      volatility,
      figures: riskFigures({ expectedReturn: allocation.expectedReturn, volatility }),
    }),
    direction: Object.freeze({
      assetClasses: selection.lookThrough,
      products: Object.freeze(products),
    }),
    returns: Object.freeze({
      scenarios: returnScenarios({ expectedReturn, volatility }),
      ...(projection === undefined ? {} : { goal: projection }),
    }),
    fees: costs,
    liquidity: liquidity(products),
    conflicts: Object.freeze(conflicts),
    reasons: Object.freeze([makeReason('report.no-promise', 'info')]),
  });
}

function incomplete(parts: Readonly<Record<ProposalPart, unknown>>): IncompleteProposal {
  const missing = PARTS.filter((part) => (parts[part] ?? null) === null);
  return Object.freeze({
    status: 'incomplete',
    missing: Object.freeze(missing),
    reasons: Object.freeze(missing.map((part) => makeReason(`report.missing-${part}`, 'block'))),
  });
}

function checkStatements(value: unknown): readonly LocalisedText[] {
  return checkList<LocalisedText>(value, 'parts.conflicts').map((statement, index) => {
    const path = at('parts.conflicts', index);
    checkObject(statement, path);
    const texts = LOCALES.map((locale) => [
      locale,
      checkText(statement[locale], at(path, locale), 5000),
    ]);
    return Object.freeze(Object.fromEntries(texts)) as LocalisedText;
  });
}

function proposed(selection: Selection, universe: ProductUniverse): readonly ProposedProduct[] {
  return Object.entries(selection.weights).map(([id, weight]) => {
    const product = universe.byId[id]!;
    const { name, lockUpDays } = product;
    return Object.freeze({ product: id, name, weight, rating: effectiveRisk(product), lockUpDays });
  });
}

function highest(products: readonly ProposedProduct[]): RiskRating {
  return products.reduce<RiskRating>(
    (most, { rating }) => (compareRatings(rating, most) > 0 ? rating : most),
    'R1',
  );
}

function liquidity(products: readonly ProposedProduct[]): Proposal['liquidity'] {
  const locked = products.filter(({ lockUpDays }) => lockUpDays > 0);
  return Object.freeze({
    longestLockUpDays: Math.max(0, ...products.map(({ lockUpDays }) => lockUpDays)),
    withoutLockUp: 1 - locked.reduce((sum, { weight }) => sum + weight, 0),
  });
}
