import { canonicalJson } from '../../evidence/index.js';
import type { FactCriterion, ReadRule } from './fact-policy.js';
import type { Statement } from './statement.js';

/** The first criterion that sets two equally fresh statements apart; `null` where they have equal standing. */
export function setApartBy(a: Statement, b: Statement, rule: ReadRule): FactCriterion | null {
  return rule.decideBy.find((criterion) => COMPARE[criterion](a, b) !== 0) ?? null;
}

/**
 * Orders statements by their standing, the strongest first: fresh before stale, then by the policy's criteria. What
 * comes after these only gives a list one order: the end of freshness, the soonest first, and the text.
 */
export function compareStatements(a: Statement, b: Statement, rule: ReadRule): number {
  if (a.fresh !== b.fresh) return a.fresh ? -1 : 1;
  const criterion = setApartBy(a, b, rule);
  if (criterion !== null) return COMPARE[criterion](a, b);
  return (
    compareTexts(a.freshUntil ?? '9999-12-32', b.freshUntil ?? '9999-12-32') ||
    compareTexts(canonicalJson(a.fact), canonicalJson(b.fact))
  );
}

const COMPARE: Readonly<Record<FactCriterion, (a: Statement, b: Statement) => number>> =
  Object.freeze({
    source: (a: Statement, b: Statement) => a.rank - b.rank,
    date: (a: Statement, b: Statement) => compareTexts(b.fact.asOf, a.fact.asOf),
    confidence: (a: Statement, b: Statement) => b.fact.confidence - a.fact.confidence,
  });

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
