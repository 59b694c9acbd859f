/** How the months of the year differ, or that nothing can be said about it. */
export type Seasonality =
  | {
      readonly status: 'measured';
      /** January to December: the month's mean over the mean of all months. Their mean is 1. */
      readonly indices: readonly number[];
      /** The latest whole years that were looked at. */
      readonly years: number;
    }
  | { readonly status: 'insufficient'; readonly months: number; readonly needed: number }
  /** The total is not above 0, so there is nothing to be a part of. */
  | { readonly status: 'no-amount' }
  /** Rows that could not be used may change it. */
  | { readonly status: 'incomplete' };

/** The seasons of income and of spending. */
export interface CashFlowSeasonality {
  readonly income: Seasonality;
  readonly expense: Seasonality;
}

const YEAR = 12;
/** Two years are the least in which anything can come again. */
const NEEDED = 2 * YEAR;

/**
 * Seasonal indices of monthly totals: each calendar month's mean as a ratio to the mean of all, over the latest whole
 * years, so that every calendar month counts as often.
 *
 * A trend is not taken out: where income doubled, December's index is above January's for that alone.
 *
 * @param units whole smallest units, month by month.
 * @param firstMonth months since the year 0 of the first of them.
 * @param isWhole whether no row is missing.
 */
export function seasonalityOf(
  units: readonly bigint[],
  firstMonth: number,
  isWhole: boolean,
): Seasonality {
  const months = units.length;
  if (!isWhole) return Object.freeze({ status: 'incomplete' });
  if (months < NEEDED) return Object.freeze({ status: 'insufficient', months, needed: NEEDED });
  const years = Math.floor(months / YEAR);
  const skipped = months - years * YEAR;
  const sums = Array.from({ length: YEAR }, () => 0n);
  units.slice(skipped).forEach((amount, index) => {
    sums[(firstMonth + skipped + index) % YEAR]! += amount;
  });
  const whole = sums.reduce((a, b) => a + b, 0n);
  if (whole <= 0n) return Object.freeze({ status: 'no-amount' });
  const indices = sums.map((sum) => Number(BigInt(YEAR) * sum) / Number(whole));
  return Object.freeze({ status: 'measured', indices: Object.freeze(indices), years });
}
