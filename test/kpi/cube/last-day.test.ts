import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi } from '../../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const kpis = [defineKpi({ ...DESCRIPTION, kind: 'proportion' })];
const terms = { kpis, period: 'month', zone: 'Asia/Shanghai' } as const;
const cube = compileKpiCube({ ...terms, lastDay: '2026-06-30' });
const record = (at: string) => ({
  ...{ kpi: DESCRIPTION.id, id: 'r-1', at, event: { successes: 1, trials: 1 } },
});

describe('the last day of a cube', () => {
  it('is the last that a record may be of, by the clock of the zone', () => {
    for (const at of ['2026-06-30', '2026-06-30T23:59:59+08:00', '2026-06-30T15:59:59Z']) {
      expect(() => cube.add(cube.init(), record(at))).not.toThrow();
    }
    for (const at of ['2026-07-01', '2999-01-01', '2026-06-30T16:00:00Z']) {
      expectRefusal(() => cube.add(cube.init(), record(at)), 'out-of-range', 'record.at');
    }
    const { failures } = cube.addAll(cube.init(), [record('2026-06-01'), record('2999-01-01')]);
    expect(failures.map(({ row, issues }) => [row, issues[0]?.path])).toEqual([
      [1, 'records[1].at'],
    ]);
  });

  it('may move on: states are the same', () => {
    const later = compileKpiCube({ ...terms, lastDay: '2026-07-31' });
    expect(later.version).toBe(cube.version);
    expect(compileKpiCube(terms).version).toBe(cube.version);
    const state = cube.encode(cube.add(cube.init(), record('2026-06-30')));
    const draft = later.add(later.decode(state), { ...record('2026-07-15'), id: 'r-2' });
    expect(later.result(draft).rows).toHaveLength(2);
    // The other way round the record that waits is beyond the day.
    const ahead = later.encode(draft);
    expectRefusal(() => cube.decode(ahead), 'out-of-range', 'state.waiting[1].record.at');
  });

  it('is a date', () => {
    const make = (lastDay: unknown) => () => compileKpiCube({ ...terms, lastDay: wrong(lastDay) });
    expectRefusal(make('2026-02-30'), 'invalid-date', 'definition.lastDay');
    expectRefusal(make(20260630), 'invalid-type', 'definition.lastDay');
  });
});
