import { ratioOf } from './amount-ratio.js';
import { type Booking, firstFrom } from './booking.js';
import { nearestSlot } from './grid.js';
import { dayOfSlot, isGrid, type Series } from './series.js';

/** A series with what it took in, and what is left for others. */
export interface Absorbed {
  readonly series: Series;
  readonly taken: readonly Booking[];
}

/**
 * Gives a series the bookings that are in no other and stand on an expected day without one, or on the next ones
 * before or after: a changed amount, the first booking at a new price, a day moved by a holiday.
 *
 * @param rest the bookings in no series, by day.
 * @param gone those of them that another series has taken since.
 */
export function absorb(
  series: Series,
  rest: readonly Booking[],
  gone: ReadonlySet<Booking>,
): Absorbed {
  const { schedule, members } = series;
  const { cadence } = schedule;
  if (!isGrid(schedule) || rest.length === 0) return { series, taken: [] };
  const first = members[0]!.day;
  const last = members[members.length - 1]!.day;
  const margin = BEYOND * cadence.days + cadence.tolerance;
  const from = firstFrom(rest, first - margin);
  const to = firstFrom(rest, last + margin + 1);
  // Among many others, a booking near an expected day is there by chance.
  const window = 2 * cadence.tolerance + 1;
  if ((to - from) * window > CROWD * (last - first + 2 * margin)) return { series, taken: [] };
  const bySlot = new Map(series.slots.map((slot, i) => [slot, members[i]!]));
  const taken = new Map<number, Booking>();
  for (const booking of rest.slice(from, to)) {
    const slot = nearestSlot(schedule, booking);
    const late = booking.day - dayOfSlot(schedule, slot);
    const neighbour = nearestMember(series, slot);
    const ratio = ratioOf(booking.cents, neighbour.cents);
    if (gone.has(booking) || bySlot.has(slot) || ratio > NEW_PRICE) continue;
    if (Math.abs(late) > (ratio === 1 ? cadence.tolerance : Math.min(2, cadence.tolerance)))
      continue;
    const rival = taken.get(slot);
    if (rival !== undefined && ratioOf(rival.cents, neighbour.cents) <= ratio) continue;
    taken.set(slot, booking);
  }
  return taken.size === 0 ? { series, taken: [] } : filled(series, taken);
}

/** Periods beyond the first and last occurrence. */
const BEYOND = 2;
/** Bookings in no series that may be expected within the play of a day. */
const CROWD = 0.5;
const NEW_PRICE = 2;

function nearestMember({ slots, members }: Series, slot: number): Booking {
  let [low, high] = [0, slots.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (slots[middle]! <= slot) low = middle;
    else high = middle - 1;
  }
  return members[low]!;
}

function filled(series: Series, found: ReadonlyMap<number, Booking>): Absorbed {
  const { schedule } = series;
  const known = series.slots.map((slot, i) => ({
    slot,
    booking: series.members[i]!,
    late: series.deviations[i]!,
  }));
  const added = [...found].map(([slot, booking]) => ({
    slot,
    booking,
    late: booking.day - dayOfSlot(schedule, slot),
  }));
  const all = [...known, ...added].sort((a, b) => a.slot - b.slot);
  const expected = all[all.length - 1]!.slot - all[0]!.slot + 1;
  return {
    taken: [...found.values()],
    series: {
      ...series,
      members: all.map(({ booking }) => booking),
      slots: all.map(({ slot }) => slot),
      deviations: all.map(({ late }) => late),
      missed: expected - all.length,
    },
  };
}
