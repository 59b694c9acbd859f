import { describe, expect, it } from 'vitest';
import { cChart, ewmaChart, pChart, uChart, xmrChart } from '../../../src/kpi/index.js';
import {
  codes,
  monthly,
  monthlyCounts,
  monthlyRates,
  monthlyShares,
  months,
  standardBaseline,
} from './support.js';

/** Eight values with mean 10 and moving ranges of 2. */
const EIGHT = [9, 11, 9, 11, 9, 11, 9, 11];

const alike = (n: number, value: number) => new Array<number>(n).fill(value);

describe('a baseline', () => {
  it('keeps its limits for the periods after it', () => {
    const chart = xmrChart(monthly([...EIGHT, 30, 40, 50]), { baseline: { first: 8 } });
    // 10 ± 3 · 2/1.128
    expect(new Set(chart.points.map(({ high }) => high))).toEqual(
      new Set([10 + 3 * (2 * (1 / 1.128))]),
    );
    expect(chart.phases).toEqual([
      {
        from: '2001-01',
        to: '2001-11',
        reason: null,
        status: 'provisional',
        baseline: 8,
        baselineFrom: '2001-01',
        baselineTo: '2001-08',
        centre: 10,
        sigma: 2 * (1 / 1.128),
        sigmaZ: null,
        // Deviations of ±1 by turns: −7 / 8.
        autocorrelation: expect.closeTo(-0.875, 12),
      },
    ]);
  });

  it('counts the first periods that have a value', () => {
    const chart = xmrChart(monthly([9, null, 11, 9, 11, 9, 11, 9, 11, 99]), {
      baseline: { first: 8 },
    });
    expect(chart.phases[0]).toMatchObject({ baseline: 8, baselineTo: '2001-09', centre: 10 });
  });

  it('leaves out the changes to and from a period that it leaves out', () => {
    const values = [9, 11, 9, 11, 500, 9, 11, 9, 11];
    const chart = xmrChart(monthly(values), { baseline: { without: ['2001-05'] } });
    expect(chart.phases[0]).toMatchObject({ baseline: 8, centre: 10 });
    expect(chart.movingRanges.points[0]?.centre).toBeCloseTo(2, 12);
    const named = months(9).filter((period) => period !== '2001-05');
    const same = xmrChart(monthly(values), { baseline: { periods: named } });
    expect(same).toEqual(chart);
  });
});

describe('a stated shift', () => {
  const values = [...EIGHT, ...EIGHT.map((value) => value + 20)];
  const phases = [{ from: '2001-09', reason: 'new system' }];

  it('has limits of its own, and runs do not reach across it', () => {
    const chart = xmrChart(monthly(values), { phases });
    expect(
      chart.phases.map(({ from, to, reason, centre }) => ({ from, to, reason, centre })),
    ).toEqual([
      { from: '2001-01', to: '2001-08', reason: null, centre: 10 },
      { from: '2001-09', to: '2002-04', reason: 'new system', centre: 30 },
    ]);
    expect(chart.points.map(({ phase }) => phase)).toEqual([
      ...EIGHT.map(() => 0),
      ...EIGHT.map(() => 1),
    ]);
    expect(chart.findings).toEqual([]);
    expect(chart.movingRanges.points[8]).toMatchObject({ period: '2001-09', value: null });
  });

  it('may have a baseline of its own', () => {
    const later = [{ from: '2001-09', reason: 'new system', baseline: { first: 8 } }];
    const chart = xmrChart(monthly([...values, 60]), { phases: later });
    expect(chart.phases[1]).toMatchObject({ baseline: 8, centre: 30 });
    expect(chart.findings.map(({ period }) => period)).toEqual(['2002-05']);
  });

  it('has no limits while its periods are few, and says so', () => {
    const chart = xmrChart(monthly(values.slice(0, 12)), { phases });
    expect(chart.status).toBe('charted');
    expect(chart.phases[1]).toMatchObject({ status: 'insufficient', centre: null });
    expect(chart.points[9]).toMatchObject({
      value: 31,
      centre: null,
      low: null,
      high: null,
      zones: null,
    });
    const few = chart.reasons.find(({ code }) => code === 'kpi.control.too-few-periods');
    expect(few?.parameters).toEqual({ from: '2001-09', n: 4, minimum: 8 });
  });

  it('may come in any order', () => {
    const two = [
      { from: '2002-01', reason: 'b' },
      { from: '2001-09', reason: 'a' },
    ];
    const chart = xmrChart(monthly(values), { phases: two });
    expect(chart.phases.map(({ reason }) => reason)).toEqual([null, 'a', 'b']);
  });
});

