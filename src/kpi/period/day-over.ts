import { daysBetween, type PlainDate } from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';

const HOUR = 3_600_000;

/** Civil days begin and end first in UTC+14. */
const FIRST_MIDNIGHT = 14 * HOUR;

/**
 * Refuses a look at a period that is not over: what is said of its last day would be a guess that passes for a figure. A civil day without its zone is taken as
 * over once it is over somewhere on Earth, so that no evening's look is refused where the day has ended.
 */
export function checkDayOver(day: PlainDate, path: string, asOf: number): void {
  const end = (daysBetween('1970-01-01', day) + 1) * 24 * HOUR - FIRST_MIDNIGHT;
  if (asOf >= end) return;
  throw new AptfolioError('inconsistent', path, 'a day that is over at options.asOf', day);
}
