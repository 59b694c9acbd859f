import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numerics/index.js';
import {
  type Count,
  differenceInDifferences,
  preTrend,
  type SampleMoments,
  type StudyCells,
  sampleMoments,
} from '../../../src/statistics/index.js';
import fixture from '../../fixtures/statistics/comparisons.json' with { type: 'json' };
import { expectClose, expectRefusal, shuffled, wrong } from '../support.js';

const study = <C extends Count | SampleMoments>(cells: readonly C[]): StudyCells<C> => ({
  treated: { before: cells[0]!, after: cells[1]! },
  control: { before: cells[2]!, after: cells[3]! },
});
const countOf = ([successes, n]: readonly number[]): Count => ({ successes: successes!, n: n! });
const momentsOf = ([n, mean, variance]: readonly number[]): SampleMoments => ({
  n: n!,
  mean: mean!,
  variance: variance!,
});

describe('differences in differences', () => {
  it('of means are the interaction of a saturated regression with HC2 errors', () => {
    for (const row of fixture.differenceOfMeans) {
      const cells = study(row.samples.map((values) => sampleMoments(values)));
      const result = differenceInDifferences(cells, { confidence: row.confidence });
      if (result.status !== 'estimated') throw new Error('an estimate expected');
      expectClose(result.estimate, row.estimate, 1e-10);
      expectClose(result.standardError, row.error, 1e-10);
      expectClose(result.pValue, row.pValue, 1e-9);
      expectClose(result.interval.low, row.low, 1e-9);
      expectClose(result.interval.high, row.high, 1e-9);
      expect(result.method).toBe('difference-in-differences-t');
    }
    expect(fixture.differenceOfMeans).toHaveLength(2);
  });

  it("of proportions have statsmodels' Wilson intervals put together", () => {
    for (const row of fixture.differenceOfShares) {
      const cells = study(row.cells.map(countOf));
      const result = differenceInDifferences(cells, { confidence: row.confidence });
      if (result.status !== 'estimated') throw new Error('an estimate expected');
      expectClose(result.estimate, row.estimate, 1e-12);
      expectClose(result.standardError, row.error, 1e-12);
      expectClose(result.pValue, row.pValue, 1e-11);
      expectClose(result.interval.low, row.low, 1e-11);
      expectClose(result.interval.high, row.high, 1e-11);
      expect(result.method).toBe('difference-in-differences-z');
      expect(result.assumption).toBe('parallel-trends');
    }
    expect(fixture.differenceOfShares).toHaveLength(2);
  });

  it('of rates have their score intervals put together', () => {
    const rate = (events: number, exposure: number) => ({ events, exposure });
    const result = differenceInDifferences({
      treated: { before: rate(30, 1000), after: rate(12, 800) },
      control: { before: rate(25, 900), after: rate(24, 950) },
    });
    if (result.status !== 'estimated') throw new Error('an estimate expected');
    // (12/800 − 30/1000) − (24/950 − 25/900); √(30/1000² + 12/800² + 25/900² + 24/950²); SciPy for the normal distribution; each
    // arm from (x + z²/2 ∓ z√(x + z²/4))/t.
    expectClose(result.estimate, -0.012485380116959065, 1e-12);
    expectClose(result.standardError, 0.0103056778192799, 1e-12);
    expectClose(result.pValue, 0.22570192287417867, 1e-10);
    expectClose(result.interval.low, -0.03341484390619655, 1e-10);
    expectClose(result.interval.high, 0.008735382564242236, 1e-10);
    expect(result.interval.method).toBe('mover-score');
    const none = rate(0, 10);
    const nothing = { before: none, after: none };
    expect(differenceInDifferences({ treated: nothing, control: nothing })).toMatchObject({
      status: 'no-variation',
      estimate: 0,
    });
    expectRefusal(
      () =>
        differenceInDifferences(
          wrong({ treated: nothing, control: { before: none, after: { successes: 1, n: 2 } } }),
        ),
      'inconsistent',
      'cells.control.after',
    );
  });

  it('change their sign when the groups change places', () => {
    const cell = fc.tuple(fc.nat(30), fc.nat(30)).filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 4 }), (rows) => {
        const counts = rows.map(([a, b]) => countOf([a, a + b]));
        const { treated, control } = study(counts);
        const result = differenceInDifferences({ treated, control });
        const turned = differenceInDifferences({ treated: control, control: treated });
        expect(turned.estimate).toBeCloseTo(-result.estimate, 12);
        if (result.status !== 'estimated' || turned.status !== 'estimated') return;
        expect(turned.pValue).toBeCloseTo(result.pValue, 10);
        expect(turned.interval.low).toBeCloseTo(-result.interval.high, 10);
      }),
    );
  });

  it('say when no cell varies', () => {
    const cells = study([countOf([0, 5]), countOf([5, 5]), countOf([0, 4]), countOf([0, 3])]);
    expect(differenceInDifferences(cells)).toStrictEqual({
      status: 'no-variation',
      estimate: 1,
      treatedChange: 1,
      controlChange: 0,
    });
  });

  it('refuse missing cells, mixed cells and cells that are none', () => {
    const counts = study(
      [
        [1, 5],
        [2, 5],
        [3, 5],
        [4, 5],
      ].map(countOf),
    );
    const { treated, control } = counts;
    expectRefusal(() => differenceInDifferences(wrong(null)), 'missing-value', 'cells');
    expectRefusal(
      () => differenceInDifferences({ treated, control: wrong(undefined) }),
      'missing-value',
      'cells.control',
    );
    expectRefusal(
      () => differenceInDifferences({ treated, control: { ...control, after: wrong(undefined) } }),
      'missing-value',
      'cells.control.after',
    );
    expectRefusal(
      () =>
        differenceInDifferences({
          treated,
          control: { ...control, after: wrong(momentsOf([3, 1, 1])) },
        }),
      'inconsistent',
      'cells.control.after',
    );
    expectRefusal(
      () => differenceInDifferences({ treated: { ...treated, before: countOf([6, 5]) }, control }),
      'out-of-range',
      'cells.treated.before.successes',
    );
  });
});

