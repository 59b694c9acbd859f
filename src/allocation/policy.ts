import type { CompiledAssumptions } from '../market/index.js';
import type { RiskLevel } from '../questionnaire/index.js';
import { problemAt, readPolicyAt } from './model-portfolios/read-policy.js';
import type { AllocationProblem, AssetGroup, LinearRule } from './problem.js';

/** How much risk an allocation may take. */
export interface Stance {
  /** Risk aversion λ in μ'w − (λ/2)·w'Σw, above 0. */
  readonly lambda: number;
  /** The most that all equity classes together may hold, 0 to 1. */
  readonly equityMax: number;
}

/** How a bank allocates for one risk level. */
export interface LevelPolicy extends Stance {
  /** Rules on groups at this level, beside those for everyone. */
  readonly groups?: readonly AssetGroup[];
  /** Rules on weighted sums at this level, beside those for everyone. */
  readonly rules?: readonly LinearRule[];
}

/** The stance at a time before a goal. */
export interface GlideKnot extends Stance {
  /** Years that are left to the goal, 0 or more. */
  readonly yearsToGoal: number;
}

/** How a stance changes as a goal comes nearer. */
export interface GlidePathPolicy {
  /** Unique among the paths. */
  readonly id: string;
  /** In any order, each time once, one of them at 0 years. Beyond the longest its stance holds. */
  readonly knots: readonly GlideKnot[];
  /** Whether equity may grow again towards the goal. Default false: where it does, a finding says so. */
  readonly equityMayRise?: boolean;
}

/** A bank's model-portfolio policy: bounds for everyone and one stance per risk level. */
export interface AllocationPolicy {
  /** Floors by asset class, decimal fractions; a class that is not named has 0. */
  readonly lower: Readonly<Record<string, number>>;
  /** Ceilings by asset class, decimal fractions; a class that is not named has 1. */
  readonly upper: Readonly<Record<string, number>>;
  /** The classes that count as equity. */
  readonly equityClasses: readonly string[];
  readonly levels: Readonly<Record<RiskLevel, LevelPolicy>>;
  /** Rules on groups for everyone, decimal fractions. The id `equity` is that of the cap on equity. */
  readonly groups?: readonly AssetGroup[];
  /** Rules on weighted sums for everyone. */
  readonly rules?: readonly LinearRule[];
  /** Paths along which an allocation becomes more careful as a goal comes nearer. */
  readonly glidePaths?: readonly GlidePathPolicy[];
}

/**
 * The allocation problem of a risk level under a bank's policy, ready for `allocate`.
 *
 * Throws `unknown-id` for a class that the assumptions do not have, `unknown-value` for a level that is none,
 * `duplicate-id` for a group or a rule whose id is taken, `inconsistent` for crossed bounds, `out-of-range` for a bound
 * outside 0 to 1 or a risk aversion that is not above 0, and `missing-value` for assumptions without a covariance: give those of
 * `compileAssumptions`.
 *
 * @example
 * ```ts
 * import { allocate, problemForLevel } from 'aptfolio/allocation';
 * import { compileAssumptions } from 'aptfolio/market';
 *
 * const assumptions = compileAssumptions({
 *   asOf: '2026-03-02',
 *   assetClasses: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.03, 0.07],
 *   volatility: [0.03, 0.2],
 *   correlation: [[1, 0], [0, 1]],
 * });
 * const level = { lambda: 1, equityMax: 0.3 };
 * const policy = {
 *   lower: {}, upper: {}, equityClasses: ['EQUITY'],
 *   levels: { C1: level, C2: level, C3: level, C4: level, C5: level },
 * };
 * allocate(problemForLevel(assumptions, policy, 'C3')).weights; // => { BOND: 0.7, EQUITY: 0.3 }
 * ```
 */
export function problemForLevel(
  assumptions: CompiledAssumptions,
  policy: AllocationPolicy,
  level: RiskLevel,
): AllocationProblem {
  const read = readPolicyAt(assumptions, policy, level);
  return problemAt(read, read.stance);
}
