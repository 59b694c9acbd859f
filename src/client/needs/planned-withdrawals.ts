import { addMonths, type PlainDate } from '../../dates/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  isPositive,
  type Money,
  toMinorUnits,
  zeroMoney,
} from '../../money/index.js';
import { isLiquid } from '../balance-sheet/liquid.js';
import type { PlannedWithdrawal } from '../profile/statements.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero, plus, worthOf } from './amounts.js';
import { coveredEarmarks, earmarkedFor, earmarkOf } from './earmarked.js';
import { hasRateFor } from './finding.js';
import { splitByDay } from './free-by-day.js';

/** A planned withdrawal that still lies ahead. */
export interface WithdrawalAhead<C extends CurrencyCode> {
  readonly id: string;
  readonly date: PlainDate;
  /** In which it is taken out. */
  readonly code: CurrencyCode;
  /** In the client's own currency, beyond what is set aside for the goal that it pays for and can be had by then. */
  readonly amount: Money<C>;
  /** The part of it that was set aside, but is tied up beyond the day or not there at all. */
  readonly beyondReach: Money<C>;
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
 * made or given up; one that pays for a goal first takes what is set aside for it, as far as that is there and free on its day.
 *
 * @param without ids of goals whose own withdrawals do not count.
 */
export function withdrawalsAhead<C extends CurrencyCode>(
  situation: Situation<C>,
  without: readonly string[] = [],
): WithdrawalsAhead<C> {
  const { view, asOf, currency } = situation;
  const zero = zeroMoney(currency);
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
  const known = ahead.filter((row) => codesOf(row).every((code) => hasRateFor(code, situation)));
  const unitsOf = (row: Money): bigint => toMinorUnits(worthOf([row], situation));
  const wanted = new Map<string, bigint>();
  for (const { goal = '', ...row } of known) {
    wanted.set(goal, (wanted.get(goal) ?? 0n) + unitsOf(row));
  }
  const [taken, called] = [new Map<string, bigint>(), new Map<string, bigint>()];
  const unrated = new Set<string>();
  const covered = coveredEarmarks(situation);
  const byDay = new Map<PlainDate, ReadonlyMap<string, bigint>>();
  const rows = known.map((row) => {
    const { id, date, currency: code, goal: name = '' } = row;
    const units = unitsOf(row);
    const goal = view.goals.find((one) => one.id === name);
    const set = goal === undefined ? 0n : unitsOf(earmarkOf(goal)) - (called.get(name) ?? 0n);
    const meant = least(units, set);
    if (meant === 0n)
      return { id, date, code, amount: worthOf([row], situation), beyondReach: zero };
    const { free } = splitByDay(date, situation);
    const reach = byDay.get(date) ?? earmarkedFor(wanted, free, situation, covered);
    byDay.set(date, reach);
    const had = reach.get(name) ?? 0n;
    const paid = least(meant, had - (taken.get(name) ?? 0n));
    called.set(name, (called.get(name) ?? 0n) + meant);
    taken.set(name, (taken.get(name) ?? 0n) + paid);
    for (const holding of free.filter((one) => goal?.earmarkedIn?.includes(one.id) ?? true)) {
      if (!hasRateFor(holding.currency, situation)) unrated.add(`fx.${holding.currency}`);
    }
    const amount = fromMinorUnits(currency, units - paid);
    return { id, date, code, amount, beyondReach: fromMinorUnits(currency, meant - paid) };
  });
  return {
    rows: rows.filter(({ amount }) => isPositive(amount)),
    missing: [...missing, ...unrated],
  };
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

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
