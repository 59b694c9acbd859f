import * as z from 'zod/mini';
import type {
  CohortOptions,
  DatedSubject,
  EvaluationOptions,
  MatchOptions,
  TenureOptions,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { atLeastOne, date, name, probability } from '../primitives.js';
import { ids } from './kpi-definition.js';

const MOST_DAYS = 36_525;

const look = {
  asOf: date,
  dormancy: z.exactOptional(
    z.strictObject({
      days: z.int().check(z.minimum(1), z.maximum(MOST_DAYS)),
      cause: name,
    }),
  ),
  recordedSince: z.exactOptional(date),
};

export const tenureOptions: z.ZodMiniType<TenureOptions> = z.strictObject({
  ...look,
  unit: z.enum(['day', 'month']),
  causes: ids(1, 50),
});

export const cohortOptions: z.ZodMiniType<CohortOptions> = z.strictObject({
  ...look,
  by: z.enum(['month', 'quarter', 'year']),
  oldest: z.exactOptional(z.int().check(z.minimum(0), z.maximum(1200))),
  confidence: z.exactOptional(probability),
});

export const evaluationOptions: z.ZodMiniType<EvaluationOptions> = z.strictObject({
  looks: z.array(date).check(z.minLength(1)),
  horizonDays: z.int().check(z.minimum(1), z.maximum(3660)),
  asOf: date,
  minimumSample: z.exactOptional(atLeastOne),
  confidence: z.exactOptional(probability),
});

export const datedSubjects: z.ZodMiniType<readonly DatedSubject[]> = z.array(
  z.strictObject({ subject: z.string().check(z.minLength(1), z.maxLength(200)), on: date }),
);

export const matchOptions: z.ZodMiniType<MatchOptions> = z.strictObject({
  horizonDays: z.int().check(z.minimum(0), z.maximum(MOST_DAYS)),
  asOf: date,
});

/**
 * Checks how tenures are looked at, for `tenureRecords`.
 *
 * @example
 * ```ts
 * import { parseTenureOptions } from 'aptfolio/schema';
 *
 * const options = { asOf: '2026-06-30', unit: 'month', causes: ['service', 'cost'] };
 * parseTenureOptions({ ...options, dormancy: { days: 365, cause: 'service' } }).dormancy.days; // => 365
 * parseTenureOptions({ ...options, unit: 'year' }); // => throws 'unknown-value', 'options.unit'
 * ```
 */
export const parseTenureOptions: Parse<TenureOptions> = parser(tenureOptions, 'options');

/** Like `parseTenureOptions`, but returns the faults. */
export const safeParseTenureOptions: SafeParse<TenureOptions> = safeParser(
  tenureOptions,
  'options',
);

/**
 * Checks how a cohort table is made, for `cohorts`.
 *
 * @example
 * ```ts
 * import { parseCohortOptions } from 'aptfolio/schema';
 *
 * parseCohortOptions({ asOf: '2026-06-30', by: 'quarter', oldest: 12 }).oldest; // => 12
 * parseCohortOptions({ asOf: '2026-06-30', by: 'week' }); // => throws 'unknown-value', 'options.by'
 * ```
 */
export const parseCohortOptions: Parse<CohortOptions> = parser(cohortOptions, 'options');

/** Like `parseCohortOptions`, but returns the faults. */
export const safeParseCohortOptions: SafeParse<CohortOptions> = safeParser(
  cohortOptions,
  'options',
);

/**
 * Checks how warning signs are looked back at, for `evaluateSigns`.
 *
 * @example
 * ```ts
 * import { parseEvaluationOptions } from 'aptfolio/schema';
 *
 * const options = { looks: ['2025-09-30'], horizonDays: 90, asOf: '2026-06-30' };
 * parseEvaluationOptions(options).horizonDays; // => 90
 * parseEvaluationOptions({ ...options, looks: [] }); // => throws 'empty', 'options.looks'
 * ```
 */
export const parseEvaluationOptions: Parse<EvaluationOptions> = parser(
  evaluationOptions,
  'options',
);

/** Like `parseEvaluationOptions`, but returns the faults. */
export const safeParseEvaluationOptions: SafeParse<EvaluationOptions> = safeParser(
  evaluationOptions,
  'options',
);

/**
 * Checks alerts, or what they should have warned of, for `matchAlerts`.
 *
 * @example
 * ```ts
 * import { parseDatedSubjects } from 'aptfolio/schema';
 *
 * parseDatedSubjects([{ subject: 'c-1', on: '2026-01-10' }]).length; // => 1
 * parseDatedSubjects([{ subject: 'c-1', on: '2026-02-30' }]); // => throws 'invalid-date', 'subjects[0].on'
 * ```
 */
export const parseDatedSubjects: Parse<readonly DatedSubject[]> = parser(datedSubjects, 'subjects');

/** Like `parseDatedSubjects`, but returns the faults. */
export const safeParseDatedSubjects: SafeParse<readonly DatedSubject[]> = safeParser(
  datedSubjects,
  'subjects',
);

/**
 * Checks how alerts are matched with events, for `matchAlerts`.
 *
 * @example
 * ```ts
 * import { parseMatchOptions } from 'aptfolio/schema';
 *
 * parseMatchOptions({ horizonDays: 90, asOf: '2026-06-30' }).horizonDays; // => 90
 * parseMatchOptions({ horizonDays: -1, asOf: '2026-06-30' }); // => throws 'out-of-range', 'options.horizonDays'
 * ```
 */
export const parseMatchOptions: Parse<MatchOptions> = parser(matchOptions, 'options');

/** Like `parseMatchOptions`, but returns the faults. */
export const safeParseMatchOptions: SafeParse<MatchOptions> = safeParser(matchOptions, 'options');
