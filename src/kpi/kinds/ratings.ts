import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  refuseUnknown,
} from '../../errors/index.js';
import { normalQuantile } from '../../numerics/index.js';
import {
  type Interval,
  meanInterval,
  netPromoterInterval,
  type PromoterCounts,
  type SampleMoments,
} from '../../statistics/index.js';
import type { RatingMeasure, RatingsDefinition } from '../definition.js';
import { intervalByError, withinScale } from '../interval-around.js';
import type { KpiValue } from '../result.js';
import { noCounts, readCounts } from './id-list.js';
import {
  addCounts,
  countOf,
  type Fields,
  joinCounts,
  type KindFields,
  type KindMethods,
} from './kind.js';
import { proportionValue } from './proportion.js';
import type { LinearPart } from './sample.js';

const MEASURES = ['mean', 'top-box', 'net-promoter'] as const;
const MAX_POINTS = 101;

/** Answers on a scale of whole points, kept as a count for each point. */
export const ratingsKind: KindMethods<'ratings'> = {
  definitionFields: { scale: true, measure: true },
  eventFields: { score: true, count: true },
  eventDefaults: { count: 1 },
  leastFields: 1,
  define(fields, path): KindFields<'ratings'> {
    const scale = readScale(fields.scale, at(path, 'scale'));
    return {
      kind: 'ratings',
      scale,
      measure: readMeasure(fields.measure, at(path, 'measure'), scale),
    };
  },
  empty: (kpi) => ({ counts: noCounts(pointsOf(kpi.scale)) }),
  add(kpi, { counts }, event, path) {
    const { lowest, highest } = kpi.scale;
    const score = scoreIn(event, lowest, highest, path);
    const count = countOf(event.count, path, 'count', 1);
    counts[score - lowest] = addCounts(counts[score - lowest]!, count);
  },
  read: (kpi, data, path) => ({ counts: readCounts(data, 'counts', pointsOf(kpi.scale), path) }),
  join: (draft, other) => joinCounts([draft.counts, other.counts]),
  write: (_kpi, { counts }) => Object.freeze({ counts: Object.freeze([...counts]) }),
  size: (_kpi, { counts }) => counts.reduce(addCounts, 0),
  shownCounts({ measure }, { counts }) {
    if (measure.name !== 'top-box') return [counts.reduce(addCounts, 0)];
    const { best, n } = bestBoxes(counts, measure.boxes);
    return [best, n - best];
  },
  value(kpi, { counts }, confidence) {
    if (kpi.measure.name === 'mean') return meanValue(kpi, counts, confidence);
    if (kpi.measure.name === 'net-promoter') return netPromoterValue(counts, confidence);
    const { best, n } = bestBoxes(counts, kpi.measure.boxes);
    return proportionValue(best, n, confidence, 'ratings-top-box');
  },
  sample(kpi, { counts }) {
    if (kpi.measure.name === 'top-box') {
      const { best, n } = bestBoxes(counts, kpi.measure.boxes);
      return { kind: 'proportion', successes: best, n };
    }
    const scores = counts.map((_, i) =>
      kpi.measure.name === 'mean' ? kpi.scale.lowest + i : promoterScore(i),
    );
    const sample = { kind: 'moments', moments: momentsOfCounts(scores, counts) } as const;
    return kpi.measure.name === 'mean'
      ? { ...sample, scale: kpi.scale }
      : { ...sample, answers: promoterCounts(counts) };
  },
  part: ({ measure }, { counts }) =>
    measure.name === 'net-promoter' ? netPromoterPart(counts) : null,
};

/** A score of the scale; the common case makes no path. */
function scoreIn(event: Fields, lowest: number, highest: number, path: string): number {
  const { score } = event;
  if (Number.isInteger(score) && (score as number) >= lowest && (score as number) <= highest) {
    return (score as number) + 0;
  }
  return checkInteger(score, at(path, 'score'), { min: lowest, max: highest });
}

function readScale(value: unknown, path: string): RatingsDefinition['scale'] {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { lowest: true, highest: true });
  const { lowest, highest } = fields;
  const low = checkInteger(lowest, at(path, 'lowest'), { min: -1000, max: 1000 });
  const high = checkInteger(highest, at(path, 'highest'), {
    min: low + 1,
    max: low + MAX_POINTS - 1,
  });
  return Object.freeze({ lowest: low, highest: high });
}

