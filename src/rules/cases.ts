import type { CompiledPack } from './compile.js';
import { checkCompiled } from './compile.js';
import { prepareDecisions } from './decide.js';
import type { RuleStanding } from './decision.js';
import type { GoldenCase } from './pack.js';
import type { DecisionStatus } from './status.js';

/** What came of the cases that travel with a pack. */
export interface CaseCheck {
  readonly passed: number;
  readonly failed: readonly FailedCase[];
  /** By id of each rule of the pack: how the cases met it. */
  readonly coverage: Readonly<Record<string, RuleCoverage>>;
}

/** A case that did not come out as expected. */
export interface FailedCase {
  readonly id: string;
  readonly why: string;
  readonly expected: GoldenCase['expect'];
  readonly found: { readonly status: DecisionStatus; readonly deciding: readonly string[] };
}

/** In how many cases a rule stood how. */
export interface RuleCoverage {
  /** Cases in which it bit: fired, was satisfied, or gave way to an exception. */
  readonly hits: number;
  /** Cases in which it applied and did not bite. */
  readonly misses: number;
  readonly unknown: number;
  /** Cases in which it did not apply, or was not in force. */
  readonly elsewhere: number;
}

const HITS: ReadonlySet<RuleStanding> = new Set(['fired', 'satisfied', 'excepted', 'overridden']);

/**
 * Runs the cases that travel with a pack, alone or with the cases of others, and reports which rules they reach.
 *
 * @param others packs that are used together with it, for cases that need them.
 * @throws AptfolioError as `decide`, for a case whose facts the pack does not know.
 *
 * @example
 * ```ts
 * import { checkCases, compilePack } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const check = checkCases(compilePack(pack));
 * check.failed; // => []
 * check.coverage['LEND-AGE']; // => { hits: 1, misses: 5, unknown: 0, elsewhere: 0 }
 * ```
 */
export function checkCases(pack: CompiledPack, others: readonly CompiledPack[] = []): CaseCheck {
  const packs = checkCompiled([pack, ...others], 'packs');
  const coverage = new Map(
    pack.pack.rules.map(({ id }) => [id, { hits: 0, misses: 0, unknown: 0, elsewhere: 0 }]),
  );
  const failed: FailedCase[] = [];
  const cases = pack.pack.cases ?? [];
  for (const golden of cases) {
    const { status, deciding, findings } = prepareDecisions(packs, {
      asOf: golden.asOf,
      everything: true,
    })(golden.facts);
    const standings = new Map(findings.map(({ rule, standing }) => [rule, standing]));
    for (const [id, counts] of coverage) counts[columnOf(standings.get(id))] += 1;
    if (!isExpected(golden, status, deciding)) {
      const { id, why, expect } = golden;
      failed.push(
        Object.freeze({ id, why, expected: expect, found: Object.freeze({ status, deciding }) }),
      );
    }
  }
  return Object.freeze({
    passed: cases.length - failed.length,
    failed: Object.freeze(failed),
    coverage: Object.freeze(
      Object.fromEntries([...coverage].map(([id, counts]) => [id, Object.freeze(counts)])),
    ),
  });
}

function columnOf(standing: RuleStanding | undefined): keyof RuleCoverage {
  if (standing === undefined || standing === 'out-of-scope') return 'elsewhere';
  if (standing === 'unknown') return 'unknown';
  return HITS.has(standing) ? 'hits' : 'misses';
}

function isExpected(
  { expect }: GoldenCase,
  status: DecisionStatus,
  deciding: readonly string[],
): boolean {
  if (expect.status !== status) return false;
  if (expect.deciding === undefined) return true;
  return [...expect.deciding].sort().join('\n') === deciding.join('\n');
}
