import { exp, log } from '../../numerics/index.js';
import type { TransactionKind } from '../transaction.js';
import type { Booking } from './booking.js';
import { CADENCE_TABLE } from './cadence.js';

/** What a series explains, set against what chance would. */
export interface Trial {
  /** Expected days from the first to the last, both included. */
  readonly expected: number;
  /** Those on which a booking came. */
  readonly hits: number;
  /** Days by which a booking may miss its day. */
  readonly play: number;
  /** Bookings of the view between the first and the last occurrence, both included. */
  readonly seen: number;
  /** Days from the first to the last expected day, and one period. */
  readonly span: number;
}

/**
 * The evidence that bookings come on schedule and not by chance: minus the natural logarithm of how often
 * bookings strewn over the same time would do as well, at most. 0 where chance would do as well.
 *
 * Bookings of density ρ per day fall into a window of w days with probability p = 1 − exp(−ρw); the tail of
 * the binomial distribution is bounded by exp(−n·KL(k/n, p)). The first occurrence sets the schedule and
 * proves nothing.
 *
 * Source: W. Hoeffding, Probability inequalities for sums of bounded random variables, Journal of the
 * American Statistical Association 58 (1963) 13–30, theorem 1; the use against a background of chance follows A. Desolneux,
 * L. Moisan and J.-M. Morel, Meaningful alignments, International Journal of Computer Vision 40 (2000) 7–23.
 */
export function dateEvidence({ expected, hits, play, seen, span }: Trial): number {
  const trials = expected - 1;
  const share = (hits - 1) / trials;
  const chance = 1 - exp((-seen / span) * (2 * play + 1));
  if (share <= chance) return 0;
  const missing = share === 1 ? 0 : (1 - share) * log((1 - share) / (1 - chance));
  return trials * (share * log(share / chance) + missing);
}

/** The evidence of alike amounts: each pair of neighbours counts by how near the two are. */
export function amountEvidence(members: readonly Booking[]): number {
  let sum = 0;
  for (let i = 1; i < members.length; i++) {
    sum += likeness(members[i - 1]!, members[i]!);
  }
  return sum;
}

/** The most that alike amounts can add for so many occurrences. */
export function mostAmountEvidence(occurrences: number): number {
  return SAME * (occurrences - 1);
}

const SAME = 1.2;

/**
 * Ours, natural logarithms: the same amount twice, one within a tenth, one more than three times the other. Who spends
 * another amount every time at a shop on about the same day has a habit, which is no stream unless it is kept strictly.
 */
function likeness({ cents: a, row: { kind } }: Booking, { cents: b }: Booking): number {
  if (a === b) return SAME;
  const [low, high] = a < b ? [a, b] : [b, a];
  if (10 * (high - low) <= high) return 0.7;
  if (VISITS.has(kind)) return HABIT;
  return high > 3 * low ? -0.7 : 0;
}

const HABIT = -0.9;

/** What was chosen to make a series look good. */
export interface Choice {
  /** What the schedule has to make up for because it is rarer than others. */
  readonly handicap: number;
  /** Bookings of the view, and of these the ones from the series' first to its last. */
  readonly view: readonly Booking[];
  readonly seen: number;
  readonly play: number;
}

/**
 * What the number of tries costs, natural logarithm: the cadences, the plays, and where the series is not all of
 * its view, where it starts and ends.
 */
export function costOfChoice({ handicap, view, seen, play }: Choice): number {
  const ends = seen === view.length ? 0 : 2 * log(view.length);
  const visits = VISITS.has(view[0]!.row.kind) ? VISITED : 0;
  return log(CADENCE_TABLE.length * (1 + play)) + ends + handicap + visits;
}

/** Shops and cash machines are visited, and often at about the same intervals: ours, natural logarithm. */
const VISITED = 4;
const VISITS: ReadonlySet<TransactionKind> = new Set(['card', 'cash']);
