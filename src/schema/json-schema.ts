import * as z from 'zod/mini';
import { checkOneOf } from '../errors/index.js';
import { INPUT_NAMES, type InputName } from './input-names.js';
import { SCHEMAS } from './input-schemas.js';

/**
 * The JSON Schema (draft 2020-12) of an input, for hosts in other languages.
 *
 * It says what each field is. What only a whole can show (a date that exists, shares that sum to 1) is checked by the
 * library itself. Comments (keys that start with `$`) are allowed wherever the `parse…` drops them.
 *
 * @throws AptfolioError `unknown-value` for a name that is none.
 *
 * @example
 * ```ts
 * import { jsonSchema } from 'aptfolio/schema';
 *
 * jsonSchema('products').type; // => 'array'
 * jsonSchema('goal-plan').properties.months; // => { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }
 * ```
 */
export function jsonSchema(name: InputName): Readonly<Record<string, unknown>> {
  const schema = SCHEMAS[checkOneOf(name, 'name', INPUT_NAMES)];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (!RECORDS.has(name)) allowComments(jsonSchema);
    },
  }) as Record<string, unknown>;
  return { $schema, title: `aptfolio ${name}`, ...rest };
}

/** The hash of a record covers every field, so it has no comments. */
const RECORDS: ReadonlySet<InputName> = new Set(['decision-record', 'suitability-record']);

const COMMENT = '^\\$';

/** Lets an object that is closed, or whose every key means something, have comments too. */
function allowComments(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.type !== 'object' || schema.additionalProperties === undefined) return;
  schema.patternProperties = { [COMMENT]: {} };
  if (schema.propertyNames !== undefined) {
    const names = schema.propertyNames as z.core.JSONSchema.BaseSchema;
    schema.propertyNames = { anyOf: [names, { pattern: COMMENT }] };
  }
}
