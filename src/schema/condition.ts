import * as z from 'zod/mini';
import {
  type AllOf,
  type AnyOf,
  type Comparison,
  type Condition,
  MEASURES,
  type NotSo,
  type Operand,
  type Plain,
  RELATIONS,
} from '../questionnaire/index.js';
import { plain, text } from './primitives.js';

const pair: z.ZodMiniType<readonly [Operand, Operand]> = z.lazy(() => z.tuple([operand, operand]));

/** What a condition reads, other than a value that stands in it. */
export const reading: z.ZodMiniType<Exclude<Operand, Plain>> = z.lazy(() =>
  z.union([
    z.strictObject({ answer: text, row: z.exactOptional(text) }),
    z.strictObject({ points: text }),
    z.strictObject({ score: text }),
    z.strictObject({ band: text }),
    z.strictObject({ fact: text }),
    z.strictObject({ measure: z.enum(MEASURES), items: z.exactOptional(z.array(text)) }),
    z.strictObject({ lookup: z.array(plain).check(z.minLength(1)), by: operand }),
    z.strictObject({ plus: pair }),
    z.strictObject({ minus: pair }),
    z.strictObject({ times: pair }),
  ]),
);

const operand: z.ZodMiniType<Operand> = z.union([plain, reading]);

const comparison: z.ZodMiniType<Comparison> = z.strictObject({
  left: operand,
  is: z.enum(RELATIONS),
  right: z.union([operand, z.array(plain).check(z.minLength(1))]),
});

const parts: z.ZodMiniType<readonly Condition[]> = z.lazy(() =>
  z.array(condition).check(z.minLength(1)),
);

const allOf: z.ZodMiniType<AllOf> = z.strictObject({ all: parts });
const anyOf: z.ZodMiniType<AnyOf> = z.strictObject({ any: parts });
const notSo: z.ZodMiniType<NotSo> = z.lazy(() => z.strictObject({ not: condition }));

/** Something that holds, does not hold, or cannot be known. */
export const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([allOf, anyOf, notSo, comparison]),
);
