import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkVector,
} from '../errors/index.js';
import { quantile, quantileInterval } from '../statistics/index.js';
import type { DurationMeasure, DurationsDefinition } from './definition.js';
import type { KindMethods } from './kind.js';
import { proportionValue } from './proportion.js';
import type { KpiValue } from './result.js';

const MEASURES = ['within', 'quantile'] as const;

/** Durations, every one of them kept: exact, one number for each case. */
export const durationsKind: KindMethods<'durations'> = {
  define: (fields, path) => ({
    kind: 'durations',
    measure: readMeasure(fields.measure, at(path, 'measure')),
  }),
  empty: () => ({ values: [] }),
  event: (_kpi, event, path) => ({
    values: [checkRange(event.duration, at(path, 'duration'), { min: 0 })],
  }),
  read: (_kpi, data, path) => ({ values: readValues(data.values, at(path, 'values')) }),
  join(draft, other) {
    for (const value of other.values) draft.values.push(value);
  },
  write: (_kpi, { values }) =>
    Object.freeze({ values: Object.freeze(Array.from(Float64Array.from(values).sort())) }),
  size: (_kpi, { values }) => values.length,
  value(kpi, { values }, confidence) {
    if (kpi.measure.name === 'quantile') {
      return quantileValue(values, kpi.measure.probability, confidence);
    }
    return proportionValue(withinLimit(kpi, values), values.length, confidence, 'durations-within');
  },
  sample: (kpi, { values }) =>
    kpi.measure.name === 'quantile'
      ? null
      : { kind: 'proportion', successes: withinLimit(kpi, values), n: values.length },
};

function readMeasure(value: unknown, path: string): DurationMeasure {
  const fields = checkObject(value, path);
  const name = checkOneOf(fields.name, at(path, 'name'), MEASURES);
  if (name === 'within') {
    return Object.freeze({ name, limit: checkRange(fields.limit, at(path, 'limit'), { min: 0 }) });
  }
  const range = { exclusiveMin: 0, exclusiveMax: 1 };
  const probability = checkRange(fields.probability, at(path, 'probability'), range);
  return Object.freeze({ name, probability });
}

function readValues(value: unknown, path: string): number[] {
  const values = Array.from(checkVector(value, path));
  values.forEach((duration, i) => {
    checkRange(duration, at(path, i), { min: 0 });
    if (i > 0 && duration < values[i - 1]!) {
      throw new AptfolioError(
        'inconsistent',
        at(path, i),
        'durations in ascending order',
        duration,
      );
    }
  });
  return values;
}

function withinLimit({ measure }: DurationsDefinition, values: readonly number[]): number {
  const limit = measure.name === 'within' ? measure.limit : 0;
  return values.filter((value) => value <= limit).length;
}

function quantileValue(
  values: readonly number[],
  probability: number,
  confidence: number,
): KpiValue<null> {
  const found = quantileInterval(values, probability, { confidence });
  const figure = {
    value: quantile(values, probability),
    numerator: null,
    denominator: null,
    method: probability === 0.5 ? 'durations-median' : 'durations-quantile',
    reasons: [],
  };
  return found.status === 'found' ? { ...figure, interval: found.interval } : figure;
}
