import { addDays, type PlainDate } from '../../dates/index.js';
import { formatQuantity } from '../../money/index.js';
import type { PanicSaleRule } from './behaviour-policy.js';
import { lastOnOrBefore, type PriceSeries } from './prices.js';
import type { Quantity } from './quantity.js';

/** A price or level below an earlier one. */
export interface Fall {
  readonly peakDate: PlainDate;
  /** Decimal text. */
  readonly peak: string;
  readonly date: PlainDate;
  /** Decimal text. */
  readonly price: string;
  /** Share of the peak that was lost, decimal fraction. */
  readonly depth: number;
}

/** Whether a series had fallen before a day; `unknown` where the prices do not reach back far enough to deny it. */
export type FallFinding = Fall | 'none' | 'unknown';

/**
 * The deepest fall that a sale on a day followed, the earliest of several: from the highest price of the days of
 * `peakWithinDays` before, to a day of the `soldWithinDays` before the sale or the sale's own.
 */
export function fallBefore(
  series: PriceSeries | null | undefined,
  sale: PlainDate,
  rule: PanicSaleRule,
): FallFinding {
  if (series === undefined || series === null) return 'unknown';
  const { dates } = series;
  const since = addDays(sale, -rule.soldWithinDays);
  const reach = addDays(since, -rule.peakWithinDays);
  const begin = Math.max(0, lastOnOrBefore(series, addDays(reach, -1)) + 1);
  const deepest = deepestFall(series, begin, lastOnOrBefore(series, sale), since, rule);
  if (deepest !== undefined && reaches(deepest, rule)) return fallOf(series, deepest);
  const complete = dates.length > 0 && dates[0]! <= reach && deepest !== undefined;
  return complete ? 'none' : 'unknown';
}

/** Where a fall begins and ends, as places in the series, and its depth as a fraction. */
interface Place {
  readonly peakAt: number;
  readonly at: number;
  readonly lost: Quantity;
  readonly peak: Quantity;
}

function deepestFall(
  { dates, prices }: PriceSeries,
  begin: number,
  end: number,
  since: PlainDate,
  { peakWithinDays }: PanicSaleRule,
): Place | undefined {
  // Places whose price no later one reaches: the first that is near enough is the peak.
  const peaks: number[] = [];
  let deepest: Place | undefined;
  for (let at = begin; at <= end; at++) {
    while (peaks.length > 0 && prices[peaks[peaks.length - 1]!]! < prices[at]!) peaks.pop();
    peaks.push(at);
    if (dates[at]! < since) continue;
    const earliest = addDays(dates[at]!, -peakWithinDays);
    while (dates[peaks[0]!]! < earliest) peaks.shift();
    const peakAt = peaks[0]!;
    const peak = prices[peakAt]!;
    const place = { peakAt, at, lost: peak - prices[at]!, peak };
    if (deepest === undefined || place.lost * deepest.peak > deepest.lost * peak) deepest = place;
  }
  return deepest;
}

function reaches({ lost, peak }: Place, { fallAtLeast }: PanicSaleRule): boolean {
  return lost * fallAtLeast.scale >= peak * fallAtLeast.numerator;
}

function fallOf({ dates, prices }: PriceSeries, { peakAt, at, lost, peak }: Place): Fall {
  return Object.freeze({
    peakDate: dates[peakAt]!,
    peak: formatQuantity(peak),
    date: dates[at]!,
    price: formatQuantity(prices[at]!),
    depth: Number(lost) / Number(peak),
  });
}
