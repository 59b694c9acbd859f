import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  checkText,
} from '../errors/index.js';
import {
  KPI_DIRECTIONS,
  KPI_FAMILIES,
  type Kpi,
  type KpiDefinitions,
  type KpiDescription,
  type KpiKind,
} from './definition.js';
import type { KindMethods } from './kind.js';
import { KINDS, KPI_KINDS } from './kinds.js';

/**
 * Checks a KPI's definition once and returns a frozen copy, to be applied to any number of cases.
 *
 * Fields that the definition's kind does not have are left out of the copy.
 *
 * @param definition plain data; `kind` decides what the KPI takes in and which further fields it needs.
 * @throws AptfolioError `missing-value`, `invalid-type`, `unknown-value`, `out-of-range`, `duplicate-id`,
 * `unknown-currency`, or `inconsistent` for a net promoter score on another scale than 0 to 10; paths start with
 * `definition`.
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
  const description = readDescription(fields, path);
  const own = KINDS[kind].define(fields, path);
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

function readDescription(fields: Readonly<Record<string, unknown>>, path: string): KpiDescription {
  const text = (key: string, maxLength?: number): string =>
    checkText(fields[key], at(path, key), maxLength);
  return {
    id: text('id', 100),
    version: text('version', 100),
    family: checkOneOf(fields.family, at(path, 'family'), KPI_FAMILIES),
    formula: text('formula'),
    unit: text('unit', 100),
    direction: checkOneOf(fields.direction, at(path, 'direction'), KPI_DIRECTIONS),
    numerator: text('numerator'),
    denominator: text('denominator'),
    source: text('source'),
    minimumSample: checkInteger(fields.minimumSample, at(path, 'minimumSample'), { min: 1 }),
  };
}
