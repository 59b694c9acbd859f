import { checkRange, type FieldsOf } from '../../errors/index.js';
import { buildChart, type Model, type NoModel } from './build-chart.js';
import type { ChartOptions, ControlChart, ControlPoint } from './chart.js';
import { RANGE_FACTORS } from './moving-range.js';
import { type PlannedPhase, readChartOptions } from './read-options.js';
import type { RunRule } from './run-rules.js';
import {
  ANY_VALUE,
  checkMeasure,
  type PeriodValue,
  readSeries,
  readValueRow,
  type Slot,
} from './series.js';
import { valueModel } from './value-model.js';

/** What a chart of moving averages lets the caller choose. It has one rule: an average beyond its limits. */
export interface EwmaOptions extends Omit<ChartOptions, 'rules'> {
  /** The weight of the latest value, above 0 and at most 1; default 0.2. The smaller, the slower and the finer. */
  readonly lambda?: number;
  /** How many standard deviations of the average the limits are drawn at; default 3. */
  readonly width?: number;
  /** Where the average starts and should stay; default the mean of the baseline. */
  readonly target?: number;
  /** One standard deviation of a value; default from the baseline's moving ranges, as in `xmrChart`. */
  readonly sigma?: number;
}

/** One period of a chart of moving averages; the limits are those of the average. */
export interface EwmaPoint extends ControlPoint {
  /** Null at a gap, which leaves the average as it was. */
  readonly average: number | null;
}

const OPTIONS: FieldsOf<EwmaOptions> = {
  baseline: true,
  phases: true,
  direction: true,
  lambda: true,
  width: true,
  target: true,
  sigma: true,
};

/**
 * A chart of exponentially weighted moving averages (EWMA), which sees a small lasting shift sooner than single
 * values do.
 *
 * The average starts at the target and moves by λ of the way to each new value; after i values its limits lie at
 * target ± width·σ·√(λ/(2 − λ)·(1 − (1 − λ)^(2i))). A gap moves neither.
 *
 * @param values one row a period, in any order, at most 2,000 periods from first to last.
 * @returns as `xmrChart`, each point with its average; findings of rule `ewma-limit`.
 * @throws AptfolioError with path `values…` or `options…`, as `xmrChart`.
 *
 * Sources: S. W. Roberts, Technometrics 1 (1959) 239–250; J. M. Lucas and M. S. Saccucci, Technometrics 32 (1990)
 * 1–12; NIST/SEMATECH e-Handbook, 6.3.2.4.
 *
 * @example
 * ```ts
 * import { ewmaChart } from 'aptfolio/kpi';
 *
 * const hours = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1];
 * const values = hours.map((value, i) => ({ period: `2026-0${i + 1}`, value }));
 * const chart = ewmaChart(values, { lambda: 0.3, target: 50, sigma: 2.0539 });
 * chart.points[1].average; // => 49.52
 * chart.points[0].high; // => 51.84851
 * chart.findings; // => []
 * ```
 */
export function ewmaChart(
  values: readonly PeriodValue[],
  options: EwmaOptions = {},
): ControlChart<EwmaPoint> {
  const { slots, length } = readSeries(values, 'values', readValueRow);
  const plan = readChartOptions(options, OPTIONS, slots);
  const settings = readSettings(options);
  const { width } = settings;
  const rule: RunRule = { id: 'ewma-limit', kind: 'beyond', points: 1, of: 1, sigmas: width };
  const built = buildChart(
    { slots, length },
    { ...plan, rules: [rule] },
    {
      kind: 'ewma',
      width,
      range: ANY_VALUE,
      given: settings.target !== undefined && settings.sigma !== undefined,
      estimate: (phase) => averageModel(slots, phase, settings),
      plotted: (phase, { centre }) => averagesOf(slots, phase, centre, settings.lambda),
    },
  );
  const points = built.chart.points.map((point, index) =>
    Object.freeze({ ...point, average: built.frames[index]?.value ?? null }),
  );
  return Object.freeze({ ...built.chart, points: Object.freeze(points) });
}

interface Settings {
  readonly lambda: number;
  readonly width: number;
  readonly target: number | undefined;
  readonly sigma: number | undefined;
}

function readSettings({ lambda = 0.2, width = 3, target, sigma }: EwmaOptions): Settings {
  return {
    lambda: checkRange(lambda, 'options.lambda', { exclusiveMin: 0, max: 1 }),
    width: checkRange(width, 'options.width', { exclusiveMin: 0, max: 10 }),
    target: target === undefined ? undefined : checkMeasure(target, 'options.target'),
    sigma:
      sigma === undefined
        ? undefined
        : checkRange(sigma, 'options.sigma', { exclusiveMin: 0, max: 1e100 }),
  };
}

/** The process behind the values, and how wide its average scatters once it has taken in the values up to a slot. */
function averageModel(
  slots: readonly Slot[],
  phase: PlannedPhase,
  { lambda, target, sigma }: Settings,
): Model | NoModel {
  const given = target !== undefined && sigma !== undefined ? { centre: target, sigma } : undefined;
  const found = given ?? valueModel(slots, phase, RANGE_FACTORS.nist);
  if (typeof found === 'string') return found;
  const centre = target ?? found.centre;
  const deviation = sigma ?? (found.sigma as number);
  let left = 1;
  const shares = slots.slice(phase.start, phase.end).map(({ value }) => {
    if (value !== null) left *= (1 - lambda) * (1 - lambda);
    return Math.sqrt((lambda / (2 - lambda)) * (1 - left));
  });
  const sigmaAt = (_: Slot, index: number) => {
    const share = shares[index - phase.start] as number;
    return share === 0 ? null : deviation * share;
  };
  return { centre, sigma: deviation, sigmaAt, sigmaZ: null, caveats: [] };
}

function averagesOf(
  slots: readonly Slot[],
  { start, end }: PlannedPhase,
  target: number,
  lambda: number,
): (number | null)[] {
  let average = target;
  return slots.slice(start, end).map(({ value }) => {
    if (value === null) return null;
    average = lambda * value + (1 - lambda) * average;
    return average;
  });
}
