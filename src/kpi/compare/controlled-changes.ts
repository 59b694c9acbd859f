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
  type StudyCells,
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

/**
 * Means are tested as means, shares as those of so many clients followed all along as would be as sure of them, and net promoter scores by their adjusted scores and the normal
 * distribution.
 */
export function estimateChanges(
  figures: Four<SureFigure>,
  confidence: number,
): DifferenceInDifferences {
  const moments = all(figures, ({ spread }) => spread.moments ?? null);
  if (isFull(moments)) return differenceInDifferences(studyOf(moments), { confidence });
  const shares = all(figures, shareOf);
  return isFull(shares) ? testShares(shares, confidence) : estimateScores(figures, confidence);
}

/** Changes of a figure that rises with a share, as of F1. */
export function estimateRising(
  cells: Four<RisingSample>,
  confidence: number,
): DifferenceInDifferences {
  const shares = all(cells, (cell) => {
    return { ...cell, value: cell.figureAt(cell.successes / cell.n).value };
  });
  return testShares(shares, confidence);
}

/** A figure that is a share or rises with one. */
interface ShareCell extends Omit<RisingSample, 'kind'> {
  /** Of the figure. */
  readonly value: number;
}

/** A share that is told by its error, as of whole cases that are at most as sure of it; null of what is none. */
function shareOf({ value, spread: { drawn, centre } }: SureFigure): ShareCell | null {
  if (drawn === undefined || centre !== undefined) return null;
  // Rounded down, but not by the noise of a quotient.
  const n = Math.max(1, Math.floor(drawn.n * (1 + 1e-9)));
  return { value, successes: value * n, n, figureAt: itself };
}

function itself(share: number): ReturnType<RisingSample['figureAt']> {
  return { value: share, slope: 1 };
}

/**
 * Changes of shares, or of what rises with one, are tested as those of plain shares: each cell takes one success and one failure more, of few that all came out alike nobody being
 * sure, and the error of the figure is that of the share times how steeply it rises there.
 */
function testShares(cells: Four<ShareCell>, confidence: number): DifferenceInDifferences {
  const changes = changesIn(all(cells, ({ value }) => value));
  const isAlike = [0, 1].some((end) => cells.every(({ successes, n }) => successes === end * n));
  const found = differenceInDifferences(studyOf(all(cells, addedCell)), { confidence });
  if (isAlike || found.status !== 'estimated') return { status: 'no-variation', ...changes };
  const { low, high } = found.interval;
  const ends = { low: Math.max(-2, low), high: Math.min(2, high) };
  const interval = { ...ends, confidence, method: 'agresti-caffo-t' };
  const smallestExpected = Math.min(
    leastExpected(cells[0], cells[1]),
    leastExpected(cells[2], cells[3]),
  );
  return { ...found, ...aboutChange(changes, { ...found, interval }), smallestExpected };
}

/** Net promoter scores, each as sure as its answers with those added. */
function estimateScores(figures: Four<SureFigure>, confidence: number): DifferenceInDifferences {
  const changes = changesIn(all(figures, ({ value }) => value));
  const isAlike = figures.every(({ value, spread }) => {
    return spread.drawn?.variance === 0 && value === figures[0].value;
  });
  if (isAlike) return { status: 'no-variation', ...changes };
  const { estimate } = changesIn(all(figures, ({ value, spread }) => spread.centre ?? value));
  const standardError = rootOfSquares(figures.map(({ spread }) => spread.error));
  const statistic = estimate / standardError;
  const pValue = Math.min(1, 2 * normalCdf(-Math.abs(statistic)));
  const reach = -normalQuantile((1 - confidence) / 2) * standardError;
  const ends = { low: estimate - reach, high: estimate + reach };
  const interval = { ...ends, confidence, method: 'adjusted-wald' };
  return {
    status: 'estimated',
    ...aboutChange(changes, { estimate, statistic, pValue, interval }),
    standardError,
    method: 'difference-in-differences-z',
    assumption: 'parallel-trends',
  };
}

/**
 * What cells with cases added say of the change that is shown, from which these draw away: the interval is widened to hold it, and where they alone would turn it round, it counts
 * as none.
 */
function aboutChange(
  changes: Changes,
  {
    estimate: drawn,
    statistic,
    pValue,
    interval,
  }: Pick<Estimated, 'estimate' | 'statistic' | 'pValue' | 'interval'>,
): Changes & Pick<Estimated, 'statistic' | 'pValue' | 'interval'> {
  const { estimate } = changes;
  const isTurned = Math.sign(drawn) !== Math.sign(estimate);
  const [low, high] = [Math.min(interval.low, estimate), Math.max(interval.high, estimate)];
  return {
    ...changes,
    ...(isTurned ? { statistic: 0, pValue: 1 } : { statistic, pValue }),
    interval: { ...interval, low, high },
  };
}

type Changes = Pick<Estimated, 'estimate' | 'treatedChange' | 'controlChange'>;

function changesIn([before, after, first, second]: Four<number>): Changes {
  const [treatedChange, controlChange] = [after - before + 0, second - first + 0];
  return { estimate: treatedChange - controlChange + 0, treatedChange, controlChange };
}

function studyOf([before, after, first, second]: Four<SampleMoments>): StudyCells<SampleMoments> {
  return { treated: { before, after }, control: { before: first, after: second } };
}

/** The figure of a share with one success and one failure more, as the mean of so many cases. */
function addedCell({ successes, n: cases, figureAt }: ShareCell): SampleMoments {
  const n = cases + 2;
  const share = (successes + 1) / n;
  const { value: mean, slope } = figureAt(share);
  return { n, mean, variance: slope * slope * share * (1 - share) };
}

/** The smallest count to be expected in a group if its share does not change. */
function leastExpected(before: ShareCell, after: ShareCell): number {
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
  const changes = changesIn(all(sides, ({ value }) => value as number));
  const isSample = sides.some(({ sample }) => sample !== null);
  const unknown = isSample ? [makeReason('kpi.interval-unknown', 'info')] : [];
  return { ...known, ...changes, reasons: [untested, ...unknown] };
}

/** The change of each group, and what they are apart with an interval put together of all four. */
function changesOf(figures: Four<Estimate>): Changes & Pick<Estimated, 'interval'> {
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
