import { exp, log, neumaierSum } from '../../numerics/index.js';
import {
  type SurvivalQuantile,
  type SurvivalStep,
  survivalQuantile,
} from '../../statistics/index.js';
import type { CurvePoint, QuantilePart, StratumCurve } from '../kinds/sample.js';
import { rootOfSquares, type Weighed } from './weighed.js';

/** A quantile of several strata. */
export type MixedQuantile =
  | (Reached & {
      /** As early as it may be, where some times are counted in bins; else the same as `time`. */
      readonly least: number;
    })
  | Exclude<SurvivalQuantile, Reached>;

type Reached = Extract<SurvivalQuantile, { readonly status: 'reached' }>;

/**
 * The quantile of the mean of the strata's curves, weighted by their shares in the mix, read off as that of one curve. The mean is known as far as every stratum is.
 *
 * Its bands are put together of theirs, and its interval is where they cross the level (Brookmeyer and Crowley 1982). Of times in bins the value and the upper end are those of the
 * highest curves there may be, the lower end is that of the lowest.
 */
export function mixedQuantile(
  rows: readonly Weighed<QuantilePart>[],
  confidence: number,
): MixedQuantile {
  const { probability } = rows[0]!.part;
  const found = quantileOfMix(rows, confidence);
  const isFew = rows.some(({ part: { weight } }) => !isEnough(weight, probability, confidence));
  return isFew && found.status === 'reached' ? { ...found, low: null, high: null } : found;
}

/** Whether so many cases of a stratum say between which of them a quantile lies, as of a figure of its own. */
function isEnough(n: number, probability: number, confidence: number): boolean {
  const allOnOneSide = exp(n * log(probability)) + exp(n * log(1 - probability));
  return allOnOneSide <= 1 - confidence;
}

function quantileOfMix(rows: readonly Weighed<QuantilePart>[], confidence: number): MixedQuantile {
  const { probability } = rows[0]!.part;
  const read = (curveOf: (part: QuantilePart) => StratumCurve) => {
    const steps = meanOf(rows.map(({ share, part }) => ({ share, part: curveOf(part) })));
    return { steps, found: survivalQuantile({ ...AS_CURVE, steps, confidence }, probability) };
  };
  const { steps, found } = read((part) => part.curveAt(confidence));
  if (found.status === 'not-reached') return found;
  if (rows.every(({ part }) => part.lowestAt === undefined)) return { ...found, least: found.time };
  const lowest = read(({ lowestAt, curveAt }) => (lowestAt ?? curveAt)(confidence));
  const { low } = lowest.found;
  const level = 1 - probability;
  const isLeft = steps.some(({ survival }) => survival < level - ROUNDING);
  if (isLeft && lowest.found.status === 'reached') {
    return { ...found, low, least: lowest.found.time };
  }
  // It stays on the level to its end: then the quantile is where it comes there, and so is the least.
  const first = lowest.steps.find(({ survival }) => survival < level + ROUNDING);
  return { ...found, low, least: first?.time ?? found.time };
}

const AS_CURVE = Object.freeze({
  n: 0,
  events: 0,
  interval: 'log-log',
  method: 'kaplan-meier',
} as const);

/** Survival is a product of rounded factors: this near the level it lies on it, as in `survivalQuantile`. */
const ROUNDING = 1e-10;

function meanOf(curves: readonly Weighed<StratumCurve>[]): readonly SurvivalStep[] {
  const end = Math.min(...curves.map(({ part }) => part.end));
  const all = new Set(curves.flatMap(({ part }) => part.steps.map(({ time }) => time)));
  const times = [...all].filter((time) => time <= end).sort((a, b) => a - b);
  const places = curves.map(() => -1);
  return times.map((time) => {
    const points = curves.map(({ share, part: { steps, start } }, i) => {
      while ((steps[places[i]! + 1]?.time ?? Number.POSITIVE_INFINITY) <= time) places[i]! += 1;
      return { share, part: steps[places[i]!] ?? start };
    });
    return stepOf(time, points);
  });
}

/** A quantile looks at the heights alone. */
const NO_COUNTS = Object.freeze({ atRisk: 0, events: 0, censored: 0, standardError: null });

function stepOf(time: number, points: readonly Weighed<CurvePoint>[]): SurvivalStep {
  const sum = (of: (point: CurvePoint) => number): number =>
    neumaierSum(points.map(({ share, part }) => share * of(part)));
  const reach = (of: (point: CurvePoint) => number): number =>
    rootOfSquares(points.map(({ share, part }) => share * of(part)));
  const survival = sum((point) => point.survival);
  const low = Math.max(0, survival - reach((point) => point.survival - point.low));
  const high = Math.min(1, survival + reach((point) => point.high - point.survival));
  return { ...NO_COUNTS, time, survival, low, high };
}
