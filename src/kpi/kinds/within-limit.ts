import { at, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type Interval,
  kaplanMeier,
  type SurvivalCurve,
  survivalAt,
  wilsonInterval,
} from '../../statistics/index.js';
import type { KpiValue } from '../result.js';
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
  AT_LIMIT,
  addLimitCase,
  joinLimitCases,
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
    const method = 'within-limit-kaplan-meier';
    const share = shareWithin(draft, confidence);
    if (share === null) {
      return shareSoFar(draft, confidence) ?? notWatched(limit);
    }
    const { value, interval, least, most } = share;
    const counts = { numerator: null, denominator: null, open };
    const unsure = isOrderKnown(share)
      ? []
      : [makeReason('kpi.order-within-parts-unknown', 'info', { least, most })];
    return { value, interval, ...counts, method, reasons: [stillOpen(open), ...unsure] };
  },
  sample(_kpi, draft) {
    if (draft.open.n === 0) {
      return { kind: 'proportion', successes: draft.within.n, n: decided(draft) };
    }
    const share = shareWithin(draft, 0.95);
    // Where the order matters no number of cases is as sure: then the intervals decide.
    if (share === null || !isOrderKnown(share)) return null;
    return { kind: 'composed', drawn: drawnCases(draft, share.value) };
  },
  part({ limit }, draft) {
    const share = shareWithin(draft, 0.95);
    return share === null ? notWatched(limit) : partOf(draft, share);
  },
};

type Draft = KindDrafts['within-limit'];

function decided({ within, over }: Draft): number {
  return addCounts(within.n, over);
}

/** The share that has closed by the limit. */
interface ShareWithin {
  /** In the middle of both orders. */
  readonly value: number;
  /** That of both orders together. */
  readonly interval: Interval;
  /** With closings first in every part, and with open cases first. */
  readonly least: number;
  readonly most: number;
}

/** Orders that make less of a difference are as good as known. */
const SAME_SHARE = 0.005;

function isOrderKnown({ least, most }: ShareWithin): boolean {
  return most - least <= SAME_SHARE;
}

/** Null where some were last seen before the limit, and nobody at it. */
function shareWithin(draft: Draft, confidence: number): ShareWithin | null {
  const { within, open } = draft;
  if (open.n === 0) {
    const interval = wilsonInterval(within.n, decided(draft), { confidence });
    const value = within.n / decided(draft);
    return { value, interval, least: value, most: value };
  }
  const [least, most] = [shareBy(draft, confidence, false), shareBy(draft, confidence, true)];
  if (least === null || most === null) return null;
  const { method } = least.interval;
  const low = Math.min(least.interval.low, most.interval.low);
  const high = Math.max(least.interval.high, most.interval.high);
  return {
    value: (least.value + most.value) / 2,
    interval: { low, high, confidence, method },
    least: least.value,
    most: most.value,
  };
}

function shareBy(
  draft: Draft,
  confidence: number,
  openFirst: boolean,
): Pick<ShareWithin, 'value' | 'interval'> | null {
  const curve = curveOf(draft, confidence, openFirst);
  const end = survivalAt(curve, AT_LIMIT);
  if (end.status === 'not-observed') return null;
  const value = 1 - end.survival;
  if (end.low === null || end.high === null) {
    return { value, interval: allOrNothingInterval(value, casesAsSure(curve.steps), confidence) };
  }
  const ends = { low: 1 - end.high, high: 1 - end.low };
  return { value, interval: { ...ends, confidence, method: `greenwood-${curve.interval}` } };
}

/** Up to so large a share may be open for what has closed to be told. */
const MOST_OPEN = 0.05;

/**
 * Where nobody was seen at the limit: the share of all that has closed, if few are open, as of a good service of which the last case is one still open. Those may yet close by the limit, so
 * that the interval reaches to 1.
 */
function shareSoFar(draft: Draft, confidence: number): KpiValue<null> | null {
  const { within, open } = draft;
  const all = addCounts(within.n, open.n);
  if (open.n > MOST_OPEN * all) return null;
  const { low } = wilsonInterval(within.n, all, { confidence });
  const value = within.n / all;
  const soFar = makeReason('kpi.within-limit-so-far', 'info', { value });
  return {
    value,
    interval: { low, high: 1, confidence, method: 'wilson' },
    numerator: null,
    denominator: null,
    method: 'within-limit-so-far',
    open: open.n,
    reasons: [stillOpen(open.n), soFar],
  };
}

function notWatched(time: number): Reason {
  return makeReason('kpi.not-watched-so-long', 'info', { time });
}

function curveOf(
  { within, open, over }: Draft,
  confidence: number,
  openFirst: boolean,
): SurvivalCurve {
  return kaplanMeier(limitTable(within, open, over, openFirst), { confidence });
}

function drawnCases(draft: Draft, mean: number): DrawnCases {
  const n = draft.open.n === 0 ? decided(draft) : casesAsSure(curveOf(draft, 0.95, false).steps);
  return { n, mean, variance: mean * (1 - mean) };
}

/** What the share brings to that of several strata, of which some have open cases. */
function partOf(draft: Draft, share: ShareWithin): LinearPart {
  const { value } = share;
  const weight = addCounts(decided(draft), draft.open.n);
  if (!isOrderKnown(share)) return { kind: 'linear', value, weight, spread: null };
  const drawn = drawnCases(draft, value);
  return {
    kind: 'linear',
    value,
    weight,
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
