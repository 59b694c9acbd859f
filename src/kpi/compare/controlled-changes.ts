import { makeReason, type Reason } from '../../evidence/index.js';
import { normalCdf, normalQuantile } from '../../numerics/index.js';
import {
  type DifferenceInDifferences,
  differenceInDifferences,
  differenceOfEstimates,
  type Estimate,
  type EstimateDifference,
  type Interval,
  type SampleMoments,
} from '../../statistics/index.js';
import { isSignificant } from '../confidence.js';
import type { KpiDirection } from '../definition.js';
import { isReason } from '../kinds/kind.js';
import type { LinearPart, RisingSample, Spread, StratumPart } from '../kinds/sample.js';
import { type KpiSide, untoldOf } from './compare-before-after.js';
import type { ChangeVerdict } from './comparison.js';
import { excludesZero, type Verdict, verdictOf } from './verdict.js';
import { rootOfSquares } from './weighed.js';

/** The changes of a figure without a test: a quantile of times, a sum of money. */
export interface DescribedChanges {
  readonly status: 'described';
  /** Change of the treated group less that of the control group. */
  readonly estimate: number;
  readonly treatedChange: number;
  readonly controlChange: number;
  /** Of the estimate (`mover`), where all four values have intervals of their own. */
  readonly interval?: Interval;
  /** By the interval; absent where there is none. */
  readonly verdict?: ChangeVerdict;
  /** As in every study with a control group. */
  readonly assumption: 'parallel-trends';
  /** `kpi.parallel-trends`, `kpi.difference-not-tested`, and `kpi.interval-unknown` where a sample does not tell. */
  readonly reasons: readonly Reason[];
}

/** Of the treated group before and after, then of the control group. */
export type Four<T> = readonly [T, T, T, T];

/** The same of each. */
export function all<S, T>([a, b, c, d]: Four<S>, of: (one: S) => T): Four<T> {
  return [of(a), of(b), of(c), of(d)];
}

/** Whether none of them is missing. */
export function isFull<T>(four: Four<T | null>): four is Four<T> {
  return !four.includes(null);
}

/** A figure with its error. */
export type SureFigure = LinearPart & { readonly spread: Spread };

/** A figure with its error, or null where there is none. */
export function estimateOf(part: StratumPart | Reason | null): SureFigure | null {
  if (part === null || isReason(part) || part.kind !== 'linear') return null;
  return part.spread ? { ...part, spread: part.spread } : null;
}

type Estimated = Extract<DifferenceInDifferences, { readonly status: 'estimated' }>;

/** Means are tested as means, shares and net promoter scores by their errors and the normal distribution. */
export function estimateChanges(
  figures: Four<SureFigure>,
  confidence: number,
): DifferenceInDifferences {
  const moments = all(figures, ({ spread }) => spread.moments ?? null);
  if (isFull(moments)) {
    const [before, after, first, second] = moments;
    const study = { treated: { before, after }, control: { before: first, after: second } };
    return differenceInDifferences(study, { confidence });
  }
  const standardError = rootOfSquares(figures.map(({ spread }) => spread.error));
  const { interval, ...changes } = changesOf(
    all(figures, ({ value, spread }) => {
      return { value, interval: { ...spread.endsAt(confidence), confidence } };
    }),
  );
  if (standardError === 0) return { status: 'no-variation', ...changes };
  const scores = all(figures, ({ spread }) => spread.centre ?? null);
  const about = isFull(scores) ? changeBetween(scores) : changes.estimate;
  const statistic = about / standardError;
  return {
    status: 'estimated',
    ...changes,
    standardError,
    statistic,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
    interval: isFull(scores)
      ? adjusted(changes.estimate, about, standardError, confidence)
      : interval,
    method: 'difference-in-differences-z',
    assumption: 'parallel-trends',
  };
}

function changeBetween([before, after, first, second]: Four<number>): number {
  return after - before - (second - first) + 0;
}

/** About the change of the scores with their added answers, which draw it away from one of few answers that are all alike. */
function adjusted(
  estimate: number,
  about: number,
  standardError: number,
  confidence: number,
): Interval {
  const reach = -normalQuantile((1 - confidence) / 2) * standardError;
  const [low, high] = [Math.min(estimate, about - reach), Math.max(estimate, about + reach)];
  return { low, high, confidence, method: 'adjusted-wald' };
}

/**
 * Changes of a figure that rises with a share, tested as those of shares: each cell takes one success and one failure more, of few that all came out alike nobody being sure, and
 * the error of the figure is that of the share times how steeply it rises there.
 */
