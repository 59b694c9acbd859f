import { daysBetween } from '../../dates/index.js';
import { groupBy } from '../group-by.js';
import { canPairAll } from './pairing.js';
import type { Booking } from './read-bookings.js';

/** Bookings of one amount that may be one another's counterpart, each side by day and id. */
export interface Legs {
  readonly outgoing: readonly Booking[];
  readonly incoming: readonly Booking[];
  /** Whether all of them can be paired, one to one, each with a booking on the own account that it names, if it names one. */
  readonly allPaired: boolean;
}

/** Bookings of one account, day, direction and own account named: they cannot be told apart. */
interface Bundle {
  readonly account: string;
  /** The own account named as the other side; only a booking there can be the counterpart. */
  readonly named: string | undefined;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly bookings: readonly Booking[];
}

/** By day, then by id: an order that does not depend on the input's. */
export function byDayAndId(a: Booking, b: Booking): number {
  if (a.day.date !== b.day.date) return a.day.date < b.day.date ? -1 : 1;
  return a.row.id < b.row.id ? -1 : 1;
}

/**
 * Splits bookings of one amount into groups without a link between them; who has no counterpart is in none.
 *
 * @param namedAccount the own account that a booking names as its other side. It forbids a pair, and does not undo a link.
 */
export function transferGroups(
  bookings: readonly Booking[],
  withinDays: number,
  namedAccount: (booking: Booking) => string | undefined,
): readonly Legs[] {
  const out = bundlesOf(bookings.filter(({ units }) => units < 0));
  const into = bundlesOf(bookings.filter(({ units }) => units > 0));
  const fits = (a: Bundle, b: Bundle): boolean =>
    (a.named ?? b.account) === b.account && (b.named ?? a.account) === a.account;
  const reach = reachOf(out, into, withinDays);
  return componentsOf(reach, into.length).map(({ from, to }) => {
    const place = new Map(to.map((index, i) => [index, i] as const));
    const counts = (bundles: readonly Bundle[], indices: readonly number[]): readonly number[] =>
      indices.map((index) => bundles[index]!.bookings.length);
    return {
      outgoing: from.flatMap((index) => out[index]!.bookings).sort(byDayAndId),
      incoming: to.flatMap((index) => into[index]!.bookings).sort(byDayAndId),
      allPaired: canPairAll(
        counts(out, from),
        counts(into, to),
        from.map((index) =>
          reach[index]!.filter((target) => fits(out[index]!, into[target]!)).map(
            (target) => place.get(target)!,
          ),
        ),
      ),
    };
  });

  /** By day, then by account. */
  function bundlesOf(side: readonly Booking[]): readonly Bundle[] {
    const keyOf = (booking: Booking): string =>
      JSON.stringify([booking.day.date, booking.row.account, namedAccount(booking) ?? null]);
    return [...groupBy(side, keyOf)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => ({
        account: own[0]!.row.account!,
        named: namedAccount(own[0]!),
        day: daysBetween('1970-01-01', own[0]!.day.date),
        bookings: own,
      }));
  }
}

/** For each bundle going out, those coming in within so many days at another account. */
function reachOf(
  out: readonly Bundle[],
  into: readonly Bundle[],
  withinDays: number,
): readonly (readonly number[])[] {
  let start = 0;
  return out.map(({ account, day }) => {
    while (start < into.length && into[start]!.day < day - withinDays) start++;
    const near: number[] = [];
    for (let i = start; i < into.length && into[i]!.day <= day + withinDays; i++) {
      if (into[i]!.account !== account) near.push(i);
    }
    return near;
  });
}

interface Component {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The parts of the graph that hang together, both sides in ascending order. */
function componentsOf(reach: readonly (readonly number[])[], targets: number): Component[] {
  const back = Array.from({ length: targets }, (): number[] => []);
  reach.forEach((near, index) => {
    for (const target of near) back[target]!.push(index);
  });
  const seen = new Set<number>();
  return reach.flatMap((near, index) =>
    near.length === 0 || seen.has(index) ? [] : [componentFrom(index, reach, back, seen)],
  );
}

function componentFrom(
  index: number,
  reach: readonly (readonly number[])[],
  back: readonly (readonly number[])[],
  seen: Set<number>,
): Component {
  const from = [index];
  const to = new Set<number>();
  seen.add(index);
  for (const source of from) {
    for (const target of reach[source]!) {
      if (to.has(target)) continue;
      to.add(target);
      for (const next of back[target]!) {
        if (seen.has(next)) continue;
        seen.add(next);
        from.push(next);
      }
    }
  }
  const ascending = (a: number, b: number): number => a - b;
  return { from: from.sort(ascending), to: [...to].sort(ascending) };
}
