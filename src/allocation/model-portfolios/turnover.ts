import { neumaierSum } from '../../numerics/index.js';
import type { SizedAllocation } from './size-up.js';

type Weights = SizedAllocation['weights'];

/** Weight afterwards less weight before, by class of either; a class that one does not have counts as 0 there. */
export function weightChanges(before: Weights, after: Weights): Readonly<Record<string, number>> {
  const assets = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.freeze(
    Object.fromEntries(
      [...assets].map((asset) => [asset, weightOf(after, asset) - weightOf(before, asset) + 0]),
    ),
  );
}

/** Half the sum of the sizes of weight changes. */
export function turnoverOf(changes: Readonly<Record<string, number>>): number {
  return neumaierSum(Object.values(changes).map(Math.abs)) / 2;
}

/** A portfolio's weight of a class; 0 for a class that it does not have. */
export function weightOf(weights: Weights, asset: string): number {
  return Object.hasOwn(weights, asset) ? weights[asset]! : 0;
}
