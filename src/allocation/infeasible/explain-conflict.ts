import { makeReason, type Reason } from '../../evidence/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import type { RelativeRule } from '../problem.js';
import { type ConflictProof, proveConflict } from './conflict-proof.js';
import { findConflict, inOrder } from './find-conflict.js';
import { highestReachableReturn } from './highest-return.js';
import { readRules } from './rule-book.js';
import { shownBound } from './shown-bound.js';
import {
  type Relaxation,
  type SmallestRelaxation,
  smallestRelaxation,
} from './smallest-relaxation.js';

/** Why no portfolio meets all rules, and the least that would have to change. */
export interface ConflictExplanation {
  /** Rules that cannot hold together, none of them superfluous; empty where none could be proved. */
  readonly conflicting: readonly string[];
  /** What proves it. Absent where the proof did not stand its check. */
  readonly proof?: ConflictProof;
  readonly relaxation: SmallestRelaxation;
  /** The highest expected return within the other rules, where the target return is out of reach. */
  readonly highestReturn?: number;
  readonly reasons: readonly Reason[];
}

/**
 * Explains why the rules of a problem conflict: which of them, the proof, what would do, and all of it in reasons.
 *
 * `relative` are its relative rules as stated, for the multiples that they would need.
 *
 * @example
 * ```ts
 * import { compileProblem } from './src/allocation/compile/compile-problem.js';
 * import { explainConflict } from './src/allocation/infeasible/explain-conflict.js';
 *
 * const problem = compileProblem({
 *   assets: ['CASH', 'EQUITY'],
 *   expectedReturn: [0.01, 0.05],
 *   covariance: [[0, 0], [0, 0.04]],
 *   objective: { kind: 'minimum-variance' },
 *   bounds: { CASH: { max: 0.5 } },
 *   groups: [{ id: 'risky', members: ['EQUITY'], max: 0.25 }],
 *   priorities: { 'max:CASH': 2 },
 * });
 * const { conflicting, proof, relaxation } = explainConflict(problem);
 * conflicting; // => ['max:CASH', 'group-max:risky', 'budget']
 * proof.gap; // => 0.25
 * proof.terms.map(({ sense, multiplier, limit }) => [sense, multiplier, limit]);
 * // => [['at-most', 1, 0.5], ['at-most', 1, 0.25], ['at-least', 1, 1]]
 * relaxation.relaxations.map(({ rule, from, to }) => [rule, from, to]);
 * // => [['group-max:risky', 0.25, 0.5]]
 * ```
 */
export function explainConflict(
  problem: CompiledProblem,
  relative: readonly RelativeRule[] = [],
): ConflictExplanation {
  const book = readRules(problem);
  const conflict = findConflict(book, book.rules);
  const rules = conflict === undefined ? [] : inOrder(book.rules, conflict.support);
  const conflicting = Object.freeze(rules.map(({ name }) => name));
  const proof = conflict === undefined ? undefined : proveConflict(book, conflict);
  const relaxation = smallestRelaxation(problem, relative);
  const target = rules.find(({ kind }) => kind === 'target-return')?.bound;
  const highestReturn = target === undefined ? undefined : highestReachableReturn(problem);
  const reasons = [
    makeReason('allocation.rules-conflict', 'block', { rules: conflicting }),
    ...(target === undefined || highestReturn === undefined
      ? []
      : [makeReason('allocation.target-unreachable', 'block', { target, highest: highestReturn })]),
    ...explainRelaxation(relaxation),
  ];
  return Object.freeze({
    conflicting,
    ...(proof === undefined ? {} : { proof }),
    relaxation,
    ...(highestReturn === undefined ? {} : { highestReturn }),
    reasons: Object.freeze(reasons),
  });
}

/** What would have to give way, in reasons. */
function explainRelaxation(relaxation: SmallestRelaxation): readonly Reason[] {
  if (relaxation.status === 'unproved') return [];
  if (relaxation.status === 'impossible') {
    const { conflicting: rules } = relaxation;
    return [makeReason('allocation.firm-rules-conflict', 'block', { rules })];
  }
  const { relaxations } = relaxation;
  const together = relaxations.length > 1 ? [makeReason('allocation.loosen-together', 'info')] : [];
  return [...relaxations.map(explainOne), ...together];
}

function explainOne({ rule, kind, subject, from, to, by }: Relaxation): Reason {
  if (to === undefined) {
    const shown = shownBound(by, 0, 'percent');
    return makeReason('allocation.loosen-relative', 'info', { rule, subject, from, by, shown });
  }
  const isNumber = kind.startsWith('rule-') || kind.startsWith('relative-');
  const shown = shownBound(to, from, isNumber ? 'number' : 'percent');
  return makeReason(`allocation.loosen-${kind}`, 'info', { rule, subject, from, to, by, shown });
}
