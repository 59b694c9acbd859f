import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { KPI_DIRECTIONS, type KpiDirection } from '../definition.js';
import type { ChartBaseline, ChartOptions } from './chart.js';
import { DEFAULT_RUN_RULES, type RunRule, readRunRules } from './run-rules.js';
import type { Slot } from './series.js';

/** The options of a chart, checked, with every period turned into its place in the series. */
export interface ChartPlan {
  readonly direction: KpiDirection;
  readonly rules: readonly RunRule[];
  /** At least one, in the order of time, together all slots. */
  readonly phases: readonly PlannedPhase[];
}

/** A phase's span of slots and those that its limits rest on. */
export interface PlannedPhase {
  readonly reason: string | null;
  readonly start: number;
  /** Not included. */
  readonly end: number;
  /** Indices of slots that have a value, ascending. */
  readonly baseline: readonly number[];
}

/** The names of the options that all charts share. */
export const SHARED_OPTIONS: FieldsOf<ChartOptions> = Object.freeze({
  baseline: true,
  phases: true,
  rules: true,
  direction: true,
});

/** Reads the options that all charts share; `fields` names all that the kind of chart has. */
export function readChartOptions(
  options: unknown,
  fields: Readonly<Record<string, true>>,
  slots: readonly Slot[],
): ChartPlan {
  const given = checkObject(options, 'options');
  refuseUnknown(given, 'options', fields);
  const { baseline, phases = [], rules = DEFAULT_RUN_RULES, direction = 'neutral' } = given;
  return {
    direction: checkOneOf(direction, 'options.direction', KPI_DIRECTIONS),
    rules: readRunRules(rules, 'options.rules'),
    phases: readPhases(baseline, phases, slots),
  };
}

/** Where a phase starts, as given. */
interface Start {
  readonly start: number;
  readonly reason: string | null;
  readonly baseline: unknown;
  readonly path: string;
}

function readPhases(baseline: unknown, phases: unknown, slots: readonly Slot[]): PlannedPhase[] {
  const indexOf = new Map(slots.map(({ period }, index) => [period, index]));
  const first: Start = { start: 0, reason: null, baseline, path: 'options.baseline' };
  const later = checkList<unknown>(phases, 'options.phases').map((phase, i) =>
    readStart(phase, at('options.phases', i), indexOf),
  );
  const starts = [first, ...later.sort((a, b) => a.start - b.start)];
  return starts.map((phase, i) => {
    const end = starts[i + 1]?.start ?? slots.length;
    if (end === phase.start) {
      throw new AptfolioError(
        'duplicate-id',
        'options.phases',
        'phases that start in different periods',
      );
    }
    const span = { start: phase.start, end };
    return { reason: phase.reason, ...span, baseline: baselineOf(phase, span, slots, indexOf) };
  });
}

function readStart(value: unknown, path: string, indexOf: ReadonlyMap<string, number>): Start {
  const { from, reason, baseline } = checkObject(value, path);
  refuseUnknown(value, path, { from: true, reason: true, baseline: true });
  const start = readPeriod(from, at(path, 'from'), indexOf);
  if (start === 0) {
    throw new AptfolioError('inconsistent', at(path, 'from'), 'a period after the first one', from);
  }
  return {
    start,
    reason: checkText(reason, at(path, 'reason')),
    baseline,
    path: at(path, 'baseline'),
  };
}

function readPeriod(value: unknown, path: string, indexOf: ReadonlyMap<string, number>): number {
  const index = indexOf.get(checkText(value, path));
  if (index === undefined)
    throw new AptfolioError('unknown-id', path, 'a period of the series', value);
  return index;
}

type Span = Pick<PlannedPhase, 'start' | 'end'>;

function baselineOf(
  { baseline, path }: Start,
  span: Span,
  slots: readonly Slot[],
  indexOf: ReadonlyMap<string, number>,
): number[] {
  const present = slots.flatMap(({ value }, index) =>
    index >= span.start && index < span.end && value !== null ? [index] : [],
  );
  if (baseline === undefined) return present;
  const choice = readBaseline(baseline, path);
  if ('first' in choice) return present.slice(0, choice.first);
  const [field, named] =
    'periods' in choice ? ['periods', choice.periods] : ['without', choice.without];
  const chosen = new Set(
    named.map((period, i) => readMember(period, at(at(path, field), i), span, indexOf)),
  );
  return present.filter((index) => chosen.has(index) === (field === 'periods'));
}

function readBaseline(value: unknown, path: string): ChartBaseline {
  const given = checkObject(value, path);
  refuseUnknown(given, path, { first: true, periods: true, without: true });
  if (Object.keys(given).length !== 1) {
    throw new AptfolioError('inconsistent', path, 'one of first, periods and without', value);
  }
  if ('first' in given) return { first: checkInteger(given.first, at(path, 'first'), { min: 1 }) };
  if ('periods' in given)
    return { periods: checkList(given.periods, at(path, 'periods'), { minLength: 1 }) };
  return { without: checkList(given.without, at(path, 'without')) };
}

function readMember(
  value: unknown,
  path: string,
  span: Span,
  indexOf: ReadonlyMap<string, number>,
): number {
  const index = readPeriod(value, path, indexOf);
  if (index >= span.start && index < span.end) return index;
  throw new AptfolioError('inconsistent', path, 'a period of the same phase', value);
}
