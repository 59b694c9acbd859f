import * as z from 'zod/mini';
import type { FactValue, RuleFacts, SourcedFact } from '../rules/index.js';
import { safely } from './parse.js';
import {
  type Parse,
  type ParseRows,
  parser,
  rowsBy,
  type SafeParse,
  withoutValues,
} from './parser.js';
import { date, decimal, number, text } from './primitives.js';

/** A value as a rule reads it; whether it is of the fact's type, the pack tells. */
export const factValue: z.ZodMiniType<FactValue> = z.nullable(
  z.union([
    number,
    text,
    z.boolean(),
    z.array(text),
    z.strictObject({ currency: text, amount: decimal }),
  ]),
);

/** A misspelt `observedOn` would make an old value count, so no further fields. */
export const sourcedFact: z.ZodMiniType<SourcedFact> = z.strictObject({
  value: factValue,
  source: z.exactOptional(text),
  observedOn: z.exactOptional(date),
});

export const ruleFacts: z.ZodMiniType<RuleFacts> = z.record(
  z.string(),
  z.union([factValue, sourcedFact]),
);

export const ruleFactsRows: z.ZodMiniType<readonly RuleFacts[]> = z.array(ruleFacts);

/**
 * Checks what is known of one case by the whole names of its facts, for `decide` and `findCounterfactuals`. No fault shows a value.
 *
 * Which facts there are, and of which type, the packs say; what is not given is unknown, never a yes.
 *
 * @example
 * ```ts
 * import { parseRuleFacts } from 'aptfolio/schema';
 *
 * const income = { value: { currency: 'CNY', amount: '300000' }, source: 'tax return', observedOn: '2026-01-10' };
 * parseRuleFacts({ 'client.age': 30, 'client.income': income })['client.age']; // => 30
 * parseRuleFacts({ 'client.income': { ...income, observedOn: '2026-02-30' } });
 * // => throws 'invalid-date', 'facts["client.income"].observedOn'
 * ```
 */
export const parseRuleFacts: Parse<RuleFacts> = withoutValues(parser(ruleFacts, 'facts'));

/** Like `parseRuleFacts`, but returns the faults. */
export const safeParseRuleFacts: SafeParse<RuleFacts> = (value) =>
  safely(() => parseRuleFacts(value));

/**
 * Checks the facts of many cases, row by row, for `screen`. No fault shows a value.
 *
 * @example
 * ```ts
 * import { parseRuleFactsRows } from 'aptfolio/schema';
 *
 * const { values, failures } = parseRuleFactsRows([{ 'client.age': 30 }, { 'client.age': NaN }]);
 * values.length; // => 1
 * failures[0].issues[0].path; // => 'rows[1]["client.age"]'
 * ```
 */
export const parseRuleFactsRows: ParseRows<RuleFacts> = rowsBy(
  withoutValues(parser(ruleFacts, '')),
  'rows',
);
