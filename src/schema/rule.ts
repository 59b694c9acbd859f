import * as z from 'zod/mini';
import { SEVERITIES } from '../evidence/index.js';
import {
  FACT_TYPES,
  type FactChange,
  type FactDeclaration,
  type InForce,
  type OverridePermission,
  type RetentionRule,
  type Rule,
  type Term,
  type ValueLabels,
} from '../rules/index.js';
import { citation } from './evidence.js';
import type { FieldsOf } from './fields.js';
import { atLeastOne, date, localised, number, plain, positive, text } from './primitives.js';
import { ruleCondition, ruleOperand } from './rule-condition.js';

const texts = z.array(text);

const someTexts = texts.check(z.minLength(1));

/** The fields of what applies from a day on, to be put into larger objects. */
export const inForceFields: FieldsOf<InForce> = { from: date, to: z.exactOptional(date) };

export const inForce: z.ZodMiniType<InForce> = z.strictObject(inForceFields);

const factChange: z.ZodMiniType<FactChange> = z.strictObject({
  label: z.exactOptional(localised),
  possibleIf: z.exactOptional(ruleCondition),
  direction: z.exactOptional(z.enum(['lower', 'higher', 'either'])),
  step: z.exactOptional(positive),
  from: z.exactOptional(number),
  to: z.exactOptional(number),
  values: z.exactOptional(z.array(z.union([plain, texts])).check(z.minLength(1))),
});

/** What values are called for people. */
export const valueLabels: z.ZodMiniType<ValueLabels> = z.record(z.string(), localised);

export const factDeclaration: z.ZodMiniType<FactDeclaration> = z.strictObject({
  type: z.enum(FACT_TYPES),
  label: localised,
  unit: z.exactOptional(text),
  values: z.exactOptional(someTexts),
  valueLabels: z.exactOptional(valueLabels),
  min: z.exactOptional(number),
  max: z.exactOptional(number),
  whole: z.exactOptional(z.boolean()),
  maxAgeMonths: z.exactOptional(atLeastOne),
  default: z.exactOptional(plain),
  personal: z.exactOptional(z.boolean()),
  riskier: z.exactOptional(z.enum(['higher', 'lower'])),
  change: z.exactOptional(factChange),
});

export const term: z.ZodMiniType<Term> = z.union([
  z.strictObject({
    label: localised,
    type: z.enum(FACT_TYPES),
    value: ruleOperand,
    change: z.exactOptional(factChange),
  }),
  z.strictObject({
    label: localised,
    when: ruleCondition,
    change: z.exactOptional(factChange),
  }),
]);

/** Under which conditions a rule may be set aside. */
export const overridePermission: z.ZodMiniType<OverridePermission> = z.strictObject({
  roles: someTexts,
  evidence: texts,
  fourEyes: z.boolean(),
});

export const rule: z.ZodMiniType<Rule> = z.strictObject({
  id: text,
  citations: z.array(citation),
  inForce,
  scope: z.exactOptional(ruleCondition),
  when: ruleCondition,
  outcome: z.enum(SEVERITIES),
  satisfiedBy: z.exactOptional(ruleCondition),
  whenUnknown: z.exactOptional(z.enum(['undetermined', 'bite', 'ignore'])),
  exceptionTo: z.exactOptional(texts),
  override: z.exactOptional(overridePermission),
  message: z.exactOptional(text),
});

/** Days from which the years of keeping a record can be counted. */
export const retainedAfter: z.ZodMiniType<RetentionRule['after']> = z.enum([
  'decision',
  'relationship-end',
]);

export const retentionRule: z.ZodMiniType<RetentionRule> = z.strictObject({
  id: text,
  inForce,
  years: z.int().check(z.minimum(1), z.maximum(200)),
  after: retainedAfter,
  scope: z.exactOptional(ruleCondition),
  citations: z.array(citation),
});
