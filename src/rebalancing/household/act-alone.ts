import { renamePaths } from '../../errors/index.js';
import { type CurrencyCode, toMinorUnits } from '../../money/index.js';
import type { Rebalancer } from '../compile-rebalancing.js';
import type { Rebalancing } from '../result/result.js';
import type { DecideShare } from './act-on-household.js';
import type { HouseholdLook } from './look-at-household.js';
import { isTraded, onlyOneOf } from './read-household.js';
import {
  type Compare,
  compareTogether,
  type DecideAll,
  type Weighed,
  weighTogether,
} from './weigh-household.js';

/** Whether a household is one account with nothing to share out: no limits of its own, and no place that costs anything. */
export function isAlone<C extends CurrencyCode>({
  accounts,
  problem: { cells },
  target,
  pool,
}: HouseholdLook<C>): boolean {
  const one = onlyOneOf(accounts);
  if (one === undefined) return false;
  // An account by itself measures the classes where it has classes for a target.
  const isMeasured = target.kind === 'products' || pool.inside.policy.measure === 'classes';
  const isFree = Object.keys(one.given.limits ?? {}).length === 0;
  return isMeasured && isFree && cells.every(({ cost }) => cost === 0);
}

/** What a household does that is one account: what the account by itself would do, with the household's target. */
export function actAlone<C extends CurrencyCode>(
  { accounts, household, weighedBy }: HouseholdLook<C>,
  rebalancer: Rebalancer,
  decide: DecideShare,
): Weighed<C> {
  const decideAll: DecideAll = (verdict) =>
    accounts.map((one) => {
      if (!isTraded(one)) return undefined;
      const { kind: _kind, limits: _limits, ...own } = one.given;
      const { target, breached = [] } = household;
      return renamePaths({ account: one.path }, () =>
        decide({ ...own, target, breached }, verdict, rebalancer),
      );
    });
  return weighTogether(accounts, decideAll, weighedBy, household.currency, compareAlone);
}

/** What its account says of itself: it knows the exact weights that its trades are to lead to, of which rounding is no gain and no loss. */
const compareAlone: Compare = (accounts, least, all, by) => {
  const place = all.findIndex((result) => result !== undefined);
  const [some, more] = [least[place], all[place]];
  if (some === undefined || more === undefined) return compareTogether(accounts, least, all, by);
  const utilityBefore = some.decision === 'trade' ? some.utilityAfter! : more.utilityBefore!;
  const utilityAfter = more.decision === 'trade' ? more.utilityAfter! : utilityBefore;
  const gain = accounts[place]!.toHousehold(gainOf(more) - gainOf(some));
  return { utilityBefore, utilityAfter, gain };
};

/** What trades that are made bring. */
function gainOf({ decision, gain }: Rebalancing): bigint {
  return decision === 'trade' ? toMinorUnits(gain!) : 0n;
}
