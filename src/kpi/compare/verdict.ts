import { makeReason, type Reason } from '../../evidence/index.js';
import type { KpiDirection } from '../definition.js';
import type { ChangeVerdict, ComparedPeriod, ComparisonFinding } from './comparison.js';

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

/** What a test found, and from which p-value on chance could explain it. */
export interface Tested {
  /** Above 0 where the test says that the value rose. */
  readonly change: number;
  readonly finding: Pick<ComparisonFinding, 'pValue' | 'interval' | 'effect'>;
  readonly significance: number;
}

/**
 * Judges what a test found.
 *
 * @param values what is shown of both sides.
 * @param chance why chance could explain it, or null.
 */
export function judge(
  tested: Tested,
  values: { readonly from: ComparedPeriod['value']; readonly to: ComparedPeriod['value'] },
  direction: KpiDirection,
  chance: Reason | null,
): Verdict {
  const doubts = chance === null ? [] : [chance];
  if (isAtOdds(tested)) doubts.push(makeReason('kpi.test-and-interval-differ', 'info'));
  if (doubts.length > 0) return { verdict: 'not-shown', doubts };
  // The test looks at all cases, the value at one figure of them: the two may point apart.
  const { from, to } = values;
  const { change } = tested;
  const rise = from === null || to === null ? 0 : to - from;
  if (Math.sign(rise) * Math.sign(change) < 0) {
    return { verdict: 'different', doubts: [makeReason('kpi.test-and-value-differ', 'warn')] };
  }
  return { verdict: verdictOf(change, direction), doubts: [] };
}

/**
 * Whether test and interval of one difference, which come about in different ways, say different things of 0. The shift of ranks is another figure than the test's
 * where values are tied, and is left out.
 */
function isAtOdds({ finding, significance }: Tested): boolean {
  const { pValue, interval, effect } = finding;
  if (interval === undefined || effect?.measure === 'cliffs-delta') return false;
  const excludesZero = interval.low > 0 || interval.high < 0;
  return excludesZero !== pValue < significance;
}
