import * as z from 'zod/mini';
import type { ConsideredCase, SuitabilityAssessment } from '../suitability/index.js';
import { reason } from './evidence.js';
import { override } from './override.js';
import { safely } from './parse.js';
import { type Parse, parser, type SafeParse, withoutValues } from './parser.js';
import { date, text } from './primitives.js';
import { decisionStatus, ruleDecision } from './rule-decision.js';
import { ruleFacts } from './rule-facts.js';

/** By fact, what was assumed of it. */
export const assumed: z.ZodMiniType<ConsideredCase['assumed']> = z.record(z.string(), text);

export const suitabilityAssessment: z.ZodMiniType<SuitabilityAssessment> = z.strictObject({
  status: decisionStatus,
  asOf: date,
  facts: ruleFacts,
  decision: ruleDecision,
  considered: z
    .array(z.strictObject({ assumed, status: decisionStatus, decision: ruleDecision }))
    .check(z.minLength(1)),
  overrides: z.array(override),
  notices: z.array(reason),
});

/**
 * Checks an assessment, as read back from a store, for `applyOverride`, `recordDecision` and `retentionOf`. No fault shows a value.
 *
 * @example
 * ```ts
 * import { compilePack } from 'aptfolio/rules';
 * import { parseSuitabilityAssessment } from 'aptfolio/schema';
 * import { assessSuitability } from 'aptfolio/suitability';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const facts = { client: { age: 17 }, loan: { amount: 5000 } };
 * const assessment = assessSuitability({ facts }, { packs: [compilePack(lending)], asOf: '2026-03-02' });
 * const stored = JSON.parse(JSON.stringify(assessment));
 * parseSuitabilityAssessment(stored).decision.deciding; // => ['LEND-AGE']
 * parseSuitabilityAssessment({ ...stored, overrides: [{}] }).status;
 * // => throws 'missing-value', 'assessment.overrides[0].rule'
 * ```
 */
export const parseSuitabilityAssessment: Parse<SuitabilityAssessment> = withoutValues(
  parser(suitabilityAssessment, 'assessment'),
);

/** Like `parseSuitabilityAssessment`, but returns the faults. */
export const safeParseSuitabilityAssessment: SafeParse<SuitabilityAssessment> = (value) =>
  safely(() => parseSuitabilityAssessment(value));
