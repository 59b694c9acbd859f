/** Rows of linear conditions: lower ≤ Ax ≤ upper. Equal limits make an equation. */
export interface LpRows {
  /** A: m × n, row-major. */
  readonly matrix: Float64Array;
  /** m entries; −∞ where a row has no lower limit. */
  readonly lower: Float64Array;
  /** m entries; ∞ where a row has no upper limit. */
  readonly upper: Float64Array;
}

/** Minimise c'x subject to limits on rows and on variables. */
export interface LinearProgram {
  /** c: its length is n. */
  readonly cost: Float64Array;
  readonly rows: LpRows;
  /** n entries; −∞ where a variable has no lower bound. */
  readonly lower: Float64Array;
  /** n entries; ∞ where a variable has no upper bound. */
  readonly upper: Float64Array;
  /** Where to start, for instance the basis of a similar program's optimum. Any will do; what does not fit is repaired. */
  readonly startBasis?: LpBasis;
}

/** The codes in a basis. */
export const BASIS_STATUS = { basic: 0, atLower: 1, atUpper: 2, freeAtZero: 3 } as const;

/** One code of `BASIS_STATUS` for every variable and for every row's activity; m of them are basic. */
export interface LpBasis {
  readonly columns: Int8Array;
  readonly rows: Int8Array;
}

/**
 * Why no point meets all conditions: Σ rows·(Ax) + Σ columns·x is 0 for every x, but the limits say that it is at
 * least `gap` > 0. A positive multiplier weighs a lower limit, a negative one an upper limit.
 */
export interface FarkasCertificate {
  readonly rows: Float64Array<ArrayBuffer>;
  readonly columns: Float64Array<ArrayBuffer>;
  readonly gap: number;
  /** Not `none` where one row or column has its lower limit above its upper one: it alone has the multiplier 1. */
  readonly crossed: 'none' | 'row' | 'column';
}

/** The minimum, or why there is none. */
export type LpResult =
  | {
      readonly status: 'optimal';
      /** A variable that is not basic is exactly its bound. */
      readonly x: Float64Array<ArrayBuffer>;
      readonly objective: number;
      /** By how much the objective grows per unit of the limit at which a row stands: at least 0 at a lower limit. */
      readonly rowDuals: Float64Array<ArrayBuffer>;
      /**
       * c − A'·rowDuals: at least 0 at a lower bound, at most 0 at an upper one, of any sign where the bounds are equal.
       * Exactly 0 where a change costs nothing, by more than rounding.
       */
      readonly reducedCosts: Float64Array<ArrayBuffer>;
      readonly basis: LpBasis;
      /** Steps taken. */
      readonly iterations: number;
    }
  /** No point meets all conditions, by more than rounding. */
  | { readonly status: 'infeasible'; readonly farkas: FarkasCertificate }
  /** From some feasible point the objective falls without end along `ray`, whose largest entry has size 1. */
  | { readonly status: 'unbounded'; readonly ray: Float64Array<ArrayBuffer> }
  | { readonly status: 'no-convergence' };
