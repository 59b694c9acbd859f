import { readLabel } from '../../../src/kpi/control-chart/period-label.js';
import type { PeriodValue } from '../../../src/kpi/index.js';

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
