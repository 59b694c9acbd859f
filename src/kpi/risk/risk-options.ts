import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { readDimensions } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import { placeOf, readIds } from '../kinds/id-list.js';
import type { Fields } from '../kinds/kind.js';

/** How findings and losses become records. */
export interface RiskOptions {
  /** The kinds of risk that the bank knows; another one is refused by name. */
  readonly families: readonly string[];
  /** The moment of the look. */
  readonly asOf: string | number;
  /** Name of the dimension under which records say their family; default none. */
  readonly familyDimension?: string;
}

/** The options, checked. */
interface RiskTerms {
  readonly families: readonly string[];
  readonly asOf: number;
  readonly familyDimension: string | null;
}

const FIELDS: FieldsOf<RiskOptions> = { families: true, asOf: true, familyDimension: true };

/** Checks the options. */
export function readRiskOptions(options: unknown): RiskTerms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', FIELDS);
  const { familyDimension } = fields;
  return {
    families: readIds(fields.families, 'options.families', { minLength: 1 }),
    asOf: instantOf(fields.asOf, 'options.asOf'),
    familyDimension:
      familyDimension === undefined
        ? null
        : checkText(familyDimension, 'options.familyDimension', 100),
  };
}

/** The dimensions of a record, with its family where the options say so; the family is checked in any case. */
export function dimensionsWithFamily(
  fields: Fields,
  path: string,
  { families, familyDimension: name }: RiskTerms,
): KpiRecord['dimensions'] {
  const family = families[placeOf(fields.family, families, path, 'family')]!;
  const dimensions = readDimensions(fields, path);
  if (name === null) return dimensions;
  if (dimensions !== undefined && Object.hasOwn(dimensions, name)) {
    const expected = `a dimension that the ${path} does not have`;
    throw new AptfolioError('inconsistent', 'options.familyDimension', expected, name);
  }
  return Object.freeze({ ...dimensions, [name]: family });
}
