import type { PlainDate } from '../dates/index.js';
import type { Reason } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import { least } from './account/exact.js';
import { findBounds } from './reach/bounds.js';
import type { Occasion, Situation } from './reach/situation.js';
import { costsOf, type PlanCosts, totalCost } from './result/costs.js';
import { coverableOn } from './result/coverable-on.js';
import { type HarvestPlan, NO_HARVEST, planHarvest } from './rounding/harvest-plan.js';
import { makePlan } from './rounding/make-plan.js';
import type { Plan } from './rounding/plan.js';
import { type FoundTriggers, findTriggers } from './triggers/find-triggers.js';
import type { FiredTrigger } from './triggers/fired-trigger.js';
import { moneyToMove, proceedsLeft } from './triggers/money-to-move.js';
import { hasOrdersOf, restAfterOrders } from './triggers/rest-after-orders.js';
import { type Beyond, type Weighed, weighBeyond, weighPlan } from './weighing/weigh-plan.js';

/**
 * Who says whether something is to be done and is worth its costs: the policy, of the account alone, or a household that has measured and
 * weighed all its accounts together. Where nothing is due in the household, only what must be done is. A stage of what has been decided is made.
 */
export type Verdict = 'own' | 'worth-it' | 'not-worth-it' | 'not-due' | 'stage';

/** Trades that were planned and what they cost and gain, in smallest units of the account's currency. */
export interface Considered {
  readonly plan: Plan;
  readonly harvest: HarvestPlan;
  readonly costs: PlanCosts;
  readonly weighing: Weighed | undefined;
}

/** What is to be done, before it is written. */
export interface Decided {
  readonly fired: readonly FiredTrigger[];
  readonly waiting: readonly Reason[];
  readonly decision: 'trade' | 'hold';
  readonly verdict: Verdict;
  /** Absent where nothing was planned. */
  readonly considered: Considered | undefined;
  /** Where something must be traded in any case: what everything else brings and costs beyond it. */
  readonly beyond: Beyond | undefined;
  /** What is given up, all or all that need not be; absent where all that can be traded is. */
  readonly forgone: Plan | undefined;
  /** Losses that the policy would take and that are left where they are. */
  readonly lossesLeft: HarvestPlan['left'];
  /** Then nothing is sold for it, and what else would be done waits until it is settled. */
  readonly unpaid: Unpaid | undefined;
}

/** A withdrawal that cannot be paid in full, in smallest units. */
export interface Unpaid {
  readonly amount: bigint;
  /** The most that could be paid. */
  readonly most: bigint;
  /** What is paid of it. */
  readonly paid: bigint;
  /** The first day on which all of it could be paid; `null` where none is known. */
  readonly coverableOn: PlainDate | null;
}

/** What is done about what was found; absent: nothing. */
type Done = Partial<Pick<Decided, 'decision' | 'considered' | 'beyond' | 'forgone' | 'unpaid'>>;

const NOTHING: Done = Object.freeze({});

function decided(
  { fired, waiting }: FoundTriggers,
  verdict: Verdict,
  lossesLeft: HarvestPlan['left'],
  done: Done,
): Decided {
  return {
    fired,
    waiting,
    decision: done.decision ?? 'hold',
    verdict,
    considered: done.considered,
    beyond: done.beyond,
    forgone: done.forgone,
    lossesLeft,
    unpaid: done.unpaid,
  };
}

