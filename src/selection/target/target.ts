/** A range of shares that one asset class may have. */
export interface ClassRange {
  /** Decimal fractions, 0 ≤ min ≤ max ≤ 1. */
  readonly min: number;
  readonly max: number;
  /**
   * The share from which the deviation of this class is measured, within the range. The range is then a limit, kept wherever
   * the products can. Absent: any share within the range is as good as any other, and the nearest counts.
   */
  readonly centre?: number;
}

/** What one asset class should have, decimal fraction: one share, or a range of shares. */
export type ClassTarget = number | ClassRange;

/**
 * What each asset class should have; a class that is not named has 0.
 *
 * The target is every list of shares that sums to 1 and has each class at its share or within its range. Shares and centres alone
 * sum to 1; with ranges, some such list must exist. Tracking is measured to the list that is nearest by tracking variance.
 */
export type SelectionTarget = Readonly<Record<string, ClassTarget>>;
