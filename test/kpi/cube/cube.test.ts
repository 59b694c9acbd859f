import { describe, expect, it } from 'vitest';
import {
  compileKpiCube,
  defineKpi,
  type KpiCubeRow,
  type KpiRecord,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const csat = defineKpi({
  ...DESCRIPTION,
  kind: 'ratings',
  id: 'csat',
  scale: { lowest: 1, highest: 5 },
  measure: { name: 'mean' },
});
const definition = {
  kpis: [renewal, csat],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch', 'tier'],
} as const;
const cube = compileKpiCube(definition);

function renewed(
  at: string,
  branch: string | undefined,
  successes: number,
  trials: number,
): KpiRecord {
  const dimensions: Record<string, string> = branch === undefined ? {} : { branch };
  return { kpi: 'renewal', at, dimensions, event: { successes, trials } };
}

function folded(records: readonly KpiRecord[], by = cube) {
  const draft = by.init();
  for (const record of records) by.add(draft, record);
  return draft;
}

function rowsOf(rows: readonly KpiCubeRow[], kpi = 'renewal') {
  return rows
    .filter((row) => row.kpi === kpi)
    .map(({ period, slice, result }) => [
      period.id,
      Object.values(slice).join(),
      result.status === 'ok' ? result.value : result.status,
    ]);
}

describe('a cube', () => {
  it('keeps periods of its zone and slices apart, and the whole', () => {
    const draft = folded([
      // 16:00 in UTC is midnight in Shanghai: the first is of March, the second of April.
      renewed('2026-03-31T15:59:59Z', 'Pudong', 5, 10),
      renewed('2026-03-31T16:00:00Z', 'Pudong', 9, 10),
      renewed('2026-03-02', 'Minhang', 7, 10),
    ]);
    const { rows } = cube.result(draft);
    expect(rowsOf(rows)).toEqual([
      ['2026-03', '', 0.6],
      ['2026-04', '', 0.9],
      ['2026-03', 'Minhang', 0.7],
      ['2026-04', 'Minhang', 'insufficient'],
      ['2026-03', 'Pudong', 0.5],
      ['2026-04', 'Pudong', 0.9],
      ['2026-03', '', 0.6],
      ['2026-04', '', 0.9],
    ]);
    expect(rows.at(-1)!.slice).toEqual({ tier: null });
    expect(rows[0]!.result.period).toEqual({ id: '2026-03', from: '2026-03-01', to: '2026-04-01' });
  });

  it('shows a period without cases as one, never as nothing', () => {
    const draft = folded([renewed('2026-01-10', 'A', 8, 10), renewed('2026-03-10', 'A', 8, 10)]);
    const whole = cube.result(draft).rows.filter(({ slice }) => Object.keys(slice).length === 0);
    expect(whole.map(({ period, result }) => [period.id, result.status])).toEqual([
      ['2026-01', 'ok'],
      ['2026-02', 'insufficient'],
      ['2026-03', 'ok'],
    ]);
    expect(whole[1]!.result).toMatchObject({ n: 0, reason: { code: 'kpi.no-cases' } });
  });

  it('joins months into quarters and years, and refuses to make months of weeks', () => {
    const draft = folded([
      renewed('2026-01-10', 'A', 8, 10),
      renewed('2026-03-10', 'A', 10, 30),
      renewed('2026-04-10', 'A', 5, 5),
    ]);
    const quarters = cube.result(draft, { period: 'quarter' });
    // 18 of 40, then 5 of 5.
    expect(rowsOf(quarters.rows).slice(0, 2)).toEqual([
      ['2026-Q1', '', 0.45],
      ['2026-Q2', '', 1],
    ]);
    const weekly = compileKpiCube({ ...definition, period: 'week' });
    const refused = () => weekly.result(weekly.init(), { period: 'month' });
    expectRefusal(refused, 'inconsistent', 'options.period');
    expectRefusal(() => cube.result(draft, { period: 'day' }), 'inconsistent', 'options.period');
    expectRefusal(
      () => cube.result(draft, wrong({ periods: 'day' })),
      'unknown-id',
      'options.periods',
    );
  });

  it('keeps only the slices that are asked for', () => {
    const crossed = compileKpiCube({ ...definition, slices: [[], ['tier', 'branch']] });
    const record = {
      ...renewed('2026-03-02', 'A', 7, 10),
      dimensions: { branch: 'A', tier: 'gold' },
    };
    const { rows } = crossed.result(folded([record], crossed));
    expect(rows.map(({ slice }) => slice)).toEqual([{}, { branch: 'A', tier: 'gold' }]);
  });

  it('refuses bad records whole, with their path', () => {
    const draft = folded([renewed('2026-03-02', 'A', 7, 10)]);
    const before = JSON.stringify(cube.encode(draft));
    const good = renewed('2026-03-02', 'A', 7, 10);
    const adding = (change: object) => () => cube.add(draft, wrong({ ...good, ...change }));
    expectRefusal(adding({ kpi: 'churn' }), 'unknown-id', 'record.kpi');
    expectRefusal(adding({ kpi: undefined }), 'missing-value', 'record.kpi');
    expectRefusal(adding({ at: '2026-02-30' }), 'invalid-date', 'record.at');
    expectRefusal(adding({ at: '2026-03-02T10:00:00' }), 'invalid-format', 'record.at');
    expectRefusal(adding({ at: undefined }), 'missing-value', 'record.at');
    expectRefusal(adding({ revision: 1 }), 'inconsistent', 'record.revision');
    // Neither has anything under a name, which is not to say nothing.
    for (const dimensions of [new Map([['branch', 'A']]), new Date(0)]) {
      expectRefusal(adding({ dimensions }), 'invalid-type', 'record.dimensions');
    }
    expectRefusal(adding({ dimensions: { team: 'x' } }), 'unknown-id', 'record.dimensions.team');
    expectRefusal(
      adding({ dimensions: { branch: 3 } }),
      'invalid-type',
      'record.dimensions.branch',
    );
    expectRefusal(adding({ event: undefined }), 'missing-value', 'record.event');
    expectRefusal(
      adding({ event: { successes: 2, trials: 1 } }),
      'out-of-range',
      'record.event.successes',
    );
    const withId = { id: 'e-1', event: { successes: 2, trials: 1 } };
    expectRefusal(adding(withId), 'out-of-range', 'record.event.successes');
    expectRefusal(adding({ amount: 3 }), 'unknown-id', 'record.amount');
    expectRefusal(() => cube.add(draft, wrong(null)), 'missing-value', 'record');
    expect(JSON.stringify(cube.encode(draft))).toBe(before);
  });

  it('keeps its memory bounded, and refuses what would pass the bound', () => {
    const small = compileKpiCube({ ...definition, slices: [[], ['branch']], maxCells: 3 });
    const draft = folded(
      [renewed('2026-03-02', 'A', 7, 10), renewed('2026-03-02', 'B', 7, 10)],
      small,
    );
    const before = JSON.stringify(small.encode(draft));
    const third = renewed('2026-03-02', 'C', 7, 10);
    expectRefusal(() => small.add(draft, third), 'out-of-range', 'record');
    const other = folded([third], small);
    expectRefusal(() => small.merge(draft, other), 'out-of-range', 'other');
    expect(JSON.stringify(small.encode(draft))).toBe(before);
  });

  it('keeps room for events that wait, which a correction may give back', () => {
    const small = compileKpiCube({ ...definition, slices: [['branch']], maxCells: 2 });
    const waiting = (id: string, branch: string, revision = 0): KpiRecord => {
      return { ...renewed('2026-03-02', branch, 7, 10), id, revision };
    };
    const draft = folded([waiting('a', 'A'), waiting('b', 'B'), waiting('c', 'A')], small);
    const before = JSON.stringify(small.encode(draft));
    expectRefusal(() => small.add(draft, waiting('d', 'D')), 'out-of-range', 'record');
    const other = folded([waiting('d', 'D')], small);
    expectRefusal(() => small.merge(draft, other), 'out-of-range', 'other');
    expect(JSON.stringify(small.encode(draft))).toBe(before);
    // B gives its cell back, so that D has room.
    small.add(draft, waiting('b', 'A', 1));
    small.add(draft, waiting('d', 'D'));
    small.close(draft, '2026-12-31');
    expect(small.encode(draft).cells.map(({ values }) => values)).toEqual([['A'], ['D']]);
  });

  it('with a larger bound reads the state, one with a smaller refuses it', () => {
    const state = cube.encode(folded([{ ...renewed('2026-03-02', 'A', 7, 10), id: 'a' }]));
    const larger = compileKpiCube({ ...definition, maxCells: 200_000 });
    expect(larger.encode(larger.decode(state))).toEqual(state);
    const smaller = compileKpiCube({ ...definition, maxCells: 2 });
    expectRefusal(() => smaller.decode(state), 'out-of-range', 'state.waiting');
  });

  it('takes the drafts of its own definition only', () => {
    const other = compileKpiCube({ ...definition, period: 'day' });
    const foreign = other.init();
    expectRefusal(() => cube.merge(cube.init(), foreign), 'inconsistent', 'other');
    expectRefusal(() => cube.merge(foreign, cube.init()), 'inconsistent', 'draft');
    expectRefusal(
      () => cube.add(foreign, renewed('2026-03-02', 'A', 7, 10)),
      'inconsistent',
      'draft',
    );
    expectRefusal(() => cube.result(wrong({})), 'inconsistent', 'draft');
    expectRefusal(() => cube.merge(cube.init(), wrong(null)), 'missing-value', 'other');
  });

  it('keeps one id of two KPIs apart', () => {
    const id = 'event-1';
    const score: KpiRecord = { kpi: 'csat', id, at: '2026-03-02', event: { score: 4 } };
    const draft = folded([{ ...renewed('2026-03-02', 'A', 7, 10), id }, score]);
    const { rows, conflicting, repeats } = cube.result(draft, { suppressBelow: 1 });
    expect([conflicting, repeats]).toEqual([[], 0]);
    expect(rows.filter(({ slice }) => Object.keys(slice).length === 0)).toMatchObject([
      { kpi: 'csat', result: { n: 1 } },
      { kpi: 'renewal', result: { n: 10 } },
    ]);
  });

  it('refuses to show more rows than it is told to, and says which periods lie so far apart', () => {
    const daily = compileKpiCube({ ...definition, period: 'day', slices: [[]] });
    // One wrong date: every day since 1970 would have its row, 20,579 of them.
    const draft = folded(
      [renewed('1970-01-01', 'A', 7, 10), renewed('2026-05-05', 'A', 7, 10)],
      daily,
    );
    expect(daily.result(draft).rows).toHaveLength(20_579);
    const refused = () => daily.result(draft, { maxRows: 20_578 });
    expectRefusal(refused, 'out-of-range', 'options.maxRows');
    expect(refused).toThrow(/1970-01-01.*2026-05-05/);
    expect(daily.result(draft, { maxRows: 20_579 }).rows).toHaveLength(20_579);
    const small = compileKpiCube({ ...definition, period: 'day', slices: [[]], maxCells: 10_000 });
    // Twice maxCells without the option.
    const state = JSON.parse(JSON.stringify(daily.encode(draft)));
    expectRefusal(() => small.result(small.decode(state)), 'out-of-range', 'options.maxRows');
    expectRefusal(() => daily.result(draft, { maxRows: 0 }), 'out-of-range', 'options.maxRows');
  });

  it('refuses a definition that makes no sense', () => {
    const make = (change: object) => () => compileKpiCube(wrong({ ...definition, ...change }));
    expectRefusal(make({ kpis: [] }), 'empty', 'definition.kpis');
    expectRefusal(make({ kpis: [renewal, renewal] }), 'duplicate-id', 'definition.kpis[1].id');
    expectRefusal(make({ kpis: [{ ...renewal }] }), 'invalid-type', 'definition.kpis[0]');
    expectRefusal(make({ period: 'decade' }), 'unknown-value', 'definition.period');
    expectRefusal(make({ zone: 'Nowhere' }), 'unknown-zone', 'definition.zone');
    expectRefusal(make({ dimensions: ['a', 'a'] }), 'duplicate-id', 'definition.dimensions[1]');
    expectRefusal(make({ slices: [['team']] }), 'unknown-id', 'definition.slices[0][0]');
    expectRefusal(
      make({
        slices: [
          ['tier', 'branch'],
          ['branch', 'tier'],
        ],
      }),
      'duplicate-id',
      'definition.slices[1]',
    );
    expectRefusal(make({ dimension: [] }), 'unknown-id', 'definition.dimension');
  });

  it('refuses a damaged state or that of another cube', () => {
    const state = cube.encode(folded([renewed('2026-03-02', 'A', 7, 10)]));
    const reading = (change: object) => () => cube.decode({ ...state, ...change });
    expectRefusal(reading({ version: 'x' }), 'inconsistent', 'state.version');
    expectRefusal(reading({ cells: undefined }), 'missing-value', 'state.cells');
    const cell = state.cells[0]!;
    expectRefusal(
      reading({ cells: [{ ...cell, slice: 9 }] }),
      'out-of-range',
      'state.cells[0].slice',
    );
    expectRefusal(
      reading({ cells: [{ ...cell, from: '2026-03-02' }] }),
      'inconsistent',
      'state.cells[0].from',
    );
    expectRefusal(
      reading({ cells: [{ ...cell, values: ['x'] }] }),
      'length-mismatch',
      'state.cells[0].values',
    );
    // As `add` does: 5 beside "5" would be two rows of one group.
    const place = state.cells.findIndex(({ slice }) => slice === 1);
    for (const [value, code] of [
      [5, 'invalid-type'],
      [true, 'invalid-type'],
      [{ x: 1 }, 'invalid-type'],
      ['', 'empty'],
      ['x'.repeat(201), 'too-long'],
      ['\ud800', 'invalid-format'],
    ] as const) {
      const cells = state.cells.map((one, i) => (i === place ? { ...one, values: [value] } : one));
      expectRefusal(reading({ cells }), code, `state.cells[${place}].values[0]`);
    }
    expectRefusal(reading({ cells: [...state.cells, cell] }), 'duplicate-id', 'state.cells');
    // The whole and each dimension have 10 cases; one without them contradicts the others.
    expectRefusal(reading({ cells: state.cells.slice(1) }), 'inconsistent', 'state.cells');
    const record = { ...renewed('2026-03-02', 'A', 2, 1), id: 'a' };
    const waiting = (change: object) =>
      reading({ waiting: [{ record: { ...record, ...change }, conflicting: false }] });
    const inWaiting = 'state.waiting[0].record';
    expectRefusal(waiting({}), 'out-of-range', `${inWaiting}.event.successes`);
    expectRefusal(waiting({ id: undefined }), 'missing-value', `${inWaiting}.id`);
    const kept = [{ record: { ...record, event: null }, conflicting: false }];
    expectRefusal(reading({ late: kept }), 'inconsistent', 'state.late[0].record.at');
    const closed = { closedThrough: '2026-03-31', waiting: kept };
    expectRefusal(reading(closed), 'inconsistent', 'state.waiting[0].record.at');
    expectRefusal(reading({ late: [{ record: {} }] }), 'missing-value', 'state.late[0].record.kpi');
    const other = compileKpiCube({ ...definition, period: 'day' });
    expectRefusal(() => other.decode(state), 'inconsistent', 'state.version');
  });
});
