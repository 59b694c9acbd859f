import { log } from '../../numerics/index.js';
import { ratioOf } from './amount-ratio.js';
import type { Booking } from './booking.js';
import { amountEvidence, costOfChoice, dateEvidence, mostAmountEvidence } from './evidence.js';
import { expectedDay, type Grid, nearestSlot } from './grid.js';
import type { Series } from './series.js';

/** Share of expected days that must have a booking. */
export const LEAST_SHARE = 0.6;
/** The least evidence, natural logarithm: below it a series is not even pending. */
export const ENOUGH = 1;
/** Share of the bookings of a view, over the series' time, that the series must explain. */
export const LEAST_PURITY = 0.4;

const WEEK = 7;
/** Share of expected days that must have a booking where they come more often than weekly. */
const LEAST_DAILY = 0.9;

/** The best stretch of bookings on a grid; `undefined` if there is not enough evidence for it. */
export function fitGrid(view: readonly Booking[], grid: Grid): Series | undefined {
  const placed = place(view, grid);
  const best = bestStretch(view, grid, placed);
  if (best === undefined) return undefined;
  if (best.evidence + mostAmountEvidence(best.hits) < ENOUGH) return undefined;
  return choose(view, grid, placed, best);
}

function bestStretch(view: readonly Booking[], grid: Grid, placed: Placed): Stretch | undefined {
  const { cadence } = grid;
  const handicap = handicapOf(grid);
  let best: Stretch | undefined;
  for (const play of PLAYS) {
    if (play > cadence.tolerance) continue;
    const run = longestRun(placed, play);
    // With less play there are hardly more of them.
    if (run === undefined || run.hits < 2) break;
    if (best === undefined && isHopeless(view, grid, run.hits)) break;
    const seen = run.to - run.from + 1;
    const cost = costOfChoice({ handicap, view, seen, play });
    if (run.hits < LEAST_PURITY * seen) continue;
    const [first, last] = [placed.slots[run.from]!, placed.slots[run.to]!];
    const expected = last - first + 1;
    if (cadence.days < WEEK && run.hits < LEAST_DAILY * expected) continue;
    const span = expectedDay(grid, last) - expectedDay(grid, first) + cadence.days;
    const dates = dateEvidence({ expected, hits: run.hits, play, seen, span });
    if (dates > 0 && (best === undefined || dates - cost >= best.evidence)) {
      best = { ...run, play, expected, evidence: dates - cost };
    }
  }
  return best;
}

/** Tells whether so few occurrences can never be enough, though on the very day and of the same amount. */
function isHopeless(view: readonly Booking[], grid: Grid, hits: number): boolean {
  const { days } = grid.cadence;
  // With n bookings that are all on schedule, chance meets a day once in a period; the rest allows for p < 1 / period.
  const most = (hits - 1) * (log(days) + 0.1 + 0.5 / days) + mostAmountEvidence(hits);
  const seen = hits < LEAST_PURITY * view.length ? 0 : view.length;
  return most < costOfChoice({ handicap: handicapOf(grid), view, seen, play: 0 }) + ENOUGH;
}

function handicapOf({ cadence, nthWeekday }: Grid): number {
  return cadence.handicap + (nthWeekday === undefined ? 0 : NTH_WEEKDAY);
}

/** What a weekday by its place in the month has to make up for: ours, natural logarithm. */
const NTH_WEEKDAY = 2;
/** The plays that are tried: what a small one explains is the stronger evidence. */
const PLAYS = [15, 7, 4, 2, 1, 0] as const;
const MISS = LEAST_SHARE / (1 - LEAST_SHARE);

interface Placed {
  readonly slots: Int32Array;
  /** Days from the expected day, without sign. */
  readonly distances: Int32Array;
}

interface Run {
  /** Index in the view of the first and the last booking. */
  readonly from: number;
  readonly to: number;
  readonly hits: number;
}

interface Stretch extends Run {
  readonly play: number;
  readonly expected: number;
  /** Of the days, less what the choice costs. */
  readonly evidence: number;
}

function place(view: readonly Booking[], grid: Grid): Placed {
  const slots = new Int32Array(view.length);
  const distances = new Int32Array(view.length);
  for (let i = 0; i < view.length; i++) {
    const booking = view[i]!;
    const slot = nearestSlot(grid, booking);
    const late = booking.day - expectedDay(grid, slot);
    slots[i] = slot;
    distances[i] = late < 0 ? -late : late;
  }
  return { slots, distances };
}

/**
 * The stretch of slots worth most, where a hit counts 1 and a miss so much that three hits pay for two
 * (J. Bentley, Programming pearls: algorithm design techniques, Communications of the ACM 27 (1984) 865–871).
 */
function longestRun({ slots, distances }: Placed, play: number): Run | undefined {
  let best: Run | undefined;
  let most = 0;
  let run = 0;
  let from = 0;
  let hits = 0;
  let previous = Number.NaN;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    if (distances[i]! > play || slot === previous) continue;
    run -= (slot - previous - 1) * MISS;
    if (!(run > 0)) {
      run = 0;
      hits = 0;
      from = i;
    }
    run += 1;
    hits += 1;
    previous = slot;
    if (run > most) {
      most = run;
      best = { from, to: i, hits };
    }
  }
  return best;
}

/** Of several bookings for one slot, the one whose amount is nearest to the one before. */
function choose(
  view: readonly Booking[],
  grid: Grid,
  { slots, distances }: Placed,
  { from, to, play, expected, evidence }: Stretch,
): Series {
  const members: Booking[] = [];
  const taken: number[] = [];
  const deviations: number[] = [];
  let level: number | undefined;
  for (let i = from; i < view.length && slots[i]! <= slots[to]!; ) {
    const slot = slots[i]!;
    let chosen: Booking | undefined;
    let distance = 0;
    for (; i < view.length && slots[i] === slot; i++) {
      if (distances[i]! > play) continue;
      const booking = view[i]!;
      if (chosen !== undefined) {
        level ??= middleCents(view);
        const gain = ratioOf(chosen.cents, level) - ratioOf(booking.cents, level);
        if (gain < 0 || (gain === 0 && distances[i]! >= distance)) continue;
      }
      chosen = booking;
      distance = distances[i]!;
    }
    if (chosen === undefined) continue;
    members.push(chosen);
    taken.push(slot);
    deviations.push(chosen.day - expectedDay(grid, slot));
    level = chosen.cents;
  }
  return {
    schedule: grid,
    members,
    slots: taken,
    deviations,
    missed: expected - members.length,
    evidence: evidence + amountEvidence(members),
  };
}

function middleCents(view: readonly Booking[]): number {
  const sorted = Float64Array.from(view, ({ cents }) => cents).sort();
  return sorted[(sorted.length - 1) >> 1]!;
}
