import { checkObject, checkOneOf, type FieldsOf, refuseUnknown } from '../../errors/index.js';
import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import { type Interval, mannKendall, theilSen } from '../../statistics/index.js';
import type { ChangeVerdict } from '../compare/comparison.js';
import { verdictOf } from '../compare/verdict.js';
import { isSignificant, readConfidence } from '../confidence.js';
import { KPI_DIRECTIONS, type KpiDirection } from '../definition.js';
import { autocorrelation, correlationBound } from './caveats.js';
import { type PeriodValue, readSeries, readValueRow, type Slot } from './series.js';

/** What a trend lets the caller choose. */
export interface TrendOptions {
  /** Of the slope's interval, default 0.95; a trend is shown at a significance of 1 − confidence. */
  readonly confidence?: number;
  /** Which way is better; default `neutral`. */
  readonly direction?: KpiDirection;
}

/** What a KPI's values by period say of its trend. */
export type KpiTrend =
  | {
      readonly status: 'tested';
      /** The first and the last period with a value, and how many there are. */
      readonly from: string;
      readonly to: string;
      readonly n: number;
      /** Change a period, in the KPI's unit. */
      readonly slope: number;
      /** Of the slope; null where the periods are too few for the confidence asked. */
      readonly interval: Interval | null;
      /** Mann–Kendall: pairs that rise less pairs that fall, as such and from −1 to 1. */
      readonly statistic: number;
      readonly tau: number;
      /** Two-sided. */
      readonly pValue: number;
      readonly method: 'exact' | 'normal';
      readonly direction: 'up' | 'down' | 'none';
      /** By the test; `different` where the slope is 0, as it may be where many values are alike (`kpi.trend.slope-zero`). */
      readonly verdict: ChangeVerdict;
      readonly reasons: readonly Reason[];
    }
  | {
      /** All values are alike. */
      readonly status: 'no-variation';
      readonly from: string;
      readonly to: string;
      readonly n: number;
      readonly reasons: readonly Reason[];
    }
  | {
      readonly status: 'insufficient';
      readonly n: number;
      readonly reasons: readonly Reason[];
    };

/** Below this many values no trend can be shown at 95 %: four in a row rise by chance once in 24. */
const MINIMUM_TREND = 5;

const OPTIONS: FieldsOf<TrendOptions> = { confidence: true, direction: true };

/**
 * The trend of a KPI over its periods: how fast (Theil–Sen), and whether it is more than chance (Mann–Kendall).
 *
 * Neither is turned by a few wild values. Gaps keep their place in time. With fewer than 5 values the result is
 * `insufficient`. The test leaves pairs of like values out, while to the slope they are changes of 0: where that makes
 * them say different things, a reason says so (`kpi.trend.slope-zero`, `kpi.trend.slope-may-be-zero`). A caveat says
 * where values hang together from period to period, for the test takes them as independent.
 *
 * @param values one row a period, in any order, at most 2,000 periods from first to last.
 * @throws AptfolioError with path `values…` or `options…`, as `xmrChart`.
 *
 * Sources: P. K. Sen, JASA 63 (1968) 1379–1389; H. B. Mann, Econometrica 13 (1945) 245–259.
 *
 * @example
 * ```ts
 * import { trend } from 'aptfolio/kpi';
 *
 * const shares = [0.71, 0.74, 0.73, 0.78, 0.8, 0.83, 0.82, 0.86];
 * const values = shares.map((value, i) => ({ period: `2026-0${i + 1}`, value }));
 * const found = trend(values, { direction: 'higher-is-better' });
 * found.slope; // => 0.0207142857
 * found.statistic; // => 24
 * found.verdict; // => 'better'
 * ```
 */
export function trend(values: readonly PeriodValue[], options: TrendOptions = {}): KpiTrend {
  const { slots } = readSeries(values, 'values', readValueRow);
  const { direction = 'neutral' } = checkObject(options, 'options') as TrendOptions;
  refuseUnknown(options, 'options', OPTIONS);
  const confidence = readConfidence({ confidence: options.confidence });
  const better = checkOneOf(direction, 'options.direction', KPI_DIRECTIONS);
  const times = slots.flatMap(({ value }, index) => (value === null ? [] : [index]));
  const n = times.length;
  if (n < MINIMUM_TREND) {
    const reasons = [
      makeReason('kpi.trend.too-few-periods', 'info', { n, minimum: MINIMUM_TREND }),
    ];
    return Object.freeze({ status: 'insufficient', n, reasons: Object.freeze(reasons) });
  }
  return trendOf(slots, times, confidence, better);
}

function trendOf(
  slots: readonly Slot[],
  times: readonly number[],
  confidence: number,
  better: KpiDirection,
): KpiTrend {
  const values = times.map((time) => slots[time]?.value as number);
  const periodOf = (time: number | undefined) => slots[time as number]?.period as string;
  const span = { from: periodOf(times[0]), to: periodOf(times.at(-1)), n: times.length };
  const test = mannKendall(values);
  if (test.status === 'no-variation') {
    const reasons = Object.freeze([makeReason('kpi.trend.no-variation', 'info', span)]);
    return Object.freeze({ status: 'no-variation', ...span, reasons });
  }
  const line = theilSen(times, values, { confidence });
  const { statistic, tau, pValue, method } = test;
  const shown = isSignificant(pValue, confidence);
  const way = !shown ? 'none' : statistic > 0 ? 'up' : 'down';
  const interval = line.interval ?? null;
  const told = { ...span, p: pValue, slope: line.slope, way: `way-${way}` };
  const { verdict, reasons } = shown
    ? shownTrend(verdictOf(statistic, better), told, interval)
    : { verdict: 'not-shown' as const, reasons: [makeReason('kpi.trend.not-shown', 'info', told)] };
  const rests = slots.map(({ value }, time) => (value === null ? null : value - line.slope * time));
  return Object.freeze({
    status: 'tested',
    ...span,
    slope: line.slope,
    interval,
    statistic,
    tau,
    pValue,
    method,
    direction: way,
    verdict,
    reasons: Object.freeze([...reasons, ...restCaveat(rests, times.length)]),
  });
}

/** What a trend beyond chance comes to; without a slope it is neither better nor worse. */
function shownTrend(
  verdict: ChangeVerdict,
  told: Parameters & { readonly slope: number },
  interval: Interval | null,
): { readonly verdict: ChangeVerdict; readonly reasons: readonly Reason[] } {
  const severity = verdict === 'worse' ? 'warn' : 'info';
  if (told.slope === 0) {
    return { verdict: 'different', reasons: [makeReason('kpi.trend.slope-zero', severity, told)] };
  }
  const shown = makeReason('kpi.trend.shown', severity, told);
  if (interval === null || interval.low > 0 || interval.high < 0) {
    return { verdict, reasons: [shown] };
  }
  const { low, high } = interval;
  const doubt = makeReason('kpi.trend.slope-may-be-zero', 'info', { low, high });
  return { verdict, reasons: [shown, doubt] };
}

/** A caveat if what the line leaves over hangs together from period to period. */
function restCaveat(rests: readonly (number | null)[], n: number): readonly Reason[] {
  const correlation = autocorrelation(rests, 1);
  if (correlation === null || correlation <= correlationBound(n)) return [];
  return [makeReason('kpi.trend.autocorrelated', 'warn', { correlation })];
}
