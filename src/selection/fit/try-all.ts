import { inner } from '../../numerics/index.js';
import { EQUAL_OBJECTIVE, isBetter } from './better.js';
import { OUT } from './choices.js';
import { boundUnder, canKeepEach, shareLimitsOf } from './limited-sets.js';
import type { SearchProblem } from './node.js';
import { type Points, type SetBelow, setsBelow } from './sets-below.js';
import { type Candidate, fitOfHolding, leastOfHolding, type Swaps } from './swap-work.js';

/** What came of looking at all sets of products. */
export interface AllTried {
  readonly best: Candidate;
  /** No shares have an objective below this. */
  readonly bound: number;
  /** Whether nothing comes before the best, whatever decides. */
  readonly isProved: boolean;
}

/** So many sets are looked at in some fifteen milliseconds: pairs of a thousand products, triples of 150, or sets of four of 60. */
const MOST_SETS = 600_000;

/** So many of them are fitted. */
const MOST_FITS = 100;

/** Digits of a square of a distance behind this part of the largest are noise. */
const NOISE = 1e-13;

/**
 * Looks at all sets of products where only few may be held, so that there are not too many. Those that cannot be as good as the best so far
 * are told by the plane through their products, without a fit; the others are fitted, the most promising first.
 *
 * All products together often match the aim, so a search that leaves the choice open has no bound above 0; each few by themselves do.
 *
 * @returns nothing where there are too many sets, or where another figure than the distance from one aim counts.
 */
export function tryAll(swaps: Swaps, start: Candidate): AllTried | undefined {
  const open = [...swaps.states.keys()].filter((i) => swaps.states[i]! & ~OUT);
  const points = pointsOf(swaps, open);
  const size = points && sizesOf(swaps.problem, points);
  if (points === undefined || size === undefined) return undefined;
  const { cost } = swaps.problem.program;
  const fixed = cost?.fixed ?? 0;
  const scale = points.apart.reduce((most, one) => Math.max(most, inner(one, one)), 0);
  const noise = EQUAL_OBJECTIVE + NOISE * scale;
  const limit = start.fit.objective - fixed + noise;
  const limits = shareLimitsOf(swaps.problem.program, swaps.places, open);
  const sets = setsBelow(points, size, limit)
    .map((set) => ({ ...set, bound: boundUnder(points, limits, set) }))
    .filter(({ bound }) => bound <= limit)
    .map(({ members, bound }) => ({ members, bound: fixed + bound }))
    .sort((a, b) => a.bound - b.bound);
  const canKeep = (members: readonly number[]): boolean => canKeepEach(points, limits, members);
  return fitSets(swaps, start, { sets, open, canKeep, noise });
}

/** Sets by their places among what is open, the most promising first. */
interface SetsToFit {
  readonly sets: readonly SetBelow[];
  readonly open: readonly number[];
  /** Whether a set can keep each limit at all. */
  readonly canKeep: (members: readonly number[]) => boolean;
  readonly noise: number;
}

/** Fits the sets, the most promising first, until no other can be as good as the best. */
function fitSets(
  swaps: Swaps,
  start: Candidate,
  { sets, open, canKeep, noise }: SetsToFit,
): AllTried {
  let best = start;
  let bound = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const set of sets) {
    if (set.bound > best.fit.objective + noise) break;
    if (!canKeep(set.members)) continue;
    if (count === MOST_FITS) {
      bound = Math.min(bound, set.bound - noise);
      break;
    }
    count++;
    const held = new Set(set.members.map((k) => open[k]!));
    const least = leastOfHolding(swaps, held);
    if (least !== undefined && least > best.fit.objective + noise) continue;
    const candidate = fitOfHolding(swaps, held);
    if (candidate === 'infeasible') continue;
    if (candidate === 'open') bound = Math.min(bound, set.bound - noise);
    else if (isBetter(swaps.problem.program, candidate.fit, best.fit)) best = candidate;
  }
  const isProved = bound === Number.POSITIVE_INFINITY;
  return { best, bound: Math.min(best.fit.objective, bound), isProved };
}

/** Products as points; nothing where the aim may move, something must be held, or sums are charged once. */
function pointsOf(
  { problem, states, places, loadings }: Swaps,
  open: readonly number[],
): Points | undefined {
  const { program, choices } = problem;
  const { directions, cost, once, products } = program;
  const isMoving = directions.some(({ row }) =>
    row.slice(places[products]).some((one) => one !== 0),
  );
  if (isMoving || once !== undefined || states.some((allowed) => !(allowed & OUT)))
    return undefined;
  const size = directions.length;
  const apart = open.map((i) =>
    Float64Array.from(directions, ({ variance, aim }, d) => {
      return loadings.values[places[i]! * size + d]! - Math.sqrt(variance) * aim;
    }),
  );
  const costOf = (i: number): number => {
    if (cost === undefined) return 0;
    return Math.min(...cost.byColumn.slice(places[i]!, places[i + 1]!));
  };
  return {
    apart,
    costs: Float64Array.from(open, costOf),
    least: Float64Array.from(open, (i) =>
      choices[i]!.held > 0 ? 0 : (choices[i]!.leastBought ?? 0),
    ),
    most: Float64Array.from(open, (i) => choices[i]!.most),
  };
}

/** How few and how many products a set may have; nothing where there are too many sets, or where their planes fill all of the room. */
function sizesOf(
  { minProducts, maxProducts, program }: SearchProblem,
  { least, costs }: Points,
): { readonly min: number; readonly max: number } | undefined {
  const fewest = least.reduce((all, one) => Math.min(all, one), 1);
  const byLeast = fewest > 0 ? Math.floor(1 / fewest + 1e-9) : Number.POSITIVE_INFINITY;
  const max = Math.min(maxProducts, byLeast, costs.length);
  if (max > program.directions.length) return undefined;
  let [sets, all] = [1, 0];
  for (let size = 1; size <= max; size++) {
    sets *= (costs.length - size + 1) / size;
    all += sets;
  }
  return all <= MOST_SETS ? { min: minProducts, max } : undefined;
}
