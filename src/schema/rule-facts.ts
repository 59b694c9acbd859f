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

const values = [
  number,
  text,
  z.boolean(),
  z.array(text),
  z.strictObject({ currency: text, amount: decimal }),
] as const;

/** A misspelt `observedOn` would make an old value count, so no further fields. */
const sourcedFact: z.ZodMiniType<SourcedFact> = z.strictObject({
  value: z.nullable(z.union(values)),
  source: z.exactOptional(text),
  observedOn: z.exactOptional(date),
});

/**
 * What can be known, but for `null`, as a row of forms: the fault told is that of the form that comes nearest. Whether a value is of
 * the fact's type, the pack says.
 */
export const factForms: readonly [
  z.ZodMiniType<Exclude<FactValue, null> | SourcedFact>,
  ...z.ZodMiniType<Exclude<FactValue, null> | SourcedFact>[],
] = [...values, sourcedFact];

export const ruleFacts: z.ZodMiniType<RuleFacts> = z.record(
  z.string(),
  z.nullable(z.union(factForms)),
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
