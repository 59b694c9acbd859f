/**
 * The variance of Kendall's statistic, rising less falling pairs, where order means nothing.
 *
 * @param lists of the same length, with whatever ties there are in each; a list without ties may be left out.
 *
 * Source: P. K. Sen, JASA 63 (1968) 1379–1389.
 */
export function kendallVariance(...lists: readonly [Float64Array, ...Float64Array[]]): number {
  const ties = lists.reduce((sum, list) => sum + tiesOf(list), 0);
  return Math.max(0, (tieTerm(lists[0].length) - ties) / 18);
}

function tiesOf(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  let start = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue;
    sum += tieTerm(i - start);
    start = i;
  }
  return sum;
}

function tieTerm(k: number): number {
  return k * (k - 1) * (2 * k + 5);
}
