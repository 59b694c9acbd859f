import type { Position } from './position.js';
import { ZERO } from './position.js';
import { STANDING } from './program.js';

/** What happens next along a move. */
export interface Event {
  /** The variable, or the number of variables plus the row; −1 for nothing. */
  index: number;
  /** How far along the move. */
  length: number;
  /** Where the variable or the row stands afterwards. */
  standing: number;
}

/** A speed below this part of its size is rounding: it changes nothing of what stands on a limit. */
const STILL = 1e-12;

/**
 * Finds the first variable or row that a move brings to a limit, or, with `prices`, the first whose price changes sign.
 *
 * Of those that are at their limit already the one of least index is taken (K. G. Murty, Note on a Bard-type scheme for solving
 * the complementarity problem, Opsearch 11, 1974): that cannot run in circles, as taking the steepest could.
 */
export function nextEvent(position: Position, prices: boolean, event: Event): void {
  event.index = -1;
  event.length = Number.POSITIVE_INFINITY;
  const { program } = position;
  const span = spanOf(position);
  const gradient = ZERO * position.gradientSize();
  const fastest = fastestOf(position);
  const stillMove = Math.max(STILL * fastest.variable, span / position.reach());
  const { size, lower, upper, rows } = program;
  const { standing, reduced, reducedMove, x, move, kkt } = position;
  const { places } = kkt.free;
  const stillPrice =
    STILL * (position.sizes.slope + position.sizes.deviation * Math.sqrt(fastest.variance));
  for (let i = 0; i < size; i++) {
    let slack: number;
    let speed: number;
    let next: number;
    let tiny: number;
    let still: number;
    const where = standing[i]!;
    if (where === STANDING.free) {
      speed = move[places[i]!]!;
      if (speed < 0) {
        slack = x[i]! - lower[i]!;
        next = STANDING.atLower;
        speed = -speed;
      } else {
        slack = upper[i]! - x[i]!;
        next = STANDING.atUpper;
      }
      tiny = span;
      still = stillMove;
    } else {
      if (!prices || where === STANDING.fixed) continue;
      slack = reduced[i]!;
      speed = -reducedMove[i]!;
      if (where === STANDING.atUpper) {
        slack = -slack;
        speed = -speed;
      }
      next = STANDING.free;
      tiny = gradient;
      still = stillPrice;
    }
    if (speed <= 0) continue;
    if (slack <= tiny) {
      if (speed <= still) continue;
      if (where !== STANDING.free && !position.mayEnter(i)) continue;
      event.index = i;
      event.length = 0;
      event.standing = next;
      return;
    } else if (slack < event.length * speed) {
      if (where !== STANDING.free && !position.mayEnter(i)) continue;
      event.index = i;
      event.length = slack / speed;
      event.standing = next;
    }
  }
  if (rows.count > 0) nextRowEvent(position, prices, event, span, gradient, stillMove);
}

function nextRowEvent(
  position: Position,
  prices: boolean,
  event: Event,
  span: number,
  gradient: number,
  stillMove: number,
): void {
  const { rows, size } = position.program;
  const { rowStanding, rowValues, rowMove, priceMove, rowSizes } = position;
  for (let r = 0; r < rows.count; r++) {
    const where = rowStanding[r]!;
    let slack: number;
    let speed: number;
    let next: number;
    let tiny: number;
    let still: number;
    if (where === STANDING.free) {
      speed = rowMove[r]!;
      if (speed < 0) {
        slack = rowValues[r]! - rows.lower[r]!;
        next = STANDING.atLower;
        speed = -speed;
      } else {
        slack = rows.upper[r]! - rowValues[r]!;
        next = STANDING.atUpper;
      }
      if (rows.lower[r] === rows.upper[r]) next = STANDING.fixed;
      tiny = span * rowSizes[r]!;
      still = stillMove * rowSizes[r]!;
    } else {
      if (!prices || where === STANDING.fixed) continue;
      slack = position.prices[r]!;
      speed = -priceMove[r]!;
      if (where === STANDING.atLower) {
        slack = -slack;
        speed = -speed;
      }
      next = STANDING.free;
      tiny = gradient / rowSizes[r]!;
      still = (STILL * position.sizes.slope) / rowSizes[r]!;
    }
    if (speed <= 0) continue;
    if (slack <= tiny) {
      if (speed <= still) continue;
      event.index = size + r;
      event.length = 0;
      event.standing = next;
      return;
    } else if (slack < event.length * speed) {
      event.index = size + r;
      event.length = slack / speed;
      event.standing = next;
    }
  }
}

/** Slack of a weight below this is none. */
function spanOf(position: Position): number {
  const { x } = position;
  let most = 0;
  for (let i = 0; i < x.length; i++) most = Math.max(most, Math.abs(x[i]!));
  return ZERO * most;
}

function fastestOf({ kkt, move, riskMove, program }: Position): {
  readonly variable: number;
  readonly variance: number;
} {
  let variable = 0;
  let variance = 0;
  const { members, count } = kkt.free;
  for (let k = 0; k < count; k++) {
    variable = Math.max(variable, Math.abs(move[k]!));
    const i = members[k]!;
    variance +=
      program.split === undefined
        ? move[k]! * riskMove[i]!
        : program.split.sign[i]! * move[k]! * riskMove[program.split.asset[i]!]!;
  }
  return { variable, variance: Math.max(0, variance) };
}
