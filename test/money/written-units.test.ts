import { describe, expect, it } from 'vitest';
import { type CurrencyCode, parseMoneyIn, writtenUnitsIn } from '../../src/money/index.js';

const read = (amount: unknown, currency: CurrencyCode = 'CNY') =>
  writtenUnitsIn(currency)({ currency, amount });

describe('writtenUnitsIn', () => {
  it.each([
    ['0.00', 'CNY', 0],
    ['0.05', 'CNY', 5],
    ['1234.50', 'CNY', 123_450],
    ['-0.01', 'CNY', -1],
    ['-1234.50', 'CNY', -123_450],
    ['999999999999.99', 'CNY', 99_999_999_999_999],
    ['0', 'JPY', 0],
    ['-70', 'JPY', -70],
    ['0.005', 'KWD', 5],
  ] as const)('reads %s %s as %s smallest units', (amount, currency, units) => {
    expect(Object.is(read(amount, currency), units)).toBe(true);
  });

  it.each([
    ['1.5'],
    ['1.500'],
    ['01.00'],
    ['-01.00'],
    // Canonical zero has no sign.
    ['-0.00'],
    ['+1.00'],
    ['--1.00'],
    ['-.50'],
    ['.50'],
    ['-'],
    [''],
    ['1,00'],
    ['1.0x'],
    // 16 characters: the units may be beyond what a double holds.
    ['9999999999999.99'],
    [1.5],
    [null],
  ])('leaves %j to a closer look', (amount) => {
    expect(read(amount)).toBeUndefined();
    if (amount !== '') expect(read(amount, 'JPY')).toBeUndefined();
  });

  it('leaves what is no money, or money of another currency, to a closer look', () => {
    for (const value of [undefined, null, 'CNY', 5, [], {}, { currency: 'CNY' }]) {
      expect(writtenUnitsIn('CNY')(value)).toBeUndefined();
    }
    expect(writtenUnitsIn('CNY')({ currency: 'USD', amount: '1.00' })).toBeUndefined();
  });

  it('reads the very texts that parsing leaves as they are', () => {
    for (const amount of ['-12.00', '0.00', '-0.01', '7.00', '12', '-0.00', '-0', '00.10']) {
      const canonical = parseMoneyIn(
        { currency: 'CNY', amount: amount.replace(/^00/, '0') },
        'CNY',
      );
      expect(read(amount) !== undefined, amount).toBe(canonical.amount === amount);
    }
  });
});
