import * as z from 'zod/mini';
import {
  type DigestedFact,
  SUITABILITY_KIND,
  type SuitabilityInputs,
  type SuitabilityOutcome,
  type SuitabilityRecord,
} from '../suitability/index.js';
import { hash, parseWhole, recordFields } from './evidence.js';
import { override } from './override.js';
import { safely } from './parse.js';
import { type Parse, type SafeParse, withoutValues } from './parser.js';
import { text } from './primitives.js';
import { decisionStatus, standings } from './rule-decision.js';
import { factForms } from './rule-facts.js';
import { assumed } from './suitability-assessment.js';

const digestedFact: z.ZodMiniType<DigestedFact> = z.strictObject({ digest: hash });

const inputs: z.ZodMiniType<SuitabilityInputs> = z.strictObject({
  facts: z.record(z.string(), z.nullable(z.union([...factForms, digestedFact]))),
  packs: z.array(z.strictObject({ id: text, version: text, hash })),
  overrides: z.array(override),
});

const outcome: z.ZodMiniType<SuitabilityOutcome> = z.strictObject({
  status: decisionStatus,
  deciding: z.array(text),
  missing: z.array(text),
  considered: z.array(z.strictObject({ assumed, status: decisionStatus, standings })),
});

export const suitabilityRecord: z.ZodMiniType<SuitabilityRecord> = z.strictObject({
  ...recordFields,
  kind: z.literal(SUITABILITY_KIND),
  inputs,
  outcome,
});

/**
 * Checks the record of an assessment, as read back from a store, for `replay`. No fault shows a value.
 *
 * Nothing is dropped, not even a comment: the hash covers every field. Whether it fits, `replay` tells.
 *
 * @throws AptfolioError for what is no such record or no plain data, with the path.
 *
 * @example
 * ```ts
 * import { compilePack } from 'aptfolio/rules';
 * import { parseSuitabilityRecord } from 'aptfolio/schema';
 * import { assessSuitability, recordDecision, replay } from 'aptfolio/suitability';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const packs = [compilePack(lending)];
 * const facts = { client: { age: 17 }, loan: { amount: 5000 } };
 * const record = recordDecision(assessSuitability({ facts }, { packs, asOf: '2026-03-02' }));
 * const stored = JSON.parse(JSON.stringify(record));
 * replay(parseSuitabilityRecord(stored), { packs }); // => { status: 'same' }
 * parseSuitabilityRecord({ ...stored, kind: 'app.limit' }); // => throws 'unknown-value', 'record.kind'
 * ```
 */
export const parseSuitabilityRecord: Parse<SuitabilityRecord> = withoutValues(
  parseWhole(suitabilityRecord, 'record'),
);

/** Like `parseSuitabilityRecord`, but returns the faults. */
export const safeParseSuitabilityRecord: SafeParse<SuitabilityRecord> = (value) =>
  safely(() => parseSuitabilityRecord(value));
