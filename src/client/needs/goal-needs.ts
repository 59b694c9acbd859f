import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  zeroMoney,
} from '../../money/index.js';
import { type Goal, goalTarget } from '../goal.js';
import { type RequiredReturn, requiredReturn } from '../required-return.js';
import type { Situation } from '../situation.js';
import { idleCash } from './find-needs.js';
import { hasRateFor } from './finding.js';
import type { GoalNeed } from './need.js';

/** The goals that are not met yet, the soonest first; those in a currency without a rate are left out. */
export function goalNeeds<C extends CurrencyCode>(situation: Situation<C>): readonly GoalNeed<C>[] {
  const { view, policy } = situation;
  const soonest = view.goals.find(({ earmarked }) => earmarked === undefined)?.id;
  return view.goals
    .filter(({ currency }) => hasRateFor(currency, situation))
    .flatMap((goal) => {
      const need = needOf(goal, goal.id === soonest, situation);
      return need.required?.status === 'already-met' ? [] : [need];
    });

  function needOf(goal: Goal, getsIdleCash: boolean, { currency }: Situation<C>): GoalNeed<C> {
    const { id, years, inflation } = goal;
    const own = (amount: string): Money<C> =>
      convertMoney({ currency: goal.currency, amount }, currency, view.fx);
    const amount = convertMoney(goalTarget(goal), currency, view.fx);
    const monthlyContribution = own(goal.monthlyContribution ?? '0');
    const present =
      goal.earmarked === undefined ? presentOf(getsIdleCash, situation) : own(goal.earmarked);
    const required =
      present === null
        ? null
        : requiredReturn<C>(
            { present, monthlyContribution, years, target: amount, inflation },
            achievable(situation),
          );
    const kind = years >= policy.longTermYears ? 'long-term-goal' : 'goal';
    const reason = makeReason('client.need-goal', 'info', { goal: id, years, amount });
    const evidence = { goal: id, years, present, monthlyContribution, required };
    return { kind, id: `goal:${id}`, amount, ...evidence, reason };
  }
}

/** The soonest goal for which nothing is set aside gets the idle cash, the others nothing. */
function presentOf<C extends CurrencyCode>(
  getsIdleCash: boolean,
  situation: Situation<C>,
): Money<C> | null {
  const zero = zeroMoney(situation.currency);
  if (!getsIdleCash) return zero;
  const { amount } = situation.reserve;
  if (amount === null) return null;
  const { idle } = idleCash(situation, amount);
  return isPositive(idle) ? idle : zero;
}

/** What the client's level can be expected to bring, where both are known. */
function achievable<C extends CurrencyCode>({
  standing: { level },
  policy: { netReturnByLevel = {} },
}: Situation<C>): { readonly achievableReturn?: number } {
  const achievableReturn = level === null ? undefined : netReturnByLevel[level];
  return achievableReturn === undefined ? {} : { achievableReturn };
}

/** The need that the soonest goal leaves, for the profile. */
export function neededReturn<C extends CurrencyCode>(
  needs: readonly GoalNeed<C>[],
): { readonly goal: string; readonly required: RequiredReturn<C> } | null {
  const first = needs.find(({ required }) => required !== null);
  if (first === undefined || first.required === null) return null;
  return Object.freeze({ goal: first.goal, required: first.required });
}
