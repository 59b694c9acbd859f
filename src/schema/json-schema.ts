import * as z from 'zod/mini';
import { checkOneOf } from '../errors/index.js';
import { adviceReference, adviceRequest, reviewReference, reviewRequest } from './advice.js';
import { clientView, transactions } from './client.js';
import { goalPlan } from './goal-plan.js';
import { allocationPolicy, assumptions } from './market.js';
import { orderEvent } from './order-event.js';
import { clientPolicy, completenessPolicy } from './policies.js';
import { products } from './products.js';
import { answers, questionnaire } from './questionnaire.js';
import { serviceQuarter } from './service-quarter.js';

/** The inputs that have a schema, in kebab-case. */
export const INPUT_NAMES = [
  'advice-reference',
  'advice-request',
  'allocation-policy',
  'answers',
  'assumptions',
  'client-policy',
  'client-view',
  'completeness-policy',
  'goal-plan',
  'order-event',
  'products',
  'questionnaire',
  'review-reference',
  'review-request',
  'service-quarter',
  'transactions',
] as const;

/** The name of an input; see `INPUT_NAMES`. */
export type InputName = (typeof INPUT_NAMES)[number];

const SCHEMAS: Readonly<Record<InputName, z.ZodMiniType>> = {
  'advice-reference': adviceReference,
  'advice-request': adviceRequest,
  'allocation-policy': allocationPolicy,
  answers,
  assumptions,
  'client-policy': clientPolicy,
  'client-view': clientView,
  'completeness-policy': completenessPolicy,
  'goal-plan': goalPlan,
  'order-event': orderEvent,
  products,
  questionnaire,
  'review-reference': reviewReference,
  'review-request': reviewRequest,
  'service-quarter': serviceQuarter,
  transactions,
};

/**
 * The JSON Schema (draft 2020-12) of an input, for hosts in other languages.
 *
 * It says what each field is. What only a whole can show (a date that exists, shares that sum to 1) is checked by the
 * library itself. Comments (keys that start with `$`) are not part of it.
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
  const { $schema, ...rest } = z.toJSONSchema(schema) as Record<string, unknown>;
  return { $schema, title: `aptfolio ${name}`, ...rest };
}
