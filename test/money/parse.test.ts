import { money, parseAmount, parseMoney, parseMoneyIn } from 'aptfolio/money';
import { describe, expect, it } from 'vitest';

const refusal = (code: string, path: string) => expect.objectContaining({ code, path });
const yuan = { currency: 'CNY', amount: '12.5' };

describe('parseMoneyIn', () => {
  it('returns money of the currency in canonical form, without further fields', () => {
    expect(parseMoneyIn({ ...yuan, note: 'x' }, 'CNY')).toEqual(money('CNY', '12.50'));
  });

  it.each([
    [{ currency: 'USD', amount: '1' }, 'currency-mismatch', 'fee.currency'],
    [{ currency: 'CNY', amount: 1 }, 'invalid-type', 'fee.amount'],
    [{ currency: 'CNY', amount: '1.234' }, 'out-of-range', 'fee.amount'],
    [{ currency: 'XXQ', amount: '1' }, 'unknown-currency', 'fee.currency'],
    [null, 'missing-value', 'fee'],
    ['12', 'invalid-type', 'fee'],
  ])('refuses %j', (value, code, path) => {
    expect(() => parseMoneyIn(value, 'CNY', 'fee')).toThrow(refusal(code, path));
  });

  it('names a fault of the amount before another currency, and that before a limit', () => {
    const read = (amount: string) => () =>
      parseMoneyIn({ currency: 'USD', amount }, 'CNY', 'fee', { sign: 'positive' });
    expect(read('x')).toThrow(refusal('invalid-format', 'fee.amount'));
    expect(read('-1')).toThrow(refusal('currency-mismatch', 'fee.currency'));
  });

  it('refuses to look for a currency that is none', () => {
    expect(() => parseMoneyIn(yuan, 'RMB' as never)).toThrow(
      refusal('unknown-currency', 'currency'),
    );
  });
});

describe('parseAmount', () => {
  it('reads bare text in a currency, and reports the path of the text itself', () => {
    expect(parseAmount('12.5', 'CNY')).toEqual(money('CNY', '12.50'));
    expect(() => parseAmount('12,5', 'CNY', 'goal.target')).toThrow(
      refusal('invalid-format', 'goal.target'),
    );
    expect(() => parseAmount(undefined, 'CNY', 'goal.target')).toThrow(
      refusal('missing-value', 'goal.target'),
    );
    expect(() => parseAmount(12.5, 'CNY', 'goal.target')).toThrow(
      refusal('invalid-type', 'goal.target'),
    );
    expect(() => parseAmount('1', 'RMB' as never)).toThrow(refusal('unknown-currency', 'currency'));
  });
});

describe('the limits of an amount', () => {
  it.each([
    ['positive', '0.01', true],
    ['positive', '0', false],
    ['positive', '-0.01', false],
    ['not-negative', '0', true],
    ['not-negative', '-0.01', false],
  ] as const)('with %s and %s', (sign, amount, passes) => {
    const asMoney = { currency: 'CNY', amount };
    const runs = [
      [() => parseMoney(asMoney, 'm', { sign }), 'm.amount'],
      [() => parseMoneyIn(asMoney, 'CNY', 'm', { sign }), 'm.amount'],
      [() => parseAmount(amount, 'CNY', 'm', { sign }), 'm'],
    ] as const;
    for (const [run, path] of runs) {
      if (passes) expect(Number(run().amount)).toBe(Number(amount));
      else expect(run).toThrow(refusal('out-of-range', path));
    }
  });

  it('are refused when they are none', () => {
    expect(() => parseMoney(yuan, 'm', { sign: 'minus' as never })).toThrow(
      refusal('unknown-value', 'limits.sign'),
    );
    expect(() => parseMoney(yuan, 'm', null as never)).toThrow(refusal('missing-value', 'limits'));
  });
});
