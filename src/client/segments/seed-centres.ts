import type { Random } from '../../numerics/index.js';
import type { Points } from './lloyd.js';

/**
 * Draws k centres among the points (k × dimensions, row-major): the first with equal chances, each further one with
 * chances in proportion to the squared distance from the nearest centre so far (k-means++).
 *
 * There must be at least k different points.
 */
export function seedCentres(points: Points, k: number, random: Random): Float64Array {
  const { values, count, dimensions } = points;
  const centres = new Float64Array(k * dimensions);
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let chosen = Math.floor(random.uniform() * count);
  for (let c = 0; c < k; c++) {
    if (c > 0) chosen = draw(nearest, random.uniform());
    centres.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), c * dimensions);
    for (let i = 0; i < count; i++) {
      let squared = 0;
      for (let j = 0; j < dimensions; j++) {
        const step = values[i * dimensions + j]! - centres[c * dimensions + j]!;
        squared += step * step;
      }
      if (squared < nearest[i]!) nearest[i] = squared;
    }
  }
  return centres;
}

/** The first place at which the weights so far exceed a share of their sum; never one of weight 0. */
function draw(weights: Float64Array, share: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  const wanted = share * total;
  let reached = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    reached += weights[i]!;
    last = i;
    if (reached > wanted) return i;
  }
  return last;
}
