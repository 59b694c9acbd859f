import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  refuseUnknown,
} from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { type Draft, emptyDraft, joinDrafts, readState } from '../draft.js';
import { placeOf } from '../kinds/id-list.js';
import { isReason } from '../kinds/kind.js';
import type { ComparableSample, StratumPart } from '../kinds/sample.js';
import { outcomeOf, shortageIn } from '../summarise.js';

type Sample = Exclude<ComparableSample, { readonly kind: 'times' | 'rising' | 'composed' }>;

/** What the figure of a stratum brings to that of several. */
export type Part = Sample | StratumPart;

/** A group with its strata, checked. */
export interface StratifiedGroup {
  readonly id: string;
  /** Why its cases, over all strata, are too few to be compared at all; or null. */
  readonly shortage: Reason | null;
  /** The KPI's value of all its cases, or why it has none; absent where the samples of the strata tell it. */
  readonly own?: number | Reason;
  /** Strata with at least one case. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** One stratum of a group with at least one case. */
export interface Cell {
  /** Null for a kind that cannot be compared this way, and where there is no figure. */
  readonly part: Part | null;
  /** Why cases have no figure: nothing to divide by, nobody watched so long. */
  readonly missing?: Reason;
  /** Cases or exposure. */
  readonly size: number;
  /** How much it counts in the pooled mix. */
  readonly weight: number;
  /** The figure; null where it has none, or where a quantile is not known yet. */
  readonly value: number | null;
}

/** The mix that every group is given. */
export interface Mix {
  /** With those of share 0 that hold cases without a figure, which nothing weighs. */
  readonly strata: readonly { readonly id: string; readonly share: number }[];
  readonly kind: Part['kind'];
  readonly reference: string | undefined;
}

/** Checks the groups; they come back by id, so that their order has no influence. */
export function readStrata(kpi: Kpi, groups: unknown): readonly StratifiedGroup[] {
  methodsOf(kpi);
  const given = checkList<{ readonly id: string }>(groups, 'groups', { maxLength: 200 });
  checkUniqueIds(given, 'groups');
  const read = given.map((value, i) => {
    const path = at('groups', i);
    const fields = checkObject(value, path);
    const where = at(path, 'strata');
    const states = Object.entries(checkObject(fields.strata, where));
    if (states.length === 0) throw new AptfolioError('empty', where, 'at least one stratum');
    const drafts = states.map(([id, state]): readonly [string, Draft] => {
      checkText(id, at(where, id), 100);
      return [id, readState(kpi, state, at(where, id))];
    });
    return { id: fields.id as string, drafts: drafts.sort(byFirst) };
  });
  const isPlain = read.every(({ drafts }) => drafts.every(([, draft]) => isPlainShare(kpi, draft)));
  return read.map((group) => groupOf(kpi, group, isPlain)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a figure is the share of so many cases: one of which some are still open is none, and then all are taken by how sure they are. */
function isPlainShare(kpi: Kpi, { data }: Draft): boolean {
  const methods = methodsOf(kpi);
  return methods.size(kpi, data) === 0 || methods.sample(kpi, data)?.kind === 'proportion';
}

/** The drafts of a group as they were given. */
interface GivenGroup {
  readonly id: string;
  readonly drafts: readonly (readonly [string, Draft])[];
}

function groupOf(kpi: Kpi, { id, drafts }: GivenGroup, isPlain: boolean): StratifiedGroup {
  const methods = methodsOf(kpi);
  const whole = joined(kpi, drafts);
  const seen = drafts.filter(([, { data }]) => methods.size(kpi, data) > 0);
  return {
    id,
    shortage: shortageIn(kpi, whole),
    ...(!isPlain && methods.part !== undefined && seen.length > 0 && { own: valueIn(kpi, whole) }),
    cells: new Map(seen.map(([stratum, draft]) => [stratum, cellOf(kpi, draft, isPlain)])),
  };
}

function joined(kpi: Kpi, drafts: readonly (readonly [string, Draft])[]): Draft {
  const whole = emptyDraft(kpi);
  for (const [, draft] of drafts) joinDrafts(kpi, whole, draft);
  return whole;
}

function valueIn(kpi: Kpi, draft: Draft): number | Reason {
  const outcome = outcomeOf(kpi, draft, 0.95);
  return isReason(outcome) ? outcome : outcome.value;
}

function cellOf(kpi: Kpi, draft: Draft, isPlain: boolean): Cell {
  const methods = methodsOf(kpi);
  const size = methods.size(kpi, draft.data);
  const part = isPlain ? null : (methods.part?.(kpi, draft.data) ?? null);
  if (part === null) return cellOfSample(methods.sample(kpi, draft.data), size);
  if (isReason(part)) return { part: null, missing: part, size, weight: 0, value: null };
  const { weight } = part;
  const value = valueIn(kpi, draft);
  if (typeof value === 'number') return { part, size, weight, value };
  // Whether the curve comes down that far is asked of the mean of all of them.
  if (part.kind === 'quantile') return { part, size, weight, value: null };
  return { part: null, missing: value, size, weight: 0, value: null };
}

function isPutTogether(sample: ComparableSample): sample is Sample {
  return sample.kind === 'proportion' || sample.kind === 'moments' || sample.kind === 'rate';
}

function cellOfSample(sample: ComparableSample | null, cases: number): Cell {
  if (sample === null || !isPutTogether(sample)) {
    return { part: null, size: cases, weight: cases, value: null };
  }
  const { size, value } = figureOf(sample);
  return { part: sample, size, weight: size, value };
}

function figureOf(sample: Sample): { readonly size: number; readonly value: number } {
  if (sample.kind === 'moments') return { size: sample.moments.n, value: sample.moments.mean };
  if (sample.kind === 'proportion') return { size: sample.n, value: sample.successes / sample.n };
  const { events, exposure, per } = sample;
  return { size: exposure, value: (events / exposure) * per };
}

/** The mix asked for; null for a kind that cannot be given one. */
export function readMix(groups: readonly StratifiedGroup[], options: unknown): Mix | null {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { standard: true, reference: true, confidence: true });
  const ids = groups.map(({ id }) => id);
  const reference =
    fields.reference === undefined
      ? undefined
      : ids[placeOf(fields.reference, ids, 'options', 'reference')]!;
  const pooled = pooledWeights(groups);
  const isPooled = fields.standard === undefined || fields.standard === 'pooled';
  const weights = isPooled ? pooled : readWeights(fields.standard, pooled);
  const cells = groups.flatMap(({ cells }) => [...cells]);
  if (cells.some(([, { part, missing }]) => part === null && missing === undefined)) return null;
  const unweighed = new Set(cells.flatMap(([id, { missing }]) => (isPooled && missing ? id : [])));
  const total = neumaierSum([...weights.values()]);
  const strata = [...weights]
    .filter(([id, weight]) => weight > 0 || unweighed.has(id))
    .map(([id, weight]) => ({ id, share: weight > 0 ? weight / total : 0 }));
  const kind = cells.find(([, { part }]) => part !== null)?.[1].part?.kind ?? 'linear';
  return { strata, kind, reference };
}

/** How much all groups together have of each stratum, by id. */
function pooledWeights(groups: readonly StratifiedGroup[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { cells } of groups) {
    for (const [id, { weight }] of cells) weights.set(id, (weights.get(id) ?? 0) + weight);
  }
  return new Map([...weights].sort(byFirst));
}

function readWeights(
  value: unknown,
  pooled: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const path = 'options.standard';
  if (typeof value === 'string') checkOneOf(value, path, ['pooled']);
  const fields = checkObject(value, path);
  for (const id of pooled.keys()) {
    if (Object.hasOwn(fields, id)) continue;
    throw new AptfolioError('missing-value', at(path, id), 'a weight, 0 to leave the stratum out');
  }
  const weights = Object.entries(fields).map(([id, weight]): [string, number] => {
    return [id, checkRange(weight, at(path, id), { min: 0, max: 1e100 })];
  });
  if (weights.every(([, weight]) => weight === 0)) {
    throw new AptfolioError('out-of-range', path, 'at least one weight above 0');
  }
  return new Map(weights.sort(byFirst));
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
