import * as z from 'zod/mini';
import type { KappaOptions, ReliabilityOptions, ResponseRow } from '../questionnaire/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, matrix, number, probability, text } from './primitives.js';

const cell = z.nullable(number);

/** All rows or none, as one row less is another sample; `reliability` itself can leave out those with gaps. */
export const responses: z.ZodMiniType<readonly ResponseRow[]> = z
  .array(z.union([z.array(cell), z.record(z.string(), cell)]))
  .check(z.minLength(1));

export const reliabilityOptions: z.ZodMiniType<ReliabilityOptions> = z.strictObject({
  items: z.exactOptional(z.array(text).check(z.minLength(1))),
  counts: z.exactOptional(z.array(count)),
  reverse: z.exactOptional(z.record(z.string(), z.strictObject({ min: number, max: number }))),
  missing: z.exactOptional(z.enum(['refuse', 'listwise'])),
  confidence: z.exactOptional(probability),
  seed: z.exactOptional(count),
});

/** First against second results. */
export const agreementTable: z.ZodMiniType<readonly (readonly number[])[]> = z
  .array(z.array(count))
  .check(z.minLength(1));

export const kappaOptions: z.ZodMiniType<KappaOptions> = z.strictObject({
  weights: z.exactOptional(z.enum(['none', 'linear', 'quadratic'])),
  confidence: z.exactOptional(probability),
});

/** A row for each subject, a column for each rater. */
export const ratings: z.ZodMiniType<readonly (readonly number[])[]> = matrix;

/**
 * Checks many clients' points, a list or a record for each client, for `reliability`; `null` for a missing answer.
 *
 * @example
 * ```ts
 * import { parseResponses } from 'aptfolio/schema';
 *
 * parseResponses([{ q1: 1, q2: null }]); // => [{ q1: 1, q2: null }]
 * parseResponses([[1, 2], [1, '2']]); // => throws 'invalid-type', 'responses[1][1]'
 * ```
 */
export const parseResponses: Parse<readonly ResponseRow[]> = parser(responses, 'responses');

/** Like `parseResponses`, but returns the faults. */
export const safeParseResponses: SafeParse<readonly ResponseRow[]> = safeParser(
  responses,
  'responses',
);

/**
 * Checks what `reliability` is told about responses.
 *
 * @example
 * ```ts
 * import { parseReliabilityOptions } from 'aptfolio/schema';
 *
 * parseReliabilityOptions({ reverse: { q2: { min: 1, max: 5 } } }).reverse.q2.max; // => 5
 * parseReliabilityOptions({ missing: 'mean' }); // => throws 'unknown-value', 'options.missing'
 * ```
 */
export const parseReliabilityOptions: Parse<ReliabilityOptions> = parser(
  reliabilityOptions,
  'options',
);

/** Like `parseReliabilityOptions`, but returns the faults. */
export const safeParseReliabilityOptions: SafeParse<ReliabilityOptions> = safeParser(
  reliabilityOptions,
  'options',
);

/**
 * Checks a table of first against second results, for `weightedKappa` and `retestReliability`, which check that it is
 * square.
 *
 * @example
 * ```ts
 * import { parseAgreementTable } from 'aptfolio/schema';
 *
 * parseAgreementTable([[20, 5], [3, 22]])[1]; // => [3, 22]
 * parseAgreementTable([[20, 5], [3, 0.5]]); // => throws 'invalid-type', 'table[1][1]'
 * ```
 */
export const parseAgreementTable: Parse<readonly (readonly number[])[]> = parser(
  agreementTable,
  'table',
);

/** Like `parseAgreementTable`, but returns the faults. */
export const safeParseAgreementTable: SafeParse<readonly (readonly number[])[]> = safeParser(
  agreementTable,
  'table',
);

/**
 * Checks how `weightedKappa` takes kappa.
 *
 * @example
 * ```ts
 * import { parseKappaOptions } from 'aptfolio/schema';
 *
 * parseKappaOptions({ weights: 'linear' }); // => { weights: 'linear' }
 * parseKappaOptions({ weights: 'cubic' }); // => throws 'unknown-value', 'options.weights'
 * ```
 */
export const parseKappaOptions: Parse<KappaOptions> = parser(kappaOptions, 'options');

/** Like `parseKappaOptions`, but returns the faults. */
export const safeParseKappaOptions: SafeParse<KappaOptions> = safeParser(kappaOptions, 'options');

/**
 * Checks ratings, a row for each subject, for `intraclassCorrelations`, which checks that the rows are equally long.
 *
 * @example
 * ```ts
 * import { parseRatings } from 'aptfolio/schema';
 *
 * parseRatings([[9, 2], [6, 1]])[0]; // => [9, 2]
 * parseRatings([[9, 2], [6, null]]); // => throws 'missing-value', 'ratings[1][1]'
 * ```
 */
export const parseRatings: Parse<readonly (readonly number[])[]> = parser(ratings, 'ratings');

/** Like `parseRatings`, but returns the faults. */
export const safeParseRatings: SafeParse<readonly (readonly number[])[]> = safeParser(
  ratings,
  'ratings',
);
