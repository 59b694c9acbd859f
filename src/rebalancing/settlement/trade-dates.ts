import {
  addBusinessDays,
  adjustDate,
  type BusinessCalendar,
  businessDaysBetween,
  type PlainDate,
} from '../../dates/index.js';

/** When a trade is ordered, deals and is booked. */
export interface TradeDates {
  readonly orderOn: PlainDate;
  readonly dealsOn: PlainDate;
  readonly settlesOn: PlainDate;
}

/** The first business day and those from which the proceeds of sales can be used, ascending. */
export function daysAhead({
  trades,
  asOf,
  calendar,
}: {
  readonly trades: readonly { readonly side: 'buy' | 'sell'; readonly settlesOn: PlainDate }[];
  readonly asOf: PlainDate;
  readonly calendar: BusinessCalendar;
}): readonly PlainDate[] {
  const days = new Set([asOf]);
  for (const { side, settlesOn } of trades) if (side === 'sell') days.add(settlesOn);
  return [...new Set([...days].map((day) => adjustDate(day, 'following', calendar)))].sort();
}

/** The dates of a purchase that is ordered on a later day, or on the first one after it on which it can be. */
export function moveDates(
  trade: TradeDates & { readonly index: number },
  day: PlainDate,
  {
    calendar,
    datesFrom,
  }: {
    readonly calendar: BusinessCalendar;
    readonly datesFrom?: (index: number, day: PlainDate) => TradeDates | undefined;
  },
): TradeDates | undefined {
  if (datesFrom !== undefined) return datesFrom(trade.index, day);
  const dealsOn = later(day, trade.orderOn, trade.dealsOn, calendar);
  return {
    orderOn: day,
    dealsOn,
    settlesOn: later(dealsOn, trade.dealsOn, trade.settlesOn, calendar),
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
