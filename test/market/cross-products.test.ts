import { describe, expect, it } from 'vitest';
import { crossProducts } from '../../src/market/cross-products.js';
import { createRandom } from '../../src/numerics/index.js';

describe('crossProducts', () => {
  // Around the sizes of a block and of a group of four.
  it.each([1, 3, 4, 5, 15, 16, 17, 33, 50])('are the sums of products of %i columns', (size) => {
    const random = createRandom(size);
    const columns = Array.from({ length: size }, () =>
      Float64Array.from({ length: 7 }, () => Math.round(random.uniform() * 200 - 100)),
    );
    // Whole numbers, so that every order of summation is exact.
    const expected = columns.flatMap((a) =>
      columns.map((b) => a.reduce((sum, value, row) => sum + value * b[row]!, 0)),
    );
    expect([...crossProducts(columns)]).toEqual(expected.map((value) => value + 0));
  });

  it('hold no negative zero, and nothing of columns without rows', () => {
    const zeros = crossProducts(Array.from({ length: 5 }, () => Float64Array.of(-0)));
    expect(zeros.every((value) => Object.is(value, 0))).toBe(true);
    expect([...crossProducts([new Float64Array(0)])]).toEqual([0]);
    expect(crossProducts([])).toHaveLength(0);
  });
});
