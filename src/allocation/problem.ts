import type { MatrixLike } from '../market/index.js';

/** What an allocation is to be best at. */
export type AllocationObjective =
  /** Maximises μ'w − (λ/2)·w'Σw, with λ = `riskAversion` above 0. */
  | { readonly kind: 'utility'; readonly riskAversion: number }
  /** Minimises the variance w'Σw. */
  | { readonly kind: 'minimum-variance' }
  /** Minimises the variance among portfolios whose expected return is at least `expectedReturn`. */
  | { readonly kind: 'target-return'; readonly expectedReturn: number };

/** The least and the largest weight of one asset. */
export interface AssetBounds {
  /** Default 0. */
  readonly min?: number;
  /** Default the budget. */
  readonly max?: number;
}

/** A rule on the summed weight of several assets, such as all equity classes. */
export interface AssetGroup {
  /** Unique among the groups; results name the rule by it. */
  readonly id: string;
  /** Assets of the problem, each once. */
  readonly members: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

/** A one-period allocation problem. Returns and risk are for the same period, usually a year. */
export interface AllocationProblem {
  /** The assets' names, each once; vectors and matrices follow this order. */
  readonly assets: readonly string[];
  /** n expected returns, decimal fractions. */
  readonly expectedReturn: readonly number[] | Float64Array;
  /** n × n, symmetric and positive semi-definite: rows, or a row-major `Float64Array`. */
  readonly covariance: MatrixLike;
  readonly objective: AllocationObjective;
  /** Bounds by asset; an asset that is not named lies between 0 and the budget. */
  readonly bounds?: Readonly<Record<string, AssetBounds>>;
  readonly groups?: readonly AssetGroup[];
  /** What the weights sum to, above 0. Default 1. */
  readonly budget?: number;
}
