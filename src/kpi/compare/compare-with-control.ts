import { checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type ConfidenceOptions,
  type DifferenceInDifferences,
  differenceInDifferences,
  type StudyCell,
} from '../../statistics/index.js';
import { readConfidenceOnly } from '../confidence.js';
import { methodsOf } from '../define.js';
import type { Kpi, KpiKind } from '../definition.js';
import { type Draft, readState } from '../draft.js';
import type { ComparableSample, RisingSample } from '../kinds/sample.js';
import type { KpiState } from '../state.js';
import { outcome, shortageOf, sideOf } from './compare-before-after.js';
import type { ComparedKpi, Judgement } from './comparison.js';
import {
  all,
  type DescribedChanges,
  describeChanges,
  estimateChanges,
  estimateOf,
  estimateRising,
  type Four,
  isFull,
  judgeChanges,
} from './controlled-changes.js';
import { ownPeriodReason } from './own-period.js';
import { fewExpected, unknownOrderOf } from './sides.js';

/** The states of a group before and after a change. */
export interface GroupStates<K extends KpiKind> {
  readonly before: KpiState<K>;
  readonly after: KpiState<K>;
}

/** What comparing a treated with a control group showed. */
export type ControlledComparison =
  | (ComparedKpi &
      Extract<DifferenceInDifferences, { readonly status: 'estimated' }> &
      Judgement & {
        /** Always `kpi.parallel-trends`, what the design takes for granted; `kpi.few-expected-cases` where shares are of few cases. */
        readonly reasons: readonly Reason[];
      })
  | (ComparedKpi &
      Extract<DifferenceInDifferences, { readonly status: 'no-variation' }> & {
        readonly reasons: readonly Reason[];
      })
  | (ComparedKpi & DescribedChanges)
  | (ComparedKpi & {
      /** Too few cases in a cell, or no value. */
      readonly status: 'insufficient';
      readonly reasons: readonly Reason[];
    });

/**
 * Compares how a KPI changed in a group to which something was done with how it changed in one to which it was not: what is left is the effect, if both would
 * have changed alike without it.
 *
 * For shares, rates and means see `differenceInDifferences` for the formulas, and `preTrend` for what earlier periods say of that premise; of shares of few cases a caveat says
 * that only a large effect shows. Of times the share that
 * stays and the share that leaves for a cause are tested as plain shares of so many clients as would be as sure of them by their standard errors (Greenwood's, and of its kind).
 * F1 is tested as shares are, the error of the share it rises with carried over. A restricted mean is tested as other means are, and a net promoter score by its adjusted scores, as by `netPromoterDifference`; where these alone turn a change round it counts as none. A quantile of times has no such error: its changes are subtracted, and the interval decides. Sums of money are subtracted.
 * A share annualised by `periodsPerYear` is compared as it is in its own period.
 *
 * @param groups the states of both groups before and after.
 * @returns `estimated`, `no-variation`, `described` (figures without a test) or `insufficient` (a cell has too few cases, or no value).
 * @throws AptfolioError with a path such as `groups.control.after.version` or `options…`.
 *
 * Source: P. Royston and M. K. B. Parmar, Restricted mean survival time, BMC Medical Research Methodology 13 (2013) 152, for the restricted mean as what a study compares;
 * G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for the interval.
 *
 * @example
 * ```ts
 * import { accumulateAll, compareWithControl, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const stateOf = (successes, trials) => accumulateAll(renewalRate, [{ successes, trials }]).state;
 * const effect = compareWithControl(renewalRate, {
 *   treated: { before: stateOf(120, 200), after: stateOf(150, 200) },
 *   control: { before: stateOf(90, 150), after: stateOf(96, 150) },
 * });
 * effect.estimate; // => 0.11
 * effect.verdict; // => 'not-shown'
 * effect.reasons[0].code; // => 'kpi.parallel-trends'
 * ```
 */
