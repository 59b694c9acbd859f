import * as z from 'zod/mini';
import type { CalendarData } from '../dates/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, text } from './primitives.js';

const days = z.array(date);

export const calendar: z.ZodMiniType<CalendarData> = z.strictObject({
  id: text,
  covers: z.strictObject({ from: date, to: date }),
  weekend: z.exactOptional(z.array(z.literal([1, 2, 3, 4, 5, 6, 7])).check(z.maxLength(6))),
  holidays: days,
  workdays: z.exactOptional(days),
});

/**
 * Checks a calendar of business days, field by field; `compileCalendar` checks it as a whole.
 *
 * @example
 * ```ts
 * import { parseCalendar } from 'aptfolio/schema';
 *
 * const calendar = {
 *   id: 'CN-example', covers: { from: '2026-01-01', to: '2027-01-01' }, holidays: ['2026-05-01'],
 * };
 * parseCalendar(calendar).holidays; // => ['2026-05-01']
 * parseCalendar({ ...calendar, holidays: ['1 May'] }); // => throws 'invalid-format', 'calendar.holidays[0]'
 * ```
 */
export const parseCalendar: Parse<CalendarData> = parser(calendar, 'calendar');

/** Like `parseCalendar`, but returns the faults. */
export const safeParseCalendar: SafeParse<CalendarData> = safeParser(calendar, 'calendar');
