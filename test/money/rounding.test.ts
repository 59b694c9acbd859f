import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  convertMoney,
  divideMoney,
  money,
  multiplyMoney,
  ROUNDINGS,
  type Rounding,
  ratioOfMoney,
  roundMoneyToStep,
  splitMoney,
  totalIn,
} from '../../src/money/index.js';
import exact from '../fixtures/money/exact-money.json' with { type: 'json' };
import published from '../fixtures/money/published.json' with { type: 'json' };
import { wrong } from './support.js';

describe('the roundings', () => {
  const { columns, rows } = published.rounding;

  it("are those of Java's table", () => {
    for (const [input, ...results] of rows) {
      results.forEach((result, index) => {
        const rounding = columns[index + 1] as Rounding;
        expect(money('JPY', input!, { rounding }).amount, `${input} ${rounding}`).toBe(result);
      });
    }
  });

  it('half-ceiling and half-floor send ties up and down the number line', () => {
    for (const [input, ...results] of rows) {
      const [up, down] = [
        results[columns.indexOf('half-up') - 1],
        results[columns.indexOf('half-down') - 1],
      ];
      const positive = !input!.startsWith('-');
      expect(money('JPY', input!, { rounding: 'half-ceiling' }).amount).toBe(positive ? up : down);
      expect(money('JPY', input!, { rounding: 'half-floor' }).amount).toBe(positive ? down : up);
    }
  });

  it('are all in the tables', () => {
    expect([...columns.slice(1), 'half-ceiling', 'half-floor'].sort()).toEqual(
      [...ROUNDINGS].sort(),
    );
    for (const { results } of exact.products) {
      expect(Object.keys(results).sort()).toEqual([...ROUNDINGS].sort());
    }
  });

  it('reach the last digit of currencies with 0, 2, 3 and 4 digits', () => {
    expect(money('JPY', '0.5', { rounding: 'half-up' }).amount).toBe('1');
    expect(money('CNY', '0.005', { rounding: 'half-up' }).amount).toBe('0.01');
    expect(money('KWD', '0.0005', { rounding: 'half-up' }).amount).toBe('0.001');
    expect(money('CLF', '0.00005', { rounding: 'half-up' }).amount).toBe('0.0001');
  });
});

describe('exact arithmetic, rounded once, agrees with fractions', () => {
  it('in products', () => {
    for (const { currency, amount, factor, results } of exact.products) {
      for (const rounding of ROUNDINGS) {
        const product = multiplyMoney(money(wrong(currency), amount), factor, { rounding });
        expect(product.amount, `${amount} × ${factor} ${rounding}`).toBe(results[rounding]);
      }
      expect(multiplyMoney(money(wrong(currency), amount), factor).amount).toBe(
        results['half-even'],
      );
    }
  });

  it('in quotients', () => {
    for (const { currency, amount, divisor, results } of exact.quotients) {
      for (const rounding of ROUNDINGS) {
        const quotient = divideMoney(money(wrong(currency), amount), divisor, { rounding });
        expect(quotient.amount, `${amount} / ${divisor} ${rounding}`).toBe(results[rounding]);
      }
      expect(divideMoney(money(wrong(currency), amount), divisor).amount).toBe(
        results['half-even'],
      );
    }
  });

  it('in conversions', () => {
    for (const { base, rates, amount, to, results } of exact.conversions) {
      for (const rounding of ROUNDINGS) {
        const fx = wrong({ base, rates });
        const converted = convertMoney(wrong(amount), wrong(to), fx, { rounding });
        expect(converted).toEqual({ currency: to, amount: results[rounding] });
      }
    }
  });

  it('in totals, in any order of the amounts', () => {
    for (const { base, rates, amounts, to, total } of exact.totals) {
      for (const list of [amounts, [...amounts].reverse()]) {
        expect(totalIn(wrong(to), wrong(list), wrong({ base, rates }))).toEqual({
          status: 'complete',
          total: { currency: to, amount: total },
        });
      }
    }
  });

  it('in splits', () => {
    for (const { currency, total, weights, parts } of exact.splits) {
      const split = splitMoney(money(wrong(currency), total), weights);
      expect(split.map(({ amount }) => amount)).toEqual(parts);
    }
  });
});

describe("a host's settings of decimal.js", () => {
  it('change no result', () => {
    const fx = { base: 'CNY', rates: { USD: '7.1234', HKD: '0.9087' } } as const;
    const results = () => [
      multiplyMoney(money('CNY', '1234567.89'), '0.0123456789'),
      divideMoney(money('CNY', '1234567.89'), 7),
      roundMoneyToStep(money('CNY', '1234567.89'), 1000),
      convertMoney(money('USD', '1234567.89'), 'HKD', fx),
      totalIn('HKD', [money('USD', '1234567.89'), money('CNY', '0.01')], fx),
      splitMoney(money('CNY', '1234567.89'), ['0.1234567', '0.7654321', 1e-7]),
      ratioOfMoney(money('CNY', '1234567.89'), money('CNY', '7.00')),
      money('CNY', 1e-7, { rounding: 'up' }),
    ];
    const before = JSON.stringify(results());
    const { precision, rounding, toExpNeg, toExpPos, minE, maxE } = Decimal;
    Decimal.set({ precision: 2, rounding: 0, toExpNeg: -1, toExpPos: 1, minE: -2, maxE: 2 });
    try {
      expect(new Decimal(1).div(3).toNumber()).toBe(0.34);
      expect(JSON.stringify(results())).toBe(before);
    } finally {
      Decimal.set({ precision, rounding, toExpNeg, toExpPos, minE, maxE });
    }
  });
});
