import { describe, expect, it } from 'vitest';
import {
  compileKpiCube,
  defineKpi,
  type KpiCubeRow,
  type KpiRecord,
} from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const SLICES = [[], ['branch'], ['tier'], ['branch', 'tier']];

function oneWay(sizes: readonly number[]) {
  const names = ['A', 'B', 'C', 'D', 'E'];
  const slices = [[], ['branch'], ...(sizes.length === 1 ? [['tier']] : [])];
  return rowsOf(
    sizes.map((n, i) => [names[i]!, 'gold', n] as const),
    slices,
  );
}

function rowsOf(
  sizes: readonly (readonly [branch: string, tier: string, trials: number])[],
  slices: readonly (readonly string[])[] = SLICES,
) {
  const cube = compileKpiCube({
    kpis: [renewal],
    period: 'month',
    zone: 'Asia/Shanghai',
    dimensions: ['branch', 'tier'],
    slices,
  });
  const draft = cube.init();
  for (const [branch, tier, trials] of sizes) {
    const event = { successes: 0, trials };
    cube.add(draft, { kpi: 'renewal', at: '2026-03-02', dimensions: { branch, tier }, event });
  }
  return cube.result(draft).rows;
}

function hidden(rows: readonly KpiCubeRow[]) {
  return rows.flatMap(({ slice, result }) =>
    result.status === 'suppressed' ? [Object.values(slice).join('/')] : [],
  );
}

