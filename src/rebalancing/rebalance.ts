import type { CurrencyCode } from '../money/index.js';
import type { RebalancingAccount } from './account/account.js';
import type { Rebalancer } from './compile-rebalancing.js';
import { atTime, MOMENT_FIELDS, type RebalanceOptions, readDay } from './moment.js';
import { rebalanceAccount } from './rebalance-account.js';
import type { Rebalancing } from './result/result.js';

/**
 * Decides whether to bring an account back to its target, and how.
 *
 * If a trigger of the policy fires, the account is brought to the policy's destination. What account, product, calendar, lots, limits or
 * policy do not permit is solved around: the other products move so that the whole comes as near as it can, measured by tracking
 * variance, or by the squared differences of class weights where the policy has no `utility`, of product weights where it measures products.
 * Trades are rounded to steps, units and minimums, their money adds up exactly on every day, and what is not done is named with its
 * reason. What is aimed at holds on the rounded and paid portfolio; what stays out of its band is named.
 *
 * The answer is `trade` if the gain in certainty-equivalent is above all costs (or the policy does not weigh); either way both numbers are
 * there. Money that must be raised, and losses that the policy harvests, are traded in any case: limits give way only to them, and gain
 * and costs of everything else are compared beyond theirs. For a withdrawal that cannot be paid in full nothing is sold.
 *
 * Money and orders that are under way count as done; `time` beside the day tells whether a product's cut-off has passed.
 *
 * @param rebalancer made by `compileRebalancing`; the same one serves any number of accounts.
 * @throws AptfolioError `invalid-format` at `options.time`; for an account that cannot be read, with the path: `unknown-id` at `account.positions[2].product`, and at
 * `account.restriction` for a field that there is none of; `missing-rate` at `account.fx.rates.USD`, `inconsistent` at `account.target` or
 * `account.positions[0].lots`, `currency-mismatch`, `out-of-range`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, rebalance } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0.001,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
 *     { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const rebalancer = compileRebalancing(
 *   {
 *     id: 'standard',
 *     bands: { default: { absolute: 0.05, relative: 0.25 } },
 *     residualProduct: 'A',
 *     utility: {
 *       assetClasses: ['BOND', 'EQUITY'], expectedReturn: [0.03, 0.06],
 *       covariance: [[0.0009, 0], [0, 0.04]], riskAversion: 4,
 *     },
 *   },
 *   { universe },
 * );
 * const result = rebalance(
 *   {
 *     id: '1', currency: 'CNY', target: { A: 0.6, B: 0.4 },
 *     positions: [
 *       { product: 'A', value: money('CNY', '40000') },
 *       { product: 'B', value: money('CNY', '60000') },
 *     ],
 *   },
 *   rebalancer,
 *   { asOf: '2026-03-02' },
 * );
 * result.decision; // => 'trade'
 * result.trades.map((trade) => `${trade.side} ${trade.product} ${trade.amount.amount}, phase ${trade.phase}`);
 * // => ['buy A 20000.00, phase 2', 'sell B 20000.00, phase 1']
 * result.costs.entry.amount; // => '19.98'
 * result.costs.outOfMarket.amount; // => '2.30'
 * result.gain.amount; // => '964.00'
 * result.certificate.every(({ holds }) => holds); // => true
 * ```
 */
export function rebalance<C extends CurrencyCode = CurrencyCode>(
  account: RebalancingAccount<C>,
  rebalancer: Rebalancer<C>,
  options: RebalanceOptions,
): Rebalancing<C> {
  const asOf = readDay(options, MOMENT_FIELDS);
  return rebalanceAccount(account, atTime(rebalancer, options), asOf, 'own');
}
