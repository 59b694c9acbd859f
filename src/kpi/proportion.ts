import { at, checkRange } from '../errors/index.js';
import { expm1, log1p } from '../numerics/index.js';
import { type Interval, wilsonInterval } from '../statistics/index.js';
import type { ProportionDefinition } from './definition.js';
import { addCounts, checkShare, type KindFields, type KindMethods, readCount } from './kind.js';
import type { KpiValue } from './result.js';

/** A share of cases, with its Wilson interval; a loss rate may be stated for a year. */
export const proportionKind: KindMethods<'proportion'> = {
  define(fields, path): KindFields<'proportion'> {
    if (fields.periodsPerYear === undefined) return { kind: 'proportion' };
    const range = { exclusiveMin: 0, max: 366 };
    const periodsPerYear = checkRange(fields.periodsPerYear, at(path, 'periodsPerYear'), range);
    return { kind: 'proportion', periodsPerYear };
  },
  empty: () => ({ successes: 0, trials: 0 }),
  event: (_kpi, event, path) => readProportion(event, path),
  read: (_kpi, data, path) => readProportion(data, path),
  join(draft, other) {
    draft.successes = addCounts(draft.successes, other.successes);
    draft.trials = addCounts(draft.trials, other.trials);
  },
  write: (_kpi, draft) => Object.freeze({ ...draft }),
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

function readProportion(
  value: Readonly<Record<string, unknown>>,
  path: string,
): { successes: number; trials: number } {
  const trials = readCount(value.trials, at(path, 'trials'));
  const successes = readCount(value.successes, at(path, 'successes'));
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
