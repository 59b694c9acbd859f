import * as z from 'zod/mini';
import type {
  AnswerChange,
  Contribution,
  DimensionScore,
  Evidence,
  Finding,
  IncompleteQuestionnaire,
  QuestionnaireResult,
  ScoredQuestionnaire,
  StoppedQuestionnaire,
} from '../questionnaire/index.js';
import { reading } from './condition.js';
import { reason } from './evidence.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, date, localised, number, plainFact, text } from './primitives.js';
import { riskLevel } from './questionnaire.js';

const texts = z.array(text);
const reasons = z.array(reason);
const definition = z.object({ id: text, version: z.exactOptional(text) });

const score = {
  score: number,
  distanceToNextBand: z.nullable(number),
  nextLevel: z.nullable(riskLevel),
  distanceToLowerBand: z.nullable(number),
};

const dimension: z.ZodMiniType<DimensionScore> = z.object({
  ...score,
  raw: number,
  level: z.nullable(riskLevel),
  capsLevel: z.boolean(),
});

const evidence: z.ZodMiniType<Evidence> = z.object({
  operand: reading,
  value: z.nullable(z.union([plainFact, z.array(number)])),
});

const finding: z.ZodMiniType<Finding> = z.object({
  kind: z.enum(['knock-out', 'ceiling', 'control']),
  id: text,
  truth: z.enum(['held', 'unknown']),
  effect: z.enum(['stop', 'block', 'cap', 'refer', 'note']),
  level: z.nullable(riskLevel),
  binding: z.boolean(),
  evidence: z.array(evidence),
  missing: texts,
  text: z.exactOptional(localised),
});

const contribution: z.ZodMiniType<Contribution> = z.object({
  item: text,
  dimension: text,
  points: number,
  maximum: number,
  share: number,
});

const change: z.ZodMiniType<AnswerChange> = z.object({
  item: text,
  row: z.exactOptional(text),
  option: count,
  value: z.exactOptional(number),
  level: z.nullable(riskLevel),
});

const scored: z.ZodMiniType<ScoredQuestionnaire> = z.object({
  status: z.literal('scored'),
  level: riskLevel,
  weightedLevel: riskLevel,
  lowestLevel: riskLevel,
  dimensions: z.record(z.string(), dimension),
  overall: z.object({ ...score, level: riskLevel }),
  determinedBy: texts,
  findings: z.array(finding),
  contributions: z.array(contribution),
  singleAnswerChanges: z.array(change),
  hidden: texts,
  imputed: texts,
  assessedOn: date,
  validThrough: date,
  reasons,
  definition,
});

const incomplete: z.ZodMiniType<IncompleteQuestionnaire> = z.object({
  status: z.literal('incomplete'),
  missing: texts,
  missingFacts: texts,
  reasons,
  definition,
});

const stopped: z.ZodMiniType<StoppedQuestionnaire> = z.object({
  status: z.literal('stopped'),
  findings: z.array(finding),
  assessedOn: date,
  reasons,
  definition,
});

/** As it was kept: what a later version may add to it is dropped. */
export const questionnaireResult: z.ZodMiniType<QuestionnaireResult> = z.discriminatedUnion(
  'status',
  [scored as never, incomplete as never, stopped as never],
) as unknown as z.ZodMiniType<QuestionnaireResult>;

/**
 * Checks what `scoreQuestionnaire` said, as read back from a store, for a client view. Further fields are dropped.
 *
 * @example
 * ```ts
 * import { parseQuestionnaireResult } from 'aptfolio/schema';
 *
 * const stored = {
 *   status: 'incomplete', missing: ['Q10'], missingFacts: [], reasons: [], definition: { id: 'RTQ' },
 * };
 * parseQuestionnaireResult(stored).missing; // => ['Q10']
 * parseQuestionnaireResult({ ...stored, status: 'scored' }); // => throws 'missing-value', 'result.level'
 * ```
 */
export const parseQuestionnaireResult: Parse<QuestionnaireResult> = parser(
  questionnaireResult,
  'result',
);

/** Like `parseQuestionnaireResult`, but returns the faults. */
export const safeParseQuestionnaireResult: SafeParse<QuestionnaireResult> = safeParser(
  questionnaireResult,
  'result',
);
