import * as z from 'zod/mini';
import type { ScoreOptions } from '../questionnaire/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, nonNegative, plainFact } from './primitives.js';
import { answers, riskLevel } from './questionnaire.js';

const surroundings = {
  facts: z.exactOptional(z.record(z.string(), z.nullable(plainFact))),
  secondsTaken: z.exactOptional(nonNegative),
  previous: z.exactOptional(
    z.strictObject({
      answers: z.exactOptional(answers),
      level: z.exactOptional(riskLevel),
    }),
  ),
};

/** What a questionnaire's rules read beside the answers. */
export const scoreSurroundings: z.ZodMiniType<
  Pick<ScoreOptions, 'facts' | 'secondsTaken' | 'previous'>
> = z.strictObject(surroundings);

export const scoreOptions: z.ZodMiniType<ScoreOptions> = z.strictObject({
  ...surroundings,
  asOf: date,
  missing: z.exactOptional(z.enum(['incomplete', 'most-cautious'])),
});

/**
 * Checks how a form is scored and what its rules read beside the answers, for `scoreQuestionnaire`.
 *
 * @example
 * ```ts
 * import { parseScoreOptions } from 'aptfolio/schema';
 *
 * const options = { asOf: '2026-03-02', facts: { age: 38, employed: true }, secondsTaken: 240 };
 * parseScoreOptions(options).facts.age; // => 38
 * parseScoreOptions({ ...options, previous: { level: 'C6' } }); // => throws 'unknown-value', 'options.previous.level'
 * ```
 */
export const parseScoreOptions: Parse<ScoreOptions> = parser(scoreOptions, 'options');

/** Like `parseScoreOptions`, but returns the faults. */
export const safeParseScoreOptions: SafeParse<ScoreOptions> = safeParser(scoreOptions, 'options');
