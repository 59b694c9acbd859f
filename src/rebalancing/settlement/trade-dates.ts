import {
  addBusinessDays,
  adjustDate,
  type BusinessCalendar,
  businessDaysBetween,
  type PlainDate,
} from '../../dates/index.js';
import { businessDayFrom } from '../triggers/schedule.js';

/** When a trade is ordered, deals and is booked. */
export interface TradeDates {
  readonly orderOn: PlainDate;
  readonly dealsOn: PlainDate;
  readonly settlesOn: PlainDate;
}

/** The first business day and those from which money that comes in can be used, ascending. */
export function daysAhead({
  trades,
  incomes = [],
  asOf,
  calendar,
}: {
  readonly trades: readonly { readonly side: 'buy' | 'sell'; readonly settlesOn: PlainDate }[];
  readonly incomes?: readonly { readonly on: PlainDate }[] | undefined;
  readonly asOf: PlainDate;
  readonly calendar: BusinessCalendar;
}): readonly PlainDate[] {
  const days = new Set([asOf]);
  for (const { side, settlesOn } of trades) if (side === 'sell') days.add(settlesOn);
  const following = [...days].map((day) => adjustDate(day, 'following', calendar));
  // What comes when the calendar has ended pays nothing on a day that is known.
  const coming = incomes.flatMap(({ on }) => businessDayFrom(on, calendar) ?? []);
  return [...new Set([...following, ...coming])].sort();
}

/** The dates of a purchase that is ordered on a later day, or on the first one after it on which it can be. */
export type MoveDates = (
  trade: TradeDates & { readonly index: number },
  day: PlainDate,
) => TradeDates | undefined;

/** As many business days lie between the new dates as between the old ones, unless the caller knows better. */
export function makeMoveDates({
  calendar,
  datesFrom,
}: {
  readonly calendar: BusinessCalendar;
  readonly datesFrom?: (index: number, day: PlainDate) => TradeDates | undefined;
}): MoveDates {
  if (datesFrom !== undefined) return ({ index }, day) => datesFrom(index, day);
  // Purchases mostly have the same dates, and counting business days is slow.
  const moved = new Map<string, TradeDates>();
  return ({ orderOn, dealsOn, settlesOn }, day) => {
    const key = `${orderOn}${dealsOn}${settlesOn}${day}`;
    const known = moved.get(key);
    if (known !== undefined) return known;
    const dealsThen = later(day, orderOn, dealsOn, calendar);
    const settlesThen = later(dealsThen, dealsOn, settlesOn, calendar);
    const dates = { orderOn: day, dealsOn: dealsThen, settlesOn: settlesThen };
    moved.set(key, dates);
    return dates;
  };
}

/** As many business days after a day as `to` is after `from`. */
function later(
  day: PlainDate,
  from: PlainDate,
  to: PlainDate,
  calendar: BusinessCalendar,
): PlainDate {
  if (from === to) return day;
  return addBusinessDays(day, businessDaysBetween({ from, to }, calendar), calendar);
}
