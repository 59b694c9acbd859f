import { defineKpi } from '../define.js';
import type { Kpi, KpiDescription } from '../definition.js';
import { type Settings, UNRECORDED, VERSION } from './settings.js';
import { PERIOD_RUNNING, type ToolServiceKpis, toolServiceKpis } from './tools-service.js';

/** How clients use digital tools, and how well these serve them. */
export interface ToolKpis extends ToolServiceKpis {
  readonly toolAdoption: Kpi<'proportion'>;
  readonly sessionsPerClient: Kpi<'measurements'>;
  readonly toolStickiness: Kpi<'measurements'>;
  readonly taskSuccess: Kpi<'proportion'>;
  readonly taskErrors: Kpi<'proportion'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function toolKpis(settings: Settings): ToolKpis {
  return { ...useKpis(settings), ...taskKpis(settings), ...toolServiceKpis(settings) };
}

function useKpis({
  minimumSample,
}: Settings): Pick<ToolKpis, 'toolAdoption' | 'sessionsPerClient' | 'toolStickiness'> {
  const shared = {
    version: VERSION,
    family: 'tools',
    direction: 'higher-is-better',
    source: 'industry convention of digital products; session records',
    minimumSample,
  } as const;
  const perActive = {
    ...shared,
    kind: 'measurements',
    denominator: 'clients with at least one session in the period',
    measure: 'mean',
    exclusions: [PERIOD_RUNNING],
  } as const;
  return {
    toolAdoption: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'tool-adoption',
      symbols: 'a / e',
      formula: 'clients with at least one session in the period / clients who could have had one',
      unit: 'fraction',
      numerator: 'clients with at least one session in the period',
      denominator: 'clients who could have used the tool in the period',
      exclusions: [
        { id: 'not-eligible', words: 'the client could not have used the tool' },
        {
          id: 'eligibility-unknown',
          words: 'nobody recorded whether the client could have used the tool',
        },
        PERIOD_RUNNING,
      ],
    }),
    sessionsPerClient: defineKpi({
      ...perActive,
      id: 'sessions-per-client',
      symbols: 'Σ sᵢ / a',
      formula: 'sessions in the period / clients with at least one',
      unit: 'sessions per client',
      numerator: 'sessions in the period',
      range: { lowest: 0, highest: 1_000_000 },
    }),
    toolStickiness: defineKpi({
      ...perActive,
      id: 'tool-stickiness',
      symbols: 'DAU / MAU',
      formula:
        'the share of the period’s days on which an active client uses the tool, which is mean daily over all active clients',
      unit: 'fraction',
      numerator: 'shares of the period’s days with a session',
      range: { lowest: 0, highest: 1 },
    }),
  };
}

function taskKpis({ minimumSample }: Settings): Pick<ToolKpis, 'taskSuccess' | 'taskErrors'> {
  const shared = {
    kind: 'proportion',
    version: VERSION,
    family: 'tools',
    unit: 'fraction',
    denominator: 'tasks ended or given up',
    minimumSample,
    exclusions: [{ id: 'task-running', words: 'the task may still be going on' }, UNRECORDED],
  } as const satisfies Partial<KpiDescription> & { readonly kind: 'proportion' };
  return {
    taskSuccess: defineKpi({
      ...shared,
      id: 'task-success',
      symbols: 'n(done) / n',
      formula: 'tasks done in full and without help / tasks ended or given up',
      direction: 'higher-is-better',
      numerator: 'tasks done in full and without help',
      source: 'ISO/IEC 25022:2016, measure Ef-1-G (tasks completed)',
    }),
    taskErrors: defineKpi({
      ...shared,
      id: 'task-errors',
      symbols: 'n(errors ≥ 1) / n',
      formula: 'tasks with at least one error / tasks ended or given up',
      direction: 'lower-is-better',
      numerator: 'tasks with at least one error',
      source: 'ISO/IEC 25022:2016, measure Ef-4-G (tasks with errors)',
    }),
  };
}
