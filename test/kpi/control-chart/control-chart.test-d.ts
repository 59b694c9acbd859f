import { describe, expectTypeOf, it } from 'vitest';
import {
  type Anomaly,
  detectAnomaly,
  ewmaChart,
  type KpiResult,
  type KpiTrend,
  targetStatus,
  xmrChart,
} from '../../../src/kpi/index.js';

const values = [{ period: '2026-01', value: 1 }];
const target = { green: 1, direction: 'higher-is-better' } as const;

describe('control chart types', () => {
  it('make the caller look whether there are limits', () => {
    const [point] = xmrChart(values).points;
    expectTypeOf(point?.high).toEqualTypeOf<number | null | undefined>();
  });

  it('know the average of a chart of moving averages, and that it takes no run rules', () => {
    expectTypeOf(ewmaChart(values).points[0]?.average).toEqualTypeOf<number | null | undefined>();
    // @ts-expect-error averages hang together, so run rules do not hold for them
    ewmaChart(values, { rules: [] });
  });

  it('let every chart be judged, and give a slope only to a trend that was tested', () => {
    expectTypeOf(detectAnomaly(ewmaChart(values))).toEqualTypeOf<Anomaly>();
    expectTypeOf<Extract<KpiTrend, { status: 'insufficient' }>>().not.toHaveProperty('slope');
  });

  it('hold any KPI result against a target, but none of a neutral KPI', () => {
    const result = {} as KpiResult;
    expectTypeOf(targetStatus).toBeCallableWith(result, target);
    // @ts-expect-error a target needs a better side
    targetStatus({ value: 1 }, { green: 1, direction: 'neutral' });
  });
});
