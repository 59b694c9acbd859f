import { AptfolioError, at } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { type Interval, kaplanMeier, survivalAt, wilsonInterval } from '../../statistics/index.js';
import type { FunnelStep, KpiValue } from '../result.js';
import { noCounts, placeOf, readCounts, readIds } from './id-list.js';
import {
  addCounts,
  countOf,
  flagOf,
  joinCounts,
  type KindDrafts,
  type KindMethods,
} from './kind.js';
import { stillOpen } from './within-limit.js';

/**
 * How many of those who start reach each further step. Who may still go on from a step is left out of the share that goes beyond it, and the
 * value is the product of those shares: the product-limit estimate, with the steps for time.
 */
export const funnelKind: KindMethods<'funnel'> = {
  definitionFields: { steps: true },
  eventFields: { reached: true, open: true, count: true },
  eventDefaults: { open: false, count: 1 },
  leastFields: 1,
  define: (fields, path) => ({
    kind: 'funnel',
    steps: readIds(fields.steps, at(path, 'steps'), { minLength: 2, maxLength: 100 }),
  }),
  empty: ({ steps }) => ({ stopped: noCounts(steps.length), open: noCounts(steps.length) }),
  add({ steps }, draft, event, path) {
    const place = placeOf(event.reached, steps, path, 'reached');
    // Who has reached the last step has nowhere left to go.
    const goesOn = flagOf(event.open, path, 'open') && place < steps.length - 1;
    const counts = goesOn ? draft.open : draft.stopped;
    counts[place] = addCounts(counts[place]!, countOf(event.count, path, 'count', 1));
  },
  read({ steps }, data, path) {
    const stopped = readCounts(data, 'stopped', steps.length, path);
    const open = readCounts(data, 'open', steps.length, path);
    const last = steps.length - 1;
    if (open[last] === 0) return { stopped, open };
    const expected = '0, as nobody goes on from the last step';
    throw new AptfolioError('inconsistent', at(at(path, 'open'), last), expected, open[last]);
  },
  join(draft, other) {
    joinCounts([draft.stopped, other.stopped], [draft.open, other.open]);
  },
  write: (_kpi, { stopped, open }) =>
    Object.freeze({ stopped: Object.freeze([...stopped]), open: Object.freeze([...open]) }),
  size: (_kpi, draft) => reachedFrom(draft, 0),
  shownCounts(_kpi, { stopped, open }) {
    const lists = [stopped.slice(-1), stopped.slice(0, -1), open];
    return lists.map((counts) => counts.reduce(addCounts, 0));
  },
  value(kpi, draft, confidence) {
    const steps = stepsOf(kpi.steps, draft, confidence);
    const open = draft.open.reduce(addCounts, 0);
    const [started, finished] = [reachedFrom(draft, 0), reachedFrom(draft, kpi.steps.length - 1)];
    if (open === 0) {
      const interval = wilsonInterval(finished, started, { confidence });
      const ratio = { value: finished / started, numerator: finished, denominator: started };
      return { ...ratio, interval, method: 'funnel', steps, reasons: [] };
    }
    const estimate = productLimit(draft, confidence);
    if (estimate === null) return makeReason('kpi.funnel-undecided', 'info', { open });
    return {
      ...estimate,
      numerator: null,
      denominator: null,
      method: 'funnel-product-limit',
      steps,
      open,
      reasons: [stillOpen(open)],
    };
  },
  sample(kpi, draft) {
    if (draft.open.every((count) => count === 0)) {
      const successes = reachedFrom(draft, kpi.steps.length - 1);
      return { kind: 'proportion', successes, n: reachedFrom(draft, 0) };
    }
    const mean = productLimit(draft, 0.95)?.value;
    if (mean === undefined) return null;
    const drawn = { n: casesAsSure(draft, mean), mean, variance: mean * (1 - mean) };
    return { kind: 'composed', drawn };
  },
};

function reachedFrom({ stopped, open }: KindDrafts['funnel'], step: number): number {
  let reached = 0;
  for (let i = step; i < stopped.length; i++) {
    reached = addCounts(reached, addCounts(stopped[i]!, open[i]!));
  }
  return reached;
}

/** The share that reaches the last step: who may go on leaves the count at his step, before those who stopped there. */
function productLimit(
  draft: KindDrafts['funnel'],
  confidence: number,
): Required<Pick<KpiValue, 'value' | 'interval'>> | null {
  const { stopped, open } = draft;
  const counts = stopped.slice(0, -1).flatMap((count, i) => [
    { time: 2 * i, events: 0, censored: open[i]! },
    { time: 2 * i + 1, events: count, censored: 0 },
  ]);
  const last = 2 * (stopped.length - 1);
  const curve = kaplanMeier([...counts, { time: last, events: 0, censored: stopped.at(-1)! }], {
    confidence,
  });
  const end = survivalAt(curve, last - 1);
  // Beyond a step at which all may still go on nothing is known.
  if (end.status === 'not-observed') return null;
  const { survival: value, low, high } = end;
  if (low === null || high === null) {
    return { value, interval: allOrNothing(draft, value, confidence) };
  }
  return { value, interval: { low, high, confidence, method: `greenwood-${curve.interval}` } };
}

/** Where all or none come through Greenwood's error is 0, which is not to be sure: then Wilson's interval of as many as would be as sure. */
function allOrNothing(draft: KindDrafts['funnel'], value: number, confidence: number): Interval {
  // Rounded down, but not by the noise of a quotient.
  const n = Math.floor(casesAsSure(draft, value) * (1 + 1e-12));
  const { low, high } = wilsonInterval(value === 0 ? 0 : n, n, { confidence });
  return { low, high, confidence, method: 'wilson-effective-size' };
}

/**
 * As many who started, and of whom it is known where they ended, as would be as sure of the share. Where all or none come through, as many as those stand for who are decided at
 * the step beyond which nobody came, or at the last. With nobody open it is all who started.
 *
 * Source: F. J. Dorey and E. L. Korn, Effective sample sizes for confidence intervals for survival probabilities, Statistics in Medicine 6 (1987) 679–687.
 */
function casesAsSure(draft: KindDrafts['funnel'], value: number): number {
  let [share, relative, n] = [1, 0, 0];
  for (let step = 0; step < draft.stopped.length - 1; step++) {
    const [reached, onwards] = [reachedFrom(draft, step), reachedFrom(draft, step + 1)];
    const decided = reached - draft.open[step]!;
    n = decided / share;
    if (onwards === 0) return n;
    share *= onwards / decided;
    // Greenwood's sum: the square of the error, in shares.
    relative += (decided - onwards) / decided / onwards;
  }
  return value === 1 ? n : (1 - value) / value / relative;
}

function stepsOf(
  ids: readonly string[],
  draft: KindDrafts['funnel'],
  confidence: number,
): readonly FunnelStep[] {
  return ids.map((id, i) => {
    const reached = reachedFrom(draft, i);
    const open = draft.open[i]!;
    const decided = i === 0 ? 0 : reachedFrom(draft, i - 1) - draft.open[i - 1]!;
    if (decided === 0) return Object.freeze({ id, reached, open });
    const interval = wilsonInterval(reached, decided, { confidence });
    return Object.freeze({ id, reached, open, fromPrevious: reached / decided, interval });
  });
}
