import { at, checkInteger, checkObject, checkRange } from '../../errors/index.js';

/** How many events in how much exposure, such as complaints in client-years. */
export interface RateCount {
  /** Whole number of at least 0. */
  readonly events: number;
  /** From 1e-100 to 1e100, in the same unit for the rates compared. */
  readonly exposure: number;
}

/** Checks a count of events in an exposure. */
export function checkRateCount(value: unknown, path: string): RateCount {
  const { events, exposure } = checkObject(value, path);
  return {
    events: checkInteger(events, at(path, 'events'), { min: 0 }),
    exposure: checkRange(exposure, at(path, 'exposure'), { min: 1e-100, max: 1e100 }),
  };
}
