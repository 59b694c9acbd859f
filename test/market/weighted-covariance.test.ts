import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  ewmaCovariance,
  ewmaMeans,
  exponentialWeights,
  meanReturns,
  sampleCovariance,
  updateEwmaCovariance,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/ewma.json' with { type: 'json' };
import {
  annualReturns,
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const { returns } = annualReturns();
const DECAYS = { 'decay 0.94': { decay: 0.94 }, 'half-life 10': { halfLife: 10 } } as const;
const cases = fixture.cases.map((one) => ({
  ...one,
  decay: DECAYS[one.name as keyof typeof DECAYS],
}));

describe('exponential weights', () => {
  it.each(cases)('are those of NumPy, with Kish’s sample size: $name', (one) => {
    const found = exponentialWeights(returns.length, one.decay);
    expectAllClose(found.weights, one.weights, 1e-12);
    expectAllClose(found.effectiveSampleSize, one.effectiveSampleSize, 1e-13);
  });

  it('halve after a half-life', () => {
    const { weights } = exponentialWeights(8, { halfLife: 7 });
    expectAllClose(weights[0]! / weights[7]!, 0.5, 1e-14);
  });

  it('are worth (1 + λ)/(1 − λ) rows in a long history, by the sum of the geometric series', () => {
    const { effectiveSampleSize } = exponentialWeights(5000, { decay: 0.94 });
    expectAllClose(effectiveSampleSize, 1.94 / 0.06, 1e-12);
  });

  it('give a single row everything', () => {
    expect(exponentialWeights(1, { decay: 0.5 })).toEqual({
      weights: [1],
      decay: 0.5,
      effectiveSampleSize: 1,
    });
  });

  it('refuse what is no decay', () => {
    const act = (options: unknown, rows: unknown = 5) => {
      return () => exponentialWeights(wrong(rows), wrong(options));
    };
    expectRefusal(act({}), 'missing-value', 'options.decay');
    expectRefusal(act({ decay: 1 }), 'out-of-range', 'options.decay');
    expectRefusal(act({ decay: 0 }), 'out-of-range', 'options.decay');
    expectRefusal(act({ decay: Number.NaN }), 'not-finite', 'options.decay');
    expectRefusal(act({ decay: '0.9' }), 'invalid-type', 'options.decay');
    expectRefusal(act({ halfLife: 0 }), 'out-of-range', 'options.halfLife');
    expectRefusal(act({ halfLife: 3, decay: 0.9 }), 'inconsistent', 'options.halfLife');
    expectRefusal(act(null), 'missing-value', 'options');
    expectRefusal(act({ decay: 0.9 }, 0), 'out-of-range', 'rows');
    expectRefusal(act({ decay: 0.9 }, 2.5), 'invalid-type', 'rows');
  });
});

describe('ewmaMeans and ewmaCovariance', () => {
  it.each(cases)('agree with pandas on 98 years of eight series: $name', (one) => {
    expectAllClose(ewmaMeans(returns, one.decay), one.means, 1e-12);
    const corrected = ewmaCovariance(returns, one.decay);
    expectAllClose(corrected.covariance, one.corrected, 1e-12);
    expectAllClose(corrected.means, one.means, 1e-12);
    expectAllClose(corrected.effectiveSampleSize, one.effectiveSampleSize, 1e-13);
    const kept = ewmaCovariance(returns, { ...one.decay, bias: 'kept' });
    expectAllClose(kept.covariance, one.kept, 1e-12);
    const zero = ewmaCovariance(returns, { ...one.decay, mean: 'zero' });
    expectAllClose(zero.covariance, one.zero, 1e-12);
  });

  it('multiply by the rows per year', () => {
    const yearly = ewmaCovariance(returns, { decay: 0.9, periodsPerYear: 12 });
    const once = ewmaCovariance(returns, { decay: 0.9 });
    expectAllClose(
      yearly.covariance,
      once.covariance.map((row) => row.map((value) => value * 12)),
      1e-14,
    );
    expectAllClose(
      yearly.means,
      once.means.map((mean) => mean * 12),
      1e-14,
    );
    expect(ewmaMeans(returns, { decay: 0.9, periodsPerYear: 12 })).toEqual(yearly.means);
  });

  it('come close to the sample’s when weights hardly fade', () => {
    const options = { halfLife: 1_000_000 };
    expectAllClose(ewmaMeans(returns, options), meanReturns(returns), 1e-4);
    expectAllClose(ewmaCovariance(returns, options).covariance, sampleCovariance(returns), 1e-4);
  });

  it('have no trouble with weights of which one is nearly all', () => {
    // Two rows, whatever the weights: d²/2 as for any unbiased covariance of two, here 0.2²/2.
    const { covariance } = ewmaCovariance([[0.1], [0.3]], { decay: 0.001 });
    expectAllClose(covariance, [[0.02]], 1e-12);
  });

  it('find no risk in returns that are always the same', () => {
    const still = Array.from({ length: 7 }, () => [0.1, -0]);
    const result = ewmaCovariance(still, { decay: 0.7 });
    expect(result.covariance).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(result.means).toEqual([0.1, 0]);
    expect(hasNegativeZero(result)).toBe(false);
  });

  it('freeze their results and leave the rows alone', () => {
    const frozen = Object.freeze(returns.map((row) => Object.freeze([...row])));
    expect(isDeeplyFrozen(ewmaCovariance(frozen, { decay: 0.94 }))).toBe(true);
    expect(isDeeplyFrozen(ewmaMeans(frozen, { decay: 0.94 }))).toBe(true);
    expect(isDeeplyFrozen(exponentialWeights(3, { decay: 0.94 }))).toBe(true);
  });

  it('refuse gaps and options that contradict one another', () => {
    const act = (rows: unknown, options: unknown = { decay: 0.9 }) => {
      return () => ewmaCovariance(wrong(rows), wrong(options));
    };
    expectRefusal(act([[0.1], [null]]), 'missing-value', 'returns[1][0]');
    expectRefusal(act([[0.1], [Number.NaN]]), 'not-finite', 'returns[1][0]');
    expectRefusal(act([[0.1]]), 'length-mismatch', 'returns');
    expectRefusal(act([]), 'empty', 'returns');
    const rows = [[0.1], [0.2]];
    expectRefusal(act(rows, {}), 'missing-value', 'options.decay');
    expectRefusal(act(rows, { decay: 0.9, mean: 'none' }), 'unknown-value', 'options.mean');
    expectRefusal(act(rows, { decay: 0.9, bias: true }), 'invalid-type', 'options.bias');
    const both = { decay: 0.9, mean: 'zero', bias: 'kept' };
    expectRefusal(act(rows, both), 'inconsistent', 'options.bias');
    const act2 = () => ewmaMeans([[0.1]], wrong({ decay: 0.9, periodsPerYear: 0 }));
    expectRefusal(act2, 'out-of-range', 'options.periodsPerYear');
    expect(ewmaCovariance([[0.1]], { decay: 0.9, mean: 'zero' }).effectiveSampleSize).toBe(1);
  });
});

describe('updateEwmaCovariance', () => {
  const first = returns[0]!;
  const start = first.map((a) => first.map((b) => a * b));

  it.each(cases)('is the recursion of pandas without adjustment: $name', (one) => {
    const { decay } = exponentialWeights(1, one.decay);
    const found = updateEwmaCovariance(start, returns.slice(1), { decay });
    expectAllClose(found, one.recursive, 1e-12);
  });

  it('gives the same row by row as all at once', () => {
    const whole = updateEwmaCovariance(start, returns.slice(1), { decay: 0.94 });
    const folded = returns
      .slice(1)
      .reduce(
        (before, row) => updateEwmaCovariance(before, [row], { decay: 0.94 }),
        start as readonly (readonly number[])[],
      );
    expect(folded).toEqual(whole);
    expect(isDeeplyFrozen(whole)).toBe(true);
  });

  it('refuses a start that is no covariance of these assets', () => {
    const act = (covariance: unknown) => () =>
      updateEwmaCovariance(wrong(covariance), [[0.1, 0.2]], { decay: 0.9 });
    expectRefusal(act([[1]]), 'length-mismatch', 'covariance');
    const indefinite = [
      [1, 2],
      [2, 1],
    ];
    expectRefusal(act(indefinite), 'not-positive-definite', 'covariance');
    expectRefusal(act(null), 'missing-value', 'covariance');
  });
});

describe('exponentially weighted covariances', () => {
  const change = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10_000);
  const panel = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 12 }))
    .chain(([assets, rows]) =>
      fc.array(fc.array(change, { minLength: assets, maxLength: assets }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const decay = fc.double({ min: 0.3, max: 0.999, noNaN: true });

  it('are always covariances, exactly symmetric', () => {
    fc.assert(
      fc.property(panel, decay, (rows, lambda) => {
        for (const mean of ['zero', 'weighted'] as const) {
          const { covariance } = ewmaCovariance(rows, { decay: lambda, mean });
          const checked = [...checkCovariance(covariance, 'S', covariance.length)];
          expect(checked).toEqual(covariance.flat());
        }
      }),
    );
  });

  it('follow the assets when those change places', () => {
    fc.assert(
      fc.property(panel, decay, (rows, lambda) => {
        const reversed = rows.map((row) => [...row].reverse());
        const { covariance } = ewmaCovariance(reversed, { decay: lambda });
        const back = [...covariance].reverse().map((row) => [...row].reverse());
        expect(back).toEqual(ewmaCovariance(rows, { decay: lambda }).covariance);
      }),
    );
  });
});
