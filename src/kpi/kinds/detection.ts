import { at, checkOneOf } from '../../errors/index.js';
import { f1Interval } from '../../statistics/index.js';
import type { DetectionDefinition } from '../definition.js';
import {
  addCounts,
  countOf,
  type Fields,
  joinNamed,
  type KindDrafts,
  type KindMethods,
} from './kind.js';
import { proportionValue } from './proportion.js';

const MEASURES = ['precision', 'recall', 'f1'] as const;

/** Precision and recall are shares of cases; F1 is not one, and has its interval and its test from the share it rises with: of all three counts those that were right. */
export const detectionKind: KindMethods<'detection'> = {
  definitionFields: { measure: true },
  eventFields: { truePositives: true, falsePositives: true, falseNegatives: true },
  eventDefaults: { truePositives: 0, falsePositives: 0, falseNegatives: 0 },
  leastFields: 0,
  define: (fields, path) => ({
    kind: 'detection',
    measure: checkOneOf(fields.measure, at(path, 'measure'), MEASURES),
  }),
  empty: () => ({ truePositives: 0, falsePositives: 0, falseNegatives: 0 }),
  add: (_kpi, draft, event, path) => joinCases(draft, readCases(event, path, 0)),
  read: (_kpi, data, path) => readCases(data, path),
  join: joinCases,
  write: (_kpi, { truePositives, falsePositives, falseNegatives }) =>
    Object.freeze({ truePositives, falsePositives, falseNegatives }),
  size: (kpi, draft) => casesOf(kpi, draft),
  shownCounts: (kpi, draft) => [draft.truePositives, casesOf(kpi, draft) - draft.truePositives],
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
      interval: f1Interval(draft, { confidence }),
      method: 'detection-f1',
      reasons: [],
    };
  },
  sample(kpi, draft) {
    const share = { successes: draft.truePositives, n: casesOf(kpi, draft) };
    return kpi.measure === 'f1'
      ? { kind: 'rising', ...share, figureAt: f1At }
      : { kind: 'proportion', ...share };
  },
};

/** F1 where such a share of all three counts were right, as in `f1Interval`. */
function f1At(share: number): { readonly value: number; readonly slope: number } {
  const whole = 1 + share;
  return { value: (2 * share) / whole, slope: 2 / (whole * whole) };
}

function casesOf({ measure }: DetectionDefinition, draft: KindDrafts['detection']): number {
  const { truePositives, falsePositives, falseNegatives } = draft;
  if (measure === 'precision') return addCounts(truePositives, falsePositives);
  if (measure === 'recall') return addCounts(truePositives, falseNegatives);
  return addCounts(truePositives, addCounts(falsePositives, falseNegatives));
}

function joinCases(draft: KindDrafts['detection'], other: KindDrafts['detection']): void {
  joinNamed(draft, other, ['truePositives', 'falsePositives', 'falseNegatives']);
}

function readCases(fields: Fields, path: string, fallback?: number): KindDrafts['detection'] {
  return {
    truePositives: countOf(fields.truePositives, path, 'truePositives', fallback),
    falsePositives: countOf(fields.falsePositives, path, 'falsePositives', fallback),
    falseNegatives: countOf(fields.falseNegatives, path, 'falseNegatives', fallback),
  };
}
