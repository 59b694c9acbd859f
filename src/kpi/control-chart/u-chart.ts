import {
  AptfolioError,
  at,
  checkInteger,
  checkOneOf,
  checkRange,
  type FieldsOf,
} from '../../errors/index.js';
import { countModel } from './attribute-model.js';
import { buildChart } from './build-chart.js';
import type { ChartOptions, ControlChart } from './chart.js';
import { readChartOptions, SHARED_OPTIONS } from './read-options.js';
import { ANY_VALUE, GAP, LARGEST_COUNT, readSeries, type SlotContent } from './series.js';

/** How often something happened in a period. */
export interface PeriodCount {
  /** As in `PeriodValue`. */
  readonly period: string;
  /** At least 0, at most 1e12; null is a gap. */
  readonly count: number | null;
}

/** How often something happened in a period, and how much there was for it to happen to. */
export interface PeriodRate {
  /** As in `PeriodValue`. */
  readonly period: string;
  /** At least 0, at most 1e12. */
  readonly count: number;
  /** Clients, client-years, calls, in any unit, from 1e-12 to 1e12; 0 makes the period a gap and allows no events. */
  readonly exposure: number;
}

/** What a chart of counts lets the caller choose. */
export interface UChartOptions extends ChartOptions {
  /** `poisson` (default): limits from the counts alone; `laney`: widened by how much periods vary beyond that. */
  readonly dispersion?: 'poisson' | 'laney';
}

/** The least exposure that is one, so that rates stay within the range of a double. */
const LEAST_EXPOSURE = 1e-12;

const OPTIONS: FieldsOf<UChartOptions> = { ...SHARED_OPTIONS, dispersion: true };

/**
 * A chart of rates (u chart): events for a unit of exposure, limits ū ± 3·√(ū/exposure).
 *
 * @param rows one a period, in any order, at most 2,000 periods from first to last.
 * @returns as `xmrChart`; `dispersion: 'laney'` makes it a u′ chart, as in `pChart`.
 * @throws AptfolioError with path `rows…` or `options…`, as `xmrChart`; `inconsistent` for events without exposure.
 *
 * Sources: NIST/SEMATECH e-Handbook, 6.3.3.1; D. B. Laney, Quality Engineering 14 (2002) 531–537.
 *
 * @example
 * ```ts
 * import { uChart } from 'aptfolio/kpi';
 *
 * const complaints = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23];
 * const thousands = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5];
 * const rows = complaints.map((count, i) => ({
 *   period: String(2016 + i),
 *   count,
 *   exposure: thousands[i],
 * }));
 * const chart = uChart(rows, { direction: 'lower-is-better' });
 * chart.points[0].centre; // => 1.4232558139534883
 * chart.points[0].high; // => 2.5550376978
 * chart.findings; // => []
 * ```
 */
export function uChart(rows: readonly PeriodRate[], options: UChartOptions = {}): ControlChart {
  return chartOf('u', rows, options, readRate);
}

/**
 * A chart of counts (c chart): events in periods that are alike in exposure, limits c̄ ± 3·√c̄.
 *
 * @param rows one a period, in any order, at most 2,000 periods from first to last.
 * @returns as `uChart`.
 * @throws AptfolioError with path `rows…` or `options…`, as `uChart`.
 *
 * Source: NIST/SEMATECH e-Handbook, 6.3.3.1.
 *
 * @example
 * ```ts
 * import { cChart } from 'aptfolio/kpi';
 *
 * const outages = [4, 2, 5, 3, 4, 6, 3, 5, 13];
 * const rows = outages.map((count, i) => ({ period: `2026-W0${i + 1}`, count }));
 * const chart = cChart(rows, { baseline: { first: 8 } });
 * chart.points[8].centre; // => 4
 * chart.points[8].high; // => 10
 * chart.findings[0].rule; // => 'nelson-1'
 * ```
 */
export function cChart(rows: readonly PeriodCount[], options: UChartOptions = {}): ControlChart {
  return chartOf('c', rows, options, readCount);
}

function chartOf(
  kind: 'u' | 'c',
  rows: readonly unknown[],
  options: UChartOptions,
  readRow: (row: Readonly<Record<string, unknown>>, path: string) => SlotContent,
): ControlChart {
  const series = readSeries(rows, 'rows', readRow);
  const plan = readChartOptions(options, OPTIONS, series.slots);
  const dispersion = options.dispersion ?? 'poisson';
  const law = {
    varianceOf: (rate: number) => rate,
    expectedOf: (rate: number, exposure: number) => rate * exposure,
    widen: checkOneOf(dispersion, 'options.dispersion', ['poisson', 'laney']) === 'laney',
  };
  return buildChart(series, plan, {
    kind,
    width: 3,
    range: { ...ANY_VALUE, min: 0 },
    estimate: (phase) => countModel(series.slots, phase, law),
  }).chart;
}

function readRate(row: Readonly<Record<string, unknown>>, path: string): SlotContent {
  const count = checkInteger(row.count, at(path, 'count'), { min: 0, max: LARGEST_COUNT });
  const exposure = checkRange(row.exposure, at(path, 'exposure'), { min: 0, max: LARGEST_COUNT });
  if (exposure >= LEAST_EXPOSURE) return { value: count / exposure, count, size: exposure };
  if (exposure === 0 && count === 0) return GAP;
  const [code, expected] =
    exposure === 0
      ? (['inconsistent', 'more than 0 where events happened'] as const)
      : (['out-of-range', `0 or at least ${LEAST_EXPOSURE}`] as const);
  throw new AptfolioError(code, at(path, 'exposure'), expected, exposure);
}

function readCount(row: Readonly<Record<string, unknown>>, path: string): SlotContent {
  if (row.count === null) return GAP;
  const count = checkInteger(row.count, at(path, 'count'), { min: 0, max: LARGEST_COUNT });
  return { value: count, count, size: 1 };
}
