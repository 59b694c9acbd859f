import { makeReason, type Reason } from '../../evidence/index.js';
import {
  autocorrelation,
  autocorrelationCaveat,
  FIRM_BASELINE,
  MINIMUM_BASELINE,
  MINIMUM_RANGES,
  seasonCaveat,
} from './caveats.js';
import type {
  ControlBand,
  ControlChart,
  ControlChartKind,
  ControlFinding,
  ControlPhase,
  ControlPoint,
} from './chart.js';
import { type Frame, findRuns, limitAt } from './find-runs.js';
import { makeFinding } from './findings.js';
import type { ChartPlan, PlannedPhase } from './read-options.js';
import type { Series, Slot, ValueRange } from './series.js';

/** What a baseline says of the process. */
export interface Model {
  readonly centre: number;
  /** One standard deviation of the plotted value at a slot, above 0; null where there is none to give. */
  readonly sigmaAt: (slot: Slot, index: number) => number | null;
  /** See `ControlPhase`. */
  readonly sigma: number | null;
  readonly sigmaZ: number | null;
  /** Caveats of the kind of chart. */
  readonly caveats: readonly Reason[];
}

/** Why a baseline of enough values gives no limits. */
export type NoModel = 'no-variation' | 'few-neighbours';

/** What makes one kind of chart differ from another. */
interface ChartMaker {
  readonly kind: ControlChartKind;
  /** How many standard deviations from the centre the limits are drawn. */
  readonly width: number;
  /** No limit is drawn outside what a value can be. */
  readonly range: ValueRange;
  /** Whether centre and deviation were given, so that limits rest on no baseline. */
  readonly given?: boolean;
  /** The process behind a baseline of at least `MINIMUM_BASELINE` values, or why there is none to tell of. */
  readonly estimate: (phase: PlannedPhase) => Model | NoModel;
  /** What is plotted at a slot and judged, where it is not the slot's own value. */
  readonly plotted?: (phase: PlannedPhase, model: Model) => readonly (number | null)[];
}

/** What is known of a phase's process, or why nothing is. */
type Estimate = Model | NoModel | 'few-values';

/** A phase with what was worked out for it; `model` is null where it has no limits. */
interface BuiltPhase {
  readonly planned: PlannedPhase;
  readonly model: Model | null;
  readonly summary: ControlPhase;
  readonly reasons: readonly Reason[];
  /** One a slot of the phase. */
  readonly frames: readonly (Frame | null)[];
  readonly findings: readonly ControlFinding[];
}

/** A chart, and for each of its points what was judged; null where nothing was. */
interface BuiltChart {
  readonly chart: ControlChart;
  readonly frames: readonly (Frame | null)[];
}

/** Puts a chart together: limits by phase, points, findings, caveats. */
export function buildChart(series: Series, plan: ChartPlan, maker: ChartMaker): BuiltChart {
  const built = plan.phases.map((planned) => buildPhase(series, plan, planned, maker));
  const findings = built.flatMap((phase) => phase.findings);
  const rulesOf = rulesByPeriod(findings);
  const points = built.flatMap(({ planned, model }, phase) =>
    series.slots.slice(planned.start, planned.end).map((slot, i) => {
      const rules = rulesOf.get(slot.period) ?? [];
      const { period, value } = slot;
      const lines = linesAt(maker, model, slot, planned.start + i);
      return Object.freeze({ period, phase, value, ...lines, rules: Object.freeze(rules) });
    }),
  );
  const chart: ControlChart = Object.freeze({
    kind: maker.kind,
    status: built.some(({ model }) => model !== null) ? 'charted' : 'insufficient',
    direction: plan.direction,
    points: Object.freeze(points),
    phases: Object.freeze(built.map(({ summary }) => summary)),
    findings: Object.freeze(findings),
    reasons: Object.freeze(built.flatMap(({ reasons }) => reasons)),
  });
  return { chart, frames: built.flatMap(({ frames }) => frames) };
}

function buildPhase(
  series: Series,
  plan: ChartPlan,
  planned: PlannedPhase,
  maker: ChartMaker,
): BuiltPhase {
  const { slots } = series;
  const { given = false } = maker;
  const n = planned.baseline.length;
  const estimate = given || n >= MINIMUM_BASELINE ? maker.estimate(planned) : 'few-values';
  const model = typeof estimate === 'string' ? null : estimate;
  const frames = framesOf(slots, planned, model, maker);
  const scores = baselineScores(slots, planned, model);
  const correlation = scores === null ? null : autocorrelation(scores, 1);
  const summary = summaryOf(slots, planned, given, estimate, correlation);
  const { from } = summary;
  return {
    planned,
    model,
    summary,
    frames,
    findings: findingsOf(slots, plan, planned, frames, maker.kind),
    reasons: [
      ...statusReasons(estimate, summary),
      ...(model?.caveats ?? []),
      ...autocorrelationCaveat(correlation, n, from),
      ...(scores === null ? [] : seasonCaveat(scores, series.length, from)),
    ],
  };
}

