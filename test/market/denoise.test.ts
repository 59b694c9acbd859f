import { describe, expect, it } from 'vitest';
import { denoiseCovariance } from '../../src/market/index.js';
import fixture from '../fixtures/market/denoise.json' with { type: 'json' };
import { expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

describe.each(fixture.cases)('denoising of $name', (expected) => {
  const { given, observations, noiseVarianceGiven } = expected;
  const options = noiseVarianceGiven === null ? {} : { noiseVariance: noiseVarianceGiven };

  it('finds the signals and replaces the noise as the book’s snippets do', () => {
    const found = denoiseCovariance(given, { observations, ...options });
    expect(found.signals).toBe(expected.signals);
    expectAllClose(found.upperEdge, expected.upperEdge, 1e-12);
    expectAllClose(found.noiseVariance, expected.noiseVariance, 1e-12);
    expectAllClose(found.eigenvalues, expected.eigenvalues, 1e-12);
    expectAllClose(found.covariance, expected.constantResidual, 1e-12);
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('shrinks the noise alone as the book’s snippets do', () => {
    const method = 'targeted-shrinkage';
    for (const { alpha, covariance } of expected.targetedShrinkage) {
      const found = denoiseCovariance(given, { observations, method, alpha, ...options });
      expectAllClose(found.covariance, covariance, 1e-12);
    }
  });
});

describe('denoising', () => {
  const correlated = [
    [4, 1],
    [1, 1],
  ];

  it('leaves variances alone when it finds nothing but noise', () => {
    // Correlation 1/2: eigenvalues 1.5 and 0.5, below (1 + √(2/8))² = 2.25.
    const found = denoiseCovariance(correlated, { observations: 8 });
    expect(found).toMatchObject({ signals: 0, upperEdge: 2.25, noiseVariance: 1 });
    expectAllClose(found.eigenvalues, [1.5, 0.5], 1e-15);
    expect(found.covariance).toEqual([
      [4, 0],
      [0, 1],
    ]);
  });

  it('leaves everything alone when nothing is noise', () => {
    const found = denoiseCovariance(correlated, { observations: 8, noiseVariance: 0.1 });
    expect(found.signals).toBe(2);
    expectAllClose(found.covariance, correlated, 1e-14);
  });

  it('calls no eigenvalue a signal that only rounding parts from 0', () => {
    // Perfectly correlated: eigenvalues 3, 0, 0. The market leaves no variance to the noise.
    const found = denoiseCovariance(new Array(3).fill([0.04, 0.04, 0.04]), { observations: 1000 });
    expect(found.signals).toBe(1);
    expectAllClose(found.noiseVariance, 0, 1e-13);
    expectAllClose(found.covariance, new Array(9).fill(0.04), 1e-13);
  });

  it('keeps an asset without variance', () => {
    const cash = [
      [0, 0],
      [0, 0.04],
    ];
    expectAllClose(denoiseCovariance(cash, { observations: 10 }).covariance, cash, 1e-14);
  });

  it('counts no asset without variance among the n', () => {
    const options = { observations: 48 };
    const without = denoiseCovariance(
      [
        [4, 1, 1],
        [1, 1, 0.5],
        [1, 0.5, 1],
      ],
      options,
    );
    const { covariance, ...rest } = denoiseCovariance(
      [
        [4, 0, 1, 1],
        [0, 0, 0, 0],
        [1, 0, 1, 0.5],
        [1, 0, 0.5, 1],
      ],
      options,
    );
    expect(covariance[1]).toEqual([0, 0, 0, 0]);
    const risky = covariance.filter((_, i) => i !== 1).map((row) => row.filter((_, j) => j !== 1));
    expect({ covariance: risky, ...rest }).toEqual(without);
    const none = denoiseCovariance(new Float64Array(4), options);
    expect(none).toMatchObject({
      covariance: [
        [0, 0],
        [0, 0],
      ],
      eigenvalues: [],
      signals: 0,
    });
  });

  it('names the fault', () => {
    const act = (covariance: unknown, options: unknown) => () =>
      denoiseCovariance(wrong(covariance), wrong(options));
    expectRefusal(act(correlated, undefined), 'missing-value', 'options');
    expectRefusal(act(correlated, {}), 'missing-value', 'options.observations');
    expectRefusal(act(correlated, { observations: 0 }), 'out-of-range', 'options.observations');
    expectRefusal(act(correlated, { observations: '9' }), 'invalid-type', 'options.observations');
    const rest = { observations: 9 };
    expectRefusal(act(correlated, { ...rest, method: 'x' }), 'unknown-value', 'options.method');
    expectRefusal(act(correlated, { ...rest, alpha: 0.5 }), 'inconsistent', 'options.alpha');
    const targeted = { ...rest, method: 'targeted-shrinkage' };
    expectRefusal(act(correlated, { ...targeted, alpha: 2 }), 'out-of-range', 'options.alpha');
    for (const noiseVariance of [0, 1.1]) {
      const path = 'options.noiseVariance';
      expectRefusal(act(correlated, { ...rest, noiseVariance }), 'out-of-range', path);
    }
    expectRefusal(act(null, rest), 'missing-value', 'covariance');
    expectRefusal(act([], rest), 'empty', 'covariance');
    expectRefusal(act([[Number.NaN]], rest), 'not-finite', 'covariance[0][0]');
    const indefinite = [
      [1, 2],
      [2, 1],
    ];
    expectRefusal(act(indefinite, rest), 'not-positive-definite', 'covariance');
  });
});
