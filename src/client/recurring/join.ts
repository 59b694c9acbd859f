import { ratioOf } from './amount-ratio.js';
import { type Booking, firstFrom } from './booking.js';
import { LEAST_SHARE } from './fit.js';
import { expectedDay, nearestSlot } from './grid.js';
import { isGrid, type Series } from './series.js';

/**
 * Joins series that are parts of one: what stands on the free days of another's schedule (after a price rise or a
 * pause, or where so much was skipped that it looked like a rarer cadence), and what goes on, on another day, where
 * another ends. Where several could take a part, the nearest amount decides.
 */
export function joinSeries(series: readonly Series[]): readonly Series[] {
  if (series.length < 2 || series.length > MOST) return series;
  const strongestFirst = [...series].sort(byEvidence);
  return joinWith(moveOn, joinWith(fillIn, strongestFirst).slice().sort(byFirst));
}

/** More than so many series of one payee are not looked through pair by pair. */
const MOST = 500;
/** The longest pause on the same day, in periods or in days, whichever is more. */
const PAUSE = 6;
const PAUSE_DAYS = 100;
/** The longest step to a new day, in periods. */
const MOVE = 2;
/** Ours: a new price, and the same price, as multiples. */
const NEW_PRICE = 2;
const SAME_PRICE = 1.1;

/** How a part can be joined to a series, and how much the amount changes there, as a multiple. */
interface Joint {
  readonly series: Series;
  readonly ratio: number;
}

type Join = (whole: Series, part: Series) => Joint | undefined;

function joinWith(join: Join, series: readonly Series[]): readonly Series[] {
  const wholes: Series[] = [];
  for (const part of series) {
    let chosen = -1;
    let joint: Joint | undefined;
    wholes.forEach((whole, index) => {
      const other = join(whole, part);
      if (other !== undefined && (joint === undefined || other.ratio < joint.ratio)) {
        [chosen, joint] = [index, other];
      }
    });
    if (joint === undefined) wholes.push(part);
    else wholes[chosen] = joint.series;
  }
  return wholes;
}

function byEvidence(a: Series, b: Series): number {
  return b.evidence - a.evidence || byFirst(a, b);
}

function byFirst(a: Series, b: Series): number {
  const [x, y] = [a.members[0]!, b.members[0]!];
  return x.day - y.day || x.cents - y.cents || (x.row.id < y.row.id ? -1 : 1);
}

/** The part's bookings on free days of the whole's schedule. */
function fillIn(whole: Series, part: Series): Joint | undefined {
  const grid = whole.schedule;
  if (!isGrid(grid) || part.schedule.cadence.days < grid.cadence.days) return undefined;
  const [first, last] = endsOf(whole.slots);
  const placed = part.members.map((booking) => {
    const slot = nearestSlot(grid, booking);
    return { slot, booking, late: booking.day - expectedDay(grid, slot) };
  });
  const [from, to] = [placed[0]!.slot, placed[placed.length - 1]!.slot];
  const pause = Math.max(PAUSE, PAUSE_DAYS / grid.cadence.days);
  if (from - last > pause || first - to > pause) return undefined;
  const taken = new Set(whole.slots);
  for (const { slot, late } of placed) {
    if (taken.has(slot) || Math.abs(late) > grid.cadence.tolerance) return undefined;
    taken.add(slot);
  }
  const expected = Math.max(last, to) - Math.min(first, from) + 1;
  const ratio = stepBetween(whole, part);
  if (taken.size < LEAST_SHARE * expected || ratio === undefined) return undefined;
  const known = whole.members.map((booking, i) => {
    return { slot: whole.slots[i]!, booking, late: whole.deviations[i]! };
  });
  const all = [...known, ...placed].sort((a, b) => a.slot - b.slot);
  return {
    ratio,
    series: {
      schedule: grid,
      members: all.map(({ booking }) => booking),
      slots: all.map(({ slot }) => slot),
      deviations: all.map(({ late }) => late),
      evidence: whole.evidence + part.evidence,
      missed: expected - all.length,
    },
  };
}

/** The part as what comes after the whole, on days of its own. */
function moveOn(whole: Series, part: Series): Joint | undefined {
  const { cadence } = whole.schedule;
  const [last, first] = [lastOf(whole), part.members[0]!];
  const days = first.day - last.day;
  if (part.schedule.cadence !== cadence || days <= cadence.days / 2) return undefined;
  const steps = Math.max(1, Math.round(days / cadence.days));
  const ratio = stepBetween(whole, part);
  if (steps > MOVE || ratio === undefined || ratio > SAME_PRICE) return undefined;
  const shift = part.slots[0]! - steps - whole.slots[whole.slots.length - 1]!;
  return {
    ratio,
    series: {
      schedule: part.schedule,
      members: [...whole.members, ...part.members],
      slots: [...whole.slots.map((slot) => slot + shift), ...part.slots],
      deviations: [...whole.deviations, ...part.deviations],
      evidence: whole.evidence + part.evidence,
      missed: whole.missed + steps - 1 + part.missed,
    },
  };
}

/** The multiple between the amounts where the two meet; `undefined` if too large, or too large for two texts. */
function stepBetween(whole: Series, part: Series): number | undefined {
  const [a, b] =
    part.members[0]!.day > whole.members[0]!.day
      ? [whole.members[firstFrom(whole.members, part.members[0]!.day) - 1]!, part.members[0]!]
      : [whole.members[0]!, lastOf(part)];
  const ratio = ratioOf(a.cents, b.cents);
  return ratio > (a.text === b.text ? NEW_PRICE : SAME_PRICE) ? undefined : ratio;
}

function lastOf({ members }: Series): Booking {
  return members[members.length - 1]!;
}

function endsOf(slots: readonly number[]): readonly [number, number] {
  return [slots[0]!, slots[slots.length - 1]!];
}
