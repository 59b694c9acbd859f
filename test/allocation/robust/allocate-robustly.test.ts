import { describe, expect, it } from 'vitest';
import { allocate, allocateRobustly } from '../../../src/allocation/index.js';
import { expectNear } from '../support.js';
import { problemOf, robustCases, solved } from './cases.js';

describe('allocateRobustly against solutions to 40 digits', () => {
  it.each(robustCases)('has the weights of $name', (one) => {
    const result = solved(problemOf(one));
    expectNear(Object.values(result.weights), one.weights, 1e-11);
    const { primal, stationarity, complementarity, ridge } = result.certificate;
    console.log(
      one.name,
      stationarity,
      complementarity,
      result.certificate.iterations,
      Math.max(...one.weights.map((w, i) => Math.abs(w - Object.values(result.weights)[i]!))),
      Math.max(...one.conic.map((w, i) => Math.abs(w - Object.values(result.weights)[i]!))),
    );
    expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-12);
    expect(ridge).toBe(0);
  });
});
