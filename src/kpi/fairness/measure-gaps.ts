import { AptfolioError, at, checkList, checkObject, checkUniqueIds } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { alikeDrafts } from '../compare/alike.js';
import { type KpiSide, sideOf, untoldOf } from '../compare/compare-before-after.js';
import { compareSamples } from '../compare/compare-samples.js';
import type { ComparisonFinding } from '../compare/comparison.js';
import { ownPeriodReason } from '../compare/own-period.js';
import { type Finding, type Found, periodOf } from '../compare/sides.js';
import { methodsOf } from '../define.js';
import type { Kpi, KpiDirection } from '../definition.js';
import { type Draft, emptyDraft, joinDrafts, readState } from '../draft.js';
import { shortageIn } from '../summarise.js';
import { adverseImpact } from './adverse-impact.js';
import type { ComparedGroup, GroupGap } from './compare-groups.js';
import type { GapTerms } from './gap-terms.js';
import { suppressedGroups } from './suppress-groups.js';

/** A gap that was tested and is to be judged together with all others. */
export interface TestedGap {
  readonly status: 'tested';
  readonly found: Omit<ComparedGroup, 'status' | 'adjustedPValue' | 'verdict'>;
  /** Above 0 where the group's value is above the reference's. */
  readonly change: number;
}

/** A KPI split by groups, before the gaps are judged. */
export interface MeasuredGaps {
  readonly kpi: string;
  readonly version: string;
  readonly direction: KpiDirection;
  /** Two groups that make up the whole: each is the other's rest, so that both gaps are one, seen from two sides, and one test. */
  readonly isOneGap: boolean;
  readonly gaps: readonly (TestedGap | Exclude<GroupGap, ComparedGroup>)[];
}

interface Group {
  readonly id: string;
  readonly draft: Draft;
  readonly n: number;
  /** The people or events it speaks of, open cases included, by which it is held back. */
  readonly subjects: number;
}

/** Measures and tests the gap of each group to the reference. */
export function measureGaps(
  kpi: Kpi,
  groups: unknown,
  terms: GapTerms,
  path: string,
): MeasuredGaps {
  methodsOf(kpi);
  const given = readGroups(kpi, groups, path);
  const { reference, suppressBelow } = terms;
  if (typeof reference === 'object' && !given.some(({ id }) => id === reference.group)) {
    const expected = `one of the groups ${given.map(({ id }) => id).join(', ')}`;
    throw new AptfolioError('unknown-id', 'options.reference.group', expected, reference.group);
  }
  const sized = given.map(({ id, subjects }) => ({ id, n: subjects }));
  const hidden = suppressedGroups(sized, suppressBelow);
  const gaps = given.map((group) => {
    if (hidden.has(group.id)) {
      return failed('suppressed', group.id, suppressed(suppressBelow));
    }
    return gapOf(kpi, group, given, hidden, terms);
  });
  const isOneGap = typeof reference === 'string' && given.filter(({ n }) => n > 0).length === 2;
  return { kpi: kpi.id, version: kpi.version, direction: kpi.direction, isOneGap, gaps };
}

