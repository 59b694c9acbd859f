import { at } from '../errors/index.js';
import { addCounts, type KindMethods, readCount } from './kind.js';

/** A ratio of two counts. It is no share of a sample, so it has no interval. */
export const countRatioKind: KindMethods<'count-ratio'> = {
  define: () => ({ kind: 'count-ratio' }),
  empty: () => ({ numerator: 0, denominator: 0 }),
  event: (_kpi, event, path) => ({
    numerator: readCount(event.numerator, at(path, 'numerator'), 0),
    denominator: readCount(event.denominator, at(path, 'denominator'), 0),
  }),
  read: (_kpi, data, path) => ({
    numerator: readCount(data.numerator, at(path, 'numerator')),
    denominator: readCount(data.denominator, at(path, 'denominator')),
  }),
  join(draft, other) {
    draft.numerator = addCounts(draft.numerator, other.numerator);
    draft.denominator = addCounts(draft.denominator, other.denominator);
  },
  write: (_kpi, draft) => Object.freeze({ ...draft }),
  size: (_kpi, { denominator }) => denominator,
  value: (_kpi, { numerator, denominator }) => ({
    value: numerator / denominator,
    numerator,
    denominator,
    method: 'count-ratio',
    reasons: [],
  }),
  sample: () => null,
};
