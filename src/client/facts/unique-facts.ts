import { canonicalJson } from '../../evidence/index.js';
import type { RecordedFact } from './fact.js';

/** Facts in the order of their canonical JSON, which begins with the day, none twice. */
export function uniqueFacts(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const byText = new Map(facts.map((fact) => [canonicalJson(fact), fact]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
}
