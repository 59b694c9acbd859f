import { type CurrencyCode, minorDigits } from '../../money/index.js';
import { type Interval, theilSen } from '../../statistics/index.js';

/** How much a month's amount changes from one month to the next, or that the months are too few to say. */
export type Trend =
  | {
      readonly status: 'measured';
      /** The median of the changes between all pairs of months, in units of the currency per month. */
      readonly slope: number;
      /** Of the slope, 95 %; absent where ties leave too little to tell. */
      readonly interval: Interval | null;
      /** `unclear` where the interval holds 0, or there is none. */
      readonly direction: 'rising' | 'falling' | 'unclear';
      readonly months: number;
    }
  | { readonly status: 'insufficient'; readonly months: number; readonly needed: number }
  /** Rows that could not be used may change it. */
  | { readonly status: 'incomplete' };

/** The trends of income, of spending and of what is left. */
export interface CashFlowTrend {
  readonly income: Trend;
  readonly expense: Trend;
  readonly saving: Trend;
}

/** Below a year a season passes for a trend. */
const NEEDED = 12;

/** `theilSen` looks at every pair of months: a month beyond this many is too long ago to count. */
const MOST = 1200;

/**
 * The trend of monthly totals: a Theil–Sen slope, which a bonus or a single large purchase does not turn.
 *
 * @param units whole smallest units, month by month.
 * @param isWhole whether no row is missing.
 *
 * Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968) 1379–1389.
 */
export function trendOf(units: readonly bigint[], currency: CurrencyCode, isWhole: boolean): Trend {
  const months = units.length;
  if (!isWhole) return Object.freeze({ status: 'incomplete' });
  if (months < NEEDED) return Object.freeze({ status: 'insufficient', months, needed: NEEDED });
  const latest = units.slice(-MOST);
  const scale = Number(`1e${minorDigits(currency)}`);
  const { slope, interval = null } = theilSen(
    latest.map((_, index) => index),
    latest.map((amount) => Number(amount) / scale),
  );
  const direction = directionOf(interval);
  return Object.freeze({ status: 'measured', slope, interval, direction, months: latest.length });
}

function directionOf(interval: Interval | null): 'rising' | 'falling' | 'unclear' {
  if (interval === null) return 'unclear';
  if (interval.low > 0) return 'rising';
  return interval.high < 0 ? 'falling' : 'unclear';
}
