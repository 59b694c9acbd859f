import type { Cases } from './steps.js';

/** A number of cases, or the bounds within which it is known to lie. */
export interface CountRange {
  readonly atLeast: number;
  readonly atMost: number;
}

/** How many cases took at most a limit. */
export interface CountAtMost {
  /** Closed cases that took at most the limit. */
  readonly closed: CountRange;
  /** Open cases that have lasted less than the limit so far: they may still meet it. Those that have reached it count as above. */
  readonly undecided: CountRange;
  /** All cases, closed and open. */
  readonly n: number;
  /** Whether both ranges are single numbers. */
  readonly exact: boolean;
}

/** Counts closed cases up to a limit, and open ones below it. */
export function countUpTo({ steps, closed, open }: Cases, limit: number): CountAtMost {
  const done = { atLeast: 0, atMost: 0 };
  const undecided = { atLeast: 0, atMost: 0 };
  steps.forEach((step, index) => {
    // Only the times of the first step can be equal to its lower end.
    const begins = index === 0 ? step.from <= limit : step.from < limit;
    if (step.to <= limit) done.atLeast += step.closed;
    if (step.to <= limit || begins) done.atMost += step.closed;
    if (step.to < limit) undecided.atLeast += step.open;
    if (step.from < limit) undecided.atMost += step.open;
  });
  const exact = done.atLeast === done.atMost && undecided.atLeast === undecided.atMost;
  return Object.freeze({
    closed: Object.freeze(done),
    undecided: Object.freeze(undecided),
    n: closed + open,
    exact,
  });
}
