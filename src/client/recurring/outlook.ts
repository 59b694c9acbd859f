import { addDays, daysBetween, type PlainDate } from '../../dates/index.js';
import { dayOfSlot, type Series } from './series.js';

/** Where a series stands on a day. */
export interface Outlook {
  readonly lapsed: boolean;
  /** The expected day that has passed without a booking; `null` while none has. */
  readonly overdueSince: PlainDate | null;
  /** The next expected day, on or after the day, with the range that past deviations give. */
  readonly date: PlainDate;
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
}

/** Where a series stands on a day: what is overdue, and what comes next. */
export function outlookOf(series: Series, asOf: PlainDate): Outlook {
  const { schedule, slots } = series;
  const today = daysBetween(EPOCH, asOf);
  const [early, late] = playOf(series);
  const last = slots[slots.length - 1]!;
  const due = (steps: number): number => dayOfSlot(schedule, last + steps);
  const patience = 1 + longestPause(slots);
  let steps = 1;
  while (due(steps) + late < today) steps++;
  const next = due(steps);
  return {
    lapsed: today > due(patience) + schedule.cadence.grace,
    overdueSince: today > due(1) + late ? dateOf(due(1)) : null,
    date: dateOf(Math.max(next, today)),
    earliest: dateOf(Math.max(next + early, today)),
    latest: dateOf(next + late),
  };
}

const EPOCH: PlainDate = '1970-01-01';
/** 9999-12-31, the last civil date. */
const LAST_DAY = 2_932_896;
/** Occurrences whose deviations count. */
const RECENT = 12;
/** However long a pause was, more than so many missing in a row end a stream. */
const LONGEST_PATIENCE = 2;

function dateOf(day: number): PlainDate {
  return addDays(EPOCH, Math.min(day, LAST_DAY));
}

/** The most days by which recent bookings came before and after their day. */
function playOf({ deviations }: Series): readonly [number, number] {
  const recent = deviations.slice(-RECENT);
  return [Math.min(0, ...recent), Math.max(0, ...recent)];
}

/** The most expected days in a row on which nothing came. */
function longestPause(slots: readonly number[]): number {
  let longest = 0;
  for (let i = 1; i < slots.length; i++) longest = Math.max(longest, slots[i]! - slots[i - 1]! - 1);
  return Math.min(longest, LONGEST_PATIENCE);
}
