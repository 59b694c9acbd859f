import { least, most, RATE_UNITS, ratio, shareOf } from '../account/exact.js';
import { type CapRow, capLimits, mostWithin, overCap, weightIn, wholeOf } from './caps.js';
import type { Limits } from './limits.js';
import { exposuresOf } from './measure.js';
import type { NearestProblem } from './nearest.js';
import { keepInBands, nearestMeasured } from './nearest-measured.js';
import type { Occasion } from './situation.js';
import { sumOfWeights } from './weights-of.js';

/**
 * As `nearestMeasured`, within their bands where only what has left its band is to move, and within the caps of issuers and groups. Where these leave no
 * room for all of the sum, as much of it as they leave room for.
 */
export function nearestWithinCaps(occasion: Occasion, problem: NearestProblem): Float64Array {
  const { caps, money, lost = 0n } = occasion;
  if (caps.length === 0) return nearestMeasured(occasion, keepInBands(occasion, problem))!;
  const { low, high, now } = problem;
  const stays = low.map((weight, i) => Math.min(weight, now[i]!));
  const limits = capLimits(caps, stays, wholeOf(money.investable, lost));
  const solve = (tried: NearestProblem): Float64Array | undefined =>
    nearestMeasured(occasion, { ...tried, limits });
  const found = solve(keepInBands(occasion, problem));
  if (found !== undefined) return found;
  const fullest = mostWithin(low, high, limits);
  const room = sumOfWeights(fullest);
  const smaller = { ...problem, sum: Math.min(problem.sum, room) };
  return solve(keepInBands(occasion, smaller)) ?? solve(smaller) ?? fullest;
}

/**
 * As `nearestWithinCaps`, where no more is sold than raises what is missing: what is above its most gives first, and where that is more than is needed, it
 * comes down by the same part of its way.
 */
export function nearestRaising(occasion: Occasion, problem: NearestProblem): Float64Array {
  const { bounds, caps, money, lost = 0n } = occasion;
  const { low, sum } = problem;
  const mostOf = (held: number, i: number): number =>
    Math.min(held, ratio(bounds[i]!.high, money.investable));
  const within = { ...problem, high: problem.high.map(mostOf) };
  const limits = capLimits(caps, low, wholeOf(money.investable, lost));
  const fullest = caps.length === 0 ? within.high : mostWithin(low, within.high, limits);
  const room = sumOfWeights(fullest);
  if (sum <= room) return nearestWithinCaps(occasion, within);
  const part = (sum - room) / (sumOfWeights(problem.high) - room);
  const reached = fullest.map((weight, i) => weight + part * (problem.high[i]! - weight));
  const high = within.high.map((weight, i) => Math.max(weight, reached[i]!));
  const rhs = limits.rhs.map((limit, row) => Math.max(limit, weightIn(caps[row]!.shares, reached)));
  const raising = { ...problem, high, sum: Math.min(sum, sumOfWeights(high)) };
  const found = nearestMeasured(
    occasion,
    caps.length === 0 ? raising : { ...raising, limits: { ...limits, rhs } },
  );
  return found ?? reached;
}

/** Whether caps hold; see `capsPassed`. */
export function isWithinCaps(occasion: Occasion, limits: Limits, weights: Float64Array): boolean {
  return capsPassed(occasion, limits, weights).length === 0;
}

/** The caps that weights pass by more than the rounding to the smallest unit; what cannot be sold is allowed beyond them. */
export function capsPassed(
  { account, caps, money, lost = 0n }: Occasion,
  { low }: Limits,
  weights: Float64Array,
): readonly CapRow[] {
  if (caps.length === 0) return caps;
  const values = Array.from(weights, (weight) => shareOf(money.investable, weight));
  const stays = low.map((one, i) => least(one, account.holdings[i]!.value));
  const whole = money.investable - lost;
  const few = RATE_UNITS * BigInt(values.length);
  return caps.filter(
    (row) => overCap(row, values, whole) > few + most(overCap(row, stays, whole), 0n),
  );
}

/** What of weights caps allow where nothing is bought, as near to them as can be. */
export function sellToCaps(
  occasion: Occasion,
  limits: Limits,
  weights: Float64Array,
): Float64Array {
  if (isWithinCaps(occasion, limits, weights)) return weights;
  const { account, inside, money, now } = occasion;
  const { holdings } = account;
  return nearestWithinCaps(occasion, {
    holdings,
    low: Float64Array.from(limits.low, (value) => ratio(value, money.investable)),
    high: weights,
    sum: sumOfWeights(weights),
    wanted: exposuresOf(holdings, (_, i) => weights[i]!, inside),
    reference: weights,
    now: now.products,
  });
}
