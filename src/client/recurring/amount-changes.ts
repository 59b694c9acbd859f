import type { PlainDate } from '../../dates/index.js';
import { absoluteMoney, type Money } from '../../money/index.js';
import type { Booking } from './booking.js';

/** A lasting step of a stream's amount. */
export interface AmountChange {
  /** The first booking at the new amount. */
  readonly date: PlainDate;
  readonly from: Money;
  readonly to: Money;
}

/** The steps of a series' amount, and where the present level starts. */
export interface AmountLevels {
  readonly changes: readonly AmountChange[];
  /** Index of the first member at the present level. */
  readonly since: number;
}

/**
 * Lasting steps: two neighbours in a row lie on the same side of the level before, farther than three times what
 * neighbours usually differ by, and near each other. A single other amount changes nothing.
 */
export function amountLevels(members: readonly Booking[]): AmountLevels {
  const play = PLAY * usualStep(members);
  const changes: AmountChange[] = [];
  let since = 0;
  for (let i = 1; i + 1 < members.length; i++) {
    const level = middle(members.slice(Math.max(since, i - MEMORY), i));
    const [now, after] = [members[i]!.cents, members[i + 1]!.cents];
    const step = now - level.cents;
    if (!isBeyond(step, play, level) || !isBeyond(after - level.cents, play, level)) continue;
    if (step > 0 !== after > level.cents || isBeyond(after - now, play, level)) continue;
    const [from, to] = [absoluteMoney(level.row), absoluteMoney(members[i]!.row)];
    changes.push(Object.freeze({ date: members[i]!.row.bookingDate, from, to }));
    since = i;
  }
  return { changes: Object.freeze(changes), since };
}

/** The middle one of some bookings by amount; of two middle ones the smaller. */
export function middle(members: readonly Booking[]): Booking {
  return [...members].sort((a, b) => a.cents - b.cents)[(members.length - 1) >> 1]!;
}

const PLAY = 3;
/** Bookings that make the level before a step. */
const MEMORY = 7;

function isBeyond(step: number, play: number, level: Booking): boolean {
  return (step < 0 ? -step : step) > play * level.cents;
}

/** The middle relative difference between neighbours. */
function usualStep(members: readonly Booking[]): number {
  const steps = members.slice(1).map(({ cents }, i) => {
    const before = members[i]!.cents;
    return (cents < before ? before - cents : cents - before) / before;
  });
  return steps.length === 0 ? 0 : steps.sort((a, b) => a - b)[steps.length >> 1]!;
}
