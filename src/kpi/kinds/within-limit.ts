import { at, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type Interval,
  kaplanMeier,
  type SurvivalCurve,
  survivalAt,
  wilsonInterval,
} from '../../statistics/index.js';
import { allOrNothingInterval, casesAsSure } from './cases-as-sure.js';
import {
  addCounts,
  countOf,
  type Fields,
  flagOf,
  type KindDrafts,
  type KindMethods,
} from './kind.js';
import {
  addLimitCase,
  BEYOND,
  joinLimitCases,
  LIMIT_PARTS,
  limitPartOf,
  limitTable,
  noLimitCases,
  readLimitCases,
  writeLimitCases,
} from './limit-parts.js';
import { proportionValue } from './proportion.js';
import type { DrawnCases, LinearPart } from './sample.js';

/**
 * The share of cases that take no longer than a limit. A case that is open at the limit or beyond has missed it. One that is open short of it counts for as long as it was seen (Kaplan–Meier):
 * it may yet do either, and to leave it out would count the quick ones before the slow ones can be seen.
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
  empty: () => ({ within: noLimitCases(), open: noLimitCases(), over: 0 }),
  add({ limit }, draft, event, path) {
    const duration = durationIn(event, path);
    const open = flagOf(event.open, path, 'open');
    // What is open at the limit itself has not closed by then as far as anybody knows.
    if (duration > limit || (open && duration === limit)) draft.over = addCounts(draft.over, 1);
    else addLimitCase(open ? draft.open : draft.within, limitPartOf(duration, limit));
  },
  read: (_kpi, data, path) => ({
    within: readLimitCases(data, 'within', path),
    open: readLimitCases(data, 'open', path),
    over: countOf(data.over, path, 'over'),
  }),
  join(draft, other) {
    addCounts(draft.within.n, other.within.n);
    addCounts(draft.open.n, other.open.n);
    draft.over = addCounts(draft.over, other.over);
    joinLimitCases(draft.within, other.within);
    joinLimitCases(draft.open, other.open);
  },
  write: (_kpi, { within, open, over }) =>
    Object.freeze({ within: writeLimitCases(within), open: writeLimitCases(open), over }),
  size: (_kpi, draft) => decided(draft),
  subjects: (_kpi, draft) => addCounts(decided(draft), draft.open.n),
  shownCounts: (_kpi, { within, over, open }) => [within.n, over, open.n],
  reasonWithout: ({ open }) =>
    open.n === 0 ? null : makeReason('kpi.none-decided', 'info', { open: open.n }),
  value({ limit }, draft, confidence) {
    const { n: open } = draft.open;
    if (open === 0) {
      return proportionValue(draft.within.n, decided(draft), confidence, 'within-limit');
    }
    const counts = { numerator: null, denominator: null, open };
    const method = 'within-limit-kaplan-meier';
    const share = shareWithin(draft, confidence);
    if (share !== null) return { ...share, ...counts, method, reasons: [stillOpen(open)] };
    const soFar = shareSoFar(draft, confidence);
    if (soFar === null) return makeReason('kpi.not-watched-so-long', 'info', { time: limit });
    const atLeast = makeReason('kpi.within-limit-so-far', 'info', { value: soFar.value });
    return { ...soFar, ...counts, method, reasons: [stillOpen(open), atLeast] };
  },
  sample(_kpi, draft) {
    if (draft.open.n === 0) {
      return { kind: 'proportion', successes: draft.within.n, n: decided(draft) };
    }
    const share = shareWithin(draft, 0.95);
    return share && { kind: 'composed', drawn: drawnCases(draft, share.value) };
  },
  part({ limit }, draft) {
    const share = shareWithin(draft, 0.95);
    if (share === null) return makeReason('kpi.not-watched-so-long', 'info', { time: limit });
    return partOf(draft, share.value);
  },
};

type Draft = KindDrafts['within-limit'];

function decided({ within, over }: Draft): number {
  return addCounts(within.n, over);
}

/** The share that has closed by the limit; null where some were last seen before it, and nobody at it. */
function shareWithin(
  draft: Draft,
  confidence: number,
): { readonly value: number; readonly interval: Interval } | null {
  const { within, open } = draft;
  if (open.n === 0) {
    const interval = wilsonInterval(within.n, decided(draft), { confidence });
    return { value: within.n / decided(draft), interval };
  }
  const curve = curveOf(draft, confidence);
  const end = survivalAt(curve, (LIMIT_PARTS + BEYOND) / 2);
  if (end.status === 'not-observed') return null;
  const value = 1 - end.survival;
  if (end.low === null || end.high === null) {
    return { value, interval: allOrNothingInterval(value, casesAsSure(curve.steps), confidence) };
  }
  const ends = { low: 1 - end.high, high: 1 - end.low };
  return { value, interval: { ...ends, confidence, method: `greenwood-${curve.interval}` } };
}

/** Up to so large a share may be unknown for what is known to be told. */
const MOST_UNKNOWN = 0.05;

/**
 * Where nobody was seen at the limit: the share that has closed for certain, if what is left is small, as of a good service of which the last case is one still open. All that are left may
 * yet close by the limit, so that the interval reaches to 1; null where too much is unknown.
 */
function shareSoFar(draft: Draft, confidence: number): ReturnType<typeof shareWithin> {
  const curve = curveOf(draft, confidence);
  const end = survivalAt(curve, draft.open.parts.length - 1);
  if (end.status === 'not-observed' || end.survival > MOST_UNKNOWN || end.high === null)
    return null;
  const interval = {
    low: 1 - end.high,
    high: 1,
    confidence,
    method: `greenwood-${curve.interval}`,
  };
  return { value: 1 - end.survival, interval };
}

function curveOf({ within, open, over }: Draft, confidence: number): SurvivalCurve {
  return kaplanMeier(limitTable(within, open, over), { confidence });
}

function drawnCases(draft: Draft, mean: number): DrawnCases {
  const n = draft.open.n === 0 ? decided(draft) : casesAsSure(curveOf(draft, 0.95).steps);
  return { n, mean, variance: mean * (1 - mean) };
}

/** What the share brings to that of several strata, of which some have open cases. */
function partOf(draft: Draft, value: number): LinearPart {
  const drawn = drawnCases(draft, value);
  return {
    kind: 'linear',
    value,
    weight: addCounts(decided(draft), draft.open.n),
    spread: {
      error: Math.sqrt(drawn.variance / drawn.n),
      drawn,
      endsAt: (confidence) => shareWithin(draft, confidence)!.interval,
      range: { low: 0, high: 1 },
      method: 'mover-greenwood',
    },
  };
}

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
