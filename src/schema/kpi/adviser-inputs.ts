import * as z from 'zod/mini';
import type {
  AdviserFile,
  AdviserScores,
  RateAdvisersOptions,
  Trainee,
  TrainingGroups,
  TrainingOptions,
} from '../../kpi/index.js';
import { P_VALUE_ADJUSTMENTS } from '../../statistics/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import {
  atLeastOne,
  date,
  fraction,
  name,
  nonNegative,
  positive,
  probability,
} from '../primitives.js';
import { dimensions } from './asset-inputs.js';

/** From 0 to 100. */
const score: z.ZodMiniType<number> = z.number().check(z.minimum(0), z.maximum(100));

const shortName: z.ZodMiniType<string> = name.check(z.maxLength(80));

const assessment = { id: shortName, on: date, score };

export const adviserFile: z.ZodMiniType<AdviserFile> = z.strictObject({
  id: shortName,
  tests: z.exactOptional(
    z.array(z.strictObject({ ...assessment, passMark: score, attempt: atLeastOne })),
  ),
  practices: z.exactOptional(z.array(z.strictObject(assessment))),
  training: z.exactOptional(
    z.array(
      z.strictObject({
        id: z.exactOptional(shortName),
        from: date,
        through: date,
        hoursDue: positive,
        hours: z.nullable(nonNegative),
        whole: z.boolean(),
      }),
    ),
  ),
  certificates: z.exactOptional(
    z.array(z.strictObject({ id: shortName, from: z.nullable(date), through: z.nullable(date) })),
  ),
  dimensions: z.exactOptional(dimensions),
});

const scoresHead = { adviser: name, component: name, cases: z.exactOptional(name) };

export const adviserScores: z.ZodMiniType<readonly AdviserScores[]> = z.array(
  z.union([
    z.strictObject({ ...scoresHead, scores: z.array(score).check(z.minLength(1)) }),
    z.strictObject({
      ...scoresHead,
      n: atLeastOne,
      mean: score,
      variance: z.exactOptional(nonNegative),
    }),
  ]),
);

export const rateAdvisersOptions: z.ZodMiniType<RateAdvisersOptions> = z.strictObject({
  weights: z.record(z.string(), positive),
  adjust: z.exactOptional(z.enum(P_VALUE_ADJUSTMENTS)),
  confidence: z.exactOptional(probability),
});

const trainee: z.ZodMiniType<Trainee> = z.strictObject({
  id: name,
  before: z.nullable(score),
  after: z.nullable(score),
});

export const trainingGroups: z.ZodMiniType<TrainingGroups> = z.strictObject({
  trained: z.array(trainee),
  control: z.exactOptional(z.array(trainee)),
});

export const trainingOptions: z.ZodMiniType<TrainingOptions> = z.strictObject({
  test: z.exactOptional(z.enum(['paired-t', 'wilcoxon-signed-rank'])),
  selection: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('unrelated') }),
      z.strictObject({
        kind: z.literal('low-scores'),
        groupMean: z.exactOptional(score),
        reliability: z.exactOptional(fraction),
      }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  ),
  confidence: z.exactOptional(probability),
});

/**
 * Checks what a bank keeps on one adviser's ability, field by field, for `adviserRecords`.
 *
 * @example
 * ```ts
 * import { parseAdviserFile } from 'aptfolio/schema';
 *
 * const file = { id: 'a-1', practices: [{ id: 'p-1', on: '2026-03-02', score: 81 }] };
 * parseAdviserFile(file).practices.length; // => 1
 * parseAdviserFile({ ...file, id: '' }); // => throws 'empty', 'adviser.id'
 * ```
 */
export const parseAdviserFile: Parse<AdviserFile> = parser(adviserFile, 'adviser');

/** Like `parseAdviserFile`, but returns the faults. */
export const safeParseAdviserFile: SafeParse<AdviserFile> = safeParser(adviserFile, 'adviser');

/**
 * Checks the scores of advisers, for `rateAdvisers`.
 *
 * @example
 * ```ts
 * import { parseAdviserScores } from 'aptfolio/schema';
 *
 * parseAdviserScores([{ adviser: 'a-1', component: 'test', scores: [71, 80] }]).length; // => 1
 * ```
 */
export const parseAdviserScores: Parse<readonly AdviserScores[]> = parser(adviserScores, 'scores');

/** Like `parseAdviserScores`, but returns the faults. */
export const safeParseAdviserScores: SafeParse<readonly AdviserScores[]> = safeParser(
  adviserScores,
  'scores',
);

/**
 * Checks how advisers are rated, for `rateAdvisers`.
 *
 * @example
 * ```ts
 * import { parseRateAdvisersOptions } from 'aptfolio/schema';
 *
 * parseRateAdvisersOptions({ weights: { test: 0.4, practice: 0.6 } }).weights.test; // => 0.4
 * parseRateAdvisersOptions({ weights: { test: 0 } }); // => throws 'out-of-range', 'options.weights.test'
 * ```
 */
export const parseRateAdvisersOptions: Parse<RateAdvisersOptions> = parser(
  rateAdvisersOptions,
  'options',
);

/** Like `parseRateAdvisersOptions`, but returns the faults. */
export const safeParseRateAdvisersOptions: SafeParse<RateAdvisersOptions> = safeParser(
  rateAdvisersOptions,
  'options',
);

/**
 * Checks the scores of people before and after a training, for `trainingEffect`.
 *
 * @example
 * ```ts
 * import { parseTrainingGroups } from 'aptfolio/schema';
 *
 * const one = { id: 'a-1', before: 61, after: null };
 * parseTrainingGroups({ trained: [one] }).trained[0].after; // => null
 * parseTrainingGroups({ trained: [{ ...one, before: 161 }] }); // => throws 'out-of-range', 'groups.trained[0].before'
 * ```
 */
export const parseTrainingGroups: Parse<TrainingGroups> = parser(trainingGroups, 'groups');

/** Like `parseTrainingGroups`, but returns the faults. */
export const safeParseTrainingGroups: SafeParse<TrainingGroups> = safeParser(
  trainingGroups,
  'groups',
);

/**
 * Checks how the effect of a training is worked out, for `trainingEffect`.
 *
 * @example
 * ```ts
 * import { parseTrainingOptions } from 'aptfolio/schema';
 *
 * parseTrainingOptions({ selection: { kind: 'low-scores', reliability: 0.7 } }).selection.kind; // => 'low-scores'
 * parseTrainingOptions({ test: 't' }); // => throws 'unknown-value', 'options.test'
 * ```
 */
export const parseTrainingOptions: Parse<TrainingOptions> = parser(trainingOptions, 'options');

/** Like `parseTrainingOptions`, but returns the faults. */
export const safeParseTrainingOptions: SafeParse<TrainingOptions> = safeParser(
  trainingOptions,
  'options',
);
