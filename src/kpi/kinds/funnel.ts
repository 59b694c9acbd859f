import { AptfolioError, at } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { kaplanMeier, survivalAt, wilsonInterval } from '../../statistics/index.js';
import type { FunnelStep, KpiValue } from '../result.js';
import { allOrNothingInterval, casesAsSure, type RiskStep } from './cases-as-sure.js';
import { noCounts, placeOf, readCounts, readIds } from './id-list.js';
import {
  addCounts,
  countOf,
  type Fields,
  flagOf,
  joinCounts,
  type KindDrafts,
  type KindMethods,
} from './kind.js';
import { stillOpen } from './within-limit.js';

/**
 * How many of those who start reach each further step. Who may still go on from a step is left out of the share that goes beyond it, and so is who went on though
 * the window there is not over: counted at once, the quick would be in before those who stay can be. The value is the product of those shares: the product-limit
 * estimate, with the steps for time.
 */
export const funnelKind: KindMethods<'funnel'> = {
  definitionFields: { steps: true },
  eventFields: { reached: true, open: true, early: true, count: true },
  eventDefaults: { open: false, count: 1 },
  leastFields: 1,
  define: (fields, path) => ({
    kind: 'funnel',
    steps: readIds(fields.steps, at(path, 'steps'), { minLength: 2, maxLength: 100 }),
  }),
  empty: ({ steps: { length } }) => ({
    stopped: noCounts(length),
    open: noCounts(length),
    early: noCounts(length),
  }),
  add({ steps }, draft, event, path) {
    const place = placeOf(event.reached, steps, path, 'reached');
    const isLast = place === steps.length - 1;
    const isOpen = flagOf(event.open, path, 'open');
    const from = event.early === undefined ? place : earlyFrom(steps, event, path, place);
    if (from < place && !isOpen && !isLast) {
      const expected = 'true, as the window of the step reached is not over either';
      throw new AptfolioError('inconsistent', at(path, 'open'), expected, event.open);
    }
    const count = countOf(event.count, path, 'count', 1);
    for (let i = from; i < place; i++) addCounts(draft.early[i]!, count);
    // Who has reached the last step has nowhere left to go.
    const counts = isOpen && !isLast ? draft.open : draft.stopped;
    counts[place] = addCounts(counts[place]!, count);
    for (let i = from; i < place; i++) draft.early[i]! += count;
  },
  read({ steps: { length } }, data, path) {
    const stopped = readCounts(data, 'stopped', length, path);
    const open = readCounts(data, 'open', length, path);
    const early =
      data.early === undefined ? noCounts(length) : readCounts(data, 'early', length, path);
    const draft = { stopped, open, early };
    checkOnwards(draft, path);
    return draft;
  },
  join(draft, other) {
    joinCounts(
      [draft.stopped, other.stopped],
      [draft.open, other.open],
      [draft.early, other.early],
    );
  },
  write: (_kpi, { stopped, open, early }) =>
    Object.freeze({
      stopped: Object.freeze([...stopped]),
      open: Object.freeze([...open]),
      ...(early.some((count) => count > 0) && { early: Object.freeze([...early]) }),
    }),
  size: (_kpi, draft) => reachedFrom(draft, 0),
  shownCounts(_kpi, { stopped, open, early }) {
    const finishedEarly = early.at(-2)!;
    return [
      stopped.at(-1)! - finishedEarly,
      finishedEarly,
      ...[stopped.slice(0, -1), open].map((counts) => counts.reduce(addCounts, 0)),
    ];
  },
  value(kpi, draft, confidence) {
    const counted = countedIn(draft);
    const steps = stepsOf(kpi.steps, draft, counted, confidence);
    const undecided = counted.open.reduce(addCounts, 0);
    const [started, finished] = [reachedFrom(draft, 0), reachedFrom(draft, kpi.steps.length - 1)];
    if (undecided === 0) {
      const interval = wilsonInterval(finished, started, { confidence });
      const ratio = { value: finished / started, numerator: finished, denominator: started };
      return { ...ratio, interval, method: 'funnel', steps, reasons: [] };
    }
    const estimate = productLimit(counted, confidence);
    if (estimate === null) return makeReason('kpi.funnel-undecided', 'info', { open: undecided });
    const open = draft.open.reduce(addCounts, 0);
    const early = draft.early.reduce(addCounts, 0);
    return {
      ...estimate,
      numerator: null,
      denominator: null,
      method: 'funnel-product-limit',
      steps,
      ...(open > 0 && { open }),
      reasons: [
        ...(open > 0 ? [stillOpen(open)] : []),
        ...(early > 0 ? [makeReason('kpi.early-left-out', 'info', { early })] : []),
      ],
    };
  },
  sample(kpi, draft) {
    const counted = countedIn(draft);
    if (counted.open.every((count) => count === 0)) {
      const successes = reachedFrom(draft, kpi.steps.length - 1);
      return { kind: 'proportion', successes, n: reachedFrom(draft, 0) };
    }
    const mean = productLimit(counted, 0.95)?.value;
    if (mean === undefined) return null;
    const drawn = { n: casesAsSure(riskSteps(counted)), mean, variance: mean * (1 - mean) };
    return { kind: 'composed', drawn };
  },
};

