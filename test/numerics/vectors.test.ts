import { describe, expect, it } from 'vitest';
import { inner, largestAt, largestSize, multiply } from '../../src/numerics/index.js';

describe('vectors', () => {
  it('are multiplied entry by entry, from the first to the last', () => {
    // 1·4 − 2·5 + 3·6
    expect(inner(Float64Array.of(1, -2, 3), Float64Array.of(4, 5, 6))).toBe(12);
    // In this order 1 is lost in 1e16 before −1e16 comes; any other order would keep it.
    expect(inner(Float64Array.of(1e16, 1, -1e16), Float64Array.of(1, 1, 1))).toBe(0);
    expect(inner(new Float64Array(0), new Float64Array(0))).toBe(0);
  });

  it('are multiplied by a matrix row by row', () => {
    const matrix = Float64Array.of(1, 2, 0, 0, 1, -1, 3, 0, 2);
    // 1·1 + 2·2, 2 − 3, 3·1 + 2·3
    expect([...multiply(matrix, Float64Array.of(1, 2, 3))]).toEqual([5, -1, 9]);
  });

  it('have a largest entry by size, the first of equal ones', () => {
    const vector = Float64Array.of(1, -4, 4, 2);
    expect([largestSize(vector), largestAt(vector)]).toEqual([4, 1]);
    expect([largestSize(new Float64Array(0)), largestAt(new Float64Array(3))]).toEqual([0, 0]);
  });
});
