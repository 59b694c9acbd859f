import type { Booking } from './booking.js';
import type { Cadence } from './cadence.js';
import { expectedDay, type Grid } from './grid.js';

/** Days counted from the last booking, where no fixed day fits. */
export interface Rolling {
  readonly cadence: Cadence;
  /** Days from one booking to the next, the middle one of those seen. */
  readonly gap: number;
  /** The last booking: its slot and day. */
  readonly slot: number;
  readonly day: number;
}

/** Bookings that follow a schedule. */
export interface Series {
  readonly schedule: Grid | Rolling;
  /** By day, one for each slot that has one. */
  readonly members: readonly Booking[];
  /** The slots of the members on the schedule. */
  readonly slots: readonly number[];
  /** Days by which each member comes after its expected day, negative if before. */
  readonly deviations: readonly number[];
  /** Natural logarithm; see `dateEvidence`. */
  readonly evidence: number;
  /** Expected days without a booking between the first and the last member. */
  readonly missed: number;
}

/** Tells a schedule of fixed days from a rolling one. */
export function isGrid(schedule: Grid | Rolling): schedule is Grid {
  return 'anchor' in schedule;
}

/** The expected day of a slot. */
export function dayOfSlot(schedule: Grid | Rolling, slot: number): number {
  if (isGrid(schedule)) return expectedDay(schedule, slot);
  return schedule.day + (slot - schedule.slot) * schedule.gap;
}
