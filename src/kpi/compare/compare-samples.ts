import { makeReason, type Reason } from '../../evidence/index.js';
import {
  cohensH,
  differenceOfEstimates,
  hazardRatio,
  type Interval,
  logRank,
  mannWhitney,
  newcombeDifference,
  rateDifference,
  rateRatioTest,
  type SampleMoments,
  type SurvivalCounts,
  twoProportionTest,
  welchTest,
} from '../../statistics/index.js';
import type { ComparableSample } from '../kinds/kind.js';
import type { ComparedPeriod, ComparisonFinding, Described, NoVariation } from './comparison.js';

/** What a comparison found, or null where a side is too small for any test. */
export type Finding = ComparisonFinding | NoVariation | Described | null;

/** What one side brings to a comparison. */
export interface Side<S = ComparableSample | null> {
  /** Null where its kind has no test. */
  readonly sample: S;
  /** Of the KPI; null where it has none. */
  readonly value: number | null;
  /** Of the value. */
  readonly interval?: Interval | undefined;
  readonly n: number;
}

/** Compares two samples of one kind by the test that the kind calls for, or by their values where there is none. */
export function compareSamples(before: Side, after: Side, confidence: number): Finding {
  const pair = [before, after] as const;
  if (bothAre('proportion', pair)) return compareShares(pair, confidence);
  if (bothAre('moments', pair)) return compareMeans(pair, confidence);
  if (bothAre('rate', pair)) return compareRates(pair, confidence);
  if (!bothAre('times', pair)) return describe(pair);
  // An open case has no rank yet; then time to the event is what can be compared.
  const open = pair.some(({ sample }) => sample.counts.some(({ censored }) => censored > 0));
  return open || pair.some(({ sample }) => sample.soonerIsHigher !== undefined)
    ? compareSurvival(pair, confidence)
    : compareRanks(pair, confidence);
}

type Kind = ComparableSample['kind'];
type SampleOf<K extends Kind> = Extract<ComparableSample, { readonly kind: K }>;
type Pair<K extends Kind> = readonly [Side<SampleOf<K>>, Side<SampleOf<K>>];

function bothAre<K extends Kind>(kind: K, pair: readonly [Side, Side]): pair is Pair<K> {
  return pair.every(({ sample }) => sample?.kind === kind);
}

function compareShares([before, after]: Pair<'proportion'>, confidence: number): Finding {
  const [first, second] = [after.sample, before.sample];
  const test = twoProportionTest(first, second);
  const [p, q] = [second.successes / second.n, first.successes / first.n];
  const sides = { before: { value: p, n: second.n }, after: { value: q, n: first.n } };
  if (test.status === 'no-variation') return noVariation(sides, 0);
  const { low, high, method } = newcombeDifference(first, second, { confidence });
  return {
    ...sides,
    status: 'compared',
    difference: test.difference,
    interval: { low, high, confidence, method },
    effect: { measure: 'cohens-h', value: cohensH(q, p) },
    statistic: test.statistic,
    pValue: test.pValue,
    method: test.method,
    reasons: test.smallestExpected < 5 ? [noControlGroup(), fewExpected()] : [noControlGroup()],
  };
}

function compareMeans([before, after]: Pair<'moments'>, confidence: number): Finding {
  const [first, second] = [after.sample.moments, before.sample.moments];
  if (first.n < 2 || second.n < 2) return null;
  const test = welchTest(first, second, { confidence });
  const sides = {
    before: { value: second.mean, n: second.n },
    after: { value: first.mean, n: first.n },
  };
  if (test.status === 'no-variation') return noVariation(sides, test.difference);
  return {
    ...sides,
    status: 'compared',
    difference: test.difference,
    interval: test.interval,
    effect: { measure: 'cohens-d', value: test.difference / spreadOf(first, second) + 0 },
    statistic: test.statistic,
    pValue: test.pValue,
    method: test.method,
    reasons: [noControlGroup()],
  };
}

