import type { DriftLine } from '../rebalancing/index.js';

/** Shares of asset classes for one or more portfolios side by side: today's, the target's. */
export interface AllocationChart {
  readonly kind: 'allocation';
  readonly assetClasses: readonly string[];
  /** One row per portfolio; shares in the order of `assetClasses`, decimal fractions of its value. */
  readonly portfolios: readonly { readonly key: string; readonly shares: readonly number[] }[];
}

/** A point of the risk and return plane, both annual, decimal fractions. */
export interface RiskReturnPoint {
  readonly volatility: number;
  readonly expectedReturn: number;
}

/** A point with a name. */
export interface NamedPoint extends RiskReturnPoint {
  readonly key: string;
}

/** The efficient frontier, single asset classes, and the portfolios to mark on it. */
export interface FrontierChart {
  readonly kind: 'frontier';
  /** From the least volatile portfolio to the one of highest expected return. */
  readonly frontier: readonly RiskReturnPoint[];
  readonly assetClasses: readonly NamedPoint[];
  readonly marked: readonly NamedPoint[];
}

/** Wealth over the years as quantiles, against a target. */
export interface FanChart {
  readonly kind: 'fan';
  readonly currency: string;
  /** Years from today, from 0. */
  readonly years: readonly number[];
  /** One line per probability, lowest first; values in units of `currency`, one per year. */
  readonly quantiles: readonly {
    readonly probability: number;
    readonly values: readonly number[];
  }[];
  readonly target: number;
}

/** Weights at target, before and after the trades, with the weights between which each is in order. */
export interface DriftChart {
  readonly kind: 'drift';
  readonly rows: readonly {
    /** Of an asset class, a group of them, a product, or `cash` for free money. */
    readonly id: string;
    readonly kind: DriftLine['kind'];
    readonly target: number;
    readonly before: number;
    readonly after: number;
    /** The drift that must be exceeded on the side on which the line stood, decimal fraction. */
    readonly band: number;
    /** Lowest and highest weight with which the line is in order, decimal fractions. */
    readonly below: number;
    readonly above: number;
    /** Whether it was out of its band, and whether it is after the trades. */
    readonly triggered: boolean;
    readonly stillOut: boolean;
  }[];
}

/** Shares with their intervals, one row each: the service figures at a glance. */
export interface KpiChart {
  readonly kind: 'kpi';
  readonly rows: readonly {
    readonly kpi: string;
    /** Decimal fractions. */
    readonly value: number;
    readonly low: number;
    readonly high: number;
    /** Cases behind the share. */
    readonly n: number;
  }[];
}

/** A picture as plain data, for whatever draws it. */
export type Chart = AllocationChart | FrontierChart | FanChart | DriftChart | KpiChart;
