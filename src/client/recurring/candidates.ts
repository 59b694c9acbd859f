import type { Booking } from './booking.js';
import { CADENCE_TABLE, type Cadence } from './cadence.js';
import { type Grid, modulo } from './grid.js';
import { type MonthTable, monthStart } from './months.js';

/** The cadences that some of the gaps between near bookings fit, and that could come so often meanwhile. */
export function likelyCadences(view: readonly Booking[], occurrences: number): readonly Cadence[] {
  const counts = new Int32Array(CADENCE_TABLE.length);
  for (let i = 1; i < view.length; i++) {
    for (let lag = 1; lag <= LAGS && lag <= i; lag++) {
      const gap = view[i]!.day - view[i - lag]!.day;
      if (gap > LONGEST_GAP) break;
      countFits(counts, CADENCES_OF_GAP[gap]!);
    }
  }
  const least = LEAST_FITS * view.length;
  const span = view[view.length - 1]!.day - view[0]!.day;
  return CADENCE_TABLE.filter(({ days, tolerance }, index) => {
    if (span < (occurrences - 1) * days - 2 * tolerance) return false;
    return counts[index]! > 0 && counts[index]! >= least;
  });
}

/** The grids of a cadence on whose days, or near them, most bookings fall. */
export function likelyGrids(
  view: readonly Booking[],
  cadence: Cadence,
  months: MonthTable,
): readonly Grid[] {
  return cadence.unit === 'day'
    ? dayGrids(view, cadence, months)
    : monthGrids(view, cadence, months);
}

const LAGS = 3;
const LEAST_FITS = 0.2;
const LONGEST_GAP = 400;
const CADENCES_OF_GAP: readonly number[] = Array.from({ length: LONGEST_GAP + 1 }, (_, gap) =>
  CADENCE_TABLE.reduce(
    (bits, cadence, index) => (fits(cadence, gap) ? bits | (1 << index) : bits),
    0,
  ),
);

/** A month has 28 to 31 days, three have 89 to 92, and so on: two days of play for the calendar itself. */
function fits({ days, tolerance, unit }: Cadence, gap: number): boolean {
  const distance = gap - days;
  return (distance < 0 ? -distance : distance) <= tolerance + (unit === 'month' ? 2 : 0);
}

function countFits(counts: Int32Array, bits: number): void {
  for (let index = 0; bits >> index > 0; index++) {
    if ((bits >> index) & 1) counts[index] = counts[index]! + 1;
  }
}

function dayGrids(view: readonly Booking[], cadence: Cadence, months: MonthTable): readonly Grid[] {
  const { length } = cadence;
  const counts = new Int32Array(length);
  const placeOf = ({ day }: Booking): number => modulo(day, length);
  for (const booking of view) counts[placeOf(booking)]! += 1;
  const weightOf = (place: number): number =>
    3 * counts[place]! + counts[(place + 1) % length]! + counts[(place + length - 1) % length]!;
  return heaviestTwo(view.map(placeOf), weightOf).map((phase) => {
    return { cadence, phase, anchor: 0, nthWeekday: undefined, weekend: 'none', months };
  });
}

function monthGrids(
  view: readonly Booking[],
  cadence: Cadence,
  months: MonthTable,
): readonly Grid[] {
  // Days 1 to 31 of each phase; the places around them stay empty, so that neighbours never meet.
  const counts = new Int32Array(ROW * cadence.length + 2);
  const ends = new Int32Array(cadence.length);
  const places = view.map(({ day, month, dayOfMonth }) => {
    const phase = modulo(month, cadence.length);
    const place = ROW * phase + dayOfMonth + 1;
    counts[place]! += 1;
    if (monthStart(months, month + 1) - day <= NEAR_END) ends[phase]! += 1;
    return place;
  });
  const weightOf = (place: number): number => {
    const [near, far] = [
      counts[place - 1]! + counts[place + 1]!,
      counts[place - 2]! + counts[place + 2]!,
    ];
    return 6 * counts[place]! + 2 * near + far;
  };
  const best = heaviestTwo(places, weightOf);
  ends.forEach((count, phase) => {
    // The end of the month first: where both explain the days equally well, it is the likelier rule.
    if (count >= 2 && 4 * count >= view.length) best.unshift(ROW * phase + 32);
  });
  return [...new Set(best)].map((place) => ({
    cadence,
    phase: Math.floor((place - 1) / ROW),
    anchor: (place - 1) % ROW,
    nthWeekday: undefined,
    weekend: 'none',
    months,
  }));
}

const ROW = 35;
/** The last days of a month, where the end may be meant. */
const NEAR_END = 4;

/** The two places of most weight, the heavier first; of equal ones the earlier place. */
function heaviestTwo(places: readonly number[], weightOf: (place: number) => number): number[] {
  const weights = new Map<number, number>();
  for (const place of places) if (!weights.has(place)) weights.set(place, weightOf(place));
  let [first, second] = [-1, -1];
  const isHeavier = (place: number, than: number): boolean => {
    if (than < 0) return true;
    const gain = weights.get(place)! - weights.get(than)!;
    return gain > 0 || (gain === 0 && place < than);
  };
  for (const place of weights.keys()) {
    if (isHeavier(place, first)) [first, second] = [place, first];
    else if (isHeavier(place, second)) second = place;
  }
  return second < 0 ? [first] : [first, second];
}
