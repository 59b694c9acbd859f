import { leastDistance } from './least-distance.js';
import { gradientAt, lineMinimum } from './objective.js';
import type { StandardForm } from './standard-form.js';
import { inner, largestSize } from './vectors.js';

/** A feasible point and independent conditions that hold there with equality. */
export interface Position {
  readonly x: Float64Array;
  readonly working: readonly number[];
}

/** A position with the gradient there. */
interface Sloped extends Position {
  readonly gradient: Float64Array;
}

const MOST_STEPS = 12;

/** How far a step without curvature goes, in sizes of the point. */
const FAR = 16;

/**
 * Goes down by projected gradients while that changes which conditions hold: each projection brings many to
 * bear at once, where the exact method that follows takes them one by one.
 *
 * Source: J. J. Moré and G. Toraldo, On the solution of large quadratic programming problems with bound
 * constraints, SIAM Journal on Optimization 1 (1991), for the two phases.
 */
export function approach(standard: StandardForm, start: Position): Position {
  let position: Sloped = { ...start, gradient: gradientAt(standard, start.x) };
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = projectedStep(standard, position);
    if (next === undefined) return position;
    const settled = sameConditions(next.working, position.working);
    position = next;
    if (settled) return position;
  }
  return position;
}

/** The projection of the gradient step; nothing if it does not lower the objective. */
function projectedStep(standard: StandardForm, { x, gradient }: Sloped): Sloped | undefined {
  const steepness = largestSize(gradient);
  if (steepness === 0) return undefined;
  const down = gradient.map((slope) => -slope);
  const farthest = (FAR * Math.max(1, largestSize(x))) / steepness;
  const length = Math.min(lineMinimum(standard, down, gradient), farthest);
  const goal = x.map((value, i) => value + length * down[i]!);
  const reached = leastDistance(standard.conditions, goal);
  if (reached.status !== 'found') return undefined;
  const move = reached.x.map((value, i) => value - x[i]!);
  const slopeThere = gradientAt(standard, reached.x);
  // The objective's change, without the cancellation of two values.
  const change = (inner(move, gradient) + inner(move, slopeThere)) / 2;
  if (!(change < 0)) return undefined;
  return { x: reached.x, working: reached.working, gradient: slopeThere };
}

function sameConditions(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
