import { at, checkInteger, checkOneOf, type FieldsOf } from '../../errors/index.js';
import { countModel } from './attribute-model.js';
import { buildChart } from './build-chart.js';
import type { ChartOptions, ControlChart } from './chart.js';
import { readChartOptions, SHARED_OPTIONS } from './read-options.js';
import { GAP, LARGEST_COUNT, readSeries, type SlotContent } from './series.js';

/** A period's successes out of its trials. */
export interface PeriodProportion {
  /** As in `PeriodValue`. */
  readonly period: string;
  /** From 0 to `trials`. */
  readonly successes: number;
  /** At most 1e12; 0 makes the period a gap. */
  readonly trials: number;
}

/** What a chart of proportions lets the caller choose. */
export interface PChartOptions extends ChartOptions {
  /** `binomial` (default): limits from the counts alone; `laney`: widened by how much periods vary beyond that. */
  readonly dispersion?: 'binomial' | 'laney';
}

const OPTIONS: FieldsOf<PChartOptions> = { ...SHARED_OPTIONS, dispersion: true };

/**
 * A chart of proportions (p chart): limits p̄ ± 3·√(p̄(1 − p̄)/n), wider for a period with fewer cases.
 *
 * With many cases a period such limits are so narrow that ordinary variation crosses them; σ_z says how far, a caveat
 * above 1.5 says so, and `dispersion: 'laney'` multiplies the limits by it (p′ chart).
 *
 * @param rows one a period, in any order, at most 2,000 periods from first to last.
 * @returns as `xmrChart`.
 * @throws AptfolioError with path `rows…` or `options…`, as `xmrChart`.
 *
 * Sources: NIST/SEMATECH e-Handbook, 6.3.3.2; D. B. Laney, Quality Engineering 14 (2002) 531–537.
 *
 * @example
 * ```ts
 * import { pChart } from 'aptfolio/kpi';
 *
 * const solved = [38, 35, 42, 40, 46, 43, 34, 41, 12];
 * const rows = solved.map((successes, i) => ({ period: `2026-0${i + 1}`, successes, trials: 50 }));
 * const chart = pChart(rows, { baseline: { first: 8 }, direction: 'higher-is-better' });
 * chart.points[8].centre; // => 0.7975
 * chart.points[8].low; // => 0.6270040323
 * chart.findings[0].period; // => '2026-09'
 * chart.findings[0].verdict; // => 'worse'
 * ```
 */
export function pChart(
  rows: readonly PeriodProportion[],
  options: PChartOptions = {},
): ControlChart {
  const series = readSeries(rows, 'rows', readProportion);
  const plan = readChartOptions(options, OPTIONS, series.slots);
  const dispersion = options.dispersion ?? 'binomial';
  const law = {
    varianceOf: (p: number) => p * (1 - p),
    expectedOf: (p: number, n: number) => n * Math.min(p, 1 - p),
    widen: checkOneOf(dispersion, 'options.dispersion', ['binomial', 'laney']) === 'laney',
  };
  return buildChart(series, plan, {
    kind: 'p',
    width: 3,
    range: { min: 0, max: 1 },
    estimate: (phase) => countModel(series.slots, phase, law),
  }).chart;
}

function readProportion(row: Readonly<Record<string, unknown>>, path: string): SlotContent {
  const trials = checkInteger(row.trials, at(path, 'trials'), { min: 0, max: LARGEST_COUNT });
  const count = checkInteger(row.successes, at(path, 'successes'), { min: 0, max: trials });
  return trials === 0 ? GAP : { value: count / trials, count, size: trials };
}
