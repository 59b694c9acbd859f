import type { Reason } from '../../evidence/index.js';
import type { ConfidenceOptions, Interval, PValueAdjustment } from '../../statistics/index.js';
import type {
  ChangeVerdict,
  ComparedKpi,
  ComparedPeriod,
  ComparisonEffect,
  ComparisonFinding,
} from '../compare/comparison.js';
import type { Kpi, KpiKind } from '../definition.js';
import type { KpiState } from '../state.js';
import type { AdverseImpact } from './adverse-impact.js';
import { type GapReference, readGapTerms } from './gap-terms.js';
import { judgeGaps } from './judge-gaps.js';
import { measureGaps } from './measure-gaps.js';

/** The cases of one group of clients: an age band, the vulnerable, a tier. */
export interface GroupState<K extends KpiKind = KpiKind> {
  readonly id: string;
  readonly state: KpiState<K>;
}

/** How groups are compared. */
export interface GapOptions extends ConfidenceOptions {
  /**
   * `rest`: each group against all others together, the default. `all`: against everybody, itself included. `{ group }`: against that one group.
   */
  readonly reference?: GapReference;
  /** How the p-values of all gaps are judged together; default `holm`. */
  readonly adjust?: PValueAdjustment;
  /**
   * A group with fewer cases than this, but some, is not shown, and neither is the one from which it could be worked out. Whole number of at least 1, at which
   * nothing is held back; default 5.
   */
  readonly suppressBelow?: number;
}

/** A group with its gap to the reference. */
export interface ComparedGroup extends ComparedPeriod {
  readonly status: 'compared';
  readonly id: string;
  readonly reference: ComparedPeriod;
  /** Group less reference, in the measure; null where a value is not known. */
  readonly gap: number | null;
  /** Of the gap, for this group alone; absent where one of both figures has none, and for times where the reference is `all`. */
  readonly interval?: Interval;
  /** Of times of which none is open: by how much all of them lie apart (Hodges and Lehmann), whatever figure the KPI shows; against the rest where the reference is `all`. */
  readonly shift?: { readonly value: number; readonly interval?: Interval };
  /** Free of unit; against the rest where the reference is `all`. */
  readonly effect?: ComparisonEffect;
  readonly statistic: number;
  /** Two-sided; against the rest where the reference is `all`. */
  readonly pValue: number;
  /** What the p-value is worth among all gaps looked at together. */
  readonly adjustedPValue: number;
  readonly method: ComparisonFinding['method'];
  /** By the adjusted p-value, at a significance of 1 − confidence. */
  readonly verdict: ChangeVerdict;
  /** For shares with a direction: the four-fifths rule. */
  readonly impact?: AdverseImpact;
  readonly reasons: readonly Reason[];
}

/** What can be said of a group. */
export type GroupGap =
  | ComparedGroup
  /** The group with which the others are compared. */
  | (ComparedPeriod & { readonly status: 'reference'; readonly id: string })
  /** All cases came out alike, or nothing happened: there is nothing to test. */
  | (ComparedPeriod & {
      readonly status: 'no-variation';
      readonly id: string;
      readonly reference: ComparedPeriod;
      readonly gap: number | null;
      readonly reasons: readonly Reason[];
    })
  /** Figures without a test: such as sums of money: the gap as it is. */
  | (ComparedPeriod & {
      readonly status: 'described';
      readonly id: string;
      readonly reference: ComparedPeriod;
      readonly gap: number | null;
      readonly reasons: readonly Reason[];
    })
  /** Held back since it speaks of few people; or too few cases on a side, or nothing to divide by. */
  | {
      readonly status: 'suppressed' | 'insufficient';
      readonly id: string;
      readonly reasons: readonly Reason[];
    };

/** A KPI split by groups. */
export interface GroupComparison extends ComparedKpi {
  readonly reference: GapReference;
  /** By id, which says nothing of their order. */
  readonly groups: readonly GroupGap[];
  /** How many gaps were judged together; of two groups, each against the other, it is one. */
  readonly comparisons: number;
}

/**
 * Splits a KPI by groups of clients and says for each how far it is from the reference, how sure that is, and whether it is better or worse served.
 *
 * Shares, means, rates, durations and survival are compared by the same tests as in `compareBeforeAfter`; the p-values of all groups are judged together, since
 * who looks at ten groups finds one that differs by chance; both gaps of two groups, each the rest of the other, are one. Small groups are held back. That no gap is shown does not show that there is none: look at the
 * interval. A gap says nothing of its cause: see `compareLikeWithLike`.
 *
 * @param groups each with a unique id; each case stands in one group.
 * @returns one outcome for each group, by id.
 * @throws AptfolioError with a path such as `groups[1].state.version`, `options.reference.group` or `options.suppressBelow`.
 *
 * Source: tests as in `compareBeforeAfter`; S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70; A. Hundepool et al., Statistical Disclosure Control
 * (2012), 4.2, for what is held back.
 *
 * @example
 * ```ts
 * import { accumulateAll, compareGroups, serviceKpis } from 'aptfolio/kpi';
 *
 * const { withinSla, renewalRate } = serviceKpis({ currency: 'CNY' });
 * const stateOf = (successes, trials) => accumulateAll(renewalRate, [{ successes, trials }]).state;
 * const { groups } = compareGroups(renewalRate, [
 *   { id: 'under 40', state: stateOf(180, 200) },
 *   { id: '40 to 64', state: stateOf(360, 400) },
 *   { id: '65 and over', state: stateOf(140, 200) },
 * ]);
 * groups.map(({ id, gap, verdict }) => [id, gap, verdict]);
 * // => [['40 to 64', 0.1, 'better'], ['65 and over', -0.2, 'worse'], ['under 40', 0.066666666667, 'better']]
 * groups[1].impact.fourFifths; // => 'not-shown'
 * ```
 */
export function compareGroups<K extends KpiKind>(
  kpi: Kpi<K>,
  groups: readonly GroupState<NoInfer<K>>[],
  options: GapOptions = {},
): GroupComparison {
  const terms = readGapTerms(options);
  const measured = measureGaps(kpi, groups, terms, 'groups');
  const [comparison] = judgeGaps([measured], terms);
  return comparison!;
}
