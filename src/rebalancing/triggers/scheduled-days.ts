import { addDays, type BusinessCalendar, type PlainDate } from '../../dates/index.js';
import {
  businessDayFrom,
  durationOf,
  lastScheduledDay,
  nextScheduledDay,
  type Schedule,
} from './schedule.js';

/** The days that triggers ask for; see the functions of these names. */
export interface ScheduledDays {
  readonly lastScheduledDay: (schedule: Schedule, asOf: PlainDate) => PlainDate | undefined;
  readonly nextScheduledDay: (schedule: Schedule, from: PlainDate) => PlainDate | undefined;
  readonly businessDayFrom: (date: PlainDate) => PlainDate | undefined;
  readonly addDays: (date: PlainDate, days: number) => PlainDate;
}

/** The accounts of a run share its day and the policy's schedules; days of last trades are more. */
const DAYS_REMEMBERED = 512;

/** Looks days up in a calendar, each once: counting months and business days is slow. */
export function rememberDays(calendar: BusinessCalendar): ScheduledDays {
  const known = new Map<string, PlainDate | undefined>();
  const once = <Day extends PlainDate | undefined>(key: string, find: () => Day): Day => {
    if (known.has(key)) return known.get(key) as Day;
    if (known.size >= DAYS_REMEMBERED) known.clear();
    const day = find();
    known.set(key, day);
    return day;
  };
  const nameOf = (schedule: Schedule): string =>
    `${schedule.anchor}/${durationOf(schedule)}/${schedule.adjust}`;
  return {
    lastScheduledDay: (schedule, asOf) =>
      once(`last/${nameOf(schedule)}/${asOf}`, () => lastScheduledDay(schedule, asOf, calendar)),
    nextScheduledDay: (schedule, from) =>
      once(`next/${nameOf(schedule)}/${from}`, () => nextScheduledDay(schedule, from, calendar)),
    businessDayFrom: (date) => once(`from/${date}`, () => businessDayFrom(date, calendar)),
    addDays: (date, days) => once(`${date}/${days}`, () => addDays(date, days)),
  };
}
