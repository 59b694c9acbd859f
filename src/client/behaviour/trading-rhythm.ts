import {
  type DateInterval,
  daysBetween,
  monthOf,
  monthsIn,
  type PlainDate,
} from '../../dates/index.js';
import { coefficientOfVariation, mean, median } from '../../statistics/index.js';
import type { ReadTrade } from './read-trades.js';

/** How often and how evenly someone trades over whole months. */
export interface TradingRhythm {
  readonly months: number;
  readonly trades: number;
  readonly tradesPerMonth: number;
  /** Days with a trade. */
  readonly tradingDays: number;
  /** Months with a trade. */
  readonly activeMonths: number;
  /** Days from one trading day to the next; `null` below two trading days. */
  readonly gaps: {
    readonly median: number;
    readonly mean: number;
    readonly longest: number;
    /** Population standard deviation over the mean: 0 is a clock, 1 is chance. */
    readonly variation: number;
  } | null;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
}

/** Measures the rhythm of the trades of a window of whole months, in the order of their dates. */
export function tradingRhythm(trades: readonly ReadTrade[], window: DateInterval): TradingRhythm {
  const days = [...new Set(trades.map(({ date }) => date))];
  const months = monthsIn(window).length;
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index]!, day));
  return Object.freeze({
    months,
    trades: trades.length,
    tradesPerMonth: trades.length / months,
    tradingDays: days.length,
    activeMonths: new Set(days.map(monthOf)).size,
    gaps:
      gaps.length === 0
        ? null
        : Object.freeze({
            median: median(gaps),
            mean: mean(gaps),
            longest: gaps.reduce((most, gap) => Math.max(most, gap)),
            variation: coefficientOfVariation(gaps),
          }),
    firstDay: days[0] ?? null,
    lastDay: days[days.length - 1] ?? null,
  });
}
