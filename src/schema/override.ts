import * as z from 'zod/mini';
import type { Override, Person } from '../suitability/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, prose, text } from './primitives.js';

const person: z.ZodMiniType<Person> = z.strictObject({ id: text, role: text });

export const override: z.ZodMiniType<Override> = z.strictObject({
  rule: text,
  decision: z.enum(['set-aside', 'uphold']),
  by: person,
  on: date,
  reason: prose,
  evidence: z.exactOptional(z.record(z.string(), text)),
  second: z.exactOptional(person),
});

/**
 * Checks what a person decided on one rule in one case, for `applyOverride`, which says whether that person may.
 *
 * @example
 * ```ts
 * import { parseOverride } from 'aptfolio/schema';
 *
 * const override = {
 *   rule: 'LEND-INCOME', decision: 'set-aside', by: { id: 'E-204', role: 'credit-officer' }, on: '2026-03-02',
 *   reason: 'A bonus is paid in March.', evidence: { 'income-proof': 'DOC-17' },
 * };
 * parseOverride(override).by.role; // => 'credit-officer'
 * parseOverride({ ...override, reason: '' }); // => throws 'empty', 'override.reason'
 * ```
 */
export const parseOverride: Parse<Override> = parser(override, 'override');

/** Like `parseOverride`, but returns the faults. */
export const safeParseOverride: SafeParse<Override> = safeParser(override, 'override');
