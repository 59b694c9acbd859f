import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../errors/index.js';
import type { CompiledAssumptions } from '../market/index.js';
import { RISK_LEVELS, type RiskLevel } from '../questionnaire/index.js';
import type { AllocationProblem, AssetBounds } from './problem.js';

/** How a bank allocates for one risk level. */
export interface LevelPolicy {
  /** Risk aversion λ in μ'w − (λ/2)·w'Σw, above 0. */
  readonly lambda: number;
  /** The most that all equity classes together may hold, 0 to 1. */
  readonly equityMax: number;
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
}

/**
 * The allocation problem of a risk level under a bank's policy, ready for `allocate`.
 *
 * Throws `unknown-id` for a class that the assumptions do not have, `unknown-value` for a level that is none,
 * and `out-of-range` for a bound outside 0 to 1 or a risk aversion that is not above 0.
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
  checkObject(assumptions, 'assumptions');
  const { assetClasses, expectedReturn, covariance } = assumptions;
  checkList(assetClasses, 'assumptions.assetClasses');
  checkObject(policy, 'policy');
  const known = new Set(assetClasses);
  const lower = checkBounds(policy.lower, 'policy.lower', known);
  const upper = checkBounds(policy.upper, 'policy.upper', known);
  const members = checkEquityClasses(policy.equityClasses, known);
  const { lambda, equityMax } = checkLevel(policy.levels, checkOneOf(level, 'level', RISK_LEVELS));
  const bounds = assetClasses.map((name): [string, AssetBounds] => {
    const min = lower.get(name);
    const max = upper.get(name);
    const stated = {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
    return [name, Object.freeze(stated)];
  });
  return Object.freeze({
    assets: assetClasses,
    expectedReturn,
    covariance,
    objective: Object.freeze({ kind: 'utility', riskAversion: lambda }),
    bounds: Object.freeze(Object.fromEntries(bounds)),
    groups: Object.freeze(
      members.length === 0 ? [] : [Object.freeze({ id: 'equity', members, max: equityMax })],
    ),
  });
}

function checkBounds(
  value: unknown,
  path: string,
  known: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const given = checkObject(value, path);
  const bounds = new Map<string, number>();
  for (const name of Object.keys(given)) {
    if (!known.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'a class of the assumptions', name);
    }
    bounds.set(name, checkRange(given[name], at(path, name), { min: 0, max: 1 }));
  }
  return bounds;
}

function checkEquityClasses(value: unknown, known: ReadonlySet<string>): readonly string[] {
  const path = 'policy.equityClasses';
  const names = new Set<string>();
  // Array.from turns the holes of a sparse list into undefined, which the check then refuses.
  Array.from(checkList<unknown>(value, path)).forEach((entry, index) => {
    const name = checkText(entry, at(path, index));
    if (!known.has(name)) {
      throw new AptfolioError('unknown-id', at(path, index), 'a class of the assumptions', name);
    }
    if (names.has(name)) {
      throw new AptfolioError('duplicate-id', at(path, index), 'a class not named before', name);
    }
    names.add(name);
  });
  return Object.freeze([...names]);
}

function checkLevel(levels: unknown, level: RiskLevel): LevelPolicy {
  const path = at('policy.levels', level);
  const { lambda, equityMax } = checkObject(checkObject(levels, 'policy.levels')[level], path);
  return {
    lambda: checkRange(lambda, at(path, 'lambda'), { exclusiveMin: 0 }),
    equityMax: checkRange(equityMax, at(path, 'equityMax'), { min: 0, max: 1 }),
  };
}
