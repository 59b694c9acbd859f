import type { CurrencyCode } from '../../money/index.js';
import type { Household } from '../household/household.js';
import { decideHousehold } from '../household/rebalance-household.js';
import type { HouseholdRebalancing } from '../household/result.js';
import type { BookOptions } from './book-options.js';
import { deciderOf, type RebalancerChoice } from './choose-rebalancer.js';
import { collectEach } from './collect.js';
import type { HouseholdFailure, HouseholdOutcome } from './outcome.js';
import { type Outcome, runEach } from './run-each.js';
import type { BookSummary } from './summary.js';
import { reasonCodes, type Tallied } from './tally.js';

/** How a book of households is brought back and collected. */
export interface HouseholdsOptions<C extends CurrencyCode = CurrencyCode> extends BookOptions {
  /** Called with each household's outcome at once. What it throws ends the run. */
  readonly onResult?: (outcome: HouseholdOutcome<C>) => void;
}

/** What became of a book of households: those that were decided, and those that could not be used. */
export interface HouseholdsResult<C extends CurrencyCode = CurrencyCode> {
  /** In the order of the input. */
  readonly values: readonly HouseholdRebalancing<C>[];
  /** The input index of each value: `households[indexes[i]]` is the household of `values[i]`. */
  readonly indexes: readonly number[];
  readonly failures: readonly HouseholdFailure[];
  /** Counts are those of households; turnover and products are sums over their accounts that can trade. */
  readonly summary: BookSummary;
}

/**
 * Decides many households, by one policy or by that of each. One that cannot be used becomes a failure, and the rest go on.
 *
 * Any error but an `AptfolioError`, such as one of a getter of a household or of the function that gives the rebalancers, is a fault in the
 * program and ends the run, and so does whatever the iterable throws.
 *
 * All results are kept; where they are too many for that, `rebalanceEachHousehold` gives them one at a time.
 *
 * @param households a list or any other iterable, read once. Of households with the same id the first is decided.
 * @param rebalancer one for all, or a function that gives each household its own.
 * @throws AptfolioError for what is wrong with the whole call: `invalid-type` at `households`, `invalid-date` at `options.asOf`,
 * `options.progressEvery`, `options.ids`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalanceHouseholds } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
 *     { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const rebalancer = compileRebalancing({ id: 'standard', bands: { default: { absolute: 0.05 } } }, { universe });
 * const account = (id: string, product: string, value: string) => ({
 *   id, currency: 'CNY' as const, lastTradeOn: null, positions: [{ product, value: money('CNY', value) }],
 * });
 * const target = { kind: 'products', weights: { A: 0.4, B: 0.6 } } as const;
 * const { values, failures, summary } = rebalanceHouseholds(
 *   [
 *     { id: 'Li', currency: 'CNY', accounts: [account('1', 'A', '50000'), account('2', 'B', '50000')], target },
 *     { id: 'Wu', currency: 'CNY', accounts: [account('3', 'A', '40000'), account('4', 'B', '60000')], target },
 *     { id: 'He', currency: 'CNY', accounts: [account('5', 'C', '1')], target },
 *   ],
 *   rebalancer,
 *   { asOf: '2026-03-02' },
 * );
 * values.map(({ household, decision }) => `${household} ${decision}`); // => ['Li trade', 'Wu hold']
 * failures[0].issues[0].path; // => 'households[2].accounts[0].positions[0].product'
 * summary.products.map(({ product, sales }) => `${product} ${sales.amount.amount}`); // => ['A 10000.00', 'B 0.00']
 * ```
 */
export function rebalanceHouseholds<C extends CurrencyCode = CurrencyCode>(
  households: Iterable<Household<C>>,
  rebalancer: RebalancerChoice<Household<C>>,
  options: HouseholdsOptions<C>,
): HouseholdsResult<C> {
  return collectEach<HouseholdRebalancing<C>, HouseholdOutcome<C>, HouseholdFailure>(
    options,
    (each) => rebalanceEachHousehold(households, rebalancer, each),
  );
}

/**
 * Decides households one after another, each when it is asked for; the generator's return value is the summary.
 *
 * Nothing of a household is kept but its id, or not even that (`ids`), so that memory stays the same however many come.
 *
 * @throws AptfolioError as `rebalanceHouseholds`; any other error ends the run there too.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalanceEachHousehold } from 'aptfolio/rebalancing';
 *
 * const universe = compileProducts([], ['BOND']);
 * const rebalancer = compileRebalancing({ id: 'standard', bands: { default: { absolute: 0.05 } } }, { universe });
 * const household = { id: '1', currency: 'CNY', accounts: [], target: { kind: 'products', weights: {} } } as const;
 * const outcomes = rebalanceEachHousehold([household], rebalancer, { asOf: '2026-03-02' });
 * outcomes.next().value.issues[0].path; // => 'households[0].target.weights'
 * outcomes.next().value.failed; // => 1
 * ```
 */
export function rebalanceEachHousehold<C extends CurrencyCode = CurrencyCode>(
  households: Iterable<Household<C>>,
  rebalancer: RebalancerChoice<Household<C>>,
  options: BookOptions,
): Generator<HouseholdOutcome<C>, BookSummary, undefined> {
  const { decide, ownRules } = deciderOf(rebalancer, 'household', options, decideHousehold<C>);
  const kind = { one: 'household', many: 'households', ownRules, tally } as const;
  return runEach(households, decide, options, kind, writeOutcome);
}

function tally({ decision, reasons, shares }: HouseholdRebalancing): Tallied {
  const results = shares.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const codes = reasonCodes(results);
  for (const { code } of reasons) codes.add(code);
  return { decision, codes, results };
}

function writeOutcome<C extends CurrencyCode>(
  outcome: Outcome<HouseholdRebalancing<C>>,
): HouseholdOutcome<C> {
  const { index } = outcome;
  if (outcome.status === 'failed') {
    const { id: household, issues } = outcome;
    return Object.freeze({ status: 'failed', index, household, issues });
  }
  const { value } = outcome;
  return Object.freeze({ status: 'decided', index, household: value.household, value });
}