describe('too little to go by', () => {
  it('gives points without limits below eight values', () => {
    const chart = xmrChart(monthly(EIGHT.slice(1)));
    expect(chart.status).toBe('insufficient');
    expect(chart.points).toHaveLength(7);
    expect(chart.points[0]).toMatchObject({ value: 11, centre: null, rules: [] });
    expect(codes(chart.reasons)).toEqual(['kpi.control.too-few-periods']);
    expect(chart.movingRanges.points[1]).toMatchObject({ value: 2, centre: null, high: null });
  });

  it('gives provisional limits below twenty, and firm ones from there on', () => {
    const provisional = xmrChart(monthly(standardBaseline().slice(1)));
    expect(provisional.phases[0]?.status).toBe('provisional');
    expect(codes(provisional.reasons)).toContain('kpi.control.provisional');
    const firm = xmrChart(monthly(standardBaseline()));
    expect(firm.phases[0]?.status).toBe('firm');
    expect(codes(firm.reasons)).not.toContain('kpi.control.provisional');
  });

  it('needs four changes from one period to the next', () => {
    const apart = [9, null, 11, null, 9, null, 11, 9, null, 11, 9, null, 9, 11];
    const chart = xmrChart(monthly(apart));
    expect(chart.phases[0]).toMatchObject({ status: 'insufficient', baseline: 9 });
    expect(codes(chart.reasons)).toEqual(['kpi.control.few-neighbours']);
  });

  it.each([
    ['values', xmrChart(monthly([5, 5, 5, 5, 5, 5, 5, 5, 9]), { baseline: { first: 8 } })],
    ['averages', ewmaChart(monthly([5, 5, 5, 5, 5, 5, 5, 5]))],
    ['shares of none', pChart(monthlyShares(alike(8, 0), 9))],
    ['shares of all', pChart(monthlyShares(alike(8, 9), 9))],
    ['counts of none', cChart(monthlyCounts(alike(8, 0)))],
    [
      'widened shares that are all alike',
      pChart(monthlyShares(alike(8, 3), 9), { dispersion: 'laney' }),
    ],
  ])('gives no limits from %s without variation', (_, chart) => {
    expect(chart.phases[0]).toMatchObject({ status: 'no-variation', centre: null });
    expect(chart.findings).toEqual([]);
    expect(codes(chart.reasons)).toContain('kpi.control.no-variation');
  });

  it('takes the rounding of sums for no variation', () => {
    const chart = xmrChart(monthly([0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 0.3, 0.3]));
    expect(chart.phases[0]?.status).toBe('no-variation');
  });
});

describe('missing periods', () => {
  it('are gaps, never 0, whether a row says so or there is none', () => {
    const rows = monthly([9, 11, null, 9, 11, 9, 11, 9, 11]);
    const chart = xmrChart(rows);
    expect(xmrChart(rows.filter(({ value }) => value !== null))).toEqual(chart);
    expect(chart.points[2]).toMatchObject({ period: '2001-03', value: null, centre: 10 });
    expect(chart.movingRanges.points[2]).toMatchObject({ value: null });
    expect(chart.movingRanges.points[3]).toMatchObject({ value: null });
  });

  it.each([
    [['2025', '2027'], '2026'],
    [['2025-H2', '2026-H2'], '2026-H1'],
    [['2025-Q4', '2026-Q2'], '2026-Q1'],
    [['2025-12', '2026-02'], '2026-01'],
    [['2026-W52', '2027-W01'], '2026-W53'],
    [['2027-W52', '2028-W02'], '2028-W01'],
  ])('of %j are found', (ends, missing) => {
    const chart = xmrChart(ends.map((period) => ({ period, value: 1 })));
    expect(chart.points.map(({ period }) => period)).toEqual([ends[0], missing, ends[1]]);
  });

  it('are not made up between days, for a service may be closed', () => {
    const chart = xmrChart(['2026-03-06', '2026-03-09'].map((period) => ({ period, value: 1 })));
    expect(chart.points).toHaveLength(2);
  });

  it('have no limits of their own where limits depend on the cases', () => {
    const rows = monthlyShares(EIGHT, 20);
    const chart = pChart([...rows, { period: '2001-10', successes: 5, trials: 20 }]);
    expect(chart.points[8]).toMatchObject({ value: null, low: null, high: null, sigma: null });
    expect(chart.points[8]?.centre).not.toBeNull();
    const empty = pChart([...rows, { period: '2001-09', successes: 0, trials: 0 }]);
    expect(empty.points[8]?.value).toBeNull();
  });

  it('leave a moving average where it was', () => {
    const values = monthly([52, null, 47]);
    const chart = ewmaChart(values, { lambda: 0.5, target: 50, sigma: 1 });
    // 50 → 51 → 49
    expect(chart.points.map(({ average }) => average)).toEqual([51, null, 49]);
    expect(chart.points[1]?.high).toBe(chart.points[0]?.high);
  });

  it('before the first value leave a moving average without limits', () => {
    const chart = ewmaChart(monthly([null, 52]), { target: 50, sigma: 1 });
    expect(chart.points[0]).toMatchObject({ average: null, centre: 50, high: null });
  });
});

