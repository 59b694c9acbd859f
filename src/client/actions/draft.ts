import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import type { GoalNeed, IdleCashNeed, Need } from '../needs/need.js';
import type { NeedKind } from '../needs/need-policy.js';
import {
  type ActionKind,
  type ActionRequirement,
  PRODUCT_ACTIONS,
  type Suppression,
} from './action.js';

/** What a need calls for, before anybody asked whether it may be done. */
export interface Draft<C extends CurrencyCode = CurrencyCode> {
  readonly action: ActionKind;
  readonly amount: Money<C>;
  /** What this action asks for beyond what all of its kind do. */
  readonly requires: readonly ActionRequirement[];
  /** What the need itself puts in the way. */
  readonly suppressions: readonly Suppression[];
}

/**
 * What a need calls for; the needs beside it may have the first call on its money.
 *
 * @param lowered whether something holds the client below the level that the goals' figures rest on.
 */
export function draftFor<C extends CurrencyCode>(
  need: Need<C>,
  needs: readonly Need<C>[],
  { lowered }: { readonly lowered: boolean },
): Draft<C> {
  if (need.kind === 'idle-cash') return investing(need, needs);
  if (need.kind === 'goal' || need.kind === 'long-term-goal') return saving(need, lowered);
  const { action, requires } = ACTIONS[need.kind];
  return { action, amount: need.amount, requires, suppressions: [] };
}

/** Whether an action ends in a product. */
export function isProductAction(action: ActionKind): boolean {
  return (PRODUCT_ACTIONS as readonly ActionKind[]).includes(action);
}

const ACTIONS: Readonly<
  Record<
    Exclude<NeedKind, 'idle-cash' | 'goal' | 'long-term-goal'>,
    { readonly action: ActionKind; readonly requires: readonly ActionRequirement[] }
  >
> = {
  overdraft: { action: 'repay-debt', requires: [] },
  'expensive-debt': { action: 'repay-debt', requires: ['early-repayment-terms'] },
  'reserve-gap': { action: 'build-reserve', requires: [] },
  'protection-gap': { action: 'get-cover', requires: [] },
  'goal-liquidity': { action: 'free-up-money', requires: ['tax-check'] },
  'assessment-expiring': { action: 'reassess', requires: [] },
  concentration: { action: 'staged-sale', requires: ['tax-check'] },
  'currency-exposure': { action: 'hedge-currency', requires: [] },
  maturity: { action: 'plan-maturity', requires: [] },
  'deposit-insurance': { action: 'spread-deposits', requires: [] },
};

/** Nobody invests what is owed: overdrafts and dear debts come first, whether or not they may be raised now. */
function investing<C extends CurrencyCode>(
  { amount }: Extract<Need<C>, IdleCashNeed<C>>,
  needs: readonly Need<C>[],
): Draft<C> {
  const { currency } = amount;
  const owed = sumMoney<CurrencyCode>(
    currency,
    needs
      .filter(({ kind }) => kind === 'overdraft' || kind === 'expensive-debt')
      .map((debt) => debt.amount),
  ) as Money<C>;
  const left = subtractMoney<CurrencyCode>(amount, owed) as Money<C>;
  if (isPositive(left)) {
    return { action: 'invest-idle-cash', amount: left, requires: [], suppressions: [] };
  }
  const reason = makeReason('client.debts-first', 'info', { idle: amount, owed });
  return {
    action: 'invest-idle-cash',
    amount: zeroMoney(currency),
    requires: [],
    suppressions: [Object.freeze({ kind: 'debts-first', until: null, reason })],
  };
}

/** A saving plan where saving can do it; where it cannot, or too little is known, a person looks at the goal. */
function saving<C extends CurrencyCode>(
  need: Extract<Need<C>, GoalNeed<C>>,
  lowered: boolean,
): Draft<C> {
  const contribution = lowered ? null : contributionFor(need);
  return contribution === null || !isPositive(contribution)
    ? { action: 'book-review', amount: need.amount, requires: [], suppressions: [] }
    : { action: 'start-saving-plan', amount: contribution, requires: [], suppressions: [] };
}

/** What to save each month: what is planned where that will do, more where it will not; `null` where nobody can say. */
function contributionFor<C extends CurrencyCode>({
  required,
  monthlyContribution,
}: GoalNeed<C>): Money<C> | null {
  if (required?.status === 'met-by-saving') return monthlyContribution;
  if (required?.status !== 'found' && required?.status !== 'unreachable') return null;
  if (required.status === 'found' && required.withinReach === true) return monthlyContribution;
  return required.options?.more.monthlyContribution ?? null;
}
