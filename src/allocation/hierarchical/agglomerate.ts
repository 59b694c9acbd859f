/** How the distance of a merged cluster from another follows from those of its parts. */
export type Linkage = 'single' | 'average' | 'complete' | 'ward';

/** Two clusters that become one. Clusters 0 to n − 1 are the single items, n + k is that of merge k. */
export interface Merge {
  /** The cluster with the lower number. */
  readonly left: number;
  readonly right: number;
  /** How far apart they were. */
  readonly height: number;
  /** Items in the new cluster. */
  readonly size: number;
}

/** Clusters as long as they last, each in the row of the lower of its two parts' rows. */
interface Clusters {
  /** n × n, row-major, symmetric. */
  readonly distances: Float64Array;
  /** The number of the cluster in a row; −1 where it has gone into another. */
  readonly ids: Int32Array;
  readonly sizes: Int32Array;
  /** Of the rows below in the table, the one nearest to a row; −1 where there is none. */
  readonly nearest: Int32Array;
}

/**
 * Merges the two nearest clusters until one is left.
 *
 * Of pairs at the same distance the one whose rows come first is merged; a cluster stands in the first row of its items.
 *
 * Sources: G. N. Lance and W. T. Williams, A General Theory of Classificatory Sorting Strategies (1967); D. Müllner,
 * Modern Hierarchical, Agglomerative Clustering Algorithms (2011), for the candidates kept per row.
 */
export function agglomerate(
  distances: Float64Array,
  count: number,
  linkage: Linkage,
): readonly Merge[] {
  const clusters: Clusters = {
    distances: Float64Array.from(distances),
    ids: Int32Array.from({ length: count }, (_, i) => i),
    sizes: new Int32Array(count).fill(1),
    nearest: new Int32Array(count),
  };
  for (let row = 0; row < count; row++) findNearest(clusters, row);
  return Array.from({ length: count - 1 }, (_, k) => mergeNearest(clusters, count + k, linkage));
}

function findNearest({ distances, ids, nearest }: Clusters, row: number): void {
  const count = ids.length;
  let best = -1;
  for (let j = row + 1; j < count; j++) {
    if (ids[j]! < 0) continue;
    if (best < 0 || distances[row * count + j]! < distances[row * count + best]!) best = j;
  }
  nearest[row] = best;
}

function mergeNearest(clusters: Clusters, id: number, linkage: Linkage): Merge {
  const { distances, ids, sizes, nearest } = clusters;
  const count = ids.length;
  const distanceOf = (i: number) => distances[i * count + nearest[i]!]!;
  let kept = -1;
  for (let i = 0; i < count; i++) {
    if (ids[i]! < 0 || nearest[i]! < 0) continue;
    if (kept < 0 || distanceOf(i) < distanceOf(kept)) kept = i;
  }
  const gone = nearest[kept]!;
  const height = distanceOf(kept);
  const left = Math.min(ids[kept]!, ids[gone]!);
  const right = Math.max(ids[kept]!, ids[gone]!);
  updateDistances(clusters, kept, gone, linkage);
  ids[kept] = id;
  ids[gone] = -1;
  sizes[kept]! += sizes[gone]!;
  updateNearest(clusters, kept, gone);
  return { left, right, height, size: sizes[kept]! };
}

function updateDistances(
  { distances, ids, sizes }: Clusters,
  kept: number,
  gone: number,
  linkage: Linkage,
): void {
  const count = ids.length;
  const between = distances[kept * count + gone]!;
  const [a, b] = [sizes[kept]!, sizes[gone]!];
  for (let k = 0; k < count; k++) {
    if (ids[k]! < 0 || k === kept || k === gone) continue;
    const [first, second] = [distances[k * count + kept]!, distances[k * count + gone]!];
    const merged = LANCE_WILLIAMS[linkage]({ first, second, between, a, b, c: sizes[k]! });
    distances[k * count + kept] = merged;
    distances[kept * count + k] = merged;
  }
}

/** Distances of two clusters of a and b items from a third of c items, and from each other. */
interface Triangle {
  readonly first: number;
  readonly second: number;
  readonly between: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const LANCE_WILLIAMS: Readonly<Record<Linkage, (triangle: Triangle) => number>> = {
  single: ({ first, second }) => Math.min(first, second),
  complete: ({ first, second }) => Math.max(first, second),
  average: ({ first, second, a, b }) => (a * first + b * second) / (a + b),
  ward: ({ first, second, between, a, b, c }) => {
    const sum = (a + c) * first * first + (b + c) * second * second - c * between * between;
    return Math.sqrt(Math.max(0, sum) / (a + b + c));
  },
};

/** Only rows whose candidate was one of the two, or that the new cluster came nearer to, can have another one now. */
function updateNearest(clusters: Clusters, kept: number, gone: number): void {
  const { distances, ids, nearest } = clusters;
  const count = ids.length;
  for (let i = 0; i < gone; i++) {
    if (ids[i]! < 0) continue;
    const candidate = nearest[i]!;
    if (i === kept || candidate === kept || candidate === gone) findNearest(clusters, i);
    else if (i < kept) {
      const [now, next] = [distances[i * count + candidate]!, distances[i * count + kept]!];
      if (next < now || (next === now && kept < candidate)) nearest[i] = kept;
    }
  }
}

/** The items of the last cluster from left to right, so that those merged early stand side by side. */
export function leafOrder(merges: readonly Merge[]): readonly number[] {
  const count = merges.length + 1;
  const order: number[] = [];
  const pending = [2 * count - 2];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id < count) order.push(id);
    else pending.push(merges[id - count]!.right, merges[id - count]!.left);
  }
  return order;
}
