import { solveQp } from '../numerics/index.js';
import { independentEquations, isSettled } from './equations.js';

/** Equations and bounds on a list of variables. */
export interface LinearProgram {
  readonly rows: readonly Float64Array[];
  readonly values: readonly number[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Multipliers above this prove that a variable stays at its bound in every optimum. */
const HELD = 1e-9;

/**
 * The point of least cost; among several the one with the largest first variable, then the largest
 * second, and so on. Nothing when the equations cannot hold within the bounds.
 *
 * All optima of a linear program agree with any optimal multipliers, so after each step the variables
 * with a multiplier stay at their bound for good and the rest decide the next step.
 */
export function solveInOrder(
  program: LinearProgram,
  costs: Float64Array,
): Float64Array | undefined {
  const lower = program.lower.slice();
  const upper = program.upper.slice();
  const scale = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0) || 1;
  let best = step(
    program,
    lower,
    upper,
    costs.map((cost) => cost / scale),
  );
  for (
    let i = 0;
    best !== undefined && i < costs.length && !isSettled(program.rows, lower, upper);
    i++
  ) {
    if (lower[i] === upper[i]) continue;
    const preferFirst = new Float64Array(costs.length);
    preferFirst[i] = -1;
    best = step(program, lower, upper, preferFirst) ?? best;
  }
  return best;
}

/** Solves one step and narrows the bounds to where all its optima lie. */
function step(
  { rows, values }: LinearProgram,
  lower: Float64Array,
  upper: Float64Array,
  costs: Float64Array,
): Float64Array | undefined {
  const count = costs.length;
  const equations = independentEquations(rows, values);
  if (equations === undefined) return undefined;
  const matrix = new Float64Array(equations.length * count);
  equations.forEach(({ row }, r) => {
    matrix.set(row, r * count);
  });
  const answer = solveQp({
    hessian: new Float64Array(count * count),
    linear: costs,
    equalities: { matrix, rhs: Float64Array.from(equations, ({ value }) => value) },
    lower,
    upper,
  });
  if (answer.status !== 'optimal') return undefined;
  for (let i = 0; i < count; i++) {
    if (answer.multipliers.lower[i]! > HELD) upper[i] = lower[i]!;
    else if (answer.multipliers.upper[i]! > HELD) lower[i] = upper[i]!;
  }
  return answer.x;
}
