import { least, most, RATE_UNITS, ratio, shareOf } from '../account/exact.js';
import { capLimits, mostWithin, overCap, wholeOf } from './caps.js';
import type { Limits } from './limits.js';
import { exposuresOf } from './measure.js';
import type { NearestProblem } from './nearest.js';
import { keepInBands, nearestMeasured } from './nearest-measured.js';
import type { Occasion } from './situation.js';
import { totalOf } from './weights-of.js';

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
  const room = totalOf(fullest);
  const smaller = { ...problem, sum: Math.min(problem.sum, room) };
  return solve(keepInBands(occasion, smaller)) ?? solve(smaller) ?? fullest;
}

/** Whether caps hold but for the rounding to the smallest unit; what cannot be sold is allowed beyond them. */
export function isWithinCaps(
  { account, caps, money, lost = 0n }: Occasion,
  { low }: Limits,
  weights: Float64Array,
): boolean {
  if (caps.length === 0) return true;
  const values = Array.from(weights, (weight) => shareOf(money.investable, weight));
  const stays = low.map((one, i) => least(one, account.holdings[i]!.value));
  const whole = money.investable - lost;
  const few = RATE_UNITS * BigInt(values.length);
  return caps.every(
    (row) => overCap(row, values, whole) <= few + most(overCap(row, stays, whole), 0n),
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
    sum: totalOf(weights),
    wanted: exposuresOf(holdings, (_, i) => weights[i]!, inside),
    reference: weights,
    now: now.products,
  });
}
