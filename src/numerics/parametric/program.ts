import type { RiskModel } from './risk-model.js';

/**
 * minimise ½·w'Σw + q'x − t·p'x over the variables x, with w = base + Sx, lower ≤ x ≤ upper and rowLower ≤ Cx ≤ rowUpper.
 *
 * S says how much of which asset one unit of a variable is: usually each variable is the weight of its own asset, but a
 * holding may also be split into what is bought and what is sold. t ≥ 0 is the parameter.
 */
export interface ParametricProgram {
  readonly risk: RiskModel;
  /** The number of variables. */
  readonly size: number;
  /**
   * The asset of each variable, and +1 or −1; absent where variable i is the weight of asset i.
   *
   * Several variables of one asset stand next to each other, those of one sign from the inside outwards.
   */
  readonly split?: { readonly asset: Int32Array; readonly sign: Float64Array };
  /** Weights by asset that stand beside those of the variables: w = base + Sx. */
  readonly base?: Float64Array;
  /** q. */
  readonly linear: Float64Array;
  /** p. */
  readonly slope: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: ParametricRows;
}

/** Rules on several variables: lower ≤ Cx ≤ upper, an equality where both are the same. */
export interface ParametricRows {
  readonly count: number;
  /** C, count × size, row-major. */
  readonly matrix: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Where a variable or a row stands. */
export const STANDING = {
  /** A variable between its bounds, or a row that holds nothing back. */
  free: 0,
  atLower: 1,
  atUpper: 2,
  /** Bounds that leave no room; an equality. */
  fixed: 3,
} as const;
