import { addYears, daysBetween, type PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  minMoney,
  multiplyMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import { type Goal, goalTarget } from '../goal.js';
import type { Holding } from '../holding.js';
import type { Situation } from '../situation.js';
import { type Finding, hasRateFor, missingRates, NOTHING, unknown } from './finding.js';
import type { GoalLiquidityNeed } from './need.js';

/**
 * Goals due soon whose money is there but tied up beyond their day; the soonest goal has the first call on what is free.
 *
 * Free by the day is what somebody said to be: available by then, maturing by then, or breakable. The reserve stays.
 * Saving planned until then pays for the goal first. The amount is what would have to be freed in time; what is not there
 * at all is no matter of liquidity.
 */
export function goalsTiedUp<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { view, policy, reserve } = situation;
  const months = policy.goalLiquidityMonths;
  if (months === undefined) return NOTHING;
  const soon = view.goals.filter(({ years }) => 12 * years <= months);
  if (soon.length === 0) return NOTHING;
  const missing = [
    ...(reserve.amount === null ? ['essentialMonthly'] : []),
    ...soon.filter((goal) => !hasRateFor(goal.currency, situation)).map((g) => `fx.${g.currency}`),
    ...missingRates(situation),
  ];
  if (missing.length > 0 || reserve.amount === null) return unknown(missing);
  return { needs: needsOf(soon, reserve.amount, situation), missing: [] };
}

function needsOf<C extends CurrencyCode>(
  goals: readonly Goal[],
  reserve: Money<C>,
  situation: Situation<C>,
): readonly GoalLiquidityNeed<C>[] {
  const { asOf, currency } = situation;
  const zero = zeroMoney(currency);
  // What earlier goals have called on already.
  let [used, freed] = [zero, zero];
  return goals.flatMap((goal) => {
    const date = addYears(asOf, Math.max(0, goal.years));
    const { free, tied, holdings } = splitByDay(date, situation);
    const available = notBelowZero(less(less(free, reserve), used));
    const required = stillToPay(goal, situation);
    const paid = minMoney<CurrencyCode>(required, available) as Money<C>;
    used = plus(used, paid);
    const locked = notBelowZero(less(tied, freed));
    const amount = minMoney<CurrencyCode>(less(required, paid), locked) as Money<C>;
    if (!isPositive(amount)) return [];
    freed = plus(freed, amount);
    const evidence = { goal: goal.id, date, required, available, holdings };
    const reason = makeReason('client.need-goal-liquidity', 'warn', { ...evidence, amount });
    return [
      { kind: 'goal-liquidity', id: `goal-liquidity:${goal.id}`, amount, ...evidence, reason },
    ];
  });
}

/** What the goal costs on its day, less the saving planned until then. */
function stillToPay<C extends CurrencyCode>(
  goal: Goal,
  { currency, view }: Situation<C>,
): Money<C> {
  const { currency: code, monthlyContribution = '0', years } = goal;
  const months = 12 * Math.max(0, years);
  const saved = multiplyMoney({ currency: code, amount: monthlyContribution }, months);
  return notBelowZero(
    less(convertMoney(goalTarget(goal), currency, view.fx), convertMoney(saved, currency, view.fx)),
  );
}

function splitByDay<C extends CurrencyCode>(
  date: PlainDate,
  { view, currency, asOf }: Situation<C>,
): {
  readonly free: Money<C>;
  readonly tied: Money<C>;
  readonly holdings: readonly string[];
} {
  const owned = view.holdings.filter((one) => one.kind !== 'property' && isPositive(one));
  const tied = owned.filter((holding) => !isFreeBy(date, holding, asOf));
  const sum = (rows: readonly Holding[]): Money<C> =>
    sumMoney<CurrencyCode>(
      currency,
      rows.map((row) => convertMoney(row, currency, view.fx)),
    ) as Money<C>;
  return {
    free: sum(owned.filter((holding) => !tied.includes(holding))),
    tied: sum(tied),
    holdings: Object.freeze(tied.map(({ id }) => id)),
  };
}

function isFreeBy(
  date: PlainDate,
  { availableInDays, maturity, breakable }: Holding,
  asOf: PlainDate,
): boolean {
  if (breakable === true || (maturity !== undefined && maturity <= date)) return true;
  return availableInDays !== undefined && availableInDays <= daysBetween(asOf, date);
}

function plus<C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> {
  return sumMoney<CurrencyCode>(a.currency, [a, b]) as Money<C>;
}

function less<C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> {
  return subtractMoney<CurrencyCode>(a, b) as Money<C>;
}

function notBelowZero<C extends CurrencyCode>(amount: Money<C>): Money<C> {
  return isPositive(amount) ? amount : zeroMoney(amount.currency);
}