function readMeasure(
  value: unknown,
  path: string,
  scale: RatingsDefinition['scale'],
): RatingMeasure {
  const fields = checkObject(value, path);
  const name = checkOneOf(fields.name, at(path, 'name'), MEASURES);
  refuseUnknown(fields, path, name === 'top-box' ? { name: true, boxes: true } : { name: true });
  if (name === 'top-box') {
    const max = pointsOf(scale) - 1;
    const boxes = checkInteger(fields.boxes, at(path, 'boxes'), { min: 1, max });
    return Object.freeze({ name, boxes });
  }
  if (name === 'net-promoter' && (scale.lowest !== 0 || scale.highest !== 10)) {
    const expected = 'a measure other than net-promoter, which needs a scale from 0 to 10';
    throw new AptfolioError('inconsistent', path, expected, name);
  }
  return Object.freeze({ name });
}

function pointsOf(scale: RatingsDefinition['scale']): number {
  return scale.highest - scale.lowest + 1;
}

function bestBoxes(counts: readonly number[], boxes: number): { best: number; n: number } {
  return { best: counts.slice(-boxes).reduce(addCounts, 0), n: counts.reduce(addCounts, 0) };
}

function meanValue(
  { scale }: RatingsDefinition,
  counts: readonly number[],
  confidence: number,
): KpiValue<number> {
  const n = counts.reduce(addCounts, 0);
  const total = counts.reduce((sum, count, i) => sum + count * (scale.lowest + i), 0);
  const scores = counts.map((_, i) => scale.lowest + i);
  const moments = momentsOfCounts(scores, counts);
  const figure = {
    value: total / n,
    numerator: total,
    denominator: n,
    range: scale,
    method: 'ratings-mean',
    reasons: [],
  };
  if (n < 2) return figure;
  const { method, ...ends } = withinScale(meanInterval(moments, { confidence }), scale);
  return { ...figure, ...intervalByError(ends, confidence, method) };
}

function netPromoterValue(counts: readonly number[], confidence: number): KpiValue<number> {
  const n = counts.reduce(addCounts, 0);
  const answers = promoterCounts(counts);
  const { promoters, detractors } = answers;
  const value = (promoters - detractors) / n;
  return {
    value,
    numerator: promoters - detractors,
    denominator: n,
    interval: netPromoterAround(value, answers, confidence),
    method: 'ratings-net-promoter',
    reasons: [],
  };
}

function netPromoterAround(value: number, answers: PromoterCounts, confidence: number): Interval {
  const interval = netPromoterInterval(answers, { confidence });
  // The added answers draw it away from a score of few answers that are all alike.
  const [low, high] = [Math.min(interval.low, value), Math.max(interval.high, value)];
  return { ...interval, low, high };
}

/** The score of a stratum is as sure as the score of all: answers that are all alike leave it in doubt, and not unknown. */
function netPromoterPart(counts: readonly number[]): LinearPart {
  const weight = counts.reduce(addCounts, 0);
  const answers = promoterCounts(counts);
  const value = (answers.promoters - answers.detractors) / weight;
  const { low, high } = netPromoterInterval(answers, { truncate: false });
  return {
    kind: 'linear',
    value,
    weight,
    spread: {
      error: (high - low) / 2 / -normalQuantile(0.025),
      centre: (low + high) / 2,
      drawn: {
        n: weight,
        mean: value,
        variance: (answers.promoters + answers.detractors) / weight - value * value,
      },
      endsAt: (confidence) => netPromoterAround(value, answers, confidence),
      range: { low: -1, high: 1 },
      method: 'mover-adjusted-wald',
    },
  };
}

function promoterCounts(counts: readonly number[]): PromoterCounts {
  const [promoters, passives, detractors] = [
    counts.slice(9),
    counts.slice(7, 9),
    counts.slice(0, 7),
  ].map((points) => points.reduce(addCounts, 0)) as [number, number, number];
  return { promoters, passives, detractors };
}

/** A promoter counts 1, a detractor −1; the mean of these scores is the net promoter score. */
function promoterScore(point: number): number {
  return point >= 9 ? 1 : point <= 6 ? -1 : 0;
}

/** Mean and sample variance of scores that occur `counts` times. The sums are of whole numbers. */
function momentsOfCounts(scores: readonly number[], counts: readonly number[]): SampleMoments {
  const n = counts.reduce(addCounts, 0);
  const mean = scores.reduce((sum, score, i) => sum + score * counts[i]!, 0) / n;
  const squares = scores.reduce(
    (sum, score, i) => sum + counts[i]! * (score - mean) * (score - mean),
    0,
  );
  const occupied = counts.filter((count) => count > 0).length;
  return { n, mean, variance: n < 2 || occupied === 1 ? 0 : squares / (n - 1) };
}
