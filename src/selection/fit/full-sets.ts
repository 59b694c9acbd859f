import { inner } from '../../numerics/index.js';
import type { Points, SetBelow } from './sets-below.js';

/** Sums of weights may miss 1 by rounding, those that are fitted by less. */
const ROUNDING = 1e-9;
const FITTED = 1e-12;

/** Whether so many products are full at the least of each, whichever they are. */
export function areFull({ least }: Points, size: number): boolean {
  return size * leastOf(least) >= 1 - ROUNDING;
}

function leastOf(values: Float64Array): number {
  return values.reduce((all, one) => Math.min(all, one), Number.POSITIVE_INFINITY);
}

/**
 * Finds, for some products, all sets of two more whose shares may have an objective of no more than a limit, where that many are full:
 * the shares of each are its least, so that the objective is a sum over pairs and no plane is needed to know it.
 *
 * @returns a function of the products by their places, ascending; the two come after them.
 */
export function fullSets(
  points: Points,
  limit: number,
): (before: readonly number[]) => readonly SetBelow[] {
  const { apart, costs, least } = points;
  const count = costs.length;
  const held = apart.map((own, i) => own.map((one) => one * least[i]!));
  const products = Float64Array.from({ length: count * count }, (_, at) =>
    inner(held[Math.floor(at / count)]!, held[at % count]!),
  );
  const farthest = Math.sqrt(apart.reduce((most, own) => Math.max(most, inner(own, own)), 0));
  const dearest = costs.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const widest = limit + 3 * ROUNDING * (farthest * farthest + dearest);
  const own = new Float64Array(count);

  /** What they have together is at least 0, and may be less by what their sum misses 1 by. */
  const boundOf = (members: readonly number[]): number => {
    const sum = members.reduce((all, i) => all + least[i]!, 0);
    if (sum > 1 + ROUNDING) return Number.POSITIVE_INFINITY;
    const missed = Math.abs(1 - sum) + FITTED;
    const charged = members.reduce((all, i) => all + least[i]! * costs[i]!, 0);
    const square = members.reduce(
      (all, i) => members.reduce((part, j) => part + products[i * count + j]!, all),
      0,
    );
    const distance = Math.max(0, Math.sqrt(Math.max(0, square)) - missed * farthest);
    return distance * distance + charged - missed * dearest;
  };

  return (before) => {
    const found: SetBelow[] = [];
    const first = before[before.length - 1]! + 1;
    let shared = 0;
    for (const i of before) {
      shared += least[i]! * costs[i]!;
      for (const j of before) shared += products[i * count + j]!;
    }
    for (let j = first; j < count; j++) {
      own[j] = products[j * count + j]! + least[j]! * costs[j]!;
      for (const i of before) own[j]! += 2 * products[i * count + j]!;
    }
    for (let k = first; k < count; k++) {
      const left = widest - shared - own[k]!;
      for (let j = k + 1; j < count; j++) {
        if (own[j]! + 2 * products[k * count + j]! > left) continue;
        const members = [...before, k, j];
        const bound = boundOf(members);
        if (bound <= limit) found.push({ members, bound });
      }
    }
    return found;
  };
}
