import type { PlainDate, Weekday } from '../../dates/index.js';
import type { Money } from '../../money/index.js';
import type { TransactionKind } from '../transaction.js';
import type { AmountChange } from './amount-changes.js';
import type { CadenceName } from './cadence.js';
import type { WeekendRule } from './grid.js';

/**
 * The day on which a stream is expected: a day of the month (where a month has no such day, its last), the
 * month's last day or last working day (Monday to Friday), its first to fourth or last such weekday, a weekday
 * every so many weeks, or so many days after the one before.
 */
export type ScheduleDay =
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'last-day-of-month' }
  | { readonly kind: 'last-business-day' }
  | {
      readonly kind: 'nth-weekday';
      readonly nth: 1 | 2 | 3 | 4 | 'last';
      readonly weekday: Weekday;
    }
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | { readonly kind: 'rolling'; readonly days: number };

/** How regular a stream has been: what its status rests on. */
export interface Regularity {
  /** Occurrences / expected days from the first to the last, decimal fraction. */
  readonly share: number;
  /** Mean distance from the expected day, days. */
  readonly dayDeviation: number;
  /** Standard deviation / mean of the amounts at the present level (population), decimal fraction. */
  readonly amountVariation: number;
  /**
   * How often bookings strewn by chance over the same time would look as regular, as a decimal exponent: −6 is
   * once in a million. An upper bound by a simple model, to rank streams by; no probability that the stream is real.
   */
  readonly chance: number;
}

/** Bookings of one kind with one counterparty, or one text, that come at regular intervals. */
export interface RecurringStream {
  readonly direction: 'in' | 'out';
  readonly kind: TransactionKind;
  readonly counterparty: string | null;
  /** The latest booking text in lower case, references (whatever has a digit) as `#`. */
  readonly text: string | null;
  readonly cadence: CadenceName;
  readonly day: ScheduleDay;
  /** What becomes of an expected day on a Saturday or Sunday; `none`: it stays. */
  readonly weekend: WeekendRule;
  /**
   * `active`: three occurrences or more, none of them long overdue. `pending`: two alike occurrences, or several
   * that are not regular enough to be sure. `lapsed`: longer overdue than the cadence and earlier pauses explain; what
   * was only pending until then is no longer in the result.
   */
  readonly status: 'active' | 'pending' | 'lapsed';
  readonly occurrences: number;
  /** Expected days between the first and the last occurrence on which nothing came. */
  readonly missed: number;
  readonly firstDate: PlainDate;
  readonly lastDate: PlainDate;
  /** The expected day that has passed without a booking; `null` while none has. */
  readonly overdueSince: PlainDate | null;
  /** Without sign; `typical` is the median, of two middle ones the smaller. */
  readonly amount: {
    readonly lowest: Money;
    readonly typical: Money;
    readonly highest: Money;
    readonly last: Money;
  };
  /** Lasting steps of the amount, by date: a price rise, a new salary. */
  readonly changes: readonly AmountChange[];
  /** When the next one is expected, on or after `asOf`, and, as the typical of the last three, how much; `null` once lapsed. */
  readonly next: { readonly date: PlainDate; readonly amount: Money } | null;
  /** From when to when, and from how much to how much, by the last twelve at the present level; `null` once lapsed. */
  readonly nextRange: {
    readonly earliest: PlainDate;
    readonly latest: PlainDate;
    readonly lowest: Money;
    readonly highest: Money;
  } | null;
  readonly regularity: Regularity;
  /** Ids of the bookings, by date. */
  readonly transactions: readonly string[];
}
