import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi, type KpiCubeRow } from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const cube = compileKpiCube({
  kpis: [renewal],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch', 'tier'],
  slices: [[], ['branch'], ['tier'], ['branch', 'tier']],
});

function rowsOf(sizes: readonly (readonly [branch: string, tier: string, trials: number])[]) {
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

  it('can never be worked out as a total less the parts that are shown', () => {
    const cell = fc.tuple(
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom('gold', 'silver'),
      fc.integer({ min: 1, max: 12 }),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (sizes) => {
        const rows = rowsOf(sizes);
        const sums = [
          ...['branch', 'tier'].map((name) =>
            rows.filter(({ slice }) => name in slice && Object.keys(slice).length === 1),
          ),
          ...['A', 'B', 'C'].map((b) =>
            rows.filter(({ slice }) => slice.branch === b && 'tier' in slice),
          ),
          ...['gold', 'silver'].map((t) =>
            rows.filter(({ slice }) => slice.tier === t && 'branch' in slice),
          ),
        ];
        for (const parts of sums) {
          const held = parts.filter(({ result }) => result.status === 'suppressed');
          const shown = parts.filter(({ result }) => result.status === 'ok');
          if (held.length === 1) expect(shown).toHaveLength(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
