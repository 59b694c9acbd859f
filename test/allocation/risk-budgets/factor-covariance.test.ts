import { describe, expect, it } from 'vitest';
import {
  diversificationFigures,
  equalWeight,
  hierarchicalRiskParity,
  inverseVariance,
  inverseVolatility,
  riskParity,
} from '../../../src/allocation/index.js';
import { expectRefusal, wrong } from '../support.js';

const assets = ['A', 'B', 'C'];
// B·F·B' + D with F = 0.25: one factor, in numbers that doubles hold exactly.
const byFactors = {
  loadings: [[1], [0.5], [-0.25]],
  factorCovariance: [[0.25]],
  specificVariance: [0.25, 0.0625, 0.5],
};
const full = [
  [0.5, 0.125, -0.0625],
  [0.125, 0.125, -0.03125],
  [-0.0625, -0.03125, 0.515625],
];

describe('a covariance by factors', () => {
  it.each([
    ['riskParity', riskParity],
    ['hierarchicalRiskParity', hierarchicalRiskParity],
    ['equalWeight', equalWeight],
    ['inverseVolatility', inverseVolatility],
    ['inverseVariance', inverseVariance],
    [
      'diversificationFigures',
      (risks: Parameters<typeof equalWeight>[0]) =>
        diversificationFigures({ A: 0.5, B: 0.25, C: 0.25 }, risks),
    ],
  ] as const)('gives what the full one gives in %s', (_, method) => {
    expect(method({ assets, covariance: byFactors })).toEqual(method({ assets, covariance: full }));
  });

  it('is checked', () => {
    const act = (change: object) => () =>
      riskParity(wrong({ assets, covariance: { ...byFactors, ...change } }));
    const path = 'problem.covariance';
    expectRefusal(act({ loadings: [[1]] }), 'length-mismatch', `${path}.loadings`);
    expectRefusal(
      act({ factorCovariance: [[-1]] }),
      'out-of-range',
      `${path}.factorCovariance[0][0]`,
    );
    expectRefusal(act({ specificVariance: [1, 1, 1e13] }), 'out-of-range', path);
  });
});
