import { rateUnits } from '../account/exact.js';

/** Amounts by weights that sum to the whole exactly, by the largest remainder; of equal ones the first gets the unit. */
export function splitTarget(whole: bigint, weights: readonly number[]): readonly bigint[] {
  const parts = weights.map(rateUnits);
  const sum = parts.reduce((a, b) => a + b, 0n);
  const amounts = parts.map((part) => (whole * part) / sum);
  const rests = parts.map((part) => (whole * part) % sum);
  const missing = Number(amounts.reduce((rest, amount) => rest - amount, whole));
  const order = rests.map((_, i) => i).sort((i, j) => compare(rests[j]!, rests[i]!) || i - j);
  for (const i of order.slice(0, missing)) amounts[i]! += 1n;
  return amounts;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
