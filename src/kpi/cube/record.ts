import { isPlainDate, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { canonicalJson } from '../../evidence/index.js';
import type { KpiTerms } from '../definition.js';
import type { KpiEvent } from '../state.js';
import type { CubeTerms } from './definition.js';
import { checkNames } from './read-look.js';
import { checkTerms } from './record-terms.js';
import { checkWindows, type KpiRecordWindow } from './record-windows.js';
import { checkSpan } from './yearly.js';

/** One event, with when it happened and whom it is about. */
export interface KpiRecord {
  /** Id of the KPI. */
  readonly kpi: string;
  /** When: an instant with its offset, milliseconds since 1970-01-01T00:00Z, or a civil day; before the year 9999. */
  readonly at: string | number;
  /** Of the event, one of its KPI. With it repeats are told from new events, as long as its period is open. */
  readonly id?: string;
  /** Of the same event, corrected: the highest counts. Whole number, default 0; only with an id. */
  readonly revision?: number;
  /** A text for each dimension; one that is absent is not known, and is shown as such. */
  readonly dimensions?: Readonly<Record<string, string>>;
  /**
   * The windows of its KPI by which the event was judged, so that a cube whose definition has another length refuses the record. Default none, which is taken
   * as it is.
   */
  readonly windows?: readonly KpiRecordWindow[];
  /**
   * By which choices the event was made, so that a cube whose definition names others refuses the record. A choice that the definition does not name is not checked; of how
   * long clients stay `timeUnit` is the definition's own. Default none.
   */
  readonly terms?: KpiTerms;
  /** How many days the event is of, so that a cube that states its KPI for a year refuses one of another period; above 0. Default none, which is taken as it is. */
  readonly days?: number;
  /** What happened. Null, which takes an id, takes back what earlier revisions of it said: then the record counts nowhere. */
  readonly event: KpiEvent | null;
}

/** A record, checked. */
export interface CubeEvent {
  readonly kpi: number;
  readonly on: PlainDate;
  readonly id: string | null;
  readonly revision: number;
  /** In the order of the dimensions; null where it is not known. */
  readonly values: readonly (string | null)[];
  readonly event: KpiEvent | null;
}

const FIELDS: FieldsOf<KpiRecord> & Readonly<Record<string, true>> = {
  kpi: true,
  at: true,
  id: true,
  revision: true,
  dimensions: true,
  windows: true,
  terms: true,
  days: true,
  event: true,
};

/** Checks a record, but for its event. Paths are put together only where they are needed: records come by the million. */
export function readRecord(terms: CubeTerms, value: unknown, path: string): CubeEvent {
  const fields = checkObject(value, path);
  for (const name in fields) {
    if (FIELDS[name] !== true) refuseUnknown(fields, path, FIELDS);
  }
  const kpi = terms.placeOfKpi.get(fields.kpi as string) ?? refuseKpi(terms, fields.kpi, path);
  if (fields.windows !== undefined) {
    checkWindows(terms.kpis[kpi]!, fields.windows, at(path, 'windows'));
  }
  if (fields.terms !== undefined) checkTerms(terms.kpis[kpi]!, fields.terms, at(path, 'terms'));
  if (fields.days !== undefined) checkSpan(terms.kpis[kpi]!, fields.days, at(path, 'days'));
  const id = fields.id === undefined ? null : textIn(fields.id, path, 'id');
  return {
    kpi,
    on: dayOf(terms, fields.at, path),
    id,
    revision: readRevision(fields.revision, id, path),
    values: readValues(terms.dimensions, fields.dimensions, path),
    event: readEvent(fields.event, id, path),
  };
}

function refuseKpi({ kpis }: CubeTerms, value: unknown, path: string): never {
  const where = at(path, 'kpi');
  const ids = kpis.map(({ id }) => id).join(', ');
  throw new AptfolioError('unknown-id', where, `one of ${ids}`, checkText(value, where));
}

/** The record again, in the one way in which a state keeps it: frozen, its fields in the order of canonical JSON. */
export function writeRecord(terms: CubeTerms, event: CubeEvent): KpiRecord {
  const dimensions = terms.byName.flatMap((place) => {
    const value = event.values[place]!;
    return value === null ? [] : [[terms.dimensions[place]!, value] as const];
  });
  return Object.freeze({
    at: event.on,
    dimensions: Object.freeze(Object.fromEntries(dimensions)),
    event: Object.freeze(event.event),
    ...(event.id !== null && { id: event.id }),
    kpi: terms.kpis[event.kpi]!.id,
    ...(event.revision > 0 && { revision: event.revision }),
  });
}

/** The same text for the same record. */
export function textOf(terms: CubeTerms, event: CubeEvent): string {
  return canonicalJson(writeRecord(terms, event));
}

/** With the `u` flag only a surrogate without its other half matches. */
const HALF_CHARACTER = /[\uD800-\uDFFF]/u;

/** A text that a state can hold. */
function textIn(value: unknown, path: string, key: string | number): string {
  if (typeof value !== 'string' || value === '' || value.length > 200) {
    return checkText(value, at(path, key), 200);
  }
  if (!HALF_CHARACTER.test(value)) return value;
  const expected = 'a text without half characters';
  throw new AptfolioError('invalid-format', at(path, key), expected, value);
}

function dayOf(terms: CubeTerms, value: unknown, path: string): PlainDate {
  const day = readDay(terms, value, path);
  const { lastDay } = terms;
  if (lastDay !== null && day > lastDay) {
    const expected = `a day up to ${lastDay}, as in definition.lastDay`;
    throw new AptfolioError('out-of-range', at(path, 'at'), expected, day);
  }
  // A period ends on the day after its last, which must be a date too.
  if (day < '9999') return day;
  throw new AptfolioError('out-of-range', at(path, 'at'), 'a day before the year 9999', day);
}

function readDay({ zone }: CubeTerms, value: unknown, path: string): PlainDate {
  if (isPlainDate(value)) return value;
  if (typeof value === 'string' && value.length <= 10) return parsePlainDate(value, at(path, 'at'));
  try {
    return zone.dateOf(value as string | number);
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    const { code, expected } = error.issues[0]!;
    throw new AptfolioError(code, at(path, 'at'), expected, value);
  }
}

function readRevision(value: unknown, id: string | null, path: string): number {
  if (value === undefined) return 0;
  const revision = checkInteger(value, at(path, 'revision'), { min: 0 });
  if (id !== null) return revision;
  const expected = 'a revision only of an event with an id';
  throw new AptfolioError('inconsistent', at(path, 'revision'), expected, value);
}

/** An event is checked by its KPI as it is added. */
function readEvent(value: unknown, id: string | null, path: string): KpiEvent | null {
  if (value !== null || id !== null) return value as KpiEvent | null;
  const expected = 'an event, or null only with an id';
  throw new AptfolioError('inconsistent', at(path, 'event'), expected, value);
}

function readValues(
  names: readonly string[],
  value: unknown,
  path: string,
): readonly (string | null)[] {
  if (value === undefined) return names.map(() => null);
  const where = at(path, 'dimensions');
  const given = checkNames(value, where);
  for (const name in given) {
    if (names.includes(name)) continue;
    const expected = `one of the dimensions ${names.join(', ')}`;
    throw new AptfolioError('unknown-id', at(where, name), expected, name);
  }
  return names.map((name) =>
    readValue(Object.hasOwn(given, name) ? given[name] : undefined, where, name),
  );
}

/** What a record or a cell says of a dimension; null if it is not known. */
export function readValue(value: unknown, path: string, key: string | number): string | null {
  return value === undefined || value === null ? null : textIn(value, path, key);
}
