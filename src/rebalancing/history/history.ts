import type { PlainDate } from '../../dates/index.js';
import type { RebalancingPolicy } from '../policy/policy.js';

/** What trading costs, decimal fractions of what is bought or sold: one figure, or by asset class (one that is not named costs nothing). */
export interface HistoryCosts {
  readonly buy?: number | Readonly<Record<string, number>>;
  readonly sell?: number | Readonly<Record<string, number>>;
}

/** One period of the past. */
export interface HistoryPeriod {
  /** Its last day, on which policies may act. */
  readonly to: PlainDate;
  /** Return of each asset class over the period, decimal fractions above −1, in the order of `assetClasses`. */
  readonly returns: readonly number[];
}

/** A stretch of the past on which policies are tried. */
export interface History {
  readonly assetClasses: readonly string[];
  /** The day on which the portfolio is bought at its target. */
  readonly from: PlainDate;
  /** Periods that follow each other, by ascending day. */
  readonly periods: readonly HistoryPeriod[];
  /** Target weights by asset class, summing to 1. */
  readonly target: Readonly<Record<string, number>>;
  /** Default none. */
  readonly costs?: HistoryCosts;
  /** Paid in (above 0) or taken out (below 0) at the end of each period, decimal fraction of the value then. Default 0. */
  readonly flow?: number;
}

/** A policy as far as the past can show it: asset classes without products, lots and calendars. */
export interface HistoryPolicy
  extends Pick<
    RebalancingPolicy,
    'id' | 'bands' | 'groups' | 'triggers' | 'pacing' | 'destination' | 'scope'
  > {
  /**
   * What becomes of money that comes in or goes out when nothing has triggered: it is used to come nearer to the target (the
   * default), or shared out at the target weights.
   */
  readonly flows?: 'towards-target' | 'at-target-weights';
}

/** The end of one period. */
export interface HistoryStep {
  readonly on: PlainDate;
  /** Time-weighted return of the portfolio over the period, after the costs of the trades at its end. */
  readonly periodReturn: number;
  /** Weights by asset class before and after what was done on the day. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  /** Σ|Δ| / 2 before. */
  readonly drift: number;
  /** Whether a trigger led to trades; placing a flow alone is none. */
  readonly traded: boolean;
  /** (Purchases + sales) / 2 as a share of the value, flows included. */
  readonly turnover: number;
  /** Share of the value. */
  readonly cost: number;
  /** What 1 at the start has become with flows and after costs. */
  readonly wealth: number;
}

/** What a policy would have come to. */
export interface PolicyReplay {
  readonly policy: string;
  /** Time-weighted, net of costs, annual, decimal fraction. */
  readonly annualReturn: number;
  /** Standard deviation of the period returns, annual. */
  readonly volatility: number;
  /** The largest fall from a peak at period ends, positive decimal fraction. */
  readonly maxDrawdown: number;
  /** Annual standard deviation of the difference to the same portfolio brought to its target every period at no cost. */
  readonly trackingError: number;
  /** Mean and largest drift at period ends before trading. */
  readonly meanDrift: number;
  readonly largestDrift: number;
  /** Mean weight at the start of the periods by asset class: with what the returns were earned. */
  readonly meanWeights: Readonly<Record<string, number>>;
  /** Largest weight at period ends before trading, by asset class. */
  readonly largestWeights: Readonly<Record<string, number>>;
  /** Days on which a trigger led to trades. */
  readonly trades: number;
  /** Per year, shares of the value. */
  readonly turnover: number;
  readonly costs: number;
  /** What 1 at the start has become, flows included. */
  readonly wealth: number;
  readonly steps: readonly HistoryStep[];
}