/** Looks for triggers, plans, and weighs. */
export function decide(situation: Situation, verdict: Verdict): Decided {
  const { inside, account, desk, money } = situation;
  const isJudged = verdict !== 'own';
  const found = isJudged || isEmpty(situation) ? NOTHING_FOUND : lookForTriggers(situation);
  const isDue = isJudged ? verdict !== 'not-due' && !isEmpty(situation) : found.fired.length > 0;
  const mayHarvest = inside.policy.lots.harvest !== undefined && !hasOrdersOf(account, desk.asOf);
  const mustChange = needsExchange(situation);
  if (!isDue && !money.mustRaise && !mayHarvest && !mustChange) {
    return decided(found, verdict, NO_HARVEST.left, NOTHING);
  }

  const { harvest, consider } = startPlanning(situation, mayHarvest);
  const done = (more: Done): Decided => decided(found, verdict, harvest.left, more);
  const whole = isDue ? consider('rebalance') : undefined;
  const mustTrade = money.mustRaise || harvest.harvests.length > 0;
  if (!mustTrade && (whole !== undefined || !mustChange)) {
    if (whole !== undefined && isWorthIt(situation, whole, whole.weighing, verdict)) {
      return done({ decision: 'trade', considered: whole });
    }
    return done({ considered: whole, forgone: whole?.plan });
  }
  const least = raiseInTime(situation) ?? consider('raise');
  const { paidOut } = least.plan;
  if (paidOut < account.withdrawal) return done({ unpaid: unpaidOf(situation, least) });
  const weighed = weighBeyond(whole?.weighing, least.weighing);
  const isAll = whole !== undefined && sameTrades(whole.plan, least.plan);
  const beyond = isAll && weighed !== undefined ? { ...weighed, gain: 0n, cost: 0n } : weighed;
  const isPaid =
    whole !== undefined &&
    whole.plan.paidOut === paidOut &&
    (isInTime(situation, whole) || !isInTime(situation, least));
  if (isPaid && (isAll || isWorthIt(situation, whole, beyond, verdict))) {
    return done({ ...doing(whole), beyond });
  }
  return done({ ...doing(least), beyond, forgone: whole?.plan });
}

/** Whether nothing can be traded beyond what must be. */
function sameTrades(whole: Plan, least: Plan): boolean {
  const { fits } = least.trades;
  if (whole.trades.fits.length !== fits.length) return false;
  return whole.trades.fits.every(
    ({ place, side, amount }, i) =>
      place === fits[i]!.place && side === fits[i]!.side && amount === fits[i]!.amount,
  );
}

/** Raises a withdrawal from what settles by the day on which it is needed; nothing where that is not asked for, or not enough. */
export function raiseInTime(situation: Situation): Considered | undefined {
  const { account } = situation;
  const { withdrawal, withdrawalBy: raisesBy } = account;
  if (raisesBy === undefined || withdrawal === 0n) return undefined;
  const { consider } = startPlanning({ ...situation, account: { ...account, raisesBy } }, false);
  const raised = consider('raise');
  return raised.plan.paidOut === withdrawal && isInTime(situation, raised) ? raised : undefined;
}

function isInTime({ account }: Situation, { plan }: Considered): boolean {
  const { withdrawalOn } = plan.settlement.schedule;
  const { withdrawalBy } = account;
  return withdrawalBy === undefined || withdrawalOn === undefined || withdrawalOn <= withdrawalBy;
}

function unpaidOf(situation: Situation, { plan }: Considered): Unpaid {
  const { withdrawal } = situation.account;
  const { shortfall = [] } = plan.settlement.schedule;
  const short = shortfall.find(({ kind }) => kind === 'withdrawal');
  // What changing other money costs is known of the payment alone.
  const most = least(
    plan.cashAfter - situation.inside.policy.cash.least,
    withdrawal - (short?.missing ?? 0n),
  );
  return {
    amount: withdrawal,
    most: most > 0n ? most : 0n,
    paid: 0n,
    coverableOn: coverableOn(situation),
  };
}

/** What is done where a withdrawal cannot be paid: nothing but what an overdraft or the floor asks for. */
export function decideWithout(situation: Situation, refused: Decided): Decided {
  if (!situation.money.mustRaise && !needsExchange(situation)) return refused;
  return { ...refused, ...doing(startPlanning(situation, false).consider('raise')) };
}

