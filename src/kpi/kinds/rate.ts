import { at, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { poissonInterval } from '../../statistics/index.js';
import { addCounts, countOf, joinNamed, type KindMethods } from './kind.js';

/** How often something happens in so much exposure, with the exact interval of a Poisson count (Garwood 1936). */
export const rateKind: KindMethods<'rate'> = {
  definitionFields: { per: true },
  eventFields: { count: true, exposure: true },
  eventDefaults: { count: 0, exposure: 0 },
  leastFields: 0,
  define: (fields, path) => ({
    kind: 'rate',
    per:
      fields.per === undefined ? 1 : checkRange(fields.per, at(path, 'per'), { exclusiveMin: 0 }),
  }),
  empty: () => ({ count: 0, exposure: 0 }),
  add(_kpi, draft, event, path) {
    const count = addCounts(draft.count, countOf(event.count, path, 'count', 0));
    draft.exposure = addCounts(draft.exposure, countOf(event.exposure, path, 'exposure', 0));
    draft.count = count;
  },
  read: (_kpi, data, path) => ({
    count: countOf(data.count, path, 'count'),
    exposure: countOf(data.exposure, path, 'exposure'),
  }),
  join: (draft, other) => joinNamed(draft, other, ['count', 'exposure']),
  write: (_kpi, { count, exposure }) => Object.freeze({ count, exposure }),
  size: (_kpi, { exposure }) => exposure,
  // A year of one client's days is one client: only the events can be counted.
  subjects: (_kpi, { count }) => count,
  reasonWithout: ({ count }) => (count > 0 ? makeReason('kpi.no-base', 'info') : null),
  value(kpi, { count, exposure }, confidence) {
    const per = kpi.per as number;
    const { low, high, method } = poissonInterval(count, { exposure, confidence });
    return {
      value: (count / exposure) * per,
      numerator: count,
      denominator: exposure,
      interval: { low: low * per, high: high * per, confidence, method },
      method: 'rate',
      reasons: [],
    };
  },
  sample: (kpi, { count, exposure }) => ({
    kind: 'rate',
    events: count,
    exposure,
    per: kpi.per as number,
  }),
};
