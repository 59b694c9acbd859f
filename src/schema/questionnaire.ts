import * as z from 'zod/mini';
import {
  type Answers,
  type AnswerValue,
  type Ceiling,
  COMBINATIONS,
  type ConsistencyControl,
  type DimensionDefinition,
  type KnockOut,
  type QuestionnaireDefinition,
  RISK_LEVELS,
  type RiskLevel,
  SCORE_SCALES,
  type ScoreBand,
} from '../questionnaire/index.js';
import { condition } from './condition.js';
import { citation } from './evidence.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, count, localised, nonNegative, number, text } from './primitives.js';
import { item } from './questionnaire-items.js';

/** A risk level, C1 to C5. */
export const riskLevel: z.ZodMiniType<RiskLevel> = z.enum(RISK_LEVELS);

const band: z.ZodMiniType<ScoreBand> = z.strictObject({
  from: number,
  fromIncluded: z.exactOptional(z.boolean()),
  to: z.exactOptional(number),
  toIncluded: z.exactOptional(z.boolean()),
  level: riskLevel,
});

const bands: z.ZodMiniType<readonly ScoreBand[]> = z.array(band).check(z.minLength(1));

const dimension: z.ZodMiniType<DimensionDefinition> = z.strictObject({
  name: z.exactOptional(localised),
  bands: z.exactOptional(bands),
});

const rule = {
  id: text,
  when: condition,
  text: z.exactOptional(localised),
  citations: z.exactOptional(z.array(citation)),
};

const knockOut: z.ZodMiniType<KnockOut> = z.strictObject({
  ...rule,
  outcome: z.enum(['lowest-level', 'stop']),
});

const ceiling: z.ZodMiniType<Ceiling> = z.strictObject({ ...rule, level: riskLevel });

const control: z.ZodMiniType<ConsistencyControl> = z.discriminatedUnion('severity', [
  z.strictObject({ ...rule, severity: z.enum(['block', 'refer', 'note']) }),
  z.strictObject({
    ...rule,
    severity: z.literal('cap'),
    to: z.union([riskLevel, z.strictObject({ bandOf: text })]),
  }),
]);

export const questionnaire: z.ZodMiniType<QuestionnaireDefinition> = z.strictObject({
  id: text,
  version: z.exactOptional(text),
  title: z.exactOptional(localised),
  validMonths: atLeastOne,
  scale: z.exactOptional(z.enum(SCORE_SCALES)),
  bands,
  overallWeights: z.exactOptional(z.record(z.string(), nonNegative)),
  dimensions: z.exactOptional(z.record(z.string(), dimension)),
  mandatory: z.array(text),
  items: z.array(item).check(z.minLength(1)),
  levelDimensions: z.exactOptional(z.array(text)),
  combination: z.exactOptional(z.enum(COMBINATIONS)),
  knockOuts: z.exactOptional(z.array(knockOut)),
  ceilings: z.exactOptional(z.array(ceiling)),
  controls: z.exactOptional(z.array(control)),
});

const answer: z.ZodMiniType<AnswerValue> = z.union([
  number,
  z.array(count),
  z.record(z.string(), count),
]);

export const answers: z.ZodMiniType<Answers> = z.record(z.string(), z.nullable(answer));

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
 * Checks a client's answers: item id to the chosen option's index, a list of them, a number, or an option by row; `null`
 * for no answer.
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
