import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jamesSteinMeans, jamesSteinReturns, meanReturns } from '../../src/market/index.js';
import means from '../fixtures/market/means.json' with { type: 'json' };
import { annualReturns, expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

/** n × n with one number on the diagonal and zeros elsewhere. */
const diagonal = (n: number, value: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? value : 0)));

const fourAssets = annualReturns()
  .returns.slice(-20)
  .map((row) => row.slice(0, 4));

describe('jamesSteinMeans', () => {
  const { hits, atBats, variance, factor, printed } = means.baseball;
  const averages = hits.map((hit) => hit / atBats);

  it('draws batting averages together as Efron and Morris do (1977)', () => {
    const options = { target: 'grand-mean' } as const;
    const { shrinkage, target, expectedReturn } = jamesSteinMeans(
      averages,
      diagonal(18, variance),
      options,
    );
    expectAllClose(1 - shrinkage, factor);
    expect((1 - shrinkage).toFixed(3)).toBe(String(printed.factor));
    expect(target[0]?.toFixed(3)).toBe(String(printed.grandMean));
    // Clemente: 0.265432 + 0.211653 · (0.4 − 0.265432) = 0.293914, of 0.346 over the season.
    expectAllClose(expectedReturn[0], 0.293914, 2e-6);
  });

  it('takes one dimension less off where the target is given', () => {
    // 2 · 0.01 / (0.1² + 0.2² + 0² + 0.1²) = 1/3 with k − 2 = 2 at a target of 0.
    const options = { target: 0 };
    const { shrinkage } = jamesSteinMeans([0.1, 0.2, 0, 0.1], diagonal(4, 0.01), options);
    expectAllClose(shrinkage, 1 / 3);
  });

  it('never goes beyond the target, and stays at means that are there already', () => {
    const close = jamesSteinMeans([0.1, 0.101, 0.1, 0.1], diagonal(4, 0.01), { target: 0.1 });
    expect(close).toMatchObject({ shrinkage: 1, expectedReturn: [0.1, 0.1, 0.1, 0.1] });
    const there = jamesSteinMeans([0.1, 0.1, 0.1, 0.1], diagonal(4, 0.01), {
      target: 'grand-mean',
    });
    expect(there.expectedReturn).toEqual([0.1, 0.1, 0.1, 0.1]);
  });

  it('shrinks nothing where too few means leave no freedom for it', () => {
    expect(jamesSteinMeans([0.1, 0.2], diagonal(2, 1), { target: 0 }).shrinkage).toBe(0);
    const three = { target: 'grand-mean' } as const;
    expect(jamesSteinMeans([0.1, 0.2, 0.3], diagonal(3, 1), three).shrinkage).toBe(0);
  });

  it('weighs by the errors where they differ', () => {
    // Target 'minimum-variance': weights 1/V, (0.04/1 + 0.1/4 + 0.2/1 + 0.1/4) / 2.5 = 0.116.
    const errors = [1, 4, 1, 4].map((v, i) => diagonal(4, v)[i] as number[]);
    const options = { target: 'minimum-variance' } as const;
    expectAllClose(jamesSteinMeans([0.04, 0.1, 0.2, 0.1], errors, options).target[3], 0.116);
    const each = jamesSteinMeans([0.04, 0.1, 0.2, 0.1], errors, { target: [0, 0.1, 0.2, 0.1] });
    // Only the first is off its target: 2 / (0.04² / 1) is far above 1.
    expect(each.expectedReturn).toEqual([0, 0.1, 0.2, 0.1]);
  });

  it('names the fault', () => {
    const act = (m: unknown, v: unknown, o: unknown) => () =>
      jamesSteinMeans(wrong(m), wrong(v), wrong(o));
    const errors = diagonal(3, 1);
    const target = { target: 0 };
    expectRefusal(act(null, errors, target), 'missing-value', 'means');
    expectRefusal(act([], [], target), 'empty', 'means');
    expectRefusal(act([0.1, Number.NaN, 0], errors, target), 'not-finite', 'means[1]');
    expectRefusal(act([0.1, '0.2', 0], errors, target), 'invalid-type', 'means[1]');
    expectRefusal(act([0.1, 0.2], errors, target), 'length-mismatch', 'errorCovariance');
    expectRefusal(
      act([0.1, 0.2], diagonal(2, 0), target),
      'not-positive-definite',
      'errorCovariance',
    );
    expectRefusal(act([0.1, 0.2, 0.3], errors, undefined), 'missing-value', 'options');
    expectRefusal(act([0.1, 0.2, 0.3], errors, {}), 'missing-value', 'options.target');
    expectRefusal(
      act([0.1, 0.2, 0.3], errors, { target: 'zero' }),
      'unknown-value',
      'options.target',
    );
    expectRefusal(
      act([0.1, 0.2, 0.3], errors, { target: [0] }),
      'length-mismatch',
      'options.target',
    );
    expectRefusal(
      act([0.1, 0.2, 0.3], errors, { target: [0, Number.NaN, 0] }),
      'not-finite',
      'options.target[1]',
    );
    expectRefusal(act([0.1, 0.2, 0.3], errors, { target: true }), 'invalid-type', 'options.target');
  });
});

