import { describe, expect, it } from 'vitest';
import { convertMoney, type FxRates, money, totalIn } from '../../src/money/index.js';
import { expectRefusal, notMoney, wrong } from './support.js';

const fx: FxRates = { base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } };
const usd = money('USD', '100');

describe('convertMoney', () => {
  it('multiplies into the base, divides out of it, and goes through it between two others', () => {
    // 100 × 7.1; 710 / 7.1; 710 / 0.908 = 781.938…
    expect(convertMoney(usd, 'CNY', fx)).toEqual({ currency: 'CNY', amount: '710.00' });
    expect(convertMoney(money('CNY', '710'), 'USD', fx)).toEqual(usd);
    expect(convertMoney(usd, 'HKD', fx).amount).toBe('781.94');
    expect(convertMoney(usd, 'HKD', fx, { rounding: 'down' }).amount).toBe('781.93');
  });

  it("rounds to the target's smallest unit", () => {
    const rates = { base: 'CNY', rates: { JPY: '0.0455', KWD: '23.2' } } as const;
    // 100 / 0.0455 = 2197.80…; 100 / 23.2 = 4.31034…
    expect(convertMoney(money('CNY', '100'), 'JPY', rates).amount).toBe('2198');
    expect(convertMoney(money('CNY', '100'), 'KWD', rates).amount).toBe('4.310');
  });

  it('leaves an amount alone that already is in the currency, with a rate or without', () => {
    expect(convertMoney(money('JPY', '7'), 'JPY', fx)).toEqual({ currency: 'JPY', amount: '7' });
    expect(convertMoney(usd, 'USD', { base: 'CNY', rates: {} })).toEqual(usd);
  });

  it('names the missing rate and never takes 0 or 1 for it', () => {
    expectRefusal(() => convertMoney(money('JPY', '1'), 'CNY', fx), 'missing-rate', 'fx.rates.JPY');
    expectRefusal(() => convertMoney(usd, 'JPY', fx), 'missing-rate', 'fx.rates.JPY');
    expectRefusal(() => convertMoney(money('JPY', '0'), 'CNY', fx), 'missing-rate', 'fx.rates.JPY');
    for (const absent of [undefined, null]) {
      const rates = wrong({ USD: absent });
      expectRefusal(
        () => convertMoney(usd, 'CNY', { base: 'CNY', rates }),
        'missing-rate',
        'fx.rates.USD',
      );
    }
  });

  it('knows that the base is worth 1', () => {
    const same = { base: 'CNY', rates: { CNY: '1.0', USD: '7' } } as const;
    expect(convertMoney(usd, 'CNY', same).amount).toBe('700.00');
    const other = { base: 'CNY', rates: { CNY: '2', USD: '7' } } as const;
    expectRefusal(() => convertMoney(usd, 'CNY', other), 'inconsistent', 'fx.rates.CNY');
  });

  it('refuses what is no rate', () => {
    const withRate = (rate: unknown) => () =>
      convertMoney(usd, 'CNY', { base: 'CNY', rates: { USD: wrong(rate) } });
    expectRefusal(withRate('0'), 'out-of-range', 'fx.rates.USD');
    expectRefusal(withRate('-7'), 'out-of-range', 'fx.rates.USD');
    expectRefusal(withRate(7.1), 'invalid-type', 'fx.rates.USD');
    expectRefusal(withRate(Number.NaN), 'invalid-type', 'fx.rates.USD');
    expectRefusal(withRate(''), 'empty', 'fx.rates.USD');
    expectRefusal(withRate('7,1'), 'invalid-format', 'fx.rates.USD');
    expectRefusal(withRate('Infinity'), 'invalid-format', 'fx.rates.USD');
    expectRefusal(withRate(`0.${'1'.repeat(41)}`), 'too-long', 'fx.rates.USD');
  });

  it('refuses what are no rates, no currency, no money or no options', () => {
    const to = (given: unknown) => () => convertMoney(usd, 'CNY', wrong(given));
    expectRefusal(to(undefined), 'missing-value', 'fx');
    expectRefusal(to(7.1), 'invalid-type', 'fx');
    expectRefusal(to({ rates: {} }), 'missing-value', 'fx.base');
    expectRefusal(to({ base: 'RMB', rates: {} }), 'unknown-currency', 'fx.base');
    expectRefusal(to({ base: 'CNY' }), 'missing-value', 'fx.rates');
    expectRefusal(to({ base: 'CNY', rates: [] }), 'invalid-type', 'fx.rates');
    expectRefusal(() => convertMoney(usd, wrong('RMB'), fx), 'unknown-currency', 'currency');
    expectRefusal(() => convertMoney(usd, wrong(null), fx), 'missing-value', 'currency');
    expectRefusal(() => convertMoney(usd, 'CNY', fx, wrong(null)), 'missing-value', 'options');
    expectRefusal(
      () => convertMoney(usd, 'CNY', fx, { rounding: wrong('bankers') }),
      'unknown-value',
      'options.rounding',
    );
    for (const [value, code, path] of notMoney('money')) {
      expectRefusal(() => convertMoney(wrong(value), 'CNY', fx), code, path);
    }
  });

  it('refuses malformed rates even where none is needed', () => {
    expectRefusal(() => convertMoney(usd, 'USD', wrong(null)), 'missing-value', 'fx');
    expectRefusal(() => totalIn('USD', [], wrong(null)), 'missing-value', 'fx');
  });
});

