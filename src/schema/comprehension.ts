import * as z from 'zod/mini';
import type { ComprehensionCheck } from '../suitability/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, text } from './primitives.js';

export const comprehensionCheck: z.ZodMiniType<ComprehensionCheck> = z.strictObject({
  id: text,
  questions: z
    .array(
      z.strictObject({
        id: text,
        options: z.array(text).check(z.minLength(2)),
        right: text,
        mustBeRight: z.exactOptional(z.boolean()),
      }),
    )
    .check(z.minLength(1)),
  passMark: atLeastOne,
  attempts: atLeastOne,
});

export const comprehensionAnswers: z.ZodMiniType<Readonly<Record<string, string>>> = z.record(
  z.string(),
  text,
);

/**
 * Checks questions that show whether somebody has understood, for `scoreComprehension`.
 *
 * @example
 * ```ts
 * import { parseComprehensionCheck } from 'aptfolio/schema';
 *
 * const question = { id: 'fee', options: ['none', 'annual'], right: 'annual' };
 * const check = { id: 'WMP-1', questions: [question], passMark: 1, attempts: 2 };
 * parseComprehensionCheck(check).attempts; // => 2
 * parseComprehensionCheck({ ...check, passMark: 0 }); // => throws 'out-of-range', 'check.passMark'
 * ```
 */
export const parseComprehensionCheck: Parse<ComprehensionCheck> = parser(
  comprehensionCheck,
  'check',
);

/** Like `parseComprehensionCheck`, but returns the faults. */
export const safeParseComprehensionCheck: SafeParse<ComprehensionCheck> = safeParser(
  comprehensionCheck,
  'check',
);

/**
 * Checks the answers to such questions, for `scoreComprehension`: by question, the option that was chosen.
 *
 * @example
 * ```ts
 * import { parseComprehensionAnswers } from 'aptfolio/schema';
 *
 * parseComprehensionAnswers({ fee: 'annual' }); // => { fee: 'annual' }
 * parseComprehensionAnswers({ fee: ['annual'] }); // => throws 'invalid-type', 'answers.fee'
 * ```
 */
export const parseComprehensionAnswers: Parse<Readonly<Record<string, string>>> = parser(
  comprehensionAnswers,
  'answers',
);

/** Like `parseComprehensionAnswers`, but returns the faults. */
export const safeParseComprehensionAnswers: SafeParse<Readonly<Record<string, string>>> =
  safeParser(comprehensionAnswers, 'answers');
