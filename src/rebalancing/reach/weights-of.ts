import type { Occasion } from './situation.js';

/** One weight a row. Filled place by place: `Float64Array.from` takes half as long again for the few rows of an account. */
export function weightsOf<T>(
  rows: readonly T[],
  weightOf: (row: T, place: number) => number,
): Float64Array {
  const weights = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) weights[place] = weightOf(rows[place]!, place);
  return weights;
}

/** What weights sum to. */
export function sumOfWeights(weights: Float64Array): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

/** What rounding each value to the smallest unit may take from a line together, as a weight. */
export function roundingIn({ account, money }: Pick<Occasion, 'account' | 'money'>): number {
  return account.holdings.length / Number(money.investable);
}
