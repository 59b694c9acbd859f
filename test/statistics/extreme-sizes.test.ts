import { describe, expect, it } from 'vitest';
import {
  coefficientOfVariation,
  cohensD,
  differenceInDifferences,
  differenceOfEstimates,
  hedgesG,
  kaplanMeier,
  meanInterval,
  pairedT,
  populationStandardDeviation,
  restrictedMean,
  shrinkEstimates,
  shrinkMeans,
  shrinkRates,
  standardDeviation,
  standardiseMean,
  standardiseRate,
  survivalCounts,
  welchTest,
} from '../../src/statistics/index.js';
import effects from '../fixtures/statistics/effects.json' with { type: 'json' };
import oracle from '../fixtures/statistics/scipy.json' with { type: 'json' };
import { expectClose, expectRefusal } from './support.js';

/** Exact factors near 1e-200, 1e-300, 1e200 and 1e300: a unit of measure that no figure without unit may depend on. */
const UNITS = [2 ** -664, 2 ** -1000, 2 ** 664, 2 ** 990];

const inUnit = (values: readonly number[], unit: number): number[] => values.map((v) => v * unit);

/** A figure in the unit of the values, to nine digits. */
const expectScaled = (actual: number, expected: number, unit: number): void => {
  expectClose(actual / unit, expected, 1e-9);
};

