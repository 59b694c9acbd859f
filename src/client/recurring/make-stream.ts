import type { PlainDate } from '../../dates/index.js';
import { absoluteMoney, isPositive, type Money } from '../../money/index.js';
import { coefficientOfVariation, mean } from '../../statistics/index.js';
import { amountLevels, middle } from './amount-changes.js';
import type { Booking } from './booking.js';
import { isCountedInDays } from './cadence.js';
import { type WeekendRule, weekdayOfDay } from './grid.js';
import { outlookOf } from './outlook.js';
import { dayOfSlot, isGrid, type Series } from './series.js';
import type { RecurringStream, Regularity, ScheduleDay } from './stream.js';

/** Describes a series as it stands on a day; none where it is long overdue and never was sure. */
export function makeStream(series: Series, asOf: PlainDate): RecurringStream | undefined {
  const { schedule, members, missed } = series;
  const outlook = outlookOf(series, asOf);
  const sure = members.length >= MATURE && series.evidence >= SURE;
  if (outlook.lapsed && !sure) return undefined;
  const { changes, since } = amountLevels(members);
  const present = members.slice(Math.max(since, members.length - RECENT));
  const [first, last] = [members[0]!, members[members.length - 1]!];
  return Object.freeze({
    direction: isPositive(last.row) ? 'in' : 'out',
    kind: last.row.kind,
    counterparty: last.row.counterparty ?? null,
    text: last.text === '' ? null : last.text,
    cadence: schedule.cadence.name,
    day: scheduleDay(series),
    weekend: isGrid(schedule) ? schedule.weekend : 'none',
    status: outlook.lapsed ? 'lapsed' : sure ? 'active' : 'pending',
    occurrences: members.length,
    missed,
    firstDate: first.row.bookingDate,
    lastDate: last.row.bookingDate,
    overdueSince: outlook.overdueSince,
    amount: Object.freeze({
      ...rangeOf(members),
      typical: sizeOf(middle(members)),
      last: sizeOf(last),
    }),
    changes,
    next: outlook.lapsed
      ? null
      : Object.freeze({ date: outlook.date, amount: sizeOf(middle(present.slice(-3))) }),
    nextRange: outlook.lapsed
      ? null
      : Object.freeze({
          earliest: outlook.earliest,
          latest: outlook.latest,
          ...rangeOf(present),
        }),
    regularity: regularityOf(series, present),
    transactions: Object.freeze(members.map(({ row }) => row.id)),
  });
}

/** The last so many occurrences tell what the next will be like. */
const RECENT = 12;
/** Occurrences, and natural logarithm of evidence, from which on a stream is no longer pending. */
const MATURE = 3;
const SURE = 3;

function scheduleDay({ schedule, slots }: Series): ScheduleDay {
  if (!isGrid(schedule)) return Object.freeze({ kind: 'rolling', days: schedule.gap });
  const { anchor, cadence, nthWeekday, weekend } = schedule;
  if (nthWeekday !== undefined) return Object.freeze({ kind: 'nth-weekday', ...nthWeekday });
  if (cadence.unit === 'day') {
    if (isCountedInDays(cadence)) {
      return Object.freeze({ kind: 'rolling', days: cadence.length });
    }
    const weekday = weekdayOfDay(dayOfSlot(schedule, slots[0]!));
    return Object.freeze({ kind: 'weekday', weekday });
  }
  if (anchor < 31) return Object.freeze({ kind: 'day-of-month', day: anchor });
  return Object.freeze({ kind: lastDayKind(weekend) });
}

function lastDayKind(weekend: WeekendRule): 'last-day-of-month' | 'last-business-day' {
  return weekend === 'preceding' ? 'last-business-day' : 'last-day-of-month';
}

function rangeOf(members: readonly Booking[]): { readonly lowest: Money; readonly highest: Money } {
  const lowest = members.reduce((least, one) => (one.cents < least.cents ? one : least));
  const highest = members.reduce((most, one) => (one.cents > most.cents ? one : most));
  return { lowest: sizeOf(lowest), highest: sizeOf(highest) };
}

function sizeOf({ row }: Booking): Money {
  return absoluteMoney(row);
}

function regularityOf(series: Series, present: readonly Booking[]): Regularity {
  const { members, missed, deviations, evidence } = series;
  const amounts = present.map(({ cents }) => cents);
  return Object.freeze({
    share: members.length / (members.length + missed),
    dayDeviation: mean(deviations.map((days) => (days < 0 ? -days : days))),
    amountVariation: coefficientOfVariation(amounts),
    chance: -evidence / Math.LN10 + 0,
  });
}