export function estimateRising(
  cells: Four<RisingSample>,
  confidence: number,
): DifferenceInDifferences {
  const shares = all(cells, ({ successes, n }) => successes / n);
  const values = all(cells, ({ successes, n, figureAt }) => figureAt(successes / n).value);
  const [before, after, first, second] = all(cells, addedCell);
  const study = { treated: { before, after }, control: { before: first, after: second } };
  const found = differenceInDifferences(study, { confidence });
  const changes = {
    estimate: changeBetween(values),
    treatedChange: values[1] - values[0] + 0,
    controlChange: values[3] - values[2] + 0,
  };
  const isAlike = [0, 1].some((end) => shares.every((share) => share === end));
  if (isAlike || found.status !== 'estimated') return { status: 'no-variation', ...changes };
  const { estimate } = changes;
  // Where the added cases alone would turn the estimate round it counts as none.
  const isTurned = Math.sign(found.estimate) !== Math.sign(estimate);
  const { low, high } = found.interval;
  const ends = {
    low: Math.max(-2, Math.min(low, estimate)),
    high: Math.min(2, Math.max(high, estimate)),
  };
  return {
    ...found,
    ...changes,
    ...(isTurned && { statistic: 0, pValue: 1 }),
    interval: { ...ends, confidence, method: 'agresti-caffo-t' },
    smallestExpected: Math.min(
      leastExpected(cells[0], cells[1]),
      leastExpected(cells[2], cells[3]),
    ),
  };
}

/** The figure of a share with one success and one failure more, as the mean of so many cases. */
function addedCell({ successes, n: cases, figureAt }: RisingSample): SampleMoments {
  const n = cases + 2;
  const share = (successes + 1) / n;
  const { value: mean, slope } = figureAt(share);
  return { n, mean, variance: slope * slope * share * (1 - share) };
}

/** The smallest count to be expected in a group if its share does not change. */
function leastExpected(before: RisingSample, after: RisingSample): number {
  const pooled = (before.successes + after.successes) / (before.n + after.n);
  return Math.min(before.n, after.n) * Math.min(pooled, 1 - pooled);
}

/** Without a test: what the changes are apart, and how sure that is where all four values say so of themselves. */
export function describeChanges(
  sides: Four<KpiSide>,
  direction: KpiDirection,
): DescribedChanges | Reason {
  const isUntold = ({ value, sample }: KpiSide) => value === null || sample?.kind === 'moments';
  if (sides.some(isUntold)) return untoldOf(...sides);
  const untested = makeReason('kpi.difference-not-tested', 'info');
  const known = { status: 'described', assumption: 'parallel-trends' } as const;
  const figures = all(sides, ({ value, interval }) =>
    value === null || interval === undefined ? null : { value, interval },
  );
  if (isFull(figures)) {
    const changes = changesOf(figures);
    const { interval, estimate } = changes;
    const verdict = excludesZero(interval) ? verdictOf(estimate, direction) : 'not-shown';
    return { ...known, ...changes, verdict, reasons: [untested] };
  }
  const [before, after, first, second] = all(sides, ({ value }) => value as number);
  const [treatedChange, controlChange] = [after - before + 0, second - first + 0];
  const estimate = treatedChange - controlChange + 0;
  const isSample = sides.some(({ sample }) => sample !== null);
  const unknown = isSample ? [makeReason('kpi.interval-unknown', 'info')] : [];
  return { ...known, estimate, treatedChange, controlChange, reasons: [untested, ...unknown] };
}

/** The change of each group, and what they are apart with an interval put together of all four. */
function changesOf(
  figures: Four<Estimate>,
): Pick<Estimated, 'estimate' | 'treatedChange' | 'controlChange' | 'interval'> {
  const [before, after, first, second] = figures;
  const treated = differenceOfEstimates(after, before);
  const control = differenceOfEstimates(second, first);
  const { difference, interval } = differenceOfEstimates(asEstimate(treated), asEstimate(control));
  return {
    estimate: difference,
    treatedChange: treated.difference,
    controlChange: control.difference,
    interval,
  };
}

function asEstimate({ difference, interval }: EstimateDifference): Estimate {
  return { value: difference, interval };
}

/** Better or worse takes both the test and the interval, which come about in different ways. */
export function judgeChanges(
  { pValue, interval, estimate }: Estimated,
  confidence: number,
  direction: KpiDirection,
): Verdict {
  const isChance = !isSignificant(pValue, confidence);
  const doubts = isChance ? [makeReason('kpi.effect-not-shown', 'info', { p: pValue })] : [];
  if (isChance === excludesZero(interval)) {
    doubts.push(makeReason('kpi.test-and-interval-differ', 'info'));
  }
  if (doubts.length > 0) return { verdict: 'not-shown', doubts };
  return { verdict: verdictOf(estimate, direction), doubts };
}
