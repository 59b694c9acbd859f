import type { CurrencyCode } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { rebalanceAccount } from '../rebalance-account.js';
import type { Rebalancing } from '../result/result.js';
import type { BookOptions } from './book-options.js';
import { deciderOf, type RebalancerChoice } from './choose-rebalancer.js';
import { collectEach } from './collect.js';
import type { BookFailure, BookOutcome } from './outcome.js';
import { runBook } from './run-book.js';
import type { BookSummary } from './summary.js';

/** How a book is brought back and collected. */
export interface CollectingOptions<C extends CurrencyCode = CurrencyCode> extends BookOptions {
  /** Called with each account's outcome at once. What it throws ends the run. */
  readonly onResult?: (outcome: BookOutcome<C>) => void;
}

/** What became of a book: the accounts that were decided, and those that could not be used. */
export interface BookResult<C extends CurrencyCode = CurrencyCode> {
  /** In the order of the input. */
  readonly values: readonly Rebalancing<C>[];
  /** The input index of each value: `accounts[indexes[i]]` is the account of `values[i]`. */
  readonly indexes: readonly number[];
  readonly failures: readonly BookFailure[];
  readonly summary: BookSummary;
}

/**
 * Decides many accounts, by one policy or by that of each. An account that cannot be used becomes a failure, and the rest go on.
 *
 * Any error but an `AptfolioError`, such as one of a getter of an account or of the function that gives the rebalancers, is a fault in the
 * program and ends the run, and so does whatever the iterable throws.
 *
 * All results are kept; where they are too many for that, `rebalanceEach` gives them one at a time.
 *
 * @param accounts a list or any other iterable, read once. Of accounts with the same id the first is decided.
 * @param rebalancer one for all, or a function that gives each account its own: by its client's level, its currency, the step of a plan. Compile each
 * policy once and hand the same one out; what is wrong with the one chosen is then a failure of the account.
 * @throws AptfolioError for what is wrong with the whole call: `invalid-type` at `accounts`, `invalid-date` at `options.asOf`,
 * `options.progressEvery`, `options.ids`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalanceBook } from 'aptfolio/rebalancing';
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
 * const account = (id: string, bonds: string, shares: string) => ({
 *   id, currency: 'CNY' as const, target: { A: 0.6, B: 0.4 }, lastTradeOn: null,
 *   positions: [
 *     { product: 'A', value: money('CNY', bonds) },
 *     { product: 'B', value: money('CNY', shares) },
 *   ],
 * });
 * const accounts = [account('1', '50000', '50000'), account('2', '61000', '39000'), account('1', '1', '1')];
 * const { values, failures, summary } = rebalanceBook(accounts, rebalancer, { asOf: '2026-03-02' });
 * values.map(({ account, decision }) => `${account} ${decision}`); // => ['1 trade', '2 hold']
 * failures.map(({ index, issues }) => `${index} ${issues[0].path}`); // => ['2 accounts[2].id']
 * summary.products.map(({ product, purchases }) => `${product} ${purchases.amount.amount}`);
 * // => ['A 10000.00', 'B 0.00']
 *
 * const wide = compileRebalancing({ id: 'wide', bands: { default: { absolute: 0.2 } } }, { universe });
 * const byAccount = rebalanceBook(accounts, ({ id }) => (id === '1' ? wide : rebalancer), { asOf: '2026-03-02' });
 * byAccount.values.map(({ policy, decision }) => `${policy} ${decision}`); // => ['wide hold', 'standard hold']
 * ```
 */
export function rebalanceBook<C extends CurrencyCode = CurrencyCode>(
  accounts: Iterable<RebalancingAccount<C>>,
  rebalancer: RebalancerChoice<RebalancingAccount<C>, C>,
  options: CollectingOptions<C>,
): BookResult<C> {
  return collectEach<Rebalancing<C>, BookOutcome<C>, BookFailure>(options, (each) =>
    rebalanceEach(accounts, rebalancer, each),
  );
}

/**
 * Decides accounts one after another, each when it is asked for; the generator's return value is the summary.
 *
 * Nothing of an account is kept but its id, or not even that (`ids`), so that memory stays the same however many accounts come.
 *
 * @throws AptfolioError as `rebalanceBook`; any other error ends the run there too.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalanceEach } from 'aptfolio/rebalancing';
 *
 * const universe = compileProducts([], ['BOND']);
 * const rebalancer = compileRebalancing({ id: 'standard', bands: { default: { absolute: 0.05 } } }, { universe });
 * const account = { id: '1', currency: 'CNY', positions: [], target: {} } as const;
 * const outcomes = rebalanceEach([account], rebalancer, { asOf: '2026-03-02' });
 * const first = outcomes.next().value;
 * first.status; // => 'failed'
 * first.issues[0].path; // => 'accounts[0].target'
 * const end = outcomes.next();
 * end.done; // => true
 * end.value.count; // => 1
 * ```
 */
export function rebalanceEach<C extends CurrencyCode = CurrencyCode>(
  accounts: Iterable<RebalancingAccount<C>>,
  rebalancer: RebalancerChoice<RebalancingAccount<C>, C>,
  options: BookOptions,
): Generator<BookOutcome<C>, BookSummary, undefined> {
  const { decide, ownRules } = deciderOf(rebalancer, 'account', options, (account, rule, asOf) =>
    rebalanceAccount(account, rule, asOf, 'own'),
  );
  return runBook(accounts, decide, options, ownRules);
}
