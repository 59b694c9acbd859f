import { type Interval, makeInterval } from '../../interval.js';
import { intervalRanks } from '../../quantile-interval.js';
import { stepOfRank } from './quantile-of-cases.js';
import type { Cases } from './steps.js';

/** An interval of a quantile of a sketch, or why there is none. */
export type SketchInterval =
  | { readonly status: 'found'; readonly interval: Interval }
  /** Even the smallest and the largest time do not enclose the quantile often enough. */
  | { readonly status: 'sample-too-small' }
  /** Too many cases are still open: the quantile is at least `low` with this confidence to its side, and has no upper bound. */
  | { readonly status: 'not-reached'; readonly low: number };

/**
 * The interval between order statistics. An open case will take at least as long as it has lasted: for the lower bound it counts
 * as if it closed now, for the upper as if it never did, so the interval covers at least as often as it says.
 */
export function intervalOfCases(
  { steps, closed, open, binned }: Cases,
  probability: number,
  confidence: number,
): SketchInterval {
  const ranks = intervalRanks(closed + open, probability, confidence);
  if (ranks === undefined) return { status: 'sample-too-small' };
  const low = stepOfRank(steps, ranks.low, (step) => step.closed + step.open)!.from;
  const high = stepOfRank(steps, ranks.high, (step) => step.closed)?.to;
  if (high === undefined) return { status: 'not-reached', low };
  const method = binned ? 'order-statistics-binned' : 'order-statistics';
  return { status: 'found', interval: makeInterval(low, high, confidence, method) };
}
