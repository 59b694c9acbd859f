import { makeReason, type Reason } from '../../evidence/index.js';
import { studentTQuantile } from '../../numerics/index.js';
import {
  cumulativeIncidence,
  incidenceAt,
  kaplanMeier,
  restrictedMean,
  type SurvivalCounts,
  type SurvivalCurve,
  survivalAt,
  survivalQuantile,
} from '../../statistics/index.js';
import type { SurvivalDefinition, SurvivalMeasure } from '../definition.js';
import { intervalByError, intervalOfBoth } from '../interval-around.js';
import type { KpiValue } from '../result.js';
import type { SurvivalStateRow } from '../state.js';
import type { DrawnCases, LinearPart, StratumPart } from './sample.js';
import { allAlike, allOrNothing, endsOfShare, quantilePart } from './times-part.js';

type Figure = Pick<KpiValue<null>, 'value' | 'interval' | 'method'>;

/** What the measure reads off the curve, with the curve; or that it was not watched that long. */
export function survivalValue(
  kpi: SurvivalDefinition,
  rows: readonly SurvivalStateRow[],
  confidence: number,
): KpiValue<null> | Reason {
  const { interval = 'log-log', measure } = kpi;
  const curve = kaplanMeier(countsOf(rows), { confidence, interval });
  const figure =
    measure.name === 'incidence'
      ? incidenceFigure(kpi, rows, measure, confidence)
      : curveFigure(curve, measure);
  if ('severity' in figure) return figure;
  const { steps } = curve;
  return { ...figure, numerator: null, denominator: null, curve: steps, reasons: [] };
}

/** What the measure brings to that of several strata; all but the median are means over them. */
export function survivalPart(
  kpi: SurvivalDefinition,
  rows: readonly SurvivalStateRow[],
): StratumPart | Reason {
  const { interval: scale = 'log-log', measure } = kpi;
  const counts = countsOf(rows);
  if (measure.name === 'median') return quantilePart(counts, 0.5, scale);
  const weight = counts.reduce((sum, { events, censored }) => sum + events + censored, 0);
  if (measure.name === 'restricted-mean') return meanPart(counts, measure.until, weight);
  const { time } = measure;
  const isIncidence = measure.name === 'incidence';
  const shareAt = isIncidence
    ? incidenceIn(kpi, rows, measure)
    : (confidence: number): ShareAt | null =>
        survivalIn(kaplanMeier(counts, { confidence, interval: scale }), time);
  const found = shareAt(0.95);
  if (found === null) return notWatched(time);
  const { share, standardError } = found;
  const known = knownAt(counts, time);
  const error = standardError ?? 0;
  return {
    kind: 'linear',
    value: share,
    weight,
    spread: {
      error,
      drawn: casesAsSure(share, error, known),
      endsAt: (confidence) =>
        endsOfShare(shareAt(confidence)!, () =>
          allOrNothing(share === 0 ? 0 : known, known, confidence),
        ),
      range: { low: 0, high: 1 },
      method: isIncidence ? 'mover-aalen-johansen' : 'mover-greenwood',
    },
  };
}

