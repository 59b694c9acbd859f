/** The id of the line for free money, unless an asset class or product with a target has that name. */
export const CASH = 'cash';

/** The drift of one asset class, product, group of classes, or of free money. */
export interface DriftLine {
  readonly id: string;
  /** `cash` is free money to invest: its target is 0, and below 0 it is money that is missing. */
  readonly kind: 'class' | 'product' | 'group' | 'cash';
  /** Weights, decimal fractions; a group's are the sums of its members'. */
  readonly current: number;
  readonly target: number;
  /** Current − target. */
  readonly drift: number;
  /** The drift in weight that is accepted on the side on which the line stands (above the target where it stands on it). */
  readonly band: number;
  /**
   * The lowest and highest weight with which the line is in order, decimal fractions. For a line that has triggered they are where
   * it counts as back: `reentry` of the band.
   */
  readonly below: number;
  readonly above: number;
  readonly triggered: boolean;
  /** The classes in a group, those of its own groups included, by ascending id; only for a group. */
  readonly members?: readonly string[];
}

/** How far a portfolio is from its target. */
export interface Drift {
  /** One line per id of either side and per group, by ascending id. */
  readonly lines: readonly DriftLine[];
  /** Ids that are out of their band, or were and are not back. */
  readonly triggered: readonly string[];
  /** Σ|drift| / 2, groups left out: the share of the portfolio that would have to be traded. */
  readonly portfolioDrift: number;
  /** √Σ drift², groups left out. */
  readonly distance: number;
  /** The largest |drift| of a line that is no group. */
  readonly largest: number;
  /** Annual volatility of the difference to the target, decimal fraction; only where a covariance was given. */
  readonly trackingError?: number;
}
