import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type Interval,
  kaplanMeier,
  type QuantileSketchDraft,
  quantileSketch,
  type SurvivalCounts,
  type SurvivalQuantile,
  survivalQuantile,
} from '../../statistics/index.js';
import type { DurationMeasure } from '../definition.js';
import type { KpiValue } from '../result.js';
import { addCounts, countedPart, flagOf, isReason, type KindMethods } from './kind.js';
import type { LinearPart } from './sample.js';
import { quantilePart } from './times-part.js';
import { durationIn, stillOpen } from './within-limit.js';

/**
 * How long cases took. Up to 500 cases each is kept; beyond, cases are counted in bins, and the result says how far off that may be. A quantile is read off
 * the Kaplan–Meier curve, since leaving open cases out would show the service faster than it is; off the same one where all are closed, so that it does not jump
 * as the last one closes.
 */
export const durationsKind: KindMethods<'durations'> = {
  definitionFields: { measure: true },
  eventFields: { duration: true, open: true },
  eventDefaults: { open: false },
  leastFields: 1,
  define: (fields, path) => ({
    kind: 'durations',
    measure: readMeasure(fields.measure, at(path, 'measure')),
  }),
  empty: () => quantileSketch.init(),
  add(_kpi, draft, event, path) {
    const duration = durationIn(event, path);
    const add = flagOf(event.open, path, 'open') ? quantileSketch.addOpen : quantileSketch.add;
    add(draft, duration, at(path, 'duration'));
  },
  read(_kpi, data, path) {
    const draft = quantileSketch.decode(data, path);
    const own = quantileSketch.init();
    for (const key of ['bits', 'exactUpTo'] as const) {
      if (draft[key] === own[key]) continue;
      const expected = `${own[key]}, as in every state of this kind`;
      throw new AptfolioError('inconsistent', at(path, key), expected, draft[key]);
    }
    return draft;
  },
  join: (draft, other) => quantileSketch.merge(draft, other),
  write: (_kpi, draft) => quantileSketch.encode(draft),
  size({ measure }, draft) {
    const { closed, open } = quantileSketch.size(draft);
    // A mean is that of the closed cases.
    return measure.name === 'mean' ? closed : addCounts(closed, open);
  },
  subjects(_kpi, draft) {
    const { closed, open } = quantileSketch.size(draft);
    return addCounts(closed, open);
  },
  reasonWithout(draft) {
    const { open } = quantileSketch.size(draft);
    return open === 0 ? null : makeReason('kpi.none-decided', 'info', { open });
  },
  shownCounts(_kpi, draft) {
    const { closed, open } = quantileSketch.size(draft);
    return [closed, open];
  },
  value: ({ measure }, draft, confidence) =>
    measure.name === 'mean'
      ? meanValue(draft)
      : quantileValue(draft, measure.probability, confidence),
  alike(drafts) {
    const data = quantileSketch.alike(drafts);
    const isMoved = drafts.some((draft, i) => isMovedIn(data[i]!, draft));
    return { data, reasons: isMoved ? [makeReason('kpi.compared-in-bins', 'info')] : [] };
  },
  sample: (_kpi, draft) => ({
    kind: 'times',
    of: 'durations',
    counts: quantileSketch.toCounts(draft),
    ...(isOrderUnknown(draft) && { openFirst: quantileSketch.toCounts(draft, { first: 'open' }) }),
  }),
  part: ({ measure }, draft) =>
    measure.name === 'mean'
      ? meanPart(draft)
      : quantilePart(quantileSketch.toCounts(draft), measure.probability, 'log-log', lowest(draft)),
};

/** Whether times that are kept exactly stand elsewhere in the bins of another side. */
function isMovedIn(bins: QuantileSketchDraft, draft: QuantileSketchDraft): boolean {
  if (bins === draft || !quantileSketch.size(draft).exact) return false;
  const edges = quantileSketch.toCounts(bins);
  return quantileSketch.toCounts(draft).some(({ time }, i) => time !== edges[i]?.time);
}

