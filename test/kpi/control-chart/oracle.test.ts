import { describe, expect, it } from 'vitest';
import { ewmaChart, NELSON_RULES, pChart, uChart, xmrChart } from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/control-chart/oracle.json' with { type: 'json' };
import { expectClose } from '../support.js';
import { monthly, months } from './support.js';

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

describe('pChart against shewhart', () => {
  it.each(oracle.proportions)('has its limits, plain and widened, series %#', (expected) => {
    const labels = months(expected.trials.length);
    const rows = expected.successes.map((successes, i) => {
      return { period: labels[i] as string, successes, trials: expected.trials[i] as number };
    });
    const plain = pChart(rows);
    const laney = pChart(rows, { dispersion: 'laney' });
    expectClose(plain.phases[0]?.centre as number, expected.centre, 1e-13);
    expectClose(plain.phases[0]?.sigmaZ as number, expected.sigmaZ, 1e-12);
    plain.points.forEach((point, i) => {
      expectClose(point.low as number, expected.low[i] as number, 1e-12);
      expectClose(point.high as number, expected.high[i] as number, 1e-12);
      expectClose(laney.points[i]?.low as number, expected.laneyLow[i] as number, 1e-12);
      expectClose(laney.points[i]?.high as number, expected.laneyHigh[i] as number, 1e-12);
    });
  });
});

describe('uChart against shewhart', () => {
  it.each(oracle.rates)('has its limits, plain and widened, series %#', (expected) => {
    const labels = months(expected.count.length);
    const rows = expected.count.map((count, i) => {
      return { period: labels[i] as string, count, exposure: expected.exposure[i] as number };
    });
    const plain = uChart(rows);
    const laney = uChart(rows, { dispersion: 'laney' });
    expectClose(plain.phases[0]?.centre as number, expected.centre, 1e-13);
    expectClose(plain.phases[0]?.sigmaZ as number, expected.sigmaZ, 1e-12);
    plain.points.forEach((point, i) => {
      expectClose(point.low as number, expected.low[i] as number, 1e-12);
      expectClose(point.high as number, expected.high[i] as number, 1e-12);
      expectClose(laney.points[i]?.low as number, expected.laneyLow[i] as number, 1e-12);
      expectClose(laney.points[i]?.high as number, expected.laneyHigh[i] as number, 1e-12);
    });
  });
});

describe('ewmaChart against shewhart', () => {
  it.each(oracle.movingAverages)('has its averages, limits and signals, series %#', (expected) => {
    const { lambda, width, target, sigma } = expected;
    const chart = ewmaChart(monthly(expected.values), { lambda, width, target, sigma });
    chart.points.forEach((point, i) => {
      expectClose(point.average as number, expected.average[i] as number, 1e-12);
      expectClose(point.low as number, expected.low[i] as number, 1e-12);
      expectClose(point.high as number, expected.high[i] as number, 1e-12);
    });
    const labels = months(expected.values.length);
    expect(chart.findings.map(({ period }) => period)).toEqual(
      expected.beyond.map((index) => labels[index]),
    );
  });
});
