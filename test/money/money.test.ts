import { describe, expect, it } from 'vitest';
import {
  CURRENCY_CODES,
  checkCurrency,
  fromMinorUnits,
  isCurrencyCode,
  minorDigits,
  money,
  moneyToNumber,
  parseMoney,
  toMinorUnits,
  zeroMoney,
} from '../../src/money/index.js';
import iso from '../fixtures/money/iso-4217.json' with { type: 'json' };
import { expectRefusal, notMoney, wrong } from './support.js';

describe('currencies', () => {
  it('are those of ISO 4217 with their minor digits, and no others', () => {
    const { 'N.A.': without, ...listed } = iso.codes;
    const rows = Object.entries(listed).flatMap(([digits, codes]) =>
      codes.split(' ').map((code) => [code, Number(digits)] as const),
    );
    expect(rows).toHaveLength(165);
    expect(CURRENCY_CODES).toEqual(rows.map(([code]) => code).sort());
    for (const [code, digits] of rows) expect(minorDigits(wrong(code))).toBe(digits);
    for (const code of without.split(' ')) expect(isCurrencyCode(code)).toBe(false);
  });

  it('are refused when they are none', () => {
    for (const call of [
      (code: unknown) => minorDigits(wrong(code)),
      (code: unknown) => zeroMoney(wrong(code)),
      (code: unknown) => money(wrong(code), '1'),
      (code: unknown) => fromMinorUnits(wrong(code), 1n),
      (code: unknown) => checkCurrency(code, 'currency'),
    ]) {
      expectRefusal(() => call('XAU'), 'unknown-currency', 'currency');
      expectRefusal(() => call('DEM'), 'unknown-currency', 'currency');
      expectRefusal(() => call('cny'), 'unknown-currency', 'currency');
      expectRefusal(() => call('toString'), 'unknown-currency', 'currency');
      expectRefusal(() => call(''), 'empty', 'currency');
      expectRefusal(() => call(156), 'invalid-type', 'currency');
      expectRefusal(() => call(null), 'missing-value', 'currency');
    }
    for (const value of [undefined, null, 1, '', 'RMB', ['CNY'], { currency: 'CNY' }]) {
      expect(isCurrencyCode(value)).toBe(false);
    }
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(CURRENCY_CODES)).toBe(true);
  });
});

describe('money', () => {
  it('carries as many digits as the smallest unit has', () => {
    expect(money('JPY', '5')).toEqual({ currency: 'JPY', amount: '5' });
    expect(money('CNY', '5')).toEqual({ currency: 'CNY', amount: '5.00' });
    expect(money('KWD', '5')).toEqual({ currency: 'KWD', amount: '5.000' });
    expect(money('CLF', '5')).toEqual({ currency: 'CLF', amount: '5.0000' });
    expect(money('CNY', '-0.5').amount).toBe('-0.50');
    expect(money('CNY', '1.500').amount).toBe('1.50');
    expect(money('CNY', 12n).amount).toBe('12.00');
    expect(money('CNY', 1e21).amount).toBe('1000000000000000000000.00');
  });

  it('reads a number by its shortest decimal text', () => {
    expect(money('CNY', 0.07).amount).toBe('0.07');
    expect(money('CNY', 1.005, { rounding: 'half-up' }).amount).toBe('1.01');
    expectRefusal(() => money('CNY', 0.1 + 0.2), 'out-of-range', 'amount');
  });

  it('has no negative zero', () => {
    for (const zero of [-0, '-0', '-0.00']) {
      expect(money('CNY', zero).amount).toBe('0.00');
      expect(money('JPY', zero).amount).toBe('0');
    }
    expect(money('CNY', '-0.004', { rounding: 'half-even' }).amount).toBe('0.00');
    expect(parseMoney({ currency: 'CNY', amount: '-0.00' }).amount).toBe('0.00');
    expect(Object.is(moneyToNumber({ currency: 'CNY', amount: '-0.00' }), 0)).toBe(true);
  });

  it('is not cut off unless a rounding is named', () => {
    expectRefusal(() => money('CNY', '0.125'), 'out-of-range', 'amount');
    expectRefusal(() => money('JPY', '0.5'), 'out-of-range', 'amount');
    expectRefusal(() => money('CNY', '0.125', {}), 'out-of-range', 'amount');
    expect(money('CNY', '0.125', { rounding: 'half-up' }).amount).toBe('0.13');
    expectRefusal(
      () => money('CNY', '0.125', { rounding: wrong(null) }),
      'missing-value',
      'options.rounding',
    );
    expectRefusal(
      () => money('CNY', '1', { rounding: wrong('bankers') }),
      'unknown-value',
      'options.rounding',
    );
    expectRefusal(() => money('CNY', '1', wrong(null)), 'missing-value', 'options');
    expectRefusal(() => money('CNY', '1', wrong('half-up')), 'invalid-type', 'options');
  });

  it('is frozen, plain and survives JSON', () => {
    const amount = money('CNY', '1234.5');
    expect(Object.isFrozen(amount)).toBe(true);
    expect(JSON.stringify(amount)).toBe('{"currency":"CNY","amount":"1234.50"}');
    expect(parseMoney(JSON.parse(JSON.stringify(amount)))).toEqual(amount);
  });

  it('has at most 30 digits before the point', () => {
    const nines = '9'.repeat(30);
    expect(money('CNY', `${nines}.99`).amount).toBe(`${nines}.99`);
    expect(money('CNY', BigInt(nines)).amount).toBe(`${nines}.00`);
    expectRefusal(() => money('CNY', `1${'0'.repeat(30)}`), 'out-of-range', 'amount');
    expectRefusal(() => money('CNY', `${nines}.999`, { rounding: 'up' }), 'out-of-range', 'amount');
    expectRefusal(() => money('CNY', 1e300), 'out-of-range', 'amount');
    expectRefusal(() => money('CNY', '1'.repeat(41)), 'too-long', 'amount');
    expectRefusal(() => money('CNY', BigInt('1'.repeat(41))), 'too-long', 'amount');
  });

  it('refuses what is no number', () => {
    expectRefusal(() => money('CNY', wrong(undefined)), 'missing-value', 'amount');
    expectRefusal(() => money('CNY', wrong(null)), 'missing-value', 'amount');
    expectRefusal(() => money('CNY', wrong(true)), 'invalid-type', 'amount');
    expectRefusal(() => money('CNY', wrong({ amount: '1' })), 'invalid-type', 'amount');
    expectRefusal(() => money('CNY', Number.NaN), 'not-finite', 'amount');
    expectRefusal(() => money('CNY', Number.NEGATIVE_INFINITY), 'not-finite', 'amount');
    expectRefusal(() => money('CNY', ''), 'empty', 'amount');
    for (const text of ['12,5', '1_000', '0x10', '1e3', '--1', '1.', '¥5', 'NaN']) {
      expectRefusal(() => money('CNY', text), 'invalid-format', 'amount');
    }
  });
});