/** Whether open cases were counted in bins, so that nobody knows whether others of their bin closed before or after they were last seen. */
function isOrderUnknown(draft: QuantileSketchDraft): boolean {
  const { exact, open } = quantileSketch.size(draft);
  return !exact && open > 0;
}

/** Of cases counted in bins: as early as they may have closed. */
function lowest(draft: QuantileSketchDraft): SurvivalCounts | undefined {
  if (quantileSketch.size(draft).exact) return undefined;
  return quantileSketch.toCounts(draft, { edge: 'lower', first: 'open' });
}

function readMeasure(value: unknown, path: string): DurationMeasure {
  const fields = checkObject(value, path);
  const name = checkOneOf(fields.name, at(path, 'name'), ['quantile', 'mean'] as const);
  refuseUnknown(fields, path, name === 'mean' ? { name: true } : { name: true, probability: true });
  if (name === 'mean') return Object.freeze({ name });
  const range = { exclusiveMin: 0, exclusiveMax: 1 };
  const probability = checkRange(fields.probability, at(path, 'probability'), range);
  return Object.freeze({ name, probability });
}

function quantileValue(
  draft: QuantileSketchDraft,
  probability: number,
  confidence: number,
): KpiValue<null> | Reason {
  const found = quantileSketch.quantile(draft, probability, { definition: 'kaplan-meier' });
  if (found.status === 'empty') return makeReason('kpi.no-cases', 'info');
  if (found.status === 'not-reached') return makeReason('kpi.quantile-not-reached', 'info');
  const interval = intervalOf(draft, probability, found.value, confidence);
  return {
    value: found.value,
    numerator: null,
    denominator: null,
    ...(interval && { interval }),
    method: probability === 0.5 ? 'durations-median' : 'durations-quantile',
    ...(found.error > 0 && { relativeError: found.error }),
    ...openCases(draft),
  };
}

/**
 * Between order statistics where all cases are closed; else where the bands of the curve reach the quantile, if both do: of cases in bins the lower end is that of the lowest
 * curve there may be, and the upper end that of the highest.
 */
function intervalOf(
  draft: QuantileSketchDraft,
  probability: number,
  value: number,
  confidence: number,
): Interval | undefined {
  if (quantileSketch.size(draft).open === 0) {
    const bounds = quantileSketch.quantileInterval(draft, probability, { confidence });
    return bounds.status === 'found' ? bounds.interval : undefined;
  }
  const counts = quantileSketch.toCounts(draft);
  const [{ low }, highest] = [lowest(draft) ?? counts, counts].map((of) =>
    survivalQuantile(kaplanMeier(of, { confidence }), probability),
  ) as [SurvivalQuantile, SurvivalQuantile];
  if (highest.status === 'not-reached' || highest.high === null || low === null) return undefined;
  const [from, to] = [Math.min(low, value), Math.max(highest.high, value)];
  return Object.freeze({ low: from, high: to, confidence, method: highest.method });
}

function meanValue(draft: QuantileSketchDraft): KpiValue<null> | Reason {
  const found = quantileSketch.mean(draft);
  if (found.status === 'empty') return makeReason('kpi.no-cases', 'info');
  return {
    value: found.value,
    numerator: null,
    denominator: null,
    method: 'durations-mean',
    ...openCases(draft),
  };
}

/** The mean has no interval, though its cases are a sample. */
function meanPart(draft: QuantileSketchDraft): LinearPart | Reason {
  const part = countedPart(meanValue(draft), quantileSketch.size(draft).closed);
  return isReason(part) ? part : { ...part, spread: null };
}

function openCases(draft: QuantileSketchDraft): Pick<KpiValue, 'open' | 'reasons'> {
  const { open } = quantileSketch.size(draft);
  return open === 0 ? { reasons: [] } : { open, reasons: [stillOpen(open)] };
}
