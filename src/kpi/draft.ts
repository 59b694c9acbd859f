import { AptfolioError, at, checkObject, type FieldsOf, refuseUnknown } from '../errors/index.js';
import { methodsOf } from './define.js';
import type { Kpi, KpiKind } from './definition.js';
import { noCounts, placeOf } from './kinds/id-list.js';
import {
  addCounts,
  checkJoin,
  countOf,
  type Fields,
  joinCounts,
  type KindDrafts,
} from './kinds/kind.js';
import type { ExcludedCase, KpiState } from './state.js';

/** What a state holds while it is being added to. */
export interface Draft<K extends KpiKind = KpiKind> {
  /** Whose cases it holds. */
  readonly kpi: Kpi<K>;
  readonly data: KindDrafts[K];
  /** Cases left out, for each of the definition's exclusions. */
  readonly excluded: number[];
}

const EXCLUDED: FieldsOf<ExcludedCase> = { excluded: true };

/** The state before the first case. */
export function emptyDraft<K extends KpiKind>(kpi: Kpi<K>): Draft<K> {
  const data = methodsOf(kpi).empty(kpi);
  return { kpi, data, excluded: noCounts(kpi.exclusions.length) };
}

/** The function that adds an event; one that is refused leaves the draft as it was. */
export function adderOf<K extends KpiKind>(
  kpi: Kpi<K>,
): (draft: Draft<K>, event: unknown, path: string) => void {
  const { add, eventFields, leastFields } = methodsOf(kpi);
  const known: Readonly<Record<string, true>> = eventFields;
  return (draft, event, path) => {
    const fields = checkObject(event, path);
    if (fields.excluded !== undefined) {
      exclude(kpi, draft, fields, path);
      return;
    }
    // An event with no more fields than it needs has no unknown one, or lacks one that is missed below: events come by the million.
    let count = 0;
    for (const _ in fields) count += 1;
    if (count > leastFields) {
      for (const name in fields) {
        if (known[name] !== true) refuseUnknown(fields, path, known);
      }
    }
    add(kpi, draft.data, fields, path);
  };
}

/** A case that is left out is counted, and brings no figures along that would be lost. */
function exclude(kpi: Kpi, draft: Draft, event: Fields, path: string): void {
  refuseUnknown(event, path, EXCLUDED);
  if (kpi.exclusions.length === 0) {
    const expected = 'no case left out: the definition has no exclusions';
    throw new AptfolioError('unknown-id', at(path, 'excluded'), expected, event.excluded);
  }
  const ids = kpi.exclusions.map(({ id }) => id);
  const place = placeOf(event.excluded, ids, path, 'excluded');
  draft.excluded[place] = addCounts(draft.excluded[place]!, 1);
}

/** Adds the second draft to the first; the second stays as it is, and so does the first if the sum is refused. */
export function joinDrafts<K extends KpiKind>(kpi: Kpi<K>, draft: Draft<K>, other: Draft<K>): void {
  checkJoin([draft.excluded, other.excluded]);
  methodsOf(kpi).join(draft.data, other.data);
  joinCounts([draft.excluded, other.excluded]);
}

/** Checks a state, which may come from storage, and returns its content. */
export function readState<K extends KpiKind>(kpi: Kpi<K>, state: unknown, path: string): Draft<K> {
  const methods = methodsOf(kpi);
  const fields = checkObject(state, path);
  for (const [key, expected] of [
    ['kpi', kpi.id],
    ['version', kpi.version],
    ['kind', kpi.kind],
  ] as const) {
    if (fields[key] === expected) continue;
    const code = fields[key] === undefined ? 'missing-value' : 'inconsistent';
    throw new AptfolioError(code, at(path, key), `“${expected}”, as in the KPI`, fields[key]);
  }
  const where = at(path, 'data');
  return {
    kpi,
    data: methods.read(kpi, checkObject(fields.data, where), where),
    excluded: readExcluded(kpi, fields.excluded, at(path, 'excluded')),
  };
}

function readExcluded(kpi: Kpi, value: unknown, path: string): number[] {
  const counts = checkObject(value, path);
  const ids = kpi.exclusions.map(({ id }) => id);
  refuseUnknown(counts, path, Object.fromEntries(ids.map((id) => [id, true])));
  return ids.map((id) => countOf(Object.hasOwn(counts, id) ? counts[id] : 0, path, id));
}

/** Plain frozen data, the same bytes for the same cases in any order. */
export function writeState<K extends KpiKind>(kpi: Kpi<K>, draft: Draft<K>): KpiState<K> {
  const excluded = kpi.exclusions.flatMap(({ id }, i) => {
    const count = draft.excluded[i]!;
    return count === 0 ? [] : [[id, count] as const];
  });
  return Object.freeze({
    kpi: kpi.id,
    version: kpi.version,
    kind: kpi.kind,
    excluded: Object.freeze(Object.fromEntries(excluded)),
    data: methodsOf(kpi).write(kpi, draft.data),
  });
}
