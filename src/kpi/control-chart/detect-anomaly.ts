import {
  at,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import { median } from '../../statistics/index.js';
import { verdictOf } from '../compare/verdict.js';
import { KPI_DIRECTIONS } from '../definition.js';
import type { Fields } from '../kinds/kind.js';
import { MINIMUM_BASELINE } from './caveats.js';
import {
  CONTROL_CHART_KINDS,
  type ControlChart,
  type ControlFinding,
  type ControlPoint,
} from './chart.js';

/** When a value counts as unusual. */
export interface AnomalyOptions {
  /** How many robust standard deviations from the median; default 3.5. */
  readonly threshold?: number;
}

/** What is to be thought of the latest period. */
export type Anomaly =
  | {
      readonly status: 'judged';
      readonly period: string;
      readonly value: number;
      /**
       * `usual` if neither a rule of the chart nor the distance from the median speaks of something unusual; else the
       * verdict on what does, `worse` before `different` before `better`.
       */
      readonly verdict: 'usual' | ControlFinding['verdict'];
      /** The chart's findings that the latest period is part of. */
      readonly findings: readonly ControlFinding[];
      /**
       * Distance from the median of the periods before, in robust standard deviations; null if those do not vary, or more than half of them are alike and the value is
       * none that lies beyond all of them.
       */
      readonly robustScore: number | null;
      readonly reasons: readonly Reason[];
    }
  | {
      /** The latest period is a gap, or what came before it in its phase is too little to judge it by. */
      readonly status: 'no-value' | 'insufficient';
      readonly period: string;
      readonly reasons: readonly Reason[];
    };

/** The deviation of a normal variable is 1/0.6745 times its median absolute deviation. */
const MAD_TO_SIGMA = 0.6745;

/** And √(π/2) times its mean absolute deviation. */
const MEAN_DEVIATION_TO_SIGMA = 0.7978845608;

/** Digits of a value behind the 12th are noise. */
const ROUNDING = 1e-12;

const OPTIONS: FieldsOf<AnomalyOptions> = { threshold: true };

/**
 * Judges the latest period of a chart: by the chart's rules, and by how far it lies from the median of the periods
 * before it in its phase, measured by their median absolute deviation. Where more than half of them are alike that is 0:
 * the mean absolute deviation then takes its place, and only a value beyond all of them is unusual, for one that came
 * before is not.
 *
 * The limits judge fairly only where the latest period is not in their own baseline, so give the chart one. Proportions
 * and rates are compared in standard deviations of their own period, so that one with few cases does not stand out for
 * that.
 *
 * @param chart of any kind.
 * @returns `judged`, `no-value` if the latest period is a gap, or `insufficient` if fewer than 8 values come before it
 * in its phase, or they do not vary, so that nothing says what is usual.
 * @throws AptfolioError with path `chart…` or `options…`.
 *
 * Source: B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers (1993), for the modified z score and its
 * threshold.
 *
 * @example
 * ```ts
 * import { detectAnomaly, xmrChart } from 'aptfolio/kpi';
 *
 * const hours = [31, 29, 30, 33, 28, 30, 32, 29, 31, 47];
 * const values = hours.map((value, i) => ({ period: String(2017 + i), value }));
 * const chart = xmrChart(values, { baseline: { first: 9 }, direction: 'lower-is-better' });
 * const latest = detectAnomaly(chart);
 * latest.verdict; // => 'worse'
 * latest.robustScore; // => 11.4665
 * latest.reasons.map(({ code }) => code); // => ['kpi.control.beyond-limit', 'kpi.anomaly.outlier']
 * ```
 */
export function detectAnomaly(chart: ControlChart, options: AnomalyOptions = {}): Anomaly {
  const { threshold = 3.5 } = checkObject(options, 'options');
  refuseUnknown(options, 'options', OPTIONS);
  const bound = checkRange(threshold, 'options.threshold', { exclusiveMin: 0 });
  const { points } = readChart(chart);
  const latest = points.at(-1) as ControlPoint;
  const { period, value, phase } = latest;
  const say = (code: string, more: Parameters = {}) =>
    makeReason(code, 'info', { period, ...more });
  if (value === null) return unjudged('no-value', period, say('kpi.anomaly.no-value'));
  const valued = points.filter((point) => point.phase === phase && point.value !== null);
  const n = valued.length - 1;
  if (n < MINIMUM_BASELINE) {
    const reason = say('kpi.anomaly.too-few-periods', { n, minimum: MINIMUM_BASELINE });
    return unjudged('insufficient', period, reason);
  }
  const measure = chart.kind === 'p' || chart.kind === 'u' ? scoreOf : bareValue;
  const distance = distanceOf(valued.slice(0, n).map(measure), measure(latest));
  if (distance === 'no-variation' && latest.high === null) {
    return unjudged('insufficient', period, say('kpi.anomaly.no-variation', { n }));
  }
  const score = typeof distance === 'number' ? distance : null;
  const findings = chart.findings.filter(({ periods }) => periods.includes(period));
  const far = score !== null && Math.abs(score) > bound;
  const signals = far ? [...findings, outlierOf(chart, latest, score, bound)] : findings;
  const reasons = signals.map(({ reason }) => reason);
  return Object.freeze({
    status: 'judged',
    period,
    value,
    verdict: strongest(signals),
    findings: Object.freeze(findings),
    robustScore: score,
    reasons: Object.freeze(reasons.length > 0 ? reasons : [say('kpi.anomaly.usual')]),
  });
}

/** Refuses what no chart function made. */
function readChart(chart: unknown): ControlChart {
  const fields = checkObject(chart, 'chart');
  checkOneOf(fields.kind, 'chart.kind', CONTROL_CHART_KINDS);
  const points = checkList<unknown>(fields.points, 'chart.points', { minLength: 1 }).map(
    (point, i) => checkObject(point, at('chart.points', i)),
  );
  const findings = checkList<unknown>(fields.findings, 'chart.findings');
  checkOneOf(fields.direction, 'chart.direction', KPI_DIRECTIONS);
  points.forEach((point, i) => {
    checkPoint(point, at('chart.points', i));
  });
  findings.forEach((finding, i) => {
    checkFinding(checkObject(finding, at('chart.findings', i)), at('chart.findings', i));
  });
  return fields as unknown as ControlChart;
}

/** Null is a gap or no limit; what is not there at all is neither. */
function checkPoint(point: Fields, path: string): void {
  checkText(point.period, at(path, 'period'));
  checkInteger(point.phase, at(path, 'phase'), { min: 0 });
  for (const field of ['value', 'centre', 'high'] as const) {
    if (point[field] !== null) checkNumber(point[field], at(path, field));
  }
  if (point.sigma !== null) checkRange(point.sigma, at(path, 'sigma'), { exclusiveMin: 0 });
}

function checkFinding({ periods, verdict, reason }: Fields, path: string): void {
  checkList(periods, at(path, 'periods'));
  checkOneOf(verdict, at(path, 'verdict'), STRENGTH);
  checkObject(reason, at(path, 'reason'));
}

/** Something unusual, and whether it is good. */
type Signal = Pick<ControlFinding, 'verdict' | 'reason'>;

function unjudged(status: 'no-value' | 'insufficient', period: string, reason: Reason): Anomaly {
  return Object.freeze({ status, period, reasons: Object.freeze([reason]) });
}

function bareValue({ value }: ControlPoint): number {
  return value as number;
}

/** A value in standard deviations of its period from the centre line; as it is where there are no limits. */
function scoreOf({ value, centre, sigma }: ControlPoint): number {
  const bare = value as number;
  return centre === null || sigma === null ? bare : (bare - centre) / sigma;
}

/** The modified z score, or why there is none. */
function distanceOf(before: readonly number[], latest: number): number | 'no-variation' | 'within' {
  const middle = median(before);
  const deviations = before.map((value) => Math.abs(value - middle));
  const noise = ROUNDING * Math.max(...before.map((value) => Math.abs(value)));
  const scoreAt = (sigma: number): number => {
    const score = (latest - middle) / sigma;
    return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, score)) + 0;
  };
  const typical = median(deviations);
  if (typical > noise) return scoreAt(typical / MAD_TO_SIGMA);
  if (Math.max(...deviations) <= noise) return 'no-variation';
  if (latest <= Math.max(...before) && latest >= Math.min(...before)) return 'within';
  const average = deviations.reduce((sum, deviation) => sum + deviation / before.length, 0);
  return scoreAt(average / MEAN_DEVIATION_TO_SIGMA);
}

function outlierOf(
  { direction }: ControlChart,
  { period, value }: ControlPoint,
  score: number,
  threshold: number,
): Signal {
  const side = score > 0 ? 'side-above' : 'side-below';
  const verdict = verdictOf(score, direction);
  const severity = verdict === 'worse' ? 'warn' : 'info';
  const parameters = { period, value: value as number, score: Math.abs(score), threshold, side };
  return { verdict, reason: makeReason('kpi.anomaly.outlier', severity, parameters) };
}

/** The verdicts from the one that asks most to be seen. */
const STRENGTH = ['worse', 'different', 'better'] as const;

function strongest(signals: readonly Signal[]): 'usual' | Signal['verdict'] {
  return (
    STRENGTH.find((verdict) => signals.some((signal) => signal.verdict === verdict)) ?? 'usual'
  );
}
