import { inner } from '../../numerics/index.js';
import { EQUAL_OBJECTIVE, isBetter } from './better.js';
import { OUT } from './choices.js';
import { areFull } from './full-sets.js';
import { boundUnder, canKeepEach, shareLimitsOf } from './limited-sets.js';
import type { SearchProblem } from './node.js';
import { type Points, type SetBelow, type SetSizes, setsBelow } from './sets-below.js';
import { type Candidate, fitOfHolding, leastOfHolding, type Swaps } from './swap-work.js';

/** What came of looking at all sets of products. */
export interface AllTried {
  /** Nothing where no set was found to keep all rules. */
  readonly best: Candidate | undefined;
  /** No shares have an objective below this. */
  readonly bound: number;
  /** Whether nothing comes before the best, whatever decides. */
  readonly isProved: boolean;
}

/** So many sets are looked at in some fifteen milliseconds: pairs of a thousand products, triples of 150, or sets of four of 60. */
const MOST_SETS = 600_000;

/** So many full sets take the time of one that is not. */
const QUICKER = 8;

/** Of so many of them the least objective under all rules is worked out, and so many are fitted. */
const MOST_LEASTS = 1_000;
const MOST_FITS = 250;

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
export function tryAll(swaps: Swaps, start: Candidate | undefined): AllTried | undefined {
  const { states } = swaps;
  const held = [...states.keys()].filter((i) => states[i]! & ~OUT);
  const sure = held.filter((i) => !(states[i]! & OUT));
  const open = [...sure, ...held.filter((i) => states[i]! & OUT)];
  const points = pointsOf(swaps, open);
  const size = points && sizesOf(swaps.problem, points, sure.length);
  if (points === undefined || size === undefined) return undefined;
  const { cost } = swaps.problem.program;
  const fixed = cost?.fixed ?? 0;
  const scale = points.apart.reduce((most, one) => Math.max(most, inner(one, one)), 0);
  const noise = EQUAL_OBJECTIVE + NOISE * scale;
  const limit = start === undefined ? MOST : start.fit.objective - fixed + noise;
  const limits = shareLimitsOf(swaps.problem.program, swaps.places, open);
  const sets = setsBelow(points, size, limit)
    .map((set) => ({ ...set, bound: boundUnder(points, limits, set) }))
    .filter(({ bound }) => bound <= limit)
    .map(({ members, bound }) => ({ members, bound: fixed + bound }))
    .sort((a, b) => a.bound - b.bound);
  const canKeep = (members: readonly number[]): boolean => canKeepEach(points, limits, members);
  return fitSets(swaps, start, { sets, open, canKeep, noise });
}

/** An objective above that of any shares. */
const MOST = Number.MAX_VALUE;

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
  start: Candidate | undefined,
  { sets, open, canKeep, noise }: SetsToFit,
): AllTried {
  let best = start;
  let bound = Number.POSITIVE_INFINITY;
  let [leasts, fits] = [0, 0];
  const canBeBest = (objective: number): boolean =>
    best === undefined || objective <= best.fit.objective + noise;
  for (const set of sets) {
    if (!canBeBest(set.bound)) break;
    if (!canKeep(set.members)) continue;
    if (leasts === MOST_LEASTS || fits === MOST_FITS) {
      bound = Math.min(bound, set.bound - noise);
      break;
    }
    leasts++;
    const held = new Set(set.members.map((k) => open[k]!));
    const least = leastOfHolding(swaps, held);
    if (least === Number.POSITIVE_INFINITY || !canBeBest(least)) continue;
    fits++;
    const candidate = fitOfHolding(swaps, held);
    if (candidate === 'infeasible') continue;
    if (candidate === 'open') bound = Math.min(bound, set.bound - noise);
    else if (best === undefined || isBetter(swaps.problem.program, candidate.fit, best.fit)) {
      best = candidate;
    }
  }
  const isProved = bound === Number.POSITIVE_INFINITY;
  return { best, bound: Math.min(best?.fit.objective ?? bound, bound), isProved };
}

/** Products as points; nothing where the aim may move, or sums are charged once. */
function pointsOf(
  { problem, places, loadings }: Swaps,
  open: readonly number[],
): Points | undefined {
  const { program, choices } = problem;
  const { directions, cost, once, products } = program;
  const isMoving = directions.some(({ row }) =>
    row.slice(places[products]).some((one) => one !== 0),
  );
  if (isMoving || once !== undefined) return undefined;
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
    least: Float64Array.from(open, (i) => {
      const { held, locked, leastBought = 0 } = choices[i]!;
      return held > 0 ? locked : leastBought;
    }),
    most: Float64Array.from(open, (i) => choices[i]!.most),
  };
}

/** How few and how many products a set may have; nothing where there are too many sets, or where their planes fill all of the room. */
function sizesOf(
  { minProducts, maxProducts, program }: SearchProblem,
  points: Points,
  sure: number,
): SetSizes | undefined {
  const { least, costs } = points;
  const fewest = least.reduce((all, one) => Math.min(all, one), 1);
  const byLeast = fewest > 0 ? Math.floor(1 / fewest + 1e-9) : Number.POSITIVE_INFINITY;
  const max = Math.min(maxProducts, byLeast, costs.length);
  if (max > program.directions.length || max < sure) return undefined;
  const others = costs.length - sure;
  let [sets, all] = [1, 1];
  for (let more = 1; more <= max - sure; more++) {
    sets *= (others - more + 1) / more;
    const isQuick = sure === 0 && more === max && max >= 3 && areFull(points, max);
    all += isQuick ? sets / QUICKER : sets;
  }
  return all <= MOST_SETS ? { min: minProducts, max, sure } : undefined;
}
