import { at, checkOneOf } from '../errors/index.js';
import type { DetectionDefinition } from './definition.js';
import { addCounts, type KindMethods, type KpiDrafts, readCount } from './kind.js';
import { proportionValue } from './proportion.js';

const KEYS = ['truePositives', 'falsePositives', 'falseNegatives'] as const;
const MEASURES = ['precision', 'recall', 'f1'] as const;

/** Precision and recall are shares of cases and have an interval; F1 is not one and has none. */
export const detectionKind: KindMethods<'detection'> = {
  define: (fields, path) => ({
    kind: 'detection',
    measure: checkOneOf(fields.measure, at(path, 'measure'), MEASURES),
  }),
  empty: () => ({ truePositives: 0, falsePositives: 0, falseNegatives: 0 }),
  event: (_kpi, event, path) => readCases(event, path, 0),
  read: (_kpi, data, path) => readCases(data, path),
  join(draft, other) {
    for (const key of KEYS) draft[key] = addCounts(draft[key], other[key]);
  },
  write: (_kpi, draft) => Object.freeze({ ...draft }),
  size: (kpi, draft) => casesOf(kpi, draft),
  value(kpi, draft, confidence) {
    const { truePositives, falsePositives, falseNegatives } = draft;
    if (kpi.measure !== 'f1') {
      const cases = casesOf(kpi, draft);
      return proportionValue(truePositives, cases, confidence, `detection-${kpi.measure}`);
    }
    const numerator = 2 * truePositives;
    const denominator = numerator + falsePositives + falseNegatives;
    return {
      value: numerator / denominator,
      numerator,
      denominator,
      method: 'detection-f1',
      reasons: [],
    };
  },
  sample: (kpi, draft) =>
    kpi.measure === 'f1'
      ? null
      : { kind: 'proportion', successes: draft.truePositives, n: casesOf(kpi, draft) },
};

function casesOf({ measure }: DetectionDefinition, draft: KpiDrafts['detection']): number {
  const { truePositives, falsePositives, falseNegatives } = draft;
  if (measure === 'precision') return addCounts(truePositives, falsePositives);
  if (measure === 'recall') return addCounts(truePositives, falseNegatives);
  return addCounts(truePositives, addCounts(falsePositives, falseNegatives));
}

function readCases(
  value: Readonly<Record<string, unknown>>,
  path: string,
  fallback?: number,
): KpiDrafts['detection'] {
  const [truePositives, falsePositives, falseNegatives] = KEYS.map((key) =>
    readCount(value[key], at(path, key), fallback),
  ) as [number, number, number];
  return { truePositives, falsePositives, falseNegatives };
}
