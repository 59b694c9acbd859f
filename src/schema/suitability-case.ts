import * as z from 'zod/mini';
import {
  CASE_ACTIONS,
  type CaseFact,
  type CaseFacts,
  type FactGroup,
  type Rating,
  type SuitabilityCase,
} from '../suitability/index.js';
import { safely } from './parse.js';
import { type Parse, parser, type SafeParse, withoutValues } from './parser.js';
import { decimal, number, text } from './primitives.js';
import { factForms } from './rule-facts.js';

/** A rating from 1 to 5, as a number or as a bank writes it. */
export const rating: z.ZodMiniType<Rating> = z.union([
  z.int().check(z.minimum(1), z.maximum(5)),
  z.enum(['R1', 'R2', 'R3', 'R4', 'R5']),
]);

/** What has the fields of a value with its source, or of an amount of money, is one, and no group of facts. */
function isGroup(value: unknown): boolean {
  const names = Object.keys(value as object)
    .sort()
    .join();
  return !/^(observedOn,)?(source,)?value$/.test(names) && names !== 'amount,currency';
}

export const factGroup: z.ZodMiniType<FactGroup> = z.lazy(() =>
  z.record(z.string(), entry).check(
    // Unless it aborts, a fault in a value with its source would be told as this one.
    z.refine(isGroup, { error: 'facts by name', abort: true }),
  ),
) as z.ZodMiniType<FactGroup>;

const entry: z.ZodMiniType<CaseFact | FactGroup> = z.nullable(z.union([...factForms, factGroup]));

const named = z.exactOptional(factGroup);

/** The packs say which names there are; these stand for groups. */
export const caseFacts: z.ZodMiniType<CaseFacts> = z.catchall(
  z.object({ client: named, product: named, order: named, household: named, history: named }),
  entry,
) as unknown as z.ZodMiniType<CaseFacts>;

export const suitabilityCase: z.ZodMiniType<SuitabilityCase> = z.strictObject({
  action: z.exactOptional(z.enum(CASE_ACTIONS)),
  replaces: z.exactOptional(
    z.strictObject({
      issuerRisk: z.exactOptional(rating),
      sellerRisk: z.exactOptional(rating),
      amount: z.exactOptional(
        z.union([number, z.strictObject({ currency: text, amount: decimal })]),
      ),
    }),
  ),
  facts: caseFacts,
});

/**
 * Checks what is to be judged by `assessSuitability`: facts by group or by whole name. No fault shows a value.
 *
 * Which facts there are, and of which type, the packs say; what is not given is unknown, never a yes.
 *
 * @example
 * ```ts
 * import { parseSuitabilityCase } from 'aptfolio/schema';
 *
 * const facts = { client: { riskLevel: 'C3' }, product: { issuerRisk: { value: 'R4', source: 'issuer' } } };
 * parseSuitabilityCase({ action: 'buy', facts }).facts.client; // => { riskLevel: 'C3' }
 * parseSuitabilityCase({ action: 'hold', facts }); // => throws 'unknown-value', 'case.action'
 * parseSuitabilityCase({ facts: { client: { riskLevel: { value: 3, observedOn: '2026-02-30' } } } });
 * // => throws 'invalid-date', 'case.facts.client.riskLevel.observedOn'
 * ```
 */
export const parseSuitabilityCase: Parse<SuitabilityCase> = withoutValues(
  parser(suitabilityCase, 'case'),
);

/** Like `parseSuitabilityCase`, but returns the faults. */
export const safeParseSuitabilityCase: SafeParse<SuitabilityCase> = (value) =>
  safely(() => parseSuitabilityCase(value));
