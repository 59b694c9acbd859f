import type { LinearRows } from '../../numerics/index.js';
import type { Holding } from '../account/read-holdings.js';
import { insetLines } from '../destination/destination-of.js';
import { CASH, type DriftLine } from '../drift/drift.js';
import type { Inside } from '../policy/compiled-policy.js';
import { capLimits, wholeOf } from './caps.js';
import { nearestMeasured } from './nearest-measured.js';
import type { Occasion } from './situation.js';
import {
  type Conditions,
  distanceOf,
  type FewestProblem,
  makeLeastDistance,
  makeRefuter,
} from './trade-sets.js';
import { totalOf } from './weights-of.js';

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
 * comes nearest to the destination, and of equals the first by id. Up to 12 products no set is left out: each is tried, or ruled out by bands that it
 * cannot keep or by a distance that it cannot fall below. Beyond, the product whose trade helps most joins one at a time. `undefined` if no set does.
 */
export function fewestTrades(occasion: Occasion, problem: FewestProblem): FewestTrades | undefined {
  const limits = withCaps(bandRows(occasion), occasion, problem.low);
  const sum = sumOf(occasion);
  const seek = makeSeeker(occasion, problem, { limits, sum });
  const { low, high } = problem;
  const now = occasion.now.products;
  if (occasion.now.drift.triggered.length === 0) {
    const none = seek([]);
    if (none !== undefined) return { ...none, isSmallest: true };
  }
  const candidates = Array.from(now.keys()).filter((i) => low[i]! < now[i]! || high[i]! > now[i]!);
  if (candidates.length > MOST_CANDIDATES) return buildUp(candidates, seek, problem, now);
  const isRuledOut = makeRefuter(problem, now, { limits, sum });
  // What all of them cannot do no few of them can, where today's weights are within all bounds.
  const isWithin = now.every((weight, i) => low[i]! <= weight && weight <= high[i]!);
  if (isWithin && isRuledOut(candidates)) return undefined;
  const leastDistance = makeLeastDistance(occasion, problem, sum);
  for (let size = 1; size <= candidates.length; size++) {
    const open = [...subsets(candidates, size)].filter((places) => !isRuledOut(places));
    const best = bestOf(open, seek, leastDistance);
    if (best !== undefined) return { ...best, isSmallest: true };
  }
  return undefined;
}

interface Found {
  readonly weights: Float64Array;
  readonly places: readonly number[];
  readonly distance: number;
}

type Seek = (places: readonly number[]) => Found | undefined;

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
  seek: Seek,
  { reference }: FewestProblem,
  now: Float64Array,
): FewestTrades | undefined {
  const change = (i: number): number => Math.abs(reference[i]! - now[i]!);
  const ordered = [...candidates].sort((a, b) => change(b) - change(a) || a - b);
  for (let size = 1; size <= ordered.length; size++) {
    let places = ordered.slice(0, size);
    let found = seek(places);
    if (found === undefined) continue;
    for (const one of [...places].reverse()) {
      const fewer = places.filter((place) => place !== one);
      const without = fewer.length > 0 ? seek(fewer) : undefined;
      if (without !== undefined) [places, found] = [fewer, without];
    }
    return { weights: found.weights, places: [...places].sort((a, b) => a - b), isSmallest: false };
  }
  return undefined;
}

/** What the weights of products sum to: free money within its band stays where it is. */
function sumOf({ now, money }: Occasion): number {
  const cash = now.drift.lines.find(({ kind }) => kind === 'cash');
  return cash?.triggered === true || money.mustRaise ? 1 : totalOf(now.products);
}

function makeSeeker(occasion: Occasion, problem: FewestProblem, { limits, sum }: Conditions): Seek {
  const { account, now } = occasion;
  const { holdings } = account;
  return (places) => {
    const low = Float64Array.from(now.products);
    const high = Float64Array.from(now.products);
    for (const i of places) {
      low[i] = problem.low[i]!;
      high[i] = problem.high[i]!;
    }
    const least = totalOf(low);
    const most = totalOf(high);
    if (sum < least - 1e-12 || sum > most + 1e-12) return undefined;
    const weights = nearestMeasured(occasion, {
      holdings,
      low,
      high,
      sum,
      wanted: problem.wanted,
      reference: problem.reference,
      now: now.products,
      limits,
    });
    if (weights === undefined) return undefined;
    const isPossible = places.every((i) => {
      const change = weights[i]! - now.products[i]!;
      return change !== 0 && problem.isPossible(i, change);
    });
    if (!isPossible) return undefined;
    return { weights, places, distance: distanceOf(weights, problem, occasion) };
  };
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
