import { describe, expect, it } from 'vitest';
import { cChart, ewmaChart, pChart, uChart, xmrChart } from '../../../src/kpi/index.js';
import published from '../../fixtures/kpi/control-chart/published.json' with { type: 'json' };
import { monthly, monthlyCounts, monthlyRates, monthlyShares, months } from './support.js';

const { flowrate, ewma, wafers, chips, boards, computers, viscosity } = published;

describe('xmrChart', () => {
  it('has the limits of NIST for flow rates', () => {
    const chart = xmrChart(monthly(flowrate.values));
    const [point] = chart.points;
    expect(point?.centre).toBeCloseTo(flowrate.centre, 12);
    expect(point?.high).toBeCloseTo(flowrate.high, 4);
    expect(point?.low).toBeCloseTo(flowrate.low, 4);
    expect(point?.high).toBeCloseTo(flowrate.fromR.high, 11);
    expect(point?.low).toBeCloseTo(flowrate.fromR.low, 11);
    expect(chart.movingRanges.points[1]?.centre).toBeCloseTo(flowrate.fromR.meanRange, 11);
    expect(chart.movingRanges.points[1]?.high).toBeCloseTo(flowrate.fromR.rangeHigh, 11);
    // NIST: the process is in control.
    expect(chart.findings).toEqual([]);
    expect(chart.movingRanges.findings).toEqual([]);
  });

  it('has the limits by the other constants', () => {
    const high = (constants: 'wheeler' | 'exact') =>
      xmrChart(monthly(flowrate.values), { constants }).points[0]?.high;
    expect(high('wheeler')).toBeCloseTo(flowrate.fromR.highWheeler, 11);
    expect(high('exact')).toBeCloseTo(flowrate.fromR.highExact, 11);
  });

  it("has the limits of R's qcc for viscosities", () => {
    const chart = xmrChart(monthly(viscosity.values));
    expect(chart.phases[0]?.centre).toBeCloseTo(viscosity.centre, 5);
    expect(chart.phases[0]?.sigma).toBeCloseTo(viscosity.sigma, 7);
    expect(chart.points[0]?.low).toBeCloseTo(viscosity.low, 5);
    expect(chart.points[0]?.high).toBeCloseTo(viscosity.high, 5);
  });
});

describe('ewmaChart', () => {
  it('has the averages and the final limits of NIST', () => {
    const { values, lambda, target, sigma } = ewma;
    const chart = ewmaChart(monthly(values), { lambda, target, sigma });
    chart.points.forEach(({ average }, i) => {
      expect(average).toBeCloseTo(ewma.average[i] as number, 1.99);
    });
    // NIST cuts the root of λ/(2 − λ) after four digits.
    expect(chart.points.at(-1)?.high).toBeCloseTo(ewma.high, 3);
    expect(chart.points.at(-1)?.low).toBeCloseTo(ewma.low, 3);
    expect(chart.findings).toEqual([]);
    expect(chart.phases[0]).toMatchObject({ status: 'given', baseline: 0, baselineFrom: null });
  });
});

describe('cChart', () => {
  it('has the limits of NIST for defects of wafers', () => {
    const chart = cChart(monthlyCounts(wafers.counts));
    expect(chart.points[0]).toMatchObject({ centre: 16, low: 4, high: 28 });
    // NIST marks wafer 24, with 31 defects; wafer 3 lies on the limit.
    const beyond = chart.findings.filter(({ rule }) => rule === 'nelson-1');
    expect(beyond.map(({ period }) => period)).toEqual([months(24)[23]]);
  });

  it("has the limits of R's qcc, before and after known causes are left out", () => {
    const rows = monthlyCounts(boards.counts);
    const trial = cChart(rows, { baseline: { first: boards.trial.first } });
    expect(trial.points[40]?.centre).toBeCloseTo(boards.trial.centre, 5);
    expect(trial.points[40]?.low).toBeCloseTo(boards.trial.low, 6);
    expect(trial.points[40]?.high).toBeCloseTo(boards.trial.high, 5);
    const known = boards.revised.without;
    const kept = months(26).filter((_, i) => !known.includes(i + 1));
    const revised = cChart(rows, { baseline: { periods: kept } });
    expect(revised.points[40]?.centre).toBeCloseTo(boards.revised.centre, 5);
    expect(revised.points[40]?.low).toBeCloseTo(boards.revised.low, 6);
    expect(revised.points[40]?.high).toBeCloseTo(boards.revised.high, 4);
  });
});

describe('uChart', () => {
  it("has the limits of R's qcc", () => {
    const chart = uChart(monthlyRates(computers.counts, computers.size));
    expect(chart.points[0]?.centre).toBeCloseTo(computers.centre, 12);
    expect(chart.points[0]?.low).toBeCloseTo(computers.low, 7);
    expect(chart.points[0]?.high).toBeCloseTo(computers.high, 6);
    const hundred = monthlyRates(boards.counts, boards.size);
    const without = boards.revised.without.map((number) => months(number).at(-1) as string);
    const revised = uChart(hundred.slice(0, 26), { baseline: { without } });
    expect(revised.points[0]?.centre).toBeCloseTo(boards.perUnit.centre, 7);
    expect(revised.points[0]?.low).toBeCloseTo(boards.perUnit.low, 7);
    expect(revised.points[0]?.high).toBeCloseTo(boards.perUnit.high, 6);
  });
});

describe('pChart', () => {
  const labels = months(chips.successes.length);
  const rows = monthlyShares(chips.successes, chips.trials);

  it('has the limits of NIST for chips, and signals samples 15 and 23', () => {
    const chart = pChart(rows.slice(0, 30));
    expect(chart.points[0]?.centre).toBeCloseTo(chips.trial.centre, 7);
    expect(chart.points[0]?.low).toBeCloseTo(chips.trial.low, 8);
    expect(chart.points[0]?.high).toBeCloseTo(chips.trial.high, 7);
    const beyond = chart.findings.filter(({ rule }) => rule === 'nelson-1');
    expect(beyond.map(({ period }) => period)).toEqual([labels[14], labels[22]]);
  });

  it("keeps the revised limits of R's qcc fixed for the periods after", () => {
    const kept = labels.slice(0, 30).filter((_, i) => !chips.revised.without.includes(i + 1));
    const chart = pChart(rows, { baseline: { periods: kept } });
    for (const { centre, low, high } of chart.points) {
      expect(centre).toBeCloseTo(chips.revised.centre, 12);
      expect(low).toBeCloseTo(chips.revised.low, 8);
      expect(high).toBeCloseTo(chips.revised.high, 7);
    }
    expect(chart.phases[0]).toMatchObject({ baseline: 28, status: 'firm' });
    // Montgomery: after the machine was adjusted the fraction is lower throughout.
    const run = chart.findings.find(
      ({ rule, direction }) => rule === 'nelson-2' && direction === 'down',
    );
    expect(run?.periods.at(-1)).toBe(labels.at(-1));
  });
});
