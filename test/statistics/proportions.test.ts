import { describe, expect, it } from 'vitest';
import {
  cohensH,
  exactInterval,
  newcombeDifference,
  poissonInterval,
  rateRatioTest,
  twoProportionTest,
  wilsonInterval,
} from '../../src/statistics/index.js';
import large from '../fixtures/numerics/large-shapes.json' with { type: 'json' };
import published from '../fixtures/statistics/published.json' with { type: 'json' };
import oracle from '../fixtures/statistics/scipy.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

describe('intervals of a proportion', () => {
  it("reproduce Newcombe's table I to its four digits, and R", () => {
    for (const row of published.wilson) {
      const cases = [
        [wilsonInterval(row.x, row.n), row.pub_wilson, row.R_wilson],
        [wilsonInterval(row.x, row.n, { continuity: true }), row.pub_wilson_cc, row.R_wilson_cc],
        [exactInterval(row.x, row.n), row.pub_exact, row.R_clopper_pearson],
      ] as const;
      for (const [interval, paper, r] of cases) {
        expect(Math.abs(interval.low - paper[0]!)).toBeLessThanOrEqual(5.0001e-5);
        expect(Math.abs(interval.high - paper[1]!)).toBeLessThanOrEqual(5.0001e-5);
        expectClose(interval.low, r[0]!);
        expectClose(interval.high, r[1]!);
      }
    }
  });

  it('agree with SciPy at the ends, for large counts and at other confidences', () => {
    for (const { successes, n, confidence, wilson, wilsonContinuity, exact } of oracle.intervals) {
      const cases = [
        [wilsonInterval(successes, n, { confidence }), wilson],
        [wilsonInterval(successes, n, { confidence, continuity: true }), wilsonContinuity],
        [exactInterval(successes, n, { confidence }), exact],
      ] as const;
      for (const [interval, expected] of cases) {
        expectClose(interval.low, expected[0]!, 1e-9);
        expectClose(interval.high, expected[1]!, 1e-9);
      }
    }
  });

  it('end exactly at 0 and 1 where all cases came out alike', () => {
    for (const make of [wilsonInterval, exactInterval]) {
      expect(make(0, 7).low).toBe(0);
      expect(make(7, 7).high).toBe(1);
    }
    expect(wilsonInterval(0, 7, { continuity: true }).low).toBe(0);
    expect(wilsonInterval(7, 7, { continuity: true }).high).toBe(1);
  });

  it('say what they are and cannot be changed', () => {
    const interval = wilsonInterval(3, 8, { confidence: 0.9 });
    expect(interval).toMatchObject({ confidence: 0.9, method: 'wilson' });
    expect(Object.isFrozen(interval)).toBe(true);
    expect(wilsonInterval(3, 8, { continuity: true }).method).toBe('wilson-continuity');
    expect(exactInterval(3, 8).method).toBe('clopper-pearson');
  });

  it('are refused for counts that are none', () => {
    for (const make of [wilsonInterval, exactInterval]) {
      expectRefusal(() => make(3, 2), 'out-of-range', 'successes');
      expectRefusal(() => make(-1, 2), 'out-of-range', 'successes');
      expectRefusal(() => make(0.5, 2), 'invalid-type', 'successes');
      expectRefusal(() => make(0, 0), 'out-of-range', 'n');
      expectRefusal(() => make(Number.NaN, 2), 'not-finite', 'successes');
      expectRefusal(() => make(wrong('1'), 2), 'invalid-type', 'successes');
      expectRefusal(() => make(1, wrong(undefined)), 'missing-value', 'n');
      expectRefusal(() => make(1, 2, { confidence: 0 }), 'out-of-range', 'options.confidence');
      expectRefusal(() => make(1, 2, { confidence: 95 }), 'out-of-range', 'options.confidence');
      expectRefusal(() => make(1, 2, wrong(null)), 'missing-value', 'options');
    }
    expectRefusal(
      () => wilsonInterval(1, 2, { continuity: wrong('yes') }),
      'invalid-type',
      'options.continuity',
    );
  });
});

describe('exact intervals of very many cases', () => {
  it('have the quantiles of mpmath, up to the largest whole number', () => {
    for (const [k, n, tail, low, high] of large.exactInterval) {
      const interval = exactInterval(k!, n!, { confidence: 1 - 2 * tail! });
      expectClose(interval.low * n!, low! * n!, 1e-12);
      expectClose(interval.high * n!, high! * n!, 1e-12);
    }
    for (const [k, tail, low, high] of large.poissonInterval) {
      const interval = poissonInterval(k!, { confidence: 1 - 2 * tail! });
      expectClose(interval.low, low!, 1e-12);
      expectClose(interval.high, high!, 1e-12);
    }
  });

  it('serve the ratio of two rates', () => {
    // One of 10¹² + 1 events against 10¹²: the odds of exactInterval(1, 10¹² + 1), which SciPy has (beta.isf(0.025, 2, 1e12)) as 5.5716433909206e-12.
    const test = rateRatioTest({ events: 1, exposure: 1e12 }, { events: 1e12, exposure: 1e12 });
    if (test.status !== 'tested' || test.ratio.status !== 'estimated') throw new Error('estimated');
    expectClose(test.ratio.interval.high * 1e12, 5.5716433909206, 1e-10);
  });
});

