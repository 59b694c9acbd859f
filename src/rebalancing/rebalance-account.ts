import type { PlainDate } from '../dates/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { RebalancingAccount } from './account/account.js';
import { divideMoney } from './account/cash-to-keep.js';
import { type ReadAccount, readAccount } from './account/read-account.js';
import { checkRebalancer } from './check-rebalancer.js';
import type { Rebalancer } from './compile-rebalancing.js';
import { decide, decideWithout, type Verdict } from './decide.js';
import type { Inside } from './policy/compiled-policy.js';
import { aimOf, measure, weigh } from './reach/measure.js';
import type { Situation } from './reach/situation.js';
import { describe } from './result/describe.js';
import type { Rebalancing } from './result/result.js';

/** Reads an account, decides and writes what was decided. */
export function rebalanceAccount<C extends CurrencyCode>(
  account: RebalancingAccount<C>,
  rebalancer: Rebalancer<C>,
  asOf: PlainDate,
  verdict: Verdict,
): Rebalancing<C> {
  const inside = checkRebalancer(rebalancer, asOf);
  const read = readAccount(account, inside, asOf);
  const situation = lookAt(read, inside, asOf);
  const decided = decide(situation, verdict);
  // Every amount below comes from the account's own, so it is in its currency.
  if (decided.unpaid === undefined)
    return describe(situation, decided, rebalancer) as Rebalancing<C>;
  const without = lookAt({ ...read, withdrawal: 0n }, inside, asOf);
  return describe(without, decideWithout(without, decided), rebalancer) as Rebalancing<C>;
}

function lookAt(account: ReadAccount, inside: Inside, asOf: PlainDate): Situation {
  const { holdings, history } = account;
  const money = divideMoney(account, inside.policy.cash);
  const values = holdings.map(({ value }) => value);
  const aim = aimOf(holdings, inside);
  const weights = weigh(holdings, values, money.free, money.investable, inside);
  const now = measure(weights, aim, holdings, inside, history.breached);
  return { inside, account, desk: inside.deskOn(asOf), money, aim, now };
}
