import { at, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  addCounts,
  countOf,
  type Fields,
  flagOf,
  joinNamed,
  type KindDrafts,
  type KindMethods,
} from './kind.js';
import { proportionValue } from './proportion.js';

/**
 * The share of cases that took no longer than a limit. A case that is open beyond the limit has missed it already; one that is open within it is
 * undecided and counts on neither side.
 */
export const withinLimitKind: KindMethods<'within-limit'> = {
  definitionFields: { limit: true },
  eventFields: { duration: true, open: true },
  eventDefaults: { open: false },
  leastFields: 1,
  define: (fields, path) => ({
    kind: 'within-limit',
    limit: checkRange(fields.limit, at(path, 'limit'), { min: 0 }),
  }),
  empty: () => ({ within: 0, over: 0, open: 0 }),
  add(kpi, draft, event, path) {
    const duration = durationIn(event, path);
    const open = flagOf(event.open, path, 'open');
    if (duration > kpi.limit) draft.over = addCounts(draft.over, 1);
    else if (open) draft.open = addCounts(draft.open, 1);
    else draft.within = addCounts(draft.within, 1);
  },
  read: (_kpi, data, path) => ({
    within: countOf(data.within, path, 'within'),
    over: countOf(data.over, path, 'over'),
    open: countOf(data.open, path, 'open'),
  }),
  join: (draft, other) => joinNamed(draft, other, ['within', 'over', 'open']),
  write: (_kpi, { within, over, open }) => Object.freeze({ within, over, open }),
  size: (_kpi, draft) => decided(draft),
  subjects: (_kpi, draft) => addCounts(decided(draft), draft.open),
  shownCounts: (_kpi, { within, over, open }) => [within, over, open],
  reasonWithout: ({ open }) =>
    open === 0 ? null : makeReason('kpi.none-decided', 'info', { open }),
  value(_kpi, draft, confidence) {
    const share = proportionValue(draft.within, decided(draft), confidence, 'within-limit');
    return draft.open === 0
      ? share
      : { ...share, open: draft.open, reasons: [stillOpen(draft.open)] };
  },
  sample: (_kpi, draft) => ({ kind: 'proportion', successes: draft.within, n: decided(draft) }),
};

/** A duration of at least 0; the common case makes no path. */
export function durationIn(event: Fields, path: string): number {
  const { duration } = event;
  if (typeof duration === 'number' && duration >= 0 && duration < Number.POSITIVE_INFINITY) {
    return duration + 0;
  }
  return checkRange(duration, at(path, 'duration'), { min: 0 });
}

/** Says how many cases are open. */
export function stillOpen(open: number): Reason {
  return makeReason('kpi.cases-open', 'info', { open });
}

function decided({ within, over }: KindDrafts['within-limit']): number {
  return addCounts(within, over);
}