describe('the trend before the treatment', () => {
  it('is the weighted regression of statsmodels, of shares with known variances', () => {
    for (const row of fixture.preTrendOfShares) {
      const periods = row.periods.map(([time, treated, control]) => ({
        time: time as number,
        treated: countOf(treated as [number, number]),
        control: countOf(control as [number, number]),
      }));
      const result = preTrend(periods);
      if (result.status !== 'tested') throw new Error('a test expected');
      expectClose(result.slope, row.slope, 1e-9);
      expectClose(result.pValue, row.pValue, 1e-9);
      expectClose(result.interval.low, row.low, 1e-9);
      expectClose(result.interval.high, row.high, 1e-9);
    }
    expect(fixture.preTrendOfShares).toHaveLength(2);
  });

  it('rejects means without a trend about as often as it says, however few the cases', () => {
    const random = createRandom(20260301);
    const sample = () => [random.normal(), random.normal(), random.normal()];
    let rejected = 0;
    for (let study = 0; study < 1000; study++) {
      const periods = [1, 2, 3, 4].map((time) => {
        return { time, treated: sampleMoments(sample()), control: sampleMoments(sample()) };
      });
      const result = preTrend(periods);
      if (result.status === 'tested' && result.pValue < 0.05) rejected += 1;
    }
    // Estimated variances taken as known would reject about 135; 50 are to be expected, and 77 or more come once in 10,000 times.
    expect(rejected).toBeLessThan(77);
  });

  it('is the weighted regression of statsmodels, of means by Student', () => {
    for (const row of fixture.preTrend) {
      const periods = row.periods.map(([time, treated, control]) => ({
        time: time as number,
        treated: momentsOf(treated as number[]),
        control: momentsOf(control as number[]),
      }));
      const result = preTrend(periods);
      if (result.status !== 'tested') throw new Error('a test expected');
      expectClose(result.slope, row.slope, 1e-9);
      expectClose(result.pValue, row.pValue, 1e-9);
      expectClose(result.interval.low, row.low, 1e-9);
      expectClose(result.interval.high, row.high, 1e-9);
      expect(preTrend(shuffled(periods, [3, 1, 2]))).toStrictEqual(result);
    }
    expect(fixture.preTrend).toHaveLength(3);
  });

  it('says when there is one time only, or a gap without error', () => {
    const period = { time: 1, treated: countOf([1, 5]), control: countOf([2, 5]) };
    expect(preTrend([period])).toStrictEqual({ status: 'too-few-periods' });
    expect(preTrend([period, period])).toStrictEqual({ status: 'too-few-periods' });
    const still = { time: 2, treated: countOf([5, 5]), control: countOf([0, 5]) };
    expect(preTrend([period, still])).toStrictEqual({ status: 'no-variation' });
  });

  it('refuses what is no period', () => {
    const period = { time: 1, treated: countOf([1, 5]), control: countOf([2, 5]) };
    expectRefusal(() => preTrend([]), 'empty', 'periods');
    expectRefusal(() => preTrend(wrong(1)), 'invalid-type', 'periods');
    expectRefusal(
      () => preTrend([{ ...period, time: Number.NaN }]),
      'not-finite',
      'periods[0].time',
    );
    expectRefusal(
      () => preTrend([period, wrong({ ...period, treated: momentsOf([2, 1, 1]) })]),
      'inconsistent',
      'periods[1].treated',
    );
    expectRefusal(
      () => preTrend([{ ...period, control: countOf([1, 0]) }]),
      'out-of-range',
      'periods[0].control.n',
    );
  });
});
