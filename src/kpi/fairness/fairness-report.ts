import { AptfolioError, at, checkList, checkObject, checkText } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { ChangeVerdict } from '../compare/comparison.js';
import { methodsOf } from '../define.js';
import type { Kpi, KpiKind } from '../definition.js';
import { countOf } from '../kinds/kind.js';
import type { GapOptions, GroupComparison, GroupGap, GroupState } from './compare-groups.js';
import { type GapTerms, readGapTerms } from './gap-terms.js';
import { judgeGaps } from './judge-gaps.js';
import { type MeasuredGaps, measureGaps } from './measure-gaps.js';

/** One KPI split one way. */
export interface FairnessSplit<K extends KpiKind = KpiKind> {
  readonly kpi: Kpi<K>;
  /** By what: `age-band`, `vulnerability`, `tier`. */
  readonly split: string;
  readonly groups: readonly GroupState<K>[];
  /** Cases of which it is not known to which group they belong; default 0. */
  readonly unknown?: number;
}

/** One KPI split one way, compared. */
export interface SplitComparison extends GroupComparison {
  readonly split: string;
  /** `kpi.group-unknown` where the group of some cases is not known. */
  readonly reasons: readonly Reason[];
}

/** A group that is served better or worse than the reference. */
export interface FairnessFinding {
  readonly kpi: string;
  readonly split: string;
  readonly group: string;
  readonly verdict: Exclude<ChangeVerdict, 'not-shown'>;
}

/** A group whose gap is not tested. */
export interface FairnessGapWithheld {
  readonly kpi: string;
  readonly split: string;
  readonly group: string;
  readonly status: Exclude<GroupGap['status'], 'compared' | 'reference'>;
}

/** Many KPIs, each split in many ways, judged together. */
export interface FairnessReport {
  /** By KPI and split. */
  readonly splits: readonly SplitComparison[];
  /** What is shown, by KPI, split and group; empty does not say that all are served alike. */
  readonly findings: readonly FairnessFinding[];
  /** The groups that were not compared. */
  readonly withheld: readonly FairnessGapWithheld[];
  /** How many gaps were judged together; of two groups, each against the other, it is one. */
  readonly comparisons: number;
  /** `kpi.nothing-tested` with severity `warn` where no gap was tested, which is not to have found none; empty otherwise. */
  readonly reasons: readonly Reason[];
}

/**
 * Splits every KPI by age band, vulnerability, tier or whatever else the caller knows, and names the groups that are served worse or better, all gaps being judged
 * together.
 *
 * @param splits each KPI at most once by each split; from states, or from a cube by `fairnessSplits`.
 * @param options as for `compareGroups`; with `{ group }` as reference every split has that group.
 * @returns every gap, and what is shown of them. The more is looked at, the less is shown: name beforehand which KPIs and splits count.
 * @throws AptfolioError with a path such as `splits[2].groups[0].state.kpi`; `duplicate-id` for a KPI twice by one split.
 *
 * Source: as `compareGroups`.
 *
 * @example
 * ```ts
 * import { accumulateAll, fairnessReport, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate, satisfactionMean } = serviceKpis({ currency: 'CNY' });
 * const renewed = (successes, trials) => accumulateAll(renewalRate, [{ successes, trials }]).state;
 * const rated = (...counts) =>
 *   accumulateAll(satisfactionMean, counts.map((count, i) => ({ score: i + 1, count }))).state;
 * const report = fairnessReport([
 *   {
 *     kpi: renewalRate,
 *     split: 'vulnerability',
 *     groups: [{ id: 'vulnerable', state: renewed(60, 90) }, { id: 'others', state: renewed(430, 500) }],
 *   },
 *   {
 *     kpi: satisfactionMean,
 *     split: 'vulnerability',
 *     groups: [
 *       { id: 'vulnerable', state: rated(2, 3, 8, 12, 9) },
 *       { id: 'others', state: rated(9, 15, 50, 120, 80) },
 *     ],
 *   },
 * ], { reference: { group: 'others' } });
 * report.findings;
 * // => [{ kpi: 'renewal-rate', split: 'vulnerability', group: 'vulnerable', verdict: 'worse' }]
 * report.comparisons; // => 2
 * ```
 */
export function fairnessReport(
  splits: readonly FairnessSplit[],
  options: GapOptions = {},
): FairnessReport {
  const terms = readGapTerms(options);
  const given = checkList<unknown>(splits, 'splits', { maxLength: 10_000 });
  const measured = given.map((split, i) => measure(split, terms, at('splits', i)));
  measured.sort((a, b) => (a.key < b.key ? -1 : 1));
  measured.forEach(({ key, path }, i) => {
    if (measured[i + 1]?.key !== key) return;
    throw new AptfolioError('duplicate-id', path, 'a KPI once by each split', key);
  });
  const judged = judgeGaps(
    measured.map(({ gaps }) => gaps),
    terms,
  );
  const compared = judged.map((comparison, i) => {
    const { split, unknown } = measured[i]!;
    const reasons = unknown > 0 ? [makeReason('kpi.group-unknown', 'info', { n: unknown })] : [];
    return Object.freeze({ ...comparison, split, reasons: Object.freeze(reasons) });
  });
  const comparisons = judged[0]?.comparisons ?? 0;
  const doubts = comparisons === 0 ? [makeReason('kpi.nothing-tested', 'warn')] : [];
  return Object.freeze({
    splits: Object.freeze(compared),
    findings: Object.freeze(compared.flatMap(findingsOf)),
    withheld: Object.freeze(compared.flatMap(withheldOf)),
    comparisons,
    reasons: Object.freeze(doubts),
  });
}

interface MeasuredSplit {
  readonly key: string;
  readonly path: string;
  readonly split: string;
  readonly unknown: number;
  readonly gaps: MeasuredGaps;
}

function measure(value: unknown, terms: GapTerms, path: string): MeasuredSplit {
  const fields = checkObject(value, path);
  const split = checkText(fields.split, at(path, 'split'), 100);
  const kpi = fields.kpi as Kpi;
  methodsOf(kpi);
  return {
    key: JSON.stringify([kpi.id, split]),
    path,
    split,
    unknown: countOf(fields.unknown, path, 'unknown', 0),
    gaps: measureGaps(kpi, fields.groups, terms, at(path, 'groups')),
  };
}

function findingsOf({ kpi, split, groups }: SplitComparison): FairnessFinding[] {
  return groups.flatMap((gap) => {
    if (gap.status !== 'compared' || gap.verdict === 'not-shown') return [];
    return [Object.freeze({ kpi, split, group: gap.id, verdict: gap.verdict })];
  });
}

function withheldOf({ kpi, split, groups }: SplitComparison): FairnessGapWithheld[] {
  return groups.flatMap(({ id, status }) => {
    if (status === 'compared' || status === 'reference') return [];
    return [Object.freeze({ kpi, split, group: id, status })];
  });
}
