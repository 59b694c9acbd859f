import { addYears } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  minMoney,
  multiplyMoney,
  zeroMoney,
} from '../../money/index.js';
import { type Goal, goalTarget } from '../goal.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero, plus, worthOf } from './amounts.js';
import { earmarkedWithin } from './earmarked.js';
import { type Finding, hasRateFor, missingRates, NOTHING, unknown } from './finding.js';
import { splitByDay } from './free-by-day.js';
import type { GoalLiquidityNeed } from './need.js';
import { type WithdrawalsAhead, withdrawalsAhead } from './planned-withdrawals.js';

/**
 * Goals due soon whose money is there but tied up beyond their day; the soonest goal has the first call on what is free.
 *
 * Free by the day is what somebody said to be: available by then, maturing by then, or breakable. The reserve stays, and so
 * does what is set aside for later goals, as far as it must lie there; other withdrawals planned until then come first.
 * Saving planned until then pays for the goal first. The amount is what would have to be freed in time; what is not there
 * at all is no matter of liquidity.
 */
export function goalsTiedUp<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { view, policy, reserve } = situation;
  const months = policy.goalLiquidityMonths;
  if (months === undefined) return NOTHING;
  const soon = view.goals.filter(({ years }) => 12 * years <= months);
  if (soon.length === 0) return NOTHING;
  const calls: Calls<C> = {
    soon,
    later: view.goals.filter((goal) => !soon.includes(goal)),
    // What is taken out for one of these goals is what the goal itself costs.
    ahead: withdrawalsAhead(
      situation,
      soon.map(({ id }) => id),
    ),
  };
  const missing = [
    ...reserve.missing,
    ...soon.filter((goal) => !hasRateFor(goal.currency, situation)).map((g) => `fx.${g.currency}`),
    ...calls.ahead.missing,
    ...earmarkedWithin([], situation, calls.later).missing,
    ...missingRates(situation),
  ];
  if (missing.length > 0 || reserve.amount === null) return unknown(missing);
  return { needs: needsOf(calls, reserve.amount, situation), missing: [] };
}

/** What calls on the money that is free. */
interface Calls<C extends CurrencyCode> {
  readonly soon: readonly Goal[];
  readonly later: readonly Goal[];
  readonly ahead: WithdrawalsAhead<C>;
}

function needsOf<C extends CurrencyCode>(
  { soon, later, ahead }: Calls<C>,
  reserve: Money<C>,
  situation: Situation<C>,
): readonly GoalLiquidityNeed<C>[] {
  const { asOf, currency } = situation;
  const zero = zeroMoney(currency);
  // What earlier goals have called on already.
  let [used, freed] = [zero, zero];
  return soon.flatMap((goal) => {
    const date = addYears(asOf, Math.max(0, goal.years));
    const { free, tied } = splitByDay(date, situation);
    const earmarked = earmarkedWithin(free, situation, later).least;
    const withdrawn = ahead.rows
      .filter((row) => row.date <= date)
      .reduce((sum, row) => plus(sum, row.amount), zero);
    const available = notBelowZero(
      less(worthOf(free, situation), reserve, earmarked, withdrawn, used),
    );
    const required = stillToPay(goal, situation);
    const paid = minMoney<CurrencyCode>(required, available) as Money<C>;
    used = plus(used, paid);
    const locked = notBelowZero(less(worthOf(tied, situation), freed));
    const amount = minMoney<CurrencyCode>(less(required, paid), locked) as Money<C>;
    if (!isPositive(amount)) return [];
    freed = plus(freed, amount);
    const holdings = Object.freeze(tied.map(({ id }) => id));
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
