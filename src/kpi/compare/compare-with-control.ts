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
import type { KpiState } from '../state.js';
import { outcome, shortageOf } from './compare-before-after.js';
import type { ComparedKpi, Judgement } from './comparison.js';
import { verdictOf } from './verdict.js';

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
        /** Always `kpi.parallel-trends`: what the design takes for granted. */
        readonly reasons: readonly Reason[];
      })
  | (ComparedKpi &
      Extract<DifferenceInDifferences, { readonly status: 'no-variation' }> & {
        readonly reasons: readonly Reason[];
      })
  | (ComparedKpi & {
      readonly status: 'insufficient' | 'not-comparable';
      readonly reasons: readonly Reason[];
    });

/**
 * Compares how a KPI changed in a group to which something was done with how it changed in one to which it was not: what is left is the effect, if both would
 * have changed alike without it.
 *
 * For shares, rates and means; see `differenceInDifferences` for the formulas, and `preTrend` for what earlier periods say of that premise.
 *
 * @param groups the states of both groups before and after.
 * @returns `estimated`, `no-variation`, `insufficient` (a cell has too few cases) or `not-comparable` (a kind that is neither share nor rate nor mean).
 * @throws AptfolioError with a path such as `groups.control.after.version` or `options…`.
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
  const drafts = [before, after, first, second];
  const head = { kpi: kpi.id, version: kpi.version };
  const shortages = drafts.flatMap((draft) => shortageOf(kpi, draft));
  if (shortages.length > 0) return outcome({ ...head, status: 'insufficient', reasons: shortages });
  const cells = drafts.map((draft) => cellOf(kpi, draft)) as StudyCell[];
  if (cells.includes(null as never)) {
    const reasons = [makeReason('kpi.not-comparable', 'info')];
    return outcome({ ...head, status: 'not-comparable', reasons });
  }
  const found = differenceInDifferences(
    {
      treated: { before: cells[0]!, after: cells[1]! },
      control: { before: cells[2]!, after: cells[3]! },
    },
    { confidence },
  );
  const assumed = makeReason('kpi.parallel-trends', 'warn');
  if (found.status === 'no-variation') return outcome({ ...head, ...found, reasons: [assumed] });
  if (found.pValue >= 1 - confidence) {
    const chance = makeReason('kpi.effect-not-shown', 'info', { p: found.pValue });
    return outcome({ ...head, ...found, verdict: 'not-shown', reasons: [assumed, chance] });
  }
  const verdict = verdictOf(found.estimate, kpi.direction);
  return outcome({ ...head, ...found, verdict, reasons: [assumed] });
}

function readGroup<K extends KpiKind>(
  kpi: Kpi<K>,
  value: unknown,
  path: string,
): readonly [Draft<K>, Draft<K>] {
  const { before, after } = checkObject(value, path);
  return [readState(kpi, before, `${path}.before`), readState(kpi, after, `${path}.after`)];
}

function cellOf<K extends KpiKind>(kpi: Kpi<K>, draft: Draft<K>): StudyCell | null {
  const sample = methodsOf(kpi).sample(kpi, draft.data);
  if (sample?.kind === 'proportion') return { successes: sample.successes, n: sample.n };
  if (sample?.kind === 'rate') {
    return { events: sample.events, exposure: sample.exposure / sample.per };
  }
  // A single case has no variance.
  return sample?.kind === 'moments' && sample.moments.n > 1 ? sample.moments : null;
}
