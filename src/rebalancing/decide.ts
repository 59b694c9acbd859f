import type { Reason } from '../evidence/index.js';
import { shareOf } from './lots/exact-share.js';
import { findBounds } from './reach/bounds.js';
import { exposuresOf } from './reach/measure.js';
import type { Situation } from './reach/situation.js';
import { costsOf, type PlanCosts, totalOf } from './result/costs.js';
import { type HarvestPlan, NO_HARVEST, planHarvest } from './rounding/harvest-plan.js';
import { makePlan, type Plan } from './rounding/plan.js';
import { type FoundTriggers, findTriggers } from './triggers/find-triggers.js';
import type { FiredTrigger } from './triggers/fired-trigger.js';
import { utilityOf } from './utility.js';

/** Trades that were planned and what they cost and gain, in smallest units of the account's currency. */
export interface Considered {
  readonly plan: Plan;
  readonly harvest: HarvestPlan;
  readonly costs: PlanCosts;
  readonly weighing: Weighed | undefined;
}

/** Both sides of the decision. */
export interface Weighed {
  readonly utilityBefore: number;
  readonly utilityAfter: number;
  readonly gain: bigint;
  readonly cost: bigint;
}

/** What is to be done, before it is written. */
export interface Decided {
  readonly fired: readonly FiredTrigger[];
  readonly waiting: readonly Reason[];
  readonly decision: 'trade' | 'hold';
  /** Absent where nothing was planned. */
  readonly considered: Considered | undefined;
  /** A rebalancing that was given up as not worth its costs, though less had to be traded all the same. */
  readonly givenUp: Weighed | undefined;
}

/** Looks for triggers, plans, and weighs. */
export function decide(situation: Situation): Decided {
  const { inside, account, money, desk } = situation;
  const { fired, waiting } = isEmpty(situation) ? NOTHING_FOUND : lookForTriggers(situation);
  const hold: Decided = {
    fired,
    waiting,
    decision: 'hold',
    considered: undefined,
    givenUp: undefined,
  };
  const mayHarvest = inside.policy.lots.harvest !== undefined;
  const mustChange = needsExchange(situation);
  if (fired.length === 0 && !money.mustRaise && !mayHarvest && !mustChange) return hold;

  const bounds = findBounds(account, money.investable, inside, desk);
  const harvest = mayHarvest ? planHarvest(situation, bounds) : NO_HARVEST;
  const consider = (task: 'rebalance' | 'raise'): Considered => {
    const plan = makePlan({ ...situation, bounds, task }, harvest);
    const costs = costsOf(plan);
    return { plan, harvest, costs, weighing: weighPlan(situation, plan, totalOf(costs.all)) };
  };
  const whole = fired.length > 0 ? consider('rebalance') : undefined;
  if (whole !== undefined && isWorthIt(whole, inside.policy.weighing.gate)) {
    return { ...hold, decision: 'trade', considered: whole };
  }
  const isLeast = money.mustRaise || harvest.harvests.length > 0;
  if (!isLeast && (whole !== undefined || !mustChange)) return { ...hold, considered: whole };
  const least = consider('raise');
  const decision = least.plan.trades.fits.length > 0 ? 'trade' : 'hold';
  return { ...hold, decision, considered: least, givenUp: whole?.weighing };
}

const NOTHING_FOUND: FoundTriggers = Object.freeze({
  fired: Object.freeze([]),
  waiting: Object.freeze([]),
});

function lookForTriggers({ inside, account, desk, now }: Situation): FoundTriggers {
  const { lastTradeOn, events } = account.history;
  const { drift, trackingError, volatility, cash: freeCash } = now;
  return findTriggers(
    {
      drift,
      freeCash,
      events,
      ...(trackingError === undefined ? {} : { trackingError }),
      ...(volatility === undefined ? {} : { volatility }),
      ...(lastTradeOn === undefined ? {} : { lastTradeOn }),
    },
    inside.policy.triggers,
    { asOf: desk.asOf, calendar: inside.calendar },
  );
}

/** Whether there are neither positions nor money to invest. */
export function isEmpty({ account, money }: Situation): boolean {
  return account.value === account.cashTotal && money.investable <= 0n;
}

/** Whether there is enough money, but in another currency than the one that is to be paid in. */
function needsExchange({ account, inside }: Situation): boolean {
  const { cash, currency, withdrawal } = account;
  const own = (cash.get(currency) ?? 0n) - withdrawal;
  if (withdrawal > 0n && own < inside.policy.cash.floor) return true;
  for (const [code, units] of cash) if (code !== currency && units < 0n) return true;
  return false;
}

function weighPlan(
  { inside, account, money, now }: Situation,
  { goals }: Plan,
  cost: bigint,
): Weighed | undefined {
  const { utility, weighing } = inside.policy;
  if (utility === undefined) return undefined;
  const classes = exposuresOf(account.holdings, (_, i) => goals.weights[i]!, inside);
  const utilityBefore = utilityOf(utility, now.classes) + 0;
  const utilityAfter = utilityOf(utility, classes) + 0;
  const invested = money.investable > 0n ? money.investable : 0n;
  const gain = shareOf(invested, (utilityAfter - utilityBefore) * weighing.years);
  return { utilityBefore, utilityAfter, gain, cost };
}

function isWorthIt({ plan, weighing }: Considered, gate: 'gain' | 'always'): boolean {
  if (plan.trades.fits.length === 0) return false;
  return weighing === undefined || gate === 'always' || weighing.gain > weighing.cost;
}
