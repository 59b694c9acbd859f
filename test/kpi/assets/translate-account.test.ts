import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountPeriod, assetBridgeEvent, translateAccount } from '../../../src/kpi/index.js';
import { type CurrencyCode, fromMinorUnits, money, sumMoney } from '../../../src/money/index.js';
import { expectRefusal, wrong } from '../support.js';

const usd = (amount: string) => money('USD', amount);
const account: AccountPeriod = {
  id: 'a-2',
  from: '2026-03-31',
  to: '2026-06-30',
  opening: usd('1000.00'),
  closing: usd('1150.00'),
  movements: [
    { id: '1', on: '2026-05-15', kind: 'transfer', amount: usd('100.00') },
    { id: '2', on: '2026-06-30', kind: 'market', amount: usd('50.00') },
  ],
  dimensions: { branch: 'Pudong' },
};
const rates = { '2026-03-31': '7.00', '2026-05-15': '7.10', '2026-06-30': '7.20' };
const options = { currency: 'CNY', rates } as const;

describe('translateAccount', () => {
  it('parts what the rate did from what the market did', () => {
    const translated = translateAccount(account, options);
    const { lines, opening, closing } = assetBridgeEvent(translated);
    // Currency: 1,000 × (7.20 − 7.00) + 100 × (7.20 − 7.10) = 210.
    expect(lines).toMatchObject({
      'net-new-money': money('CNY', '710.00'),
      market: money('CNY', '360.00'),
      currency: money('CNY', '210.00'),
    });
    expect(opening).toEqual(money('CNY', '7000.00'));
    expect(closing).toEqual(money('CNY', '8280.00'));
    expect(translated.dimensions).toEqual({ branch: 'Pudong' });
    expect(Object.isFrozen(translated.movements)).toBe(true);
  });

  it('leaves unexplained what was, at the closing rate', () => {
    const gap = { ...account, closing: usd('1151.00') };
    const { opening, lines, closing } = assetBridgeEvent(translateAccount(gap, options));
    const told = sumMoney<CurrencyCode>('CNY', [opening!, ...Object.values(lines!)]);
    expect(Number(closing!.amount) - Number(told.amount)).toBeCloseTo(7.2, 9);
    expect(lines!.currency).toEqual(money('CNY', '210.00'));
  });

  it('explains every cent at any rates, where the account was explained', () => {
    const amount = fc
      .bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
      .map((units) => fromMinorUnits('USD', units));
    const rate = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => (n / 1e6).toFixed(6));
    fc.assert(
      fc.property(
        amount,
        fc.array(amount, { maxLength: 8 }),
        rate,
        rate,
        rate,
        (opening, sums, a, b, c) => {
          const movements = sums.map((one, i) => ({
            id: `${i}`,
            on: '2026-05-15' as const,
            kind: 'transfer' as const,
            amount: one,
          }));
          const closing = sumMoney<CurrencyCode>('USD', [opening, ...sums]);
          const translated = translateAccount(
            { ...account, opening, closing, movements },
            { currency: 'CNY', rates: { '2026-03-31': a, '2026-05-15': b, '2026-06-30': c } },
          );
          const { lines } = assetBridgeEvent(translated);
          expect(
            sumMoney<CurrencyCode>('CNY', [translated.opening, ...Object.values(lines!)]),
          ).toEqual(translated.closing);
        },
      ),
    );
  });

  it('translates what was translated before, each effect a movement of its own', () => {
    // To Hong Kong dollars at 7.80 throughout but 7.70 at the end, then to yuan at 0.90.
    const once = translateAccount(account, {
      currency: 'HKD',
      rates: { '2026-03-31': '7.80', '2026-05-15': '7.80', '2026-06-30': '7.70' },
    });
    const twice = translateAccount(once, {
      currency: 'CNY',
      rates: { '2026-03-31': '0.90', '2026-05-15': '0.90', '2026-06-30': '0.92' },
    });
    expect(twice.movements.map(({ id }) => id)).toEqual([
      '1',
      '2',
      'currency-translation',
      'currency-translation-2',
    ]);
    // (1,000 + 100)(7.70 − 7.80) = −110 dollars, at 0.92; then (7,800 + 780)(0.92 − 0.90) = 171.60.
    const { lines } = assetBridgeEvent(twice);
    expect(lines!.currency).toEqual(money('CNY', '70.40'));
  });

  it('leaves a movement of the caller its name', () => {
    const own = { on: '2026-05-15', kind: 'currency', amount: usd('0.00') } as const;
    const movements = ['currency-translation-2', 'currency-translation'].map((id) => ({
      ...own,
      id,
    }));
    const translated = translateAccount({ ...account, movements }, options);
    expect(translated.movements.map(({ id }) => id)).toEqual([
      'currency-translation-2',
      'currency-translation',
      'currency-translation-3',
    ]);
    expect(() => assetBridgeEvent(translated)).not.toThrow();
  });

  it('leaves an account of the currency as it is, and needs no rates for it', () => {
    expect(translateAccount(account, { currency: 'USD', rates: {} })).toEqual(account);
  });

  it('names the day without a rate; no rate is never 1', () => {
    const without = (day: keyof typeof rates) => () => {
      const { [day]: _, ...rest } = rates;
      return translateAccount(account, { currency: 'CNY', rates: rest });
    };
    expectRefusal(without('2026-03-31'), 'missing-rate', 'options.rates["2026-03-31"]');
    expectRefusal(without('2026-05-15'), 'missing-rate', 'options.rates["2026-05-15"]');
    expectRefusal(without('2026-06-30'), 'missing-rate', 'options.rates["2026-06-30"]');
  });

  it('refuses rates that are none', () => {
    const at = (rate: unknown) => () =>
      translateAccount(
        account,
        wrong({ currency: 'CNY', rates: { ...rates, '2026-05-15': rate } }),
      );
    expectRefusal(at('0'), 'out-of-range', 'options.rates["2026-05-15"]');
    expectRefusal(at('-7'), 'out-of-range', 'options.rates["2026-05-15"]');
    expectRefusal(at('x'), 'invalid-format', 'options.rates["2026-05-15"]');
    expectRefusal(
      () => translateAccount(account, wrong({ currency: 'CNY', rates: { May: '7' } })),
      'invalid-date',
      'options.rates.May',
    );
    expectRefusal(
      () => translateAccount(account, wrong({ currency: 'RMB', rates })),
      'unknown-currency',
      'options.currency',
    );
    expectRefusal(() => translateAccount(account, wrong(null)), 'missing-value', 'options');
  });
});
