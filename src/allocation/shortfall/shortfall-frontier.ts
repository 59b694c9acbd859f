import { checkInteger } from '../../errors/index.js';
import { solveLp } from '../../numerics/index.js';
import type { InfeasibleAllocation, UncertifiedAllocation } from '../allocate.js';
import type { Rule } from '../compile/rules.js';
import { named } from '../solve/portfolio.js';
import {
  checkConfidence,
  returnOf,
  type ShortfallOptions,
  withoutPortfolio,
} from './minimise-expected-shortfall.js';
import {
  type CompiledShortfall,
  compileShortfall,
  type ShortfallProblem,
} from './shortfall-problem.js';
import { type SolvedTail, solveTail } from './solve-tail.js';
import type { ShortfallCertificate } from './tail-proof.js';
import { widenRules } from './widen-rules.js';

/** A portfolio than which none with its expected return has a smaller expected shortfall. */
export interface ShortfallPoint {
  readonly expectedReturn: number;
  readonly expectedShortfall: number;
  readonly valueAtRisk: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly certificate: ShortfallCertificate;
}

/** Portfolios in ascending order of return, or why there are none. */
export type ShortfallFrontier =
  | { readonly status: 'points'; readonly points: readonly ShortfallPoint[] }
  | InfeasibleAllocation
  | UncertifiedAllocation;

/** How finely the frontier is drawn. */
export interface ShortfallFrontierOptions extends ShortfallOptions {
  /** Number of points, both ends included; 2 to 1,000. */
  readonly count: number;
}

/** Returns closer than this, relative to the largest return, are one point. */
const ONE_POINT = 1e-12;

/**
 * Portfolios of least expected shortfall, evenly spaced in expected return from the least shortfall of all to the highest return.
 *
 * The problem's rules hold at every point. Of several portfolios of least shortfall the first point is the one of highest return. Where
 * that is the highest return of all there is one point. Every point is proved by itself. Returns `infeasible` or
 * `no-convergence` as `minimiseExpectedShortfall` does, and throws as it does.
 *
 * @example
 * ```ts
 * import { shortfallFrontier } from 'aptfolio/allocation';
 *
 * const frontier = shortfallFrontier(
 *   {
 *     assets: ['BOND', 'EQUITY'],
 *     scenarios: [[0.02, -0.1], [-0.02, 0.06], [0.01, 0.08], [0.01, 0.04]],
 *   },
 *   { count: 3, confidence: 0.75 },
 * );
 * frontier.points.map(({ expectedReturn }) => expectedReturn); // => [0.008, 0.014, 0.02]
 * frontier.points.map(({ expectedShortfall }) => expectedShortfall); // => [0.004, 0.052, 0.1]
 * ```
 */
export function shortfallFrontier(
  problem: ShortfallProblem,
  options: ShortfallFrontierOptions,
): ShortfallFrontier {
  const confidence = checkConfidence(options);
  const count = checkInteger(options.count, 'options.count', { min: 2, max: 1000 });
  const compiled = compileShortfall(problem, confidence);
  const lowest = solveTail(compiled);
  if (lowest === undefined) return withoutPortfolio(compiled);
  const highest = highestReturn(compiled);
  if (highest === undefined) return withoutPortfolio(compiled);
  const aimed = compileShortfall({ ...problem, minExpectedReturn: highest }, confidence);
  const ends = endsOf(compiled, aimed, lowest, highest);
  if (ends === undefined) return withoutPortfolio(compiled);
  const from = returnOf(compiled, ends.first.proof);
  const range = highest - from;
  if (range <= ONE_POINT * Math.max(Math.abs(highest), Math.abs(from))) {
    return points([pointOf(compiled, ends.last)]);
  }
  const found = [pointOf(aimed, ends.last)];
  let basis = ends.last.optimum.basis;
  for (let k = count - 2; k > 0; k--) {
    const point = solveTail(withTarget(aimed, from + (range * k) / (count - 1)), basis);
    if (point === undefined) return withoutPortfolio(compiled);
    basis = point.optimum.basis;
    found.push(pointOf(aimed, point));
  }
  return points([...found, pointOf(aimed, ends.first)].reverse());
}

/** The highest expected return that the rules allow. */
function highestReturn(problem: CompiledShortfall): number | undefined {
  for (const { frame } of [problem, widenRules(problem)]) {
    const { slope, rows, lower, upper } = frame.program;
    const best = solveLp({ cost: slope.map((own) => -own + 0), rows, lower, upper });
    if (best.status === 'optimal') return frame.returnOfBase - best.objective + 0;
  }
  return undefined;
}

/** Expected shortfalls this close, per unit of a typical return, are the same. */
const SAME_SHORTFALL = 1e-13;

/** Far more tangents than any frontier needs. */
const MOST_TANGENTS = 1000;

/**
 * Both ends: the least shortfall at the highest return, and the highest return at the least shortfall.
 *
 * The least shortfall is a convex function of the return, straight between corners. From its high end, tangents lead down to the
 * return at which it is as small as it can be; each meets that level no sooner than the function does.
 */
function endsOf(
  compiled: CompiledShortfall,
  aimed: CompiledShortfall,
  lowest: SolvedTail,
  highest: number,
): { readonly first: SolvedTail; readonly last: SolvedTail } | undefined {
  const last = solveTail(aimed);
  if (last === undefined) return undefined;
  const known = returnOf(compiled, lowest.proof);
  const nearby = known + ONE_POINT * Math.max(Math.abs(known), Math.abs(highest));
  let first: SolvedTail = last;
  let target = highest;
  for (let k = 0; k < MOST_TANGENTS; k++) {
    const excess = first.proof.expectedShortfall - lowest.proof.expectedShortfall;
    if (excess <= SAME_SHORTFALL * first.proof.unit) return { first, last };
    const next = target - excess / slopeOf(aimed, first);
    // Written so that a slope of 0, which only rounding leaves, leads to the portfolio that is known.
    if (!(next > nearby)) return { first: lowest, last };
    if (next >= target) return { first, last };
    target = next;
    const nearer = solveTail(withTarget(aimed, target), first.optimum.basis);
    if (nearer === undefined) return undefined;
    first = nearer;
  }
  return undefined;
}

/** By how much the least shortfall rises per unit of the target. */
function slopeOf(aimed: CompiledShortfall, { proof }: SolvedTail): number {
  const { place, unit } = targetOf(aimed);
  return proof.rowPrices[place.index]! / unit;
}

function targetOf({ frame }: CompiledShortfall): Rule {
  return frame.rules.find(({ kind }) => kind === 'target-return')!;
}

/** The same problem with another least return. */
function withTarget(aimed: CompiledShortfall, target: number): CompiledShortfall {
  const { frame } = aimed;
  const { place, unit } = targetOf(aimed);
  const { rows } = frame.program;
  const lower = rows.lower.slice();
  lower[place.index] = (target - frame.returnOfBase) / unit;
  const program = { ...frame.program, rows: { ...rows, lower } };
  return { ...aimed, frame: { ...frame, program } };
}

function pointOf(compiled: CompiledShortfall, { proof }: SolvedTail): ShortfallPoint {
  const { expectedShortfall, valueAtRisk, certificate, weights } = proof;
  return Object.freeze({
    expectedReturn: returnOf(compiled, proof),
    expectedShortfall: expectedShortfall + 0,
    valueAtRisk: valueAtRisk + 0,
    weights: named(compiled.frame.assets, weights),
    certificate,
  });
}

function points(found: readonly ShortfallPoint[]): ShortfallFrontier {
  return Object.freeze({ status: 'points', points: Object.freeze([...found]) });
}