/** Who stopped at each step, and who leaves the count there. */
type StepCounts = Pick<KindDrafts['funnel'], 'stopped' | 'open'>;

/** The place of the step from which on somebody went on early, before the one reached. */
function earlyFrom(steps: readonly string[], event: Fields, path: string, reached: number): number {
  const from = placeOf(event.early, steps, path, 'early');
  if (from < reached) return from;
  const expected = 'a step before the one reached';
  throw new AptfolioError('inconsistent', at(path, 'early'), expected, event.early);
}

/** Refuses people who go on from the last step, and who went on early and then are nowhere. */
function checkOnwards({ stopped, open, early }: KindDrafts['funnel'], path: string): void {
  const last = stopped.length - 1;
  for (const [key, counts] of Object.entries({ open, early })) {
    if (counts[last] === 0) continue;
    const expected = '0, as nobody goes on from the last step';
    throw new AptfolioError('inconsistent', at(at(path, key), last), expected, counts[last]);
  }
  for (let i = 0; i < last; i++) {
    // At the next step they are at the end of the funnel, open, or have gone on early once more.
    const ended = i + 1 === last ? stopped[last]! : open[i + 1]!;
    if (early[i]! - early[i + 1]! <= ended) continue;
    const expected = 'no more than at the next step ended, may still go on or went on early';
    throw new AptfolioError('inconsistent', at(at(path, 'early'), i), expected, early[i]);
  }
}

/**
 * The counts on which the shares rest. Who went on early leaves at the step from which he did, as one who may still go on: he came to all later steps later still,
 * so that no window there is over either.
 */
function countedIn({ stopped, open, early }: KindDrafts['funnel']): StepCounts {
  const last = stopped.length - 1;
  // Those who have left before are not there to leave or to arrive.
  const goneBy = (step: number) => (step === 0 ? 0 : early[step - 1]!);
  return {
    stopped: stopped.map((count, i) => (i === last ? count - goneBy(last) : count)),
    open: open.map((count, i) => (i === last ? 0 : count - (goneBy(i) - early[i]!))),
  };
}

function reachedFrom({ stopped, open }: StepCounts, step: number): number {
  let reached = 0;
  for (let i = step; i < stopped.length; i++) {
    reached = addCounts(reached, addCounts(stopped[i]!, open[i]!));
  }
  return reached;
}

/** The share that reaches the last step: who may go on leaves the count at his step, before those who stopped there. */
function productLimit(
  counted: StepCounts,
  confidence: number,
): Required<Pick<KpiValue, 'value' | 'interval'>> | null {
  const { stopped, open } = counted;
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
    const cases = casesAsSure(riskSteps(counted));
    return { value, interval: allOrNothingInterval(value, cases, confidence) };
  }
  return { value, interval: { low, high, confidence, method: `greenwood-${curve.interval}` } };
}

/** Of those decided at each step, how many went no further. */
function riskSteps(counted: StepCounts): readonly RiskStep[] {
  return counted.stopped.slice(0, -1).map((_, step) => {
    const decided = reachedFrom(counted, step) - counted.open[step]!;
    return { atRisk: decided, events: decided - reachedFrom(counted, step + 1) };
  });
}

function stepsOf(
  ids: readonly string[],
  draft: KindDrafts['funnel'],
  counted: StepCounts,
  confidence: number,
): readonly FunnelStep[] {
  return ids.map((id, i) => {
    const early = draft.early[i]!;
    const step = {
      id,
      reached: reachedFrom(draft, i),
      open: draft.open[i]!,
      ...(early > 0 && { early }),
    };
    const decided = i === 0 ? 0 : reachedFrom(counted, i - 1) - counted.open[i - 1]!;
    if (decided === 0) return Object.freeze(step);
    const onwards = reachedFrom(counted, i);
    const interval = wilsonInterval(onwards, decided, { confidence });
    return Object.freeze({ ...step, fromPrevious: onwards / decided, interval });
  });
}
