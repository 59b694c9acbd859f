import { neumaierSum } from '../../numerics/index.js';
import type { StanceAllocation } from './size-up.js';

/** Half the sum of all weight changes between two allocations; null where one of them is missing. */
export function turnoverBetween(before: StanceAllocation, after: StanceAllocation): number | null {
  if (before.status !== 'optimal' || after.status !== 'optimal') return null;
  const assets = new Set([...Object.keys(before.weights), ...Object.keys(after.weights)]);
  const changes = [...assets].map((asset) =>
    Math.abs((after.weights[asset] ?? 0) - (before.weights[asset] ?? 0)),
  );
  return neumaierSum(changes) / 2 + 0;
}
