import type { PlainDate } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';
import { type CurrencyCode, toMinorUnits } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Verdict } from '../decide.js';
import { aimWithin } from '../destination/aim-within.js';
import type { CompiledBands } from '../drift/compile-bands.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type { Funding } from '../policy/policy.js';
import type { Rebalancing } from '../result/result.js';
import { outOf } from '../rounding/make-plan.js';
import { actAlone, isAlone } from './act-alone.js';
import { stateAfter } from './after-trades.js';
import { isBeyondLimits } from './certify-household.js';
import { leaveToOthers } from './left-to-others.js';
import type { HouseholdLook } from './look-at-household.js';
import { actNetOfCharges, withPayments } from './net-of-charges.js';
import { type HouseholdPlan, type PlanAim, planAsPosed, planHousehold } from './plan-household.js';
import type { PoolState } from './pool.js';
import { lessCharges, type PosedProblem } from './pose-problem.js';
import { isTraded, type ReadShareAccount } from './read-household.js';
import { bandsOfShare } from './share-bands.js';
import {
  amountsIn,
  investedShare,
  keptIn,
  mostWorthIn,
  type Restrictions,
  roundedDownIn,
  type ShareAmount,
  withTarget,
} from './share-target.js';
import { raiseInAll } from './split-withdrawal.js';
import { tradesOfToday } from './trades-of-others.js';
import { type DecideAll, type Weighed, weighTogether } from './weigh-household.js';
import { whatIsMade } from './what-is-made.js';

/** Brings one account to its share, by a verdict on what it costs; its errors' paths begin with `account`. */
export type DecideShare = (
  account: RebalancingAccount,
  verdict: Verdict,
  rebalancer: Rebalancer,
) => Rebalancing;

/** What all accounts do, and where that leaves the household. */
export interface Act<C extends CurrencyCode> extends Weighed<C> {
  /** Where nothing is due, what it would be. */
  readonly plan: HouseholdPlan;
  readonly after: PoolState;
}

/** Shares out where the household is to be brought, if anything is due, and has each account brought to its share. */
export function actOnHousehold<C extends CurrencyCode>(
  look: HouseholdLook<C>,
  rebalancer: Rebalancer,
  asOf: PlainDate,
  decide: DecideShare,
): Act<C> {
  const { accounts, pool, isDue, household } = look;
  if (isAlone(look)) {
    const alone = actAlone(look, rebalancer, decide);
    const plan = planOf(look);
    return { plan, ...alone, after: stateAfter(accounts, alone.results, pool) };
  }
  const actWith = (aim?: PlanAim, charged?: readonly bigint[]): Act<C> => {
    const plan = planOf(look, aim, charged);
    const shares = household.withdrawal === undefined || isDue ? plan : planRaise(look);
    const { problem } = shares;
    const sharing =
      charged === undefined ? shares.sharing : withPayments(problem, shares.sharing, accounts);
    const decideAll: DecideAll = (verdict) => {
      const today: RecentTrade[] = [];
      const amounts = [...sharing.amounts];
      return accounts.map((account, place) => {
        if (!isTraded(account)) return undefined;
        const own = amountsIn(place, problem, sharing);
        const traded = withTrades(account, today);
        const invested = isDue ? investedShare(own, shares.left[place]!) : 1;
        const bands = bandsOfShare(place, problem, amounts, pool);
        const bring = (within?: ReadonlyMap<string, bigint>, kept?: Restrictions): Rebalancing => {
          const aimed = withTarget(traded, own, kept);
          const mostWorth = mostWorthIn(account, within);
          const rule = towardsShare(rebalancer, shares.funding[place]!, invested, mostWorth, bands);
          return renamePaths({ account: account.path }, () => decide(aimed, verdict, rule));
        };
        const result = withinLimits(account, own, bring);
        today.push(...tradesOfToday(result, asOf, pool.inside));
        setMade(amounts, place, problem, account, result);
        return result;
      });
    };
    const weighed = weighTogether(accounts, decideAll, look.weighedBy, household.currency);
    return { plan, ...weighed, after: stateAfter(accounts, weighed.results, pool) };
  };
  if (!isDue) return actWith();
  const act = (aim?: PlanAim): Act<C> =>
    actNetOfCharges(look, asOf, (charged) => actWith(aim, charged));
  const rounding = look.problem.cells.length / Number(pool.whole);
  const first = aimedAt(look, rounding, act);
  return leaveToOthers(first, accounts, rounding, (settled) => act({ settled }));
}

