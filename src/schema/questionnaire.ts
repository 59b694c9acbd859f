import * as z from 'zod/mini';
import {
  type Answers,
  type OwnerLevel,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  RISK_LEVELS,
  type RiskLevel,
  type ScoreBand,
} from '../questionnaire/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, localised, nonNegative, positive, text } from './primitives.js';

/** A risk level, C1 to C5. */
export const riskLevel: z.ZodMiniType<RiskLevel> = z.enum(RISK_LEVELS);

const band: z.ZodMiniType<ScoreBand> = z.strictObject({ from: nonNegative, level: riskLevel });

const item: z.ZodMiniType<QuestionnaireItem> = z.strictObject({
  id: text,
  factor: text,
  dimension: text,
  weight: positive,
  points: z.array(nonNegative).check(z.minLength(1)),
  text: z.exactOptional(localised),
  options: z.exactOptional(z.array(localised)),
});

export const questionnaire: z.ZodMiniType<QuestionnaireDefinition> = z.strictObject({
  id: text,
  validMonths: z.int().check(z.minimum(1)),
  bands: z.array(band).check(z.minLength(1)),
  overallWeights: z.record(z.string(), nonNegative),
  mandatory: z.array(text),
  items: z.array(item).check(z.minLength(1)),
  levelDimensions: z.exactOptional(z.array(text)),
  combination: z.exactOptional(z.literal('lowest')),
});

export const answers: z.ZodMiniType<Answers> = z.record(z.string(), z.nullable(count));

/** Owners come from a client file, which may say more of them. */
export const owners: z.ZodMiniType<readonly OwnerLevel[]> = z.array(
  z.object({ id: text, level: riskLevel }),
);

/**
 * Checks a risk questionnaire, field by field; `compileQuestionnaire` checks what it says as a whole.
 *
 * @example
 * ```ts
 * import { parseQuestionnaire } from 'aptfolio/schema';
 *
 * parseQuestionnaire({ id: 'RTQ' }); // => throws 'missing-value', 'questionnaire.validMonths'
 * ```
 */
export const parseQuestionnaire: Parse<QuestionnaireDefinition> = parser(
  questionnaire,
  'questionnaire',
);

/** Like `parseQuestionnaire`, but returns the faults. */
export const safeParseQuestionnaire: SafeParse<QuestionnaireDefinition> = safeParser(
  questionnaire,
  'questionnaire',
);

/**
 * Checks a client's answers: item id to the index of the chosen option, from 0; `null` for no answer.
 *
 * @example
 * ```ts
 * import { parseAnswers } from 'aptfolio/schema';
 *
 * parseAnswers({ Q01: 2, Q02: null }); // => { Q01: 2, Q02: null }
 * parseAnswers({ Q01: '2' }); // => throws 'invalid-type', 'answers.Q01'
 * ```
 */
export const parseAnswers: Parse<Answers> = parser(answers, 'answers');

/** Like `parseAnswers`, but returns the faults. */
export const safeParseAnswers: SafeParse<Answers> = safeParser(answers, 'answers');

/**
 * Checks the levels of those who own an account together, for `lowestOfOwners`.
 *
 * @example
 * ```ts
 * import { parseOwners } from 'aptfolio/schema';
 *
 * parseOwners([{ id: 'a', level: 'C2' }]); // => [{ id: 'a', level: 'C2' }]
 * parseOwners([{ id: 'a', level: 2 }]); // => throws 'unknown-value', 'owners[0].level'
 * ```
 */
export const parseOwners: Parse<readonly OwnerLevel[]> = parser(owners, 'owners');

/** Like `parseOwners`, but returns the faults. */
export const safeParseOwners: SafeParse<readonly OwnerLevel[]> = safeParser(owners, 'owners');
