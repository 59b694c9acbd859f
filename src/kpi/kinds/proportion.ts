import { at, checkRange } from '../../errors/index.js';
import { expm1, log1p } from '../../numerics/index.js';
import { type Interval, wilsonInterval } from '../../statistics/index.js';
import type { ProportionDefinition } from '../definition.js';
import type { KpiValue } from '../result.js';
import {
  addCounts,
  checkShare,
  countOf,
  type Fields,
  type KindDrafts,
  type KindFields,
  type KindMethods,
} from './kind.js';

/** A share of cases, with its Wilson interval; a loss rate may be stated for a year. */
export const proportionKind: KindMethods<'proportion'> = {
  definitionFields: { periodsPerYear: true },
  eventFields: { successes: true, trials: true },
  leastFields: 2,
  define(fields, path): KindFields<'proportion'> {
    if (fields.periodsPerYear === undefined) return { kind: 'proportion' };
    const range = { exclusiveMin: 0, max: 366 };
    const periodsPerYear = checkRange(fields.periodsPerYear, at(path, 'periodsPerYear'), range);
    return { kind: 'proportion', periodsPerYear };
  },
  empty: () => ({ successes: 0, trials: 0 }),
  add(_kpi, draft, event, path) {
    const trials = countOf(event.trials, path, 'trials');
    const successes = countOf(event.successes, path, 'successes');
    checkShare(successes, trials, path, 'successes');
    // Successes never exceed trials, so they fit if the trials do.
    draft.trials = addCounts(draft.trials, trials);
    draft.successes += successes;
  },
  read: (_kpi, data, path) => readCounts(data, path),
  join(draft, other) {
    draft.trials = addCounts(draft.trials, other.trials);
    draft.successes += other.successes;
  },
  write: (_kpi, { successes, trials }) => Object.freeze({ successes, trials }),
  shownCounts: (_kpi, { successes, trials }) => [successes, trials - successes],
  size: (_kpi, { trials }) => trials,
  value(kpi, { successes, trials }, confidence) {
    const share = proportionValue(successes, trials, confidence, 'proportion');
    return kpi.periodsPerYear === undefined ? share : annualise(share, kpi);
  },
  sample: (_kpi, { successes, trials }) => ({ kind: 'proportion', successes, n: trials }),
};

/** A share with its Wilson interval. */
export function proportionValue(
  successes: number,
  n: number,
  confidence: number,
  method: string,
): KpiValue<number> {
  return {
    value: successes / n,
    numerator: successes,
    denominator: n,
    interval: wilsonInterval(successes, n, { confidence }),
    method,
    reasons: [],
  };
}

function readCounts(data: Fields, path: string): KindDrafts['proportion'] {
  const trials = countOf(data.trials, path, 'trials');
  const successes = countOf(data.successes, path, 'successes');
  checkShare(successes, trials, path, 'successes');
  return { successes, trials };
}

/** 1 − (1 − q)^m grows with q, so it carries the bounds of q's interval over. */
function annualise(share: KpiValue<number>, kpi: ProportionDefinition): KpiValue<number> {
  const yearly = (q: number): number =>
    q === 1 ? 1 : -expm1((kpi.periodsPerYear as number) * log1p(-q)) + 0;
  const { low, high, confidence, method } = share.interval as Interval;
  return {
    ...share,
    value: yearly(share.value),
    interval: { low: yearly(low), high: yearly(high), confidence, method },
    method: 'annualised-proportion',
  };
}
