import { describe, expect, it } from 'vitest';
import {
  floorTo,
  plusExact,
  quotientOf,
  readExact,
  roundTo,
  timesExact,
  toNumber,
} from '../../../src/allocation/discrete/exact-decimal.js';
import { expectRefusal } from '../support.js';

describe('exact decimals', () => {
  it.each([
    ['0.245', 245n, 3],
    ['-12', -12n, 0],
    [0.0013, 13n, 4],
    [1e-7, 1n, 7],
    [1.5e21, 1500000000000000000000n, 0],
    [3n, 3n, 0],
  ] as const)('are read from %s', (value, digits, places) => {
    expect(readExact(value, 'x')).toEqual({ digits, places });
  });

  it.each([
    ['0.125', 2, 12n],
    ['0.135', 2, 14n],
    ['0.1250001', 2, 13n],
    ['-0.125', 2, -12n],
    ['-0.126', 2, -13n],
    ['7', 2, 700n],
    ['2.5', 0, 2n],
  ] as const)('%s to %i digits, half to even, is %s', (text, places, units) => {
    expect(roundTo(readExact(text, 'x'), places)).toBe(units);
  });

  it('are multiplied exactly', () => {
    const product = timesExact(readExact('0.1', 'x'), readExact('0.2', 'x'));
    expect(product).toEqual({ digits: 2n, places: 2 });
    expect(toNumber(product)).toBe(0.02);
  });

  it('are no other text', () => {
    for (const text of ['', '1,5', '.5', '1.', '+1', ' 1', '0x10']) {
      expectRefusal(() => readExact(text, 'x'), 'invalid-format', 'x');
    }
    expectRefusal(() => readExact(undefined, 'x'), 'missing-value', 'x');
    expectRefusal(() => readExact(Number.POSITIVE_INFINITY, 'x'), 'not-finite', 'x');
  });

  it.each([
    ['0.129', 2, 12n],
    ['-0.121', 2, -13n],
    ['-0.12', 2, -12n],
    ['7', 2, 700n],
  ] as const)('%s to %i digits, downwards, is %s', (text, places, units) => {
    expect(floorTo(readExact(text, 'x'), places)).toBe(units);
  });

  it('are added, and divided to the nearest double', () => {
    const read = (text: string) => readExact(text, 'x');
    expect(plusExact(read('1.25'), read('-0.5'))).toEqual({ digits: 75n, places: 2 });
    // 3 · 0.3 is 0.8999999999999999 in doubles, and 90 / 100 is 0.9.
    expect(quotientOf(read('90.0'), read('100'))).toBe(0.9);
    expect(quotientOf(read('-1'), read('3'))).toBe(-1 / 3);
    expect(Object.is(quotientOf(read('0'), read('3')), 0)).toBe(true);
  });
});
