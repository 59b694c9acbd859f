import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulatorOf, defineKpi } from '../../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const costs = (currency: 'CNY' | 'JPY' | 'KWD') =>
  accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'amount-per-count', currency }));
const { init, add, merge, result, encode, decode } = costs('CNY');
const totalOf = (amounts: readonly string[]) => {
  const draft = init();
  for (const amount of amounts) add(draft, { amount: { currency: 'CNY', amount } });
  return encode(draft).data.amount.amount;
};

describe('a sum of amounts', () => {
  it('is exact far beyond what a double holds, in whatever order', () => {
    // 100,000 · 9,999,999,999.99 = 999,999,999,999,000: 10^17 smallest units, above 2^53.
    const many = new Array<string>(100_000).fill('9999999999.99');
    expect(totalOf(many)).toBe('999999999999000.00');
    expect(totalOf(['0.01', ...many])).toBe('999999999999000.01');
    expect(totalOf([...many, '-9999999999.99', '-999999999999000.00'])).toBe('-9999999999.99');
  });

  it('equals that of whole units, for amounts of any size, sign and spelling', () => {
    const units = fc.oneof(
      fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
      fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
    );
    const amount = fc.record({ units, zeros: fc.nat(2), isShort: fc.boolean() });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), fc.nat(30), (list, cut) => {
        const texts = list.map((one) => spelled(one));
        const sum = list.reduce((total, one) => total + one.units, 0n);
        const whole = totalOf(texts);
        expect(whole.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1')).toBe(String(sum));
        const parts = [texts.slice(0, cut), texts.slice(cut)].map((part) => {
          const draft = init();
          for (const text of part) add(draft, { amount: { currency: 'CNY', amount: text } });
          return decode(JSON.parse(JSON.stringify(encode(draft))));
        });
        expect(encode(merge(parts[1]!, parts[0]!)).data.amount.amount).toBe(whole);
      }),
    );
  });

  it('keeps to the smallest unit of its currency', () => {
    const yen = costs('JPY');
    const draft = yen.add(yen.init(), { amount: { currency: 'JPY', amount: '-1234' } });
    expect(yen.encode(draft).data.amount).toEqual({ currency: 'JPY', amount: '-1234' });
    const dinar = costs('KWD');
    const other = dinar.add(dinar.init(), { amount: { currency: 'KWD', amount: '0.005' } });
    expect(dinar.encode(other).data.amount.amount).toBe('0.005');
  });

  it('has no negative zero', () => {
    expect(totalOf(['-0.00'])).toBe('0.00');
    expect(totalOf(['-0.01', '0.01'])).toBe('0.00');
  });

  it.each([
    ['invalid-format', 'event.amount.amount', { currency: 'CNY', amount: '1.2.3' }],
    ['invalid-format', 'event.amount.amount', { currency: 'CNY', amount: '-.50' }],
    ['invalid-format', 'event.amount.amount', { currency: 'CNY', amount: '-' }],
    ['invalid-format', 'event.amount.amount', { currency: 'CNY', amount: '01.00' }],
    ['invalid-format', 'event.amount.amount', { currency: 'CNY', amount: '--1.00' }],
    ['out-of-range', 'event.amount.amount', { currency: 'CNY', amount: '1.005' }],
    ['invalid-type', 'event.amount.amount', { currency: 'CNY', amount: 1.5 }],
    ['currency-mismatch', 'event.amount.currency', { currency: 'USD', amount: '1.00' }],
    ['unknown-currency', 'event.amount.currency', { currency: 'RMB', amount: '1.00' }],
    ['missing-value', 'event.amount', null],
    ['invalid-type', 'event.amount', ['CNY', '1.00']],
  ])('refuses what is no such amount with %s at %s, and stays as it was', (code, path, amount) => {
    const draft = add(init(), { amount: { currency: 'CNY', amount: '1.00' }, count: 1 });
    const before = JSON.stringify(encode(draft));
    expectRefusal(() => add(draft, wrong({ amount, count: 1 })), code as never, path);
    expect(JSON.stringify(encode(draft))).toBe(before);
  });
});

describe('an amount for each case', () => {
  const cny = (amount: string) => ({ amount: { currency: 'CNY', amount } }) as const;
  const resultAfter = (...events: readonly object[]) =>
    result(events.reduce((draft: ReturnType<typeof init>, event) => add(draft, event), init()));

  it('is not known where nobody told an amount, and 0 where one of 0 was told', () => {
    expect(resultAfter({ count: 5 }, { count: 3 })).toMatchObject({
      status: 'insufficient',
      n: 8,
      reason: { code: 'kpi.no-amount' },
    });
    expect(resultAfter({ count: 8 }, cny('0.00'))).toMatchObject({ status: 'ok', value: 0 });
    // 12.00 for 8 cases.
    expect(resultAfter({ count: 8 }, cny('12.00'))).toMatchObject({ status: 'ok', value: 1.5 });
    // Told and taken back again: known to be nothing.
    expect(resultAfter({ count: 8 }, cny('12.00'), cny('-12.00'))).toMatchObject({ value: 0 });
  });

  it('is known once any part of it was told, whichever part and order', () => {
    const parts = [{ count: 5 }, { ...cny('4.00'), count: 3 }].map((event) => add(init(), event));
    const joined = parts.map((draft) => JSON.stringify(encode(draft)));
    for (const order of [joined, [...joined].reverse()]) {
      const draft = order.reduce((sum, text) => merge(sum, decode(JSON.parse(text))), init());
      expect(encode(draft).data).toEqual({ ...cny('4.00'), amounts: 1, count: 8 });
      expect(result(draft)).toMatchObject({ value: 0.5 });
    }
  });
});

/** `-1234.50` as `-1234.5` or `-1234.5000`, which people write and the library does not. */
function spelled(amount: {
  readonly units: bigint;
  readonly zeros: number;
  readonly isShort: boolean;
}): string {
  const { units, zeros, isShort } = amount;
  const digits = String(units < 0n ? -units : units).padStart(3, '0');
  const text = `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return isShort ? text.replace(/\.?0+$/, '') : `${text}${'0'.repeat(zeros)}`;
}
