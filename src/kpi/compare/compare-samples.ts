import { makeReason } from '../../evidence/index.js';
import {
  cohensH,
  netPromoterDifference,
  newcombeDifference,
  rateDifference,
  rateRatioTest,
  type SampleMoments,
  twoMeansTest,
} from '../../statistics/index.js';
import { isSignificant } from '../confidence.js';
import type { ComparableSample, DrawnCases } from '../kinds/sample.js';
import { compareByIntervals, type SureValue } from './by-intervals.js';
import { compareTimes } from './compare-times.js';
import type { ComparedShares, Described } from './comparison.js';
import {
  bothAre,
  differenceOf,
  type Found,
  noControlGroup,
  noVariation,
  type Pair,
  type Side,
  sidesOf,
} from './sides.js';
import { testShares } from './test-shares.js';

/** Compares two samples of one kind by the test that the kind calls for, or by their values where there is none. */
export function compareSamples(before: Side, after: Side, confidence: number): Found | null {
  const pair = [before, after] as const;
  if (bothAre('proportion', pair)) return compareShares(pair, confidence);
  if (bothAre('rising', pair)) return compareRising(pair);
  if (bothAre('moments', pair)) return compareMeans(pair, confidence);
  if (bothAre('rate', pair)) return compareRates(pair, confidence);
  return bothAre('times', pair) ? compareTimes(pair, confidence) : compareFigures(pair, confidence);
}

function compareShares([before, after]: Pair<'proportion'>, confidence: number): Found {
  const [first, second] = [after.sample, before.sample];
  const [p, q] = [second.successes / second.n, first.successes / first.n];
  const sides = { before: { value: p, n: second.n }, after: { value: q, n: first.n } };
  const test = testShares(first, second);
  if (test === null) return noVariation(sides, 0);
  const { difference, low, high, method } = newcombeDifference(first, second, { confidence });
  return {
    finding: {
      ...sides,
      status: 'compared',
      difference,
      interval: { low, high, confidence, method },
      effect: { measure: 'cohens-h', value: cohensH(q, p) },
      ...test,
    },
    change: difference,
  };
}

/** Figures that rise with a share: they differ where the share does, by as much as their own intervals say. */
function compareRising(pair: Pair<'rising'>): Found | null {
  const sides = sidesOf(pair);
  const [before, after] = pair;
  const test = testShares(after.sample, before.sample);
  if (test === null) return noVariation(sides, 0);
  const { difference, interval } = differenceOf(pair);
  if (difference === null || interval === undefined) return null;
  const finding = { ...sides, status: 'compared', difference, interval, ...test };
  return { finding: finding as ComparedShares, change: difference };
}

type TestFields = 'statistic' | 'pValue' | 'method';

function compareMeans([before, after]: Pair<'moments'>, confidence: number): Found | null {
  const [first, second] = [after.sample.moments, before.sample.moments];
  if (first.n < 2 || second.n < 2) return null;
  const sides = {
    before: { value: second.mean, n: second.n },
    after: { value: first.mean, n: first.n },
  };
  const scores = scoresOf([before, after], confidence);
  const test = scores ?? twoMeansTest(first, second, { confidence });
  const { difference, status } = test;
  if (status === 'no-variation') return noVariation(sides, difference);
  const { interval, statistic, pValue, method } = test;
  const spread = spreadOf(first, second);
  return {
    finding: {
      ...sides,
      status: 'compared',
      difference,
      interval,
      ...(spread > 0 && { effect: { measure: 'cohens-d', value: difference / spread + 0 } }),
      statistic,
      pValue,
      method,
      reasons: [noControlGroup()],
    },
    change: difference,
  };
}

/** Two net promoter scores, tested, or all answers of both alike. */
type ComparedScores =
  | (Pick<ComparedShares, TestFields | 'interval' | 'difference'> & { readonly status: 'tested' })
  | { readonly status: 'no-variation'; readonly difference: number };

/** The test of two net promoter scores, which may be apart though the answers of each are alike; null for other means. */
function scoresOf([before, after]: Pair<'moments'>, confidence: number): ComparedScores | null {
  const [first, second] = [after.sample.answers, before.sample.answers];
  if (first === undefined || second === undefined) return null;
  const found = netPromoterDifference(first, second, { confidence });
  const { difference, statistic, pValue } = found;
  const isAlike = [before, after].every(({ sample }) => sample.moments.variance === 0);
  if (isAlike && difference === 0) return { status: 'no-variation', difference };
  // The added answers draw it away from a difference of few answers that are all alike.
  const [low, high] = [Math.min(found.low, difference), Math.max(found.high, difference)];
  const method = 'adjusted-wald';
  const interval = { low, high, confidence, method };
  return { status: 'tested', difference, interval, statistic, pValue, method };
}

function spreadOf(first: SampleMoments, second: SampleMoments): number {
  return Math.sqrt((first.variance + second.variance) / 2);
}

function compareRates([before, after]: Pair<'rate'>, confidence: number): Found {
  const { per } = after.sample;
  const [first, second] = [after.sample, before.sample];
  const sides = {
    before: { value: before.value, n: second.exposure },
    after: { value: after.value, n: first.exposure },
  };
  const test = rateRatioTest(first, second, { confidence });
  if (test.status === 'no-events') return noVariation(sides, 0);
  const { difference, low, high, method } = rateDifference(first, second, { confidence });
  const { ratio, pValue } = test;
  // From none on a ratio has no upper end and is not shown; its lower end is judged as that of the way back is.
  const isApart =
    ratio.status === 'unbounded' && ratio.low > 1 !== isSignificant(pValue, confidence);
  const doubts = isApart ? [makeReason('kpi.test-and-effect-differ', 'info')] : [];
  return {
    finding: {
      ...sides,
      status: 'compared',
      difference: difference * per,
      interval: { low: low * per, high: high * per, confidence, method },
      ...(ratio.status === 'estimated' && {
        effect: { measure: 'rate-ratio', value: ratio.value, interval: ratio.interval },
      }),
      statistic: first.events,
      pValue,
      method: test.method,
      reasons: [noControlGroup(), ...doubts],
    },
    change: difference,
  };
}

/** Of figures without a sample of their own, as a funnel with open cases: by how sure both say that they are, or where one does not, as of money, how far apart they are. */
function compareFigures(pair: readonly [Side, Side], confidence: number): Found | null {
  const [before, after] = pair;
  if (before.value === null || after.value === null) return null;
  const sides = sidesOf(pair);
  const [first, second] = [sureOf(before), sureOf(after)];
  if (first !== null && second !== null) {
    return compareByIntervals(first, second, confidence, { ...sides, method: 'interval-z' });
  }
  const difference = after.value - before.value;
  const reasons = [noControlGroup(), makeReason('kpi.difference-not-tested', 'info')];
  const finding = { ...sides, status: 'described', difference, reasons } as Described;
  return { finding, change: difference };
}

/** A side whose value has an interval at the confidence asked for has one at every other. */
function sureOf({ sample, value, interval, endsAt }: Side): SureValue | null {
  if (value === null || interval === undefined) return null;
  return { value, endsAt: (confidence) => endsAt(confidence) ?? interval, drawn: drawnIn(sample) };
}

function drawnIn(sample: ComparableSample | null): DrawnCases | undefined {
  if (sample?.kind === 'composed') return sample.drawn;
  if (sample?.kind !== 'proportion') return undefined;
  const { successes, n } = sample;
  const mean = successes / n;
  return { n, mean, variance: mean * (1 - mean) };
}
