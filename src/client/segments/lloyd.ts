/** Points, count × dimensions, row-major. */
export interface Points {
  readonly values: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/** Points divided among centres. */
export interface Partition {
  /** The centre of each point, from 0. */
  readonly labels: Int32Array;
  /** The distance of each point from its centre. */
  readonly distances: Float64Array;
  /** Sum of squared distances, for each centre and in all. */
  readonly withinOf: Float64Array;
  readonly within: number;
  readonly iterations: number;
  /** Whether a last round changed nothing. */
  readonly converged: boolean;
}

/** Where the points stand between two rounds. */
interface Standing {
  readonly centres: Float64Array;
  readonly labels: Int32Array;
  readonly sizes: Int32Array;
  /** No less than a point's distance from its centre. */
  readonly upper: Float64Array;
  /** No more than its distance from any other centre. */
  readonly lower: Float64Array;
}

/**
 * Divides points among centres by Lloyd's rounds: each point to its nearest centre, the first of several, each centre
 * to the mean of its points, until no point changes its centre or there were enough rounds.
 *
 * Bounds on distances spare most of the comparisons; what they end with is confirmed by a round without them.
 *
 * @param start k × dimensions, row-major.
 *
 * Source: of the bounds G. Hamerly, Making k-means Even Faster, Proceedings of SDM (2010) 130–140.
 */
export function partition(points: Points, start: Float64Array, maxIterations: number): Partition {
  const { count, dimensions } = points;
  const standing: Standing = {
    centres: start.slice(),
    labels: new Int32Array(count).fill(-1),
    sizes: new Int32Array(start.length / dimensions),
    upper: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    lower: new Float64Array(count),
  };
  let iterations = 0;
  let bounded = false;
  while (iterations < maxIterations) {
    const changed = bounded ? assignSome(points, standing) : assignAll(points, standing);
    if (!changed && !bounded) return measure(points, standing, { iterations, converged: true });
    if (!changed) {
      bounded = false;
      continue;
    }
    bounded = !fillEmpty(points, standing);
    loosen(standing, moveCentres(points, standing));
    iterations++;
  }
  return measure(points, standing, { iterations, converged: false });
}

function assignAll(points: Points, standing: Standing): boolean {
  let changed = false;
  for (let i = 0; i < points.count; i++) {
    if (assignPoint(points, standing, i)) changed = true;
  }
  return changed;
}

/** Looks only at points whose bounds allow another centre to be nearer. */
function assignSome(points: Points, standing: Standing): boolean {
  const { centres, labels, upper, lower } = standing;
  const room = halfGaps(centres, points.dimensions);
  let changed = false;
  for (let i = 0; i < points.count; i++) {
    const limit = Math.max(room[labels[i]!]!, lower[i]!);
    if (upper[i]! < limit) continue;
    upper[i] = Math.sqrt(squaredDistance(points, i, centres, labels[i]!));
    if (upper[i]! < limit) continue;
    if (assignPoint(points, standing, i)) changed = true;
  }
  return changed;
}

/** Gives a point to its nearest centre; tells whether that is another than before. */
function assignPoint(
  points: Points,
  { centres, labels, upper, lower }: Standing,
  i: number,
): boolean {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  for (let c = 0; c * points.dimensions < centres.length; c++) {
    const squared = squaredDistance(points, i, centres, c);
    if (squared < least) {
      second = least;
      least = squared;
      nearest = c;
    } else if (squared < second) second = squared;
  }
  upper[i] = Math.sqrt(least);
  lower[i] = Math.sqrt(second);
  if (labels[i] === nearest) return false;
  labels[i] = nearest;
  return true;
}

function squaredDistance(
  { values, dimensions }: Points,
  i: number,
  centres: Float64Array,
  c: number,
): number {
  let sum = 0;
  for (let j = 0; j < dimensions; j++) {
    const step = values[i * dimensions + j]! - centres[c * dimensions + j]!;
    sum += step * step;
  }
  return sum;
}

/** Half of each centre's distance from the nearest other one: a point within it has no nearer centre. */
function halfGaps(centres: Float64Array, dimensions: number): Float64Array {
  const among = { values: centres, count: centres.length / dimensions, dimensions };
  return Float64Array.from({ length: among.count }, (_, c) => {
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < among.count; other++) {
      if (other !== c) least = Math.min(least, squaredDistance(among, c, centres, other));
    }
    return Math.sqrt(least) / 2;
  });
}

/** Counts each centre's points; one without any takes the farthest point of those that have more than one. */
function fillEmpty(points: Points, { centres, labels, sizes }: Standing): boolean {
  sizes.fill(0);
  for (let i = 0; i < labels.length; i++) sizes[labels[i]!]! += 1;
  const empty = Array.from(sizes.keys()).filter((c) => sizes[c] === 0);
  for (const c of empty) {
    let farthest = -1;
    let most = -1;
    for (let i = 0; i < labels.length; i++) {
      if (sizes[labels[i]!]! < 2) continue;
      const squared = squaredDistance(points, i, centres, labels[i]!);
      if (squared > most) [farthest, most] = [i, squared];
    }
    sizes[labels[farthest]!]! -= 1;
    labels[farthest] = c;
    sizes[c] = 1;
  }
  return empty.length > 0;
}

/** Moves each centre to the mean of its points; returns how far each has moved. */
function moveCentres(
  { values, count, dimensions }: Points,
  { centres, labels, sizes }: Standing,
): Float64Array {
  const before = { values: centres.slice(), count: sizes.length, dimensions };
  centres.fill(0);
  for (let i = 0; i < count; i++) {
    const to = labels[i]! * dimensions;
    for (let j = 0; j < dimensions; j++) centres[to + j]! += values[i * dimensions + j]!;
  }
  for (let at = 0; at < centres.length; at++) centres[at]! /= sizes[Math.floor(at / dimensions)]!;
  return Float64Array.from(sizes, (_, c) => Math.sqrt(squaredDistance(before, c, centres, c)));
}

/** Widens the bounds by how far the centres have moved. */
function loosen({ labels, upper, lower }: Standing, moved: Float64Array): void {
  let most = 0;
  for (const step of moved) most = Math.max(most, step);
  for (let i = 0; i < labels.length; i++) {
    upper[i]! += moved[labels[i]!]!;
    lower[i]! -= most;
  }
}

function measure(
  points: Points,
  { centres, labels, sizes }: Standing,
  rounds: Pick<Partition, 'iterations' | 'converged'>,
): Partition {
  const distances = new Float64Array(points.count);
  const withinOf = new Float64Array(sizes.length);
  for (let i = 0; i < points.count; i++) {
    const squared = squaredDistance(points, i, centres, labels[i]!);
    distances[i] = Math.sqrt(squared);
    withinOf[labels[i]!]! += squared;
  }
  const within = withinOf.reduce((sum, own) => sum + own, 0);
  return { labels, distances, withinOf, within, ...rounds };
}
