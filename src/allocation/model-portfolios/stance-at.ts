import type { GlideKnot, Stance } from '../policy.js';

/**
 * The stance of a glide path, its knots from the longest to 0, with a number of years to go.
 *
 * Between two knots `equityMax` and the risk tolerance 1/λ are linear in the years. Weights that are best under given rules are
 * linear in 1/λ for as long as the same rules bind (one risky asset: w = (μ − r)/(λσ²)), so that portfolios go straight from knot
 * to knot and trade evenly. Beyond the longest knot its stance holds.
 *
 * Source: H. Markowitz, The optimization of a quadratic function subject to linear constraints (1956); R. C. Merton (1969).
 */
export function stanceAt(knots: readonly GlideKnot[], years: number): Stance {
  const next = knots.findIndex(({ yearsToGoal }) => yearsToGoal <= years);
  const near = knots[next]!;
  if (next === 0 || near.yearsToGoal === years) return stanceOf(near);
  const far = knots[next - 1]!;
  const share = (years - near.yearsToGoal) / (far.yearsToGoal - near.yearsToGoal);
  const lambda = near.lambda / (1 - share + share * (near.lambda / far.lambda));
  const equityMax = near.equityMax + share * (far.equityMax - near.equityMax);
  return {
    lambda: within(lambda, near.lambda, far.lambda),
    equityMax: within(equityMax, near.equityMax, far.equityMax),
  };
}

/** In each of its two numbers the more careful of two stances. */
export function moreCareful(one: Stance, other: Stance): Stance {
  return {
    lambda: Math.max(one.lambda, other.lambda),
    equityMax: Math.min(one.equityMax, other.equityMax),
  };
}

function stanceOf({ lambda, equityMax }: Stance): Stance {
  return { lambda, equityMax };
}

/** Rounding must not lead beyond the knots. */
function within(value: number, one: number, other: number): number {
  return Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));
}
