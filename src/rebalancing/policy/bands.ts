/** How far a weight may go to one side of its target. At least one of `absolute` and `relative` is given. */
export interface Band {
  /** In weight, decimal fraction of at least 0: 0.05 for five points. */
  readonly absolute?: number;
  /** As a share of the target weight, at least 0: 0.25 for a quarter. */
  readonly relative?: number;
  /** Which counts where both are given: the narrower (the 5/25 rule, the default) or the wider. */
  readonly combine?: 'narrower' | 'wider';
  /** Drift in weight that is too small to count whatever the target. Default 0. */
  readonly minimum?: number;
  /** Whether a drift of exactly the band is still inside (`beyond`, the default) or is out (`reached`). */
  readonly at?: 'beyond' | 'reached';
}

/** Bands around a target, the same on both sides or one for each. */
export type Bands = Band | { readonly above: Band; readonly below: Band };

/** Bands for everything that is measured. */
export interface BandRules {
  readonly default: Bands;
  /** Other bands for single asset classes, groups or products, by id; `cash` for free money. */
  readonly byId?: Readonly<Record<string, Bands>>;
  /** A share of the band, 0 to 1, within which something that was out counts as back; 1 (the default) is the band itself. */
  readonly reentry?: number;
}
