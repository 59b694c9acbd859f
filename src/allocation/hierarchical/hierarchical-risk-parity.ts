import { checkObject, checkOneOf } from '../../errors/index.js';
import { type AssetRisks, checkRisksAlone } from '../risk-budgets/asset-risks.js';
import { type RuledWeights, ruledWeights } from '../risk-budgets/simple-weights.js';
import {
  risksCancel,
  type UnattainableDivision,
  withoutWeights,
} from '../risk-budgets/unattainable.js';
import { agglomerate, type Linkage, leafOrder, type Merge } from './agglomerate.js';
import { bisectRisk } from './bisect.js';
import { correlationDistances, distancesOfDistances } from './correlation-distance.js';

/** How assets are gathered into clusters. */
export interface HierarchicalOptions {
  /** Distance between clusters: of the nearest two, the mean of all, of the farthest two, or Ward's. Default `single`. */
  readonly linkage?: Linkage;
  /**
   * Distance between assets: `columns`, how differently they stand to all the others (the default, as in the paper), or
   * `correlation`, √(½(1 − ρ)) between the two alone, as other implementations have it.
   */
  readonly distance?: 'columns' | 'correlation';
}

/** Two clusters that become one: a knot of the dendrogram. */
export interface ClusterMerge {
  /** An asset's name, or the place of an earlier merge in the list. */
  readonly left: string | number;
  readonly right: string | number;
  /** How far apart they were, at least 0. */
  readonly height: number;
  /** Assets in the new cluster. */
  readonly size: number;
}

/** Weights by hierarchical risk parity, with the tree they come from. */
export interface HierarchicalAllocation extends RuledWeights {
  /** The linkage tree, one merge fewer than there are assets. */
  readonly merges: readonly ClusterMerge[];
  /** The assets in the order of the tree's leaves, so that similar ones stand side by side. */
  readonly clusterOrder: readonly string[];
}

const LINKAGES = ['single', 'average', 'complete', 'ward'] as const;
const DISTANCES = ['columns', 'correlation'] as const;

/**
 * Weights by hierarchical risk parity: assets are clustered by correlation, and the whole is split down the ordered
 * tree in inverse proportion to the halves' variances. Long only, summing to 1, without inverting the covariance.
 *
 * The method depends on the order in which clusters stand side by side. Here assets are taken in the order of their names
 * by code unit, and so are pairs at equal distance, so that the order of the input has no influence.
 *
 * Returns `allocated`, or `unattainable`: with the assets that have no risk of their own, or with those of a part of the tree
 * both halves of which come to no risk by inverse variance, so that nothing says how to split it. Assets that only cancel each
 * other across two halves are split like others, and the whole may then have no risk: two of ρ = −1 are `allocated`, with a
 * volatility of 0.
 *
 * Throws as `riskParity` does, for an unknown linkage or distance, and for bounds, budgets and other rules, which the method
 * does not know.
 *
 * Source: M. López de Prado, Building Diversified Portfolios that Outperform Out of Sample (2016).
 *
 * @example
 * ```ts
 * import { hierarchicalRiskParity } from 'aptfolio/allocation';
 *
 * const result = hierarchicalRiskParity({
 *   assets: ['A', 'B', 'C'],
 *   covariance: [[0.04, 0, 0.02], [0, 0.01, 0], [0.02, 0, 0.04]],
 * });
 * result.clusterOrder; // => ['B', 'A', 'C']
 * result.weights; // => { A: 0.125, B: 0.75, C: 0.125 }
 * result.merges.map(({ left, right }) => [left, right]); // => [['A', 'C'], ['B', 0]]
 * ```
 */
export function hierarchicalRiskParity(
  problem: AssetRisks,
  options: HierarchicalOptions = {},
): HierarchicalAllocation | UnattainableDivision {
  const { assets, covariance } = checkRisksAlone(problem);
  checkObject(options, 'options');
  const linkage = checkOneOf(options.linkage ?? 'single', 'options.linkage', LINKAGES);
  const distance = checkOneOf(options.distance ?? 'columns', 'options.distance', DISTANCES);
  const size = assets.length;
  const riskless = assets.filter((_, i) => covariance[i * size + i] === 0);
  if (riskless.length > 0) return withoutWeights(riskless);
  const byName = [...assets.keys()].sort((i, j) => (assets[i]! < assets[j]! ? -1 : 1));
  const names = byName.map((i) => assets[i]!);
  const sorted = reorder(covariance, byName);
  const plain = correlationDistances(sorted, size);
  const distances = distance === 'columns' ? distancesOfDistances(plain, size) : plain;
  const merges = agglomerate(distances, size, linkage);
  const order = leafOrder(merges);
  const split = bisectRisk(sorted, order);
  if (split.status === 'riskless') return risksCancel(split.members.map((i) => names[i]!));
  const weights = new Float64Array(size);
  byName.forEach((i, place) => {
    weights[i] = split.weights[place]!;
  });
  return Object.freeze({
    ...ruledWeights(assets, covariance, weights),
    merges: Object.freeze(merges.map((merge) => named(merge, names))),
    clusterOrder: Object.freeze(order.map((place) => names[place]!)),
  });
}

/** A matrix with its rows and columns in another order. */
function reorder(matrix: Float64Array, order: readonly number[]): Float64Array {
  const size = order.length;
  const result = new Float64Array(matrix.length);
  order.forEach((from, i) => {
    order.forEach((column, j) => {
      result[i * size + j] = matrix[from * size + column]!;
    });
  });
  return result;
}

function named({ left, right, height, size }: Merge, names: readonly string[]): ClusterMerge {
  const nameOf = (id: number) => (id < names.length ? names[id]! : id - names.length);
  return Object.freeze({ left: nameOf(left), right: nameOf(right), height, size });
}
