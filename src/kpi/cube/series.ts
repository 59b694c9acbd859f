import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { KpiCubeResult } from './read-off.js';

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
  /** 0 of 0 where there is no value, and where cases are still open: their share is no count of a count yet. */
  readonly successes: number;
  readonly trials: number;
}

/** One period of a series of rates, as `uChart` takes it. */
export interface KpiSeriesRate {
  readonly period: string;
  /** 0 for 0 where there is no value. */
  readonly count: number;
  /** In single units, not in those of the KPI's `per`. */
  readonly exposure: number;
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

/** The methods of shares of which some cases are still open, so that they are no count of a count. */
const UNDECIDED: readonly string[] = ['within-limit-kaplan-meier', 'funnel-product-limit'];

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
  const series = rowsOf(result, options).map(({ period, figure, path }) =>
    Object.freeze({
      period,
      value: figure === null ? null : checkNumber(figure.value, at(path, 'value')),
    }),
  );
  return Object.freeze(series);
}

/**
 * The counts of one KPI of shares and slice, period by period, for `pChart`. A period of which cases are still open has none yet and is a gap; `kpiSeries` has its value.
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
  const series = rowsOf(result, options).map(({ period, figure, path }) => {
    const method = figure === null ? null : checkText(figure.method, at(path, 'method'));
    if (figure === null || method === null || UNDECIDED.includes(method)) {
      return Object.freeze({ period, successes: 0, trials: 0 });
    }
    if (!SHARES.includes(method)) {
      const expected = 'a KPI that is a share of cases';
      throw new AptfolioError('inconsistent', 'options.kpi', expected, options.kpi);
    }
    const trials = checkInteger(figure.denominator, at(path, 'denominator'), { min: 0 });
    const range = { min: 0, max: trials };
    const successes = checkInteger(figure.numerator, at(path, 'numerator'), range);
    return Object.freeze({ period, successes, trials });
  });
  return Object.freeze(series);
}

/**
 * The events and the exposure of one KPI of kind `rate` and slice, period by period, for `uChart`, whose values are then for one unit of exposure, not for the KPI's `per`.
 *
 * @param result of a cube.
 * @returns the series in order of time; empty if the cube has no such row.
 * @throws AptfolioError as `kpiSeries`; `inconsistent` with path `options.kpi` for a KPI that is no rate.
 *
 * @example
 * ```ts
 * import { compileKpiCube, kpiRateSeries, serviceKpis } from 'aptfolio/kpi';
 *
 * const { complaintRate } = serviceKpis({ currency: 'CNY' });
 * const cube = compileKpiCube({ kpis: [complaintRate], period: 'month', zone: 'Asia/Shanghai' });
 * const draft = cube.init();
 * cube.add(draft, { kpi: 'complaint-rate', at: '2026-01-31', event: { count: 7, exposure: 2400 } });
 * kpiRateSeries(cube.result(draft), { kpi: 'complaint-rate' }); // => [{ period: '2026-01', count: 7, exposure: 2400 }]
 * ```
 */
export function kpiRateSeries(
  result: KpiCubeResult,
  options: KpiSeriesOptions,
): readonly KpiSeriesRate[] {
  const series = rowsOf(result, options).map(({ period, figure, path }) => {
    if (figure === null) return Object.freeze({ period, count: 0, exposure: 0 });
    if (checkText(figure.method, at(path, 'method')) !== 'rate') {
      throw new AptfolioError('inconsistent', 'options.kpi', 'a KPI that is a rate', options.kpi);
    }
    const countIn = (key: 'numerator' | 'denominator'): number =>
      checkInteger(figure[key], at(path, key), { min: 0 });
    return Object.freeze({
      period,
      count: countIn('numerator'),
      exposure: countIn('denominator'),
    });
  });
  return Object.freeze(series);
}

/** A row of the KPI and slice that are asked for. */
interface SeriesRow {
  /** The period's id. */
  readonly period: string;
  /** Null where the row has no value. */
  readonly figure: Readonly<Record<string, unknown>> | null;
  /** Where the row's result stands. */
  readonly path: string;
}

const OPTIONS: FieldsOf<KpiSeriesOptions> = { kpi: true, slice: true };

function rowsOf(result: unknown, options: unknown): readonly SeriesRow[] {
  const rows = checkList<unknown>(checkObject(result, 'result').rows, 'result.rows');
  const { kpi, slice = {} } = checkObject(options, 'options');
  refuseUnknown(options, 'options', OPTIONS);
  const id = checkText(kpi, 'options.kpi');
  const wanted = Object.entries(checkObject(slice, 'options.slice'));
  return rows.flatMap((row, i) => {
    const path = at('result.rows', i);
    const fields = checkObject(row, path);
    const own = checkObject(fields.slice, at(path, 'slice'));
    const asked =
      checkText(fields.kpi, at(path, 'kpi')) === id &&
      Object.keys(own).length === wanted.length &&
      wanted.every(([name, value]) => Object.hasOwn(own, name) && own[name] === value);
    return asked ? [readRow(fields, path)] : [];
  });
}

function readRow({ period, result }: Readonly<Record<string, unknown>>, path: string): SeriesRow {
  const span = checkObject(period, at(path, 'period'));
  const figure = checkObject(result, at(path, 'result'));
  const status = checkText(figure.status, at(at(path, 'result'), 'status'));
  return {
    period: checkText(span.id, at(at(path, 'period'), 'id')),
    figure: status === 'ok' ? figure : null,
    path: at(path, 'result'),
  };
}
