import { describe, expect, it } from 'vitest';
import {
  compileKpiCube,
  defineKpi,
  kpiRateSeries,
  kpiSeries,
  kpiShareSeries,
  pChart,
  uChart,
  xmrChart,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const flow = defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', id: 'flow', currency: 'CNY' });
const cube = compileKpiCube({
  kpis: [renewal, flow],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch', 'tier'],
});
const draft = cube.init();
const put = (at: string, branch: string, successes: number, trials: number) =>
  cube.add(draft, { kpi: 'renewal', at, dimensions: { branch }, event: { successes, trials } });
put('2026-01-10', 'A', 8, 10);
put('2026-01-10', 'B', 1, 10);
put('2026-04-10', 'A', 9, 10);
put('2026-04-10', 'B', 3, 10);
const amount = { numerator: money('CNY', '2'), denominator: money('CNY', '10') };
cube.add(draft, { kpi: 'flow', at: '2026-01-10', event: amount });
const result = cube.result(draft);

describe('a series', () => {
  it('is one KPI and slice by period, with gaps where there is no value', () => {
    expect(kpiSeries(result, { kpi: 'renewal' }).map(({ value }) => value)).toEqual([
      0.45,
      null,
      null,
      0.6,
    ]);
    expect(
      kpiSeries(result, { kpi: 'renewal', slice: { branch: 'B' } }).map(({ value }) => value),
    ).toEqual([0.1, null, null, 0.3]);
    expect(kpiSeries(result, { kpi: 'renewal', slice: { tier: null } })).toHaveLength(4);
    expect(kpiSeries(result, { kpi: 'renewal', slice: { branch: 'C' } })).toEqual([]);
    expect(kpiSeries(result, { kpi: 'flow' })[0]).toEqual({ period: '2026-01', value: 0.2 });
  });

  it('of shares is what a p chart takes, and a period without cases a gap in it', () => {
    const shares = kpiShareSeries(result, { kpi: 'renewal' });
    expect(shares[0]).toEqual({ period: '2026-01', successes: 9, trials: 20 });
    expect(shares[1]).toEqual({ period: '2026-02', successes: 0, trials: 0 });
    expect(pChart(shares).points.map(({ value }) => value)).toEqual([0.45, null, null, 0.6]);
    expectRefusal(() => kpiShareSeries(result, { kpi: 'flow' }), 'inconsistent', 'options.kpi');
    const promoters = defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      id: 'nps',
      scale: { lowest: 0, highest: 10 },
      measure: { name: 'net-promoter' },
    });
    const answers = compileKpiCube({ kpis: [promoters], period: 'month', zone: 'Asia/Shanghai' });
    const own = answers.add(answers.init(), { kpi: 'nps', at: '2026-01-10', event: { score: 9 } });
    const score = answers.result(own);
    expectRefusal(() => kpiShareSeries(score, { kpi: 'nps' }), 'inconsistent', 'options.kpi');
  });

  it('of rates is what a u chart takes, for one unit of exposure', () => {
    const complaints = defineKpi({ ...DESCRIPTION, kind: 'rate', id: 'complaints', per: 1000 });
    const own = compileKpiCube({ kpis: [complaints], period: 'month', zone: 'Asia/Shanghai' });
    const told = own.init();
    for (const [at, count, exposure] of [
      ['2026-01-31', 3, 1000],
      ['2026-01-31', 1, 600],
      ['2026-03-31', 9, 2000],
      // Events that happened to nobody on record.
      ['2026-04-30', 2, 0],
    ] as const) {
      own.add(told, { kpi: 'complaints', at, event: { count, exposure } });
    }
    const rates = kpiRateSeries(own.result(told, { suppressBelow: 1 }), { kpi: 'complaints' });
    expect(rates).toEqual([
      { period: '2026-01', count: 4, exposure: 1600 },
      { period: '2026-02', count: 0, exposure: 0 },
      { period: '2026-03', count: 9, exposure: 2000 },
      { period: '2026-04', count: 0, exposure: 0 },
    ]);
    const { points } = uChart(rates);
    expect(points.map(({ value }) => value)).toEqual([0.0025, null, 0.0045, null]);
    expectRefusal(() => kpiRateSeries(result, { kpi: 'renewal' }), 'inconsistent', 'options.kpi');
  });

  it('has periods that a chart takes, in any year', () => {
    for (const period of ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const) {
      for (const year of ['0001', '0999', '2026', '9998']) {
        const own = compileKpiCube({ kpis: [renewal], period, zone: 'UTC' });
        const event = { successes: 8, trials: 10 };
        const told = own.add(own.init(), { kpi: 'renewal', at: `${year}-06-15`, event });
        const series = kpiSeries(own.result(told), { kpi: 'renewal' });
        expect(xmrChart(series).points.map(({ value }) => value)).toEqual([0.8]);
      }
    }
  });

  it('refuses what is no result and no name', () => {
    expectRefusal(() => kpiSeries(wrong({}), { kpi: 'x' }), 'missing-value', 'result.rows');
    expectRefusal(() => kpiSeries(result, wrong({})), 'missing-value', 'options.kpi');
    expectRefusal(
      () => kpiSeries(result, wrong({ kpi: 'x', slice: 3 })),
      'invalid-type',
      'options.slice',
    );
    expectRefusal(
      () => kpiSeries(result, wrong({ kpi: 'x', slices: {} })),
      'unknown-id',
      'options.slices',
    );
    const untold = wrong({ branch: undefined });
    expect(kpiSeries(result, { kpi: 'renewal', slice: { tier: untold } })).toEqual([]);
  });

  const row = {
    kpi: 'renewal',
    slice: {},
    period: { id: '2026-01' },
    result: { status: 'ok', value: 0.5, method: 'proportion', numerator: 1, denominator: 2 },
  };
  const seriesOf = (given: unknown) => () =>
    kpiSeries(wrong({ rows: [row, given] }), { kpi: 'renewal' });

  it.each([
    [null, 'missing-value', ''],
    [{}, 'missing-value', '.slice'],
    [{ ...row, slice: undefined }, 'missing-value', '.slice'],
    [{ ...row, kpi: undefined }, 'missing-value', '.kpi'],
    [{ ...row, period: null }, 'missing-value', '.period'],
    [{ ...row, period: {} }, 'missing-value', '.period.id'],
    [{ ...row, result: undefined }, 'missing-value', '.result'],
    [{ ...row, result: {} }, 'missing-value', '.result.status'],
    [{ ...row, result: { status: 'ok' } }, 'missing-value', '.result.value'],
    [{ ...row, result: { status: 'ok', value: '0.5' } }, 'invalid-type', '.result.value'],
    [{ ...row, result: { status: 'ok', value: Number.NaN } }, 'not-finite', '.result.value'],
  ] as const)('refuses the row %j', (given, code, path) => {
    expectRefusal(seriesOf(given), code, `result.rows[1]${path}`);
  });

  it.each([
    [{ method: undefined }, 'missing-value', 'method'],
    [{ numerator: Number.NaN }, 'not-finite', 'numerator'],
    [{ numerator: 3 }, 'out-of-range', 'numerator'],
    [{ denominator: '2' }, 'invalid-type', 'denominator'],
  ] as const)('refuses a share with %j', (change, code, path) => {
    const rows = [{ ...row, result: { ...row.result, ...change } }];
    const shares = () => kpiShareSeries(wrong({ rows }), { kpi: 'renewal' });
    expectRefusal(shares, code, `result.rows[0].result.${path}`);
  });
});
