import { addMonths, type PlainDate } from '../../dates/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  minMoney,
  zeroMoney,
} from '../../money/index.js';
import { isLiquid } from '../balance-sheet/liquid.js';
import type { PlannedWithdrawal } from '../profile/statements.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero, plus, worthOf } from './amounts.js';
import { earmarkOf } from './earmarked.js';
import { hasRateFor } from './finding.js';

/** A planned withdrawal that still lies ahead. */
export interface WithdrawalAhead<C extends CurrencyCode> {
  readonly id: string;
  readonly date: PlainDate;
  /** In which it is taken out. */
  readonly code: CurrencyCode;
  /** In the client's own currency, beyond what is set aside for the goal that it pays for. */
  readonly amount: Money<C>;
}

/** The withdrawals that count, the soonest first, and the rates that are missing for others. */
export interface WithdrawalsAhead<C extends CurrencyCode> {
  readonly rows: readonly WithdrawalAhead<C>[];
  readonly missing: readonly string[];
}

/** The last day on which a planned withdrawal counts. */
export function withdrawalsUntil({ asOf, policy }: Situation): PlainDate {
  return addMonths(asOf, policy.plannedWithdrawalMonths);
}

/**
 * The planned withdrawals from today on through the policy's months, the soonest first. One whose day has passed has been
 * made or given up; one that pays for a goal first takes what is set aside for it.
 *
 * @param without ids of goals whose own withdrawals do not count.
 */
export function withdrawalsAhead<C extends CurrencyCode>(
  situation: Situation<C>,
  without: readonly string[] = [],
): WithdrawalsAhead<C> {
  const { view, asOf, currency } = situation;
  const until = withdrawalsUntil(situation);
  const ahead = [...(view.plannedWithdrawals ?? [])]
    .filter(({ date, goal = '' }) => asOf <= date && date <= until && !without.includes(goal))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  const codesOf = (row: PlannedWithdrawal): readonly CurrencyCode[] => [
    row.currency,
    ...view.goals.filter(({ id }) => id === row.goal).map((goal) => goal.currency),
  ];
  const missing = ahead
    .flatMap(codesOf)
    .filter((code) => !hasRateFor(code, situation))
    .map((code) => `fx.${code}`);
  const left = new Map(
    view.goals
      .filter((goal) => hasRateFor(goal.currency, situation))
      .map((goal) => [goal.id, worthOf([earmarkOf(goal)], situation)] as const),
  );
  const rows = ahead
    .filter((row) => codesOf(row).every((code) => hasRateFor(code, situation)))
    .map((row) => {
      const { id, date, currency: code, goal = '' } = row;
      const worth = worthOf([row], situation);
      const set = left.get(goal) ?? zeroMoney(currency);
      const paid = minMoney<CurrencyCode>(worth, set) as Money<C>;
      left.set(goal, less(set, paid));
      return { id, date, code, amount: less(worth, paid) };
    });
  return { rows: rows.filter(({ amount }) => isPositive(amount)), missing };
}

/** What planned withdrawals take from the cash in the client's own currency; another currency first pays for its own. */
export function withdrawnFromCash<C extends CurrencyCode>(
  situation: Situation<C>,
  { rows }: WithdrawalsAhead<C>,
): Money<C> {
  const { view, currency, policy } = situation;
  const zero = zeroMoney(currency);
  return [...new Set(rows.map(({ code }) => code))]
    .map((code) => {
      const taken = rows
        .filter((row) => row.code === code)
        .reduce((sum, { amount }) => plus(sum, amount), zero);
      if (code === currency) return taken;
      const atHand = view.holdings.filter(
        (holding) =>
          holding.currency === code &&
          isPositive(holding) &&
          isLiquid(holding, policy.liquidWithinDays),
      );
      return notBelowZero(less(taken, worthOf(atHand, situation)));
    })
    .reduce((sum, amount) => plus(sum, amount), zero);
}
