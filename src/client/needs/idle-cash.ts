import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  minMoney,
  zeroMoney,
} from '../../money/index.js';
import { isLiquid } from '../balance-sheet/liquid.js';
import type { Holding } from '../holding.js';
import type { Situation } from '../situation.js';
import { less, worthOf } from './amounts.js';
import { earmarkedWithin } from './earmarked.js';
import type { IdleCashNeed } from './need.js';
import { withdrawalsAhead, withdrawalsUntil, withdrawnFromCash } from './planned-withdrawals.js';

/** Cash in the client's own currency that nothing calls on, and what was taken off to get there. */
export interface IdleCash<C extends CurrencyCode> {
  readonly liquid: Money<C>;
  /** Set aside for goals, as far as it may lie in this cash. */
  readonly earmarked: Money<C>;
  /** Planned withdrawals beyond what is set aside for them and can be had by then; `null` where nobody said whether there are any. */
  readonly withdrawals: Money<C> | null;
  readonly withdrawalsUntil: PlainDate;
  /** What is idle whatever is not known; not above 0 where there is none. */
  readonly idle: Money<C>;
  /** Where none surely is idle, what would have to be known to say whether any is. */
  readonly missing: readonly string[];
}

/**
 * Demand deposits and money funds in the base currency beyond the reserve, what is set aside for goals and what is planned to
 * be taken out. No unit is taken off twice: a withdrawal that pays for a goal takes what is set aside for it,
 * as far as that can be had by then.
 *
 * @param spender a goal whose own withdrawals are not taken off, because it is the goal that the cash is for.
 */
export function idleCash<C extends CurrencyCode>(
  situation: Situation<C>,
  reserve: Money<C>,
  spender: readonly string[] = [],
): IdleCash<C> {
  const own = ownCash(situation);
  const liquid = worthOf(own, situation);
  const set = earmarkedWithin(own, situation);
  const ahead = withdrawalsAhead(situation, spender);
  const withdrawals = withdrawnFromCash(situation, ahead);
  const left = less(liquid, reserve, withdrawals);
  const rates = [...set.missing, ...ahead.missing];
  const [best, sure] = [less(left, set.least), less(left, set.most)];
  const zero = zeroMoney(situation.currency);
  const idle = rates.length === 0 ? sure : (minMoney<CurrencyCode>(sure, zero) as Money<C>);
  return {
    liquid,
    earmarked: set.most,
    withdrawals: situation.view.plannedWithdrawals === null ? null : withdrawals,
    withdrawalsUntil: withdrawalsUntil(situation),
    idle,
    missing: isPositive(best) && !isPositive(idle) ? [...rates, ...set.unplaced] : [],
  };
}

/** Demand deposits and money funds in the base currency. */
export function ownCash({ view, currency, policy }: Situation): readonly Holding[] {
  return view.holdings.filter(
    (holding) =>
      holding.currency === currency &&
      isPositive(holding) &&
      isLiquid(holding, policy.liquidWithinDays),
  );
}

/** Idle cash as a need. */
export function idleCashNeeds<C extends CurrencyCode>(
  situation: Situation<C>,
  reserve: Money<C>,
): readonly IdleCashNeed<C>[] {
  const { idle: amount, missing: _, ...deductions } = idleCash(situation, reserve);
  if (!isPositive(amount)) return [];
  const { months, irregular } = situation.reserve;
  const evidence = { months, irregularIncomes: irregular, reserve, ...deductions };
  const reason = reasonFor(amount, evidence);
  return [{ kind: 'idle-cash', id: 'idle-cash', amount, ...evidence, reason }];
}

function reasonFor(
  amount: Money,
  {
    months,
    irregularIncomes: incomes,
    reserve,
    liquid,
    ...deductions
  }: Pick<
    IdleCashNeed,
    | 'months'
    | 'irregularIncomes'
    | 'reserve'
    | 'liquid'
    | 'earmarked'
    | 'withdrawals'
    | 'withdrawalsUntil'
  >,
): Reason {
  const parameters = { amount, reserve, liquid, months };
  const { earmarked, withdrawalsUntil: until } = deductions;
  const withdrawals = deductions.withdrawals ?? zeroMoney(amount.currency);
  if (isPositive(earmarked) || isPositive(withdrawals)) {
    const promised = { ...parameters, earmarked, withdrawals, until };
    return makeReason('client.need-idle-cash-promised', 'info', promised);
  }
  return incomes.length === 0
    ? makeReason('client.need-idle-cash', 'info', parameters)
    : makeReason('client.need-idle-cash-irregular', 'info', { ...parameters, incomes });
}
