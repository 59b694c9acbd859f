import { describe, expect, it } from 'vitest';
import { makeRecord } from '../../../src/kpi/cube/make-record.js';
import {
  accountRecords,
  compileKpiCube,
  defineKpi,
  type KpiRecord,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal, wrong } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const cube = compileKpiCube({ kpis: [renewal], period: 'month', zone: 'UTC' });
const folded = (...records: readonly KpiRecord[]) => {
  const draft = cube.init();
  for (const record of records) cube.add(draft, record);
  return draft;
};

const said: KpiRecord = {
  kpi: 'renewal',
  id: 'a',
  at: '2026-03-02',
  event: { successes: 7, trials: 10 },
};
const other: KpiRecord = { ...said, id: 'b', event: { successes: 4, trials: 10 } };
const takenBack: KpiRecord = { ...said, revision: 1, event: null };

describe('a record whose event is null', () => {
  it('takes back what an earlier revision said, whichever comes first', () => {
    for (const order of [
      [said, takenBack, other],
      [takenBack, said, other],
      [other, takenBack],
    ]) {
      const { rows, conflicting } = cube.result(folded(...order));
      // Only b is left: 4 of 10.
      expect(rows.map(({ result }) => result)).toMatchObject([{ numerator: 4, denominator: 10 }]);
      expect(conflicting).toEqual([]);
    }
  });

  it('takes back across shards', () => {
    const whole = cube.merge(folded(said, other), folded(takenBack));
    expect(cube.result(whole).rows[0]!.result).toMatchObject({ numerator: 4, denominator: 10 });
    expect(cube.result(whole).repeats).toBe(1);
  });

  it('is itself corrected by a later revision', () => {
    const again: KpiRecord = { ...said, revision: 2, event: { successes: 9, trials: 10 } };
    const { rows } = cube.result(folded(again, takenBack, said));
    expect(rows[0]!.result).toMatchObject({ numerator: 9, denominator: 10 });
  });

  it('with a revision one higher takes back what a maker said from a wrong day', () => {
    const { assetBridge, organicGrowth, netNewMoneyRate } = serviceKpis({ currency: 'CNY' });
    const assets = compileKpiCube({
      kpis: [assetBridge, organicGrowth, netNewMoneyRate],
      period: 'quarter',
      zone: 'Asia/Shanghai',
    });
    const yuan = (amount: string) => ({ currency: 'CNY', amount }) as const;
    const account = {
      id: 'a-1',
      from: '2026-03-31',
      to: '2026-06-30',
      opening: yuan('1000.00'),
      closing: yuan('1100.00'),
      movements: [{ id: '1', on: '2026-04-02', kind: 'transfer', amount: yuan('100.00') }],
    } as const;
    const wrongDay = accountRecords(account, { asOf: '2026-07-01T00:00:00+08:00' });
    const corrected = accountRecords(
      { ...account, from: '2026-04-01' },
      { asOf: '2026-07-02T00:00:00+08:00' },
    );
    const back = wrongDay.map((record) => ({
      ...record,
      revision: record.revision! + 1,
      event: null,
    }));
    for (const told of [
      [...wrongDay, ...back, ...corrected],
      [...corrected, ...back, ...wrongDay],
    ]) {
      const { rows, conflicting } = assets.result(draftOf(assets, told), { suppressBelow: 1 });
      expect(conflicting).toEqual([]);
      // The one account, from the day that is right.
      for (const { result } of rows) expect(result).toMatchObject({ n: 1 });
      expect(rows).toHaveLength(3);
    }
  });

  it('contradicts a record that says something under the same revision', () => {
    const { conflicting, rows } = cube.result(folded(said, { ...said, event: null }));
    expect(conflicting).toEqual([{ kpi: 'renewal', id: 'a' }]);
    // The first of the two texts in order, … "event":null … and … "event":{ …: n comes before {.
    expect(rows).toEqual([]);
  });

  it('makes no row of its own and takes no cell', () => {
    const small = compileKpiCube({ kpis: [renewal], period: 'month', zone: 'UTC', maxCells: 1 });
    const draft = small.init();
    small.add(draft, said);
    small.add(draft, { ...takenBack, id: 'x', at: '2020-01-01' });
    expect(small.result(draft).rows).toHaveLength(1);
    small.close(draft, '2026-12-31');
    expect(small.encode(draft).cells).toHaveLength(1);
  });

  it('waits in the state, is forgotten when its day is closed, and is late thereafter', () => {
    const draft = folded(said, takenBack);
    const state = cube.encode(draft);
    expect(state.waiting).toEqual([
      { record: { ...takenBack, dimensions: {} }, conflicting: false },
    ]);
    expect(cube.encode(cube.decode(JSON.parse(JSON.stringify(state))))).toEqual(state);
    cube.close(draft, '2026-03-31');
    expect(cube.encode(draft)).toMatchObject({ cells: [], waiting: [], late: [] });
    cube.add(draft, takenBack);
    expect(cube.result(draft).late).toEqual([{ kpi: 'renewal', id: 'a' }]);
  });

  it('does not undo what is closed', () => {
    const draft = folded(said);
    cube.close(draft, '2026-03-31');
    cube.add(draft, { ...takenBack, at: '2026-04-01' });
    expect(cube.result(draft).rows.map(({ result }) => result)).toMatchObject([
      { numerator: 7, denominator: 10 },
    ]);
  });

  it('needs an id', () => {
    const { id: _, revision: _r, ...nameless } = takenBack;
    expectRefusal(() => cube.add(cube.init(), nameless), 'inconsistent', 'record.event');
    expectRefusal(
      () => cube.add(cube.init(), wrong({ ...takenBack, event: undefined })),
      'missing-value',
      'record.event',
    );
  });

  it('is made like any other', () => {
    const made = makeRecord({ kpi: 'renewal', at: '2026-03-02', parts: ['a'], event: null });
    expect(made).toEqual({ kpi: 'renewal', id: 'renewal/a', at: '2026-03-02', event: null });
  });
});