function framesOf(
  slots: readonly Slot[],
  phase: PlannedPhase,
  model: Model | null,
  maker: ChartMaker,
): (Frame | null)[] {
  const plotted = model === null ? undefined : maker.plotted?.(phase, model);
  return slots.slice(phase.start, phase.end).map((slot, i) => {
    const value = plotted === undefined ? slot.value : (plotted[i] ?? null);
    const sigma = model?.sigmaAt(slot, phase.start + i) ?? null;
    return model === null || value === null || sigma === null
      ? null
      : { value, centre: model.centre, sigma };
  });
}

/** Baseline values as so many standard deviations from the centre, with null for what lies between; null without limits. */
function baselineScores(
  slots: readonly Slot[],
  { baseline }: PlannedPhase,
  model: Model | null,
): (number | null)[] | null {
  if (model === null || baseline.length === 0) return null;
  const members = new Set(baseline);
  const [first, last] = [baseline[0] as number, baseline.at(-1) as number];
  return slots.slice(first, last + 1).map((slot, i) => {
    if (!members.has(first + i)) return null;
    const sigma = model.sigma ?? model.sigmaAt(slot, first + i);
    return ((slot.value as number) - model.centre) / (sigma as number);
  });
}

function findingsOf(
  slots: readonly Slot[],
  { rules, direction }: ChartPlan,
  phase: PlannedPhase,
  frames: readonly (Frame | null)[],
  kind: ControlChartKind,
): ControlFinding[] {
  const periodAt = (index: number) => (slots[phase.start + index] as Slot).period;
  const found = rules.flatMap((rule, order) =>
    findRuns(frames, rule).map((run) => ({
      at: run.at,
      order,
      finding: makeFinding(rule, run, frames[run.at] as Frame, { kind, direction, periodAt }),
    })),
  );
  return found.sort((a, b) => a.at - b.at || a.order - b.order).map(({ finding }) => finding);
}

function summaryOf(
  slots: readonly Slot[],
  { start, end, reason, baseline: planned }: PlannedPhase,
  given: boolean,
  estimate: Estimate,
  correlation: number | null,
): ControlPhase {
  const model = typeof estimate === 'string' ? null : estimate;
  const baseline = given ? [] : planned;
  const periodOf = (index: number | undefined) =>
    index === undefined ? null : (slots[index] as Slot).period;
  return Object.freeze({
    from: (slots[start] as Slot).period,
    to: (slots[end - 1] as Slot).period,
    reason,
    status: given ? 'given' : statusOf(estimate, baseline.length),
    baseline: baseline.length,
    baselineFrom: periodOf(baseline[0]),
    baselineTo: periodOf(baseline.at(-1)),
    centre: model?.centre ?? null,
    sigma: model?.sigma ?? null,
    sigmaZ: model?.sigmaZ ?? null,
    autocorrelation: correlation,
  });
}

function statusOf(estimate: Estimate, n: number): ControlPhase['status'] {
  if (estimate === 'no-variation') return 'no-variation';
  if (typeof estimate === 'string') return 'insufficient';
  return n >= FIRM_BASELINE ? 'firm' : 'provisional';
}

function statusReasons(estimate: Estimate, summary: ControlPhase): readonly Reason[] {
  const { from, baseline: n, status } = summary;
  const say = (code: string, minimum: number) => [makeReason(code, 'info', { from, n, minimum })];
  if (status === 'provisional') return say('kpi.control.provisional', FIRM_BASELINE);
  if (status === 'no-variation') return say('kpi.control.no-variation', MINIMUM_BASELINE);
  if (estimate === 'few-values') return say('kpi.control.too-few-periods', MINIMUM_BASELINE);
  if (estimate === 'few-neighbours') return say('kpi.control.few-neighbours', MINIMUM_RANGES);
  return [];
}

function rulesByPeriod(findings: readonly ControlFinding[]): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const { rule, periods } of findings) {
    for (const period of periods) {
      const before = rules.get(period) ?? [];
      if (!before.includes(rule)) rules.set(period, [...before, rule]);
    }
  }
  return rules;
}

/** The lines that are drawn at a slot. */
function linesAt(
  { width, range }: ChartMaker,
  model: Model | null,
  slot: Slot,
  index: number,
): Pick<ControlPoint, 'centre' | 'low' | 'high' | 'sigma' | 'zones'> {
  const sigma = model?.sigmaAt(slot, index) ?? null;
  if (model === null || sigma === null) {
    return { centre: model?.centre ?? null, low: null, high: null, sigma: null, zones: null };
  }
  const { centre } = model;
  const band = (sigmas: number): ControlBand =>
    Object.freeze({
      low: Math.max(range.min, limitAt({ centre, sigma }, -sigmas)) + 0,
      high: Math.min(range.max, limitAt({ centre, sigma }, sigmas)) + 0,
    });
  const zones = Object.freeze({ one: band(1), two: band(2) });
  return { centre, ...band(width), sigma, zones };
}
