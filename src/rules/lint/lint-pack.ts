import { type CaseCheck, checkCases } from '../cases.js';
import { type CompiledPack, checkCompiled } from '../compile.js';
import type { PackFinding } from './finding.js';
import { lintCases } from './lint-cases.js';
import { lintCitations } from './lint-citations.js';
import { lintDates } from './lint-dates.js';
import { lintDefaults } from './lint-defaults.js';
import { lintDuties } from './lint-duties.js';
import { lintMonotone } from './lint-monotone.js';
import { lintUnused } from './lint-unused.js';

/** What lint found in a pack. */
export interface PackLint {
  readonly findings: readonly PackFinding[];
  /** What came of the pack's cases. */
  readonly cases: CaseCheck;
}

/**
 * Looks over a pack that is well-formed: citations, dates, whether cases hit and miss every rule, whether more risk ever turns a
 * stop into a pass, duties that contradict each other, what nothing reads.
 *
 * @param others packs that are used together with it, for cases that need them.
 *
 * @example
 * ```ts
 * import { compilePack, lintPack } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * lintPack(compilePack(pack)).findings; // => []
 * const bare = { ...pack, cases: pack.cases.slice(1) };
 * lintPack(compilePack(bare)).findings[0].fault; // => 'not-hit'
 * lintPack(compilePack(bare)).findings[0].path; // => 'rules["LEND-AGE"]'
 * ```
 */
export function lintPack(pack: CompiledPack, others: readonly CompiledPack[] = []): PackLint {
  const [own, ...rest] = checkCompiled([pack, ...others], 'packs') as [
    CompiledPack,
    ...CompiledPack[],
  ];
  const cases = checkCases(own, rest);
  const findings = [
    ...lintCitations(own.pack),
    ...lintDates(own.pack),
    ...lintDuties(own),
    ...lintCases(cases),
    ...lintMonotone(own, rest),
    ...lintDefaults(own.pack),
    ...lintUnused(own.pack),
  ];
  const rank = { error: 0, warning: 1, note: 2 };
  return Object.freeze({
    findings: Object.freeze(findings.sort((a, b) => rank[a.severity] - rank[b.severity])),
    cases,
  });
}
