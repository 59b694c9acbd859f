import { addDays, daysBetween, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';

/** Something about somebody on a day: an alert, or what it should have warned of. */
export interface DatedSubject {
  /** The client, account or system that it is about. */
  readonly subject: string;
  readonly on: PlainDate;
}

/** How alerts are matched with events. */
export interface MatchOptions {
  /** How long an alert may precede the event that it warns of, the last day included: whole days, at least 0. */
  readonly horizonDays: number;
  /** The day of the look, itself included. */
  readonly asOf: PlainDate;
}

/** One warning: one alert, or several of one subject that belong together. */
export interface MatchedWarning {
  readonly subject: string;
  /** Of the first alert. */
  readonly on: PlainDate;
  /** `open`: its time is not over, so nobody can say yet whether it was false. */
  readonly outcome: 'right' | 'false' | 'open';
}

/** One event, and whether there was an alert in time. */
export interface MatchedEvent {
  readonly subject: string;
  readonly on: PlainDate;
  /** From the first alert in time to the event, days; null if there was none. */
  readonly leadDays: number | null;
}

/** Alerts against what happened; both by subject and day. */
export interface AlertMatching {
  readonly warnings: readonly MatchedWarning[];
  readonly events: readonly MatchedEvent[];
}

const SUBJECT_FIELDS: FieldsOf<DatedSubject> = { subject: true, on: true };
const OPTION_FIELDS: FieldsOf<MatchOptions> = { horizonDays: true, asOf: true };

/**
 * Matches alerts with the events that they should have warned of.
 *
 * An event is found if its subject had an alert within the horizon before it, on the same day included; all such alerts since the subject's last event are
 * one warning, which was right. Other alerts within the horizon of the first of them are one false warning. A warning whose horizon is not over is open, even if
 * the event has come: counting the right ones at once, and the false ones later, would flatter the young ones.
 *
 * Precision is a matter of warnings, recall one of events; both are counts of whole episodes, so that an alert repeated every day does not count every day.
 *
 * @param alerts of one sign or system, in any order; repeats of a subject's day count once.
 * @param events what happened; likewise.
 * @throws AptfolioError with path `alerts[…]…`, `events[…]…` or `options…`; `inconsistent` for a day after the look.
 *
 * @example
 * ```ts
 * import { matchAlerts } from 'aptfolio/kpi';
 *
 * const alerts = [{ subject: 'a', on: '2026-01-10' }, { subject: 'b', on: '2026-01-10' }, { subject: 'c', on: '2026-06-01' }];
 * const events = [{ subject: 'a', on: '2026-02-20' }, { subject: 'd', on: '2026-03-01' }];
 * const { warnings, events: found } = matchAlerts(alerts, events, { horizonDays: 90, asOf: '2026-06-30' });
 * warnings.map(({ outcome }) => outcome); // => ['right', 'false', 'open']
 * found.map(({ leadDays }) => leadDays); // => [41, null]
 * ```
 */
export function matchAlerts(
  alerts: readonly DatedSubject[],
  events: readonly DatedSubject[],
  options: MatchOptions,
): AlertMatching {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const range = { min: 0, max: 36_525 };
  const terms = {
    horizonDays: checkInteger(fields.horizonDays, 'options.horizonDays', range),
    asOf: parsePlainDate(fields.asOf, 'options.asOf'),
  };
  const alertDays = readDays(alerts, 'alerts', terms.asOf);
  const eventDays = readDays(events, 'events', terms.asOf);
  const subjects = [...new Set([...alertDays.keys(), ...eventDays.keys()])].sort();
  const matched = subjects.map((subject) =>
    matchSubject(subject, alertDays.get(subject) ?? [], eventDays.get(subject) ?? [], terms),
  );
  return Object.freeze({
    warnings: Object.freeze(matched.flatMap(({ warnings }) => warnings)),
    events: Object.freeze(matched.flatMap((found) => found.events)),
  });
}

/** The days of each subject, in order, each once. */
function readDays(
  value: unknown,
  path: string,
  asOf: PlainDate,
): ReadonlyMap<string, readonly PlainDate[]> {
  const days = new Map<string, PlainDate[]>();
  checkList<unknown>(value, path).forEach((entry, i) => {
    const where = at(path, i);
    const fields = checkObject(entry, where);
    refuseUnknown(fields, where, SUBJECT_FIELDS);
    const subject = checkText(fields.subject, at(where, 'subject'), 200);
    const on = parsePlainDate(fields.on, at(where, 'on'));
    if (on > asOf) {
      throw new AptfolioError('inconsistent', at(where, 'on'), 'a day not after options.asOf', on);
    }
    const list = days.get(subject) ?? [];
    days.set(subject, list);
    list.push(on);
  });
  return new Map([...days].map(([subject, list]) => [subject, [...new Set(list)].sort()]));
}

function matchSubject(
  subject: string,
  alerts: readonly PlainDate[],
  events: readonly PlainDate[],
  { horizonDays, asOf }: MatchOptions,
): AlertMatching {
  const ends = (on: PlainDate): PlainDate => addDays(on, horizonDays);
  const warning = (on: PlainDate, outcome: 'right' | 'false'): MatchedWarning =>
    Object.freeze({ subject, on, outcome: ends(on) > asOf ? 'open' : outcome });
  const warnings: MatchedWarning[] = [];
  let next = 0;
  /** Puts alerts together that come before a day and belong to no event. */
  const addFalse = (before: (on: PlainDate) => boolean): void => {
    while (next < alerts.length && before(alerts[next]!)) {
      const first = alerts[next]!;
      warnings.push(warning(first, 'false'));
      while (next < alerts.length && before(alerts[next]!) && alerts[next]! <= ends(first)) next++;
    }
  };
  const found = events.map((event): MatchedEvent => {
    addFalse((on) => ends(on) < event);
    const first = alerts[next];
    if (first === undefined || first > event)
      return Object.freeze({ subject, on: event, leadDays: null });
    warnings.push(warning(first, 'right'));
    while (next < alerts.length && alerts[next]! <= event) next++;
    return Object.freeze({ subject, on: event, leadDays: daysBetween(first, event) });
  });
  addFalse(() => true);
  return { warnings, events: found };
}
