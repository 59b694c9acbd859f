import { inner } from '../../numerics/index.js';
import { areFull, fullSets } from './full-sets.js';

/** Products as points in risk: how each misses the aim, with what decides how much of it may be held. */
export interface Points {
  /** By product: the root of each direction's variance times what the product misses the aim by. */
  readonly apart: readonly Float64Array[];
  /** What one unit weighs in the objective beside its variance. */
  readonly costs: Float64Array;
  /** The least where something is held, and the most. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** Products by their places among the points, and an objective below which no shares of just these lie. */
export interface SetBelow {
  readonly members: readonly number[];
  readonly bound: number;
}

/**
 * What mixtures of some products can reach, whatever their shares, negative ones too: the plane through one product more than that of the
 * level before. Each level is written again and again.
 */
interface Level {
  member: number;
  /** The direction that it adds, of length 1 and across those before; nothing where it adds none. */
  readonly axis: Float64Array;
  /** The lowest objective in the plane. */
  bound: number;
  /** Of each further product: by how much the lowest objective grows with its share, at first and with the square of it. */
  readonly slopes: Float64Array;
  readonly bends: Float64Array;
  /** What all members are at least and at most. */
  least: number;
  most: number;
}

/** A part of the length of a step below this lies in the plane but for rounding. */
const WITHIN = 1e-12;

/** Sums of weights may miss 1 by rounding. */
const ROUNDING = 1e-9;

/** How many products a set has, and how many that all sets have: these are the first of the points. */
export interface SetSizes {
  readonly min: number;
  readonly max: number;
  readonly sure: number;
}

/**
 * All sets of so many products whose shares may have an objective of no more than a limit.
 *
 * Mixtures of products lie in the plane through them, so none has an objective below the lowest in the plane. Of the product that comes
 * last its own limits count too. From plane to plane the lowest objective follows as in the elimination of Gauss.
 */
export function setsBelow(
  points: Points,
  { min, max, sure }: SetSizes,
  limit: number,
): readonly SetBelow[] {
  const count = points.costs.length;
  const levels = Array.from({ length: max }, () => emptyLevel(points));
  const fewest = Math.max(min, sure);
  const found: SetBelow[] = [];
  const isFull = sure === 0 && max >= 3 && areFull(points, max);
  const full = isFull ? fullSets(points, limit) : undefined;
  // What all sets have comes first, so there is no choice among it.
  const endAt = (depth: number): number => (depth < sure ? depth + 1 : count);
  const goOn = (depth: number): void => {
    const level = levels[depth]!;
    const end = endAt(depth + 1);
    for (let j = level.member + 1; j < end; j++) {
      const bound = boundWith(points, level, j);
      if (bound > limit || depth + 2 < fewest || !isWhole(points, level, j)) continue;
      found.push({
        members: [...levels.slice(0, depth + 1).map(({ member }) => member), j],
        bound,
      });
    }
    if (depth + 2 === max) return;
    if (full !== undefined && depth + 3 === max) {
      found.push(...full(levels.slice(0, depth + 1).map(({ member }) => member)));
      return;
    }
    for (let k = level.member + 1; k < end; k++) {
      widen(points, levels, depth, k);
      goOn(depth + 1);
    }
  };
  for (let i = 0; i < endAt(0); i++) {
    const first = levels[0]!;
    startAt(points, first, i);
    if (fewest <= 1 && first.bound <= limit && first.most >= 1 - ROUNDING) {
      found.push({ members: [i], bound: first.bound });
    }
    if (max > 1) goOn(0);
  }
  return found;
}

function emptyLevel({ apart, costs }: Points): Level {
  const [slopes, bends] = [new Float64Array(costs.length), new Float64Array(costs.length)];
  const axis = new Float64Array(apart[0]?.length ?? 0);
  return { member: 0, axis, bound: 0, slopes, bends, least: 0, most: 0 };
}

/** Whether shares within the limits of all members and of one more product can sum to 1. */
function isWhole(points: Points, { least, most }: Level, j: number): boolean {
  return least + points.least[j]! <= 1 + ROUNDING && most + points.most[j]! >= 1 - ROUNDING;
}

/** The lowest objective that a plane has with a share of one more product between its limits. */
function boundWith({ least, most }: Points, { bound, slopes, bends }: Level, j: number): number {
  const slope = slopes[j]!;
  const bend = bends[j]!;
  const lowest = bend > 0 ? -slope / (2 * bend) : slope < 0 ? 1 : 0;
  const share = Math.min(most[j]!, Math.max(least[j]!, lowest));
  return bound + share * (slope + share * bend);
}

/** A plane of one product is a point. */
function startAt({ apart, costs, least, most }: Points, level: Level, i: number): void {
  const own = apart[i]!;
  level.member = i;
  level.bound = inner(own, own) + costs[i]!;
  level.least = least[i]!;
  level.most = most[i]!;
  for (let j = i + 1; j < costs.length; j++) {
    const other = apart[j]!;
    let bend = 0;
    let pull = 0;
    for (let d = 0; d < own.length; d++) {
      const step = other[d]! - own[d]!;
      bend += step * step;
      pull += own[d]! * step;
    }
    level.bends[j] = bend;
    level.slopes[j] = 2 * pull + costs[j]! - costs[i]!;
  }
}

/** The plane through one more product, at the next level. */
function widen(points: Points, levels: readonly Level[], depth: number, k: number): void {
  const { apart, least, most } = points;
  const level = levels[depth]!;
  const next = levels[depth + 1]!;
  const start = apart[levels[0]!.member]!;
  const { axis } = next;
  for (let d = 0; d < axis.length; d++) axis[d] = apart[k]![d]! - start[d]!;
  const height = turnAcross(levels, depth, axis);
  const slope = level.slopes[k]!;
  const rise = height > 0 ? slope / height : 0;
  next.member = k;
  // Where it adds no direction a share of at most 1 changes nothing but costs.
  next.bound = level.bound + (height > 0 ? -(rise * rise) / 4 : Math.min(0, slope));
  next.least = level.least + least[k]!;
  next.most = level.most + most[k]!;
  const from = inner(axis, start);
  for (let j = k + 1; j < apart.length; j++) {
    const part = inner(axis, apart[j]!) - from;
    next.slopes[j] = level.slopes[j]! - rise * part;
    next.bends[j] = Math.max(0, level.bends[j]! - part * part);
  }
}

/** Turns a step across the directions of the levels and brings it to length 1; the length before, or 0 where nothing but rounding is left of it. */
function turnAcross(levels: readonly Level[], depth: number, axis: Float64Array): number {
  const length = Math.sqrt(inner(axis, axis));
  // Once more for what rounding has left.
  for (let round = 0; round < 2; round++) {
    for (let m = 1; m <= depth; m++) {
      const before = levels[m]!.axis;
      const part = inner(before, axis);
      for (let d = 0; d < axis.length; d++) axis[d]! -= part * before[d]!;
    }
  }
  const height = Math.sqrt(inner(axis, axis));
  const isNew = height > WITHIN * length;
  for (let d = 0; d < axis.length; d++) axis[d] = isNew ? axis[d]! / height : 0;
  return isNew ? height : 0;
}
