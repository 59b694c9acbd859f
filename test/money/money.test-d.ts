import { describe, expectTypeOf, it } from 'vitest';
import {
  addMoney,
  type CurrencyCode,
  compareMoney,
  convertMoney,
  equalsMoney,
  type FxRates,
  type Money,
  maxMoney,
  minMoney,
  money,
  parseAmount,
  parseMoney,
  parseMoneyIn,
  ratioOfMoney,
  splitMoney,
  subtractMoney,
  sumMoney,
  type TotalResult,
  totalIn,
} from '../../src/money/index.js';

const cny = money('CNY', '1');
const usd = money('USD', '1');
const unknown = parseMoney({ currency: 'CNY', amount: '1' });

describe('money types', () => {
  it('know the currency', () => {
    expectTypeOf(cny).toEqualTypeOf<Money<'CNY'>>();
    expectTypeOf(unknown).toEqualTypeOf<Money>();
    expectTypeOf(parseMoneyIn(unknown, 'CNY')).toEqualTypeOf<Money<'CNY'>>();
    expectTypeOf(parseAmount('1', 'CNY')).toEqualTypeOf<Money<'CNY'>>();
    expectTypeOf(addMoney(cny, cny)).toEqualTypeOf<Money<'CNY'>>();
    expectTypeOf(splitMoney(usd, [1, 2])).toEqualTypeOf<readonly Money<'USD'>[]>();
    expectTypeOf(sumMoney('USD', [usd])).toEqualTypeOf<Money<'USD'>>();
  });

  it('let two currencies not meet', () => {
    // @ts-expect-error dollars on yuan
    addMoney(cny, usd);
    // @ts-expect-error dollars from yuan
    subtractMoney(cny, usd);
    // @ts-expect-error dollars against yuan
    compareMoney(cny, usd);
    // @ts-expect-error dollars against yuan
    equalsMoney(cny, usd);
    // @ts-expect-error dollars in yuan
    ratioOfMoney(cny, usd);
    // @ts-expect-error dollars among yuan
    minMoney(cny, cny, usd);
    // @ts-expect-error dollars among yuan
    maxMoney(cny, usd);
    // @ts-expect-error dollars in a sum of yuan
    sumMoney('CNY', [cny, usd]);
  });

  it('let unknown currencies meet, to be checked when they do', () => {
    expectTypeOf(addMoney(unknown, cny)).toEqualTypeOf<Money>();
    expectTypeOf(compareMoney(unknown, unknown)).toEqualTypeOf<-1 | 0 | 1>();
  });

  it('know the codes', () => {
    // @ts-expect-error no such code
    money('RMB', '1');
    // @ts-expect-error a metal is no currency
    money('XAU', '1');
    expectTypeOf<'CNY' | 'HKD' | 'KWD' | 'CLF'>().toExtend<CurrencyCode>();
    expectTypeOf<string>().not.toExtend<CurrencyCode>();
  });

  it('change the currency in a conversion only', () => {
    const fx: FxRates = { base: 'CNY', rates: { USD: '7.1' } };
    expectTypeOf(convertMoney(usd, 'CNY', fx)).toEqualTypeOf<Money<'CNY'>>();
    // @ts-expect-error a rate is decimal text
    const numbers: FxRates = { base: 'CNY', rates: { USD: 7.1 } };
    convertMoney(usd, 'CNY', numbers);
    const total = totalIn('CNY', [cny, usd], fx);
    expectTypeOf(total).toEqualTypeOf<TotalResult<'CNY'>>();
    // @ts-expect-error there may be no total
    total.total;
  });

  it('cannot be written to', () => {
    // @ts-expect-error frozen
    const change = () => (cny.amount = '2.00');
    change.name;
  });
});
