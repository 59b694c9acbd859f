import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkText,
} from '../../errors/index.js';
import { createRandom, neumaierSum } from '../../numerics/index.js';
import { uniqueRows } from '../unique-rows.js';
import type { Cluster, Clustering, ClusterMember, FeatureRow, KMeansOptions } from './cluster.js';
import { type Partition, type Points, partition } from './lloyd.js';
import { seedCentres } from './seed-centres.js';

/**
 * Groups clients that resemble each other (k-means), for description only: a group is no fact about a client and no
 * input to suitability.
 *
 * Lloyd's rounds from centres that k-means++ draws, several starts, the least sum of squares wins, the first of equal
 * ones. A point as near to two centres belongs to the first. A group that loses all members takes the point that is
 * farthest from its centre. Rows are sorted by id first, so their order changes nothing; rows with one id and the same
 * features count once, with different features all are refused.
 *
 * @returns the groups, or `too-few-rows` where there are fewer different rows than groups; under `failures` rows that
 * could not be used.
 * @throws AptfolioError for malformed options, path `options.k`.
 *
 * Source: S. P. Lloyd, Least Squares Quantization in PCM, IEEE Transactions on Information Theory 28 (1982) 129–137;
 * D. Arthur and S. Vassilvitskii, k-means++: The Advantages of Careful Seeding, Proceedings of SODA (2007) 1027–1035.
 *
 * @example
 * ```ts
 * import { kMeans } from 'aptfolio/client';
 *
 * const row = (id: string, trades: number) => ({ id, features: { trades } });
 * const rows = [row('d', 40), row('a', 1), row('b', 3), row('c', 44)];
 * const groups = kMeans(rows, { k: 2, seed: 7, features: ['trades'], standardise: false });
 * groups.purpose; // => 'description'
 * groups.clusters.map(({ centre }) => centre.trades); // => [2, 42]
 * groups.members.map(({ id, cluster }) => `${id}${cluster}`); // => ['a1', 'b1', 'c2', 'd2']
 * groups.within; // => 10
 * ```
 */
export function kMeans(rows: readonly FeatureRow[], options: KMeansOptions): Clustering {
  const { k, seed, features, standardise, restarts, maxIterations } = readOptions(options);
  const read = uniqueRows(rows, 'rows', {
    read: (row) => readRow(row, features),
    keyOf: ({ id }) => id,
    keyField: 'id',
  });
  const { failures } = read;
  const raw = pointsOf(read.rows, features.length);
  const distinctRows = countDistinct(read.rows, k);
  if (distinctRows < k) {
    return Object.freeze({
      status: 'too-few-rows',
      purpose: 'description',
      distinctRows,
      failures,
    });
  }
  const moments = momentsOf(raw, features);
  const points = scaled(raw, moments, standardise);
  const random = createRandom(seed);
  let best: Partition | undefined;
  for (let start = 0; start < restarts; start++) {
    const found = partition(points, seedCentres(points, k, random), maxIterations);
    if (best === undefined || found.within < best.within) best = found;
  }
  const { labels, withinOf, distances, within, iterations, converged } = best!;
  const clusters = describe(raw, labels, withinOf, features);
  const total = totalSquares(points);
  return Object.freeze({
    status: 'clustered',
    purpose: 'description',
    clusters: Object.freeze(clusters.map(({ cluster }) => cluster)),
    members: membersOf(read.rows, labels, distances, clusters),
    within,
    betweenShare: total === 0 ? null : Math.min(1, Math.max(0, 1 - within / total)),
    ...(standardise ? { scale: scaleOf(moments) } : {}),
    iterations,
    converged,
    restarts,
    seed,
    method: `Lloyd, k-means++; ${random.name}`,
    failures,
  });
}

/** A row whose features are in the order of the options. */
interface ReadRow {
  readonly id: string;
  readonly values: readonly number[];
}

function readOptions(options: KMeansOptions): Required<KMeansOptions> {
  checkObject(options, 'options');
  const { standardise = true, restarts = 4, maxIterations = 300 } = options;
  const path = 'options.features';
  const features = checkList<string>(options.features, path, { minLength: 1, maxLength: 1000 }).map(
    (name, index) => checkText(name, at(path, index)),
  );
  features.forEach((name, index) => {
    if (features.indexOf(name) === index) return;
    throw new AptfolioError('duplicate-id', at(path, index), 'a feature not named before', name);
  });
  return {
    k: checkInteger(options.k, 'options.k', { min: 1, max: 100 }),
    seed: checkInteger(options.seed, 'options.seed', { min: 0 }),
    features,
    standardise: checkBoolean(standardise, 'options.standardise'),
    restarts: checkInteger(restarts, 'options.restarts', { min: 1, max: 1000 }),
    maxIterations: checkInteger(maxIterations, 'options.maxIterations', { min: 1, max: 100_000 }),
  };
}

