import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  minMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import type {
  ExpensiveDebtNeed,
  GoalNeed,
  IdleCashNeed,
  Need,
  WithdrawalLiquidityNeed,
} from '../needs/need.js';
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
  /** What would have to be known for another action; empty where nothing is missing. */
  readonly missing: readonly string[];
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
  if (need.kind === 'withdrawal-liquidity') return freeing(need);
  const { action, requires } = ACTIONS[need.kind];
  const suppressions = need.kind === 'expensive-debt' ? sameDebt(need, needs) : [];
  return draft(action, need.amount, { requires, suppressions });
}

function draft<C extends CurrencyCode>(
  action: ActionKind,
  amount: Money<C>,
  more: Partial<Draft<C>> = {},
): Draft<C> {
  return { action, amount, requires: [], missing: [], suppressions: [], ...more };
}

/** Whether an action ends in a product. */
export function isProductAction(action: ActionKind): boolean {
  return (PRODUCT_ACTIONS as readonly ActionKind[]).includes(action);
}

const ACTIONS: Readonly<
  Record<
    Exclude<NeedKind, 'idle-cash' | 'goal' | 'long-term-goal' | 'withdrawal-liquidity'>,
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

/** An overdraft is repaid once, as what it is. */
function sameDebt<C extends CurrencyCode>(
  { debt, debtKind }: Extract<Need<C>, ExpensiveDebtNeed<C>>,
  needs: readonly Need<C>[],
): readonly Suppression[] {
  if (debtKind !== 'overdraft' || needs.every(({ kind }) => kind !== 'overdraft')) return [];
  const reason = makeReason('client.same-debt', 'info', { debt });
  return [Object.freeze({ kind: 'same-debt', until: null, reason })];
}

/** What is tied up can be freed; a person speaks about what is not there at all. */
function freeing<C extends CurrencyCode>({
  amount,
  tied,
}: Extract<Need<C>, WithdrawalLiquidityNeed<C>>): Draft<C> {
  return isPositive(tied)
    ? draft('free-up-money', minMoney<CurrencyCode>(amount, tied) as Money<C>, {
        requires: ['tax-check'],
      })
    : draft('book-review', amount);
}

/** Nobody invests what is owed: overdrafts and dear debts come first, whether or not they may be raised now. */
function investing<C extends CurrencyCode>(
  { amount }: Extract<Need<C>, IdleCashNeed<C>>,
  needs: readonly Need<C>[],
): Draft<C> {
  const { currency } = amount;
  const owed = sumMoney<CurrencyCode>(
    currency,
    needs
      .filter(
        (one) =>
          one.kind === 'overdraft' ||
          (one.kind === 'expensive-debt' && one.debtKind !== 'overdraft'),
      )
      .map((debt) => debt.amount),
  ) as Money<C>;
  const left = subtractMoney<CurrencyCode>(amount, owed) as Money<C>;
  if (isPositive(left)) {
    return draft('invest-idle-cash', left);
  }
  const reason = makeReason('client.debts-first', 'info', { idle: amount, owed });
  const debtsFirst: Suppression = Object.freeze({ kind: 'debts-first', until: null, reason });
  return draft('invest-idle-cash', zeroMoney(currency), { suppressions: [debtsFirst] });
}

/** A saving plan where saving can do it; where it cannot, or too little is known, a person looks at the goal. */
function saving<C extends CurrencyCode>(
  need: Extract<Need<C>, GoalNeed<C>>,
  lowered: boolean,
): Draft<C> {
  const contribution = lowered ? null : contributionFor(need);
  if (contribution !== null && isPositive(contribution)) {
    return draft('start-saving-plan', contribution);
  }
  return draft('book-review', need.shortfall ?? need.amount, { missing: need.missing });
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
