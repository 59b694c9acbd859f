import type { Reason } from '../../evidence/index.js';
import type { ChangeVerdict } from '../compare/comparison.js';
import type { KpiDirection } from '../definition.js';
import type { RunRule } from './run-rules.js';

/** Which periods the limits are worked out from; without one, from all periods of the phase. */
export type ChartBaseline =
  /** The first so many periods that have a value. */
  | { readonly first: number }
  /** Exactly these periods; one without a value is passed over. */
  | { readonly periods: readonly string[] }
  /** All but these, for instance those whose special cause is known and gone. */
  | { readonly without: readonly string[] };

/** A stated shift of the process: from here on limits are worked out anew. */
export interface ChartPhase {
  /** The first period of the phase. */
  readonly from: string;
  /** What changed, in the caller's words. */
  readonly reason: string;
  /** Within the phase. */
  readonly baseline?: ChartBaseline;
}

/** What every control chart lets the caller choose. */
export interface ChartOptions {
  /** Of the first phase; limits found there stay fixed for the periods after it. */
  readonly baseline?: ChartBaseline;
  /** Later phases, in any order; each needs a later start than the first period. */
  readonly phases?: readonly ChartPhase[];
  /** Default `DEFAULT_RUN_RULES`. */
  readonly rules?: readonly RunRule[];
  /** Which way is better, for the findings' verdicts; default `neutral`. */
  readonly direction?: KpiDirection;
}

/** A band on both sides of the centre line. */
export interface ControlBand {
  readonly low: number;
  readonly high: number;
}

/** One period of a chart, ready to be drawn. */
export interface ControlPoint {
  readonly period: string;
  /** Index into the chart's phases. */
  readonly phase: number;
  /** Null is a gap. */
  readonly value: number | null;
  /** The centre line; null where the phase has no limits. */
  readonly centre: number | null;
  /** The control limits; null where there are none, such as a gap of a chart whose limits depend on the cases. */
  readonly low: number | null;
  readonly high: number | null;
  /** One standard deviation of what is judged at this period; null where there are no limits. */
  readonly sigma: number | null;
  /** Where one and two standard deviations lie. */
  readonly zones: { readonly one: ControlBand; readonly two: ControlBand } | null;
  /** Ids of the rules that this point is a part of. */
  readonly rules: readonly string[];
}

/** A pattern that chance alone seldom makes while the process is stable. */
export interface ControlFinding {
  /** The rule's id. */
  readonly rule: string;
  /** The period at which the rule was met for the first time. */
  readonly period: string;
  /** All periods of the pattern, oldest first; it may go on after `period`. */
  readonly periods: readonly string[];
  /** Which way the pattern points. */
  readonly direction: 'up' | 'down' | 'none';
  /** Against the KPI's direction; `different` where neither way is better or the pattern points nowhere. */
  readonly verdict: Exclude<ChangeVerdict, 'not-shown'>;
  /** Of severity `warn` where the verdict is `worse`, else `info`. */
  readonly reason: Reason;
}

/** What limits rest on. */
export interface ControlPhase {
  /** The first and the last period. */
  readonly from: string;
  readonly to: string;
  /** Why the phase began, in the caller's words; null for the first. */
  readonly reason: string | null;
  /**
   * `firm` from 20 baseline values on; `provisional` from 8 on; `given` if centre and deviation were; `insufficient`
   * with fewer values, or fewer than 4 changes from one period to the next; `no-variation` if the baseline's values are
   * alike. The last two have no limits.
   */
  readonly status: 'firm' | 'given' | 'provisional' | 'insufficient' | 'no-variation';
  /** How many values the limits rest on. */
  readonly baseline: number;
  /** The first and the last period of the baseline; null without any. */
  readonly baselineFrom: string | null;
  readonly baselineTo: string | null;
  readonly centre: number | null;
  /** One standard deviation of a value; null where it differs by period. */
  readonly sigma: number | null;
  /** How many times wider values vary than their counts explain (Laney's σ_z); null but for `p`, `u` and `c`. */
  readonly sigmaZ: number | null;
  /** Correlation of a baseline value with the one before; null where it cannot be told. */
  readonly autocorrelation: number | null;
}

/** The kinds of control chart. */
export const CONTROL_CHART_KINDS = ['xmr', 'p', 'u', 'c', 'ewma'] as const;

/** A kind of control chart. */
export type ControlChartKind = (typeof CONTROL_CHART_KINDS)[number];

/** A control chart as data. */
export interface ControlChart<P extends ControlPoint = ControlPoint> {
  readonly kind: ControlChartKind;
  /** `insufficient` if no phase has limits: then the points are there, but nothing judges them. */
  readonly status: 'charted' | 'insufficient';
  readonly direction: KpiDirection;
  readonly points: readonly P[];
  readonly phases: readonly ControlPhase[];
  /** In the order of time, then of the rules. */
  readonly findings: readonly ControlFinding[];
  /** Caveats: few periods, correlation from period to period, seasons, rough approximations. */
  readonly reasons: readonly Reason[];
}
