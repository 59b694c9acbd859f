import { makeReason, type Reason } from '../../evidence/index.js';
import type { Interval } from '../../statistics/index.js';
import { isSignificant } from '../confidence.js';
import type { KpiDirection } from '../definition.js';
import type {
  ChangeVerdict,
  ComparedPeriod,
  ComparedTimes,
  ComparisonFinding,
} from './comparison.js';

/** What a change that is no chance comes to; `different` where neither way is better, or nobody knows which way it went. */
export function verdictOf(
  change: number,
  direction: KpiDirection,
): Exclude<ChangeVerdict, 'not-shown'> {
  if (direction === 'neutral' || change === 0) return 'different';
  return change > 0 === (direction === 'higher-is-better') ? 'better' : 'worse';
}

/** A verdict, with why it is no better or worse, or what the value does not show. */
export interface Verdict {
  readonly verdict: ChangeVerdict;
  readonly doubts: readonly Reason[];
}

/** What a test found, and how sure a verdict is to be. */
export interface Tested {
  /** Above 0 where the test says that the value rose. */
  readonly change: number;
  readonly finding: Pick<ComparisonFinding, 'pValue' | 'interval' | 'effect' | 'method'> &
    Pick<ComparedTimes, 'shift'>;
  readonly confidence: number;
}

/** What is shown of a side, and how far it may be too high. */
export type ShownValue = Pick<ComparedPeriod, 'value' | 'relativeError'>;

/**
 * Judges what a test found.
 *
 * @param values what is shown of both sides.
 * @param chance why chance could explain it, or null.
 */
export function judge(
  tested: Tested,
  values: { readonly from: ShownValue; readonly to: ShownValue },
  direction: KpiDirection,
  chance: Reason | null,
): Verdict {
  const aside = sizesAtOdds(tested);
  if (chance !== null && isShownByFigure(tested)) {
    const apart = makeReason('kpi.test-and-figure-differ', 'info');
    return { verdict: 'not-shown', doubts: [apart, ...aside] };
  }
  const doubts = chance === null ? [] : [chance];
  if (isAtOdds(tested)) doubts.push(makeReason('kpi.test-and-interval-differ', 'info'));
  if (doubts.length > 0) return { verdict: 'not-shown', doubts: [...doubts, ...aside] };
  // The test looks at all cases, the value at one figure of them: the two may point apart, or the value nowhere.
  const { change } = tested;
  const { rise, isSure } = riseOf(values.from, values.to);
  if (rise !== null && isSure && Math.sign(rise) * Math.sign(change) < 0) {
    const apart = makeReason('kpi.test-and-value-differ', 'warn');
    return { verdict: 'different', doubts: [...aside, apart] };
  }
  const verdict = verdictOf(change, direction);
  if (rise === 0) {
    return { verdict, doubts: [...aside, makeReason('kpi.value-unchanged', 'info')] };
  }
  const { interval, method } = tested.finding;
  if (!OF_TIMES.includes(method) || excludesZero(interval)) return { verdict, doubts: aside };
  const code = interval === undefined ? 'kpi.value-unsure' : 'kpi.value-may-be-unchanged';
  return { verdict, doubts: [...aside, makeReason(code, 'info')] };
}

/** By how much the value shown rose, and whether it truly rose, or fell, as far as bins of times tell. */
function riseOf(
  from: ShownValue,
  to: ShownValue,
): { readonly rise: number | null; readonly isSure: boolean } {
  if (from.value === null || to.value === null) return { rise: null, isSure: false };
  const rise = to.value - from.value;
  const upper = rise > 0 ? to : from;
  const lower = rise > 0 ? from.value : to.value;
  const least = upper.value! / (1 + (upper.relativeError ?? 0));
  return { rise, isSure: upper.relativeError === undefined || least > lower };
}

/** What `judge` says of a difference only where it is shown. */
const OF_SHOWN: readonly string[] = Object.freeze([
  'kpi.test-and-value-differ',
  'kpi.value-unchanged',
  'kpi.value-may-be-unchanged',
  'kpi.value-unsure',
]);

/** The reasons of a difference that was shown by itself and, among several, is not. */
export function reasonsUnshown(reasons: readonly Reason[], chance: Reason): readonly Reason[] {
  return Object.freeze([...reasons.filter(({ code }) => !OF_SHOWN.includes(code)), chance]);
}

const OF_TIMES: readonly string[] = Object.freeze([
  'mann-whitney-exact',
  'mann-whitney-normal',
  'log-rank',
  'log-rank-exact',
]);

const OF_INTERVALS: readonly string[] = Object.freeze(['incidence-z', 'interval-z']);

/** Whether the interval of a figure of times shows a difference that the test of all of them does not. */
function isShownByFigure({ finding: { method, interval, pValue }, confidence }: Tested): boolean {
  return !isSignificant(pValue, confidence) && OF_TIMES.includes(method) && excludesZero(interval);
}

/** Whether there is an interval, and it leaves 0 out. */
export function excludesZero(interval: Interval | undefined): boolean {
  return interval !== undefined && isBeside(0, interval);
}

function isBeside(value: number, { low, high }: Interval): boolean {
  return low > value || high < value;
}

/**
 * Whether test and interval of one difference, which come about in different ways, say different things of 0. The test of times looks at
 * all of them and not at the figure whose interval it is, and is left out; so are tests that are read off the interval, which at its very end is a matter of rounding.
 */
function isAtOdds({ finding, confidence }: Tested): boolean {
  const { pValue, interval, method } = finding;
  if (interval === undefined || OF_TIMES.includes(method)) return false;
  if (OF_INTERVALS.includes(method)) return false;
  return excludesZero(interval) !== isSignificant(pValue, confidence);
}

/**
 * Whether the interval of what tells the size says otherwise than the test of there being a difference. Of effect sizes the exact one of a rate ratio is cut to the same tail on
 * each side, the one of Cliff's delta takes all values to be different, Cox's takes the logarithm to be normal; that of the shift of ranks takes all values to be different.
 */
function sizesAtOdds({ finding: { effect, shift, pValue }, confidence }: Tested): Reason[] {
  const isShown = isSignificant(pValue, confidence);
  const isAtOdds = (none: number, interval: Interval | undefined): boolean =>
    interval !== undefined && isBeside(none, interval) !== isShown;
  const isRatio = effect?.measure === 'rate-ratio' || effect?.measure === 'hazard-ratio';
  return [
    ...(isAtOdds(isRatio ? 1 : 0, effect?.interval)
      ? [makeReason('kpi.test-and-effect-differ', 'info')]
      : []),
    ...(isAtOdds(0, shift?.interval) ? [makeReason('kpi.test-and-shift-differ', 'info')] : []),
  ];
}
