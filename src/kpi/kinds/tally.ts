import { at } from '../../errors/index.js';
import { multinomialIntervals } from '../../statistics/index.js';
import type { TallyDefinition } from '../definition.js';
import type { TallyShare } from '../result.js';
import { noCounts, placeOf, readCounts, readIds } from './id-list.js';
import { addCounts, countOf, joinCounts, type KindMethods } from './kind.js';
import { proportionValue } from './proportion.js';

/** How cases spread over named reasons: a Pareto table, and the share of one of them as the value. */
export const tallyKind: KindMethods<'tally'> = {
  definitionFields: { categories: true, of: true },
  eventFields: { category: true, count: true },
  eventDefaults: { count: 1 },
  leastFields: 1,
  define(fields, path) {
    const range = { minLength: 2, maxLength: 1000 };
    const categories = readIds(fields.categories, at(path, 'categories'), range);
    const of = categories[placeOf(fields.of, categories, path, 'of')]!;
    return { kind: 'tally', categories, of };
  },
  empty: (kpi) => ({ counts: noCounts(kpi.categories.length) }),
  add(kpi, { counts }, event, path) {
    const place = placeOf(event.category, kpi.categories, path, 'category');
    counts[place] = addCounts(counts[place]!, countOf(event.count, path, 'count', 1));
  },
  read: (kpi, data, path) => ({ counts: readCounts(data, 'counts', kpi.categories.length, path) }),
  join: (draft, other) => joinCounts([draft.counts, other.counts]),
  write: (_kpi, { counts }) => Object.freeze({ counts: Object.freeze([...counts]) }),
  size: (_kpi, { counts }) => counts.reduce(addCounts, 0),
  // Of its own category alone: where there are many, few rows have a case of each.
  shownCounts({ categories, of }, { counts }) {
    const own = counts[categories.indexOf(of)]!;
    return [own, counts.reduce(addCounts, 0) - own];
  },
  value(kpi, { counts }, confidence) {
    const place = kpi.categories.indexOf(kpi.of);
    const n = counts.reduce(addCounts, 0);
    const share = proportionValue(counts[place]!, n, confidence, 'tally-share');
    return { ...share, shares: sharesOf(kpi, counts, n, confidence) };
  },
  sample: (kpi, { counts }) => ({
    kind: 'proportion',
    successes: counts[kpi.categories.indexOf(kpi.of)]!,
    n: counts.reduce(addCounts, 0),
  }),
};

/** The most frequent first; equal ones in the definition's order. */
function sharesOf(
  { categories }: TallyDefinition,
  counts: readonly number[],
  n: number,
  confidence: number,
): readonly TallyShare[] {
  const intervals = multinomialIntervals(counts, { confidence });
  const order = counts.map((_, i) => i).sort((i, j) => counts[j]! - counts[i]! || i - j);
  let running = 0;
  return order.map((i) => {
    const count = counts[i]!;
    running += count;
    return Object.freeze({
      id: categories[i]!,
      count,
      share: count / n,
      cumulative: running / n,
      interval: intervals[i]!,
    });
  });
}
