import { makeReason } from '../../evidence/index.js';
import { addCounts, countOf, type KindMethods } from './kind.js';

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
  join(draft, other) {
    draft.numerator = addCounts(draft.numerator, other.numerator);
    draft.denominator = addCounts(draft.denominator, other.denominator);
  },
  write: (_kpi, { numerator, denominator }) => Object.freeze({ numerator, denominator }),
  size: (_kpi, { denominator }) => denominator,
  reasonWithout: ({ numerator }) => (numerator > 0 ? makeReason('kpi.no-base', 'info') : null),
  value: (_kpi, { numerator, denominator }) => ({
    value: numerator / denominator,
    numerator,
    denominator,
    method: 'count-ratio',
    reasons: [],
  }),
  sample: () => null,
};