describe('figures of values whose squares no double holds', () => {
  it('are those of SciPy in a test of means, in its unit', () => {
    for (const unit of UNITS) {
      for (const row of oracle.welch) {
        const test = welchTest(inUnit(row.first, unit), inUnit(row.second, unit));
        if (test.status !== 'tested') throw new Error('expected a test');
        expectClose(test.statistic, row.statistic, 1e-9);
        expectClose(test.degreesOfFreedom, row.degreesOfFreedom, 1e-9);
        expectClose(test.pValue, row.pValue, 1e-9);
        expectScaled(test.interval.low, row.interval[0]!, unit);
        expectScaled(test.interval.high, row.interval[1]!, unit);
      }
    }
  });

  it('hold a difference against the sample that varies, however little it does', () => {
    // Means 2 and 7, variances 2 and 8, so squared errors 1 and 4: t = −5/√5, and 5²/(1 + 16) degrees of freedom.
    const small = welchTest([1e-200, 3e-200], [5e-200, 9e-200]);
    if (small.status !== 'tested') throw new Error('expected a test');
    expectClose(small.statistic, -Math.sqrt(5));
    expectClose(small.degreesOfFreedom, 25 / 17);
    // The second does not vary: t = (2e-200 − 1)/1e-200, by the one degree of freedom of the first.
    const apart = welchTest([1e-200, 3e-200], [1, 1, 1]);
    if (apart.status !== 'tested') throw new Error('expected a test');
    expectClose(apart.statistic, -1e200);
    expectClose(apart.degreesOfFreedom, 1);
    expect(
      welchTest({ n: 2, mean: 2, variance: 1e308 }, { n: 2, mean: 1, variance: 1e308 }),
    ).toMatchObject({
      status: 'tested',
      pValue: 1,
    });
  });

  it('measure effects by a standard deviation', () => {
    for (const unit of UNITS) {
      for (const row of effects.between) {
        const [first, second] = [inUnit(row.first, unit), inUnit(row.second, unit)];
        const [d, g] = [cohensD(first, second), hedgesG(first, second)];
        if (d.status !== 'estimated' || g.status !== 'estimated') throw new Error('expected both');
        expectClose(d.value, row.d, 1e-9);
        expectClose(g.value, row.g, 1e-9);
      }
    }
  });

  it('are the same for pairs', () => {
    for (const unit of UNITS) {
      // Differences 1, 2, 1, 4: mean 2, variance 2, error √(2/4): t = 2√2, d_z = √2.
      const test = pairedT(inUnit([3, 5, 6, 9], unit), inUnit([2, 3, 5, 5], unit));
      if (test.status !== 'tested') throw new Error('expected a test');
      expectClose(test.statistic, 2 * Math.SQRT2);
      expectClose(test.cohensDz.value, Math.SQRT2);
      expectScaled(test.difference, 2, unit);
    }
  });

  it('tell how far values spread', () => {
    for (const unit of UNITS) {
      // Mean 5, squared deviations 9, 1, 1, 1, 0, 0, 4, 16: 32.
      const values = inUnit([2, 4, 4, 4, 5, 5, 7, 9], unit);
      expectScaled(standardDeviation(values), Math.sqrt(32 / 7), unit);
      expectScaled(populationStandardDeviation(values), 2, unit);
      expectClose(coefficientOfVariation(values), 0.4);
      // 3 ± t(0.975; 4)·√(2.5/5), t = 2.7764451051977934.
      const interval = meanInterval(inUnit([1, 2, 3, 4, 5], unit));
      expectScaled(interval.low, 3 - 2.7764451051977934 * Math.SQRT1_2, unit);
      expectScaled(interval.high, 3 + 2.7764451051977934 * Math.SQRT1_2, unit);
    }
  });

  it('put intervals together', () => {
    for (const unit of UNITS) {
      const estimate = (value: number, low: number, high: number) => ({
        value: value * unit,
        interval: { low: low * unit, high: high * unit, confidence: 0.95 },
      });
      // Arms 3 and 4 below, 12 and 5 above: lengths 5 and 13.
      const gap = differenceOfEstimates(estimate(10, 7, 22), estimate(6, 1, 10));
      expectScaled(gap.interval.low, 4 - 5, unit);
      expectScaled(gap.interval.high, 4 + 13, unit);
    }
  });

  it('follow times in any unit', () => {
    // Of four, one leaves at 1, 2, 3 and 4; up to 3: 1 + 0.75 + 0.5 = 2.25. Cut at 3 the times 1, 2, 3, 3 have squared deviations of 2.75 together.
    for (const unit of UNITS) {
      const times = inUnit([1, 2, 3, 4], unit);
      const curve = kaplanMeier(survivalCounts(times.map((time) => ({ time, event: true }))));
      const area = restrictedMean(curve, 3 * unit);
      if (area.status !== 'observed') throw new Error('expected a mean');
      expectScaled(area.mean, 2.25, unit);
      expectScaled(area.standardError!, Math.sqrt(2.75 / 3 / 4), unit);
    }
  });

  it('keep errors of strata and cells whose shares of a variance are next to nothing', () => {
    // Shares 1/2 and 1/2, errors of the means √(v/4): together √(2·v/16), Welch's degrees of freedom 6, t = 2.4469118511449786.
    const variance = 2 ** -1070;
    const cell = { n: 4, mean: 0, variance };
    const mix = standardiseMean([
      { id: 'a', weight: 1, ...cell },
      { id: 'b', weight: 1, ...cell },
    ]);
    if (mix.status !== 'standardised') throw new Error('expected a mean');
    const error = 2 ** -535 / Math.sqrt(8);
    expectClose(mix.interval.high / error, 2.4469118511449786, 1e-9);
    const study = differenceInDifferences({
      treated: { before: cell, after: cell },
      control: { before: cell, after: cell },
    });
    if (study.status !== 'estimated') throw new Error('expected an estimate');
    // Four errors of √(v/4).
    expectClose(study.standardError / 2 ** -535, 1, 1e-9);
  });

  it('weigh a stratum that is next to nothing', () => {
    // Only it had events, 5 of them, so the bounds are those of a Poisson count: the lower is 1.6234863901184 (SciPy: chi2.ppf(0.025, 10)/2) in its scale.
    const rate = standardiseRate([
      { id: 'a', weight: 1e-100, events: 5, exposure: 1e100 },
      { id: 'b', weight: 1, events: 0, exposure: 1e100 },
    ]);
    if (rate.status !== 'standardised') throw new Error('expected a rate');
    expectClose(rate.interval.low / 1e-200, 1.6234863901184207, 1e-9);
  });
});

describe('groups drawn together', () => {
  it('refuse errors and exposures so far from 1 that their squares or quotients leave the doubles', () => {
    const ids = ['A', 'B', 'C', 'D'];
    for (const size of [1e-150, 1e150]) {
      const errors = ids.map((id, i) => ({ id, value: i, standardError: size }));
      expectRefusal(() => shrinkEstimates(errors), 'out-of-range', 'groups[0].standardError');
      const rates = ids.map((id, i) => ({ id, events: i, exposure: size }));
      expectRefusal(() => shrinkRates(rates), 'out-of-range', 'groups[0].exposure');
      const means = ids.map((id, i) => ({ id, n: 4, mean: i, variance: size * size }));
      expectRefusal(() => shrinkMeans(means), 'out-of-range', 'groups[0].variance');
    }
  });
});
