import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../errors/index.js';
import {
  KPI_DIRECTIONS,
  KPI_FAMILIES,
  type Kpi,
  type KpiDefinitions,
  type KpiDescription,
  type KpiExclusion,
  type KpiKind,
  type KpiTerms,
  type KpiWindow,
} from './definition.js';
import type { Fields, KindMethods } from './kinds/kind.js';
import { KINDS, KPI_KINDS } from './kinds/kinds.js';

/**
 * Checks a KPI's definition once and returns a frozen copy, to be applied to any number of cases.
 *
 * @param definition plain data; `kind` decides what the KPI takes in and which further fields it needs.
 * @throws AptfolioError `missing-value`, `invalid-type`, `unknown-value`, `out-of-range`, `duplicate-id`,
 * `unknown-currency`, `unknown-id` for a field that the kind does not have, or `inconsistent` for a net promoter score on another scale than 0 to
 * 10; paths start with `definition`.
 *
 * @example
 * ```ts
 * import { accumulate, defineKpi, emptyState, summarise } from 'aptfolio/kpi';
 *
 * const renewal = defineKpi({
 *   kind: 'proportion',
 *   id: 'renewal-rate',
 *   version: '1',
 *   family: 'retention',
 *   formula: 'renewed mandates / mandates due for renewal',
 *   symbols: 'r / d',
 *   unit: 'fraction',
 *   direction: 'higher-is-better',
 *   numerator: 'mandates renewed',
 *   denominator: 'mandates due for renewal',
 *   source: 'service handbook, section 4',
 *   minimumSample: 30,
 * });
 * const state = accumulate(renewal, emptyState(renewal), { successes: 412, trials: 486 });
 * summarise(renewal, state).value; // => 0.8477366255144033
 * ```
 */
export function defineKpi<K extends KpiKind>(
  definition: KpiDefinitions[K] & { readonly kind: K },
): Kpi<K> {
  const path = 'definition';
  const fields = checkObject(definition, path);
  const kind = checkOneOf(fields.kind, at(path, 'kind'), KPI_KINDS);
  const { definitionFields, define } = KINDS[kind];
  refuseUnknown(fields, path, { ...DESCRIPTION_FIELDS, ...definitionFields });
  const description = readDescription(fields, path);
  const own = define(fields, path);
  return Object.freeze({ ...description, ...own }) as unknown as Kpi<K>;
}

/** The methods of a checked KPI's kind. */
export function methodsOf<K extends KpiKind>(kpi: Kpi<K>): KindMethods<K> {
  const kind = checkOneOf(checkObject(kpi, 'kpi').kind, 'kpi.kind', KPI_KINDS);
  if (!Object.isFrozen(kpi)) {
    throw new AptfolioError('invalid-type', 'kpi', 'a KPI made by defineKpi', kpi);
  }
  return KINDS[kind as K];
}

const DESCRIPTION_FIELDS: FieldsOf<KpiDescription & { kind: KpiKind }> = {
  kind: true,
  id: true,
  version: true,
  family: true,
  formula: true,
  symbols: true,
  unit: true,
  direction: true,
  numerator: true,
  denominator: true,
  source: true,
  minimumSample: true,
  share: true,
  exclusions: true,
  windows: true,
  terms: true,
};

const NOTE_FIELDS = { id: true, words: true } as const;
const EXCLUSION_FIELDS: FieldsOf<KpiExclusion> = { ...NOTE_FIELDS, pending: true };
const WINDOW_FIELDS: FieldsOf<KpiWindow> = { ...NOTE_FIELDS, days: true, seconds: true };

function readDescription(fields: Fields, path: string): KpiDescription {
  const text = (key: string, maxLength?: number): string =>
    checkText(fields[key], at(path, key), maxLength);
  return {
    id: text('id', 100),
    version: text('version', 100),
    family: checkOneOf(fields.family, at(path, 'family'), KPI_FAMILIES),
    formula: text('formula'),
    symbols: text('symbols'),
    unit: text('unit', 100),
    direction: checkOneOf(fields.direction, at(path, 'direction'), KPI_DIRECTIONS),
    numerator: text('numerator'),
    denominator: text('denominator'),
    source: text('source'),
    minimumSample: checkInteger(fields.minimumSample, at(path, 'minimumSample'), { min: 1 }),
    ...(fields.share !== undefined && { share: checkBoolean(fields.share, at(path, 'share')) }),
    exclusions: readNotes(fields.exclusions, at(path, 'exclusions'), readExclusion),
    windows: readNotes(fields.windows, at(path, 'windows'), readWindow),
    ...(fields.terms !== undefined && { terms: readTerms(fields.terms, at(path, 'terms')) }),
  };
}

/** Names and values are texts of at most 100 characters, in the order of the names. */
function readTerms(value: unknown, path: string): KpiTerms {
  const named = Object.entries(checkObject(value, path)).map(([name, term]) => {
    const where = at(path, name);
    return [checkText(name, where, 100), checkText(term, where, 100)] as const;
  });
  return Object.freeze(Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Checks a list of what the definition says about its cases; absent is empty. */
function readNotes<T extends { readonly id: string }>(
  value: unknown,
  path: string,
  read: (fields: Fields, path: string) => T,
): readonly T[] {
  if (value === undefined) return Object.freeze([]);
  const list = checkList<unknown>(value, path, { maxLength: 100 });
  const notes = list.map((entry, i) => {
    const where = at(path, i);
    return Object.freeze(read(checkObject(entry, where), where));
  });
  checkUniqueIds(notes, path);
  return Object.freeze(notes);
}

function readExclusion(fields: Fields, path: string): KpiExclusion {
  refuseUnknown(fields, path, EXCLUSION_FIELDS);
  const { pending } = fields;
  const flag = pending !== undefined && { pending: checkBoolean(pending, at(path, 'pending')) };
  return { ...readNote(fields, path), ...flag };
}

function readNote(fields: Fields, path: string): Pick<KpiExclusion, 'id' | 'words'> {
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    words: checkText(fields.words, at(path, 'words')),
  };
}

function readWindow(fields: Fields, path: string): KpiWindow {
  refuseUnknown(fields, path, WINDOW_FIELDS);
  const head = readNote(fields, path);
  const { days, seconds } = fields;
  if (days !== undefined && seconds !== undefined) {
    const expected = 'a length in days or in seconds';
    throw new AptfolioError('inconsistent', at(path, 'seconds'), expected, seconds);
  }
  const range = { exclusiveMin: 0 };
  return {
    ...head,
    ...(days !== undefined && {
      days: checkInteger(days, at(path, 'days'), { min: 0, max: 36_525 }),
    }),
    ...(seconds !== undefined && { seconds: checkRange(seconds, at(path, 'seconds'), range) }),
  };
}
