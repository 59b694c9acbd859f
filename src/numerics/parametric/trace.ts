import { descend } from './descend.js';
import { nextEvent, noEvent } from './event.js';
import { pivot } from './pivot.js';
import type { Position } from './position.js';
import { STANDING } from './program.js';
import { ZERO } from './sizes.js';

/** The corners of a path, from the largest parameter down to zero. */
export interface Path {
  readonly status: 'complete' | 'unbounded' | 'concave' | 'stuck';
  /** t at each corner. */
  readonly parameters: Float64Array;
  /** x at each corner, corners × variables, row-major. */
  readonly corners: Float64Array;
  /** ν at each corner, corners × rows, row-major. */
  readonly prices: Float64Array;
  /** p'x at each corner. */
  readonly slopes: Float64Array;
  /** w'Σw at each corner. */
  readonly variances: Float64Array;
  /** Changes of the free variables and active rows. */
  readonly pivots: number;
  /** Estimate, from below, of the condition number of the free variables' risk at the end. */
  readonly condition: number;
}

/** Every so many changes, what is carried from step to step is worked out anew. */
const RENEWAL = 40;

/** When t has fallen to this part of what it was, what is carried has the rounding of a t that no longer counts. */
const FALL = 0.01;

/** More than rounding breaks a bound, or makes p'x grow as a part of the largest p. */
const LOST = 1e-9;

/** Rounding that has grown beyond so many times its size is taken out. */
const DRIFT = 20;

/**
 * Follows the optimum from a position at t = ∞ down to t = 0.
 *
 * The position is optimal for every large t (`tied` says which variables and rows cost nothing there), and becomes that of t = 0.
 */
export function trace(position: Position, tied: Uint8Array | undefined): Path {
  const path = new Recorder(position);
  position.refresh();
  if (tied !== undefined) {
    const outcome = descend(position, tied);
    if (outcome !== 'optimal') return path.end(outcome);
  }
  if (position.sizes.deviation === 0 && position.sizes.linear === 0) {
    // Without any risk the highest return is all there is.
    path.record();
    return path.end('complete');
  }
  beginAtFirstCorner(position, tied);
  if (tied === undefined) position.polish();
  else {
    // What nearly ties is the same for an endless t, but not at this one.
    const outcome = descend(position);
    if (outcome !== 'optimal') return path.end(outcome);
  }
  path.record();
  if (position.t === 0) return path.end('complete');
  return follow(position, path);
}

/** Follows the optimum from a position that is optimal at its t down to t = 0. */
export function traceFrom(position: Position): Path {
  const path = new Recorder(position);
  path.record();
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
      if (outcome !== 'optimal') return path.end(outcome);
      sinceRenewal = 0;
      renewedAt = position.t;
      continue;
    }
    if (event.length >= position.t - position.negligible()) {
      position.advance(position.t);
      position.t = 0;
      position.polish();
      path.record();
      return path.end('complete');
    }
    if (event.length > 0) {
      const moves = event.length > 1e-13 * position.t;
      position.advance(event.length);
      if (moves) {
        path.record();
        still = 0;
      }
    }
    const outcome = pivot(position, event);
    sinceRenewal++;
    if (outcome === 'slid') path.record();
    else if (outcome !== 'changed') return path.end(outcome);
    if (++still > 200 + 4 * (program.size + program.rows.count)) return path.end('stuck');
  }
  return path.end('stuck');
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

/** A path that did not begin. */
export function endOf(position: Position, status: Path['status']): Path {
  return new Recorder(position).end(status);
}

class Recorder {
  private count = 0;
  /** Whether the path was left, as may happen where risks are too small to be told from none. */
  private isLost = false;
  private parameters = new Float64Array(32);
  private slopes = new Float64Array(32);
  private variances = new Float64Array(32);
  private corners: Float64Array;
  private prices: Float64Array;

  constructor(private readonly position: Position) {
    this.corners = new Float64Array(32 * position.program.size);
    this.prices = new Float64Array(32 * position.prices.length);
  }

  record(): void {
    const { position, count } = this;
    const { x, program } = position;
    if (count === this.parameters.length) this.grow();
    this.parameters[count] = position.t;
    this.corners.set(x, count * program.size);
    this.prices.set(position.prices, count * position.prices.length);
    let slope = 0;
    let breach = 0;
    for (let i = 0; i < x.length; i++) {
      slope += program.slope[i]! * x[i]!;
      breach = Math.max(breach, program.lower[i]! - x[i]!, x[i]! - program.upper[i]!);
    }
    this.slopes[count] = slope;
    const rise = count === 0 ? 0 : slope - this.slopes[count - 1]!;
    if (rise > LOST * position.sizes.slope || breach > LOST) this.isLost = true;
    this.variances[count] = position.variance();
    this.count = count + 1;
  }

  end(status: Path['status']): Path {
    const { count } = this;
    return {
      status: status === 'complete' && this.isLost ? 'stuck' : status,
      parameters: this.parameters.subarray(0, count),
      corners: this.corners.subarray(0, count * this.position.program.size),
      prices: this.prices.subarray(0, count * this.position.prices.length),
      slopes: this.slopes.subarray(0, count),
      variances: this.variances.subarray(0, count),
      pivots: this.position.iterations,
      condition: this.position.kkt.free.condition(),
    };
  }

  private grow(): void {
    this.parameters = twice(this.parameters);
    this.slopes = twice(this.slopes);
    this.variances = twice(this.variances);
    this.corners = twice(this.corners);
    this.prices = twice(this.prices);
  }
}

function twice(values: Float64Array): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(2 * values.length);
  grown.set(values);
  return grown;
}
