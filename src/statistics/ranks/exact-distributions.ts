/**
 * P(W ≤ w) for w = 0 … m·n, W the rank-sum statistic of two samples of m and n without ties. Only sums of positive
 * terms, so every probability is sure to its last digits.
 *
 * Source: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947) 50–60, the recurrence.
 */
export function rankSumTails(m: number, n: number): Float64Array {
  // rows[j][w]: arrangements of i and j members with statistic w, for i growing from 0 to m.
  let rows = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i++) {
    const next = [Float64Array.of(1)];
    for (let j = 1; j <= n; j++) {
      const row = new Float64Array(i * j + 1);
      row.set(next[j - 1]!);
      rows[j]!.forEach((arrangements, w) => {
        row[w + j]! += arrangements;
      });
      next.push(row);
    }
    rows = next;
  }
  return cumulated(rows[n]!);
}

/**
 * P(V ≤ v) for v = 0 … n(n + 1)/2, V the sum of positive ranks of n differences without ties.
 *
 * Source: F. Wilcoxon, Biometrics Bulletin 1 (1945) 80–83.
 */
export function signedRankTails(n: number): Float64Array {
  const ways = new Float64Array((n * (n + 1)) / 2 + 1);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = ways.length - 1; sum >= rank; sum--) ways[sum]! += ways[sum - rank]!;
  }
  return cumulated(ways);
}

/**
 * P(2W ≤ w) for w = 0 … 2·m·n, W the rank-sum statistic of m members drawn from values of which some are tied: every way to draw them counts alike.
 *
 * Doubled, since a tie counts by half. Beside the value in hand each member of the first sample wins over all of the second below it.
 *
 * @param tied how often each distinct value occurs in both samples together, by rising value.
 *
 * Source: E. L. Lehmann, Nonparametrics: Statistical Methods Based on Ranks (1975), section 1.4.
 */
export function tiedRankSumTails(tied: readonly number[], m: number): Float64Array {
  const n = tied.reduce((sum, size) => sum + size, 0) - m;
  // rows[i][w]: ways in which i of the values so far are the first sample's, with the statistic w; of 0 length where the second has no room for the others.
  let rows = [Float64Array.of(1)];
  let below = 0;
  for (const size of tied) {
    const seen = below + size;
    const next = Array.from({ length: Math.min(m, seen) + 1 }, (_, i) => {
      return new Float64Array(seen - i > n ? 0 : 2 * i * (seen - i) + 1);
    });
    rows.forEach((row, i) => {
      let ways = 1;
      for (let k = 0; k <= Math.min(size, m - i); k++) {
        addTo(next[i + k]!, row, k * (2 * (below - i) + size - k), ways);
        ways *= (size - k) / (k + 1);
      }
    });
    rows = next;
    below = seen;
  }
  return cumulated(rows[m]!);
}

/** Adds a row, so many times, to another from a place on; nothing where that has no room. */
function addTo(target: Float64Array, row: Float64Array, from: number, times: number): void {
  if (target.length === 0) return;
  for (let w = 0; w < row.length; w++) target[from + w]! += row[w]! * times;
}

/**
 * P(2V ≤ v) for v = 0 … n(n + 1), V the sum of positive ranks of n differences, ties sharing their mean rank: every choice of signs counts alike.
 *
 * @param tied how many differences are of each size, by rising size.
 *
 * Source: E. L. Lehmann, Nonparametrics: Statistical Methods Based on Ranks (1975), section 3.2.
 */
export function tiedSignedRankTails(tied: readonly number[]): Float64Array {
  const n = tied.reduce((sum, size) => sum + size, 0);
  const ways = new Float64Array(n * (n + 1) + 1);
  ways[0] = 1;
  let below = 0;
  for (const size of tied) {
    const rank = 2 * below + size + 1;
    for (let member = 0; member < size; member++) {
      for (let sum = ways.length - 1; sum >= rank; sum--) ways[sum]! += ways[sum - rank]!;
    }
    below += size;
  }
  return cumulated(ways);
}

function cumulated(ways: Float64Array): Float64Array {
  let total = 0;
  const sums = ways.map((way) => {
    total += way;
    return total;
  });
  return sums.map((sum) => sum / total);
}

/** Two-sided p of a statistic with a symmetric distribution on 0 … length − 1, from its lower tails. */
export function exactTwoSided(tails: Float64Array, statistic: number): number {
  const near = Math.min(statistic, tails.length - 1 - statistic);
  return Math.min(1, 2 * tails[near]!);
}

/**
 * The rank, from either end, of the ordered differences (or Walsh averages) between which the shift lies with the
 * confidence asked; `undefined` where even the outermost two do not enclose it often enough.
 */
export function exactRank(tails: Float64Array, confidence: number): number | undefined {
  const tail = (1 - confidence) / 2;
  const rank = Math.max(
    1,
    tails.findIndex((probability) => probability >= tail),
  );
  // Confidences such as 0.95 are not exact in binary; a hair's breadth is no breach.
  return tails[rank - 1]! <= tail * (1 + 1e-9) ? rank : undefined;
}
