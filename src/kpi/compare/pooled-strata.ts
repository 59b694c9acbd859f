import { neumaierSum, normalQuantile } from '../../numerics/index.js';
import type { IntervalEnds } from '../interval-around.js';
import type { DrawnCases } from '../kinds/sample.js';
import type { Mix, Part, StratifiedGroup } from './standard-mix.js';

/** How sure the difference of two groups with one mix is by what the cases of both show together. */
export interface PooledStrata extends IntervalEnds {
  /** Whether of some group fewer than five cases were to be expected, over all strata, that count, or that do not. */
  readonly isFew: boolean;
}

/**
 * The difference of shares, and of net promoter scores, of thin strata. Each stratum's own interval draws its few cases towards the middle and takes them to be surer than they
 * are; over many strata that adds up. Here all cases of a stratum tell together how they vary, once the difference asked about is taken out of them: of no difference that is the test of Mantel
 * and Haenszel, with the weights of the mix. As far as a group has two cases in a stratum, its own tell as well. What finds less is believed.
 *
 * @returns the ends of its interval; null for figures that are neither.
 *
 * Source: N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22 (1959) 719–748, for the variance within a stratum; N. Mantel, JASA 58 (1963) 690–700, for that of
 * scores; N. Mantel and J. L. Fleiss, American Journal of Epidemiology 112 (1980) 129–134, for how many are to be expected; F. Yates, Supplement to the JRSS 1 (1934) 217–235, for
 * the half step where those are few.
 */
export function poolStrata(
  first: StratifiedGroup,
  second: StratifiedGroup,
  { strata }: Mix,
  confidence: number,
): PooledStrata | null {
  const rows: Row[] = [];
  for (const { id, share } of strata) {
    if (share === 0) continue;
    const [a, b] = [first, second].map(({ cells }) => drawnOf(cells.get(id)?.part ?? null));
    if (!a || !b) return null;
    rows.push({ share, a, b, difference: a.mean - b.mean });
  }
  const most = rows[0]?.a.most ?? 1;
  const isFew = most === 1 && leastExpected(rows) < 5;
  const step = isFew ? halfAStep(rows) : 0;
  const reach = -normalQuantile((1 - confidence) / 2);
  const difference = sumOf(rows, (row) => row.share * row.difference);
  const apart = reach * Math.sqrt(sumOf(rows, ownVariance));
  const alike = endsTogether(rows, difference, reach, step);
  const low = Math.min(difference - apart, alike?.low ?? -most);
  const high = Math.max(difference + apart, alike?.high ?? most);
  return { low: Math.max(-most, low), high: Math.min(most, high), isFew };
}

/** A stratum that both groups have. */
interface Row {
  /** In the mix. */
  readonly share: number;
  readonly a: Drawn;
  readonly b: Drawn;
  readonly difference: number;
}

function sumOf(rows: readonly Row[], of: (row: Row) => number): number {
  return neumaierSum(rows.map(of));
}

/**
 * The differences that are not further than `reach` standard errors, and half a step of few cases, from the one seen, the error being that of the cases of both with the difference asked
 * about taken out of them: V(δ) = Σ w²[(1/m + 1/n)(m·s² + n·t²) + (d − δ)²]/(m + n − 1). The ends are roots of (D ∓ step − δ)² = reach²·V(δ); null where cases are so few that no
 * difference is far enough.
 */
function endsTogether(
  rows: readonly Row[],
  difference: number,
  reach: number,
  step: number,
): IntervalEnds | null {
  const square = reach * reach;
  const weights = rows.map(({ share, a, b }) => (share * share) / Math.max(1, a.n + b.n - 1));
  const leading = 1 - square * neumaierSum(weights);
  if (leading <= 0) return null;
  const drawn = square * neumaierSum(rows.map((row, i) => weights[i]! * row.difference));
  const squares = rows.map(({ a, b, difference: d }, i) => {
    const own = (1 / a.n + 1 / b.n) * (a.n * a.variance + b.n * b.variance);
    return weights[i]! * (own + d * d);
  });
  const spread = square * neumaierSum(squares);
  const endAt = (from: number, side: 1 | -1): number => {
    const middle = from - drawn;
    const root = Math.sqrt(Math.max(0, middle * middle - leading * (from * from - spread)));
    return (middle + side * root) / leading;
  };
  return { low: endAt(difference - step, -1), high: endAt(difference + step, 1) };
}

/** Of the difference in a stratum, weighted; a single case, which has no variance, has that of the other group's. */
function ownVariance({ share, a, b }: Row): number {
  const within = (a.n * a.variance + b.n * b.variance) / Math.max(1, a.n + b.n - 1);
  const squared = ({ n, variance }: Drawn): number => (n < 2 ? within / n : variance / (n - 1));
  return share * share * (squared(a) + squared(b));
}

/** The fewest of a group to be expected, over all strata, that count, or that do not, if both groups were alike in each. */
function leastExpected(rows: readonly Row[]): number {
  const shareIn = ({ a, b }: Row): number => (a.n * a.mean + b.n * b.mean) / (a.n + b.n);
  return Math.min(
    sumOf(rows, (row) => row.a.n * shareIn(row)),
    sumOf(rows, (row) => row.a.n * (1 - shareIn(row))),
    sumOf(rows, (row) => row.b.n * shareIn(row)),
    sumOf(rows, (row) => row.b.n * (1 - shareIn(row))),
  );
}

/** Of few cases a difference moves by steps: half of the least by which one case more in one group and one less in the other moves it. */
function halfAStep(rows: readonly Row[]): number {
  const varying = rows.filter(({ a, b, difference }) => {
    return a.variance > 0 || b.variance > 0 || difference !== 0;
  });
  const steps = varying.map(({ share, a, b }) => share * (1 / a.n + 1 / b.n));
  return steps.length === 0 ? 0 : Math.min(...steps) / 2;
}

type Drawn = DrawnCases & { readonly most: number };

function drawnOf(part: Part | null): Drawn | null {
  if (part?.kind === 'proportion') {
    const mean = part.successes / part.n;
    return { n: part.n, mean, variance: mean * (1 - mean), most: 1 };
  }
  if (part?.kind !== 'linear' || !part.spread?.drawn) return null;
  const { drawn, range } = part.spread;
  return { ...drawn, most: range.high - range.low };
}
