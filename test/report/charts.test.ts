import { frontierPoints } from 'aptfolio/allocation';
import { accumulateAll, serviceKpis, summarise } from 'aptfolio/kpi';
import { simulate } from 'aptfolio/projection';
import { measureDrift } from 'aptfolio/rebalancing';
import { allocationChart, driftChart, fanChart, frontierChart, kpiChart } from 'aptfolio/report';
import { describe, expect, it } from 'vitest';
import { allocation, assumptions, problem } from './support.js';

describe('allocationChart', () => {
  it('gives every portfolio a share of every class', () => {
    const chart = allocationChart(['A', 'B'], { now: { B: 1 }, later: { A: 0.5, B: 0.5 } });
    expect(chart.portfolios).toEqual([
      { key: 'now', shares: [0, 1] },
      { key: 'later', shares: [0.5, 0.5] },
    ]);
  });

  it('refuses a class that it was not told of', () => {
    expect(() => allocationChart(['A'], { now: { C: 1 } })).toThrow(
      expect.objectContaining({ code: 'unknown-id', path: 'portfolios.now.C' }),
    );
    expect(() => allocationChart([], {})).toThrow(expect.objectContaining({ code: 'empty' }));
    expect(() => allocationChart(['A'], { now: { A: Number.NaN } })).toThrow(
      expect.objectContaining({ code: 'not-finite', path: 'portfolios.now.A' }),
    );
  });
});

describe('frontierChart', () => {
  it('has the frontier, the classes and the client’s own portfolio', () => {
    const { objective: _, ...rules } = problem;
    const result = frontierPoints(rules, { count: 5 });
    if (result.status !== 'points') throw new Error(result.status);
    const chart = frontierChart(result.points, assumptions, { client: allocation });
    expect(chart.frontier).toHaveLength(5);
    expect(chart.assetClasses.map(({ key }) => key)).toEqual(assumptions.assetClasses);
    const { expectedReturn, volatility } = allocation;
    expect(chart.marked).toEqual([{ key: 'client', expectedReturn, volatility }]);
  });

  it('refuses an empty frontier', () => {
    expect(() => frontierChart([], assumptions, {})).toThrow(
      expect.objectContaining({ code: 'empty', path: 'frontier' }),
    );
  });
});

describe('fanChart', () => {
  it('has one line per quantile, the lowest first', () => {
    const plan = { initial: 100, monthlyContribution: 0, months: 24, expectedReturn: 0 };
    const simulation = simulate({ ...plan, volatility: 0.1, target: 110 }, { paths: 100, seed: 3 });
    const chart = fanChart(simulation, { currency: 'CNY', target: 110 });
    expect(chart.years).toEqual([0, 1, 2]);
    expect(chart.quantiles.map(({ probability }) => probability)).toEqual([
      0.05, 0.25, 0.5, 0.75, 0.95,
    ]);
    const last = chart.quantiles.map(({ values }) => values[2]!);
    expect(last).toEqual([...last].sort((a, b) => a - b));
    expect(chart.quantiles.every(({ values }) => values[0] === 100)).toBe(true);
  });
});

describe('driftChart', () => {
  it('sets before and after against the target', () => {
    const bands = { absolute: 0.05, relative: 0.25 };
    const target = { A: 0.5, B: 0.5 };
    const before = measureDrift({ A: 0.6, B: 0.4 }, target, { bands });
    const after = measureDrift(target, target, { bands });
    const row = { kind: 'class', target: 0.5, band: 0.05, triggered: true, stillOut: false };
    // Out of the 5/25 band: min(5 points, a quarter of 50 %) is 5 points.
    const range = { below: 0.45, above: expect.closeTo(0.55, 15) };
    expect(driftChart(before, after).rows).toEqual([
      { ...row, ...range, id: 'A', before: 0.6, after: 0.5 },
      { ...row, ...range, id: 'B', before: 0.4, after: 0.5 },
    ]);
  });

  it('says what is out of its band after the trades as well', () => {
    const bands = { absolute: 0.05 };
    const target = { A: 0.5, B: 0.5 };
    const before = measureDrift({ A: 0.7, B: 0.3 }, target, { bands });
    const after = measureDrift({ A: 0.6, B: 0.4 }, target, { bands });
    expect(driftChart(before, after).rows.map(({ stillOut }) => stillOut)).toEqual([true, true]);
  });

  it('has a row for free money only where there is some', () => {
    const bands = { absolute: 0.05 };
    const invested = measureDrift({ A: 1, cash: 0 }, { A: 1 }, { bands });
    const paidIn = measureDrift({ A: 0.9, cash: 0.1 }, { A: 1 }, { bands });
    const idsOf = (...drifts: Parameters<typeof driftChart>) =>
      driftChart(...drifts).rows.map(({ id }) => id);
    expect(idsOf(invested, invested)).toEqual(['A']);
    expect(idsOf(paidIn, invested)).toEqual(['A', 'cash']);
  });
});

describe('kpiChart', () => {
  it('has a row for each share with an interval, and none for a figure that was withheld', () => {
    const { renewalRate, withinSla } = serviceKpis({ currency: 'CNY' });
    const shown = summarise(
      renewalRate,
      accumulateAll(renewalRate, [{ successes: 412, trials: 486 }]).state,
    );
    const withheld = summarise(withinSla, accumulateAll(withinSla, [{ duration: 1 }]).state);
    const { rows } = kpiChart([shown, withheld]);
    // 412 / 486; Wilson's formula with z = 1.959963984540054 gives 0.81307672 and 0.87694246.
    expect(rows).toHaveLength(1);
    expect(rows[0]!.value).toBeCloseTo(412 / 486, 12);
    expect(rows[0]!.low).toBeCloseTo(0.81307672, 8);
    expect(rows[0]!.high).toBeCloseTo(0.87694246, 8);
    expect(rows[0]!.n).toBe(486);
  });
});

describe('a chart of what cannot be drawn', () => {
  const point = { expectedReturn: 0.03, volatility: 0.05 };
  const refusal = (code: string, path: string) => expect.objectContaining({ code, path });

  it.each([
    ['frontier', [null], 'missing-value', 'frontier[0]'],
    ['frontier', [{ ...point, volatility: -1 }], 'out-of-range', 'frontier[0].volatility'],
    [
      'frontier',
      [{ ...point, expectedReturn: Number.NaN }],
      'not-finite',
      'frontier[0].expectedReturn',
    ],
  ])('is refused: %s %j', (_, frontier, code, path) => {
    expect(() => frontierChart(frontier as never, assumptions, {})).toThrow(refusal(code, path));
  });

  it('is refused: assumptions without classes, and a mark without a risk', () => {
    expect(() => frontierChart([point] as never, {} as never, {})).toThrow(
      refusal('missing-value', 'assumptions.assetClasses'),
    );
    expect(() =>
      frontierChart([point] as never, assumptions, { client: { expectedReturn: 0.1 } as never }),
    ).toThrow(refusal('missing-value', 'marked.client.volatility'));
  });

  it('is refused: a fan, a drift or KPIs that are none', () => {
    const goal = { currency: 'CNY', target: 1 };
    expect(() => fanChart({} as never, goal)).toThrow(refusal('missing-value', 'simulation.fan'));
    expect(() => fanChart({ fan: [{}] } as never, goal)).toThrow(
      refusal('missing-value', 'simulation.fan[0].quantiles'),
    );
    expect(() => driftChart({} as never, {} as never)).toThrow(
      refusal('missing-value', 'before.lines'),
    );
    expect(() => kpiChart([null] as never)).toThrow(refusal('missing-value', 'results[0]'));
  });
});
