import type { MatrixLike } from '../market/index.js';

/** What an allocation is to be best at. Returns are net of the costs of trading, where those are given. */
export type AllocationObjective =
  /** Maximises μ'w − (λ/2)·risk², with λ = `riskAversion` above 0. */
  | { readonly kind: 'utility'; readonly riskAversion: number }
  /** Minimises the variance. */
  | { readonly kind: 'minimum-variance' }
  /** Minimises the variance among portfolios whose expected return is at least `expectedReturn`. */
  | { readonly kind: 'target-return'; readonly expectedReturn: number }
  /** Maximises the expected return among portfolios whose volatility is at most `volatility`, above 0. */
  | { readonly kind: 'target-volatility'; readonly volatility: number }
  /** Maximises (expected return − `risklessReturn`) / volatility. */
  | { readonly kind: 'maximum-sharpe'; readonly risklessReturn: number };

/** The least and the largest weight of one asset. */
export interface AssetBounds {
  /** Default 0; below 0 allows a short position. */
  readonly min?: number;
  /** Default the largest budget. */
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

/** A rule on a weighted sum of weights: a factor exposure, a duration, an ESG score. */
export interface LinearRule {
  /** Unique among the rules; results name it `rule-min:…` and `rule-max:…`. */
  readonly id: string;
  /** Coefficients by asset; one that is not named has 0. */
  readonly coefficients: Readonly<Record<string, number>>;
  readonly min?: number;
  readonly max?: number;
}

/** A rule on some assets relative to others: equity at most half of bonds. */
export interface RelativeRule {
  /** Unique among the relative rules; results name it `relative-min:…` and `relative-max:…`. */
  readonly id: string;
  readonly members: readonly string[];
  /** What they are measured against. */
  readonly of: readonly string[];
  /** The members hold at least this many times what the others hold. */
  readonly min?: number;
  /** The members hold at most this many times what the others hold. */
  readonly max?: number;
}

/** What is held already, and what changing it costs. */
export interface TradingTerms {
  /** Present weights by asset; one that is not named is not held. */
  readonly current: Readonly<Record<string, number>>;
  /** Cost of buying, per unit bought: one figure, or by asset (then every asset must be named). */
  readonly buyCost?: number | Readonly<Record<string, number>>;
  /** Cost of selling, per unit sold. */
  readonly sellCost?: number | Readonly<Record<string, number>>;
  /** The most that may be turned over: half the sum of all purchases and sales. */
  readonly maxTurnover?: number;
  /** Assets that must stay as they are. Their own bounds do not apply to them; where they lie outside, a reason says so. */
  readonly frozen?: readonly string[];
}

/** A covariance by factors, Σ = B·F·B' + D, used as such and never written out. */
export interface FactorCovariance {
  /** B: n rows of f loadings. */
  readonly loadings: readonly (readonly number[])[];
  /** F: f × f, positive semi-definite. */
  readonly factorCovariance: MatrixLike;
  /** The diagonal of D: n variances of at least 0. */
  readonly specificVariance: readonly number[] | Float64Array;
}

/** A one-period allocation problem. Returns and risk are for the same period, usually a year. */
export interface AllocationProblem {
  /** The assets' names, each once; vectors and matrices follow this order. */
  readonly assets: readonly string[];
  /** n expected returns, decimal fractions. */
  readonly expectedReturn: readonly number[] | Float64Array;
  /** n × n, symmetric and positive semi-definite: rows, or a row-major `Float64Array`; or by factors. */
  readonly covariance: MatrixLike | FactorCovariance;
  readonly objective: AllocationObjective;
  /** Bounds by asset; an asset that is not named lies between 0 and the budget. */
  readonly bounds?: Readonly<Record<string, AssetBounds>>;
  /** Rules on groups; several taxonomies (class, region, issuer) are simply more groups. */
  readonly groups?: readonly AssetGroup[];
  readonly rules?: readonly LinearRule[];
  readonly relative?: readonly RelativeRule[];
  /** What the weights sum to, above 0, or a range of it, where what is left is cash outside the assets. Default 1. */
  readonly budget?: number | { readonly min: number; readonly max: number };
  /** The most that all short positions together may come to. Shorts also need bounds below 0. */
  readonly maxShort?: number;
  /** The most that the sizes of all positions may sum to. */
  readonly maxLeverage?: number;
  readonly trading?: TradingTerms;
  /** Weights to be measured against, by asset; one that is not named has 0. */
  readonly benchmark?: Readonly<Record<string, number>>;
  /**
   * The most by which the portfolio may deviate from the benchmark: √((w − b)'Σ(w − b)), above 0.
   *
   * For the objectives `utility`, `minimum-variance` and `target-return` of `allocate`; not beside risk `active`, where
   * `target-volatility` is that limit, and not for frontiers.
   */
  readonly maxTrackingError?: number;
  /** Whether risk is that of the portfolio (the default) or that of its deviation from the benchmark. */
  readonly risk?: 'total' | 'active';
  /**
   * What each rule weighs when not all can hold, by the name that results give it: rules of the least priority give way first.
   *
   * Default 1; a rule of priority `'hard'` never gives way. Defaults that were not stated, the budget and what is frozen are hard.
   */
  readonly priorities?: Readonly<Record<string, number | 'hard'>>;
}