describe('small groups', () => {
  it('are held back without saying how many they are', () => {
    const rows = rowsOf([
      ['A', 'gold', 4],
      ['B', 'gold', 3],
      ['C', 'gold', 50],
    ]);
    expect(hidden(rows).sort()).toEqual(['A', 'A/gold', 'B', 'B/gold']);
    const row = rows.find(({ slice }) => slice.branch === 'A')!;
    expect(JSON.stringify(row.result)).not.toContain('"n"');
    expect(row.result).toMatchObject({
      reason: { code: 'kpi.suppressed', parameters: { minimum: 5 } },
    });
  });

  it('take the smallest other group along where they would be the only one hidden', () => {
    // The whole is 94: without hiding C the four of A would follow from 94 − 60 − 30.
    const rows = rowsOf([
      ['A', 'gold', 4],
      ['B', 'gold', 60],
      ['C', 'gold', 30],
    ]);
    expect(hidden(rows).sort()).toEqual(['A', 'A/gold', 'C', 'C/gold']);
  });

  it('are held back with others until what is held back of a sum is not itself few', () => {
    // A and B alone would be known to have 2 cases together, so one each: 62 − 30 − 30.
    const rows = oneWay([1, 1, 30, 30]);
    expect(hidden(rows).sort()).toEqual(['A', 'B', 'C']);
    // Five rows with one case each: whoever sees five rows and the whole, 5, knows them all.
    expect(hidden(oneWay([1, 1, 1, 1, 1])).sort()).toEqual(['', 'A', 'B', 'C', 'D', 'E']);
    // Six cases in five rows: one of them has two, nobody knows which.
    expect(hidden(oneWay([1, 1, 1, 1, 2])).sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('do not follow where the slice between is not kept', () => {
    const slices = [[], ['branch', 'tier']];
    const cells = [
      ['A', 'gold', 38],
      ['A', 'silver', 6],
      ['B', 'gold', 1],
      ['B', 'silver', 25],
    ] as const;
    // 70 − 38 − 6 − 25 = 1, so the smallest of the others goes as well.
    expect(hidden(rowsOf(cells, slices)).sort()).toEqual(['A/silver', 'B/gold']);
    const ofBranch = rowsOf(cells, [['branch'], ['branch', 'tier']]);
    expect(hidden(ofBranch).sort()).toEqual(['B/gold', 'B/silver']);
  });

  it('do not follow from the margins of a table with an empty cell', () => {
    const rows = rowsOf([
      ['A', 'gold', 34],
      ['B', 'gold', 1],
      ['B', 'silver', 14],
    ]);
    // B/gold is gold less A/gold, A/gold is the whole of A, and B/silver the whole of silver: with A, B, gold and silver shown each would be known.
    const held = hidden(rows);
    expect(held).toContain('B/gold');
    const isShown = (name: string) => !held.includes(name);
    expect(isShown('gold') && (isShown('A') || isShown('A/gold'))).toBe(false);
    expect(isShown('B') && (isShown('silver') || isShown('B/silver'))).toBe(false);
    expect(isShown('')).toBe(true);
  });

  it('of the one group that is the whole are the whole, which is then held back too', () => {
    expect(hidden(oneWay([3])).sort()).toEqual(['', 'A', 'gold']);
    expect(hidden(oneWay([30]))).toEqual([]);
  });

  it('of a rate are few events, in however much exposure', () => {
    const complaints = defineKpi({ ...DESCRIPTION, kind: 'rate', id: 'complaints' });
    const rates = compileKpiCube({
      kpis: [complaints],
      period: 'month',
      zone: 'UTC',
      dimensions: ['branch'],
    });
    const draft = rates.init();
    for (const [branch, count] of [
      ['A', 1],
      ['B', 9],
      ['C', 20],
      ['D', 0],
    ] as const) {
      const event = { count, exposure: 365 };
      rates.add(draft, { kpi: 'complaints', at: '2026-03-02', dimensions: { branch }, event });
    }
    expect(hidden(rates.result(draft).rows).sort()).toEqual(['A', 'B']);
  });

  it('of left-out cases, where none are counted, are held back as well', () => {
    const kpi = defineKpi({
      ...DESCRIPTION,
      kind: 'proportion',
      id: 'renewal',
      exclusions: [{ id: 'died', words: 'the client had died' }],
    });
    const own = compileKpiCube({
      kpis: [kpi],
      period: 'month',
      zone: 'UTC',
      dimensions: ['branch'],
    });
    const draft = own.init();
    const put = (branch: string, event: KpiRecord['event']) =>
      own.add(draft, { kpi: 'renewal', at: '2026-03-02', dimensions: { branch }, event });
    put('A', { successes: 5, trials: 10 });
    put('B', { successes: 5, trials: 12 });
    put('C', { excluded: 'died' });
    expect(hidden(own.result(draft).rows).sort()).toEqual(['A', 'C']);
  });

  it('of which no case is decided yet are held back as well', () => {
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'within-limit', id: 'within', limit: 8 });
    const own = compileKpiCube({
      kpis: [kpi],
      period: 'month',
      zone: 'UTC',
      dimensions: ['branch'],
    });
    const draft = own.init();
    const put = (branch: string, cases: number, event: KpiRecord['event']) => {
      for (let i = 0; i < cases; i++) {
        own.add(draft, { kpi: 'within', at: '2026-03-02', dimensions: { branch }, event });
      }
    };
    put('A', 30, { duration: 1 });
    put('B', 1, { duration: 0.5, open: true });
    put('C', 40, { duration: 1 });
    const { rows } = own.result(draft);
    // The whole tells of 70 decided and 1 open: with A and C shown, the open one would be that of B.
    expect(hidden(rows).sort()).toEqual(['A', 'B']);
    expect(rows[0]!.result).toMatchObject({ n: 70, open: 1 });
    // Five open ones are no few.
    put('B', 4, { duration: 1, open: true });
    const shown = own.result(draft).rows;
    expect(hidden(shown)).toEqual([]);
    expect(shown.find(({ slice }) => slice.branch === 'B')!.result).toMatchObject({
      status: 'insufficient',
      n: 0,
      reason: { code: 'kpi.none-decided', parameters: { open: 5 } },
    });
  });

  it('of a table too large to be looked through leave its whole alone', () => {
    const slices = [[], ['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']];
    const large = compileKpiCube({
      kpis: [renewal],
      period: 'month',
      zone: 'UTC',
      dimensions: ['a', 'b', 'c'],
      slices,
    });
    const draft = large.init();
    for (let i = 0; i < 8000; i++) {
      const dimensions = {
        a: `${i % 20}`,
        b: `${Math.floor(i / 20) % 20}`,
        c: `${Math.floor(i / 400)}`,
      };
      // A third of the 8,000 cells is small.
      const event = { successes: 0, trials: 1 + (((i * 7919) % 8011) % 12) };
      large.add(draft, { kpi: 'renewal', at: '2026-03-02', dimensions, event });
    }
    const { rows } = large.result(draft);
    // 1 + 3 × 20 + 3 × 400 + 8,000 rows.
    expect(rows).toHaveLength(9261);
    expect(
      rows.filter(({ result }) => result.status !== 'suppressed').map(({ slice }) => slice),
    ).toEqual([{}]);
  });
});
