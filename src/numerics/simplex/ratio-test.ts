import { FEASIBLE, type Tableau } from './tableau.js';

/** An entry below this part of the largest one in its column is rounding, not a pivot. */
const PIVOT = 1e-13;

/** A slope below this part of the first one is level: to follow it would lead nowhere, and back. */
const LEVEL = 1e-9;

/** What ends a step. */
export const FLIP: number = -1;
export const ENDLESS: number = -2;

/** Where a step ends: at which place (or `FLIP`, `ENDLESS`), after which length, at which limit. */
export interface Step {
  place: number;
  length: number;
  toUpper: boolean;
}

/**
 * Finds how far the entering variable can go. In phase 2 to the first limit in the way; in phase 1 breached limits
 * are passed as long as the sum of breaches falls. Of the limits that tolerance makes equal, the one
 * with the largest pivot is taken.
 *
 * Source: P. M. J. Harris, Pivot selection methods of the Devex LP code, Mathematical Programming 5 (1973);
 * I. Maros, Computational Techniques of the Simplex Method (2003), chapter 9, for phase 1.
 */
export function limitStep(
  tableau: Tableau,
  entering: number,
  direction: 1 | -1,
  rule: 'devex' | 'bland',
  step: Step,
): void {
  const { lower, upper, reduced, events } = tableau;
  gatherEvents(tableau, direction, rule);
  const flip = upper[entering]! - lower[entering]!;
  step.place = flip < Number.POSITIVE_INFINITY ? FLIP : ENDLESS;
  step.length = flip;
  step.toUpper = direction > 0;
  if (events.count === 0) return;
  const horizon = turningPoint(tableau, Math.abs(reduced[entering]!));
  const chosen = chooseEvent(tableau, horizon, rule);
  if (flip <= events.at[chosen]!) return;
  step.place = events.place[chosen]!;
  step.length = events.at[chosen]!;
  step.toUpper = events.toUpper[chosen] === 1;
}

function gatherEvents(tableau: Tableau, direction: 1 | -1, rule: 'devex' | 'bland'): void {
  const { m, head, lower, upper, x, column, breach, events, phase } = tableau;
  events.count = 0;
  const least = PIVOT * largestEntry(tableau);
  for (let i = 0; i < m; i++) {
    const speed = -direction * column[i]!;
    if (Math.abs(speed) <= least) continue;
    const j = head[i]!;
    const side = breach[i]!;
    const low = lower[j]!;
    const high = upper[j]!;
    // Away from a breached limit there is nothing in the way.
    const isBlocked = phase === 2 || rule === 'bland';
    if (speed > 0) {
      if (side < 0) addEvent(tableau, i, low - x[j]!, speed, low, isBlocked, 0);
      if (side <= 0) addEvent(tableau, i, high - x[j]!, speed, high, isBlocked, 1);
    } else {
      if (side > 0) addEvent(tableau, i, x[j]! - high, -speed, high, isBlocked, 1);
      if (side >= 0) addEvent(tableau, i, x[j]! - low, -speed, low, isBlocked, 0);
    }
  }
}

function largestEntry({ m, column }: Tableau): number {
  let largest = 0;
  for (let i = 0; i < m; i++) largest = Math.max(largest, Math.abs(column[i]!));
  return largest;
}

function addEvent(
  { events, terms }: Tableau,
  place: number,
  distance: number,
  speed: number,
  limit: number,
  isBlocked: boolean,
  toUpper: number,
): void {
  if (distance === Number.POSITIVE_INFINITY) return;
  const slack = FEASIBLE * Math.max(terms[place]!, Math.abs(limit));
  const k = events.count++;
  events.at[k] = distance / speed;
  events.latest[k] = (Math.max(0, distance) + slack) / speed;
  events.gain[k] = isBlocked ? Number.POSITIVE_INFINITY : speed;
  events.place[k] = place;
  events.toUpper[k] = toUpper;
}

/** The latest length at which the objective of the phase stops falling. */
function turningPoint({ events }: Tableau, steepness: number): number {
  let slope = -steepness;
  let horizon = 0;
  let passed = -1;
  for (let pass = 0; pass < events.count; pass++) {
    let next = -1;
    for (let k = 0; k < events.count; k++) {
      const isAhead =
        passed < 0 || events.latest[k]! > horizon || (events.latest[k] === horizon && k > passed);
      if (isAhead && (next < 0 || events.latest[k]! < events.latest[next]!)) next = k;
    }
    passed = next;
    horizon = events.latest[next]!;
    slope += events.gain[next]!;
    if (slope >= -LEVEL * steepness) break;
  }
  return horizon;
}

/** Among the events that tolerance puts at the horizon: the largest pivot, or the first variable of a safe one. */
function chooseEvent(
  { events, column, head }: Tableau,
  horizon: number,
  rule: 'devex' | 'bland',
): number {
  let chosen = -1;
  let largest = 0;
  for (let k = 0; k < events.count; k++) {
    if (events.at[k]! > horizon || events.latest[k]! < horizon) continue;
    const size = Math.abs(column[events.place[k]!]!);
    if (size > largest) {
      largest = size;
      chosen = k;
    }
  }
  if (rule === 'devex') return chosen;
  for (let k = 0; k < events.count; k++) {
    if (events.at[k]! > horizon || events.latest[k]! < horizon) continue;
    const isSafe = Math.abs(column[events.place[k]!]!) > 1e-6 * largest;
    if (isSafe && head[events.place[k]!]! < head[events.place[chosen]!]!) chosen = k;
  }
  return chosen;
}
