import { makeReason, type Reason } from '../../evidence/index.js';
import type { KpiDirection } from '../definition.js';
import type { ChangeVerdict, ComparedPeriod } from './comparison.js';

/** What a change that is no chance comes to; `different` where neither way is better, or nobody knows which way it went. */
export function verdictOf(
  change: number,
  direction: KpiDirection,
): Exclude<ChangeVerdict, 'not-shown'> {
  if (direction === 'neutral' || change === 0) return 'different';
  return change > 0 === (direction === 'higher-is-better') ? 'better' : 'worse';
}

/** A verdict, and why it is no better or worse. */
export interface Verdict {
  readonly verdict: ChangeVerdict;
  readonly doubts: readonly Reason[];
}

/**
 * Judges what a test found.
 *
 * @param change above 0 where the test says that the value rose.
 * @param values what is shown of both sides.
 * @param chance why chance could explain it, or null.
 */
export function judge(
  change: number,
  values: { readonly from: ComparedPeriod['value']; readonly to: ComparedPeriod['value'] },
  direction: KpiDirection,
  chance: Reason | null,
): Verdict {
  if (chance !== null) return { verdict: 'not-shown', doubts: [chance] };
  // The test looks at all cases, the value at one figure of them: the two may point apart.
  const { from, to } = values;
  const rise = from === null || to === null ? 0 : to - from;
  if (Math.sign(rise) * Math.sign(change) < 0) {
    return { verdict: 'different', doubts: [makeReason('kpi.test-and-value-differ', 'warn')] };
  }
  return { verdict: verdictOf(change, direction), doubts: [] };
}
