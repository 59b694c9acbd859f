import type { Position } from './position.js';

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

/** More than rounding breaks a bound, or makes p'x grow as a part of the largest p. */
const LOST = 1e-9;

/** Keeps what is recorded of a path. It grows, and is used again for the next one. */
export class Recorder {
  private count = 0;
  /** Whether the path was left, as may happen where risks are too small to be told from none. */
  private isLost = false;
  private parameters = new Float64Array(32);
  private slopes = new Float64Array(32);
  private variances = new Float64Array(32);
  private corners = new Float64Array(0);
  private prices = new Float64Array(0);

  /** Forgets an earlier path. */
  begin({ program, prices }: Position): void {
    const room = this.parameters.length;
    this.count = 0;
    this.isLost = false;
    this.corners = grown(this.corners, room * program.size);
    this.prices = grown(this.prices, room * prices.length);
  }

  record(position: Position): void {
    const { count } = this;
    const { x, program, prices } = position;
    if (count === this.parameters.length) this.grow(program.size, prices.length);
    this.parameters[count] = position.t;
    this.corners.set(x, count * program.size);
    this.prices.set(prices, count * prices.length);
    let slope = 0;
    let breach = 0;
    for (let i = 0; i < x.length; i++) {
      slope += program.slope[i]! * x[i]!;
      breach = Math.max(breach, program.lower[i]! - x[i]!, x[i]! - program.upper[i]!);
    }
    this.slopes[count] = slope;
    const rise = count === 0 ? 0 : slope - this.slopes[count - 1]!;
    if (rise > LOST * position.sizes.slope || breach > LOST) this.isLost = true;
    this.variances[count] = position.variance;
    this.count = count + 1;
  }

  /** The path, in arrays of its own. */
  end(position: Position, status: Path['status']): Path {
    const { count } = this;
    const { program, prices, iterations, kkt } = position;
    return {
      status: status === 'complete' && this.isLost ? 'stuck' : status,
      parameters: this.parameters.slice(0, count),
      corners: this.corners.slice(0, count * program.size),
      prices: this.prices.slice(0, count * prices.length),
      slopes: this.slopes.slice(0, count),
      variances: this.variances.slice(0, count),
      pivots: iterations,
      condition: kkt.free.condition(),
    };
  }

  private grow(size: number, rows: number): void {
    const room = 2 * this.parameters.length;
    this.parameters = grown(this.parameters, room);
    this.slopes = grown(this.slopes, room);
    this.variances = grown(this.variances, room);
    this.corners = grown(this.corners, room * size);
    this.prices = grown(this.prices, room * rows);
  }
}

/** The same values with room for at least so many. */
function grown(values: Float64Array<ArrayBuffer>, room: number): Float64Array<ArrayBuffer> {
  if (values.length >= room) return values;
  const larger = new Float64Array(room);
  larger.set(values);
  return larger;
}
