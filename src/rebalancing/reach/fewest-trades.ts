import type { LinearRows } from '../../numerics/index.js';
import type { Holding } from '../account/read-holdings.js';
import { insetLines } from '../destination/destination-of.js';
import { CASH, type DriftLine } from '../drift/drift.js';
import type { Inside } from '../policy/compiled-policy.js';
import { capLimits, wholeOf } from './caps.js';
import { type Found, makeSeeker, type Seek } from './seek-set.js';
import type { Occasion } from './situation.js';
import { type FewestProblem, makeLeastDistance, makeRefuter } from './trade-sets.js';
import { moneyToUse, type Space, withMoney } from './with-money.js';

/** Product weights that bring everything inside its bands with few trades. */
export interface FewestTrades {
  readonly weights: Float64Array;
  /** The places that are traded, ascending. */
  readonly places: readonly number[];
  /** Whether every smaller set was tried; else a set was built up one trade at a time. */
  readonly isSmallest: boolean;
}

/** So many candidates have 4,095 sets, of most of which a band rules out that they will do. */
const MOST_CANDIDATES = 12;

/**
 * Finds the smallest set of products whose trades bring every measured line inside its band, none where all are; of sets of one size the one that
 * comes nearest to the destination, and of equals the first by id. What is above its most weight is in every set. Free money within its band is used
 * only where that takes fewer trades. Up to 12 products no set is left out: each is tried, or ruled out by bands that it cannot keep or by a distance that
 * it cannot fall below. Beyond, the product whose trade helps most joins one at a time. `undefined` if no set does.
 */
export function fewestTrades(occasion: Occasion, problem: FewestProblem): FewestTrades | undefined {
  const bands = withCaps(bandRows(occasion), occasion, problem.low);
  const { low, high } = problem;
  const now = occasion.now.products;
  const spaces = moneyToUse(occasion).map((money) => withMoney(problem, now, bands, money));
  const seekers = spaces.map((space) => makeSeeker(occasion, space));
  const needed = mustBeSold(problem, now);
  if (occasion.now.drift.triggered.length === 0 && needed.length === 0) {
    const none = seekers[0]!([]);
    if (none !== undefined) return { ...none, isSmallest: true };
  }
  const candidates = Array.from(now.keys()).filter((i) => low[i]! < now[i]! || high[i]! > now[i]!);
  if (candidates.length > MOST_CANDIDATES) {
    return buildUp(candidates, needed, firstOf(seekers), problem, now);
  }
  const refuters = spaces.map((space) => refuterOf(space));
  // What all of them cannot do no few of them can, where today's weights are within all bounds.
  const isWithin = now.every((weight, i) => low[i]! <= weight && weight <= high[i]!);
  if (isWithin && refuters.every((isRuledOut) => isRuledOut(candidates))) return undefined;
  const distances = spaces.map((space) => leastDistanceOf(occasion, space));
  const others = candidates.filter((place) => !needed.includes(place));
  for (let size = Math.max(1, needed.length); size <= candidates.length; size++) {
    for (const k of spaces.keys()) {
      const sets = Array.from(subsets(others, size - needed.length), (more) =>
        [...needed, ...more].sort((a, b) => a - b),
      );
      const open = sets.filter((places) => !refuters[k]!(places));
      const best = bestOf(open, seekers[k]!, distances[k]!);
      if (best !== undefined) return { ...best, isSmallest: true };
    }
  }
  return undefined;
}

