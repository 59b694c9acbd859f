import { describe, expect, it } from 'vitest';
import {
  compileMeanVariance,
  criticalLine,
  meanVarianceWeights,
} from '../../../src/allocation/index.js';
import { expectRefusal } from '../../refusal.js';

describe('a matrix that is no covariance', () => {
  // (1, −1, 1) has the variance 0.04 + 0.05 + 0.01 − 2 · 0.06 = −0.02.
  const compiled = compileMeanVariance({
    expectedReturn: Float64Array.of(0.05, 0.05, 0.04),
    covariance: Float64Array.of(0.04, 0.06, 0, 0.06, 0.05, 0, 0, 0, 0.01),
    lower: new Float64Array(3).fill(-1),
  });

  it('is refused where a variance below zero comes to light', () => {
    const expected = ['not-positive-definite', 'arrays.covariance'] as const;
    expectRefusal(() => criticalLine(compiled), ...expected);
    expectRefusal(() => meanVarianceWeights(compiled, { riskTolerance: 0.1 }), ...expected);
    expectRefusal(() => meanVarianceWeights(compiled, { riskTolerance: 0 }), ...expected);
  });

  it('may be used where it makes no difference', () => {
    const longOnly = compileMeanVariance({
      expectedReturn: Float64Array.of(0.05, 0.05, 0.04),
      covariance: Float64Array.of(0.04, 0.06, 0, 0.06, 0.05, 0, 0, 0, 0.01),
    });
    expect(meanVarianceWeights(longOnly, { riskTolerance: 0 }).status).toBe('optimal');
  });
});
