import {
  kaplanMeier,
  type SurvivalCounts,
  type SurvivalScale,
  type SurvivalStep,
  wilsonInterval,
} from '../../statistics/index.js';
import type { IntervalEnds } from '../interval-around.js';
import type { CurvePoint, QuantilePart, StratumCurve } from './sample.js';

/**
 * A quantile of times as part of that of several strata.
 *
 * @param lowest the same cases as early as they may have closed; absent where every time is known.
 */
export function quantilePart(
  counts: SurvivalCounts,
  probability: number,
  scale: SurvivalScale,
  lowest?: SurvivalCounts,
): QuantilePart {
  const weight = counts.reduce((sum, { events, censored }) => sum + events + censored, 0);
  return {
    kind: 'quantile',
    probability,
    weight,
    curveAt: (confidence) => curveAt(counts, confidence, scale),
    ...(lowest && { lowestAt: (confidence) => curveAt(lowest, confidence, scale) }),
  };
}

function curveAt(counts: SurvivalCounts, confidence: number, scale: SurvivalScale): StratumCurve {
  const { n, steps } = kaplanMeier(counts, { confidence, interval: scale });
  let over = 0;
  const points = steps.map((step) => {
    over += step.events;
    return pointOf(step, over, confidence);
  });
  const last = steps.at(-1);
  return {
    steps: points,
    start: { time: 0, survival: 1, ...allOrNothing(n, n, confidence) },
    end: last === undefined || last.survival > 0 ? (last?.time ?? 0) : Number.POSITIVE_INFINITY,
  };
}

function pointOf(step: SurvivalStep, over: number, confidence: number): CurvePoint {
  const { time, survival, low, high, atRisk, events } = step;
  const staying = survival === 0 ? 0 : atRisk - events;
  const ends = endsOfShare({ share: survival, low, high }, () =>
    allOrNothing(staying, staying + over, confidence),
  );
  return { time, survival, ...ends };
}

/** The ends on the curve's own scale, or where that has none what else is known. */
export function endsOfShare(
  {
    share,
    low,
    high,
  }: { readonly share: number; readonly low: number | null; readonly high: number | null },
  otherwise: () => IntervalEnds,
): IntervalEnds {
  const isBetween = share > 0 && share < 1 && low !== null && high !== null;
  return isBetween ? { low, high } : otherwise();
}

/**
 * Where all or none of a stratum have had the event Greenwood's error is 0, which is not to be sure: then Wilson's ends of the cases of which it is known, those last
 * seen before left out.
 */
export function allOrNothing(successes: number, known: number, confidence: number): IntervalEnds {
  const { low, high } = wilsonInterval(successes, known, { confidence });
  return { low, high };
}

/**
 * The ends of a mean of cases that all came out alike, which is not to be sure of it: so large a share as Wilson's lower end of all of them comes out so, and the others may
 * come out at either end of the range.
 */
export function allAlike(
  value: number,
  n: number,
  { low, high }: IntervalEnds,
  confidence: number,
): IntervalEnds {
  const others = 1 - allOrNothing(n, n, confidence).low;
  return { low: value - others * (value - low), high: value + others * (high - value) };
}
