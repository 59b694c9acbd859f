import { nearestMeasured } from './nearest-measured.js';
import type { Occasion } from './situation.js';
import { distanceOf, itemsOf } from './trade-sets.js';
import { sumOfWeights } from './weights-of.js';
import type { Space } from './with-money.js';

/** Weights that trades of some places lead to. */
export interface Found {
  readonly weights: Float64Array;
  readonly places: readonly number[];
  readonly distance: number;
}

/** The nearest weights that trades of all of some places lead to; nothing where none bring everything inside. */
export type Seek = (places: readonly number[]) => Found | undefined;

/** After so many programs for one set the best that was found must do. */
const MOST_PROGRAMS = 500;

/** Bounds of weights, with the places that are sure to be traded by as much as can be. */
interface Branch {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly settled: readonly number[];
}

/**
 * Trades are made from their minimum on or not at all, and sales leave nothing or a minimum holding: where one comes out between, it is brought into one of the
 * ranges that are possible, which branch and bound decides.
 *
 * Source: A. H. Land and A. G. Doig, Econometrica 28 (1960) 497–520.
 */
export function makeSeeker(occasion: Occasion, space: Space): Seek {
  const { problem, now } = space;
  const { isPossible, ranges } = problem;
  const count = occasion.account.holdings.length;
  const solve = solverOf(occasion, space);
  const branchesAt = (place: number, { low, high, settled }: Branch): readonly Branch[] =>
    ranges(place).flatMap((range): readonly Branch[] => {
      const least = Math.max(low[place]!, range.low);
      const most = Math.min(high[place]!, range.high);
      if (least > most + LAST_DIGITS) return [];
      return [
        {
          low: replaced(low, place, Math.min(least, most)),
          high: replaced(high, place, most),
          settled: [...settled, place],
        },
      ];
    });
  return (places) => {
    const low = Float64Array.from(now);
    const high = Float64Array.from(now);
    for (const i of [...places, ...space.money]) {
      low[i] = problem.low[i]!;
      high[i] = problem.high[i]!;
    }
    const open: Branch[] = [{ low, high, settled: [] }];
    let best: Found | undefined;
    for (let tries = 0; open.length > 0 && tries < MOST_PROGRAMS; tries++) {
      const branch = open.pop()!;
      const weights = solve(branch);
      if (weights === undefined) continue;
      const distance = distanceOf(weights, problem, occasion);
      if (best !== undefined && distance >= best.distance) continue;
      const small = places.find((i) => {
        const change = weights[i]! - now[i]!;
        return change === 0 || !isPossible(i, change);
      });
      if (small === undefined) best = { weights: weights.slice(0, count), places, distance };
      else if (!branch.settled.includes(small)) open.push(...branchesAt(small, branch));
    }
    return best;
  };
}

const LAST_DIGITS = 1e-12;

function replaced(weights: Float64Array, place: number, weight: number): Float64Array {
  const changed = Float64Array.from(weights);
  changed[place] = weight;
  return changed;
}

/** The weights within bounds that keep all bands and come nearest. */
function solverOf(
  occasion: Occasion,
  { problem: { wanted, reference }, now, limits, sum }: Space,
): (branch: Branch) => Float64Array | undefined {
  const holdings = itemsOf(occasion, now.length).map((item) => ({ item }));
  return ({ low, high }) => {
    if (sum < sumOfWeights(low) - LAST_DIGITS || sum > sumOfWeights(high) + LAST_DIGITS)
      return undefined;
    return nearestMeasured(occasion, { holdings, low, high, sum, wanted, reference, now, limits });
  };
}
