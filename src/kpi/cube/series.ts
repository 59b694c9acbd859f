import { AptfolioError, at, checkList, checkObject, checkText } from '../../errors/index.js';
import type { KpiCubeResult, KpiCubeRow } from './read-off.js';

/** Which rows of a cube make a series. */
export interface KpiSeriesOptions {
  /** Id of the KPI. */
  readonly kpi: string;
  /** The values of the slice's dimensions; default the whole. */
  readonly slice?: Readonly<Record<string, string | null>>;
}

/** One period of a series, as `xmrChart`, `ewmaChart` and `trend` take it. */
export interface KpiSeriesValue {
  /** The period's id. */
  readonly period: string;
  /** Null where there is no value: too few cases, or held back. */
  readonly value: number | null;
}

/** One period of a series of shares, as `pChart` takes it. */
export interface KpiSeriesShare {
  readonly period: string;
  /** 0 of 0 where there is no value. */
  readonly successes: number;
  readonly trials: number;
}

/** The methods of which the value is a share of cases. */
const SHARES: readonly string[] = [
  'proportion',
  'annualised-proportion',
  'ratings-top-box',
  'detection-precision',
  'detection-recall',
  'within-limit',
  'tally-share',
  'funnel',
];

/**
 * The values of one KPI and slice, period by period, for a control chart or a trend. A period without a value is a gap, not 0.
 *
 * @param result of a cube.
 * @returns the series in order of time; empty if the cube has no such row.
 * @throws AptfolioError with path `result…` or `options…`.
 *
 * @example
 * ```ts
 * import { compileKpiCube, kpiSeries, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const cube = compileKpiCube({ kpis: [renewalRate], period: 'month', zone: 'Asia/Shanghai' });
 * const draft = cube.init();
 * cube.add(draft, { kpi: 'renewal-rate', at: '2026-01-15', event: { successes: 8, trials: 10 } });
 * cube.add(draft, { kpi: 'renewal-rate', at: '2026-03-15', event: { successes: 9, trials: 10 } });
 * kpiSeries(cube.result(draft), { kpi: 'renewal-rate' });
 * // => [{ period: '2026-01', value: 0.8 }, { period: '2026-02', value: null }, { period: '2026-03', value: 0.9 }]
 * ```
 */
export function kpiSeries(
  result: KpiCubeResult,
  options: KpiSeriesOptions,
): readonly KpiSeriesValue[] {
  const series = rowsOf(result, options).map(({ period, result: { status, ...rest } }) => {
    const value = status === 'ok' ? (rest as { readonly value: number }).value : null;
    return Object.freeze({ period: period.id, value });
  });
  return Object.freeze(series);
}

/**
 * The counts of one KPI of shares and slice, period by period, for `pChart`.
 *
 * @param result of a cube.
 * @returns the series in order of time; empty if the cube has no such row.
 * @throws AptfolioError as `kpiSeries`; `inconsistent` with path `options.kpi` for a KPI that is no share of cases.
 *
 * @example
 * ```ts
 * import { compileKpiCube, kpiShareSeries, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const cube = compileKpiCube({ kpis: [renewalRate], period: 'month', zone: 'Asia/Shanghai' });
 * const draft = cube.init();
 * cube.add(draft, { kpi: 'renewal-rate', at: '2026-01-15', event: { successes: 8, trials: 10 } });
 * kpiShareSeries(cube.result(draft), { kpi: 'renewal-rate' }); // => [{ period: '2026-01', successes: 8, trials: 10 }]
 * ```
 */
export function kpiShareSeries(
  result: KpiCubeResult,
  options: KpiSeriesOptions,
): readonly KpiSeriesShare[] {
  const series = rowsOf(result, options).map(({ period, result: row }) => {
    if (row.status !== 'ok') return Object.freeze({ period: period.id, successes: 0, trials: 0 });
    const { numerator, denominator, method } = row;
    if (
      !SHARES.includes(method) ||
      typeof numerator !== 'number' ||
      typeof denominator !== 'number'
    ) {
      const expected = 'a KPI that is a share of cases';
      throw new AptfolioError('inconsistent', 'options.kpi', expected, row.kpi);
    }
    return Object.freeze({ period: period.id, successes: numerator, trials: denominator });
  });
  return Object.freeze(series);
}

function rowsOf(result: KpiCubeResult, options: KpiSeriesOptions): readonly KpiCubeRow[] {
  const rows = checkList<KpiCubeRow>(checkObject(result, 'result').rows, 'result.rows');
  const { kpi, slice = {} } = checkObject(options, 'options') as unknown as KpiSeriesOptions;
  const id = checkText(kpi, 'options.kpi');
  const wanted = Object.entries(checkObject(slice, at('options', 'slice')));
  return rows.filter((row) => {
    if (row.kpi !== id || Object.keys(row.slice).length !== wanted.length) return false;
    return wanted.every(([name, value]) => row.slice[name] === value);
  });
}
