import { bestSeries } from './best-series.js';
import type { Booking } from './booking.js';
import { ENOUGH } from './fit.js';
import type { MonthTable } from './months.js';
import type { Series } from './series.js';
import type { View } from './views.js';

/** The series found in a payee's bookings, and the bookings that are in none. */
export interface Peeled {
  readonly series: readonly Series[];
  readonly rest: readonly Booking[];
}

/**
 * Takes the series with most evidence out of the bookings, looks again at the views that it was part of, and so
 * on until nothing with enough evidence is left. A view is looked at a limited number of times, so that the
 * time grows with the number of bookings.
 */
export function peel(
  bookings: readonly Booking[],
  views: readonly View[],
  months: MonthTable,
): Peeled {
  const taken = new Set<Booking>();
  const series: Series[] = [];
  const looks = views.map(() => 0);
  const viewsOfBooking = indexViews(views);
  const queue: Offer[] = [];
  const look = (index: number): void => {
    if (looks[index]! >= LOOKS) return;
    looks[index]! += 1;
    const left = views[index]!.filter((booking) => !taken.has(booking));
    const found = left.length < LEAST ? undefined : bestSeries(left, months, LEAST);
    if (found === undefined || found.evidence < ENOUGH) return;
    insert(queue, { series: found, view: index, look: looks[index]! });
  };
  for (const index of views.keys()) look(index);
  for (let offer = takeFirst(queue); offer !== undefined; offer = takeFirst(queue)) {
    if (offer.look !== looks[offer.view]) continue;
    const { members } = offer.series;
    // A view that was not looked at again may offer what has been taken since.
    if (members.some((booking) => taken.has(booking))) continue;
    series.push(offer.series);
    for (const booking of members) taken.add(booking);
    const touched = new Set(members.flatMap((booking) => viewsOfBooking.get(booking) ?? []));
    for (const index of touched) look(index);
  }
  return { series, rest: bookings.filter((booking) => !taken.has(booking)) };
}

/** Occurrences that make a series. */
const LEAST = 3;
const LOOKS = 12;

interface Offer {
  readonly series: Series;
  readonly view: number;
  /** Which look at the view this was; an older one no longer counts. */
  readonly look: number;
}

function indexViews(views: readonly View[]): ReadonlyMap<Booking, readonly number[]> {
  const found = new Map<Booking, number[]>();
  views.forEach((view, index) => {
    for (const booking of view) {
      const list = found.get(booking);
      if (list === undefined) found.set(booking, [index]);
      else list.push(index);
    }
  });
  return found;
}

/** More evidence first; of equal evidence the earlier view, which is the larger. */
function comesBefore(a: Offer, b: Offer): boolean {
  if (a.series.evidence !== b.series.evidence) return a.series.evidence > b.series.evidence;
  return a.view < b.view;
}

/** Into a binary heap, the first offer on top. */
function insert(heap: Offer[], offer: Offer): void {
  let place = heap.push(offer) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!comesBefore(offer, heap[parent]!)) break;
    heap[place] = heap[parent]!;
    place = parent;
  }
  heap[place] = offer;
}

function takeFirst(heap: Offer[]): Offer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (let child = 1; child < heap.length; child = 2 * place + 1) {
    if (child + 1 < heap.length && comesBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!comesBefore(heap[child]!, last)) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = last;
  return first;
}
