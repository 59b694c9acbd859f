import * as z from 'zod/mini';
import {
  RULE_RELATIONS,
  type RuleComparison,
  type RuleCondition,
  type RuleConstant,
  type RuleOperand,
} from '../rules/index.js';
import { plain, text } from './primitives.js';

const operands: z.ZodMiniType<readonly RuleOperand[]> = z.lazy(() =>
  z.array(ruleOperand).check(z.minLength(1)),
);

const pair: z.ZodMiniType<readonly [RuleOperand, RuleOperand]> = z.lazy(() =>
  z.tuple([ruleOperand, ruleOperand]),
);

const reading: z.ZodMiniType<Exclude<RuleOperand, RuleConstant>> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: text }),
    z.strictObject({ parameter: text }),
    z.strictObject({ plus: operands }),
    z.strictObject({ minus: pair }),
    z.strictObject({ times: operands }),
    z.strictObject({ over: pair }),
    z.strictObject({ max: operands }),
    z.strictObject({ min: operands }),
    z.strictObject({ first: operands }),
    z.strictObject({ years: pair }),
    z.strictObject({ months: pair }),
    z.strictObject({ days: pair }),
    z.strictObject({ addMonths: pair }),
    z.strictObject({ addDays: pair }),
    z.strictObject({ call: text, with: z.array(ruleOperand) }),
  ]),
);

/** What a rule's condition reads. */
export const ruleOperand: z.ZodMiniType<RuleOperand> = z.union([plain, reading]);

/** Constants of a rule, at least one. */
export const ruleConstants: z.ZodMiniType<readonly RuleConstant[]> = z
  .array(plain)
  .check(z.minLength(1));

const comparison: z.ZodMiniType<RuleComparison> = z.strictObject({
  left: ruleOperand,
  is: z.enum(RULE_RELATIONS),
  right: z.union([ruleOperand, ruleConstants]),
});

const parts: z.ZodMiniType<readonly RuleCondition[]> = z.lazy(() =>
  z.array(ruleCondition).check(z.minLength(1)),
);

/** What a rule depends on. */
export const ruleCondition: z.ZodMiniType<RuleCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: ruleCondition }),
    z.strictObject({ holds: text }),
    z.strictObject({ none: text }),
    z.strictObject({ stale: text }),
    comparison,
  ]),
);
