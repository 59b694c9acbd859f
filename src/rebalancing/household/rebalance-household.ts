import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { checkRebalancer } from '../check-rebalancer.js';
import type { Rebalancer } from '../compile-rebalancing.js';
import { atTime, MOMENT_FIELDS, type RebalanceOptions, readDay } from '../moment.js';
import { rebalanceAccount } from '../rebalance-account.js';
import type { Household } from './household.js';
import type { HouseholdRebalancing } from './result.js';
import { runHousehold } from './run-household.js';

/** When a household is brought back. */
export type HouseholdOptions = RebalanceOptions;

/**
 * Brings several accounts to one target of all of them, each with its own money.
 *
 * The household is measured once, as if all its accounts were one: its drift, its risk, its free money, and for the policy's pace the last trade in any
 * account. No account trades because it alone is off its share.
 *
 * Where something fires, the policy's destination is shared out over the accounts: first as near to it as what can be traded today allows, which
 * is where `rebalance` would bring an account that holds everything, by the policy's funding too, that may hold of products, each and several together, what
 * the accounts can hold with their own money, limits and caps. Where the policy asks for the fewest trades, the fewest products that bring the whole inside its
 * bands are shared out, or all where fewer leave more outside. Of all such shares it is one at the least cost of location; where the target is by asset classes, of those one with the products that such an
 * account would have; of those one with the fewest changes, and with these changes the least is traded. Where the target is by products, shares are exact to the smallest unit. Each account is then brought to
 * its share as `rebalance` does it, with its own limits, minimums and costs; where what cannot be reached would make it trade again, what the charges
 * leave is shared out, so that a second look holds. Where nothing fires, only what must be done is: money that is to be raised, losses that
 * are taken. Location alone is no reason to trade: it is acted on when something fires, an agreed day for instance.
 *
 * Whether that is worth its costs is asked once, of the household as a whole: the gain in certainty-equivalent of all that the accounts
 * hold together, with what location costs less a year where it is given as costs, against the costs of all their trades. So either every account is brought to its share, or only what must be traded is:
 * money that is to be raised and losses that are taken, which count on neither side.
 *
 * A household with one account that has all there is, without limits and where no place costs anything, does what `rebalance` does with that account.
 *
 * A withdrawal of the household is split over its accounts, so that what stays is what would stay if everything lay in one account, as far as each can carry its part, and then location, tax and costs are least: ranks of
 * location before money, costs of location over the policy's years together with it; of equals each account's free money goes first. Where it cannot be paid in full nothing of it is,
 * unless the policy pays in part, and what else is due waits until it is settled.
 *
 * The wash-sale guard knows all accounts: trades of the last days and lots of the others count as an account's own, and so does what
 * accounts before it, by id, trade today. A trade that would spoil a loss is then not made, though the share asks for it.
 *
 * A frozen account keeps what it has, which counts in the household. Fewest changes are proved by branch and bound, or marked as not
 * proved where that takes too long.
 *
 * @param rebalancer one policy for all accounts.
 * @throws AptfolioError with the path to the fault: `household.target.weights` for weights that do not sum to 1, `unknown-id` for a field that there is none of,
 * `household.accounts[1].positions[0].price`, `missing-rate` at `household.fx.rates.USD`.
 *
 * Source: least cost of shares with fixed sums on both sides is the transport problem (F. L. Hitchcock, Journal of Mathematics and
 * Physics 20, 1941), whose corners are whole numbers.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalanceHousehold } from 'aptfolio/rebalancing';
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
 *   id, currency: 'CNY' as const, lastTradeOn: null,
 *   positions: [{ product, value: money('CNY', value) }],
 * });
 * const result = rebalanceHousehold(
 *   {
 *     id: 'Li', currency: 'CNY',
 *     accounts: [account('own', 'B', '80000'), account('pension', 'B', '20000')],
 *     target: { kind: 'products', weights: { A: 0.4, B: 0.6 } },
 *     location: { kind: 'ranked', order: { BOND: ['pension', 'own'] } },
 *   },
 *   rebalancer,
 *   { asOf: '2026-03-02' },
 * );
 * result.status; // => 'met'
 * result.shares.map(({ account, amounts }) => `${account} ${amounts.A.amount} ${amounts.B.amount}`);
 * // => ['own 20000.00 60000.00', 'pension 20000.00 0.00']
 * result.changes; // => { count: 4, fewest: true }
 * ```
 */
export function rebalanceHousehold<C extends CurrencyCode = CurrencyCode>(
  household: Household<C>,
  rebalancer: Rebalancer,
  options: HouseholdOptions,
): HouseholdRebalancing<C> {
  const asOf = readDay(options, MOMENT_FIELDS);
  return decideHousehold(household, atTime(rebalancer, options), asOf);
}

/** Decides a household by a rebalancer that is ready for the day. */
export function decideHousehold<C extends CurrencyCode>(
  household: Household<C>,
  rebalancer: Rebalancer,
  asOf: PlainDate,
): HouseholdRebalancing<C> {
  // What would be wrong for every account is said once, of the call.
  checkRebalancer(rebalancer, asOf);
  return runHousehold(household, rebalancer, asOf, (account, verdict, rule) =>
    rebalanceAccount(account, rule, asOf, verdict),
  );
}
