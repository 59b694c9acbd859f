import { makeReason } from '../../evidence/index.js';
import {
  cohensH,
  fisherExactTest,
  type Interval,
  netPromoterDifference,
  newcombeDifference,
  rateDifference,
  rateRatioTest,
  type SampleMoments,
  twoMeansTest,
  twoProportionTest,
} from '../../statistics/index.js';
import { compareTimes } from './compare-times.js';
import type { ComparedShares, Described } from './comparison.js';
import {
  bothAre,
  differenceOf,
  type Found,
  fewExpected,
  noControlGroup,
  noVariation,
  type Pair,
  type Side,
  sidesOf,
} from './sides.js';

/** Compares two samples of one kind by the test that the kind calls for, or by their values where there is none. */
export function compareSamples(before: Side, after: Side, confidence: number): Found | null {
  const pair = [before, after] as const;
  if (bothAre('proportion', pair)) return compareShares(pair, confidence);
  if (bothAre('moments', pair)) return compareMeans(pair, confidence);
  if (bothAre('rate', pair)) return compareRates(pair, confidence);
  return bothAre('times', pair) ? compareTimes(pair, confidence) : describe(pair);
}

function compareShares([before, after]: Pair<'proportion'>, confidence: number): Found {
  const [first, second] = [after.sample, before.sample];
  const usual = twoProportionTest(first, second);
  const [p, q] = [second.successes / second.n, first.successes / first.n];
  const sides = { before: { value: p, n: second.n }, after: { value: q, n: first.n } };
  if (usual.status === 'no-variation') return noVariation(sides, 0);
  const { difference, smallestExpected } = usual;
  const { low, high, method } = newcombeDifference(first, second, { confidence });
  const few = smallestExpected < 5;
  // Beyond what the exact test takes the usual one has to do.
  const exact = few && Math.max(first.n, second.n) <= MOST_EXACT;
  const { statistic, pValue } = usual;
  return {
    finding: {
      ...sides,
      status: 'compared',
      difference,
      interval: { low, high, confidence, method },
      effect: { measure: 'cohens-h', value: cohensH(q, p) },
      ...(exact ? exactly(first, second) : { statistic, pValue, method: usual.method }),
      reasons: few ? [noControlGroup(), fewExpected()] : [noControlGroup()],
    },
    change: difference,
  };
}

/** `fisherExactTest` takes groups of up to so many. */
const MOST_EXACT = 1e9;

interface Share {
  readonly successes: number;
  readonly n: number;
}

/** The test of shares for few cases; the statistic is what it counts. */
function exactly(first: Share, second: Share): Pick<ComparedShares, TestFields> {
  const test = fisherExactTest(first, second);
  const pValue = test.status === 'tested' ? test.pValue : 1;
  return { statistic: first.successes, pValue, method: 'fisher-exact' };
}

type TestFields = 'statistic' | 'pValue' | 'method';

function compareMeans([before, after]: Pair<'moments'>, confidence: number): Found | null {
  const [first, second] = [after.sample.moments, before.sample.moments];
  if (first.n < 2 || second.n < 2) return null;
  const sides = {
    before: { value: second.mean, n: second.n },
    after: { value: first.mean, n: first.n },
  };
  const test = twoMeansTest(first, second, { confidence });
  const { difference } = test;
  if (test.status === 'no-variation') return noVariation(sides, difference);
  const { interval, statistic, pValue, method } = scoresOf([before, after], confidence) ?? test;
  return {
    finding: {
      ...sides,
      status: 'compared',
      difference,
      interval,
      effect: { measure: 'cohens-d', value: difference / spreadOf(first, second) + 0 },
      statistic,
      pValue,
      method,
      reasons: [noControlGroup()],
    },
    change: difference,
  };
}

/** The test of two net promoter scores, or null for other means. */
function scoresOf(
  [before, after]: Pair<'moments'>,
  confidence: number,
): (Pick<ComparedShares, TestFields> & { readonly interval: Interval }) | null {
  const [first, second] = [after.sample.answers, before.sample.answers];
  if (first === undefined || second === undefined) return null;
  const found = netPromoterDifference(first, second, { confidence });
  const { difference, statistic, pValue } = found;
  // The added answers draw it away from a difference of few answers that are all alike.
  const [low, high] = [Math.min(found.low, difference), Math.max(found.high, difference)];
  const method = 'adjusted-wald';
  return { interval: { low, high, confidence, method }, statistic, pValue, method };
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
  const { ratio } = test;
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
      pValue: test.pValue,
      method: test.method,
      reasons: [noControlGroup()],
    },
    change: difference,
  };
}

/** Of figures without a test: how far apart they are, and how sure that is where both say so of themselves. */
function describe(pair: readonly [Side, Side]): Found | null {
  const found = differenceOf(pair);
  if (found.difference === null) return null;
  const untested = makeReason('kpi.difference-not-tested', 'info');
  const reasons = [noControlGroup(), untested];
  const finding = { ...sidesOf(pair), status: 'described', ...found, reasons } as Described;
  return { finding, change: found.difference };
}