interface ShareAt {
  readonly share: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function survivalIn(curve: SurvivalCurve, time: number): ShareAt | null {
  const at = survivalAt(curve, time);
  return at.status === 'observed' ? { ...at, share: at.survival } : null;
}

/**
 * As many clients followed all along as would be as sure of a share; where all or none have left, those of whom it is known.
 *
 * Source: F. J. Dorey and E. L. Korn, Effective sample sizes for confidence intervals for survival probabilities, Statistics in Medicine 6 (1987) 679–687.
 */
function casesAsSure(share: number, error: number, known: number): DrawnCases {
  const variance = share * (1 - share);
  return { n: error > 0 ? variance / (error * error) : known, mean: share, variance };
}

/** Of how many it is known at a time whether they have left: who was last seen before is not among them. */
function knownAt(counts: SurvivalCounts, time: number): number {
  return counts.reduce((sum, { time: when, events, censored }) => {
    return sum + (when > time ? events + censored : events + (when === time ? censored : 0));
  }, 0);
}

/** Of fewer than two of whom it is known how long they stayed nothing tells how sure their mean is. */
function meanPart(counts: SurvivalCounts, until: number, weight: number): LinearPart | Reason {
  const area = restrictedMean(kaplanMeier(counts), until);
  if (area.status === 'not-observed') return notWatched(until);
  const { mean, standardError, known, method } = area;
  const part = { kind: 'linear', value: mean, weight } as const;
  if (known < 2) return { ...part, spread: null };
  const error = standardError ?? 0;
  const range = { low: 0, high: until };
  const endsAt = (confidence: number) => {
    if (error === 0) return allAlike(mean, known, range, confidence);
    const reach = -studentTQuantile((1 - confidence) / 2, known - 1) * error;
    return { low: mean - reach, high: mean + reach };
  };
  const moments = { n: known, mean, variance: error * error * known };
  return { ...part, spread: { error, moments, endsAt, range, method } };
}

/** The counts of all causes together. */
export function countsOf(rows: readonly SurvivalStateRow[]): SurvivalCounts {
  return rows.map(({ time, left, stayed }) => {
    return { time, events: left.reduce((sum, count) => sum + count, 0), censored: stayed };
  });
}

function curveFigure(
  curve: SurvivalCurve,
  measure: Exclude<SurvivalMeasure, { readonly name: 'incidence' }>,
): Figure | Reason {
  const { confidence, interval } = curve;
  if (measure.name === 'survival') {
    const at = survivalAt(curve, measure.time);
    if (at.status === 'not-observed') return notWatched(measure.time);
    const bounds = intervalByError(at, confidence, `greenwood-${interval}`);
    return { value: at.survival, ...bounds, method: 'survival-kaplan-meier' };
  }
  if (measure.name === 'median') {
    const median = survivalQuantile(curve, 0.5);
    if (median.status === 'not-reached') return makeReason('kpi.median-not-reached', 'info');
    const bounds = intervalOfBoth(median, confidence, median.method);
    return { value: median.time, ...bounds, method: 'survival-median' };
  }
  const area = restrictedMean(curve, measure.until);
  if (area.status === 'not-observed') return notWatched(measure.until);
  const bounds = intervalByError(area, confidence, area.method);
  return { value: area.mean, ...bounds, method: 'survival-restricted-mean' };
}

function incidenceFigure(
  { causes, interval = 'log-log' }: SurvivalDefinition,
  rows: readonly SurvivalStateRow[],
  measure: IncidenceMeasure,
  confidence: number,
): Figure | Reason {
  const at = incidenceIn({ causes, interval }, rows, measure)(confidence);
  if (at === null) return notWatched(measure.time);
  const bounds = intervalByError(at, confidence, `aalen-johansen-${interval}`);
  return { value: at.share, ...bounds, method: 'survival-incidence' };
}

type IncidenceMeasure = Extract<SurvivalMeasure, { readonly name: 'incidence' }>;

/** The share by confidence; the curves are made once. */
function incidenceIn(
  { causes, interval = 'log-log' }: Pick<SurvivalDefinition, 'causes' | 'interval'>,
  rows: readonly SurvivalStateRow[],
  { cause, time }: IncidenceMeasure,
): (confidence: number) => ShareAt | null {
  const counts = rows.map(({ time, left, stayed }) => ({
    time,
    events: Object.fromEntries(causes.map((id, i) => [id, left[i]!])),
    censored: stayed,
  }));
  const curves = cumulativeIncidence(counts, { interval });
  return (confidence) => {
    const at = incidenceAt(curves, cause, time, { confidence });
    return at.status === 'observed' ? at : null;
  };
}

function notWatched(time: number): Reason {
  return makeReason('kpi.not-watched-so-long', 'info', { time });
}
