import { type CompiledPack, compilePack, type RuleFacts } from '../../../../src/rules/index.js';
import { policyPack } from '../../../../src/suitability/packs/policy/index.js';

/** The day of every case. */
export const AS_OF = '2026-06-15';

/** The house's policy, ready to decide. */
export const HOUSE: CompiledPack = compilePack(policyPack);

/** A purchase of 50,000 that nothing stands against, every fact known. */
export const PURCHASE: RuleFacts = policyPack.cases?.find(({ id }) => id === 'P-ALL-1')
  ?.facts as RuleFacts;

/** The facts but one. */
export function without(facts: RuleFacts, name: string): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== name));
}
