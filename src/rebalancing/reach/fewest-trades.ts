import type { LinearRows } from '../../numerics/index.js';
import type { Holding } from '../account/read-holdings.js';
import { insetLines } from '../destination/destination-of.js';
import { CASH, type DriftLine } from '../drift/drift.js';
import type { Inside } from '../policy/compiled-policy.js';
import { varianceOf } from '../utility.js';
import { capLimits, wholeOf } from './caps.js';
import { exposuresOf } from './measure.js';
import { nearestMeasured } from './nearest-measured.js';
import type { Occasion } from './situation.js';
import { totalOf } from './weights-of.js';

/** Product weights that bring everything inside its bands with few trades. */
export interface FewestTrades {
  readonly weights: Float64Array;
  /** The places that are traded, ascending. */
  readonly places: readonly number[];
  /** Whether every smaller set was tried; else a set was built up one trade at a time. */
  readonly isSmallest: boolean;
}

/** What a set of trades is sought for. */
export interface FewestProblem {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly wanted: Float64Array;
  readonly reference: Float64Array;
  /** Whether a change of weight at a place is one that can be traded. */
  readonly isPossible: (place: number, change: number) => boolean;
}

/** So many candidates have 4,095 sets, each with a small program to solve. */
const MOST_CANDIDATES = 12;

/**
 * Finds the smallest set of products whose trades bring every measured line inside its band, none where all are; of sets of one size the one that
 * comes nearest to the destination, and of equals the first by id. Up to 12 products every set is tried; beyond, the product whose trade helps most
 * joins one at a time. `undefined` if no set does.
 */
export function fewestTrades(occasion: Occasion, problem: FewestProblem): FewestTrades | undefined {
  const seek = makeSeeker(occasion, problem);
  const { low, high } = problem;
  const now = occasion.now.products;
  if (occasion.now.drift.triggered.length === 0) {
    const none = seek([]);
    if (none !== undefined) return { ...none, isSmallest: true };
  }
  const candidates = Array.from(now.keys()).filter((i) => low[i]! < now[i]! || high[i]! > now[i]!);
  if (candidates.length > MOST_CANDIDATES) return buildUp(candidates, seek, problem, now);
  for (let size = 1; size <= candidates.length; size++) {
    const best = bestOf(subsets(candidates, size), seek);
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

function bestOf(sets: Iterable<readonly number[]>, seek: Seek): Found | undefined {
  let best: Found | undefined;
  for (const places of sets) {
    const found = seek(places);
    if (found !== undefined && (best === undefined || found.distance < best.distance - 1e-15)) {
      best = found;
    }
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

function makeSeeker(occasion: Occasion, problem: FewestProblem): Seek {
  const { account, now, money } = occasion;
  const { holdings } = account;
  const limits = withCaps(bandRows(occasion), occasion, problem.low);
  const cash = now.drift.lines.find(({ kind }) => kind === 'cash');
  // Free money within its band stays where it is.
  const held = totalOf(now.products);
  const sum = cash?.triggered === true || money.mustRaise ? 1 : held;
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

/** Tracking variance, or the squared distance of class weights where no covariance is known; of product weights where they are measured. */
function distanceOf(
  weights: Float64Array,
  { wanted, reference }: FewestProblem,
  { account, inside }: Occasion,
): number {
  const squared = (apart: Float64Array): number => apart.reduce((sum, one) => sum + one * one, 0);
  if (inside.policy.measure === 'products') {
    return squared(weights.map((weight, i) => weight - reference[i]!));
  }
  const classes = exposuresOf(account.holdings, (_, i) => weights[i]!, inside);
  const apart = classes.map((weight, k) => weight - wanted[k]!);
  const { utility } = inside.policy;
  return utility === undefined ? squared(apart) : varianceOf(utility, apart);
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