describe('parseMoney', () => {
  it('returns the canonical form and leaves out what else the object has', () => {
    const holding = Object.freeze({ id: 'x', currency: 'KWD', amount: '1.5' });
    expect(parseMoney(holding)).toEqual({ currency: 'KWD', amount: '1.500' });
    expect(parseMoney({ currency: 'JPY', amount: '7.000' }).amount).toBe('7');
  });

  it.each(notMoney('holdings[3]'))('refuses %o as %s', (value, code, path) => {
    expectRefusal(() => parseMoney(value, 'holdings[3]'), code, path);
  });
});

describe('smallest units', () => {
  it('are whole and exact', () => {
    expect(toMinorUnits(money('JPY', '12'))).toBe(12n);
    expect(toMinorUnits(money('CNY', '-12.34'))).toBe(-1234n);
    expect(toMinorUnits(money('KWD', '0.005'))).toBe(5n);
    expect(fromMinorUnits('KWD', -5n)).toEqual({ currency: 'KWD', amount: '-0.005' });
    expect(fromMinorUnits('JPY', 0n).amount).toBe('0');
    expect(zeroMoney('CNY')).toEqual({ currency: 'CNY', amount: '0.00' });
  });

  it('are refused as a number, and beyond 30 digits before the point', () => {
    expectRefusal(() => fromMinorUnits('CNY', wrong(5)), 'invalid-type', 'units');
    expectRefusal(() => fromMinorUnits('CNY', wrong(null)), 'missing-value', 'units');
    expect(fromMinorUnits('CNY', 10n ** 32n - 1n).amount).toBe(`${'9'.repeat(30)}.99`);
    expectRefusal(() => fromMinorUnits('CNY', 10n ** 32n), 'out-of-range', 'units');
    expectRefusal(() => fromMinorUnits('JPY', -(10n ** 30n)), 'out-of-range', 'units');
  });

  it.each(notMoney('money'))('and numbers are not read from %o', (value, code, path) => {
    expectRefusal(() => toMinorUnits(wrong(value)), code, path);
    expectRefusal(() => moneyToNumber(wrong(value)), code, path);
  });

  it('as a number are the nearest double', () => {
    expect(moneyToNumber(money('CNY', '1234.56'))).toBe(1234.56);
    expect(moneyToNumber(money('JPY', '-7'))).toBe(-7);
  });
});
