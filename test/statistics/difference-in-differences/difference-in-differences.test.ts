import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numerics/index.js';
import {
  type Count,
  differenceInDifferences,
  preTrend,
  type RateCount,
  type SampleMoments,
  type StudyCell,
  type StudyCells,
  sampleMoments,
} from '../../../src/statistics/index.js';
import fixture from '../../fixtures/statistics/comparisons.json' with { type: 'json' };
import oracle from '../../fixtures/statistics/small-samples.json' with { type: 'json' };
import { expectClose, expectRefusal, shuffled, wrong } from '../support.js';

const study = <C extends StudyCell>(cells: readonly C[]): StudyCells<C> => ({
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

  it('of proportions take one success and one failure more in each cell, by R', () => {
    for (const row of oracle.shares) {
      const cells = study(row.cells.map(countOf));
      const result = differenceInDifferences(cells, { confidence: row.confidence });
      if (result.status !== 'estimated') throw new Error('an estimate expected');
      expectClose(result.estimate, row.estimate, 1e-12);
      expectClose(result.standardError, row.error, 1e-12);
      expectClose(result.statistic, row.statistic, 1e-12);
      expectClose(result.pValue, row.pValue, 1e-10);
      expectClose(result.interval.low, row.low, 1e-10);
      expectClose(result.interval.high, row.high, 1e-10);
      expect(result.method).toBe('difference-in-differences-t');
      expect(result.assumption).toBe('parallel-trends');
    }
    expect(oracle.shares).toHaveLength(5);
  });

  it('of proportions find an effect by chance in at most six of a hundred, however few the cases are', () => {
    const law = (n: number, p: number) => {
      let chance = (1 - p) ** n;
      return Array.from({ length: n + 1 }, (_, x) => {
        const now = chance;
        chance *= (((n - x) / (x + 1)) * p) / (1 - p);
        return now;
      });
    };
    // Every possible outcome of both cells of the treated; the control group as its public, still or moving.
    for (const [m, n] of [
      [2, 2],
      [4, 4],
      [5, 20],
      [10, 10],
      [1, 20],
    ] as const) {
      for (const move of [0, 0.2]) {
        const control = { before: countOf([400, 1000]), after: countOf([400 + 1000 * move, 1000]) };
        const found = Array.from({ length: m + 1 }, (_, x) =>
          Array.from({ length: n + 1 }, (_, y) => {
            const treated = { before: countOf([x, m]), after: countOf([y, n]) };
            const test = differenceInDifferences({ treated, control });
            return test.status === 'estimated' && test.pValue <= 0.05 ? 1 : 0;
          }),
        );
        for (const share of [0.05, 0.1, 0.3, 0.5, 0.7, 0.75]) {
          const [before, after] = [law(m, share), law(n, share + move)];
          let size = 0;
          found.forEach((row, x) => {
            row.forEach((is, y) => {
              size += is * before[x]! * after[y]!;
            });
          });
          expect(size, `${m} and ${n} cases, ${share}, ${move}`).toBeLessThan(0.06);
        }
      }
    }
  });

  it('of counts say of 0 by the interval what they say by the p-value, and hold the estimate', () => {
    const share = ([a, b]: readonly [number, number]) => countOf([a, a + b]);
    const rate = ([events, t]: readonly [number, number]) => ({ events, exposure: t + 1 });
    const kinds = fc.constantFrom<(row: readonly [number, number]) => Count | RateCount>(
      share,
      rate,
    );
    const cell = fc.tuple(fc.nat(12), fc.nat(12)).filter(([a, b]) => a + b > 0);
    const sure = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99);
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 4, maxLength: 4 }),
        kinds,
        sure,
        (rows, of, confidence) => {
          const result = differenceInDifferences(study(rows.map(of)), { confidence });
          if (result.status !== 'estimated') return;
          const { low, high } = result.interval;
          expect(low).toBeLessThanOrEqual(result.estimate);
          expect(high).toBeGreaterThanOrEqual(result.estimate);
          if (Math.abs(result.pValue - (1 - confidence)) < 1e-9) return;
          expect(low > 0 || high < 0).toBe(result.pValue < 1 - confidence);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of many cases are those of the usual test', () => {
    const cells = study(
      [
        [120_000, 200_000],
        [121_000, 200_000],
        [90_000, 150_000],
        [90_100, 150_000],
      ].map(countOf),
    );
    const result = differenceInDifferences(cells);
    if (result.status !== 'estimated') throw new Error('an estimate expected');
    // √Σ p(1 − p)/n with the shares 0.6, 0.605, 0.6 and 0.600667; 0.00433333 in such errors, twice the normal tail by R's pnorm.
    expectClose(result.standardError, 0.00236516027959, 1e-5);
    expectClose(result.pValue, 0.06692876550968, 1e-4);
  });

  it('of rates have their score intervals put together', () => {
    const rate = (events: number, exposure: number) => ({ events, exposure });
    const result = differenceInDifferences({
      treated: { before: rate(30, 1000), after: rate(12, 800) },
      control: { before: rate(25, 900), after: rate(24, 950) },
    });
    if (result.status !== 'estimated') throw new Error('an estimate expected');
    // (12/800 − 30/1000) − (24/950 − 25/900); √(30/1000² + 12/800² + 25/900² + 24/950²); each arm from (x + z²/2 ∓ z√(x + z²/4))/t.
    // By R's uniroot the upper end is at 0 with z = 1.187558627328987; twice pnorm of that.
    expectClose(result.estimate, -0.012485380116959065, 1e-12);
    expectClose(result.standardError, 0.0103056778192799, 1e-12);
    expectClose(result.statistic, -1.187558627328987, 1e-10);
    expectClose(result.pValue, 0.235007345864448, 1e-10);
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

  it('say when all cases came out alike', () => {
    for (const all of [0, 1]) {
      const cells = study([5, 5, 4, 3].map((n) => countOf([all * n, n])));
      expect(differenceInDifferences(cells)).toStrictEqual({
        status: 'no-variation',
        estimate: 0,
        treatedChange: 0,
        controlChange: 0,
      });
    }
    const cells = study([5, 5, 4, 3].map((n, i) => countOf([i === 1 ? n : 0, n])));
    expect(differenceInDifferences(cells)).toMatchObject({ status: 'estimated', estimate: 1 });
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
  it('is the weighted regression of R, of shares with one success and one failure more in each cell', () => {
    for (const row of oracle.trends) {
      const periods = row.periods.map(({ time, treated, control }) => ({
        time,
        treated: countOf(treated),
        control: countOf(control),
      }));
      const result = preTrend(periods);
      if (result.status !== 'tested') throw new Error('a test expected');
      expectClose(result.slope, row.slope, 1e-9);
      expectClose(result.statistic, row.statistic, 1e-9);
      expectClose(result.pValue, row.pValue, 1e-9);
      expectClose(result.interval.low, row.low, 1e-9);
      expectClose(result.interval.high, row.high, 1e-9);
    }
    expect(oracle.trends).toHaveLength(3);
  });

  it('rejects shares without a trend no more often than it says, however few the cases', () => {
    const random = createRandom(20260301);
    for (const [n, share] of [
      [2, 0.5],
      [5, 0.5],
      [10, 0.9],
    ] as const) {
      const sample = (size: number) =>
        countOf([Array.from({ length: size }).filter(() => random.uniform() < share).length, size]);
      let rejected = 0;
      for (let study = 0; study < 500; study++) {
        const periods = [1, 2, 3, 4].map((time) => {
          return { time, treated: sample(n), control: sample(100) };
        });
        const result = preTrend(periods);
        if (result.status === 'tested' && result.pValue < 0.05) rejected += 1;
      }
      // Shares as they are, taken for their own variances, would reject about 260, 100 and 54; 25 are to be expected, and 42 or more come once in 1,000 times.
      expect(rejected, `${n} cases`).toBeLessThan(42);
    }
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
    const alike = (time: number) => ({ time, treated: countOf([5, 5]), control: countOf([4, 4]) });
    expect(preTrend([alike(1), alike(2)])).toStrictEqual({ status: 'no-variation' });
    const none = { events: 0, exposure: 9 };
    const quiet = (time: number) => ({ time, treated: none, control: none });
    const some = { time: 1, treated: { events: 3, exposure: 9 }, control: none };
    expect(preTrend([some, quiet(2)])).toStrictEqual({ status: 'no-variation' });
    // Five that all came out one way and five the other are no certainty.
    const still = { time: 2, treated: countOf([5, 5]), control: countOf([0, 5]) };
    expect(preTrend([period, still])).toMatchObject({ status: 'tested' });
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
