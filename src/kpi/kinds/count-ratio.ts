import { makeReason } from '../../evidence/index.js';
import type { KpiValue } from '../result.js';
import {
  addCounts,
  countedPart,
  countOf,
  joinNamed,
  type KindDrafts,
  type KindMethods,
} from './kind.js';

/** A ratio of two counts. It is no share of a sample, so it has no interval. */
export const countRatioKind: KindMethods<'count-ratio'> = {
  definitionFields: {},
  eventFields: { numerator: true, denominator: true },
  eventDefaults: { numerator: 0, denominator: 0 },
  leastFields: 0,
  define: () => ({ kind: 'count-ratio' }),
  empty: () => ({ numerator: 0, denominator: 0 }),
  add(_kpi, draft, event, path) {
    const numerator = addCounts(draft.numerator, countOf(event.numerator, path, 'numerator', 0));
    draft.denominator = addCounts(
      draft.denominator,
      countOf(event.denominator, path, 'denominator', 0),
    );
    draft.numerator = numerator;
  },
  read: (_kpi, data, path) => ({
    numerator: countOf(data.numerator, path, 'numerator'),
    denominator: countOf(data.denominator, path, 'denominator'),
  }),
  join: (draft, other) => joinNamed(draft, other, ['numerator', 'denominator']),
  write: (_kpi, { numerator, denominator }) => Object.freeze({ numerator, denominator }),
  size: (_kpi, { denominator }) => denominator,
  reasonWithout: ({ numerator }) => (numerator > 0 ? makeReason('kpi.no-base', 'info') : null),
  value: (_kpi, draft) => quotientOf(draft),
  sample: () => null,
  part: (_kpi, draft) => countedPart(quotientOf(draft), draft.denominator),
};

function quotientOf({ numerator, denominator }: KindDrafts['count-ratio']): KpiValue<number> {
  const value = numerator / denominator;
  return { value, numerator, denominator, method: 'count-ratio', reasons: [] };
}
