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
import {
  type Standardised,
  standardiseMean,
  standardiseProportion,
  standardiseRate,
} from '../../statistics/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { readState } from '../draft.js';
import { placeOf } from '../kinds/id-list.js';
import type { ComparableSample } from '../kinds/kind.js';
import { sizeReason } from '../summarise.js';

/** What can be given another mix. */
type Sample = Exclude<ComparableSample, { readonly kind: 'times' }>;

/** A group with its strata, checked. */
export interface StratifiedGroup {
  readonly id: string;
  /** Cases on which the KPI rests, over all strata. */
  readonly n: number;
  /** Strata with at least one case. */
  readonly cells: ReadonlyMap<string, Cell>;
}

interface Cell {
  /** Null for a kind that cannot be compared this way. */
  readonly sample: Sample | null;
  readonly size: number;
  readonly value: number | null;
}

/** The mix that every group is given. */
export interface Mix {
  readonly strata: readonly { readonly id: string; readonly share: number }[];
  readonly kind: Sample['kind'];
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
    const cells = states.map(([id, state]) => readCell(kpi, id, state, at(where, id)));
    const n = cells.reduce((sum, [, cell]) => sum + cell.cases, 0);
    return {
      id: fields.id as string,
      n,
      cells: new Map(cells.filter(([, { cases }]) => cases > 0)),
    };
  });
  return read.sort(byId);
}

function readCell(
  kpi: Kpi,
  id: string,
  state: unknown,
  path: string,
): readonly [string, Cell & { readonly cases: number }] {
  checkText(id, path, 100);
  const { data } = readState(kpi, state, path);
  const methods = methodsOf(kpi);
  const cases = methods.size(kpi, data);
  const sample = cases === 0 ? null : methods.sample(kpi, data);
  if (sample === null || sample.kind === 'times') {
    return [id, { sample: null, size: cases, value: null, cases }];
  }
  return [id, { sample, ...figureOf(sample), cases }];
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
  const sizes = sizesOf(groups);
  const weights =
    fields.standard === undefined || fields.standard === 'pooled'
      ? sizes
      : readWeights(fields.standard, sizes);
  const cells = groups.flatMap(({ cells }) => [...cells.values()]);
  if (cells.some(({ sample }) => sample === null)) return null;
  const total = neumaierSum([...weights.values()]);
  const strata = [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([id, weight]) => ({ id, share: weight / total }));
  return { strata, kind: cells[0]?.sample?.kind ?? 'proportion', reference };
}

/** How much all groups together have of each stratum, by id. */
function sizesOf(groups: readonly StratifiedGroup[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { cells } of groups) {
    for (const [id, { size }] of cells) sizes.set(id, (sizes.get(id) ?? 0) + size);
  }
  return new Map([...sizes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readWeights(
  value: unknown,
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const path = 'options.standard';
  if (typeof value === 'string') checkOneOf(value, path, ['pooled']);
  const fields = checkObject(value, path);
  for (const id of sizes.keys()) {
    if (Object.hasOwn(fields, id)) continue;
    throw new AptfolioError('missing-value', at(path, id), 'a weight, 0 to leave the stratum out');
  }
  const weights = Object.entries(fields).map(([id, weight]): [string, number] => {
    return [id, checkRange(weight, at(path, id), { min: 0, max: 1e100 })];
  });
  if (weights.every(([, weight]) => weight === 0)) {
    throw new AptfolioError('out-of-range', path, 'at least one weight above 0');
  }
  return new Map(weights.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why a group has too few cases to be compared at all, or null. */
export function shortageOfGroup(kpi: Kpi, { n }: StratifiedGroup): Reason | null {
  return sizeReason(n, kpi.minimumSample);
}

/** A group's figure with the mix. */
export function standardise(group: StratifiedGroup, mix: Mix, confidence: number): Standardised {
  const options = { confidence };
  // Strata that the mix leaves out enter the crude figure.
  const shares = new Map<string, number>([...group.cells.keys()].map((id) => [id, 0]));
  for (const { id, share } of mix.strata) shares.set(id, share);
  const rows = [...shares]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, weight]) => {
      return { id, weight, sample: group.cells.get(id)?.sample };
    });
  if (mix.kind === 'proportion') {
    return standardiseProportion(
      rows.map(({ id, weight, sample }) => {
        const { successes, n } = sample?.kind === 'proportion' ? sample : { successes: 0, n: 0 };
        return { id, weight, successes, n };
      }),
      options,
    );
  }
  if (mix.kind === 'moments') {
    return standardiseMean(
      rows.map(({ id, weight, sample }) => {
        return { id, weight, ...(sample?.kind === 'moments' ? sample.moments : { n: 0 }) };
      }),
      options,
    );
  }
  const per = perOf(group);
  const rate = standardiseRate(
    rows.map(({ id, weight, sample }) => {
      const { events, exposure } = sample?.kind === 'rate' ? sample : { events: 0, exposure: 0 };
      return { id, weight, events, exposure };
    }),
    options,
  );
  if (rate.status === 'missing-strata') return rate;
  const { value, crude, interval } = rate;
  const { low, high, method } = interval;
  return {
    status: 'standardised',
    value: value * per,
    crude: crude * per,
    interval: { low: low * per, high: high * per, confidence, method },
  };
}

/** The exposure for which the rate is stated is the KPI's, the same in every stratum. */
function perOf({ cells }: StratifiedGroup): number {
  for (const { sample } of cells.values()) if (sample?.kind === 'rate') return sample.per;
  return 1;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
