import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { ReadAssessment, ReadHistory } from './history.js';

/** What is wrong with the history as a whole. */
export function historyReasons(
  { rows, failures }: ReadHistory,
  past: readonly ReadAssessment[],
  asOf: PlainDate,
): readonly Reason[] {
  const later = rows.length - past.length;
  const last = past.at(-1);
  return [
    ...(failures.length === 0
      ? []
      : [makeReason('questionnaire.retest-unreadable', 'require', { rows: failures.length })]),
    ...(later === 0
      ? []
      : [makeReason('questionnaire.retest-later', 'warn', { rows: later, asOf })]),
    ...(last === undefined || !orderUnknown(past, last)
      ? []
      : [
          makeReason('questionnaire.retest-order-unknown', 'warn', {
            date: last.date,
            level: last.level,
          }),
        ]),
  ];
}

/** Whether another assessment may as well have been the last, with another level. */
function orderUnknown(past: readonly ReadAssessment[], last: ReadAssessment): boolean {
  const sameDay = past.filter(({ date }) => date === last.date);
  const timed = sameDay.every(({ time }) => time !== null);
  return sameDay.some(({ time, level }) => level !== last.level && (!timed || time === last.time));
}
