import { compileZone, type PlainDate, parsePlainDate, type Zone } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import { canonicalJson, sha256Text } from '../../evidence/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { adderOf } from '../draft.js';
import { readIds } from '../kinds/id-list.js';
import { PERIOD_LENGTHS, type PeriodLength } from '../period/period.js';
import { inOrder } from './in-order.js';
import { plainOf } from './plain-event.js';
import { checkYearly } from './yearly.js';

/** Which KPIs are kept apart, by which periods and by whom. */
export interface KpiCubeDefinition {
  /** Made by `defineKpi`, each id once; one that is stated for a year (`periodsPerYear`) by as many periods as a year has of the cube's. */
  readonly kpis: readonly Kpi[];
  /** The shortest period that is kept apart; longer ones are read off by joining. */
  readonly period: PeriodLength;
  /** The zone whose days count, an IANA name: `Asia/Shanghai`. */
  readonly zone: string;
  /** What records say of whom they are about: `adviser`, `branch`, `tier`. Default none. */
  readonly dimensions?: readonly string[];
  /**
   * The combinations of dimensions that are kept; `[]` is the whole. Default the whole, and each dimension alone.
   */
  readonly slices?: readonly (readonly string[])[];
  /**
   * The last day that a record may be of, such as the day of the look: a later one, which is a slip, is refused. States do not depend on it, so that it may move on from look to
   * look. Default none.
   */
  readonly lastDay?: PlainDate;
  /** The most cells, so that memory has a bound: whole number of at least 1, default 100,000. */
  readonly maxCells?: number;
}

/** A cube's definition, checked. */
export interface CubeTerms {
  /** A hash of all that gives a state its meaning. */
  readonly version: string;
  /** By id, so that a KPI has one place in every cube of the version. */
  readonly kpis: readonly Kpi[];
  readonly placeOfKpi: ReadonlyMap<string, number>;
  readonly adders: readonly ReturnType<typeof adderOf>[];
  /** What copies the events of each KPI. */
  readonly plain: readonly ReturnType<typeof plainOf>[];
  readonly period: PeriodLength;
  readonly zone: Zone;
  /** Null where any day will do. */
  readonly lastDay: PlainDate | null;
  readonly dimensions: readonly string[];
  /** Places of dimensions, ascending. */
  readonly slices: readonly (readonly number[])[];
  /** Places of dimensions by their names, as canonical JSON has them. */
  readonly byName: readonly number[];
  readonly maxCells: number;
}

const FIELDS: FieldsOf<KpiCubeDefinition> = {
  kpis: true,
  period: true,
  zone: true,
  dimensions: true,
  slices: true,
  lastDay: true,
  maxCells: true,
};

/** Checks a cube's definition and fills in what it leaves open. */
export function readCubeDefinition(value: unknown): CubeTerms {
  const path = 'definition';
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, FIELDS);
  const period = checkOneOf(fields.period, at(path, 'period'), PERIOD_LENGTHS);
  const kpis = readKpis(fields.kpis, period, at(path, 'kpis'));
  const zoneName = checkText(fields.zone, at(path, 'zone'), 100);
  const zone = renamePaths({ zone: at(path, 'zone') }, () => compileZone(zoneName));
  const dimensions = readIds(fields.dimensions ?? [], at(path, 'dimensions'), { maxLength: 20 });
  const slices = readSlices(fields.slices, dimensions, at(path, 'slices'));
  const { lastDay, maxCells = 100_000 } = fields;
  const identity = {
    kpis: kpis.map(meaningOf),
    period,
    // However it is spelled: names of zones are the same in capitals and small letters.
    zone: zone.name.toLowerCase(),
    dimensions,
    slices: slices.map((places) => places.map((place) => dimensions[place]!)),
  };
  return {
    version: sha256Text(canonicalJson(identity)),
    kpis,
    placeOfKpi: new Map(kpis.map(({ id }, i) => [id, i])),
    adders: kpis.map((kpi) => adderOf(kpi)),
    plain: kpis.map(plainOf),
    period,
    zone,
    lastDay: lastDay === undefined ? null : parsePlainDate(lastDay, at(path, 'lastDay')),
    dimensions,
    slices,
    byName: inOrder(dimensions.keys(), (place) => dimensions[place]!),
    maxCells: checkInteger(maxCells, at(path, 'maxCells'), { min: 1 }),
  };
}

/**
 * What of a KPI gives its states their meaning: all that only its kind has, such as a limit or a list by whose places cases are counted, its windows, its terms and what it
 * leaves out; no words, so that a text may be improved.
 */
function meaningOf(kpi: Kpi): object {
  const { id, version, kind, windows, exclusions, terms } = kpi;
  const fields: Readonly<Record<string, unknown>> = { ...kpi };
  const own = Object.keys(methodsOf(kpi).definitionFields).filter((name) => name in fields);
  return {
    id,
    version,
    kind,
    own: Object.fromEntries(own.map((name) => [name, fields[name]])),
    windows: inOrder(windows, (window) => window.id).map(({ words: _, ...window }) => window),
    exclusions: exclusions.map((exclusion) => exclusion.id).sort(),
    ...(terms !== undefined && { terms }),
  };
}

function readKpis(value: unknown, period: PeriodLength, path: string): readonly Kpi[] {
  const kpis = checkList<Kpi>(value, path, { minLength: 1, maxLength: 1000 });
  checkUniqueIds(kpis, path);
  kpis.forEach((kpi, i) => {
    if (!Object.isFrozen(kpi)) {
      throw new AptfolioError('invalid-type', at(path, i), 'a KPI made by defineKpi', kpi);
    }
    methodsOf(kpi);
    checkYearly(kpi, period, at(path, i));
  });
  return inOrder(kpis, ({ id }) => id);
}

function readSlices(
  value: unknown,
  dimensions: readonly string[],
  path: string,
): readonly (readonly number[])[] {
  if (value === undefined) return [[], ...dimensions.map((_, i) => [i])];
  const seen = new Set<string>();
  return checkList<unknown>(value, path, { minLength: 1, maxLength: 100 }).map((slice, i) => {
    const where = at(path, i);
    const places = readIds(slice, where, {}).map((id, j) => {
      const place = dimensions.indexOf(id);
      if (place >= 0) return place;
      const expected = `one of the dimensions ${dimensions.join(', ')}`;
      throw new AptfolioError('unknown-id', at(where, j), expected, id);
    });
    const ordered = [...places].sort((a, b) => a - b);
    if (seen.has(ordered.join())) {
      throw new AptfolioError('duplicate-id', where, 'a combination not named before', slice);
    }
    seen.add(ordered.join());
    return ordered;
  });
}
