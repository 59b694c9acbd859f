/**
 * The point nearest to `point` among those with `lower` ≤ x ≤ `upper` that sum to `sum`.
 *
 * It is each coordinate moved by the same amount and cut at its bounds. Their sum grows with that amount in straight pieces,
 * and the amount lies in the piece between the last bound at which the sum is too small and the next.
 *
 * Source: P. Brucker, An O(n) Algorithm for Quadratic Knapsack Problems, Operations Research Letters 3 (1984) 163–166.
 *
 * @param lower none above its `upper`.
 * @param sum between the sums of both bounds; what lies beyond gives the bounds.
 */
export function projectOnBoundedSimplex(
  point: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  sum: number,
): Float64Array {
  const size = point.length;
  const bends = new Float64Array(2 * size);
  for (let i = 0; i < size; i++) {
    bends[2 * i] = lower[i]! - point[i]!;
    bends[2 * i + 1] = upper[i]! - point[i]!;
  }
  bends.sort();
  const totalAt = (shift: number): number => {
    let total = 0;
    for (let i = 0; i < size; i++) total += cut(point[i]! + shift, lower[i]!, upper[i]!);
    return total;
  };
  // The last bend at which the sum is not above what it is to be.
  let [first, last] = [0, bends.length - 1];
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (totalAt(bends[middle]!) <= sum) first = middle;
    else last = middle - 1;
  }
  const bend = bends[first]!;
  let [total, moving] = [0, 0];
  for (let i = 0; i < size; i++) {
    total += cut(point[i]! + bend, lower[i]!, upper[i]!);
    if (lower[i]! - point[i]! <= bend && bend < upper[i]! - point[i]!) moving++;
  }
  const shift = moving === 0 ? bend : bend + (sum - total) / moving;
  return point.map((one, i) => cut(one + shift, lower[i]!, upper[i]!));
}

function cut(value: number, lower: number, upper: number): number {
  return value < lower ? lower : value > upper ? upper : value;
}