describe('newcombeDifference', () => {
  it("reproduces Newcombe's table II, method 10, and R", () => {
    for (const { a, m, b, n, published_method10: paper, R } of published.difference) {
      const result = newcombeDifference({ successes: a, n: m }, { successes: b, n });
      expect(Math.abs(result.low - paper[0]!)).toBeLessThanOrEqual(5.0001e-5);
      expect(Math.abs(result.high - paper[1]!)).toBeLessThanOrEqual(5.0001e-5);
      expectClose(result.low, R[0]!);
      expectClose(result.high, R[1]!);
      expect(result.difference).toBe(a / m - b / n);
      expect(result.method).toBe('newcombe-10');
    }
  });

  it('agrees with statsmodels', () => {
    for (const { first, second, newcombe } of oracle.two) {
      for (const [confidence, bounds] of Object.entries(newcombe)) {
        const result = newcombeDifference(first, second, { confidence: Number(confidence) });
        expectClose(result.low, bounds[0]!);
        expectClose(result.high, bounds[1]!);
      }
    }
  });

  it('refuses what is no count, with its path', () => {
    const good = { successes: 1, n: 2 };
    const call = (first: unknown, second: unknown) => () =>
      newcombeDifference(wrong(first), wrong(second));
    expectRefusal(call(good, { successes: 3, n: 2 }), 'out-of-range', 'second.successes');
    expectRefusal(call({ successes: 1 }, good), 'missing-value', 'first.n');
    expectRefusal(call(null, good), 'missing-value', 'first');
    expectRefusal(call([1, 2], good), 'invalid-type', 'first');
    expectRefusal(call(good, { successes: 0, n: 0 }), 'out-of-range', 'second.n');
  });
});

describe('twoProportionTest', () => {
  it('agrees with statsmodels', () => {
    for (const { first, second, statistic, pValue } of oracle.two) {
      const test = twoProportionTest(first, second);
      if (test.status !== 'tested') throw new Error('expected a test');
      expectClose(test.statistic, statistic);
      expectClose(test.pValue, pValue, 1e-9);
    }
  });

  it('is the square root of the χ² that Fleiss gives for two of his four groups', () => {
    const { x, n } = published.fleiss;
    const test = twoProportionTest({ successes: x[0]!, n: n[0]! }, { successes: x[3]!, n: n[3]! });
    if (test.status !== 'tested') throw new Error('expected a test');
    // χ² of the 2 × 2 table by N(ad − bc)²/(r₁ r₂ c₁ c₂): 168·(83·12 − 3·70)²/(86·82·153·15).
    const chiSquare = (168 * (83 * 12 - 3 * 70) ** 2) / (86 * 82 * 153 * 15);
    expectClose(test.statistic * test.statistic, chiSquare);
  });

  it('has nothing to test where all came out alike', () => {
    expect(twoProportionTest({ successes: 5, n: 5 }, { successes: 9, n: 9 })).toEqual({
      status: 'no-variation',
      difference: 0,
      pooled: 1,
    });
    expect(twoProportionTest({ successes: 0, n: 5 }, { successes: 0, n: 9 }).status).toBe(
      'no-variation',
    );
  });

  it('names the smallest expected count', () => {
    // Pooled 4/8; four cases each, so two expected in every cell.
    expect(twoProportionTest({ successes: 3, n: 4 }, { successes: 1, n: 4 })).toMatchObject({
      smallestExpected: 2,
    });
  });

  it('refuses what is no count', () => {
    const good = { successes: 1, n: 2 };
    expectRefusal(() => twoProportionTest(good, wrong(undefined)), 'missing-value', 'second');
    expectRefusal(
      () => twoProportionTest({ successes: Number.NaN, n: 2 }, good),
      'not-finite',
      'first.successes',
    );
  });
});

describe('cohensH', () => {
  it('agrees with statsmodels', () => {
    for (const { first, second, cohensH: expected } of oracle.two) {
      const found = cohensH(first.successes / first.n, second.successes / second.n);
      expectClose(found, expected, 1e-13);
    }
  });

  it('is π from 0 to 1, π/2 from 0 to a half', () => {
    expectClose(cohensH(1, 0), Math.PI, 1e-15);
    expectClose(cohensH(0.5, 0), Math.PI / 2, 1e-15);
    expect(Object.is(cohensH(0.3, 0.3), 0)).toBe(true);
  });

  it('refuses what is no proportion', () => {
    expectRefusal(() => cohensH(1.1, 0), 'out-of-range', 'first');
    expectRefusal(() => cohensH(0, Number.NaN), 'not-finite', 'second');
  });
});
