import { checkObject, checkRange } from '../../errors/index.js';
import type { CompiledAssumptions } from '../../market/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { AllocationPolicy } from '../policy.js';
import type { AllocationProblem } from '../problem.js';
import { LONGEST, readGlidePath } from './read-glide-path.js';
import { problemAt, readPolicyAt } from './read-policy.js';
import { moreCareful, stanceAt } from './stance-at.js';

/** A place on a glide path. */
export interface GlidePathPlace {
  /** The id of one of the policy's glide paths. */
  readonly glidePath: string;
  /** The client's risk level, beyond which the path never goes. */
  readonly level: RiskLevel;
  /** Years that are left to the goal, 0 to 100. */
  readonly yearsToGoal: number;
}

/**
 * The allocation problem of a risk level with a number of years to go on a glide path, ready for `allocate`.
 *
 * Between two knots `equityMax` and the risk tolerance 1/λ are linear in the years, beyond the longest knot its stance
 * holds; where the level's `lambda` is higher or its `equityMax` lower, the level's counts. Best weights are linear in 1/λ while the same
 * rules bind, so that portfolios go straight from knot to knot and trade evenly.
 *
 * Throws as `problemForLevel`, and `unknown-id` for a path that the policy does not have.
 *
 * Source: H. Markowitz, The optimization of a quadratic function subject to linear constraints (1956); R. C. Merton,
 * Lifetime portfolio selection under uncertainty (1969).
 *
 * @example
 * ```ts
 * import { problemOnGlidePath } from 'aptfolio/allocation';
 * import { compileAssumptions } from 'aptfolio/market';
 *
 * const assumptions = compileAssumptions({
 *   asOf: '2026-03-02', assetClasses: ['CASH', 'EQUITY'],
 *   expectedReturn: [0.01, 0.05], volatility: [0, 0.2], correlation: [[1, 0], [0, 1]],
 * });
 * const stance = { lambda: 2, equityMax: 0.6 };
 * const policy = {
 *   lower: {}, upper: {}, equityClasses: ['EQUITY'],
 *   levels: { C1: stance, C2: stance, C3: stance, C4: stance, C5: stance },
 *   glidePaths: [{
 *     id: 'retirement', knots: [{ yearsToGoal: 10, ...stance }, { yearsToGoal: 0, lambda: 6, equityMax: 0.2 }],
 *   }],
 * };
 * const place = { glidePath: 'retirement', level: 'C3', yearsToGoal: 5 } as const;
 * const { objective, groups } = problemOnGlidePath(assumptions, policy, place);
 * objective; // => { kind: 'utility', riskAversion: 3 }
 * groups; // => [{ id: 'equity', members: ['EQUITY'], max: 0.4 }]
 * ```
 */
export function problemOnGlidePath(
  assumptions: CompiledAssumptions,
  policy: AllocationPolicy,
  place: GlidePathPlace,
): AllocationProblem {
  checkObject(place, 'place');
  const read = readPolicyAt(assumptions, policy, place.level, 'place.level');
  const path = readGlidePath(policy, place.glidePath, 'place.glidePath');
  const years = checkRange(place.yearsToGoal, 'place.yearsToGoal', { min: 0, max: LONGEST });
  return problemAt(read, moreCareful(stanceAt(path.knots, years), read.stance));
}
