import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChiSquareTest,
  type Count,
  chiSquareTest,
  fisherExactTest,
  mcnemarTest,
  oddsRatio,
  proportionsTest,
  type RatioEstimate,
  riskRatio,
  twoProportionTest,
} from '../../../src/statistics/index.js';
import fixture from '../../fixtures/statistics/tables.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from '../support.js';

const count = (successes: number, n: number): Count => ({ successes, n });

/** Bounds of a ratio; an absent upper one is `null`. */
function boundsOf(ratio: RatioEstimate): readonly [number, number | null] {
  return ratio.status === 'estimated'
    ? [ratio.interval.low, ratio.interval.high]
    : [ratio.low, null];
}

/** All but the residuals, which stand where their cells stand. */
function figuresOf(test: ChiSquareTest): unknown {
  return test.status === 'tested' ? { ...test, residuals: undefined } : test;
}

describe('the χ² test of a table', () => {
  it('has the figures of SciPy and statsmodels', () => {
    for (const row of fixture.tables) {
      const test = chiSquareTest(row.rows);
      if (test.status !== 'tested') throw new Error('a test expected');
      expectClose(test.statistic, row.statistic, 1e-12);
      expect(test.degreesOfFreedom).toBe(row.degreesOfFreedom);
      expectClose(test.pValue, row.pValue, 1e-11);
      expectClose(test.smallestExpected, row.smallestExpected, 1e-12);
      expectClose(test.cramersV, row.cramersV, 1e-12);
      test.residuals.flat().forEach((residual, i) => {
        expectClose(residual, row.residuals.flat()[i]!, 1e-11);
      });
    }
    expect(fixture.tables).toHaveLength(3);
  });

  it('does not depend on the order of rows and columns, and leaves empty ones out', () => {
    const cells = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, (rows) => {
        fc.pre(rows.flat().some((cell) => cell > 0));
        const figures = figuresOf(chiSquareTest(rows));
        const turned = [...rows].reverse().map((row) => [...row].reverse());
        expect(figuresOf(chiSquareTest(turned))).toStrictEqual(figures);
        const padded = [...rows.map((row) => [...row, 0]), [0, 0, 0, 0]];
        expect(figuresOf(chiSquareTest(padded))).toStrictEqual(figures);
      }),
    );
  });

  it('says when there is one row or one column only', () => {
    expect(
      chiSquareTest([
        [3, 4],
        [0, 0],
      ]),
    ).toStrictEqual({ status: 'no-variation', n: 7 });
    expect(
      chiSquareTest([
        [3, 0],
        [4, 0],
      ]),
    ).toStrictEqual({ status: 'no-variation', n: 7 });
  });

  it('refuses what is no table', () => {
    expectRefusal(() => chiSquareTest([[1, 2]]), 'length-mismatch', 'table');
    expectRefusal(() => chiSquareTest([]), 'empty', 'table');
    expectRefusal(() => chiSquareTest([[1], [2]]), 'length-mismatch', 'table[0]');
    expectRefusal(() => chiSquareTest([[1, 2], [3]]), 'length-mismatch', 'table[1]');
    expectRefusal(
      () =>
        chiSquareTest([
          [1, 2],
          [3, -1],
        ]),
      'out-of-range',
      'table[1][1]',
    );
    expectRefusal(
      () =>
        chiSquareTest([
          [1, 2],
          [3, 0.5],
        ]),
      'invalid-type',
      'table[1][1]',
    );
    expectRefusal(
      () =>
        chiSquareTest([
          [0, 0],
          [0, 0],
        ]),
      'empty',
      'table',
    );
    expectRefusal(() => chiSquareTest([[1, 2], wrong(null)]), 'missing-value', 'table[1]');
  });
});

