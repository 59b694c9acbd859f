import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { buildChart } from './build-chart.js';
import type { ChartOptions, ControlChart, ControlFinding } from './chart.js';
import {
  RANGE_FACTORS,
  type RangeFactors,
  XMR_CONSTANTS,
  type XmrConstants,
} from './moving-range.js';
import { type PlannedPhase, readChartOptions, SHARED_OPTIONS } from './read-options.js';
import {
  ANY_VALUE,
  checkMeasure,
  type PeriodValue,
  readSeries,
  readValueRow,
  type Series,
  type ValueRange,
} from './series.js';
import { valueModel } from './value-model.js';

/** What an individuals chart lets the caller choose. */
export interface XmrOptions extends ChartOptions {
  /**
   * `nist` (default): limits at 3·mR̄/1.128; `wheeler`: at 2.66·mR̄; `exact`: at 3·mR̄·√π/2. The upper limit of
   * moving ranges is 3.267·mR̄, or with `exact` its unrounded form.
   */
  readonly constants?: XmrConstants;
  /** What a value cannot fall below or rise above: no limit is drawn outside, and a value outside is refused. */
  readonly range?: { readonly min?: number; readonly max?: number };
}

/** The change from the period before. */
export interface MovingRangePoint {
  readonly period: string;
  /** Null where the period or the one before is a gap, and at the start of a phase. */
  readonly value: number | null;
  /** The mean moving range of the baseline; null where the phase has no limits. */
  readonly centre: number | null;
  readonly high: number | null;
}

/** An individuals chart with its chart of moving ranges. */
export interface XmrChart extends ControlChart {
  readonly movingRanges: {
    readonly points: readonly MovingRangePoint[];
    /** Changes beyond the upper limit; rule `moving-range`, which says that something jumped, not what is usual now. */
    readonly findings: readonly ControlFinding[];
  };
}

const OPTIONS: FieldsOf<XmrOptions> = { ...SHARED_OPTIONS, constants: true, range: true };

/**
 * An individuals and moving range chart (XmR): whether a KPI's values by period vary as a stable process does, and
 * where they do not.
 *
 * The centre line is the baseline's mean, the standard deviation the mean moving range divided by 1.128. Gaps are
 * never 0: no moving range spans one, and a run ends at one. With fewer than 8 baseline values there are no limits,
 * with fewer than 20 they are provisional.
 *
 * @param values one row a period, in any order, at most 2,000 periods from first to last.
 * @returns points, limits by phase, findings with reasons, and caveats: too few periods, values that hang together
 * from period to period, seasons.
 * @throws AptfolioError with path `values…` or `options…`; `duplicate-id` for a period that stands twice,
 * `inconsistent` for labels of two lengths.
 *
 * Sources: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2; D. J. Wheeler, Understanding Variation (1993).
 *
 * @example
 * ```ts
 * import { xmrChart } from 'aptfolio/kpi';
 *
 * const hours = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
 * const values = hours.map((value, i) => ({ period: String(2016 + i), value }));
 * const chart = xmrChart(values, { direction: 'lower-is-better' });
 * chart.points[0].centre; // => 50.81
 * chart.points[0].high; // => 55.80408983451536
 * chart.findings; // => []
 * chart.phases[0].status; // => 'provisional'
 * ```
 */
export function xmrChart(values: readonly PeriodValue[], options: XmrOptions = {}): XmrChart {
  const range = readRange(checkObject(options, 'options').range);
  const series = readSeries(values, 'values', (row, path) => readValueRow(row, path, range));
  const plan = readChartOptions(options, OPTIONS, series.slots);
  const factors =
    RANGE_FACTORS[checkOneOf(options.constants ?? 'nist', 'options.constants', XMR_CONSTANTS)];
  const { chart } = buildChart(series, plan, {
    kind: 'xmr',
    width: 3,
    range,
    estimate: (phase) => valueModel(series.slots, phase, factors),
  });
  return Object.freeze({ ...chart, movingRanges: rangesOf(series, plan.phases, factors, chart) });
}

function readRange(value: unknown): ValueRange {
  if (value === undefined) return ANY_VALUE;
  const path = 'options.range';
  const { min, max } = checkObject(value, path);
  refuseUnknown(value, path, { min: true, max: true });
  const range = {
    min: min === undefined ? ANY_VALUE.min : checkMeasure(min, at(path, 'min')),
    max: max === undefined ? ANY_VALUE.max : checkMeasure(max, at(path, 'max')),
  };
  if (range.min < range.max) return range;
  throw new AptfolioError('inconsistent', at(path, 'max'), 'a number above min', max);
}

function rangesOf(
  { slots }: Series,
  phases: readonly PlannedPhase[],
  factors: RangeFactors,
  chart: ControlChart,
): XmrChart['movingRanges'] {
  const points = slots.map((slot, index): MovingRangePoint => {
    const phase = chart.points[index]?.phase as number;
    const before = index > (phases[phase] as PlannedPhase).start ? slots[index - 1]?.value : null;
    const value =
      slot.value === null || before === null || before === undefined
        ? null
        : Math.abs(slot.value - before);
    const sigma = chart.phases[phase]?.sigma ?? null;
    const centre = sigma === null ? null : sigma / factors.sigma;
    const high = centre === null ? null : centre * factors.high;
    return Object.freeze({ period: slot.period, value, centre, high });
  });
  const findings = points.flatMap((point, index) => rangeFinding(point, slots[index - 1]?.period));
  return Object.freeze({ points: Object.freeze(points), findings: Object.freeze(findings) });
}

function rangeFinding(
  { period, value, high }: MovingRangePoint,
  before: string | undefined,
): ControlFinding[] {
  if (before === undefined || value === null || high === null || value <= high) return [];
  const parameters = { from: before, to: period, value, limit: high };
  return [
    Object.freeze<ControlFinding>({
      rule: 'moving-range',
      period,
      periods: Object.freeze([before, period]),
      direction: 'none',
      verdict: 'different',
      reason: makeReason('kpi.control.moving-range', 'info', parameters),
    }),
  ];
}
