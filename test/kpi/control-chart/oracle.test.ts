import { describe, expect, it } from 'vitest';
import { ewmaChart, NELSON_RULES, pChart, uChart, xmrChart } from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/control-chart/oracle.json' with { type: 'json' };
import { expectClose } from '../support.js';
import { expectLimits, monthly, monthlyRates, monthlyShares, months } from './support.js';

describe('xmrChart against shewhart', () => {
  it.each(oracle.individuals)('has its limits and its Nelson rules, series %#', (expected) => {
    const chart = xmrChart(monthly(expected.values), { constants: 'exact', rules: NELSON_RULES });
    const [point] = chart.points;
    expectClose(point?.centre as number, expected.centre, 1e-12);
    expectClose(point?.low as number, expected.low, 1e-12);
    expectClose(point?.high as number, expected.high, 1e-12);
    expectClose(chart.movingRanges.points[1]?.centre as number, expected.rangeCentre, 1e-12);
    expectClose(chart.movingRanges.points[1]?.high as number, expected.rangeHigh, 1e-9);
    expectClose(chart.phases[0]?.autocorrelation as number, expected.autocorrelation, 1e-9);
    expect(chart.points.map(({ rules }) => [...rules].sort())).toEqual(expected.rules);
  });
});

const proportions = oracle.proportions.map((expected) => ({
  kind: 'pChart',
  expected,
  chart: (options: object) => pChart(monthlyShares(expected.successes, expected.trials), options),
}));

const rates = oracle.rates.map((expected) => ({
  kind: 'uChart',
  expected,
  chart: (options: object) => uChart(monthlyRates(expected.count, expected.exposure), options),
}));

describe.each([...proportions, ...rates])('$kind against shewhart, series %#', (series) => {
  const { expected, chart } = series;

  it('has its limits, plain and widened', () => {
    const plain = chart({});
    expectClose(plain.phases[0]?.centre as number, expected.centre, 1e-13);
    expectClose(plain.phases[0]?.sigmaZ as number, expected.sigmaZ, 1e-12);
    expectLimits(plain, expected.low, expected.high);
    expectLimits(chart({ dispersion: 'laney' }), expected.laneyLow, expected.laneyHigh);
  });
});

describe('ewmaChart against shewhart', () => {
  it.each(oracle.movingAverages)('has its averages, limits and signals, series %#', (expected) => {
    const { lambda, width, target, sigma } = expected;
    const chart = ewmaChart(monthly(expected.values), { lambda, width, target, sigma });
    expectLimits(chart, expected.low, expected.high);
    chart.points.forEach((point, i) => {
      expectClose(point.average as number, expected.average[i] as number, 1e-12);
    });
    const labels = months(expected.values.length);
    expect(chart.findings.map(({ period }) => period)).toEqual(
      expected.beyond.map((index) => labels[index]),
    );
  });
});
