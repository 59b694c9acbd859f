import type { Position } from './position.js';
import { STANDING } from './program.js';
import { ZERO } from './sizes.js';

/** What happens next along a move. */
export interface Event {
  /** The variable, or the number of variables plus the row; −1 for nothing. */
  index: number;
  /** How far along the move. */
  length: number;
  /** Where the variable or the row stands afterwards. */
  standing: number;
}

/** Nothing, as yet. */
export function noEvent(): Event {
  return { index: -1, length: Number.POSITIVE_INFINITY, standing: STANDING.free };
}

/** A speed below this part of its size is rounding: it changes nothing of what stands on a limit. */
const STILL = 1e-12;

/** A price that would be wrong at t = 0 by less than so many times rounding does not change. */
const END = 10;

/** What is too little to count, here and along this move. */
interface Rounding {
  /** Of a variable's slack, and of its speed. */
  readonly slack: number;
  readonly speed: number;
  /** Of a gradient, and of its speed. */
  readonly gradient: number;
  readonly drift: number;
}

/**
 * Finds the first variable or row that a move brings to a limit, or, with `prices`, the first whose price changes sign.
 *
 * Of those that are at their limit already the one of least index is taken (K. G. Murty, Note on a Bard-type scheme for solving
 * the complementarity problem, Opsearch 11, 1974): that cannot run in circles, as taking the steepest could.
 */
export function nextEvent(position: Position, prices: boolean, event: Event): void {
  event.index = -1;
  event.length = Number.POSITIVE_INFINITY;
  const rounding = roundingOf(position);
  if (nextOfVariables(position, prices, event, rounding)) return;
  if (position.program.rows.count > 0) nextOfRows(position, prices, event, rounding);
}

/** Looks through the variables. True for one that is at its limit already. */
function nextOfVariables(
  position: Position,
  prices: boolean,
  event: Event,
  rounding: Rounding,
): boolean {
  const { program, standing, reduced, x, move, kkt } = position;
  const { size, lower, upper } = program;
  const { places } = kkt.free;
  const { step, reduced: drift } = move;
  for (let i = 0; i < size; i++) {
    const where = standing[i]!;
    const isFree = where === STANDING.free;
    let slack: number;
    let speed: number;
    let next: number = STANDING.free;
    if (isFree) {
      speed = step[places[i]!]!;
      if (speed < 0) {
        slack = x[i]! - lower[i]!;
        next = STANDING.atLower;
        speed = -speed;
      } else {
        slack = upper[i]! - x[i]!;
        next = STANDING.atUpper;
      }
    } else {
      if (!prices || where === STANDING.fixed) continue;
      const sign = where === STANDING.atUpper ? -1 : 1;
      slack = sign * reduced[i]!;
      speed = -sign * drift[i]!;
      if (slack + END * rounding.gradient >= speed * position.t) continue;
    }
    if (speed <= 0) continue;
    const isThere = slack <= (isFree ? rounding.slack : rounding.gradient);
    if (
      isThere ? speed <= (isFree ? rounding.speed : rounding.drift) : slack >= event.length * speed
    ) {
      continue;
    }
    if (!isFree && !position.mayEnter(i)) continue;
    event.index = i;
    event.length = isThere ? 0 : slack / speed;
    event.standing = next;
    if (isThere) return true;
  }
  return false;
}

function nextOfRows(position: Position, prices: boolean, event: Event, rounding: Rounding): void {
  const { program, rowStanding, rowValues, move, sizes } = position;
  const { rows, size } = program;
  for (let r = 0; r < rows.count; r++) {
    const where = rowStanding[r]!;
    const isFree = where === STANDING.free;
    const unit = sizes.rows[r]!;
    let slack: number;
    let speed: number;
    let next: number = STANDING.free;
    if (isFree) {
      speed = move.rows[r]!;
      const falls = speed < 0;
      slack = falls ? rowValues[r]! - rows.lower[r]! : rows.upper[r]! - rowValues[r]!;
      next = falls ? STANDING.atLower : STANDING.atUpper;
      if (rows.lower[r] === rows.upper[r]) next = STANDING.fixed;
      speed = Math.abs(speed);
    } else {
      if (!prices || where === STANDING.fixed) continue;
      const sign = where === STANDING.atLower ? -1 : 1;
      slack = sign * position.prices[r]!;
      speed = -sign * move.prices[r]!;
      if (slack + (END * rounding.gradient) / unit >= speed * position.t) continue;
    }
    if (speed <= 0) continue;
    const isThere = slack <= (isFree ? rounding.slack * unit : rounding.gradient / unit);
    const still = isFree ? rounding.speed * unit : rounding.drift / unit;
    if (isThere ? speed <= still : slack >= event.length * speed) continue;
    event.index = size + r;
    event.length = isThere ? 0 : slack / speed;
    event.standing = next;
    if (isThere) return;
  }
}

function roundingOf(position: Position): Rounding {
  const { kkt, move, program, sizes, t } = position;
  const slack = ZERO * position.largest;
  let fastest = 0;
  let variance = 0;
  const { members, count } = kkt.free;
  for (let k = 0; k < count; k++) {
    const i = members[k]!;
    const step = move.step[k]!;
    fastest = Math.max(fastest, Math.abs(step));
    variance +=
      program.split === undefined
        ? step * move.risk[i]!
        : program.split.sign[i]! * step * move.risk[program.split.asset[i]!]!;
  }
  return {
    slack,
    // What would not go further than rounding on the whole way that is left does not move.
    speed: Math.max(STILL * fastest, slack / (move.drive === 0 ? 1 : t)),
    gradient: ZERO * position.gradientSize(),
    drift: STILL * (sizes.slope + sizes.deviation * Math.sqrt(Math.max(0, variance))),
  };
}