describe('the test of several proportions', () => {
  it("has Fleiss's smokers, as documented and by statsmodels", () => {
    const { groups, statistic, pValue } = fixture.smokers;
    const test = proportionsTest(groups.map(([successes, n]) => count(successes!, n!)));
    if (test.status !== 'tested') throw new Error('a test expected');
    // R, ?prop.test: X-squared = 12.6004, df = 3, p-value = 0.005585.
    expect(test.statistic).toBeCloseTo(12.6004, 4);
    expect(test.pValue).toBeCloseTo(0.005585, 6);
    expectClose(test.statistic, statistic, 1e-12);
    expectClose(test.pValue, pValue, 1e-11);
    expect(test.proportions).toStrictEqual([83 / 86, 90 / 93, 129 / 136, 70 / 82]);
    expect(test.pooled).toBe(372 / 397);
  });

  it('is the z test, squared, for two groups', () => {
    const [a, b] = [count(56, 70), count(48, 80)];
    const [many, two] = [proportionsTest([a, b]), twoProportionTest(a, b)];
    if (many.status !== 'tested' || two.status !== 'tested') throw new Error('tests expected');
    expectClose(many.statistic, two.statistic * two.statistic, 1e-12);
    expectClose(many.pValue, two.pValue, 1e-12);
    expectClose(many.smallestExpected, two.smallestExpected, 1e-12);
  });

  it('says when all cases are alike and refuses fewer than two groups', () => {
    expect(proportionsTest([count(0, 4), count(0, 9)])).toStrictEqual({
      status: 'no-variation',
      pooled: 0,
    });
    expect(proportionsTest([count(4, 4), count(9, 9)])).toStrictEqual({
      status: 'no-variation',
      pooled: 1,
    });
    expectRefusal(() => proportionsTest([count(1, 2)]), 'length-mismatch', 'groups');
    expectRefusal(
      () => proportionsTest([count(1, 2), count(3, 2)]),
      'out-of-range',
      'groups[1].successes',
    );
    expectRefusal(() => proportionsTest(wrong('x')), 'invalid-type', 'groups');
  });
});

describe("Fisher's exact test", () => {
  it('has the p-values of SciPy and the conditional estimates of mpmath', () => {
    for (const { first, second, confidence, fisher } of fixture.twoByTwo) {
      const test = fisherExactTest(first, second, { confidence });
      if (test.status !== 'tested') throw new Error('a test expected');
      expectClose(test.pValue, fisher.pValue, 1e-10);
      const [low, high] = boundsOf(test.oddsRatio);
      expectClose(low, fisher.low, 1e-10);
      if (fisher.high === null) expect(high).toBeNull();
      else expectClose(high!, fisher.high, 1e-10);
      if (fisher.estimate !== null && test.oddsRatio.status === 'estimated') {
        expectClose(test.oddsRatio.value, fisher.estimate, 1e-10);
      }
    }
    expect(fixture.twoByTwo).toHaveLength(9);
  });

  it("has Fisher's lady tasting tea", () => {
    // R, ?fisher.test, two-sided: (1 + 16 + 16 + 1)/70.
    const test = fisherExactTest(count(3, 4), count(1, 4));
    expect(test).toMatchObject({ status: 'tested', method: 'fisher-exact' });
    if (test.status === 'tested') expectClose(test.pValue, 34 / 70, 1e-14);
  });

  it('says when all cases are alike', () => {
    expect(fisherExactTest(count(0, 3), count(0, 5))).toStrictEqual({ status: 'no-variation' });
    expect(fisherExactTest(count(3, 3), count(5, 5))).toStrictEqual({ status: 'no-variation' });
  });

  it('takes ten million and a thousand million cases', () => {
    // R 4.2.2: fisher.test(matrix(c(5e6, 5e6, 4997000, 5003000), 2))$p.value
    const near = fisherExactTest(count(5e6, 1e7), count(4_997_000, 1e7));
    if (near.status === 'tested') expectClose(near.pValue, 0.179857591512897, 1e-11);
    // log(1.5) ± 1.959963985·√(2/5e8 + 1/4e8 + 1/6e8) = 0.405465108 ± 0.000177124
    const far = fisherExactTest(count(5e8, 1e9), count(4e8, 1e9));
    if (far.status !== 'tested') throw new Error('a test expected');
    const [low, high] = boundsOf(far.oddsRatio);
    expectClose(Math.log(low), 0.405465108 - 0.000177124, 1e-7);
    expectClose(Math.log(high!), 0.405465108 + 0.000177124, 1e-7);
    expect(far.pValue).toBeLessThan(1e-300);
    // All five in the second of two equal groups: 2/2⁵, to a part in 10⁸.
    const few = fisherExactTest(count(0, 1e9), count(5, 1e9));
    if (few.status === 'tested') expectClose(few.pValue, 0.0625, 1e-8);
  });

  it('refuses a group of more than a thousand million', () => {
    const refused = () => fisherExactTest(count(1, 4), count(1, 1e9 + 1));
    expectRefusal(refused, 'out-of-range', 'second.n');
  });

  it('refuses counts that are none', () => {
    expectRefusal(
      () => fisherExactTest(count(3, 2), count(1, 4)),
      'out-of-range',
      'first.successes',
    );
    expectRefusal(() => fisherExactTest(count(1, 2), wrong({})), 'missing-value', 'second.n');
  });
});

