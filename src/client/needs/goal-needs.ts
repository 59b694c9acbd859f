import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  multiplyMoney,
  zeroMoney,
} from '../../money/index.js';
import { type Goal, goalTarget } from '../goal.js';
import { type RequiredReturn, requiredReturn } from '../required-return.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero } from './amounts.js';
import { earmarkCovers } from './earmarked.js';
import { expensiveDebts } from './expensive-debt.js';
import { hasRateFor } from './finding.js';
import { idleCash } from './idle-cash.js';
import type { GoalNeed, UnrankedNeed } from './need.js';
import { overdrafts } from './overdraft.js';

/** The goals that are not met yet, the soonest first; those in a currency without a rate are left out. */
export function goalNeeds<C extends CurrencyCode>(situation: Situation<C>): readonly GoalNeed<C>[] {
  const { view, policy } = situation;
  const covers = earmarkCovers(situation);
  const soonest = view.goals.find(({ earmarked }) => earmarked === undefined)?.id;
  return view.goals
    .filter(({ currency }) => hasRateFor(currency, situation))
    .flatMap((goal) => {
      const need = needOf(goal, goal.id === soonest, situation);
      return need.required?.status === 'already-met' ? [] : [need];
    });

  function needOf(goal: Goal, getsIdleCash: boolean, { currency }: Situation<C>): GoalNeed<C> {
    const { id, years, inflation, earmarked } = goal;
    const own = (amount: string): Money<C> =>
      convertMoney({ currency: goal.currency, amount }, currency, view.fx);
    const amount = convertMoney(goalTarget(goal), currency, view.fx);
    const monthlyContribution = own(goal.monthlyContribution ?? '0');
    const found =
      earmarked === undefined
        ? presentOf(id, getsIdleCash, situation)
        : (covers.get(id) ?? { present: null, missing: [] });
    const { present } = found;
    const achievable = achievableFor(situation);
    const required =
      present === null
        ? null
        : requiredReturn<C>(
            { present, monthlyContribution, years, target: amount, inflation },
            achievable.options,
          );
    const asksForReturn = required === null || LEFT_OPEN.has(required.status);
    const open = [...found.missing, ...(asksForReturn ? achievable.missing : [])];
    const missing = Object.freeze([...new Set(open)].sort());
    const paidIn = multiplyMoney(monthlyContribution, 12 * Math.max(0, years)) as Money<C>;
    const shortfall = present === null ? null : notBelowZero(less(amount, present, paidIn));
    const kind = years >= policy.longTermYears ? 'long-term-goal' : 'goal';
    const set = earmarked === undefined ? null : own(earmarked);
    const reason = reasonFor({ goal: id, years, amount }, set, present);
    const evidence = {
      goal: id,
      years,
      present,
      monthlyContribution,
      required,
      shortfall,
      missing,
    };
    return { kind, id: `goal:${id}`, amount, ...evidence, reason };
  }
}

/** What the goal takes, and what of the money set aside for it is not there. */
function reasonFor(
  said: Pick<GoalNeed, 'goal' | 'years' | 'amount'>,
  earmarked: Money | null,
  present: Money | null,
): Reason {
  if (earmarked !== null && present !== null) {
    const uncovered = less(earmarked, present);
    const evidence = { ...said, earmarked, present, uncovered };
    if (isPositive(uncovered)) return makeReason('client.earmark-not-covered', 'require', evidence);
  }
  return makeReason('client.need-goal', 'info', said);
}

/** Results that only an achievable return makes into something to do. */
const LEFT_OPEN: ReadonlySet<RequiredReturn['status']> = new Set(['found', 'unreachable']);

/** What is there for a goal, or what would have to be known to say so. */
interface Present<C extends CurrencyCode> {
  readonly present: Money<C> | null;
  readonly missing: readonly string[];
}

/**
 * The soonest goal for which nothing is set aside gets the idle cash that repays no debt, its own withdrawals in it; the
 * others nothing.
 */
function presentOf<C extends CurrencyCode>(
  id: string,
  getsIdleCash: boolean,
  situation: Situation<C>,
): Present<C> {
  if (!getsIdleCash) return { present: zeroMoney(situation.currency), missing: [] };
  const { amount, missing: unknown } = situation.reserve;
  if (amount === null) return { present: null, missing: unknown };
  const { idle, missing } = idleCash(situation, amount, [id]);
  if (missing.length > 0) return { present: null, missing };
  const repaid = [
    ...overdrafts(situation).needs,
    ...expensiveDebts(situation).needs.filter(isNoOverdraft),
  ].map((need) => need.amount);
  return { present: notBelowZero(less(idle, ...repaid)), missing };
}

/** An overdraft is repaid once, as what it is. */
function isNoOverdraft(need: UnrankedNeed): boolean {
  return need.kind === 'expensive-debt' && need.debtKind !== 'overdraft';
}

/** What the client's level can be expected to bring, or what would have to be known to say so. */
function achievableFor<C extends CurrencyCode>({
  standing: { level },
  policy: { netReturnByLevel = {} },
}: Situation<C>): {
  readonly options: { readonly achievableReturn?: number };
  readonly missing: readonly string[];
} {
  if (level === null) return { options: {}, missing: ['questionnaire'] };
  const achievableReturn = netReturnByLevel[level];
  return achievableReturn === undefined
    ? { options: {}, missing: [`policy.netReturnByLevel.${level}`] }
    : { options: { achievableReturn }, missing: [] };
}

/** The need that the soonest goal leaves, for the profile. */
export function neededReturn<C extends CurrencyCode>(
  needs: readonly GoalNeed<C>[],
): { readonly goal: string; readonly required: RequiredReturn<C> } | null {
  const first = needs.find(({ required }) => required !== null);
  if (first === undefined || first.required === null) return null;
  return Object.freeze({ goal: first.goal, required: first.required });
}
