import { addDays, daysBetween, type PlainDate } from '../../dates/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import { type AccountBalance, ledgerOf } from './account-balance.js';
import type { History } from './history.js';
import type { Booking } from './read-bookings.js';
import { unitsOfRow } from './read-row.js';
import { addUnits, emptySum, totalOf, type UnitSum } from './unit-sum.js';
import type { UnusableRow } from './unusable-row.js';

/** How an account stood at the ends of the days of the covered months. Below zero it is a debt to the bank. */
export type AccountCourse =
  | {
      readonly status: 'measured';
      readonly account: string;
      readonly lowest: Money;
      /** The first day that ended so low. */
      readonly lowestDate: PlainDate;
      /** Days that ended below zero. */
      readonly overdrawnDays: number;
      /** Days looked at. */
      readonly days: number;
      /** At the end of the last of them. */
      readonly last: Money;
    }
  | {
      readonly status: 'undetermined';
      readonly account: string;
      readonly currency: CurrencyCode;
      /**
       * `rows`: some could not be used, or do not say their account, and may belong here. `history`: the bookings do not reach
       * to the balance.
       */
      readonly missing: 'rows' | 'history';
    }
  | {
      /** Two given balances and the bookings between them do not agree: bookings are missing, or one is wrong. */
      readonly status: 'contradicted';
      readonly account: string;
      readonly date: PlainDate;
      readonly given: Money;
      readonly expected: Money;
    };

/** What is known of the days to look at. */
export interface CoursePeriod {
  readonly history: History;
  /** The day after the last month. */
  readonly to: PlainDate;
  /** Rows that could not be used. */
  readonly unusable: readonly UnusableRow[];
}

/**
 * Follows accounts from a known balance, day by day; the order within a day is never relied upon, so an account that
 * was below zero only between two bookings of one day is not overdrawn.
 *
 * A booking without an account belongs to the only one that there is; where there are several nobody can tell to which.
 *
 * @param balances by account, currency and day.
 * @param bookings all that can be used in their own currency, also those outside the window.
 */
export function accountCourses(
  balances: readonly AccountBalance[],
  bookings: readonly Booking[],
  { history, to, unusable }: CoursePeriod,
): readonly AccountCourse[] {
  const ledgers = groupBy(balances, ledgerOf);
  const only = onlyAccount(balances, bookings, unusable);
  const changes = changesOf(bookings, new Set(ledgers.keys()), only);
  const strays = [
    ...unusable.filter(({ booking }) => booking === null),
    ...(only === null ? bookings.filter(({ row }) => row.account === undefined).map(asStray) : []),
  ];
  return Object.freeze(
    [...ledgers].map(([ledger, known]) => {
      const { account, currency } = known[0]!;
      const from =
        history.covered === 0 ? null : (`${history.months[history.before]}-01` as PlainDate);
      if (from === null || history.from === null || known[0]!.date < addDays(history.from, -1)) {
        return undetermined(account, currency, 'history');
      }
      const mayChange = (row: Stray): boolean => mayBelong(row, known, from, to);
      if (strays.some(mayChange)) return undetermined(account, currency, 'rows');
      return courseOf(known, changes.get(ledger) ?? new Map(), from, to);
    }),
  );
}

/** A row of which nobody can tell which account it changed, or by how much. */
type Stray = Pick<UnusableRow, 'day' | 'account' | 'currency'>;

function asStray({ row, day }: Booking): Stray {
  return { day, account: undefined, currency: row.currency };
}

/** Whether a row may change what is between the first and the last day that a course rests on. */
function mayBelong(
  { day, account, currency }: Stray,
  known: readonly AccountBalance[],
  from: PlainDate,
  to: PlainDate,
): boolean {
  const [first, last] = [known[0]!, known.at(-1)!];
  if (typeof account === 'string' && account !== first.account) return false;
  if (currency !== null && currency !== first.currency) return false;
  if (day === null) return true;
  const start = first.date < from ? first.date : from;
  return start < day.date && (day.date < to || day.date <= last.date);
}

/** The one account that everything is about; `null` where there are several. */
function onlyAccount(
  balances: readonly AccountBalance[],
  bookings: readonly Booking[],
  unusable: readonly UnusableRow[],
): string | null {
  const accounts = new Set(balances.map(({ account }) => account));
  for (const { row } of bookings) if (row.account !== undefined) accounts.add(row.account);
  for (const { account } of unusable) if (typeof account === 'string') accounts.add(account);
  return accounts.size === 1 ? [...accounts][0]! : null;
}

/** What each day changed, by ledger and day. */
type Changes = ReadonlyMap<PlainDate, UnitSum>;

function changesOf(
  bookings: readonly Booking[],
  wanted: ReadonlySet<string>,
  only: string | null,
): ReadonlyMap<string, Changes> {
  const byLedger = new Map<string, Map<PlainDate, UnitSum>>();
  for (const { row, day } of bookings) {
    const account = row.account ?? only;
    const { currency } = row;
    if (account === null) continue;
    const ledger = ledgerOf({ account, currency });
    if (!wanted.has(ledger)) continue;
    const changes = byLedger.get(ledger) ?? new Map<PlainDate, UnitSum>();
    byLedger.set(ledger, changes);
    const sum = changes.get(day.date) ?? emptySum();
    changes.set(day.date, sum);
    addUnits(sum, unitsOfRow(row));
  }
  return byLedger;
}

function courseOf(
  known: readonly AccountBalance[],
  changes: Changes,
  from: PlainDate,
  to: PlainDate,
): AccountCourse {
  const { account, currency } = known[0]!;
  const dates = [...changes.keys()].sort();
  const amount = (units: bigint): Money => fromMinorUnits(currency, units);
  const start = toMinorUnits(known[0]!) - changeUpTo(known[0]!.date);
  for (const balance of known) {
    const expected = start + changeUpTo(balance.date);
    if (toMinorUnits(balance) === expected) continue;
    const { date } = balance;
    const figures = { date, given: amount(toMinorUnits(balance)), expected: amount(expected) };
    return Object.freeze({ status: 'contradicted', account, ...figures });
  }

  const inside = dates.filter((date) => from < date && date < to);
  let units = start + changeUpTo(from);
  let lowest = { units, date: from };
  let overdrawnDays = 0;
  [from, ...inside].forEach((date, index) => {
    if (index > 0) units += totalOf(changes.get(date)!);
    if (units < lowest.units) lowest = { units, date };
    if (units < 0n) overdrawnDays += daysBetween(date, inside[index] ?? to);
  });
  return Object.freeze({
    status: 'measured',
    account,
    lowest: amount(lowest.units),
    lowestDate: lowest.date,
    overdrawnDays,
    days: daysBetween(from, to),
    last: amount(units),
  });

  function changeUpTo(date: PlainDate): bigint {
    return dates.reduce((sum, day) => (day <= date ? sum + totalOf(changes.get(day)!) : sum), 0n);
  }
}

function undetermined(
  account: string,
  currency: CurrencyCode,
  missing: 'rows' | 'history',
): AccountCourse {
  return Object.freeze({ status: 'undetermined', account, currency, missing });
}
