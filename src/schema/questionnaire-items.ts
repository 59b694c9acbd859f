import * as z from 'zod/mini';
import {
  CHOICE_COUNTS,
  type MatrixItem,
  type MultipleItem,
  type NumericItem,
  type QuestionnaireItem,
  type SingleItem,
} from '../questionnaire/index.js';
import { condition } from './condition.js';
import { count, localised, number, positive, text } from './primitives.js';

const base = {
  id: text,
  factor: text,
  dimension: z.nullable(text),
  weight: z.exactOptional(positive),
  text: z.exactOptional(localised),
  showIf: z.exactOptional(condition),
  hiddenPoints: z.exactOptional(number),
};

const choices = {
  points: z.array(number).check(z.minLength(1)),
  options: z.exactOptional(z.array(localised)),
};

const single: z.ZodMiniType<SingleItem> = z.strictObject({
  ...base,
  kind: z.exactOptional(z.literal('single')),
  ...choices,
});

const multiple: z.ZodMiniType<MultipleItem> = z.strictObject({
  ...base,
  kind: z.literal('multiple'),
  ...choices,
  count: z.exactOptional(z.enum(CHOICE_COUNTS)),
  minChoices: z.exactOptional(count),
  maxChoices: z.exactOptional(count),
  exclusive: z.exactOptional(z.array(count)),
});

const numeric: z.ZodMiniType<NumericItem> = z.strictObject({
  ...base,
  kind: z.literal('numeric'),
  min: number,
  max: number,
  integer: z.exactOptional(z.boolean()),
  unit: z.exactOptional(localised),
  steps: z.array(z.strictObject({ from: number, points: number })).check(z.minLength(1)),
});

const matrix: z.ZodMiniType<MatrixItem> = z.strictObject({
  ...base,
  kind: z.literal('matrix'),
  rows: z
    .array(
      z.strictObject({
        id: text,
        weight: z.exactOptional(positive),
        text: z.exactOptional(localised),
      }),
    )
    .check(z.minLength(1)),
  ...choices,
});

/** One question, told apart by its `kind`; without one it is a single choice. */
export const item: z.ZodMiniType<QuestionnaireItem> = z.discriminatedUnion('kind', [
  single as never,
  multiple as never,
  numeric as never,
  matrix as never,
]) as unknown as z.ZodMiniType<QuestionnaireItem>;
