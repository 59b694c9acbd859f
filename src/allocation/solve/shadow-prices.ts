import { largestAt, solveQp } from '../numerics/index.js';
import type { CompiledProblem } from './compile-problem.js';
import { normalOf, type Rule } from './rules.js';

/** What loosening a binding rule is worth. */
export interface ShadowPrice {
  /** Gain of the objective per unit by which this rule alone is loosened, at least 0. */
  readonly price: number;
  /** False where several multipliers prove the same optimum: tightening then costs more than loosening gains. */
  readonly unique: boolean;
}

/** Multipliers this close, relative to the problem's scale, count as equal. */
const SAME = 1e-9;

/**
 * The shadow prices of the binding rules, well defined even where multipliers are not.
 *
 * The multipliers that prove an optimum form a polyhedron; the gain from loosening rule r is the least
 * value of r's multiplier in it, the loss from tightening it the largest. When the binding rules are
 * linearly independent the polyhedron is a point and nothing has to be worked out.
 *
 * Source: M. Akgül, A note on shadow prices in linear programming, Journal of the Operational Research
 * Society 35 (1984): two-sided prices as the least and the largest dual value.
 */
export function shadowPrices(
  problem: CompiledProblem,
  binding: readonly Rule[],
  prices: readonly number[],
  scale: number,
): readonly ShadowPrice[] {
  const directions = dependencies([...binding, problem.budget], problem.assets.length);
  return prices.map((price, r) => {
    if (directions.every((direction) => direction[r] === 0)) {
      return { price: settled(price, scale), unique: true };
    }
    const least = extreme(prices, directions, r, 1, scale);
    const most = extreme(prices, directions, r, -1, scale);
    const unique = most !== undefined && least !== undefined && most - least <= SAME * scale;
    return { price: settled(least ?? price, scale), unique };
  });
}

/** A price within rounding of 0 is 0: the rule costs nothing, and no reason is given for it. */
function settled(price: number, scale: number): number {
  return price <= SAME * scale ? 0 : price;
}

/**
 * The least (sign 1) or largest (sign −1) multiplier of rule r over all that prove the optimum, or
 * nothing when there is no such bound.
 */
function extreme(
  prices: readonly number[],
  directions: readonly Float64Array[],
  r: number,
  sign: 1 | -1,
  scale: number,
): number | undefined {
  const count = directions.length;
  const matrix = new Float64Array(prices.length * count);
  prices.forEach((_, row) => {
    directions.forEach((direction, d) => {
      matrix[row * count + d] = -direction[row]!;
    });
  });
  const answer = solveQp({
    hessian: new Float64Array(count * count),
    linear: Float64Array.from(directions, (direction) => sign * direction[r]!),
    inequalities: { matrix, rhs: Float64Array.from(prices, (price) => price / scale) },
  });
  if (answer.status !== 'optimal') return undefined;
  let moved = prices[r]! / scale;
  directions.forEach((direction, d) => {
    moved += direction[r]! * answer.x[d]!;
  });
  return Math.max(0, moved * scale);
}

/** Coefficients below this are rounding, as rules are made of ones and of returns scaled to one. */
const NOTHING = 1e-11;

/**
 * A basis of all combinations of rules that cancel out, one list of coefficients per combination; the
 * last rule (the budget) is an equality, so its own coefficient is left out of the lists.
 */
function dependencies(rules: readonly Rule[], size: number): readonly Float64Array[] {
  const reduced = rules.map((rule, r) => ({
    normal: normalOf(rule, size),
    combination: unit(rules.length, r),
  }));
  const basis: Float64Array[] = [];
  const pivots: {
    readonly normal: Float64Array;
    readonly combination: Float64Array;
    readonly at: number;
  }[] = [];
  for (const { normal, combination } of reduced) {
    for (const pivot of pivots) {
      const factor = normal[pivot.at]! / pivot.normal[pivot.at]!;
      if (factor === 0) continue;
      for (let i = 0; i < size; i++) normal[i]! -= factor * pivot.normal[i]!;
      for (let i = 0; i < rules.length; i++) combination[i]! -= factor * pivot.combination[i]!;
      normal[pivot.at] = 0;
    }
    const at = largestAt(normal);
    if (Math.abs(normal[at]!) > NOTHING) pivots.push({ normal, combination, at });
    else basis.push(combination.map((value) => (Math.abs(value) > NOTHING ? value : 0)));
  }
  return basis.map((combination) => combination.subarray(0, rules.length - 1));
}

function unit(length: number, at: number): Float64Array {
  const vector = new Float64Array(length);
  vector[at] = 1;
  return vector;
}