export function compareWithControl<K extends KpiKind>(
  kpi: Kpi<K>,
  groups: { readonly treated: GroupStates<NoInfer<K>>; readonly control: GroupStates<NoInfer<K>> },
  options: ConfidenceOptions = {},
): ControlledComparison {
  const confidence = readConfidenceOnly(options);
  const { treated, control } = checkObject(groups, 'groups');
  const [before, after] = readGroup(kpi, treated, 'groups.treated');
  const [first, second] = readGroup(kpi, control, 'groups.control');
  const drafts: Four<Draft<K>> = [before, after, first, second];
  const head = { kpi: kpi.id, version: kpi.version };
  const shortages = drafts.flatMap((draft) => shortageOf(kpi, draft));
  if (shortages.length > 0) return outcome({ ...head, status: 'insufficient', reasons: shortages });
  const found = differenceOf(kpi, drafts, confidence);
  if ('severity' in found) {
    return outcome({ ...head, status: 'insufficient', reasons: [found] });
  }
  const few = 'smallestExpected' in found && found.smallestExpected < 5 ? [fewExpected()] : [];
  const assumed = [makeReason('kpi.parallel-trends', 'warn'), ...ownPeriodReason(kpi), ...few];
  if (found.status === 'no-variation') return outcome({ ...head, ...found, reasons: assumed });
  if (found.status === 'described') {
    const { reasons, ...changes } = found;
    return outcome({ ...head, ...changes, reasons: [...assumed, ...reasons] });
  }
  const { verdict, doubts } = judgeChanges(found, confidence, kpi.direction);
  return outcome({ ...head, ...found, verdict, reasons: [...assumed, ...doubts] });
}

function readGroup<K extends KpiKind>(
  kpi: Kpi<K>,
  value: unknown,
  path: string,
): readonly [Draft<K>, Draft<K>] {
  const { before, after } = checkObject(value, path);
  return [readState(kpi, before, `${path}.before`), readState(kpi, after, `${path}.after`)];
}

/** By the test that the kind has, or where it has none what its values are apart. */
function differenceOf<K extends KpiKind>(
  kpi: Kpi<K>,
  drafts: Four<Draft<K>>,
  confidence: number,
): DifferenceInDifferences | DescribedChanges | Reason {
  const cells = all(drafts, (draft) => cellOf(kpi, draft));
  if (isFull(cells)) {
    const [before, after, first, second] = cells;
    const study = { treated: { before, after }, control: { before: first, after: second } };
    return differenceInDifferences(study, { confidence });
  }
  const rising = all(drafts, ({ data }) => risingOf(methodsOf(kpi).sample(kpi, data)));
  if (isFull(rising)) return estimateRising(rising, confidence);
  const estimates = all(drafts, ({ data }) => estimateOf(methodsOf(kpi).part?.(kpi, data) ?? null));
  if (isFull(estimates)) return estimateChanges(estimates, confidence);
  const sides = all(drafts, (draft) => sideOf(kpi, draft, confidence));
  const found = describeChanges(sides, kpi.direction);
  if ('severity' in found) return found;
  return { ...found, reasons: [...found.reasons, ...unknownOrderOf(sides)] };
}

function risingOf(sample: ComparableSample | null): RisingSample | null {
  return sample?.kind === 'rising' ? sample : null;
}

function cellOf<K extends KpiKind>(kpi: Kpi<K>, draft: Draft<K>): StudyCell | null {
  const sample = methodsOf(kpi).sample(kpi, draft.data);
  if (sample?.kind === 'proportion') return { successes: sample.successes, n: sample.n };
  if (sample?.kind === 'rate') {
    return { events: sample.events, exposure: sample.exposure / sample.per };
  }
  // A single case has no variance, and a net promoter score is surer than its answers as a mean.
  const isMean = sample?.kind === 'moments' && sample.answers === undefined;
  return isMean && sample.moments.n > 1 ? sample.moments : null;
}
