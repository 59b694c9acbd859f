import {
  parseKpiCubeState,
  parseKpiRecord,
  parseScorecardDefinition,
  parseServiceCase,
  safeParseKpiCubeState,
  safeParseKpiRecord,
  safeParseScorecardDefinition,
  safeParseServiceCase,
} from 'aptfolio/schema';
import { fault, type Input, input } from './input.js';

const record = {
  kpi: 'renewal',
  at: '2026-03-02T09:00:00+08:00',
  id: 'r-1',
  revision: 2,
  dimensions: { branch: 'Pudong' },
  // Both lengths, since a sample leaves no field out.
  windows: [{ id: 'renewal', days: 30, seconds: 0.5 }],
  terms: { clock: 'hours' },
  days: 91,
  event: { successes: 1, trials: 1 },
} as const;
const kept = [{ record, conflicting: true }];
const data = { successes: 8, trials: 10 };
const cell = {
  from: '2026-03-01',
  slice: 1,
  values: ['Pudong', null],
  state: { kpi: 'renewal', version: '1', kind: 'proportion', excluded: { test: 1 }, data },
} as const;

export const KPI: Readonly<Record<string, Input>> = {
  'kpi-record': input(
    parseKpiRecord,
    safeParseKpiRecord,
    [record, { ...record, at: 1_772_413_200_000 }, { ...record, event: null }],
    [
      fault(['revision'], -1, 'out-of-range', 'record.revision'),
      fault(['dimensions', 'branch'], 7, 'invalid-type', 'record.dimensions.branch'),
      fault(['at'], undefined, 'missing-value', 'record.at'),
      fault(['windows', 0, 'days'], -1, 'out-of-range', 'record.windows[0].days'),
      fault(['terms', 'clock'], 24, 'invalid-type', 'record.terms.clock'),
      fault(['days'], 0, 'out-of-range', 'record.days'),
    ],
  ),
  'kpi-cube-state': input(
    parseKpiCubeState,
    safeParseKpiCubeState,
    [
      {
        version: 'a'.repeat(64),
        closedThrough: '2026-03-31',
        repeats: 3,
        cells: [cell],
        waiting: kept,
        late: kept,
        lateWithoutId: [{ kpi: 'renewal', count: 2 }],
        forgotten: [{ kpi: 'renewal', late: 3, conflicting: 1 }],
      },
    ],
    [
      fault(['closedThrough'], '2026-02-30', 'invalid-date', 'state.closedThrough'),
      fault(['cells', 0, 'slice'], -1, 'out-of-range', 'state.cells[0].slice'),
      fault(['late', 0, 'conflicting'], 'no', 'invalid-type', 'state.late[0].conflicting'),
      fault(['lateWithoutId', 0, 'count'], 0, 'out-of-range', 'state.lateWithoutId[0].count'),
      fault(['forgotten', 0, 'late'], -1, 'out-of-range', 'state.forgotten[0].late'),
    ],
  ),
  'service-case': input(
    parseServiceCase,
    safeParseServiceCase,
    [
      {
        id: 'e-1',
        openedAt: record.at,
        steps: { closed: 1_772_413_200_000 },
        abandonedAt: record.at,
        dimensions: { branch: 'Pudong' },
      },
    ],
    [
      fault(['steps'], undefined, 'missing-value', 'case.steps'),
      fault(['closedAt'], record.at, 'unknown-id', 'case.closedAt'),
    ],
  ),
  'scorecard-definition': input(
    parseScorecardDefinition,
    safeParseScorecardDefinition,
    [
      {
        id: 'team',
        version: '1',
        lines: [{ id: 'renewal', weight: 1, worst: 0.5, best: 0.9, priorCases: 30 }],
        guards: [{ id: 'breach', kpi: 'breach-rate', atMost: 0, atLeast: 0, cap: 40 }],
        mean: 'geometric',
        missingWeight: 0.2,
      },
    ],
    [
      fault(['lines', 0, 'weight'], 2, 'out-of-range', 'definition.lines[0].weight'),
      fault(['mean'], 'harmonic', 'unknown-value', 'definition.mean'),
    ],
  ),
};
