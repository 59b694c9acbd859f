import * as z from 'zod/mini';
import { SEVERITIES } from '../evidence/index.js';
import {
  type Candidates,
  type DatedParameter,
  DECISION_STATUSES,
  type GoldenCase,
  type ParameterValue,
  type RulePack,
  type Tightening,
} from '../rules/index.js';
import { citation, messages } from './evidence.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, localised, plain, text } from './primitives.js';
import { factDeclaration, inForce, inForceFields, retentionRule, rule, term } from './rule.js';
import { ruleConstants } from './rule-condition.js';
import { ruleFacts } from './rule-facts.js';

const history: z.ZodMiniType<readonly ParameterValue[]> = z
  .array(z.strictObject({ ...inForceFields, value: z.union([plain, ruleConstants]), citation }))
  .check(z.minLength(1));

const datedParameter: z.ZodMiniType<DatedParameter> = z.strictObject({
  label: localised,
  unit: z.exactOptional(text),
  stricter: z.exactOptional(z.enum(['lower', 'higher'])),
  history,
});

const goldenCase: z.ZodMiniType<GoldenCase> = z.strictObject({
  id: text,
  asOf: date,
  facts: ruleFacts,
  expect: z.strictObject({
    status: z.enum(DECISION_STATUSES),
    deciding: z.exactOptional(z.array(text)),
  }),
  why: z.string().check(z.minLength(1), z.maxLength(2000)),
});

export const goldenCases: z.ZodMiniType<readonly GoldenCase[]> = z.array(goldenCase);

/** Of no value at all nothing could be assumed. */
const someValues = z.array(text).check(z.minLength(1));

const candidates: z.ZodMiniType<Candidates> = z.strictObject({
  by: text,
  values: z.record(z.string(), someValues),
  otherwise: someValues,
  relative: z.exactOptional(z.array(text)),
  citation,
});

const tightening: z.ZodMiniType<Tightening> = z.strictObject({
  parameters: z.exactOptional(z.record(z.string(), history)),
  outcomes: z.exactOptional(z.record(z.string(), z.enum(SEVERITIES))),
  noOverride: z.exactOptional(z.array(text)),
});

export const rulePack: z.ZodMiniType<RulePack> = z.strictObject({
  id: text,
  version: text,
  title: localised,
  kind: z.enum(['law', 'policy']),
  jurisdiction: z.exactOptional(text),
  inForce,
  facts: z.record(z.string(), factDeclaration),
  terms: z.exactOptional(z.record(z.string(), term)),
  parameters: z.exactOptional(z.record(z.string(), datedParameter)),
  rules: z.array(rule),
  messages,
  cases: z.exactOptional(goldenCases),
  retention: z.exactOptional(z.array(retentionRule)),
  candidates: z.exactOptional(z.record(z.string(), candidates)),
  covers: z.exactOptional(z.record(z.string(), someValues)),
  tightens: z.exactOptional(z.record(z.string(), tightening)),
});

/**
 * Checks a pack of rules, as loaded from a file, field by field and without its comments, so that it can be compiled.
 *
 * What only the whole can show (a name that is not defined, values that cannot be compared, rules that are exceptions in a circle)
 * `compilePack` checks.
 *
 * @example
 * ```ts
 * import { compilePack } from 'aptfolio/rules';
 * import { parseRulePack } from 'aptfolio/schema';
 * import file from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * compilePack(parseRulePack(file)).id; // => 'lending'
 * compilePack(parseRulePack({ ...file, $source: 'House policy' })).hash === compilePack(file).hash; // => true
 * parseRulePack({ ...file, rules: [{ ...file.rules[0], when: { all: [] } }] });
 * // => throws 'empty', 'pack.rules[0].when.all'
 * ```
 */
export const parseRulePack: Parse<RulePack> = parser(rulePack, 'pack');

/** Like `parseRulePack`, but returns the faults. */
export const safeParseRulePack: SafeParse<RulePack> = safeParser(rulePack, 'pack');

/**
 * Checks cases whose right answer somebody worked out by hand, as kept apart from their pack, for its `cases`.
 *
 * @example
 * ```ts
 * import { parseGoldenCases } from 'aptfolio/schema';
 * import file from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const { cases } = file;
 * parseGoldenCases(cases)[0].expect.status; // => 'block'
 * parseGoldenCases([{ ...cases[0], expect: { status: 'forbidden' } }]);
 * // => throws 'unknown-value', 'cases[0].expect.status'
 * ```
 */
export const parseGoldenCases: Parse<readonly GoldenCase[]> = parser(goldenCases, 'cases');

/** Like `parseGoldenCases`, but returns the faults. */
export const safeParseGoldenCases: SafeParse<readonly GoldenCase[]> = safeParser(
  goldenCases,
  'cases',
);
