import { type RiskRatio, riskRatio } from '../../statistics/index.js';
import type { KpiDirection } from '../definition.js';
import type { ComparableSample } from '../kinds/sample.js';

/** Below this ratio of rates a group is taken to be put at a disadvantage. */
const FOUR_FIFTHS = 4 / 5;

/**
 * How often the good outcome comes to a group, over how often it comes to the reference (to the rest, where that is `all`). Where lower is better the good outcome
 * is that it does not happen.
 *
 * Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D) (1978), which looks at the ratio alone; here the interval decides.
 */
export interface AdverseImpact {
  /** With Koopman's score interval. */
  readonly ratio: RiskRatio;
  /** `below` if the whole interval is below four fifths, `above` if none of it is, else `not-shown`. */
  readonly fourFifths: 'below' | 'above' | 'not-shown';
}

/** The adverse impact of a share; `undefined` for other kinds, and where neither outcome is the good one. */
export function adverseImpact(
  group: ComparableSample | null,
  reference: ComparableSample | null,
  direction: KpiDirection,
  confidence: number,
): AdverseImpact | undefined {
  if (group?.kind !== 'proportion' || reference?.kind !== 'proportion') return undefined;
  if (direction === 'neutral') return undefined;
  const good = ({ successes, n }: { readonly successes: number; readonly n: number }) =>
    direction === 'higher-is-better' ? { successes, n } : { successes: n - successes, n };
  const ratio = riskRatio(good(group), good(reference), { confidence });
  return Object.freeze({ ratio, fourFifths: placeOf(ratio) });
}

function placeOf(ratio: RiskRatio): AdverseImpact['fourFifths'] {
  if (ratio.status === 'no-variation') return 'not-shown';
  if (ratio.status === 'unbounded') return ratio.low >= FOUR_FIFTHS ? 'above' : 'not-shown';
  if (ratio.interval.high < FOUR_FIFTHS) return 'below';
  return ratio.interval.low >= FOUR_FIFTHS ? 'above' : 'not-shown';
}
