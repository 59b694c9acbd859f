import { projectOnBoundedSimplex } from '../../numerics/index.js';
import type { DriftLine } from '../drift/drift.js';
import { type NearestProblem, nearest, stay } from './nearest.js';
import type { Occasion } from './situation.js';
import { sumOfWeights } from './weights-of.js';

/**
 * As `nearest`, by what the policy measures: the tracking variance of asset classes, or where products are measured the squared
 * distance of their weights from the reference, as if each were a class of its own.
 */
export function nearestMeasured(
  { inside }: Pick<Occasion, 'inside'>,
  problem: NearestProblem,
): Float64Array | undefined {
  if (inside.policy.measure === 'classes') return nearest(problem);
  if (problem.limits === undefined) return nearestWeights(problem);
  const size = problem.holdings.length;
  const holdings = problem.holdings.map((_, place) => {
    const own = new Float64Array(size);
    own[place] = 1;
    return { item: { exposures: own, pull: own } };
  });
  return nearest({ ...problem, holdings, wanted: problem.reference });
}

function nearestWeights({ reference, low, high, sum, now }: NearestProblem): Float64Array {
  const weights = projectOnBoundedSimplex(reference, low, high, sum);
  for (let i = 0; i < weights.length; i++) weights[i] = stay(weights[i]!, now[i]!);
  return weights;
}

/**
 * Where products are measured and only what has left its band is to move, others stand in for what cannot be traded within their own bands,
 * as long as the money fits in there.
 */
export function keepInBands(occasion: Occasion, problem: NearestProblem): NearestProblem {
  const { inside, now, money, account } = occasion;
  const { measure, way } = inside.policy;
  if (measure === 'classes' || way.scope.kind === 'whole') return problem;
  const lines = new Map<string, DriftLine>(now.drift.lines.map((line) => [line.id, line]));
  const unit = 1 / Number(money.investable);
  const low = Float64Array.from(problem.low);
  const high = Float64Array.from(problem.high);
  account.holdings.forEach(({ id }, i) => {
    const line = lines.get(id);
    if (line === undefined || line.triggered) return;
    const weight = now.products[i]!;
    // A unit further in, so that rounding leaves it there.
    high[i] = Math.max(low[i]!, Math.min(high[i]!, Math.max(weight, line.above - unit)));
    low[i] = Math.min(high[i]!, Math.max(low[i]!, Math.min(weight, line.below + unit)));
  });
  const fits = sumOfWeights(low) <= problem.sum && problem.sum <= sumOfWeights(high);
  return fits ? { ...problem, low, high } : problem;
}
