import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import type { InForce } from '../rule.js';
import { checkFields } from './fields.js';

/** Checks from when and until when something applies, and that nothing else is said. */
export function checkInForce(value: unknown, path: string): InForce {
  return checkSpan(checkFields(value, path, ['from', 'to']), path);
}

/** Checks the first day and the end of something that has further fields. */
export function checkSpan(value: Readonly<Record<string, unknown>>, path: string): InForce {
  const { from, to } = value;
  const first = parsePlainDate(from, at(path, 'from'));
  if (to === undefined) return { from: first };
  const end = parsePlainDate(to, at(path, 'to'));
  if (end > first) return { from: first, to: end };
  throw new AptfolioError('inconsistent', at(path, 'to'), `a date after ${first}`, end);
}

/** Whether something applies on a day; `to` is the first day on which it no longer does. */
export function isInForce({ from, to }: InForce, day: PlainDate): boolean {
  return from <= day && (to === undefined || day < to);
}

/** Checks that a history ascends and that no two entries apply on the same day. */
export function checkHistory(entries: readonly InForce[], path: string): void {
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (before === undefined) return;
    const where = at(at(path, index), 'from');
    if (before.to !== undefined && before.to <= entry.from) return;
    if (before.to === undefined) {
      const expected = 'no entry after one that has no end';
      throw new AptfolioError('inconsistent', where, expected, entry.from);
    }
    const expected = `a date on or after ${before.to}, where the entry before ends`;
    throw new AptfolioError('inconsistent', where, expected, entry.from);
  });
}
