import { AptfolioError } from '../../errors/index.js';

/** A reckoning with dates; unknown where it leaves the calendar (years 0001 to 9999) or counts a part of a month or day. */
export function withinCalendar<T>(reckon: () => T): T | undefined {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof AptfolioError) return undefined;
    throw error;
  }
}
