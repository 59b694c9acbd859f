import { describe, expect, it } from 'vitest';
import {
  compileMeanVariance,
  createWorkspace,
  criticalLine,
  meanVarianceWeights,
} from '../../../src/allocation/index.js';
import { expectNear, expectRefusal, wrong } from '../support.js';

const MARKET = {
  expectedReturn: Float64Array.of(0.02, 0.06),
  covariance: Float64Array.of(0.01, 0, 0, 0.04),
};
const NAN = Number.NaN;
const ENDLESS = Number.POSITIVE_INFINITY;

describe('compileMeanVariance', () => {
  const act = (change: unknown) => () =>
    compileMeanVariance(wrong({ ...MARKET, ...(change as object) }));

  it('asks for arrays of the right type', () => {
    for (const arrays of [null, undefined]) {
      expectRefusal(() => compileMeanVariance(wrong(arrays)), 'missing-value', 'arrays');
    }
    expectRefusal(() => compileMeanVariance(wrong(3)), 'invalid-type', 'arrays');
    for (const value of [null, undefined, [0.02, 0.06], 'x', new Float32Array(2)]) {
      expectRefusal(act({ expectedReturn: value }), 'invalid-type', 'arrays.expectedReturn');
    }
    expectRefusal(act({ covariance: null }), 'missing-value', 'arrays.covariance');
    expectRefusal(act({ covariance: undefined }), 'missing-value', 'arrays.covariance');
    expectRefusal(act({ covariance: 'x' }), 'invalid-type', 'arrays.covariance');
    expectRefusal(act({ lower: null }), 'invalid-type', 'arrays.lower');
    expectRefusal(act({ lower: [0, 0] }), 'invalid-type', 'arrays.lower');
    expectRefusal(act({ upper: [1, 1] }), 'invalid-type', 'arrays.upper');
  });

  it('asks for at least one asset, and for as many entries of everything', () => {
    const none = { expectedReturn: new Float64Array(0), covariance: new Float64Array(0) };
    expectRefusal(act(none), 'empty', 'arrays.expectedReturn');
    expectRefusal(act({ covariance: new Float64Array(3) }), 'length-mismatch', 'arrays.covariance');
    expectRefusal(act({ lower: new Float64Array(1) }), 'length-mismatch', 'arrays.lower');
    expectRefusal(act({ upper: new Float64Array(3) }), 'length-mismatch', 'arrays.upper');
  });

  it('asks for finite numbers, and says where one is none', () => {
    for (const value of [NAN, ENDLESS, -ENDLESS]) {
      const bad = Float64Array.of(0.5, value);
      expectRefusal(act({ expectedReturn: bad }), 'not-finite', 'arrays.expectedReturn[1]');
      expectRefusal(act({ lower: bad }), 'not-finite', 'arrays.lower[1]');
      expectRefusal(act({ upper: bad }), 'not-finite', 'arrays.upper[1]');
      const matrix = Float64Array.of(0.01, 0, value, 0.04);
      expectRefusal(act({ covariance: matrix }), 'not-finite', 'arrays.covariance[2]');
    }
  });

  it('asks for a symmetric covariance without negative variances', () => {
    const lopsided = Float64Array.of(0.01, 0.001, 0, 0.04);
    expectRefusal(act({ covariance: lopsided }), 'not-symmetric', 'arrays.covariance[2]');
    const negative = Float64Array.of(0.01, 0, 0, -0.04);
    expectRefusal(act({ covariance: negative }), 'out-of-range', 'arrays.covariance[3]');
    // A difference of rounding is none.
    act({ covariance: Float64Array.of(0.01, 1e-15, 0, 0.04) })();
  });

  it('asks for bounds that do not cross', () => {
    const bounds = { lower: Float64Array.of(0, 0.6), upper: Float64Array.of(1, 0.5) };
    expectRefusal(act(bounds), 'inconsistent', 'arrays.lower[1]');
  });

  it('asks for factors that fit', () => {
    const factors = { loadings: Float64Array.of(0.1, 0.2), specificVariance: new Float64Array(2) };
    const withFactors = (change: object) => act({ covariance: { ...factors, ...change } });
    withFactors({})();
    const path = 'arrays.covariance';
    expectRefusal(withFactors({ loadings: null }), 'invalid-type', `${path}.loadings`);
    expectRefusal(
      withFactors({ loadings: new Float64Array(3) }),
      'length-mismatch',
      `${path}.loadings`,
    );
    expectRefusal(
      withFactors({ loadings: Float64Array.of(0.1, NAN) }),
      'not-finite',
      `${path}.loadings[1]`,
    );
    expectRefusal(
      withFactors({ specificVariance: Float64Array.of(0.1) }),
      'length-mismatch',
      `${path}.specificVariance`,
    );
    expectRefusal(
      withFactors({ specificVariance: Float64Array.of(0.1, -0.1) }),
      'out-of-range',
      `${path}.specificVariance[1]`,
    );
  });

  it('asks for rules that fit', () => {
    const rules = {
      matrix: Float64Array.of(1, 1),
      lower: Float64Array.of(1),
      upper: Float64Array.of(1),
    };
    const withRules = (change: object) => act({ rules: { ...rules, ...change } });
    withRules({ lower: Float64Array.of(-ENDLESS), upper: Float64Array.of(ENDLESS) })();
    expectRefusal(act({ rules: null }), 'missing-value', 'arrays.rules');
    expectRefusal(withRules({ matrix: [1, 1] }), 'invalid-type', 'arrays.rules.matrix');
    expectRefusal(withRules({ lower: [1] }), 'invalid-type', 'arrays.rules.lower');
    expectRefusal(withRules({ upper: undefined }), 'invalid-type', 'arrays.rules.upper');
    expectRefusal(
      withRules({ matrix: new Float64Array(3) }),
      'length-mismatch',
      'arrays.rules.matrix',
    );
    expectRefusal(
      withRules({ upper: new Float64Array(2) }),
      'length-mismatch',
      'arrays.rules.upper',
    );
    expectRefusal(
      withRules({ matrix: Float64Array.of(1, ENDLESS) }),
      'not-finite',
      'arrays.rules.matrix[1]',
    );
    expectRefusal(
      withRules({ lower: Float64Array.of(ENDLESS) }),
      'not-finite',
      'arrays.rules.lower[0]',
    );
    expectRefusal(
      withRules({ upper: Float64Array.of(-ENDLESS) }),
      'not-finite',
      'arrays.rules.upper[0]',
    );
    expectRefusal(
      withRules({ upper: Float64Array.of(NAN) }),
      'not-finite',
      'arrays.rules.upper[0]',
    );
    expectRefusal(
      withRules({ lower: Float64Array.of(2) }),
      'inconsistent',
      'arrays.rules.lower[0]',
    );
  });
});