function doing(considered: Considered): Pick<Decided, 'decision' | 'considered'> {
  return { decision: considered.plan.trades.fits.length > 0 ? 'trade' : 'hold', considered };
}

function startPlanning(
  situation: Situation,
  mayHarvest: boolean,
): {
  readonly harvest: HarvestPlan;
  readonly consider: (task: Occasion['task']) => Considered;
} {
  const { account, inside, money, desk } = situation;
  const { investable, mustRaise } = money;
  const bounds = findBounds(account, { investable, lost: 0n, mustRaise }, inside, desk);
  const harvest = mayHarvest ? planHarvest(situation, bounds) : NO_HARVEST;
  const consider = (task: Occasion['task']): Considered => {
    const plan = makePlan({ bounds, task, ...situation }, harvest);
    const costs = costsOf(plan);
    return { plan, harvest, costs, weighing: weighPlan(situation, plan, totalCost(costs.all)) };
  };
  return { harvest, consider };
}

const NOTHING_FOUND: FoundTriggers = Object.freeze({
  fired: Object.freeze([]),
  waiting: Object.freeze([]),
});

function lookForTriggers({ inside, account, desk, money, now }: Situation): FoundTriggers {
  const { lastTradeOn, events } = account.history;
  // Where nothing is left to invest there are no weights that could be out of their bands.
  const { drift, trackingError, volatility } = money.investable > 0n ? now : NOTHING_MEASURED;
  const free = {
    share: now.cash,
    canWait: !money.mustRaise && hasOrdersOf(account, desk.asOf),
    proceeds: proceedsLeft(account, desk.asOf),
  };
  return findTriggers(
    {
      drift,
      freeCash: moneyToMove(free, money.investable, inside.policy),
      events,
      ...(trackingError === undefined ? {} : { trackingError }),
      ...(volatility === undefined ? {} : { volatility }),
      ...(lastTradeOn === undefined ? {} : { lastTradeOn }),
    },
    restAfterOrders(inside.policy.triggers, [account], desk.asOf),
    { asOf: desk.asOf, calendar: inside.calendar, days: inside.days },
  );
}

const NOTHING_MEASURED: Pick<Situation['now'], 'drift' | 'trackingError' | 'volatility'> =
  Object.freeze({
    drift: Object.freeze({
      lines: Object.freeze([]),
      triggered: Object.freeze([]),
      portfolioDrift: 0,
      distance: 0,
      largest: 0,
    }),
    trackingError: undefined,
    volatility: undefined,
  });

/** Whether there are neither positions nor money to invest. */
export function isEmpty({ account, money }: Situation): boolean {
  return account.value === account.cashTotal && money.investable <= 0n;
}

/** Whether there is enough money, but in another currency than the one that is to be paid in, or only on a later day. */
function needsExchange({ account, inside }: Situation): boolean {
  const { cash, currency, withdrawal, underWay } = account;
  if (withdrawal > 0n && underWay !== undefined) return true;
  const own = (cash.get(currency) ?? 0n) - withdrawal;
  const { floor, floors } = inside.policy.cash;
  if (own < (withdrawal > 0n ? floor : 0n)) return true;
  const leastOf = (code: CurrencyCode): bigint =>
    code === currency ? floor : (floors.get(code) ?? 0n);
  for (const [code, units] of cash) if (code !== currency && units < leastOf(code)) return true;
  for (const [code, units] of underWay?.sums ?? []) {
    if ((cash.get(code) ?? 0n) + units < leastOf(code)) return true;
  }
  return false;
}

function isWorthIt(
  { inside }: Situation,
  { plan }: Considered,
  weighed: Beyond | undefined,
  verdict: Verdict,
): boolean {
  if (plan.trades.fits.length === 0) return false;
  if (verdict !== 'own') return verdict === 'worth-it' || verdict === 'stage';
  if (weighed === undefined || inside.policy.weighing.gate === 'always') return true;
  return weighed.gain > weighed.cost;
}
