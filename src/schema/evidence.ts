import * as z from 'zod/mini';
import {
  type Citation,
  canonicalJson,
  type DecisionRecord,
  type Messages,
  type Parameter,
  type Parameters,
  type Reason,
  SEVERITIES,
} from '../evidence/index.js';
import { deepFreeze } from './deep-freeze.js';
import type { FieldsOf } from './fields.js';
import { parseWith, safely } from './parse.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, localised, number, text } from './primitives.js';

export const citation: z.ZodMiniType<Citation> = z.strictObject({
  instrument: text,
  article: text,
  address: z.exactOptional(text),
  verified: z.boolean(),
  inForceFrom: z.exactOptional(date),
});

const parameter: z.ZodMiniType<Parameter> = z.union([
  z.string(),
  number,
  z.boolean(),
  z.strictObject({ currency: text, amount: text }),
  z.array(z.string()),
]);

/** What is filled into a text. */
export const parameters: z.ZodMiniType<Parameters> = z.record(z.string(), parameter);

export const reason: z.ZodMiniType<Reason> = z.strictObject({
  code: text,
  severity: z.enum(SEVERITIES),
  parameters,
  citations: z.array(citation),
});

export const messages: z.ZodMiniType<Messages> = z.record(z.string(), localised);

/** A SHA-256. */
export const hash: z.ZodMiniType<string> = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 as 64 hexadecimal digits'));

/** The fields of a record, to be put together with what a kind of record holds. */
export const recordFields: FieldsOf<DecisionRecord> = {
  format: z.literal('aptfolio-record/1'),
  kind: text,
  asOf: date,
  inputs: z.unknown(),
  outcome: z.unknown(),
  versions: z.record(z.string(), text),
  previousHash: z.nullable(hash),
  hash,
};

export const decisionRecord: z.ZodMiniType<DecisionRecord> = z.strictObject(recordFields);

/** Makes a `parse…` of what is read whole, because a hash covers every field; paths start with `name`. */
export function parseWhole<T>(schema: z.ZodMiniType<T>, name: string): Parse<T> {
  return (value) => {
    const copy: unknown = JSON.parse(canonicalJson(value, name));
    return deepFreeze(parseWith(schema, copy, name));
  };
}

/**
 * Checks a decision record, as read back from a store, for `verifyRecord`, `verifyChain` and `replay`.
 *
 * Nothing is dropped, not even a comment: the hash covers every field. Whether it fits, `verifyRecord` tells.
 *
 * @throws AptfolioError for what is no record or no plain data, with the path.
 *
 * @example
 * ```ts
 * import { recordDecision, verifyRecord } from 'aptfolio/evidence';
 * import { parseDecisionRecord } from 'aptfolio/schema';
 *
 * const record = recordDecision({
 *   kind: 'app.limit', asOf: '2026-03-02', inputs: { $note: 'kept' }, outcome: 9000, versions: { app: '7' },
 * });
 * const stored = JSON.parse(JSON.stringify(record));
 * verifyRecord(parseDecisionRecord(stored)).status; // => 'verified'
 * parseDecisionRecord({ ...stored, hash: 'none' }); // => throws 'invalid-format', 'record.hash'
 * ```
 */
export const parseDecisionRecord: Parse<DecisionRecord> = parseWhole(decisionRecord, 'record');

/** Like `parseDecisionRecord`, but returns the faults. */
export const safeParseDecisionRecord: SafeParse<DecisionRecord> = (value) =>
  safely(() => parseDecisionRecord(value));

/**
 * Checks a reason, as read back from a store, for `formatReason`.
 *
 * @example
 * ```ts
 * import { parseReason } from 'aptfolio/schema';
 *
 * const reason = { code: 'app.wait', severity: 'info', parameters: { days: 3 }, citations: [] };
 * parseReason(reason).parameters; // => { days: 3 }
 * parseReason({ ...reason, parameters: { days: null } }); // => throws 'missing-value', 'reason.parameters.days'
 * ```
 */
export const parseReason: Parse<Reason> = parser(reason, 'reason');

/** Like `parseReason`, but returns the faults. */
export const safeParseReason: SafeParse<Reason> = safeParser(reason, 'reason');

/**
 * Checks the place in a law or policy on which a reason rests.
 *
 * @example
 * ```ts
 * import { parseCitation } from 'aptfolio/schema';
 *
 * const citation = { instrument: 'Directive 2014/65/EU', article: '25(2)', verified: true };
 * parseCitation(citation).article; // => '25(2)'
 * parseCitation({ ...citation, verified: 'yes' }); // => throws 'invalid-type', 'citation.verified'
 * ```
 */
export const parseCitation: Parse<Citation> = parser(citation, 'citation');

/** Like `parseCitation`, but returns the faults. */
export const safeParseCitation: SafeParse<Citation> = safeParser(citation, 'citation');

/**
 * Checks a bank's own catalogue of texts, field by field; `checkMessages` checks what stands in them.
 *
 * @example
 * ```ts
 * import { parseMessages } from 'aptfolio/schema';
 *
 * const wait = { 'zh-Hans': '须等待{n}天。', 'zh-Hant': '須等候{n}日。', en: 'Wait {n} days.' };
 * parseMessages({ 'app.wait': wait })['app.wait'].en; // => 'Wait {n} days.'
 * parseMessages({ wait: { en: 'Wait' } }); // => throws 'missing-value', 'messages.wait["zh-Hans"]'
 * ```
 */
export const parseMessages: Parse<Messages> = parser(messages, 'messages');

/** Like `parseMessages`, but returns the faults. */
export const safeParseMessages: SafeParse<Messages> = safeParser(messages, 'messages');
