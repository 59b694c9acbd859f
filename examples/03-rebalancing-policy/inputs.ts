import type { PlainDate } from 'aptfolio/dates';
import type { HistoryCosts, HistoryPeriod, HistoryPolicy } from 'aptfolio/rebalancing';

/** What the example works on. */
export interface Inputs {
  /** Whether it is the sample comparison. */
  readonly isSample: boolean;
  /** Who the returns are by. */
  readonly source: string;
  readonly years: readonly number[];
  readonly portfolios: readonly Portfolio[];
  readonly policies: readonly HistoryPolicy[];
  /** The policy that the others are measured against. */
  readonly reference: string;
  /** Policies whose drift is drawn. */
  readonly drawn: readonly string[];
  readonly costs: readonly Costs[];
  /** The costs of every figure that is not about costs. */
  readonly usualCosts: string;
  readonly flows: readonly Flow[];
  /** Length of the stretches over which policies are compared. */
  readonly windowYears: number;
}

/** A target and what its asset classes returned. */
export interface Portfolio {
  readonly id: string;
  readonly target: Readonly<Record<string, number>>;
  /** The asset class whose weight says how much risk is taken. */
  readonly watched: string;
  readonly assetClasses: readonly string[];
  /** The day on which the portfolio is bought. */
  readonly from: PlainDate;
  /** Returns as they were, and after inflation. */
  readonly nominal: readonly HistoryPeriod[];
  readonly real: readonly HistoryPeriod[];
}

/** What trading costs. */
export interface Costs extends HistoryCosts {
  readonly id: string;
}

/** Money that comes in (above 0) or goes out, a share of the value each year. */
export interface Flow {
  readonly id: string;
  readonly flow: number;
}
