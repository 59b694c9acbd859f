import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity, parseQuantity, QUANTITY_DIGITS } from '../../src/money/index.js';
import { expectRefusal } from '../refusal.js';

describe('a quantity', () => {
  it.each([
    // Twelve digits behind the point: 1 is 10^12 steps.
    ['0', 0n, '0'],
    ['1', 1_000_000_000_000n, '1'],
    ['0.000000000001', 1n, '0.000000000001'],
    ['100.50', 100_500_000_000_000n, '100.5'],
    ['999999999999999999.999999999999', 10n ** 30n - 1n, '999999999999999999.999999999999'],
  ])('%s is read exactly and written without zeros at the end', (text, steps, written) => {
    expect(parseQuantity(text)).toBe(steps);
    expect(formatQuantity(steps)).toBe(written);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }), (steps) => {
        expect(parseQuantity(formatQuantity(steps))).toBe(steps);
      }),
    );
  });

  it.each([
    [undefined, 'missing-value'],
    [null, 'missing-value'],
    [1, 'invalid-type'],
    ['', 'empty'],
    ['-1', 'invalid-format'],
    ['01', 'invalid-format'],
    ['1.', 'invalid-format'],
    ['.5', 'invalid-format'],
    ['1e3', 'invalid-format'],
    ['1'.repeat(19), 'too-long'],
    [`0.${'1'.repeat(QUANTITY_DIGITS + 1)}`, 'too-long'],
  ] as const)('%j is refused', (value, code) => {
    expectRefusal(() => parseQuantity(value, 'order.units'), code, 'order.units');
  });

  it('of zero is refused where it must be above', () => {
    const zero = () => parseQuantity('0', 'price', { sign: 'positive' });
    expectRefusal(zero, 'out-of-range', 'price');
    expect(parseQuantity('0', 'price', { sign: 'not-negative' })).toBe(0n);
  });
});
