import { at, checkNumber, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Scorecard, ScorecardGuard, ScorecardResults } from './scorecard.js';

/** What became of a guard. */
export interface GuardOutcome {
  readonly id: string;
  readonly kpi: string;
  /** `unknown`: the figure is missing or too small a sample, which is never a yes. */
  readonly status: 'holds' | 'broken' | 'unknown';
  /** What the score is at most unless the guard holds. */
  readonly cap: number;
  /** `kpi.guard-broken` or `kpi.guard-unknown`; null if the guard holds. */
  readonly reason: Reason | null;
}

/** Looks at every guard. */
export function readGuards(
  { guards }: Scorecard,
  results: ScorecardResults,
): readonly GuardOutcome[] {
  return Object.freeze(guards.map((guard) => Object.freeze(readGuard(guard, results))));
}

function readGuard(guard: ScorecardGuard, results: ScorecardResults): GuardOutcome {
  const { id, kpi, cap = 0 } = guard;
  const result = Object.hasOwn(results, kpi) ? results[kpi] : undefined;
  if (result !== undefined) checkObject(result, at('results', kpi));
  if (result?.status !== 'ok') {
    const reason = makeReason('kpi.guard-unknown', 'warn', { guard: id, cap });
    return { id, kpi, status: 'unknown', cap, reason };
  }
  const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = guard;
  const value = checkNumber(result.value, at(at('results', kpi), 'value'));
  if (value <= atMost && value >= atLeast) {
    return { id, kpi, status: 'holds', cap, reason: null };
  }
  const reason = makeReason('kpi.guard-broken', 'block', { guard: id, value, cap });
  return { id, kpi, status: 'broken', cap, reason };
}
