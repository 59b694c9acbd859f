import type { FitProgram } from './fit-program.js';
import type { Points, SetBelow } from './sets-below.js';

/** A limit on shares of products: lower ≤ shares · weights ≤ upper, by product as points number them. */
export interface ShareLimit {
  readonly counted: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** Sums of weights may miss a limit by rounding. */
const ROUNDING = 1e-9;

/** The rows of a program that limit nothing but the weights of products, the sum of all apart. */
export function shareLimitsOf(
  { rows, products }: FitProgram,
  places: Int32Array,
  open: readonly number[],
): readonly ShareLimit[] {
  return rows.slice(1).flatMap(({ row, lower, upper }) => {
    const isOfWeights = row.every((one, j) => one === 0 || j < places[products]!);
    const isAlike = open.every((i) => {
      const own = row.subarray(places[i]!, places[i + 1]!);
      return own.every((one) => one === own[0]);
    });
    if (!isOfWeights || !isAlike) return [];
    return [{ counted: Float64Array.from(open, (i) => row[places[i]!]!), lower, upper }];
  });
}

/** The lowest objective of some products when limits on their shares count too: of two products exactly, of others that of their plane. */
export function boundUnder(
  points: Points,
  limits: readonly ShareLimit[],
  { members, bound }: SetBelow,
): number {
  if (members.length !== 2) return bound;
  return Math.max(bound, boundOfPair(points, limits, members[0]!, members[1]!));
}

/** Whether for each limit by itself some shares of just these products keep it. */
export function canKeepEach(
  points: Points,
  limits: readonly ShareLimit[],
  members: readonly number[],
): boolean {
  return limits.every(({ counted, lower, upper }) => {
    const [fewest, most] = reachOf(points, members, counted);
    return fewest <= upper + ROUNDING && most >= lower - ROUNDING;
  });
}

/** The least and the most that products of which everything is held come to. */
function reachOf(
  { least, most }: Points,
  members: readonly number[],
  counted: Float64Array,
): readonly [number, number] {
  const byCount = [...members].sort((a, b) => counted[a]! - counted[b]!);
  const fill = (order: readonly number[]): number => {
    let left = order.reduce((rest, i) => rest - least[i]!, 1);
    return order.reduce((sum, i) => {
      const more = Math.max(0, Math.min(left, most[i]! - least[i]!));
      left -= more;
      return sum + counted[i]! * (least[i]! + more);
    }, 0);
  };
  return [fill(byCount), fill(byCount.reverse())];
}

/** The lowest point of a parabola, between the shares of the second of two products that all limits allow. */
function boundOfPair(
  { apart, costs, least, most }: Points,
  limits: readonly ShareLimit[],
  i: number,
  j: number,
): number {
  let from = Math.max(least[j]!, 1 - most[i]!) - ROUNDING;
  let to = Math.min(most[j]!, 1 - least[i]!) + ROUNDING;
  for (const { counted, lower, upper } of limits) {
    const [low, high] = [lower - ROUNDING - counted[i]!, upper + ROUNDING - counted[i]!];
    const rise = counted[j]! - counted[i]!;
    if (Math.abs(rise) <= ROUNDING) {
      if (low > ROUNDING || high < -ROUNDING) return Number.POSITIVE_INFINITY;
      continue;
    }
    from = Math.max(from, (rise > 0 ? low : high) / rise);
    to = Math.min(to, (rise > 0 ? high : low) / rise);
  }
  if (from > to) return Number.POSITIVE_INFINITY;
  const [one, other] = [apart[i]!, apart[j]!];
  let [start, slope, bend] = [costs[i]!, costs[j]! - costs[i]!, 0];
  for (let d = 0; d < one.length; d++) {
    const step = other[d]! - one[d]!;
    start += one[d]! * one[d]!;
    slope += 2 * one[d]! * step;
    bend += step * step;
  }
  const lowest = bend > 0 ? -slope / (2 * bend) : slope < 0 ? 1 : 0;
  const share = Math.min(to, Math.max(from, lowest));
  return start + share * (slope + share * bend);
}