/** A set may do it in several ways, of which the first that does is taken. */
function firstOf(seekers: readonly Seek[]): Seek {
  return (places) => {
    for (const seek of seekers) {
      const found = seek(places);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function refuterOf(space: Space): (places: readonly number[]) => boolean {
  const refute = makeRefuter(space.problem, space.now, space);
  return (places) => refute([...places, ...space.money]);
}

function leastDistanceOf(occasion: Occasion, space: Space): (places: readonly number[]) => number {
  const leastDistance = makeLeastDistance(occasion, space.problem, space);
  return (places) => leastDistance([...places, ...space.money]);
}

/** The places above their most weight that can be brought down. */
function mustBeSold({ low, high, isPossible }: FewestProblem, now: Float64Array): number[] {
  return [...now.keys()].filter(
    (i) => high[i]! < now[i]! - NOISE && isPossible(i, low[i]! - now[i]!),
  );
}

/** Less than a unit in ten thousand million. */
const NOISE = 1e-10;

/** Distances this close are equal, and the first set by id is taken. */
const EQUAL = 1e-15;

/** The set that comes nearest; those that can come nearest are tried first, and what cannot come as near as the best so far is not tried. */
function bestOf(
  sets: readonly (readonly number[])[],
  seek: Seek,
  leastDistance: (places: readonly number[]) => number,
): Found | undefined {
  const found: (Found | undefined)[] = [];
  const leasts = sets.map(leastDistance);
  const order = Array.from(sets.keys()).sort((a, b) => leasts[a]! - leasts[b]! || a - b);
  let nearest = Number.POSITIVE_INFINITY;
  for (const k of order) {
    // What rounding may hide is tried.
    if (leasts[k]! > nearest * (1 + 1e-9) + 1e-14) break;
    found[k] = seek(sets[k]!);
    nearest = Math.min(nearest, found[k]?.distance ?? nearest);
  }
  let best: Found | undefined;
  for (const one of found) {
    if (one && (best === undefined || one.distance < best.distance - EQUAL)) best = one;
  }
  return best;
}

/** Adds the largest wanted change one at a time until the bands are met, then takes out what is not needed. */
function buildUp(
  candidates: readonly number[],
  needed: readonly number[],
  seek: Seek,
  { reference }: FewestProblem,
  now: Float64Array,
): FewestTrades | undefined {
  const change = (i: number): number => Math.abs(reference[i]! - now[i]!);
  const others = candidates.filter((place) => !needed.includes(place));
  const ordered = [...needed, ...others.sort((a, b) => change(b) - change(a) || a - b)];
  for (let size = Math.max(1, needed.length); size <= ordered.length; size++) {
    let places = ordered.slice(0, size);
    let found = seek(places);
    if (found === undefined) continue;
    for (const one of places.slice(needed.length).reverse()) {
      const fewer = places.filter((place) => place !== one);
      const without = fewer.length > 0 ? seek(fewer) : undefined;
      if (without !== undefined) [places, found] = [fewer, without];
    }
    return { weights: found.weights, places: [...places].sort((a, b) => a - b), isSmallest: false };
  }
  return undefined;
}

/** Rows that keep every line but free money within its band. */
function bandRows({ account, inside, now, inset }: Occasion): LinearRows {
  const { holdings } = account;
  const all = inset === undefined ? now.drift.lines : insetLines(now.drift.lines, inset);
  const lines = all.filter(({ kind, id }) => kind !== 'cash' && id !== CASH);
  const width = holdings.length;
  const matrix = new Float64Array(2 * lines.length * width);
  const rhs = new Float64Array(2 * lines.length);
  lines.forEach((line, row) => {
    holdings.forEach((holding, i) => {
      const share = shareIn(line, holding, inside);
      matrix[2 * row * width + i] = share;
      matrix[(2 * row + 1) * width + i] = -share;
    });
    rhs[2 * row] = line.above;
    rhs[2 * row + 1] = -line.below;
  });
  return { matrix, rhs };
}

/** Together with the caps of issuers and groups. */
function withCaps(bands: LinearRows, occasion: Occasion, low: Float64Array): LinearRows {
  const { caps, money, now, lost = 0n } = occasion;
  if (caps.length === 0) return bands;
  const stays = low.map((weight, i) => Math.min(weight, now.products[i]!));
  const limits = capLimits(caps, stays, wholeOf(money.investable, lost));
  return {
    matrix: Float64Array.of(...bands.matrix, ...limits.matrix),
    rhs: Float64Array.of(...bands.rhs, ...limits.rhs),
  };
}

/** What of a product counts in a line. */
export function shareIn(line: DriftLine, { id, item }: Holding, inside: Inside): number {
  const ids = line.members ?? [line.id];
  if (inside.policy.measure === 'products') return ids.includes(id) ? 1 : 0;
  return ids.reduce((sum, one) => sum + (item.exposures[inside.assetClasses.indexOf(one)] ?? 0), 0);
}

/** Every set of a size, in ascending order. */
function* subsets(of: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= of.length - size; i++) {
    for (const rest of subsets(of, size - 1, i + 1)) yield [of[i]!, ...rest];
  }
}