describe('totalIn', () => {
  it('converts exactly and rounds once', () => {
    const cents = [money('USD', '0.01'), money('USD', '0.01')];
    // 0.02 × 0.25 = 0.005 rounds to even, 0.00; each cent alone would round to 0.00 too, but three
    // make 0.0075, which is 0.01.
    const rates = { base: 'CNY', rates: { USD: '0.25' } } as const;
    expect(totalIn('CNY', cents, rates)).toEqual({ status: 'complete', total: money('CNY', '0') });
    expect(totalIn('CNY', [...cents, cents[0]!], rates)).toEqual({
      status: 'complete',
      total: money('CNY', '0.01'),
    });
  });

  it('adds up what is in the currency, in the base, and in neither', () => {
    const amounts = [money('HKD', '10'), money('CNY', '9.08'), usd];
    // In HKD: 10 + 9.08 / 0.908 + 710 / 0.908 = 10 + 10 + 781.938… = 801.94.
    expect(totalIn('HKD', amounts, fx)).toEqual({
      status: 'complete',
      total: money('HKD', '801.94'),
    });
    expect(totalIn('CNY', [], fx)).toEqual({ status: 'complete', total: money('CNY', '0') });
  });

  it('is withheld when a rate is missing, and all missing ones are named in order', () => {
    const amounts = [money('JPY', '1'), usd, money('EUR', '1'), money('JPY', '2')];
    const result = totalIn('CNY', amounts, fx);
    expect(result).toEqual({ status: 'missing-rate', missing: ['EUR', 'JPY'] });
    expect(Object.isFrozen(result)).toBe(true);
    if (result.status === 'missing-rate') expect(Object.isFrozen(result.missing)).toBe(true);
    expect(totalIn('GBP', [usd], fx)).toEqual({ status: 'missing-rate', missing: ['GBP'] });
  });

  it('needs no rate for amounts that are already in the currency', () => {
    expect(totalIn('GBP', [money('GBP', '1')], fx)).toEqual({
      status: 'complete',
      total: money('GBP', '1'),
    });
  });

  it('names the amount at fault', () => {
    for (const [value, code, path] of notMoney('amounts[1]')) {
      expectRefusal(() => totalIn('CNY', [usd, wrong(value)], fx), code, path);
    }
    expectRefusal(() => totalIn('CNY', wrong(null), fx), 'missing-value', 'amounts');
    expectRefusal(() => totalIn('CNY', wrong('usd'), fx), 'invalid-type', 'amounts');
    expectRefusal(() => totalIn(wrong('RMB'), [], fx), 'unknown-currency', 'currency');
    expectRefusal(
      () => totalIn('CNY', [usd], { base: 'CNY', rates: { USD: 'x' } }),
      'invalid-format',
      'fx.rates.USD',
    );
  });

  it('leaves its arguments alone', () => {
    const amounts = Object.freeze([usd, money('CNY', '1')]);
    const rates = Object.freeze({ base: 'CNY', rates: Object.freeze({ USD: '7.1' }) } as const);
    expect(totalIn('CNY', amounts, rates).status).toBe('complete');
  });
});
