/**
 * P(W ≤ w) for w = 0 … m·n, W the rank-sum statistic of two samples of m and n without ties.
 *
 * The ways in which W comes to w are the coefficients of ∏ (1 − qⁿ⁺ⁱ)/(1 − qⁱ), i from 1 to the smaller size: whole numbers, which are found from the lower end up to the
 * middle and are the same from the other.
 *
 * Source: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947) 50–60; G. E. Andrews, The Theory of Partitions (1976), chapter 3, for the product.
 */
export function rankSumTails(first: number, second: number): Float64Array {
  const [m, n] = [Math.min(first, second), Math.max(first, second)];
  const middle = Math.floor((m * n) / 2);
  const ways = new Float64Array(m * n + 1);
  ways[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let w = middle; w >= n + i; w--) ways[w]! -= ways[w - n - i]!;
    for (let w = i; w <= middle; w++) ways[w]! += ways[w - i]!;
  }
  for (let w = 0; w <= middle; w++) ways[m * n - w] = ways[w]!;
  return cumulated(ways);
}

/** How many steps `rankSumTails` takes. */
export function rankSumSteps(m: number, n: number): number {
  return Math.min(m, n) * m * n;
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
  const n = sumOf(tied) - m;
  // rows[i][w]: ways in which i of the values so far are the first sample's, with the statistic w.
  const rows = Array.from({ length: m + 1 }, (_, i) => new Float64Array(2 * i * n + 1));
  rows[0]![0] = 1;
  visitTied(tied, m, (size, below, i) => {
    let ways = 1;
    for (let k = 1; k <= Math.min(size, m - i); k++) {
      ways *= (size - k + 1) / k;
      // Where the second sample has no room for the others, nothing comes of it.
      if (below + size - i - k > n) continue;
      const from = k * (2 * (below - i) + size - k);
      addTo(rows[i + k]!, rows[i]!, 2 * i * (below - i) + 1, from, ways);
    }
  });
  return cumulated(rows[m]!);
}

/** How many steps `tiedRankSumTails` takes, in whichever order the values come. */
export function tiedRankSumSteps(tied: readonly number[], m: number): number {
  const stepsOf = (sizes: readonly number[]): number => {
    let steps = 0;
    visitTied(sizes, m, (size, below, i) => {
      steps += Math.min(size, m - i) * (2 * i * (below - i) + 1);
    });
    return steps;
  };
  return Math.max(stepsOf(tied), stepsOf([...tied].reverse()));
}

/** Each value, with every number of the first sample's members that may be below it: the larger numbers first, since those below are added to them. */
function visitTied(
  tied: readonly number[],
  m: number,
  visit: (size: number, below: number, i: number) => void,
): void {
  const n = sumOf(tied) - m;
  let below = 0;
  for (const size of tied) {
    for (let i = Math.min(m - 1, below); i >= Math.max(0, below - n); i--) visit(size, below, i);
    below += size;
  }
}

function sumOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Adds the first places of a row, so many times, to another from a place on. */
function addTo(
  target: Float64Array,
  row: Float64Array,
  length: number,
  from: number,
  times: number,
): void {
  for (let w = 0; w < length; w++) target[from + w]! += row[w]! * times;
}

/**
 * P(2V ≤ v) for v = 0 … n(n + 1), V the sum of positive ranks of n differences, ties sharing their mean rank: every choice of signs counts alike.
 *
 * @param tied how many differences are of each size, by rising size.
 *
 * Source: E. L. Lehmann, Nonparametrics: Statistical Methods Based on Ranks (1975), section 3.2.
 */
export function tiedSignedRankTails(tied: readonly number[]): Float64Array {
  const n = sumOf(tied);
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
  // Confidences such as 0.95 are not exact in binary; a hair's breadth is no breach.
  const tail = ((1 - confidence) / 2) * (1 + 1e-9);
  const rank = tails.findIndex((probability) => probability > tail);
  return rank === 0 ? undefined : rank;
}
