import { type AllocationPolicy, problemForLevel } from '../allocation/index.js';
import { type CalendarData, compileCalendar, type PlainDate } from '../dates/index.js';
import { AptfolioError, checkObject, renamePaths } from '../errors/index.js';
import { type DecisionRecord, recordDecision } from '../evidence/index.js';
import {
  type CapitalMarketAssumptions,
  type CompiledAssumptions,
  compileAssumptions,
} from '../market/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import { compileProducts, type Product, type ProductUniverse } from '../products/index.js';
import type { RiskLevel } from '../questionnaire/index.js';
import {
  compileRebalancing,
  type HoldingsValuation,
  type Rebalancer,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
  type ValuationOptions,
  valueHoldings,
} from '../rebalancing/index.js';
import { VERSIONS } from './versions.js';

/** An account to be reviewed: with the positions of the day, or with what it held when a period began. */
export interface ReviewRequest<C extends CurrencyCode = CurrencyCode> {
  readonly level: RiskLevel;
  /** The account and the weights that were agreed; without `positions` where `since` is given. */
  readonly account: Omit<RebalancingAccount<C>, 'positions'> &
    Partial<Pick<RebalancingAccount<C>, 'positions'>>;
  /** What the positions were and what has happened to them since, in place of `account.positions`. */
  readonly since?: {
    /** Value by product id when the period began. */
    readonly opening: Readonly<Record<string, Money<C>>>;
    /** Returns of the asset classes since then, and what was paid in. */
    readonly period: ValuationOptions<C>;
  };
}

/** What the bank brings to a review. */
export interface ReviewReference<C extends CurrencyCode = CurrencyCode> {
  readonly assumptions: CapitalMarketAssumptions;
  readonly allocation: AllocationPolicy;
  readonly products: readonly Product[];
  /** How accounts are brought back; what the gain is measured with comes from the assumptions and the level's risk aversion. */
  readonly rebalancing: Omit<RebalancingPolicy<C>, 'utility'>;
  /** Days on which the bank deals. Default: Monday to Friday. */
  readonly calendar?: CalendarData;
}

/** What a review found, and whether to trade. */
export interface ReviewOutcome<C extends CurrencyCode = CurrencyCode> {
  /** Only where the request says what has happened `since`. */
  readonly valuation?: HoldingsValuation<C>;
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
 * @throws AptfolioError for unknown products or classes, mixed currencies and malformed policies, with the path; `missing-value` at
 * `request.account.positions` without positions of either kind, `inconsistent` at `request.since` with both.
 *
 * @example
 * ```ts
 * import reference from './examples/data/scenario/capital-market-assumptions.json' with { type: 'json' };
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
 *     account: { id: '1', currency: 'CNY', target: { A: 0.7, B: 0.3 } },
 *     since: {
 *       opening: { A: money('CNY', '70000'), B: money('CNY', '30000') },
 *       period: { classReturns: { BOND: 0, EQ_GL: 1 }, feeYears: 0 },
 *     },
 *   },
 *   {
 *     assumptions, allocation,
 *     products: [
 *       { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
 *       { ...terms, id: 'B', name: 'Shares', lookThrough: { EQ_GL: 1 } },
 *     ],
 *     rebalancing: {
 *       id: 'standard', bands: { default: { absolute: 0.05, relative: 0.25 } }, residualProduct: 'A',
 *       trading: { minimumTrade: { amount: money('CNY', '100') } },
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
    outcome: review(request, reference, asOf),
    versions: VERSIONS,
    ...(previous === undefined ? {} : { previous }),
  });
}

/** What `reviewAccount` puts on record. */
export function review<C extends CurrencyCode>(
  request: ReviewRequest<C>,
  reference: ReviewReference<C>,
  asOf: PlainDate,
): ReviewOutcome<C> {
  checkObject(request, 'request');
  checkObject(reference, 'reference');
  checkPositions(request);
  const { account, since } = request;
  const { assumptions, universe } = renamePaths(REFERENCE_NAMES, () => readMarket(reference));
  const rebalancer = rebalancerFor(request, reference, assumptions, universe);
  const valuation =
    since === undefined
      ? undefined
      : renamePaths(SINCE_NAMES, () => valueHoldings(since.opening, universe, since.period));
  const positions =
    valuation === undefined
      ? account.positions!
      : Object.entries(valuation.values).map(([product, value]) => ({ product, value }));
  const rebalancing = renamePaths({ account: 'request.account' }, () =>
    rebalance<C>({ ...account, positions }, rebalancer, { asOf }),
  );
  return Object.freeze(valuation === undefined ? { rebalancing } : { valuation, rebalancing });
}

/** The positions are given once: as they are today, or as they were. */
function checkPositions({ account, since }: ReviewRequest): void {
  const { positions } = checkObject(account, 'request.account');
  if (since !== undefined) checkObject(since, 'request.since');
  if (since === undefined && positions === undefined) {
    const expected =
      'the positions of the day, or what the account held and what has happened since';
    throw new AptfolioError('missing-value', 'request.account.positions', expected);
  }
  if (since !== undefined && positions !== undefined) {
    const expected = 'either the positions of the day, or what has happened since';
    throw new AptfolioError('inconsistent', 'request.since', expected);
  }
}

function readMarket(reference: ReviewReference): {
  readonly assumptions: CompiledAssumptions;
  readonly universe: ProductUniverse;
} {
  const assumptions = compileAssumptions(reference.assumptions);
  return { assumptions, universe: compileProducts(reference.products, assumptions.assetClasses) };
}

function rebalancerFor<C extends CurrencyCode>(
  { level }: ReviewRequest<C>,
  reference: ReviewReference<C>,
  assumptions: CompiledAssumptions,
  universe: ProductUniverse,
): Rebalancer<C> {
  const { allocation, rebalancing, calendar } = reference;
  // Checks the policy on the way.
  renamePaths(ALLOCATION_NAMES, () => problemForLevel(assumptions, allocation, level));
  checkObject(rebalancing, 'reference.rebalancing');
  const { assetClasses, expectedReturn, covariance } = assumptions;
  const riskAversion = allocation.levels[level].lambda;
  const utility = { assetClasses, expectedReturn, covariance, riskAversion };
  return renamePaths({ policy: 'reference.rebalancing', data: 'reference.calendar' }, () =>
    compileRebalancing<C>(
      { ...rebalancing, utility },
      { universe, ...(calendar === undefined ? {} : { calendar: compileCalendar(calendar) }) },
    ),
  );
}

/** How the steps name their arguments, and how the caller does. */
const REFERENCE_NAMES = { assumptions: 'reference.assumptions', products: 'reference.products' };
const ALLOCATION_NAMES = { policy: 'reference.allocation', level: 'request.level' };
const SINCE_NAMES = { holdings: 'request.since.opening', options: 'request.since.period' };
