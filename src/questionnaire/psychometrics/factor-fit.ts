/** One factor fitted to correlations. */
export interface FactorFit {
  readonly loadings: Float64Array;
  /** The share of each item's variance that is its own. */
  readonly uniquenesses: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
}

/** The least uniqueness of a proper solution, as in R's `factanal` and psych. */
export const LEAST_UNIQUENESS = 0.005;

/** Newton's method needs some ten steps; so many mean that there is no end. */
export const MOST_STEPS = 500;
