import * as z from 'zod/mini';
import { SEVERITIES } from '../evidence/index.js';
import {
  type ConditionTrace,
  DECISION_STATUSES,
  type DecisionStatus,
  FACT_GAPS,
  type MissingFact,
  type PackReference,
  RULE_RELATIONS,
  RULE_STANDINGS,
  type RuleConflict,
  type RuleDecision,
  type RuleStanding,
  type RuleTrace,
  type RuleVerdict,
  type Truth,
  type ValueTrace,
} from '../rules/index.js';
import { citation, hash, parameters, reason } from './evidence.js';
import { safely } from './parse.js';
import { type Parse, parser, type SafeParse, withoutValues } from './parser.js';
import { date, localised, plainFact, text } from './primitives.js';
import { overridePermission, valueLabels } from './rule.js';

const texts = z.array(text);

export const decisionStatus: z.ZodMiniType<DecisionStatus> = z.enum(DECISION_STATUSES);

/** Where rules stand, by id. */
export const standings: z.ZodMiniType<Readonly<Record<string, RuleStanding>>> = z.record(
  z.string(),
  z.enum(RULE_STANDINGS),
);

const truth: z.ZodMiniType<Truth> = z.union([z.boolean(), z.literal('unknown')]);

const valueTrace: z.ZodMiniType<ValueTrace> = z.strictObject({
  value: z.exactOptional(z.union([plainFact, z.array(plainFact)])),
  fact: z.exactOptional(text),
  parameter: z.exactOptional(text),
  citation: z.exactOptional(citation),
  label: z.exactOptional(localised),
  unit: z.exactOptional(text),
  valueLabels: z.exactOptional(valueLabels),
  gap: z.exactOptional(z.enum(FACT_GAPS)),
  source: z.exactOptional(text),
  observedOn: z.exactOptional(date),
  reckoning: z.exactOptional(text),
  of: z.exactOptional(z.lazy((): z.ZodMiniType<readonly ValueTrace[]> => z.array(valueTrace))),
  condition: z.exactOptional(z.lazy((): z.ZodMiniType<ConditionTrace> => conditionTrace)),
});

const conditionTrace: z.ZodMiniType<ConditionTrace> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['all', 'any', 'not']),
    truth,
    parts: z.lazy((): z.ZodMiniType<readonly ConditionTrace[]> => z.array(conditionTrace)),
  }),
  z.strictObject({ kind: z.enum(['holds', 'none', 'stale']), truth, value: valueTrace }),
  z.strictObject({
    kind: z.literal('comparison'),
    truth,
    left: valueTrace,
    is: z.enum(RULE_RELATIONS),
    right: valueTrace,
  }),
]);

const ruleTrace: z.ZodMiniType<RuleTrace> = z.strictObject({
  scope: z.exactOptional(conditionTrace),
  when: conditionTrace,
  satisfiedBy: z.exactOptional(conditionTrace),
});

const ruleFinding: z.ZodMiniType<RuleVerdict> = z.strictObject({
  rule: text,
  pack: text,
  outcome: z.enum(SEVERITIES),
  standing: z.enum(RULE_STANDINGS),
  text: localised,
  parameters,
  citations: z.array(citation),
  exceptedBy: z.exactOptional(texts),
  override: z.exactOptional(overridePermission),
  trace: ruleTrace,
});

const missingFact: z.ZodMiniType<MissingFact> = z.strictObject({
  fact: text,
  gap: z.enum(FACT_GAPS),
  label: localised,
});

const conflict: z.ZodMiniType<RuleConflict> = z.strictObject({
  rules: z.tuple([text, text]),
  fact: text,
});

const packReference: z.ZodMiniType<PackReference> = z.strictObject({
  id: text,
  version: text,
  hash,
  verified: z.boolean(),
});

export const ruleDecision: z.ZodMiniType<RuleDecision> = z.strictObject({
  status: decisionStatus,
  asOf: date,
  deciding: texts,
  findings: z.array(ruleFinding),
  standings,
  missing: z.array(missingFact),
  conflicts: z.array(conflict),
  packs: z.array(packReference),
  verified: z.boolean(),
  notices: z.array(reason),
});

/**
 * Checks a decision, as read back from a store, for `explain`. No fault shows a value.
 *
 * @example
 * ```ts
 * import { compilePack, decide, explain } from 'aptfolio/rules';
 * import { parseRuleDecision } from 'aptfolio/schema';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const facts = { 'client.age': 17, 'loan.amount': 5000 };
 * const decision = decide([compilePack(pack)], facts, { asOf: '2026-03-02' });
 * const stored = JSON.parse(JSON.stringify(decision));
 * explain(parseRuleDecision(stored), 'en').text; // => '2026-03-02: forbidden. Deciding: LEND-AGE.'
 * parseRuleDecision({ ...stored, status: 'forbidden' }); // => throws 'unknown-value', 'decision.status'
 * ```
 */
export const parseRuleDecision: Parse<RuleDecision> = withoutValues(
  parser(ruleDecision, 'decision'),
);

/** Like `parseRuleDecision`, but returns the faults. */
export const safeParseRuleDecision: SafeParse<RuleDecision> = (value) =>
  safely(() => parseRuleDecision(value));
