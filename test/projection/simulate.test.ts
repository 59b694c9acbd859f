import { describe, expect, it } from 'vitest';
import { projectGoal, simulate } from '../../src/projection/index.js';
import fixture from '../fixtures/projection/scenario.json' with { type: 'json' };
import { BAD_PLANS, EDUCATION, expectClose, expectRefusal, wrong } from './support.js';

describe('simulate', () => {
  const simulation = simulate(EDUCATION, { paths: 50_000, seed: 20_260_302 });

  it('has a mean within four standard errors of the exact one', () => {
    const { mean, standardError, standardDeviation } = simulation;
    expect(Math.abs(mean - Number(fixture.mean))).toBeLessThan(4 * standardError);
    expectClose(standardError, standardDeviation / Math.sqrt(50_000), 1e-15);
    expectClose(standardDeviation, Number(fixture.standardDeviation), 0.02);
  });

  it("has a probability within a percentage point of the closed form's", () => {
    const { probability, probabilityInterval } = simulation;
    expect(Math.abs(probability - Number(fixture.probability))).toBeLessThan(0.01);
    expect(probabilityInterval.low).toBeLessThan(probability);
    expect(probabilityInterval.high).toBeGreaterThan(probability);
  });

  it('agrees with another implementation and another generator', () => {
    const { mean, standardError, probability } = fixture.monteCarlo;
    const apart = Math.hypot(standardError, simulation.standardError);
    expect(Math.abs(simulation.mean - mean)).toBeLessThan(4 * apart);
    // Standard errors of the two shares: √(0.415·0.585/400,000) and √(0.415·0.585/50,000).
    expect(Math.abs(simulation.probability - probability)).toBeLessThan(
      4 * Math.hypot(0.00078, 0.0022),
    );
  });

  it('draws a fan from today through the end of each year', () => {
    const { fan } = simulation;
    expect(fan.map(({ month }) => month)).toEqual([
      0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120, 132,
    ]);
    expect(fan[0]!.quantiles.every(({ value }) => value === EDUCATION.initial)).toBe(true);
    for (const [i, { level, value }] of fan[11]!.quantiles.entries()) {
      const closed = projectGoal(EDUCATION).closedForm.quantiles[i]!;
      expect(level).toBe(closed.level);
      expectClose(value, closed.value, 0.01);
    }
  });

  it('ends its fan at the last month of a broken year', () => {
    const { fan } = simulate({ ...EDUCATION, months: 18 }, { paths: 2, seed: 1 });
    expect(fan.map(({ month }) => month)).toEqual([0, 12, 18]);
  });

  it('takes quantiles by linear interpolation', () => {
    // Two paths: the quantile at p lies at low + p·(high − low).
    const plan = { ...EDUCATION, months: 1 };
    const levels = [0.25, 0.5, 0.75];
    const { fan, mean } = simulate(plan, { paths: 2, seed: 5, quantiles: levels });
    const [first, middle, last] = fan[1]!.quantiles.map(({ value }) => value) as [
      number,
      number,
      number,
    ];
    expectClose(middle, mean, 1e-14);
    expectClose(last - middle, middle - first, 1e-9);
    expect(last).toBeGreaterThan(first);
  });

  it('gives the same numbers for the same seed, and others for another', () => {
    const run = (seed: number) => JSON.stringify(simulate(EDUCATION, { paths: 50, seed }));
    expect(run(7)).toBe(run(7));
    expect(run(7)).not.toBe(run(8));
  });

  it('names its generator and its seed', () => {
    expect(simulation).toMatchObject({ seed: 20_260_302, paths: 50_000 });
    expect(simulation.generator).toMatch(/\S/);
  });

  it('answers 0 or 1 when the day has come or lies in the past', () => {
    for (const months of [0, -5]) {
      const today = { ...EDUCATION, months };
      const options = { paths: 10, seed: 1 };
      expect(simulate(today, options)).toMatchObject({ probability: 0, mean: 341_262 });
      expect(simulate({ ...today, target: 341_262 }, options).probability).toBe(1);
      expect(simulate(today, options).fan.map(({ month }) => month)).toEqual([0]);
    }
  });

  it('gives nothing a probability of 0, and 0 a probability of 1', () => {
    const nothing = { ...EDUCATION, initial: 0, monthlyContribution: 0 };
    const options = { paths: 10, seed: 1 };
    expect(simulate(nothing, options)).toMatchObject({ probability: 0, standardDeviation: 0 });
    expect(simulate({ ...nothing, target: 0 }, options).probability).toBe(1);
  });

  it('refuses a plan by field', () => {
    for (const [change, code, field] of BAD_PLANS) {
      const call = () => simulate({ ...EDUCATION, ...change }, { paths: 2, seed: 1 });
      expectRefusal(call, code, `plan.${field}`);
    }
  });

  it('refuses options by field', () => {
    const ask = (change: object) => () => simulate(EDUCATION, { paths: 2, seed: 1, ...change });
    expectRefusal(ask({ paths: 1 }), 'out-of-range', 'options.paths');
    expectRefusal(ask({ paths: 1_000_001 }), 'out-of-range', 'options.paths');
    expectRefusal(ask({ paths: 2.5 }), 'invalid-type', 'options.paths');
    expectRefusal(ask({ seed: -1 }), 'out-of-range', 'options.seed');
    expectRefusal(ask({ seed: undefined }), 'missing-value', 'options.seed');
    expectRefusal(ask({ seed: Number.NaN }), 'not-finite', 'options.seed');
    expectRefusal(ask({ quantiles: [1.5] }), 'out-of-range', 'options.quantiles[0]');
    expectRefusal(() => simulate(EDUCATION, wrong(undefined)), 'missing-value', 'options');
  });
});
