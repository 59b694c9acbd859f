import { makeReason, type Reason } from '../../evidence/index.js';
import { readResult, type ScoredFigure } from './read-result.js';
import type { Scorecard, ScorecardGuard, ScorecardResults } from './scorecard.js';

/** What became of a guard. */
export interface GuardOutcome {
  readonly id: string;
  readonly kpi: string;
  /** By the value alone. `unknown`: the figure is missing or too small a sample, which is never a yes. */
  readonly status: 'holds' | 'broken' | 'unknown';
  /** What the score is at most unless the guard holds. */
  readonly cap: number;
  /**
   * `kpi.guard-broken` or `kpi.guard-unknown`; of a guard that holds `kpi.guard-unsure` where that may be chance: the value's interval reaches beyond the limit, or
   * the sample is too small for one. Else null, also for a limit that nothing can keep by more, such as no breach at all.
   */
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
  const figure = readResult(results, kpi);
  if (figure === null) {
    const reason = makeReason('kpi.guard-unknown', 'warn', { guard: id, cap });
    return { id, kpi, status: 'unknown', cap, reason };
  }
  const { value } = figure;
  const limit = (guard.atMost ?? guard.atLeast)!;
  const told = { guard: id, value, limit };
  if (roomOf(guard, value) < 0) {
    const reason = makeReason('kpi.guard-broken', 'block', { ...told, cap });
    return { id, kpi, status: 'broken', cap, reason };
  }
  const reason = isUnsure(guard, figure) ? makeReason('kpi.guard-unsure', 'warn', told) : null;
  return { id, kpi, status: 'holds', cap, reason };
}

/** How far a value keeps within the limit; negative beyond it. */
function roomOf({ atMost, atLeast }: ScorecardGuard, value: number): number {
  return atMost === undefined ? value - atLeast! : atMost - value;
}

/** Of a limit at the end of the scale no sample can show more than that it was kept. */
function isUnsure(guard: ScorecardGuard, { interval, intervalUnknown }: ScoredFigure): boolean {
  if (interval === null) return intervalUnknown;
  const rooms = [roomOf(guard, interval.low), roomOf(guard, interval.high)];
  return Math.min(...rooms) < 0 && Math.max(...rooms) > 0;
}
