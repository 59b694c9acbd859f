import type { Booking } from './booking.js';

/** Bookings of one payee that may hold a stream: all of them, those with one text, or of about one amount. */
export type View = readonly Booking[];

/**
 * The views of a payee's bookings, each no smaller than two: all of them; those with the same text; those whose
 * amounts have no gap of more than a tenth between them; those with the same amount. Each once.
 */
export function viewsOf(bookings: readonly Booking[]): readonly View[] {
  return [
    bookings,
    ...parts(bookings, ({ text }) => text),
    ...amountClusters(bookings),
    ...parts(bookings, ({ cents }) => cents),
  ].filter((view, index) => view.length >= 2 && (index === 0 || view.length < bookings.length));
}

/** Views of the same amount only, for bookings that nothing else holds together. */
export function amountViews(bookings: readonly Booking[]): readonly View[] {
  return parts(bookings, ({ cents }) => cents).filter((view) => view.length >= 2);
}

function parts<K>(bookings: readonly Booking[], keyOf: (booking: Booking) => K): readonly View[] {
  const found = new Map<K, Booking[]>();
  for (const booking of bookings) {
    const key = keyOf(booking);
    const part = found.get(key);
    if (part === undefined) found.set(key, [booking]);
    else part.push(booking);
  }
  return [...found.values()];
}

function amountClusters(bookings: readonly Booking[]): readonly View[] {
  const levels = [...new Set(bookings.map(({ cents }) => cents))].sort((a, b) => a - b);
  const clusterOf = new Map<number, number>();
  let cluster = 0;
  levels.forEach((cents, index) => {
    if (index > 0 && cents > GAP * levels[index - 1]!) cluster++;
    clusterOf.set(cents, cluster);
  });
  return parts(bookings, ({ cents }) => clusterOf.get(cents));
}

const GAP = 1.1;
