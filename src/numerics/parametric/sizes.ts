import { largestOf } from './dot.js';
import type { ParametricProgram } from './program.js';

/** Gradients and slacks below this part of their size are zero. */
export const ZERO = 1e-13;

/** Rounding of a sum, as a part of its largest terms. */
export const NOISE = 1e-15;

/** What a program's numbers are measured against. */
export class Sizes {
  /** The largest standard deviation of an asset. */
  deviation = 0;
  /** The largest entry of q. */
  linear = 0;
  /** The largest entry of p. */
  slope = 0;
  /** The largest coefficient of each row, 1 for a row of zeros. */
  readonly rows: Float64Array;

  constructor(rowCount: number) {
    this.rows = new Float64Array(rowCount);
  }

  load({ size, rows, risk, linear, slope }: ParametricProgram): void {
    this.deviation = Math.sqrt(largestOf(risk.diagonal));
    this.linear = largestOf(linear);
    this.slope = largestOf(slope);
    for (let r = 0; r < rows.count; r++) {
      let most = 0;
      for (let i = 0; i < size; i++) most = Math.max(most, Math.abs(rows.matrix[r * size + i]!));
      this.rows[r] = most || 1;
    }
  }
}