describe('ratios of odds and of proportions', () => {
  it('have the score intervals of statsmodels', () => {
    let compared = 0;
    for (const {
      first,
      second,
      confidence,
      oddsRatio: odds,
      riskRatio: risk,
    } of fixture.twoByTwo) {
      if (odds === undefined || risk === undefined) continue;
      compared += 1;
      for (const [ratio, expected] of [
        [oddsRatio(first, second, { confidence }), odds],
        [riskRatio(first, second, { confidence }), risk],
      ] as const) {
        if (ratio.status !== 'estimated') throw new Error('an estimate expected');
        expectClose(ratio.interval.low, expected[0]!, 1e-9);
        expectClose(ratio.interval.high, expected[1]!, 1e-9);
      }
    }
    expect(compared).toBe(6);
  });

  it("has Koopman's example", () => {
    // Koopman (1984), table 1: 36 of 40 against 16 of 80 gives 2.94 to 7.15.
    const ratio = riskRatio(count(36, 40), count(16, 80));
    if (ratio.status !== 'estimated') throw new Error('an estimate expected');
    expect(ratio.interval.low).toBeCloseTo(2.94, 2);
    expect(ratio.interval.high).toBeCloseTo(7.15, 2);
  });

  it('agree with the χ² test: 1 lies at the edge of the interval whose error is the p-value', () => {
    const cell = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const [first, second] = [count(a, a + b), count(c, c + d)];
        const test = twoProportionTest(first, second);
        fc.pre(test.status === 'tested' && test.pValue < 0.9 && test.pValue > 1e-6);
        if (test.status !== 'tested') return;
        const confidence = 1 - test.pValue;
        for (const ratio of [
          oddsRatio(first, second, { confidence }),
          riskRatio(first, second, { confidence }),
        ]) {
          if (ratio.status !== 'estimated') throw new Error('an estimate expected');
          const edge = ratio.value > 1 ? ratio.interval.low : ratio.interval.high;
          expect(edge).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it('contain their estimate and turn over with the groups', () => {
    const any = fc.tuple(fc.nat(40), fc.nat(40)).filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(any, any, ([a, b], [c, d]) => {
        const [first, second] = [count(a, a + b), count(c, c + d)];
        for (const make of [oddsRatio, riskRatio]) {
          const [ratio, turned] = [make(first, second), make(second, first)];
          if (ratio.status === 'no-variation' || turned.status === 'no-variation') {
            expect(turned.status).toBe(ratio.status);
            continue;
          }
          const [low, high] = boundsOf(ratio);
          if (ratio.status === 'estimated') {
            expect(low).toBeLessThanOrEqual(ratio.value * (1 + 1e-12));
            expect(high!).toBeGreaterThanOrEqual(ratio.value * (1 - 1e-12));
          }
          const [other] = boundsOf(turned);
          if (high === null) expect(other).toBe(0);
          else expectClose(other, 1 / high, 1e-12);
        }
      }),
    );
  });

  it('name what has no upper end or nothing to divide', () => {
    // All and none of 4: a ratio of at least m/(m·n…): the score test with z² rejects below n/(n + z²) for equal shares.
    const square = 1.959963984540054 * 1.959963984540054;
    const same = riskRatio(count(4, 4), count(4, 4));
    if (same.status !== 'estimated') throw new Error('an estimate expected');
    expectClose(same.interval.low, 4 / (4 + square), 1e-9);
    expectClose(same.interval.high, (4 + square) / 4, 1e-9);
    expect(riskRatio(count(2, 4), count(0, 4)).status).toBe('unbounded');
    expect(riskRatio(count(0, 4), count(0, 4))).toStrictEqual({ status: 'no-variation' });
    expect(oddsRatio(count(4, 4), count(3, 4)).status).toBe('unbounded');
    expect(oddsRatio(count(0, 4), count(3, 4))).toMatchObject({ status: 'estimated', value: 0 });
    expect(oddsRatio(count(4, 4), count(4, 4))).toStrictEqual({ status: 'no-variation' });
  });

  it('refuse counts that are none', () => {
    for (const make of [oddsRatio, riskRatio]) {
      expectRefusal(() => make(count(1, 0), count(1, 2)), 'out-of-range', 'first.n');
      expectRefusal(() => make(count(1, 2), wrong(7)), 'invalid-type', 'second');
      expectRefusal(
        () => make(count(1, 2), count(1, 2), { confidence: 2 }),
        'out-of-range',
        'options.confidence',
      );
    }
  });
});

describe("McNemar's test", () => {
  it('has the p-values of statsmodels and the interval of Bonett and Price', () => {
    for (const row of fixture.paired) {
      const { counts, confidence } = row;
      const exact = mcnemarTest(counts, { confidence });
      const mid = mcnemarTest(counts, { confidence, method: 'mid-p' });
      if (exact.status !== 'tested' || mid.status !== 'tested') throw new Error('tests expected');
      expectClose(exact.pValue, row.pValue, 1e-11);
      expectClose(mid.pValue, row.midP, 1e-11);
      expectClose(exact.interval.low, row.low, 1e-11);
      expectClose(exact.interval.high, row.high, 1e-11);
    }
    expect(fixture.paired).toHaveLength(4);
  });

  it('has the published example of airway responsiveness', () => {
    // Fagerland, Lydersen and Laake, Statistics in Medicine 33 (2014) 2850–2875: exact 0.070, mid-p 0.039, −0.508 to −0.013.
    const counts = { both: 1, firstOnly: 1, secondOnly: 7, neither: 12 };
    const test = mcnemarTest(counts);
    if (test.status !== 'tested') throw new Error('a test expected');
    expectClose(test.pValue, 18 / 256, 1e-13);
    expect(test.interval.low).toBeCloseTo(-0.508, 3);
    expect(test.interval.high).toBeCloseTo(-0.013, 3);
    expect(test.first).toBe(2 / 21);
    expect(test.second).toBe(8 / 21);
    expect(mcnemarTest(counts, { method: 'mid-p' })).toMatchObject({ method: 'mcnemar-mid-p' });
  });

  it('says when no case changed, and refuses what is no count', () => {
    const none = { both: 3, firstOnly: 0, secondOnly: 0, neither: 2 };
    expect(mcnemarTest(none)).toStrictEqual({ status: 'no-variation', n: 5, difference: 0 });
    expectRefusal(() => mcnemarTest({ ...none, both: -1 }), 'out-of-range', 'counts.both');
    expectRefusal(
      () => mcnemarTest({ ...none, neither: wrong(undefined) }),
      'missing-value',
      'counts.neither',
    );
    expectRefusal(
      () => mcnemarTest({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 }),
      'empty',
      'counts',
    );
    expectRefusal(
      () => mcnemarTest(none, { method: wrong('chi') }),
      'unknown-value',
      'options.method',
    );
  });
});
