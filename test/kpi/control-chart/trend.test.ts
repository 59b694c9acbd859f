import { describe, expect, it } from 'vitest';
import { trend } from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/control-chart/oracle.json' with { type: 'json' };
import { monthly } from './support.js';

describe('trend', () => {
  it('has the slope of pymannkendall', () => {
    for (const { values, slope, p } of oracle.trends.filter(({ method }) => method === 'normal')) {
      const found = trend(monthly(values));
      expect(found).toMatchObject({ status: 'tested', method: 'normal', n: values.length });
      if (found.status !== 'tested') continue;
      expect(found.slope).toBeCloseTo(slope as number, 12);
      expect(Math.abs(found.pValue / p - 1)).toBeLessThan(1e-9);
    }
  });

  it('shows a trend and says whether it is good', () => {
    const rising = monthly([1, 2, 4, 3, 5, 6, 7, 8]);
    const found = trend(rising, { direction: 'lower-is-better' });
    // 27 pairs rise, one falls; of 8! orders 1 + 7 have at most one falling pair: 2 · 8/40320.
    expect(found).toMatchObject({
      status: 'tested',
      from: '2001-01',
      to: '2001-08',
      n: 8,
      slope: 1,
      statistic: 26,
      method: 'exact',
      direction: 'up',
      verdict: 'worse',
    });
    if (found.status === 'tested') expect(found.pValue).toBeCloseTo(16 / 40320, 15);
    expect(found.reasons[0]).toMatchObject({ code: 'kpi.trend.shown', severity: 'warn' });
    const falling = trend(monthly([8, 7, 6, 5, 4, 3]), { direction: 'lower-is-better' });
    expect(falling).toMatchObject({ direction: 'down', verdict: 'better', slope: -1 });
    expect(trend(rising)).toMatchObject({ direction: 'up', verdict: 'different' });
  });

  it('says neither better nor worse where most pairs are alike and the slope is 0', () => {
    // Of 120 pairs 51 rise, none falls and 69 are ties. Kendall's variance (16·15·37 − 12·11·29 − 3·2·11)/18 = 277; p of (51 − 1)/√277 = 3.00421 (SciPy).
    const values = monthly([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2]);
    const found = trend(values, { direction: 'higher-is-better' });
    expect(found).toMatchObject({ slope: 0, statistic: 51, direction: 'up', verdict: 'different' });
    if (found.status === 'tested') expect(found.pValue).toBeCloseTo(0.0026627248186834526, 12);
    expect(found.reasons.map(({ code }) => code)).toContain('kpi.trend.slope-zero');
    expect(found.reasons.map(({ code }) => code)).not.toContain('kpi.trend.shown');
    const complaints = trend(values, { direction: 'lower-is-better' });
    expect(complaints).toMatchObject({ verdict: 'different' });
    expect(complaints.reasons[0]).toMatchObject({ code: 'kpi.trend.slope-zero', severity: 'warn' });
  });

  it('says where the interval of the slope holds 0 though the test shows a trend', () => {
    // SciPy's theilslopes: 0.1, from 0 to 0.142857.
    const values = [0, 0, 0, 0, 2, 1, 1, 1, 1, 2, 2, 2, null, 1, 1, 2, 2, 2, 2, 1, 3];
    const found = trend(monthly(values), { direction: 'higher-is-better' });
    expect(found).toMatchObject({
      direction: 'up',
      verdict: 'better',
      slope: 0.1,
      interval: { low: 0 },
    });
    if (found.status === 'tested') expect(found.interval!.high).toBeCloseTo(1 / 7, 12);
    expect(found.reasons[1]).toMatchObject({
      code: 'kpi.trend.slope-may-be-zero',
      parameters: { low: 0 },
    });
    expect(trend(monthly([1, 2, 4, 3, 5, 6, 7, 8])).reasons.map(({ code }) => code)).toEqual([
      'kpi.trend.shown',
    ]);
  });

  it('shows none where chance may do', () => {
    const found = trend(monthly([3, 1, 4, 1.5, 5, 2]), { direction: 'higher-is-better' });
    expect(found).toMatchObject({ status: 'tested', direction: 'none', verdict: 'not-shown' });
    expect(found.reasons.map(({ code }) => code)).toEqual(['kpi.trend.not-shown']);
  });

  it('asks more of the values at a higher confidence', () => {
    const values = monthly([1, 2, 3, 4, 5]);
    // 2/120
    expect(trend(values)).toMatchObject({ verdict: 'different' });
    const asked = trend(values, { confidence: 0.99 });
    expect(asked).toMatchObject({ verdict: 'not-shown', interval: null });
  });

  it('keeps gaps in their place in time', () => {
    const found = trend(monthly([1, 2, 3, null, null, 6, 7, 8]));
    expect(found).toMatchObject({ n: 6, slope: 1 });
  });

  it('says where there is too little to go by', () => {
    const few = trend(monthly([1, null, 2, 3, 4]));
    expect(few).toMatchObject({ status: 'insufficient', n: 4 });
    expect(few.reasons[0]).toMatchObject({
      code: 'kpi.trend.too-few-periods',
      parameters: { n: 4, minimum: 5 },
    });
    const alike = trend(monthly([2, 2, 2, 2, 2]));
    expect(alike).toMatchObject({ status: 'no-variation', from: '2001-01', to: '2001-05' });
    expect(alike.reasons[0]?.code).toBe('kpi.trend.no-variation');
  });

  it('warns where the rest hangs together', () => {
    const waves = Array.from({ length: 24 }, (_, i) => i + 3 * (i % 12 < 6 ? 1 : -1));
    const found = trend(monthly(waves));
    expect(found.reasons.map(({ code }) => code)).toContain('kpi.trend.autocorrelated');
  });
});