describe('jamesSteinReturns', () => {
  it.each(['grand-mean', 'minimum-variance', '0.05'] as const)(
    'agrees with 60-digit arithmetic on twenty years of four series, target %s',
    (name) => {
      const target = name === '0.05' ? 0.05 : name;
      const { expectedReturn, shrinkage } = jamesSteinReturns(fourAssets, { target });
      expectAllClose(shrinkage, means.jamesStein[name].shrinkage, 1e-11);
      expectAllClose(expectedReturn, means.jamesStein[name].expectedReturn, 1e-12);
    },
  );

  it('annualises means and target, and takes a given target as annual', () => {
    const monthly = fourAssets.map((row) => row.map((value) => value / 12));
    const options = { target: 0.05, periodsPerYear: 12 };
    const shrunk = jamesSteinReturns(monthly, options);
    expectAllClose(shrunk.expectedReturn, means.jamesStein['0.05'].expectedReturn, 1e-11);
    expectAllClose(shrunk.target, [0.05, 0.05, 0.05, 0.05]);
  });

  it('lies between means and target, whatever the order of rows, and leaves the rows alone', () => {
    // Twenty years of four series, each return off by up to 0.05.
    const off = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 80, maxLength: 80 });
    fc.assert(
      fc.property(off, (noise) => {
        const returns = Object.freeze(
          fourAssets.map((row, i) =>
            Object.freeze(row.map((value, j) => value + (noise[4 * i + j] as number) / 10_000)),
          ),
        );
        const options = { target: 'grand-mean' } as const;
        const shrunk = jamesSteinReturns(returns, options);
        expect(isDeeplyFrozen(shrunk)).toBe(true);
        expect(shrunk.shrinkage).toBeGreaterThanOrEqual(0);
        expect(shrunk.shrinkage).toBeLessThanOrEqual(1);
        const plain = meanReturns(returns);
        shrunk.expectedReturn.forEach((value, i) => {
          const [low, high] = [plain[i]!, shrunk.target[i]!].sort((a, b) => a - b);
          expect(value).toBeGreaterThanOrEqual(low! - 1e-15);
          expect(value).toBeLessThanOrEqual(high! + 1e-15);
        });
        const reversed = jamesSteinReturns([...returns].reverse(), options);
        expectAllClose(reversed.expectedReturn, shrunk.expectedReturn, 1e-9);
      }),
    );
  });

  it('names the fault', () => {
    const act = (r: unknown, o: unknown) => () => jamesSteinReturns(wrong(r), wrong(o));
    const target = { target: 0 };
    expectRefusal(act(null, target), 'missing-value', 'returns');
    expectRefusal(act(fourAssets.slice(0, 4), target), 'length-mismatch', 'returns');
    expectRefusal(act(fourAssets, {}), 'missing-value', 'options.target');
    expectRefusal(
      act(fourAssets, { ...target, periodsPerYear: 0 }),
      'out-of-range',
      'options.periodsPerYear',
    );
    const doubled = fourAssets.map(([first]) => [first, 2 * (first as number)]);
    expectRefusal(act(doubled, target), 'not-positive-definite', 'returns');
  });
});