/** Checks the groups; they come back by id, so that their order has no influence. */
function readGroups(kpi: Kpi, groups: unknown, path: string): readonly Group[] {
  const given = checkList<{ readonly id: string }>(groups, path, { maxLength: 1000 });
  checkUniqueIds(given, path);
  const read = given.map((value, i) => {
    const { id, state } = checkObject(value, at(path, i)) as { id: string; state: unknown };
    const draft = readState(kpi, state, at(at(path, i), 'state'));
    const { size, subjects = size } = methodsOf(kpi);
    return { id, draft, n: size(kpi, draft.data), subjects: subjects(kpi, draft.data) };
  });
  return read.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function gapOf(
  kpi: Kpi,
  group: Group,
  all: readonly Group[],
  hidden: ReadonlySet<string>,
  terms: GapTerms,
): MeasuredGaps['gaps'][number] {
  const { confidence, reference, suppressBelow } = terms;
  const { id } = group;
  const shortage = shortageIn(kpi, group.draft);
  if (shortage !== null) return failed('insufficient', id, shortage);
  const isOne = typeof reference === 'object';
  if (isOne && reference.group === id) {
    const side = sideOf(kpi, group.draft, confidence);
    return Object.freeze({ status: 'reference', id, ...periodOf(side) });
  }
  if (isOne && hidden.has(reference.group))
    return failed('suppressed', id, suppressed(suppressBelow));
  const others = all.filter((other) => (isOne ? other.id === reference.group : other !== group));
  const rest = joined(kpi, others);
  if (shortageIn(kpi, rest) !== null) {
    return failed('insufficient', id, makeReason('kpi.reference-too-small', 'info'));
  }
  const drafts = [group.draft, rest];
  const alike = alikeDrafts(kpi, drafts);
  const [own, other] = drafts.map((draft, i) =>
    sideOf(kpi, draft, confidence, alike.drafts[i]),
  ) as [KpiSide, KpiSide];
  const compared = compareSamples(other, own, confidence);
  if (compared === null) return failed('insufficient', id, untoldOf(own, other));
  const { finding, change } = compared;
  const isAll = reference === 'all';
  const seen = isAll
    ? againstAll(finding, own, sideOf(kpi, joined(kpi, all), confidence))
    : finding;
  const told = { ...seen, reasons: [...seen.reasons, ...alike.reasons] };
  return outcomeOf(kpi, id, own, other, { finding: told, change }, confidence);
}

function joined(kpi: Kpi, groups: readonly Group[]): Draft {
  const draft = emptyDraft(kpi);
  for (const group of groups) joinDrafts(kpi, draft, group.draft);
  return draft;
}

/**
 * The gap to everybody. Of a share, a mean or a rate the whole is the group and the rest, weighted by size: then the gap to the whole is that to the rest times the
 * rest's part of the whole, and so are its bounds. A median or a sum of money has no such bond, and its gap no interval.
 */
function againstAll(found: Finding, own: KpiSide, whole: KpiSide): Finding {
  const { after, before } = found;
  const n = after.n + before.n;
  const isAverage = AVERAGES.includes(own.sample?.kind);
  if (found.status === 'described' || !isAverage) {
    const { value } = whole;
    const difference = value === null || own.value === null ? null : own.value - value;
    const { interval: _, ...rest } = found as ComparisonFinding;
    return { ...rest, before: { ...periodOf(whole), n }, difference } as ComparisonFinding;
  }
  const part = before.n / n;
  const difference = (found.difference as number) * part;
  const value = (after.value as number) - difference;
  const seen = { ...found, before: { value, n }, difference } as ComparisonFinding;
  if (seen.interval === undefined) return seen;
  const { low, high, confidence, method } = seen.interval;
  const interval = { low: low * part, high: high * part, confidence, method };
  return { ...seen, interval } as ComparisonFinding;
}

/** Samples of which the whole's figure is that of its parts, weighted by size. */
const AVERAGES: readonly unknown[] = Object.freeze(['proportion', 'moments', 'rate']);

function outcomeOf(
  kpi: Kpi,
  id: string,
  own: KpiSide,
  other: KpiSide,
  { finding: found, change }: Found,
  confidence: number,
): MeasuredGaps['gaps'][number] {
  const { before, after, difference } = found;
  const { n, ...shown } = after;
  const seen = { id, ...shown, n, reference: Object.freeze({ ...before }) };
  const gap = difference === null ? null : difference + 0;
  // That there was no control group is said of two periods; of two groups, that a gap is no cause.
  const reasons = [
    makeReason('kpi.gap-not-cause', 'warn'),
    ...found.reasons.filter(({ code }) => code !== 'kpi.no-control-group'),
    ...ownPeriodReason(kpi),
  ];
  if (found.status === 'no-variation') {
    return Object.freeze({ status: 'no-variation', ...seen, gap, reasons: Object.freeze(reasons) });
  }
  if (found.status === 'described') {
    return Object.freeze({ status: 'described', ...seen, gap, reasons: Object.freeze(reasons) });
  }
  const { interval } = found;
  const ofGap = interval && { interval: Object.freeze({ ...interval }) };
  const impact = adverseImpact(own.sample, other.sample, kpi.direction, confidence);
  const { effect, statistic, pValue, method } = found;
  return {
    status: 'tested',
    found: {
      ...seen,
      gap,
      ...ofGap,
      ...('shift' in found && { shift: found.shift }),
      ...(effect && { effect: Object.freeze({ ...effect }) }),
      statistic,
      pValue,
      method,
      ...(impact && { impact }),
      reasons,
    },
    change,
  };
}

function suppressed(minimum: number): Reason {
  return makeReason('kpi.suppressed', 'info', { minimum });
}

function failed(
  status: 'suppressed' | 'insufficient',
  id: string,
  reason: Reason,
): Exclude<GroupGap, ComparedGroup> {
  return Object.freeze({ status, id, reasons: Object.freeze([reason]) });
}