function spreadOf(first: SampleMoments, second: SampleMoments): number {
  return Math.sqrt((first.variance + second.variance) / 2);
}

function compareRates([before, after]: Pair<'rate'>, confidence: number): Finding {
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
  };
}

function compareRanks(pair: Pair<'times'>, confidence: number): Finding {
  const sides = sidesOf(pair);
  const [second, first] = pair.map(({ sample }) =>
    sample.counts.map(({ time, events }) => ({ value: time, count: events })),
  ) as [ValueCounts, ValueCounts];
  const test = mannWhitney(first, second, { confidence });
  if (test.status === 'no-variation') return noVariation(sides, 0);
  const { delta, interval } = test.effect;
  return {
    ...sides,
    status: 'compared',
    ...differenceOf(pair),
    shift: { value: test.shift, ...(test.interval && { interval: test.interval }) },
    effect: { measure: 'cliffs-delta', value: delta, interval },
    statistic: test.statistic,
    pValue: test.pValue,
    method: test.method,
    reasons: [noControlGroup()],
  };
}

type ValueCounts = { readonly value: number; readonly count: number }[];

function compareSurvival(pair: Pair<'times'>, confidence: number): Finding {
  const sides = sidesOf(pair);
  const [before, after] = pair.map(({ sample }) => sample.counts) as [
    SurvivalCounts,
    SurvivalCounts,
  ];
  const test = logRank([
    { id: 'after', counts: after },
    { id: 'before', counts: before },
  ]);
  const found = differenceOf(pair);
  if (test.status === 'no-variation') return noVariation(sides, found.difference);
  const cox = hazardRatio(after, before, { confidence, method: 'cox' });
  // Where one side's events all come first there is no greatest likelihood, but the test has a direction.
  const hazard = cox.status === 'estimated' ? cox : hazardRatio(after, before, { confidence });
  return {
    ...sides,
    status: 'compared',
    ...found,
    ...(hazard.status === 'estimated' && {
      effect: {
        measure: 'hazard-ratio',
        value: hazard.ratio,
        interval: { low: hazard.low, high: hazard.high, confidence, method: hazard.method },
      },
    }),
    statistic: test.statistic,
    pValue: test.pValue,
    method: 'log-rank',
    reasons: [noControlGroup()],
  };
}

/** Of figures without a test: how far apart they are, and how sure that is where both say so of themselves. */
function describe(pair: readonly [Side, Side]): Described | null {
  const found = differenceOf(pair);
  if (found.difference === null) return null;
  const untested = makeReason('kpi.difference-not-tested', 'info');
  const reasons = [noControlGroup(), untested];
  return { ...sidesOf(pair), status: 'described', ...found, reasons } as Described;
}

/** The values are the KPI's own: what half took, what share stayed. */
function sidesOf([before, after]: readonly [Side, Side]): {
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
} {
  const side = ({ value, n }: Side): ComparedPeriod => ({ value, n });
  return { before: side(before), after: side(after) };
}

/** After less before, with an interval made of both sides' own. */
function differenceOf([before, after]: readonly [Side, Side]): {
  readonly difference: number | null;
  readonly interval?: Interval;
} {
  if (before.value === null || after.value === null) return { difference: null };
  if (before.interval === undefined || after.interval === undefined) {
    return { difference: after.value - before.value };
  }
  return differenceOfEstimates(
    { value: after.value, interval: after.interval },
    { value: before.value, interval: before.interval },
  );
}

function noVariation(
  sides: Pick<NoVariation, 'before' | 'after'>,
  difference: number | null,
): NoVariation {
  return {
    ...sides,
    status: 'no-variation',
    difference,
    reasons: [noControlGroup(), makeReason('kpi.all-alike', 'info')],
  };
}

function noControlGroup(): Reason {
  return makeReason('kpi.no-control-group', 'warn');
}

function fewExpected(): Reason {
  return makeReason('kpi.few-expected-cases', 'warn');
}
