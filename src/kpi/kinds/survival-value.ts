import { makeReason, type Reason } from '../../evidence/index.js';
import {
  cumulativeIncidence,
  type Interval,
  incidenceAt,
  kaplanMeier,
  restrictedMean,
  type SurvivalCounts,
  type SurvivalCurve,
  survivalAt,
  survivalQuantile,
} from '../../statistics/index.js';
import type { SurvivalDefinition, SurvivalMeasure } from '../definition.js';
import type { KpiValue } from '../result.js';
import type { SurvivalStateRow } from '../state.js';

type Figure = Pick<KpiValue<null>, 'value' | 'interval' | 'method'>;

/** What the measure reads off the curve, with the curve; or that it was not watched that long. */
export function survivalValue(
  kpi: SurvivalDefinition,
  rows: readonly SurvivalStateRow[],
  confidence: number,
): KpiValue<null> | Reason {
  const { interval = 'log-log', measure } = kpi;
  const curve = kaplanMeier(countsOf(rows, null), { confidence, interval });
  const figure =
    measure.name === 'incidence'
      ? incidenceFigure(kpi, rows, measure, confidence)
      : curveFigure(curve, measure);
  if ('severity' in figure) return figure;
  const { steps } = curve;
  return { ...figure, numerator: null, denominator: null, curve: steps, reasons: [] };
}

/** The counts of one cause, for whom other causes end the watch, or of all causes together. */
export function countsOf(rows: readonly SurvivalStateRow[], cause: number | null): SurvivalCounts {
  return rows.map(({ time, left, stayed }) => {
    const all = left.reduce((sum, count) => sum + count, 0);
    const events = cause === null ? all : left[cause]!;
    return { time, events, censored: stayed + all - events };
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
    const bounds = intervalOf(at, confidence, `greenwood-${interval}`);
    return { value: at.survival, ...bounds, method: 'survival-kaplan-meier' };
  }
  if (measure.name === 'median') {
    const median = survivalQuantile(curve, 0.5);
    if (median.status === 'not-reached') return makeReason('kpi.median-not-reached', 'info');
    const bounds = intervalOf(median, confidence, median.method);
    return { value: median.time, ...bounds, method: 'survival-median' };
  }
  const area = restrictedMean(curve, measure.until);
  if (area.status === 'not-observed') return notWatched(measure.until);
  const bounds = intervalOf(area, confidence, area.method);
  return { value: area.mean, ...bounds, method: 'survival-restricted-mean' };
}

function incidenceFigure(
  { causes, interval = 'log-log' }: SurvivalDefinition,
  rows: readonly SurvivalStateRow[],
  { cause, time }: Extract<SurvivalMeasure, { readonly name: 'incidence' }>,
  confidence: number,
): Figure | Reason {
  const counts = rows.map(({ time, left, stayed }) => ({
    time,
    events: Object.fromEntries(causes.map((id, i) => [id, left[i]!])),
    censored: stayed,
  }));
  const at = incidenceAt(cumulativeIncidence(counts, { confidence, interval }), cause, time);
  if (at.status === 'not-observed') return notWatched(time);
  const bounds = intervalOf(at, confidence, `aalen-johansen-${interval}`);
  return { value: at.share, ...bounds, method: 'survival-incidence' };
}

/** Both bounds or none: half an interval would pass for a whole one. */
function intervalOf(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  confidence: number,
  method: string,
): { readonly interval?: Interval } {
  return low === null || high === null ? {} : { interval: { low, high, confidence, method } };
}

function notWatched(time: number): Reason {
  return makeReason('kpi.not-watched-so-long', 'info', { time });
}
