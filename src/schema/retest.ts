import * as z from 'zod/mini';
import { isPlainDate } from '../dates/index.js';
import type {
  LevelStanding,
  PastAssessment,
  RetestOptions,
  RetestPolicy,
} from '../questionnaire/index.js';
import { citation, reason } from './evidence.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, count, date, name, text } from './primitives.js';
import { riskLevel } from './questionnaire.js';

const dated = { from: date, to: z.exactOptional(date), citation };

export const retestPolicy: z.ZodMiniType<RetestPolicy> = z.strictObject({
  id: text,
  zone: name,
  limits: z.array(z.strictObject({ ...dated, perDay: atLeastOne, perTwelveMonths: atLeastOne })),
  validity: z.array(z.strictObject({ ...dated, months: atLeastOne })),
  confirmation: z.array(z.strictObject(dated)),
  raiseNotice: z.array(z.strictObject({ ...dated, days: count })),
});

/** A civil date, or an instant that a zone makes a date of. */
const moment = z.string().check(
  z.regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/,
    'a date as YYYY-MM-DD, or an instant with its offset',
  ),
  z.refine((value) => isPlainDate(value.slice(0, 10)), {
    error: 'a date that exists',
    params: { code: 'invalid-date' },
  }),
);

export const pastAssessments: z.ZodMiniType<readonly PastAssessment[]> = z.array(
  z.object({
    id: text,
    assessedAt: moment,
    level: riskLevel,
    institution: z.exactOptional(text),
    confirmed: z.exactOptional(z.boolean()),
    definition: z.exactOptional(text),
  }),
);

export const retestOptions: z.ZodMiniType<Omit<RetestOptions, 'calendar'>> = z.strictObject({
  asOf: date,
  institution: z.exactOptional(text),
  changeReportedAt: z.exactOptional(moment),
});

const standing = { level: riskLevel, reasons: z.array(reason) };

export const levelStanding: z.ZodMiniType<LevelStanding> = z.discriminatedUnion('status', [
  z.strictObject({ ...standing, status: z.literal('accepted'), change: z.null() }),
  z.strictObject({
    ...standing,
    status: z.literal('needs-confirmation'),
    change: z.strictObject({ from: riskLevel, to: riskLevel }),
  }),
]);

/**
 * Checks how often a client may be assessed and how long an assessment counts, for `checkRetest`.
 *
 * @example
 * ```ts
 * import { CN_RETEST_POLICY } from 'aptfolio/questionnaire';
 * import { parseRetestPolicy } from 'aptfolio/schema';
 *
 * parseRetestPolicy({ ...CN_RETEST_POLICY, raiseNotice: [] }).limits[0].perDay; // => 2
 * parseRetestPolicy({ ...CN_RETEST_POLICY, limits: [{ from: '2026-02-01' }] });
 * // => throws 'missing-value', 'policy.limits[0].citation'
 * ```
 */
export const parseRetestPolicy: Parse<RetestPolicy> = parser(retestPolicy, 'policy');

/** Like `parseRetestPolicy`, but returns the faults. */
export const safeParseRetestPolicy: SafeParse<RetestPolicy> = safeParser(retestPolicy, 'policy');

/**
 * Checks the assessments of a client that were made, for `checkRetest`. Further fields of a row are dropped.
 *
 * All rows or none: an assessment left out might be the one too many.
 *
 * @example
 * ```ts
 * import { parsePastAssessments } from 'aptfolio/schema';
 *
 * const row = { id: 'a', assessedAt: '2026-06-12T20:00:00Z', level: 'C2', branch: 'North' };
 * parsePastAssessments([row]); // => [{ id: 'a', assessedAt: '2026-06-12T20:00:00Z', level: 'C2' }]
 * parsePastAssessments([{ ...row, assessedAt: '12/6/2026' }]); // => throws 'invalid-format', 'history[0].assessedAt'
 * ```
 */
export const parsePastAssessments: Parse<readonly PastAssessment[]> = parser(
  pastAssessments,
  'history',
);

/** Like `parsePastAssessments`, but returns the faults. */
export const safeParsePastAssessments: SafeParse<readonly PastAssessment[]> = safeParser(
  pastAssessments,
  'history',
);

/**
 * Checks on which day `checkRetest` looks, and for whom. A calendar is added afterwards, from `compileCalendar`.
 *
 * @example
 * ```ts
 * import { parseRetestOptions } from 'aptfolio/schema';
 *
 * parseRetestOptions({ asOf: '2026-06-15', institution: 'BANK' }).institution; // => 'BANK'
 * parseRetestOptions({ institution: 'BANK' }); // => throws 'missing-value', 'options.asOf'
 * ```
 */
export const parseRetestOptions: Parse<Omit<RetestOptions, 'calendar'>> = parser(
  retestOptions,
  'options',
);

/** Like `parseRetestOptions`, but returns the faults. */
export const safeParseRetestOptions: SafeParse<Omit<RetestOptions, 'calendar'>> = safeParser(
  retestOptions,
  'options',
);

/**
 * Checks where a client stood after an assessment, as read back from a store, for `acceptAssessment`.
 *
 * @example
 * ```ts
 * import { parseLevelStanding } from 'aptfolio/schema';
 *
 * const standing = { status: 'accepted', level: 'C2', change: null, reasons: [] };
 * parseLevelStanding(standing).level; // => 'C2'
 * parseLevelStanding({ ...standing, status: 'needs-confirmation' }); // => throws 'missing-value', 'previous.change'
 * ```
 */
export const parseLevelStanding: Parse<LevelStanding> = parser(levelStanding, 'previous');

/** Like `parseLevelStanding`, but returns the faults. */
export const safeParseLevelStanding: SafeParse<LevelStanding> = safeParser(
  levelStanding,
  'previous',
);
