import {
  AptfolioError,
  at,
  checkNumber,
  checkObject,
  checkOneOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { exactMoments, meanInterval } from '../../statistics/index.js';
import type { MeasurementsDefinition } from '../definition.js';
import { intervalByError, withinScale } from '../interval-around.js';
import type { KpiValue } from '../result.js';
import type { KindDrafts, KindFields, KindMethods } from './kind.js';

type Range = NonNullable<MeasurementsDefinition['range']>;

const MEASURES = ['mean', 'standard-deviation'] as const;

/** Numbers measured on cases, their sums and the sums of their squares kept exactly. */
export const measurementsKind: KindMethods<'measurements'> = {
  definitionFields: { measure: true, range: true },
  eventFields: { value: true },
  leastFields: 1,
  define(fields, path): KindFields<'measurements'> {
    const measure = checkOneOf(fields.measure, at(path, 'measure'), MEASURES);
    if (fields.range === undefined) return { kind: 'measurements', measure };
    return { kind: 'measurements', measure, range: readRange(fields.range, at(path, 'range')) };
  },
  empty: () => exactMoments.init(),
  add({ range }, draft, event, path) {
    const { value } = event;
    const isWithin = ({ lowest, highest }: Range): boolean =>
      typeof value === 'number' && value >= lowest && value <= highest;
    if (range !== undefined && !isWithin(range)) refuse(value, range, at(path, 'value'));
    exactMoments.add(draft, value as number, at(path, 'value'));
  },
  read({ range }, data, path) {
    const draft = exactMoments.decode(data, path);
    if (range === undefined || draft.n === 0) return draft;
    for (const key of ['min', 'max'] as const) {
      const value = draft[key];
      if (value < range.lowest || value > range.highest) refuse(value, range, at(path, key));
    }
    return draft;
  },
  join: (draft, other) => exactMoments.merge(draft, other),
  write: (_kpi, draft) => exactMoments.encode(draft),
  size: (_kpi, { n }) => n,
  value: (kpi, draft, confidence) =>
    kpi.measure === 'mean' ? meanValue(kpi, draft, confidence) : spreadValue(draft),
  sample(kpi, draft) {
    const summary = exactMoments.summary(draft);
    if (kpi.measure !== 'mean' || summary.status === 'empty') return null;
    const { n, mean } = summary;
    const variance = summary.status === 'found' ? summary.variance : 0;
    const { range: scale } = kpi;
    return { kind: 'moments', moments: { n, mean, variance }, ...(scale && { scale }) };
  },
};

function readRange(value: unknown, path: string): Range {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { lowest: true, highest: true });
  const lowest = checkNumber(fields.lowest, at(path, 'lowest'));
  const highest = checkNumber(fields.highest, at(path, 'highest'));
  if (lowest < highest) return Object.freeze({ lowest, highest });
  const expected = `a number above ${lowest}`;
  throw new AptfolioError('inconsistent', at(path, 'highest'), expected, highest);
}

function refuse(value: unknown, { lowest, highest }: Range, path: string): never {
  const number = checkNumber(value, path);
  throw new AptfolioError('out-of-range', path, `a number from ${lowest} to ${highest}`, number);
}

function meanValue(
  { range }: MeasurementsDefinition,
  draft: KindDrafts['measurements'],
  confidence: number,
): KpiValue<number | null> | Reason {
  const summary = exactMoments.summary(draft);
  if (summary.status === 'empty') return makeReason('kpi.no-cases', 'info');
  const { n, sum, mean } = summary;
  const figure = {
    value: mean,
    numerator: sum,
    denominator: n,
    ...(range && { range }),
    method: 'measurements-mean',
    reasons: [],
  };
  if (summary.status === 'single') return figure;
  const { method, ...ends } = withinScale(meanInterval(summary, { confidence }), range);
  const { variance } = summary;
  return { ...figure, variance, ...intervalByError(ends, confidence, method) };
}

function spreadValue(draft: KindDrafts['measurements']): KpiValue<null> | Reason {
  const summary = exactMoments.summary(draft);
  if (summary.status !== 'found') {
    return makeReason('kpi.sample-too-small', 'info', { n: summary.n, minimum: 2 });
  }
  const { standardDeviation: value, variance } = summary;
  return {
    value,
    numerator: null,
    denominator: null,
    variance,
    method: 'standard-deviation',
    reasons: [],
  };
}
