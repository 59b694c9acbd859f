import { absorb } from './absorb.js';
import { ratioOf } from './amount-ratio.js';
import { bestSeries } from './best-series.js';
import type { Booking } from './booking.js';
import { ENOUGH } from './fit.js';
import { joinSeries } from './join.js';
import type { MonthTable } from './months.js';
import { type Peeled, peel } from './peel.js';
import type { Series } from './series.js';
import { type View, viewsOf } from './views.js';

/** The series in the bookings with one payee, and the bookings that are in none. */
export function seriesOfPayee(bookings: readonly Booking[], months: MonthTable): Peeled {
  return seriesOfViews(bookings, viewsOf(bookings), months);
}

/** The series that show in some views of the bookings. */
export function seriesOfViews(
  bookings: readonly Booking[],
  views: readonly View[],
  months: MonthTable,
): Peeled {
  const found = peel(bookings, views, months);
  const pair = alikePair(found.rest, months);
  const parts = pair === undefined ? found.series : [...found.series, pair];
  const gone = new Set<Booking>(pair?.members);
  const series = joinSeries(parts).map((whole) => {
    const absorbed = absorb(whole, found.rest, gone);
    for (const booking of absorbed.taken) gone.add(booking);
    return absorbed.series;
  });
  const rest = found.rest.filter((booking) => !gone.has(booking));
  const last = pair === undefined ? alikePair(rest, months) : undefined;
  return last === undefined
    ? { series, rest }
    : { series: joinSeries([...series, last]), rest: [] };
}

/** Two alike bookings a whole period apart, if nothing else is left. */
function alikePair(rest: readonly Booking[], months: MonthTable): Series | undefined {
  const [first, second] = rest;
  if (rest.length !== 2 || first!.text !== second!.text) return undefined;
  const ratio = ratioOf(first!.cents, second!.cents);
  // A shop that is visited twice is no stream, unless the price is the same.
  if (ratio > (first!.row.kind === 'card' ? 1 : ALIKE)) return undefined;
  const series = bestSeries(rest, months, 2);
  return series !== undefined && series.evidence >= ENOUGH ? series : undefined;
}

/** The smaller of two alike amounts is not more than a tenth of the larger below it. */
const ALIKE = 10 / 9;
