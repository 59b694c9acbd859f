import type { BusinessHours } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';

/** A moment with the path of the argument that says it. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly time: number;
  readonly path: string;
}

const HOUR = 3_600_000;

/** What records say of the clock by which they waited. */
export function clockOf(hours: BusinessHours | undefined): { readonly clock: string } {
  return { clock: hours === undefined ? 'hours' : (hours.id ?? 'business-hours') };
}

/**
 * The hours from one moment to another, or the hours of business between them. A moment that the calendar of these does not cover is refused by its own path, so
 * that a look beyond the calendar is a fault of the options and of no case.
 */
export function waitedHours(from: Moment, to: Moment, hours: BusinessHours | undefined): number {
  if (hours === undefined) return (to.time - from.time) / HOUR;
  return renamePaths({ from: from.path, to: to.path }, () =>
    hours.hoursBetween(from.time, to.time),
  );
}