describe('findings', () => {
  const values = monthly([...standardBaseline(), 9]);

  it.each([
    ['higher-is-better', 'better', 'info'],
    ['lower-is-better', 'worse', 'warn'],
    ['neutral', 'different', 'info'],
  ] as const)('are judged by the direction: %s is %s', (direction, verdict, severity) => {
    const chart = xmrChart(values, { baseline: { first: 20 }, direction });
    expect(chart.findings).toHaveLength(1);
    expect(chart.findings[0]).toMatchObject({ rule: 'nelson-1', direction: 'up', verdict });
    expect(chart.findings[0]?.reason).toMatchObject({
      code: 'kpi.control.beyond-limit',
      severity,
      parameters: { to: '2002-09', value: 9, side: 'side-above' },
    });
    expect(chart.points[20]?.rules).toEqual(['nelson-1']);
  });

  it('tell jumps apart from levels', () => {
    const chart = xmrChart(values, { baseline: { first: 20 } });
    expect(chart.movingRanges.findings).toHaveLength(1);
    expect(chart.movingRanges.findings[0]).toMatchObject({
      rule: 'moving-range',
      periods: ['2002-08', '2002-09'],
      direction: 'none',
      verdict: 'different',
    });
  });

  it('of moving averages come from their own limits', () => {
    const shifted = monthly([...standardBaseline(), ...Array.from({ length: 8 }, () => 1)]);
    const chart = ewmaChart(shifted, { baseline: { first: 20 }, direction: 'lower-is-better' });
    // The average climbs by 0.2 of what is left: 0.2, 0.36, 0.488, …; its limit is 3·√(0.2/1.8) = 1.
    // The baseline leaves −0.06 behind, so 1 − 1.06·0.8^n never passes 1, and a shift by one deviation takes longer.
    expect(chart.findings).toEqual([]);
    const further = ewmaChart(monthly([...standardBaseline(), 3, 3, 3]), {
      baseline: { first: 20 },
      direction: 'lower-is-better',
    });
    // −0.0627·0.8 + 0.6 = 0.55; ·0.8 + 0.6 = 1.04 > 1
    expect(further.findings.map(({ rule, period, verdict }) => [rule, period, verdict])).toEqual([
      ['ewma-limit', '2002-10', 'worse'],
      ['ewma-limit', '2002-11', 'worse'],
    ]);
  });
});

describe('limits', () => {
  it('are cut at what a value can be', () => {
    const options = { range: { min: 8, max: 12 } };
    const [point] = xmrChart(monthly(EIGHT), options).points;
    expect(point).toMatchObject({ low: 8, high: 12 });
    // 10 ± 2/1.128 and twice that
    expect(point?.zones?.one.high).toBeCloseTo(11.773, 3);
    expect(point?.zones?.two).toEqual({ low: 8, high: 12 });
    const rare = pChart(monthlyShares([0, 1, 0, 1, 0, 1, 0, 1], 9));
    expect(rare.points[0]?.low).toBe(0);
  });
});

describe('caveats', () => {
  it('warn of values that hang together', () => {
    const drift = monthly(Array.from({ length: 20 }, (_, i) => i + (i % 2)));
    const chart = xmrChart(drift);
    expect(codes(chart.reasons)).toContain('kpi.control.autocorrelated');
    expect(chart.phases[0]?.autocorrelation).toBeGreaterThan(2 / Math.sqrt(20));
  });

  it('warn of a season, or that it cannot be told', () => {
    const wave = [0, 5, 9, 5, 0, -5, -9, -5, 0, 3, -3, 1];
    const years = (n: number) =>
      monthly(Array.from({ length: n }, (_, i) => wave[i % 12] as number));
    expect(codes(xmrChart(years(36)).reasons)).toContain('kpi.control.seasonal');
    expect(codes(xmrChart(years(23)).reasons)).toContain('kpi.control.season-unknown');
    const yearly = EIGHT.map((value, i) => ({ period: String(2018 + i), value }));
    expect(codes(xmrChart(yearly).reasons)).toEqual(['kpi.control.provisional']);
  });

  it('warn of counts that are too few for the limits', () => {
    const few = monthlyShares([0, 1, 2, 0, 1, 2, 0, 1], 20);
    expect(codes(pChart(few).reasons)).toContain('kpi.control.few-expected');
    const enough = monthlyShares([9, 10, 11, 9, 10, 11, 9, 10], 20);
    expect(codes(pChart(enough).reasons)).not.toContain('kpi.control.few-expected');
  });

  it('warn of counts that vary more than chance, unless the limits are widened', () => {
    const rows = monthlyRates([900, 1100, 900, 1100, 900, 1100, 900, 1100, 900, 1100], 10);
    expect(codes(uChart(rows).reasons)).toContain('kpi.control.overdispersed');
    const widened = uChart(rows, { dispersion: 'laney' });
    expect(codes(widened.reasons)).not.toContain('kpi.control.overdispersed');
    // Each step is 20 a unit; a deviation is √(100/10): σ_z = 20/√10/1.128, and three of them reach 3·20/1.128.
    expect(widened.phases[0]?.sigmaZ).toBeCloseTo(20 / Math.sqrt(10) / 1.128, 10);
    expect(widened.points[0]?.high).toBeCloseTo(100 + 60 / 1.128, 10);
  });
});
