import { describe, expect, it } from 'vitest';
import { detectAnomaly, ewmaChart, pChart, xmrChart } from '../../../src/kpi/index.js';
import { codes, monthly, months, standardBaseline } from './support.js';

describe('detectAnomaly', () => {
  it('finds a value far from the median, by the published score', () => {
    // Median 5, absolute deviations 4 3 2 1 0 1 2 3 4 with median 2: 0.6745 · (20 − 5) / 2.
    const values = [1, 9, 2, 8, 3, 7, 4, 6, 5, 20];
    const chart = xmrChart(monthly(values), { baseline: { first: 9 } });
    const found = detectAnomaly(chart);
    expect(found).toMatchObject({
      status: 'judged',
      period: '2001-10',
      value: 20,
      verdict: 'different',
    });
    if (found.status !== 'judged') return;
    expect(found.robustScore).toBeCloseTo(5.05875, 12);
    expect(codes(found.reasons)).toContain('kpi.anomaly.outlier');
    expect(detectAnomaly(chart, { threshold: 5.1 })).toMatchObject({
      robustScore: found.robustScore,
    });
    expect(codes(detectAnomaly(chart, { threshold: 5.1 }).reasons)).not.toContain(
      'kpi.anomaly.outlier',
    );
  });

  it('finds what only a run shows', () => {
    const chart = xmrChart(
      monthly([...standardBaseline(), ...Array.from({ length: 9 }, () => 0.6)]),
      {
        baseline: { first: 20 },
        direction: 'higher-is-better',
      },
    );
    const found = detectAnomaly(chart);
    expect(found).toMatchObject({ verdict: 'better' });
    expect(codes(found.reasons)).toEqual(['kpi.control.run']);
    if (found.status === 'judged') expect(Math.abs(found.robustScore as number)).toBeLessThan(3.5);
  });

  it('finds nothing in a usual value, even after an outlier', () => {
    const chart = xmrChart(monthly([...standardBaseline(), 9, 0.3]), { baseline: { first: 20 } });
    const found = detectAnomaly(chart);
    expect(found).toMatchObject({ verdict: 'usual', findings: [] });
    expect(codes(found.reasons)).toEqual(['kpi.anomaly.usual']);
  });

  it('puts the worse finding first', () => {
    const chart = xmrChart(monthly([...standardBaseline(), -9]), {
      baseline: { first: 20 },
      direction: 'higher-is-better',
    });
    expect(detectAnomaly(chart)).toMatchObject({ verdict: 'worse' });
    expect(detectAnomaly({ ...chart, direction: 'neutral' })).toMatchObject({ verdict: 'worse' });
  });

  it('does not hold a small period against it', () => {
    const rows = months(20).map((period, i) => ({
      period,
      successes: 500 + (i % 3),
      trials: 1000,
    }));
    const small = { period: '2002-09', successes: 4, trials: 6 };
    const chart = pChart([...rows, small], { baseline: { first: 20 } });
    // (0.667 − 0.5)/√(0.25/6) is less than one deviation, while the shares before differ by thousandths.
    const found = detectAnomaly(chart);
    if (found.status !== 'judged') throw new Error('expected a judgement');
    expect(codes(found.reasons)).not.toContain('kpi.control.beyond-limit');
    expect(chart.points.at(-1)?.sigma).toBeCloseTo(Math.sqrt(0.25 / 6), 3);
  });

  it('looks at the values of a chart of moving averages', () => {
    const chart = ewmaChart(monthly([...standardBaseline(), 9]), { baseline: { first: 20 } });
    expect(detectAnomaly(chart)).toMatchObject({ status: 'judged', verdict: 'different' });
  });

  it('goes by the mean deviation where more than half of the values before are alike', () => {
    const judge = (values: readonly number[], first: number) => {
      const found = detectAnomaly(xmrChart(monthly(values), { rules: [], baseline: { first } }));
      if (found.status !== 'judged') throw new Error(found.status);
      return found;
    };
    // Median 5, mean absolute deviation 2/9, over √(2/π): 4/(2/9 · 1.2533141) = 14.3619.
    const far = judge([5, 5, 5, 5, 5, 5, 5, 6, 4, 9], 9);
    expect(far.robustScore).toBeCloseTo(14.3619, 4);
    expect([far.verdict, codes(far.reasons)]).toEqual(['different', ['kpi.anomaly.outlier']]);
    // No limits, as the baseline does not vary, but values after it do: 96/(6/11 · 1.2533141) = 140.4277.
    const late = judge([3, 3, 3, 3, 3, 3, 3, 3, 4, 5, 6, 99], 8);
    expect(late.robustScore).toBeCloseTo(140.4277, 4);
    expect(codes(late.reasons)).toEqual(['kpi.anomaly.outlier']);
    // What came before is not unusual, though 4 is 8.8 such deviations away.
    for (const seen of [3, 4]) {
      const again = judge([3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, seen], 11);
      expect(again).toMatchObject({ verdict: 'usual', robustScore: null });
    }
  });

  it('calls nothing usual where nothing varied before', () => {
    const chart = xmrChart(monthly([5, 5, 5, 5, 5, 5, 5, 5, 5, 9]), { baseline: { first: 9 } });
    const found = detectAnomaly(chart);
    expect(found).toMatchObject({ status: 'insufficient', period: '2001-10' });
    expect(codes(found.reasons)).toEqual(['kpi.anomaly.no-variation']);
  });

  it('looks at the latest phase only', () => {
    const chart = xmrChart(monthly([...standardBaseline(), 9, 9, 9]), {
      phases: [{ from: '2002-09', reason: 'new' }],
    });
    expect(detectAnomaly(chart)).toMatchObject({ status: 'insufficient', period: '2002-11' });
    expect(detectAnomaly(chart).reasons[0]?.parameters).toEqual({
      period: '2002-11',
      n: 2,
      minimum: 8,
    });
  });

  it('does not judge a gap', () => {
    const found = detectAnomaly(xmrChart(monthly([...standardBaseline(), null])));
    expect(found).toMatchObject({ status: 'no-value', period: '2002-09' });
    expect(codes(found.reasons)).toEqual(['kpi.anomaly.no-value']);
  });
});
