import { neumaierSum } from '../../numerics/index.js';
import {
  type SurvivalQuantile,
  type SurvivalStep,
  survivalQuantile,
} from '../../statistics/index.js';
import type { CurvePoint, QuantilePart, StratumCurve } from '../kinds/sample.js';
import { rootOfSquares, type Weighed } from './weighed.js';

/**
 * The quantile of the mean of the strata's curves, weighted by their shares in the mix, read off as that of one curve. The mean is known as far as every stratum is.
 *
 * Its bands are put together of theirs, and its interval is where they cross the level (Brookmeyer and Crowley 1982).
 */
export function mixedQuantile(
  rows: readonly Weighed<QuantilePart>[],
  confidence: number,
): SurvivalQuantile {
  const curves = rows.map(({ share, part }) => ({ share, part: part.curveAt(confidence) }));
  const steps = meanOf(curves);
  const figures = { n: 0, events: 0, interval: 'log-log', method: 'kaplan-meier' } as const;
  return survivalQuantile({ ...figures, steps, confidence }, rows[0]!.part.probability);
}

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
