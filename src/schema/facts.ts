import * as z from 'zod/mini';
import {
  type ClientReference,
  FACT_CRITERIA,
  FACT_KINDS,
  type Fact,
  type FactLedger,
  type FactPolicy,
  type FactRule,
  type MaxAge,
  parseClientReference,
  type RecordedFact,
  type SourceRanking,
} from '../client/index.js';
import { canonicalJson } from '../evidence/index.js';
import { safely } from './parse.js';
import {
  type Parse,
  type ParseRows,
  parser,
  rowsBy,
  type SafeParse,
  safeParser,
  withoutValues,
} from './parser.js';
import { count, date, fraction, name } from './primitives.js';

const json = z
  .unknown()
  .check(z.refine((value) => safely(() => canonicalJson(value)).status === 'valid', 'plain JSON'));

const path = z
  .string()
  .check(
    z.regex(/^[A-Za-z][\w-]*(\.[A-Za-z\d][\w-]*)*$/, 'names joined by dots'),
    z.maxLength(200),
  );

const said = { path, value: json, asOf: date, source: name, confidence: fraction };

/** A misspelt `retracted` would keep what was withdrawn, so no further fields. */
const fact: z.ZodMiniType<Fact> = z.strictObject({
  ...said,
  validUntil: z.exactOptional(z.nullable(date)),
  recordedAt: z.exactOptional(z.nullable(date)),
  retracted: z.exactOptional(z.boolean()),
});

export const facts: z.ZodMiniType<readonly Fact[]> = z.array(fact);

const recordedFact: z.ZodMiniType<RecordedFact> = z.strictObject({
  ...said,
  validUntil: z.nullable(date),
  recordedAt: date,
  retracted: z.boolean(),
}) as unknown as z.ZodMiniType<RecordedFact>;

const isReference = (value: string): boolean =>
  safely(() => parseClientReference(value)).status === 'valid';

/** Says nothing about the person. */
export const clientReference: z.ZodMiniType<ClientReference> = z
  .string()
  .check(z.refine(isReference, 'an opaque reference of letters, digits, _ . : -')) as never;

export const factLedger: z.ZodMiniType<FactLedger> = z.strictObject({
  client: clientReference,
  facts: z.array(recordedFact),
});

/** How old a fact may be. */
export const maxAge: z.ZodMiniType<MaxAge> = z.union([
  z.strictObject({ months: count }),
  z.strictObject({ days: count }),
]);

const sources: z.ZodMiniType<SourceRanking> = z
  .array(z.union([name, z.array(name).check(z.minLength(1))]))
  .check(z.minLength(1));

const ruleFields = {
  maxAge: z.exactOptional(z.nullable(maxAge)),
  minConfidence: z.exactOptional(fraction),
  decideBy: z.exactOptional(z.array(z.enum(FACT_CRITERIA))),
};

const factRule: z.ZodMiniType<FactRule> = z.strictObject({
  ...ruleFields,
  sources: z.exactOptional(sources),
  kind: z.exactOptional(z.enum(FACT_KINDS)),
});

export const factPolicy: z.ZodMiniType<FactPolicy> = z.strictObject({
  ...ruleFields,
  sources,
  paths: z.exactOptional(z.record(z.string(), factRule)),
});

/**
 * Checks what sources say about a client, row by row, for `addFacts` and `mergeFacts`. No fault shows a value.
 *
 * @example
 * ```ts
 * import { parseFacts } from 'aptfolio/schema';
 *
 * const fact = { path: 'client.retired', value: false, asOf: '2026-01-05', source: 'client', confidence: 0.8 };
 * const { values, failures } = parseFacts([fact, { ...fact, confidence: 80 }]);
 * values.length; // => 1
 * failures[0].issues[0].path; // => 'facts[1].confidence'
 * ```
 */
export const parseFacts: ParseRows<Fact> = rowsBy(withoutValues(parser(fact, '')), 'facts');

/**
 * Checks a client's ledger of facts, as read back from a store. No fault shows a value.
 *
 * @example
 * ```ts
 * import { openLedger } from 'aptfolio/client';
 * import { parseFactLedger } from 'aptfolio/schema';
 *
 * const stored = JSON.parse(JSON.stringify(openLedger('cli_lin')));
 * parseFactLedger(stored); // => { client: 'cli_lin', facts: [] }
 * parseFactLedger({ ...stored, facts: {} }); // => throws 'invalid-type', 'ledger.facts'
 * ```
 */
export const parseFactLedger: Parse<FactLedger> = withoutValues(parser(factLedger, 'ledger'));

/** Like `parseFactLedger`, but returns the faults. */
export const safeParseFactLedger: SafeParse<FactLedger> = (value) =>
  safely(() => parseFactLedger(value));

/**
 * Checks how facts from several sources become one client file, for `mergeFacts`.
 *
 * @example
 * ```ts
 * import { parseFactPolicy } from 'aptfolio/schema';
 *
 * const policy = { sources: ['register', ['adviser', 'branch'], 'client'], maxAge: { months: 24 } };
 * parseFactPolicy(policy).sources[0]; // => 'register'
 * parseFactPolicy({ ...policy, decideBy: ['age'] }); // => throws 'unknown-value', 'policy.decideBy[0]'
 * ```
 */
export const parseFactPolicy: Parse<FactPolicy> = parser(factPolicy, 'policy');

/** Like `parseFactPolicy`, but returns the faults. */
export const safeParseFactPolicy: SafeParse<FactPolicy> = safeParser(factPolicy, 'policy');