describe('meanVarianceWeights and criticalLine', () => {
  const compiled = compileMeanVariance(MARKET);
  const act = (options: unknown) => () => meanVarianceWeights(compiled, wrong(options));

  it('ask for a compiled program', () => {
    for (const query of [
      (one: unknown) => meanVarianceWeights(wrong(one), { riskTolerance: 1 }),
      (one: unknown) => criticalLine(wrong(one)),
    ]) {
      expectRefusal(() => query(null), 'missing-value', 'compiled');
      expectRefusal(() => query('x'), 'invalid-type', 'compiled');
      expectRefusal(() => query(MARKET), 'missing-value', 'compiled.program');
    }
  });

  it('ask for a risk tolerance of at least 0', () => {
    expectRefusal(act(null), 'missing-value', 'options');
    expectRefusal(act({}), 'missing-value', 'options.riskTolerance');
    expectRefusal(act({ riskTolerance: '1' }), 'invalid-type', 'options.riskTolerance');
    expectRefusal(act({ riskTolerance: NAN }), 'not-finite', 'options.riskTolerance');
    expectRefusal(act({ riskTolerance: ENDLESS }), 'not-finite', 'options.riskTolerance');
    expectRefusal(act({ riskTolerance: -0.1 }), 'out-of-range', 'options.riskTolerance');
    // Least variance by hand: in proportion to 1/0.01 and 1/0.04.
    for (const riskTolerance of [0, -0]) {
      const least = meanVarianceWeights(compiled, { riskTolerance });
      expectNear(least.status === 'optimal' ? [...least.weights] : [], [0.8, 0.2], 1e-15);
    }
  });

  it('ask for other returns of the same size', () => {
    const path = 'options.expectedReturn';
    const other = (expectedReturn: unknown) => act({ riskTolerance: 1, expectedReturn });
    expectRefusal(other([0.1, 0.2]), 'invalid-type', path);
    expectRefusal(other(Float64Array.of(0.1)), 'length-mismatch', path);
    expectRefusal(other(Float64Array.of(0.1, NAN)), 'not-finite', `${path}[1]`);
  });

  it('refuse a covariance that turns out to be none', () => {
    // A correlation of −2: the variance of half and half is −0.005.
    const concave = compileMeanVariance({
      ...MARKET,
      covariance: Float64Array.of(0.01, -0.02, -0.02, 0.01),
    });
    const path = 'arrays.covariance';
    expectRefusal(() => criticalLine(concave), 'not-positive-definite', path);
    expectRefusal(
      () => meanVarianceWeights(concave, { riskTolerance: 0.1 }),
      'not-positive-definite',
      path,
    );
  });

  it('say when no weights meet the rules', () => {
    const none = compileMeanVariance({ ...MARKET, upper: Float64Array.of(0.4, 0.4) });
    expect(criticalLine(none)).toEqual({ status: 'infeasible' });
    expect(meanVarianceWeights(none, { riskTolerance: 1 })).toEqual({ status: 'infeasible' });
  });

  it('take no notice of a workspace that was used for another size', () => {
    const workspace = createWorkspace();
    const larger = compileMeanVariance({
      expectedReturn: Float64Array.of(0.01, 0.02, 0.03),
      covariance: Float64Array.of(0.04, 0, 0, 0, 0.04, 0, 0, 0, 0.04),
    });
    for (const program of [compiled, larger, compiled]) {
      expect(criticalLine(program, { workspace })).toEqual(criticalLine(program));
    }
  });
});
