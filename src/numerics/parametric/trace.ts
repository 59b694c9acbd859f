import { descend } from './descend.js';
import { nextEvent, noEvent } from './event.js';
import { pivot } from './pivot.js';
import type { Position } from './position.js';
import { STANDING } from './program.js';
import type { Path, Recorder } from './recorder.js';
import { ZERO } from './sizes.js';

/** Every so many changes, what is carried from step to step is worked out anew. */
const RENEWAL = 40;

/** When t has fallen to this part of what it was, what is carried has the rounding of a t that no longer counts. */
const FALL = 0.01;

/** Rounding that has grown beyond so many times its size is taken out. */
const DRIFT = 20;

/**
 * Follows the optimum from a position at t = ∞ down to t = 0.
 *
 * The position is optimal for every large t (`tied` says which variables and rows cost nothing there), and becomes that of t = 0.
 */
export function trace(position: Position, tied: Uint8Array | undefined): Path {
  const path = position.recorder;
  path.begin(position);
  position.refresh();
  if (tied !== undefined) {
    const outcome = descend(position, tied);
    if (outcome !== 'optimal') return path.end(position, outcome);
  }
  if (position.sizes.deviation === 0 && position.sizes.linear === 0) {
    // Without any risk the highest return is all there is.
    path.record(position);
    return path.end(position, 'complete');
  }
  beginAtFirstCorner(position, tied);
  if (tied === undefined) position.polish();
  else {
    // What nearly ties is the same for an endless t, but not at this one.
    const outcome = descend(position);
    if (outcome !== 'optimal') return path.end(position, outcome);
  }
  path.record(position);
  if (position.t === 0) return path.end(position, 'complete');
  return follow(position, path);
}

/** Follows the optimum from a position that is optimal at its t down to t = 0. */
export function traceFrom(position: Position): Path {
  const path = position.recorder;
  path.begin(position);
  path.record(position);
  return follow(position, path);
}

function follow(position: Position, path: Recorder): Path {
  const { program } = position;
  const event = noEvent();
  const most = 100 + 50 * (program.size + program.rows.count);
  let still = 0;
  let sinceRenewal = 0;
  let renewedAt = position.t;
  while (position.iterations < most) {
    if (sinceRenewal >= RENEWAL || position.t < FALL * renewedAt || !position.isExact(DRIFT)) {
      position.polish();
      sinceRenewal = 0;
      renewedAt = position.t;
    }
    position.move.headDown();
    nextEvent(position, true, event);
    const end = position.t - event.length;
    if (end < FALL * position.t && sinceRenewal > 0) {
      // Whether anything happens near t = 0 is not left to rounding that was carried here.
      position.polish();
      sinceRenewal = 0;
      renewedAt = position.t;
      continue;
    }
    if (end < FALL * position.t && position.isCoarse()) {
      // The end of so long a way would be rounding: it is looked at again from nearby.
      position.advance((1 - FALL) * position.t);
      const outcome = descend(position);
      if (outcome !== 'optimal') return path.end(position, outcome);
      sinceRenewal = 0;
      renewedAt = position.t;
      continue;
    }
    if (event.length >= position.t - position.negligible()) {
      position.advance(position.t);
      position.t = 0;
      position.polish();
      path.record(position);
      return path.end(position, 'complete');
    }
    if (event.length > 0) {
      const moves = event.length > 1e-13 * position.t;
      position.advance(event.length);
      if (moves) {
        path.record(position);
        still = 0;
      }
    }
    const outcome = pivot(position, event);
    sinceRenewal++;
    if (outcome === 'slid') path.record(position);
    else if (outcome !== 'changed') return path.end(position, outcome);
    if (++still > 200 + 4 * (program.size + program.rows.count)) return path.end(position, 'stuck');
  }
  return path.end(position, 'stuck');
}

/** Sets t to the largest value at which anything changes, and the prices to those of that t. */
function beginAtFirstCorner(position: Position, tied: Uint8Array | undefined): void {
  const { program, kkt, standing, rowStanding, reduced, prices } = position;
  const { size, rows, slope } = program;
  position.t = 0;
  position.polish();
  kkt.solveSlope();
  position.move.take(1, 1);
  position.move.settle();
  let first = 0;
  const take = (price: number, growth: number): void => {
    if (price < 0 && growth > 0) first = Math.max(first, -price / growth);
  };
  const flat = ZERO * position.sizes.slope;
  // Only prices of rows grow with t, since the weights stay: the gradient's growth is −p + C'ν̇.
  for (let i = 0; i < size; i++) {
    let growth = -slope[i]!;
    for (let a = 0; a < kkt.active.count; a++) {
      const row = kkt.active.rows[a]!;
      growth += position.move.prices[row]! * rows.matrix[row * size + i]!;
    }
    if (tied?.[i] === 1 || Math.abs(growth) <= flat) continue;
    if (standing[i] === STANDING.atLower) take(reduced[i]!, growth);
    else if (standing[i] === STANDING.atUpper) take(-reduced[i]!, -growth);
  }
  for (let a = 0; a < kkt.active.count; a++) {
    const row = kkt.active.rows[a]!;
    if (tied?.[size + row] === 1) continue;
    if (rowStanding[row] === STANDING.atUpper) take(prices[row]!, position.move.prices[row]!);
    else if (rowStanding[row] === STANDING.atLower)
      take(-prices[row]!, -position.move.prices[row]!);
  }
  position.t = first;
  for (let a = 0; a < kkt.active.count; a++) {
    const row = kkt.active.rows[a]!;
    prices[row]! += first * position.move.prices[row]!;
  }
  position.refresh();
}
