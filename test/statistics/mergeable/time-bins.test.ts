import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  binOf,
  lastBin,
  lowerEdge,
  upperEdge,
} from '../../../src/statistics/mergeable/sketch/time-bins.js';

/** The double next above, by its bits taken as a whole number. */
function nextAbove(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}

describe('the bins of times', () => {
  it('follow each other without gap: an edge ends its bin, and the next double begins the next', () => {
    for (const bits of [4, 8]) {
      for (let bin = 1; bin < lastBin(bits); bin++) {
        const edge = upperEdge(bin, bits);
        expect(binOf(edge, bits)).toBe(bin);
        expect(binOf(nextAbove(edge), bits)).toBe(bin + 1);
        expect(lowerEdge(bin + 1, bits)).toBe(edge);
      }
    }
  });

  it('go from 2^-64 to 2^64, and 0 has its own', () => {
    for (const bits of [4, 8, 12]) {
      expect([binOf(0, bits), lowerEdge(0, bits), upperEdge(0, bits)]).toEqual([0, 0, 0]);
      expect(binOf(2 ** -64, bits)).toBe(1);
      expect(upperEdge(1, bits)).toBe(2 ** -64);
      expect(binOf(2 ** 64, bits)).toBe(lastBin(bits));
      expect(upperEdge(lastBin(bits), bits)).toBe(2 ** 64);
    }
  });

  it('hold their times between edges that differ by at most the share they promise', () => {
    fc.assert(
      fc.property(
        fc.double({ min: nextAbove(2 ** -64), max: 2 ** 64, noNaN: true }),
        fc.integer({ min: 4, max: 12 }),
        (time, bits) => {
          const bin = binOf(time, bits);
          const [low, high] = [lowerEdge(bin, bits), upperEdge(bin, bits)];
          expect(time).toBeGreaterThan(low);
          expect(time).toBeLessThanOrEqual(high);
          expect(high / low - 1).toBeLessThanOrEqual(2 ** -bits);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
