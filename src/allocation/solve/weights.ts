import type { CompiledProblem } from '../compile/compile-problem.js';

/** A variable nearer to a bound than this part of the largest of variables and bounds is on it. */
const ON_BOUND = 4 * Number.EPSILON;

/** Weights by asset. A weight at a bound is exactly the bound, and one within rounding of it is put there. */
export function weightsOf(problem: CompiledProblem, variables: Float64Array): Float64Array {
  const { holdings, rules } = problem;
  const { asset, sign, base, split, count } = holdings;
  const x = snapped(problem, variables);
  if (!split) return x;
  const weights = base.slice();
  for (let i = 0; i < count; i++) weights[asset[i]!]! += sign[i]! * x[i]!;
  const reach = reachOf(weights);
  for (let a = 0; a < weights.length; a++) {
    // What is not traded stays exactly what it is, and what is sold out is exactly 0.
    if (Math.abs(weights[a]! - base[a]!) <= reach) weights[a] = base[a]!;
    else if (Math.abs(weights[a]!) <= reach) weights[a] = 0;
  }
  for (const { place, bound } of rules) {
    if (place.of !== 'variable') continue;
    // Where nothing tells two stretches apart the outer one may be full before the inner one is.
    const a = asset[place.index]!;
    if (Math.abs(weights[a]! - bound) <= reach) weights[a] = bound;
  }
  return weights;
}

function snapped({ program }: CompiledProblem, variables: Float64Array): Float64Array {
  const { lower, upper } = program;
  const reach = Math.max(reachOf(variables), reachOf(lower), reachOf(upper));
  return variables.map((value, i) => {
    if (value <= lower[i]! + reach) return lower[i]!;
    return value >= upper[i]! - reach ? upper[i]! : value;
  });
}

function reachOf(values: Float64Array): number {
  let reach = 0;
  for (const value of values) reach = Math.max(reach, ON_BOUND * Math.abs(value));
  return reach;
}

/** The variables of given weights: each stretch is filled from the base outwards. */
export function variablesOf({ holdings }: CompiledProblem, weights: Float64Array): Float64Array {
  const { asset, sign, base, split, count, isWhole, upper } = holdings;
  if (!split) return weights;
  const rest = weights.map((weight, a) => weight - base[a]!);
  const x = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const a = asset[i]!;
    if (isWhole[i] === 1) x[i] = weights[a]!;
    else {
      const reach = Math.max(0, sign[i]! * rest[a]!);
      x[i] = Math.min(reach, isLast(holdings, i) ? Number.POSITIVE_INFINITY : upper[i]!);
      rest[a]! -= sign[i]! * x[i]!;
    }
  }
  return x;
}

/** Whether no further stretch of the same asset leads on in the same direction. */
function isLast({ asset, sign, count }: CompiledProblem['holdings'], i: number): boolean {
  return i + 1 === count || asset[i + 1] !== asset[i] || sign[i + 1] !== sign[i];
}
