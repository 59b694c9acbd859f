import type { LocalisedText } from '../../evidence/index.js';
import { roundReckoned } from '../evaluate/round.js';
import type { FactChange } from '../fact.js';

/** The values that a number may take in one direction, the nearest first. */
export interface Scale {
  readonly direction: 'lower' | 'higher';
  /** How many there are, at least 1. */
  readonly count: number;
  /** The value at a place from 1 to `count`. */
  readonly at: (place: number) => number;
  readonly request: LocalisedText | undefined;
}

/** What limits a number. */
export interface ScaleLimits {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/** Beyond this a double no longer tells neighbouring hundredths apart. */
const FARTHEST = 1e13;

/** More steps from 0 than this a double cannot count. */
const MOST_STEPS = 1e15;

/** A scale of at most so many values is tried value by value. */
export const SHORT = 20;

/**
 * The scales on which a number may be changed. Its values are `from`, or 0, and whole steps from there.
 *
 * @param was the value that it has. If it has none, a scale starts at the limit on the other side, and there is none without one.
 */
export function scalesOf(
  change: FactChange,
  was: number | undefined,
  limits: ScaleLimits,
): readonly Scale[] {
  const { direction = 'either' } = change;
  const grid = gridOf(change, limits);
  return (['lower', 'higher'] as const).flatMap((side) => {
    if (direction !== 'either' && direction !== side) return [];
    const first = firstIndex(side, was, grid);
    if (first === undefined) return [];
    const count = side === 'lower' ? first - grid.lowest + 1 : grid.highest - first + 1;
    if (count < 1) return [];
    const sign = side === 'lower' ? -1 : 1;
    const at = (place: number): number => grid.at(first + sign * (place - 1));
    return [{ direction: side, count, at, request: change.label }];
  });
}

/** Values that stand at whole numbers of steps. */
interface Grid {
  readonly lowest: number;
  readonly highest: number;
  /** Whether that side has a limit of its own. */
  readonly endsBelow: boolean;
  readonly endsAbove: boolean;
  readonly at: (index: number) => number;
  /** How many steps a value lies from the start, perhaps no whole number. */
  readonly indexOf: (value: number) => number;
}

function gridOf(
  { from, to, step = 1 }: FactChange,
  { min, max, whole = false }: ScaleLimits,
): Grid {
  const start = whole ? Math.ceil(from ?? 0) : (from ?? 0);
  const width = whole ? Math.ceil(step) : step;
  const farthest = Math.min(FARTHEST, width * MOST_STEPS);
  const low = Math.max(from ?? -farthest, min ?? -farthest, -farthest);
  const high = Math.min(to ?? farthest, max ?? farthest, farthest);
  // Rounded, so that 1.1 stands 11 steps of 0.1 from 0, not 11.000000000000002.
  const indexOf = (value: number): number => roundReckoned((value - start) / width);
  return {
    lowest: Math.ceil(indexOf(low)),
    highest: Math.floor(indexOf(high)),
    endsBelow: from !== undefined || min !== undefined,
    endsAbove: to !== undefined || max !== undefined,
    at: (index) => roundReckoned(start + roundReckoned(index * width)),
    indexOf,
  };
}

/** The index of the value nearest to the present one, on a side of it. */
function firstIndex(
  side: 'lower' | 'higher',
  was: number | undefined,
  { lowest, highest, endsBelow, endsAbove, indexOf }: Grid,
): number | undefined {
  if (side === 'lower') {
    if (was === undefined) return endsAbove ? highest : undefined;
    return Math.min(Math.ceil(indexOf(was)) - 1, highest);
  }
  if (was === undefined) return endsBelow ? lowest : undefined;
  return Math.max(Math.floor(indexOf(was)) + 1, lowest);
}

/** Places at which a scale is looked at first, ascending: each place of a short one, ever fewer on a long one. */
export function placesOf(count: number): readonly number[] {
  if (count <= SHORT) return Array.from({ length: count }, (_, index) => index + 1);
  const places: number[] = [];
  for (let place = 1; place < count; place *= 8) places.push(place);
  return [...places, count];
}

/** Places beyond one, by which it is seen whether everything from there on does as well: all of a short scale. */
export function placesBeyond(place: number, count: number): readonly number[] {
  return placesOf(count <= SHORT ? count : count - place).flatMap((step) => {
    const beyond = count <= SHORT ? step : place + step;
    return beyond > place && beyond <= count ? [beyond] : [];
  });
}
