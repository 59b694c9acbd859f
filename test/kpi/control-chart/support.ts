import { readLabel } from '../../../src/kpi/control-chart/period-label.js';
import type { ControlChart, PeriodValue } from '../../../src/kpi/index.js';
import { expectClose } from '../support.js';

/** Labels of so many months in a row from January 2001. */
export function months(n: number): string[] {
  return Array.from({ length: n }, (_, i) => {
    return `${2001 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  });
}

/** One value a month from January 2001; null is a gap. */
export function monthly(values: readonly (number | null)[]): PeriodValue[] {
  const labels = months(values.length);
  return values.map((value, i) => ({ period: labels[i] as string, value }));
}

/** Twenty values with mean 0 and mean moving range 1.128, so that one standard deviation is 1. */
export function standardBaseline(): number[] {
  return Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.564 : -0.564));
}

/** The number of a month from January 2001, from 0. */
export function monthNumber(period: string): number {
  const { from } = readLabel(period, 'period');
  return (Number(from.slice(0, 4)) - 2001) * 12 + Number(from.slice(5, 7)) - 1;
}

/** A number for each month, or one for all. */
type Each = number | readonly number[];

function eachOf(values: Each, i: number): number {
  return typeof values === 'number' ? values : (values[i] as number);
}

/** One share a month from January 2001. */
export function monthlyShares(successes: readonly number[], trials: Each) {
  return monthly(successes).map(({ period }, i) => {
    return { period, successes: successes[i] as number, trials: eachOf(trials, i) };
  });
}

/** One count a month from January 2001. */
export function monthlyCounts(counts: readonly number[]) {
  return monthly(counts).map(({ period }, i) => ({ period, count: counts[i] as number }));
}

/** One rate a month from January 2001. */
export function monthlyRates(counts: readonly number[], exposure: Each) {
  return monthlyCounts(counts).map((row, i) => ({ ...row, exposure: eachOf(exposure, i) }));
}

/** The codes of reasons. */
export function codes(reasons: readonly { readonly code: string }[]): string[] {
  return reasons.map(({ code }) => code);
}

/** Expects the limits of each point. */
export function expectLimits(
  { points }: ControlChart,
  low: readonly number[],
  high: readonly number[],
): void {
  points.forEach((point, i) => {
    expectClose(point.low as number, low[i] as number, 1e-12);
    expectClose(point.high as number, high[i] as number, 1e-12);
  });
}
