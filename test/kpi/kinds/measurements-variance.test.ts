import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compileKpiCube,
  defineKpi,
  rateAdvisers,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

const mean = defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'mean' });
const spread = defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'standard-deviation' });

describe('the variance of measurements', () => {
  it('stands beside the mean and beside the standard deviation, over n − 1', () => {
    // 2, 4, 9: mean 5, squares of the distances 9 + 1 + 16 = 26, over 2.
    const events = [2, 4, 9].map((value) => ({ value }));
    expect(summarise(mean, accumulateAll(mean, events).state)).toMatchObject({
      ...{ value: 5, n: 3, variance: 13 },
    });
    expect(summarise(spread, accumulateAll(spread, events).state)).toMatchObject({
      ...{ value: Math.sqrt(13), variance: 13 },
    });
    const alike = accumulateAll(mean, [{ value: 0.1 }, { value: 0.1 }]).state;
    expect(summarise(mean, alike)).toMatchObject({ variance: 0 });
  });

  it('is missing for a single number', () => {
    const one = summarise(mean, accumulateAll(mean, [{ value: 7 }]).state);
    expect(one).toMatchObject({ status: 'ok', value: 7 });
    expect(one).not.toHaveProperty('variance');
  });

  it('lets a cube by adviser say what the scores themselves say', () => {
    const scores = {
      An: [88, 92, 95, 90, 91],
      Bai: [71, 64, 75, 70],
      Chen: [74, 77, 69, 72, 80, 71],
      Ding: [61, 66, 58, 70, 63],
      Fan: [73],
      Gao: [80, 80, 80],
    };
    const cube = compileKpiCube({
      ...{ kpis: [mean], period: 'year', zone: 'UTC', dimensions: ['adviser'] },
    });
    const draft = cube.init();
    for (const [adviser, list] of Object.entries(scores)) {
      for (const value of list) {
        cube.add(draft, {
          kpi: mean.id,
          at: '2026-03-02',
          dimensions: { adviser },
          event: { value },
        });
      }
    }
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const kept = rows.flatMap(({ slice: { adviser }, result }) => {
      if (result.status !== 'ok' || typeof adviser !== 'string') return [];
      const { n, value, variance } = result;
      const row = { adviser, component: 'test', n, mean: value };
      return [{ ...row, ...(variance !== undefined && { variance }) }];
    });
    const told = Object.entries(scores).map(([adviser, list]) => {
      return { adviser, component: 'test', scores: list };
    });
    const [byCube, byScores] = [kept, told].map((list) =>
      rateAdvisers(list, { weights: { test: 1 } }).advisers.map((one) =>
        one.status === 'rated' ? [one.id, one.standing, one.score] : [one.id, one.status],
      ),
    );
    expect(byCube).toHaveLength(6);
    byCube!.forEach(([id, standing, score], i) => {
      const [otherId, otherStanding, otherScore] = byScores![i]!;
      expect([id, standing]).toEqual([otherId, otherStanding]);
      expect(score).toBeCloseTo(otherScore as number, 10);
    });
  });
});
