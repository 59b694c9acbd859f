import { type AllocationPolicy, problemForLevel } from '../allocation/index.js';
import type { PlainDate } from '../dates/index.js';
import { checkObject, renamePaths } from '../errors/index.js';
import { type DecisionRecord, recordDecision } from '../evidence/index.js';
import { type CapitalMarketAssumptions, compileAssumptions } from '../market/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import { compileProducts, type Product } from '../products/index.js';
import type { RiskLevel } from '../questionnaire/index.js';
import {
  type DriftBands,
  type HoldingsValuation,
  type Rebalancing,
  type Restriction,
  rebalance,
  type ValuationOptions,
  valueHoldings,
} from '../rebalancing/index.js';
import { VERSIONS } from './versions.js';

/** An account to be reviewed, and what has happened to it. */
export interface ReviewRequest<C extends CurrencyCode = CurrencyCode> {
  readonly level: RiskLevel;
  /** Value by product id when the period began. */
  readonly opening: Readonly<Record<string, Money<C>>>;
  /** Weights by product id that were agreed, summing to 1. */
  readonly targetWeights: Readonly<Record<string, number>>;
  /** Returns of the asset classes since then, and what was paid in. */
  readonly period: ValuationOptions<C>;
  /** What may not be traded, by product id. */
  readonly restrictions?: Readonly<Record<string, Restriction>>;
}

/** What the bank brings to a review. */
export interface ReviewReference<C extends CurrencyCode = CurrencyCode> {
  readonly assumptions: CapitalMarketAssumptions;
  readonly allocation: AllocationPolicy;
  readonly products: readonly Product[];
  readonly rebalancing: {
    readonly bands: DriftBands;
    readonly minimumTrade: Money<C>;
    readonly residualProduct: string;
    /** Over how many years the gain is set against the cost. Default 1. */
    readonly gainYears?: number;
  };
}

/** What a review found, and whether to trade. */
export interface ReviewOutcome<C extends CurrencyCode = CurrencyCode> {
  readonly valuation: HoldingsValuation<C>;
  readonly rebalancing: Rebalancing<C>;
}

/** A review on record. */
export type ReviewRecord<C extends CurrencyCode = CurrencyCode> = DecisionRecord<
  { readonly request: ReviewRequest<C>; readonly reference: ReviewReference<C> },
  ReviewOutcome<C>
>;

/** The kind under which reviews are recorded and replayed. */
export const REVIEW_KIND = 'advice.review';

/**
 * Reviews an account: today's value, how far it has drifted, and whether trading back is worth its cost.
 *
 * @param previous the record before this one in the client's chain.
 * @returns a record whose outcome `replay` with `adviceReplayers` gives again to the last byte.
 * @throws AptfolioError for unknown products or classes, mixed currencies and malformed policies, with the path.
 *
 * @example
 * ```ts
 * import reference from './examples/data/scenario/capital-market-assumptions.json';
 * import { reviewAccount } from 'aptfolio/advice';
 * import { money } from 'aptfolio/money';
 *
 * const { policy, $comment, ...assumptions } = reference;
 * const { objective, ...allocation } = policy;
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0.001,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const record = reviewAccount(
 *   {
 *     level: 'C3',
 *     opening: { A: money('CNY', '70000'), B: money('CNY', '30000') },
 *     targetWeights: { A: 0.7, B: 0.3 },
 *     period: { classReturns: { BOND: 0, EQ_GL: 1 }, feeYears: 0 },
 *   },
 *   {
 *     assumptions, allocation,
 *     products: [
 *       { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
 *       { ...terms, id: 'B', name: 'Shares', lookThrough: { EQ_GL: 1 } },
 *     ],
 *     rebalancing: {
 *       bands: { absolute: 0.05, relative: 0.25 }, minimumTrade: money('CNY', '100'), residualProduct: 'A',
 *     },
 *   },
 *   { asOf: '2026-09-01' },
 * );
 * record.outcome.valuation.total.amount; // => '130000.00'
 * record.outcome.rebalancing.decision; // => 'trade'
 * record.outcome.rebalancing.trades.map(({ side, product, amount }) => `${side} ${product} ${amount.amount}`);
 * // => ['buy A 21000.00', 'sell B 21000.00']
 * ```
 */
export function reviewAccount<C extends CurrencyCode>(
  request: ReviewRequest<C>,
  reference: ReviewReference<C>,
  options: { readonly asOf: PlainDate; readonly previous?: DecisionRecord },
): ReviewRecord<C> {
  checkObject(options, 'options');
  const { asOf, previous } = options;
  return recordDecision({
    kind: REVIEW_KIND,
    asOf,
    inputs: { request, reference },
    outcome: review(request, reference),
    versions: VERSIONS,
    ...(previous === undefined ? {} : { previous }),
  });
}

/** What `reviewAccount` puts on record. */
export function review<C extends CurrencyCode>(
  request: ReviewRequest<C>,
  reference: ReviewReference<C>,
): ReviewOutcome<C> {
  checkObject(request, 'request');
  checkObject(reference, 'reference');
  checkObject(reference.rebalancing, 'reference.rebalancing');
  return renamePaths(NAMES, () => {
    const assumptions = compileAssumptions(reference.assumptions);
    const universe = compileProducts(reference.products, assumptions.assetClasses);
    const { level, targetWeights, restrictions = {} } = request;
    // Checks the policy on the way.
    problemForLevel(assumptions, reference.allocation, level);
    const { lambda } = reference.allocation.levels[level];
    const valuation = valueHoldings(request.opening, universe, request.period);
    const rebalancing = rebalance<C>({
      ...reference.rebalancing,
      universe,
      holdings: valuation.values,
      targetWeights,
      utility: { ...assumptions, riskAversion: lambda },
      restrictions,
    });
    return Object.freeze({ valuation, rebalancing });
  });
}

/** How the steps name their arguments, and how the caller does. */
const NAMES = {
  assumptions: 'reference.assumptions',
  products: 'reference.products',
  policy: 'reference.allocation',
  level: 'request.level',
  holdings: 'request.opening',
  options: 'request.period',
  'problem.targetWeights': 'request.targetWeights',
  'problem.restrictions': 'request.restrictions',
  problem: 'reference.rebalancing',
};