/** Brought to the destination; aimed further in, or with everything traded, where what the trades deliver leaves something outside. */
function aimedAt<C extends CurrencyCode>(
  { pool, before }: HouseholdLook<C>,
  rounding: number,
  act: (aim?: PlanAim) => Act<C>,
): Act<C> {
  const first = act();
  const { policy } = pool.inside;
  if (policy.way.destination.kind === 'target' && !policy.trading.fewestTrades) return first;
  const landingOf = ({ plan, after }: Act<C>) => ({ ...plan, after: after.measured.drift });
  const edges = { now: before.measured.drift, policy, whole: pool.whole, rounding };
  const aimed = aimWithin(first, (inset) => act({ inset }), landingOf, edges);
  const outIn = ({ after }: Act<C>): number => outOf(after.measured);
  if (!policy.trading.fewestTrades || outIn(aimed) <= rounding) return aimed;
  const all = act({ tradesAll: true });
  return outIn(all) < outIn(aimed) ? all : aimed;
}

function planOf<C extends CurrencyCode>(
  { accounts, problem, target, toTarget, pool, desk, isDue }: HouseholdLook<C>,
  aim: PlanAim = {},
  charged?: readonly bigint[],
): HouseholdPlan {
  if (!isDue) return toTarget;
  const posed = charged === undefined ? problem : lessCharges(problem, accounts, target, charged);
  return planHousehold(posed, { accounts, pool, desk, aim });
}

/** What stays where money is raised for the household alone. */
function planRaise<C extends CurrencyCode>({
  accounts,
  problem,
  pool,
  desk,
}: HouseholdLook<C>): HouseholdPlan {
  const by = { inside: pool.inside, pool, desk };
  return planAsPosed(raiseInAll(problem, accounts, by), pool);
}

/** The account brought to its share; where rounding goes beyond a limit of the account, to the steps that keep it if there are any. */
function withinLimits(
  account: ReadShareAccount,
  shares: readonly ShareAmount[],
  bring: (within?: ReadonlyMap<string, bigint>, kept?: Restrictions) => Rebalancing,
): Rebalancing {
  const { given, money } = account;
  const isBeyond = (result: Rebalancing): boolean =>
    isBeyondLimits({ given, investable: money.investable, result });
  const first = bring();
  if (!isBeyond(first)) return first;
  const rounded = bring(roundedDownIn(account, shares, first), keptIn(account, shares, first));
  return isBeyond(rounded) || isLessPaid(rounded, first) ? first : rounded;
}

function isLessPaid({ cash }: Rebalancing, { cash: other }: Rebalancing): boolean {
  return toMinorUnits(cash.withdrawal) < toMinorUnits(other.withdrawal);
}

/** The policy for an account whose share says where to go: all the way there, with the trades that the share has, the part invested that it invests, and the account's own limits. */
function towardsShare(
  rebalancer: Rebalancer,
  funding: Funding,
  invested: number,
  mostWorth: ReadonlyMap<string, bigint>,
  bands: CompiledBands,
): Rebalancer {
  const { [INSIDE]: inside } = rebalancer;
  const policy = {
    ...inside.policy,
    bands,
    way: { destination: { kind: 'target' }, scope: { kind: 'whole' }, invested },
    trading: { ...inside.policy.trading, fewestTrades: false, mostWorth },
    funding,
  } as const;
  return { ...rebalancer, [INSIDE]: { ...inside, policy } };
}

/** What an account comes to in place of its share. */
function setMade(
  amounts: bigint[],
  place: number,
  { cells }: PosedProblem,
  { toHousehold }: ReadShareAccount,
  result: Rebalancing,
): void {
  const { values } = whatIsMade(result);
  cells.forEach(({ account, product }, j) => {
    const value = values[product];
    if (account === place) amounts[j] = value === undefined ? 0n : toHousehold(toMinorUnits(value));
  });
}

/** The account with what those before it trade today, which its wash-sale guard must know. */
function withTrades(one: ReadShareAccount, today: readonly RecentTrade[]): ReadShareAccount {
  if (today.length === 0) return one;
  const { given } = one;
  return { ...one, given: { ...given, recentTrades: [...(given.recentTrades ?? []), ...today] } };
}
