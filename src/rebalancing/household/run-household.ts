import type { PlainDate } from '../../dates/index.js';
import { at, checkList, checkObject, checkText, renamePaths } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Verdict } from '../decide.js';
import { ROUNDING } from '../drift/drift-of.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type { Measured } from '../reach/measure.js';
import { refuseUnknown } from '../refuse-unknown.js';
import type { Rebalancing } from '../result/result.js';
import { limitsOf } from '../rounding/make-plan.js';
import { stateAfter, stateBefore } from './after-trades.js';
import { describeHousehold } from './describe-household.js';
import { HOUSEHOLD_FIELDS } from './fields.js';
import type { Household } from './household.js';
import { findHouseholdTriggers } from './household-triggers.js';
import { type LocationCost, readLocation } from './location-cost.js';
import { type HouseholdPlan, planHousehold, planTarget } from './plan-household.js';
import { type Pool, type PoolState, poolAccounts } from './pool.js';
import { poseProblem } from './pose-problem.js';
import { type ReadShareAccount, readAccounts, readTarget } from './read-household.js';
import type { HouseholdRebalancing } from './result.js';
import { amountsIn, withTarget } from './share-target.js';
import { tradesOfToday } from './trades-of-others.js';
import { type DecideAll, type Weighed, weighTogether } from './weigh-household.js';

/** Brings one account to its share, by a verdict on what it costs; its errors' paths begin with `account`. */
export type DecideShare = (
  account: RebalancingAccount,
  verdict: Verdict,
  rebalancer: Rebalancer,
) => Rebalancing;

/** What all accounts do, and where that leaves the household. */
interface Act<C extends CurrencyCode> extends Weighed<C> {
  readonly plan: HouseholdPlan;
  readonly after: PoolState;
}

/** Measures a household once, and where something is due shares its target out and has each account brought to its share. */
export function runHousehold<C extends CurrencyCode>(
  household: Household<C>,
  rebalancer: Rebalancer,
  asOf: PlainDate,
  decide: DecideShare,
): HouseholdRebalancing<C> {
  checkObject(household, 'household');
  refuseUnknown(household, 'household', HOUSEHOLD_FIELDS);
  const { universe, [INSIDE]: inside } = rebalancer;
  checkText(household.id, 'household.id');
  const target = readTarget(household.target, universe);
  const costOf = readLocation(household.location, universe, 'household.location');
  const breached = readBreached(household.breached);
  const accounts = readAccounts(household, target, inside, asOf);
  const problem = poseProblem(accounts, target, costOf);
  const toTarget = planTarget(problem, inside);
  const pool = poolAccounts(accounts, target, problem, toTarget.sharing.amounts, inside, breached);
  const before = stateBefore(accounts, pool);
  const found = findHouseholdTriggers(accounts, pool, before.measured, asOf);
  const isDue = found.fired.length > 0;
  const locationCost: LocationCost = household.location?.kind === 'costs' ? costOf : () => 0;
  const by = { inside, whole: problem.whole, locationCost, isDue };

  const act = (inset?: ReadonlyMap<string, number>): Act<C> => {
    const plan = isDue
      ? planHousehold(problem, accounts, target, pool, before.measured, inset)
      : toTarget;
    const rule = towardsShare(rebalancer, plan);
    const decideAll: DecideAll = (verdict) => {
      const today: RecentTrade[] = [];
      return accounts.map((account, place) => {
        if (!isTraded(account)) return undefined;
        const shares = amountsIn(place, plan.problem, plan.sharing);
        const aimed = withTarget(withTrades(account, today), shares, plan.left[place]!);
        const result = renamePaths({ account: account.path }, () => decide(aimed, verdict, rule));
        today.push(...tradesOfToday(result, asOf, inside));
        return result;
      });
    };
    const weighed = weighTogether(accounts, decideAll, by, household.currency);
    return { plan, ...weighed, after: stateAfter(accounts, weighed.results, pool) };
  };
  const done = isDue ? actWithin(act, pool, before.measured) : act();
  return describeHousehold({
    household,
    rebalancer,
    asOf,
    accounts,
    problem,
    pool,
    before,
    found,
    ...done,
  });
}

/** How often the aim is moved further in. */
const TRIES = 3;

/** Acts so that the destination holds on what is traded and paid: what misses an edge by a hair is aimed further in, a few times. */
function actWithin<C extends CurrencyCode>(
  act: (inset?: ReadonlyMap<string, number>) => Act<C>,
  pool: Pool,
  now: Measured,
): Act<C> {
  let best = act();
  if (pool.inside.policy.way.destination.kind === 'target') return best;
  let missed = missedBy(pool, now, best.after.measured);
  let least = largest(missed);
  const inset = new Map<string, number>();
  const unit = 1 / Number(pool.whole);
  for (let tries = 0; tries < TRIES && missed.size > 0; tries++) {
    for (const [id, by] of missed) inset.set(id, (inset.get(id) ?? 0) + 1.5 * by + 2 * unit);
    const next = act(new Map(inset));
    missed = missedBy(pool, now, next.after.measured);
    if (largest(missed) >= least) break;
    [best, least] = [next, largest(missed)];
  }
  return best;
}

/** By how much lines lie beyond where the destination lets them, by id. */
function missedBy({ inside }: Pool, now: Measured, after: Measured): ReadonlyMap<string, number> {
  const reached = new Map(after.drift.lines.map(({ id, current }) => [id, current]));
  const missed = new Map<string, number>();
  for (const line of now.drift.lines) {
    const limits = limitsOf(line, inside.policy);
    if (limits === undefined) continue;
    const weight = reached.get(line.id) ?? 0;
    const by = Math.max(limits.low - weight, weight - limits.high);
    if (by > ROUNDING) missed.set(line.id, by);
  }
  return missed;
}

function largest(missed: ReadonlyMap<string, number>): number {
  return Math.max(0, ...missed.values());
}

/** The policy for accounts whose share says where to go: all the way there, with as few trades as the shares have. */
function towardsShare(rebalancer: Rebalancer, { funding }: HouseholdPlan): Rebalancer {
  const { [INSIDE]: inside } = rebalancer;
  const { trading } = inside.policy;
  const policy = {
    ...inside.policy,
    way: { destination: { kind: 'target' }, scope: { kind: 'whole' } },
    trading: { ...trading, fewestTrades: false },
    funding,
  } as const;
  return { ...rebalancer, [INSIDE]: { ...inside, policy } };
}

/** The account with what those before it trade today, which its wash-sale guard must know. */
function withTrades(one: ReadShareAccount, today: readonly RecentTrade[]): ReadShareAccount {
  if (today.length === 0) return one;
  const { given } = one;
  return { ...one, given: { ...given, recentTrades: [...(given.recentTrades ?? []), ...today] } };
}

/** Whether the account can trade and there is something to trade with. */
function isTraded({ account }: ReadShareAccount): boolean {
  const { status, value, holdings } = account;
  return status === 'active' && (value !== 0n || holdings.some(({ local }) => local > 0n));
}

function readBreached(breached: unknown): ReadonlySet<string> {
  if (breached === undefined) return new Set();
  const path = 'household.breached';
  return new Set(checkList<unknown>(breached, path).map((id, i) => checkText(id, at(path, i))));
}
