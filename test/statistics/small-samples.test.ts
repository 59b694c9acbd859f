import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceInDifferences,
  exactLogRank,
  logRank,
  type SurvivalCounts,
  sampleMoments,
  standardiseMean,
  survivalCounts,
  twoMeansTest,
  welchTest,
} from '../../src/statistics/index.js';
import oracle from '../fixtures/statistics/small-samples.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

describe('twoMeansTest', () => {
  it("is Welch's or Student's test of R, whichever finds less, with the wider interval", () => {
    for (const { name, first, second, confidence, welch, student } of oracle.means) {
      const test = twoMeansTest(first, second, { confidence });
      if (test.status !== 'tested') throw new Error('expected a test');
      const isSure = name === 'sixty against eighty';
      const careful = isSure || welch.pValue > student.pValue ? welch : student;
      expectClose(test.pValue, careful.pValue, 1e-9);
      expectClose(test.statistic, careful.statistic, 1e-9);
      expectClose(test.degreesOfFreedom, careful.degreesOfFreedom, 1e-9);
      expect(test.method, name).toBe(careful === welch ? 'welch-t' : 'student-t-pooled');
      const isWelchWider = welch.high - welch.low > student.high - student.low;
      const wide = isSure || isWelchWider ? welch : student;
      expectClose(test.interval.low, wide.low, 1e-9);
      expectClose(test.interval.high, wide.high, 1e-9);
    }
    expect(oracle.means).toHaveLength(6);
  });

  it('says of 0 by its interval what it says by its p-value', () => {
    const score = fc.integer({ min: 1, max: 5 });
    const sample = fc.array(score, { minLength: 2, maxLength: 70 });
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const test = twoMeansTest(first, second);
        const welch = welchTest(first, second);
        if (test.status !== 'tested' || welch.status !== 'tested') {
          expect(test).toEqual(welch);
          return;
        }
        const { low, high } = test.interval;
        if (Math.abs(test.pValue - 0.05) > 1e-9) {
          expect(low > 0 || high < 0).toBe(test.pValue < 0.05);
        }
        expect(test.pValue).toBeGreaterThanOrEqual(welch.pValue);
        expect(twoMeansTest(sampleMoments(first), sampleMoments(second))).toEqual(test);
      }),
    );
  });

  it('finds a difference by chance in at most seven of a hundred, however many the answers are', () => {
    // Every possible first sample of five answers, of which so many are 5; the second one as its public.
    for (const share of [0.5, 0.8, 0.9, 0.98]) {
      const many = Array.from({ length: 1000 }, (_, i) => (i < 1000 * share ? 5 : 4));
      let [found, byWelch] = [0, 0];
      for (let fives = 0; fives <= 5; fives++) {
        const few = Array.from({ length: 5 }, (_, i) => (i < fives ? 5 : 4));
        const chance = [1, 5, 10, 10, 5, 1][fives]! * share ** fives * (1 - share) ** (5 - fives);
        const test = twoMeansTest(few, many);
        const welch = welchTest(few, many);
        if (test.status === 'tested' && test.pValue < 0.05) found += chance;
        if (welch.status === 'tested' && welch.pValue < 0.05) byWelch += chance;
      }
      expect(found).toBeLessThan(0.07);
      expect(byWelch).toBeGreaterThan(found - 1e-12);
    }
  });

  it('has no error to measure by where neither sample varies, and refuses as the other tests', () => {
    expect(twoMeansTest([5, 5, 5], [4, 4])).toEqual({ status: 'no-variation', difference: 1 });
    expectRefusal(() => twoMeansTest([1], [1, 2]), 'length-mismatch', 'first');
    expectRefusal(() => twoMeansTest([1, 2], wrong(undefined)), 'missing-value', 'second');
    expectRefusal(
      () => twoMeansTest([1, 2], [1, 3], { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
  });
});

describe('a cell of a few values that are all alike', () => {
  const many = { n: 200, mean: 4.9, variance: 18 / 199 };
  const alike = { n: 5, mean: 5, variance: 0 };

  it('takes the variance of all strata together in a standardised mean', () => {
    const strata = [
      { id: 'a', weight: 1, ...alike },
      { id: 'b', weight: 1, ...many },
    ];
    const result = standardiseMean(strata);
    if (result.status !== 'standardised') throw new Error(result.status);
    // By R: pooled variance 18/203, error √(0.25·(18/203)/5 + 0.25·(18/199)/200), Satterthwaite's degrees of freedom 4.20657.
    expectClose(result.interval.low, 4.7663597321813125, 1e-12);
    expectClose(result.interval.high, 5.1336402678186879, 1e-12);
  });

  it('takes the variance of all cells together in a study with a control group', () => {
    const study = {
      treated: { before: many, after: alike },
      control: { before: many, after: many },
    };
    const effect = differenceInDifferences(study);
    if (effect.status !== 'estimated') throw new Error(effect.status);
    // By R as above: four cells, pooled variance 54/601 in the one that does not vary; 0.1 in errors of 0.13902 with 4.62665 degrees of freedom.
    expectClose(effect.standardError, 0.139020983439204, 1e-11);
    expectClose(effect.pValue, 0.506620200722053, 1e-9);
    expectClose(effect.interval.low, -0.266215339669633, 1e-9);
    expectClose(effect.interval.high, 0.466215339669632, 1e-9);
  });

  it('leaves a single point where no stratum varies', () => {
    const result = standardiseMean([{ id: 'a', weight: 1, ...alike }]);
    if (result.status !== 'standardised') throw new Error(result.status);
    expect([result.interval.low, result.interval.high]).toEqual([5, 5]);
  });
});

describe('exactLogRank', () => {
  it("has the p-value of R's exact test of a table for each time", () => {
    for (const { name, first, second, pValue } of oracle.logRank) {
      const [a, b] = [survivalCounts(first), survivalCounts(second)];
      const test = exactLogRank(a, b);
      if (test.status !== 'tested') throw new Error(name);
      expectClose(test.pValue, pValue, 1e-10);
      const other = exactLogRank(b, a);
      if (other.status !== 'tested') throw new Error(name);
      expectClose(other.pValue, pValue, 1e-10);
      const usual = logRank([
        { id: 'a', counts: a },
        { id: 'b', counts: b },
      ]);
      expect(test.observed).toBe(usual.groups[0]!.observed);
      expectClose(test.expected, usual.groups[0]!.expected, 1e-12);
    }
    expect(oracle.logRank).toHaveLength(14);
  });

  it('comes near the usual test where there are many events', () => {
    const months = (by: number): SurvivalCounts =>
      Array.from({ length: 60 }, (_, i) => ({
        time: i + 1,
        events: 6 + ((i * by) % 5),
        censored: 3,
      }));
    const [a, b] = [months(1), months(2).map((row) => ({ ...row, time: row.time + 1 }))];
    const [exact, usual] = [
      exactLogRank(a, b),
      logRank([
        { id: 'a', counts: a },
        { id: 'b', counts: b },
      ]),
    ];
    if (exact.status !== 'tested' || usual.status !== 'tested') throw new Error('expected tests');
    expect(Math.abs(exact.pValue - usual.pValue)).toBeLessThan(0.03);
  });

  it('says when there is nothing to test, and refuses what are no counts', () => {
    const none = [{ time: 3, events: 0, censored: 4 }];
    const some = [{ time: 5, events: 2, censored: 0 }];
    expect(exactLogRank(none, none)).toStrictEqual({ status: 'no-variation' });
    // Nobody of the first is at risk by then.
    expect(exactLogRank(none, some)).toStrictEqual({ status: 'no-variation' });
    expectRefusal(() => exactLogRank(wrong(null), none), 'missing-value', 'first');
    expectRefusal(
      () => exactLogRank(none, [{ time: -1, events: 0, censored: 1 }]),
      'out-of-range',
      'second[0].time',
    );
  });
});
