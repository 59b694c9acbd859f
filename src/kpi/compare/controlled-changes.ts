import { makeReason, type Reason } from '../../evidence/index.js';
import { normalCdf } from '../../numerics/index.js';
import {
  type DifferenceInDifferences,
  differenceOfEstimates,
  type Estimate,
  type EstimateDifference,
  type Interval,
} from '../../statistics/index.js';
import type { KpiDirection } from '../definition.js';
import { isReason, type LinearPart, type Spread, type StratumPart } from '../kinds/kind.js';
import { type KpiSide, untoldOf } from './compare-before-after.js';
import type { ChangeVerdict } from './comparison.js';
import { type Verdict, verdictOf } from './verdict.js';
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

/** A figure of times with its error. */
export type SureFigure = LinearPart & { readonly spread: Spread };

/** A figure with its error, or null where there is none. */
export function estimateOf(part: StratumPart | Reason | undefined): SureFigure | null {
  if (part === undefined || isReason(part) || part.kind !== 'linear') return null;
  return part.spread ? { ...part, spread: part.spread } : null;
}

type Estimated = Extract<DifferenceInDifferences, { readonly status: 'estimated' }>;

/** Tested by the errors and the normal distribution. */
export function estimateChanges(
  figures: Four<SureFigure>,
  confidence: number,
): DifferenceInDifferences {
  const standardError = rootOfSquares(figures.map(({ spread }) => spread.error));
  const { interval, ...changes } = changesOf(
    all(figures, ({ value, spread }) => {
      return { value, interval: { ...spread.endsAt(confidence), confidence } };
    }),
  );
  if (standardError === 0) return { status: 'no-variation', ...changes };
  const statistic = changes.estimate / standardError;
  return {
    status: 'estimated',
    ...changes,
    standardError,
    statistic,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
    interval,
    method: 'difference-in-differences-z',
    assumption: 'parallel-trends',
  };
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
    const verdict = isBeside0(interval) ? verdictOf(estimate, direction) : 'not-shown';
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
  const isChance = pValue >= 1 - confidence;
  const doubts = isChance ? [makeReason('kpi.effect-not-shown', 'info', { p: pValue })] : [];
  if (isChance === isBeside0(interval)) {
    doubts.push(makeReason('kpi.test-and-interval-differ', 'info'));
  }
  if (doubts.length > 0) return { verdict: 'not-shown', doubts };
  return { verdict: verdictOf(estimate, direction), doubts };
}

function isBeside0({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}