/** Beyond it a square, or a sum of many, might exceed the largest double. */
const LARGEST = 1e140;

function readRow(row: FeatureRow, features: readonly string[]): ReadRow {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const given = checkObject(row.features, 'features');
  const values = features.map((name) => {
    const path = at('features', name);
    const value = checkNumber(Object.hasOwn(given, name) ? given[name] : undefined, path);
    if (Math.abs(value) <= LARGEST) return value;
    throw new AptfolioError('out-of-range', path, `a number of at most ${LARGEST}`, value);
  });
  return { id, values };
}

function pointsOf(rows: readonly ReadRow[], dimensions: number): Points {
  const values = new Float64Array(rows.length * dimensions);
  rows.forEach((row, index) => {
    values.set(row.values, index * dimensions);
  });
  return { values, count: rows.length, dimensions };
}

/** Different rows, counted up to a number. */
function countDistinct(rows: readonly ReadRow[], upTo: number): number {
  const seen = new Set<string>();
  for (const { values } of rows) {
    seen.add(values.join());
    if (seen.size === upTo) break;
  }
  return seen.size;
}

interface Moments {
  readonly feature: string;
  readonly mean: number;
  readonly deviation: number;
}

function momentsOf(
  { values, count, dimensions }: Points,
  features: readonly string[],
): readonly Moments[] {
  return features.map((feature, column) => {
    const own = Float64Array.from(
      { length: count },
      (_, row) => values[row * dimensions + column]!,
    );
    const mean = own.every((value) => value === own[0]) ? own[0]! : neumaierSum(own) / count;
    const squares = own.map((value) => (value - mean) * (value - mean));
    return { feature, mean, deviation: Math.sqrt(neumaierSum(squares) / count) };
  });
}

/** Centred in any case, which changes no distance; a feature that never varies stays at 0. */
function scaled(points: Points, moments: readonly Moments[], standardise: boolean): Points {
  const { values, dimensions } = points;
  const scales = moments.map(({ deviation }) => (standardise && deviation > 0 ? deviation : 1));
  const moved = values.map((value, index) => {
    const column = index % dimensions;
    return (value - moments[column]!.mean) / scales[column]!;
  });
  return { ...points, values: moved };
}

function scaleOf(
  moments: readonly Moments[],
): Readonly<Record<string, { readonly mean: number; readonly deviation: number }>> {
  return Object.freeze(
    Object.fromEntries(
      moments.map(({ feature, mean, deviation }) => [feature, Object.freeze({ mean, deviation })]),
    ),
  );
}

function totalSquares({ values }: Points): number {
  return neumaierSum(values.map((value) => value * value));
}

interface Described {
  /** The label under which the algorithm knew it. */
  readonly label: number;
  readonly cluster: Cluster;
}

function describe(
  { values, count, dimensions }: Points,
  labels: Int32Array,
  withinOf: Float64Array,
  features: readonly string[],
): readonly Described[] {
  const sums = new Float64Array(withinOf.length * dimensions);
  const sizes = new Int32Array(withinOf.length);
  labels.forEach((label, row) => {
    sizes[label]! += 1;
    for (let j = 0; j < dimensions; j++)
      sums[label * dimensions + j]! += values[row * dimensions + j]!;
  });
  const centreOf = (label: number): readonly number[] =>
    features.map((_, j) => sums[label * dimensions + j]! / sizes[label]! + 0);
  return Array.from(sizes, (size, label) => ({ label, size, centre: centreOf(label) }))
    .sort((a, b) => compareCentres(a.centre, b.centre))
    .map(({ label, size, centre }, index) => ({
      label,
      cluster: Object.freeze({
        cluster: index + 1,
        size,
        share: size / count,
        centre: Object.freeze(Object.fromEntries(features.map((name, j) => [name, centre[j]!]))),
        within: withinOf[label]!,
      }),
    }));
}

function compareCentres(a: readonly number[], b: readonly number[]): number {
  const column = a.findIndex((value, j) => value !== b[j]);
  return column < 0 ? 0 : a[column]! - b[column]!;
}

function membersOf(
  rows: readonly ReadRow[],
  labels: Int32Array,
  distances: Float64Array,
  clusters: readonly Described[],
): readonly ClusterMember[] {
  const numberOf = new Map(clusters.map(({ label, cluster }) => [label, cluster.cluster]));
  return Object.freeze(
    rows.map(({ id }, row) =>
      Object.freeze({ id, cluster: numberOf.get(labels[row]!)!, distance: distances[row]! }),
    ),
  );
}
