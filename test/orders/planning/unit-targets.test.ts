import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatQuantity,
  type Money,
  money,
  parseQuantity,
  toMinorUnits,
} from '../../../src/money/index.js';
import {
  planTransition,
  type TransitionPlan,
  type TransitionRequest,
} from '../../../src/orders/index.js';
import type { Product } from '../../../src/products/index.js';
import { expectRefusal } from '../../refusal.js';
import { asked as askedOf } from './transitions.js';

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);
const at = (amount: string) => ({ currency: 'CNY', amount }) as const;

/** An exchange-traded fund in board lots, and a fund with hundredths of a unit. */
const ETF = { unitStep: '100' } as const;
const FUND = { unitStep: '0.01' } as const;

/** Products whose minimum is one unit of currency. */
const asked = (
  changes: Readonly<Record<string, Partial<Product>>>,
  given: Partial<TransitionRequest<'CNY'>>,
): TransitionRequest<'CNY'> => askedOf(changes, given, { minimumPurchase: '1' });

type EntryTier = NonNullable<NonNullable<Product['fees']>['entry']>[number];
type Known = Exclude<TransitionPlan<'CNY'>, { status: 'missing-rate' }>;

function plan(request: TransitionRequest<'CNY'>): Known {
  const result = planTransition(request);
  if (result.status === 'missing-rate') throw new Error(result.status);
  return result;
}

const lines = (result: Known) =>
  result.status === 'nothing-to-order'
    ? []
    : result.orders.map(
        ({ side, product, units = '-', gross, fee, net }) =>
          `${side} ${product} ${units}: ${gross.amount} - ${fee.amount} = ${net.amount}`,
      );
const why = ({ notOrdered }: Known) =>
  notOrdered.map(
    ({ product, side, amount, reasons }) =>
      `${side} ${product} ${amount.amount}: ${reasons.map(({ code }) => code)}`,
  );
const left = (result: Known) => result.status === 'planned' && result.unplaced.amount;

describe('a target in units', () => {
  it('costs the whole fee beside what the units are worth', () => {
    const feeOf = (tier: EntryTier) =>
      lines(
        plan(
          asked(
            { A: {}, E: { unitStep: '1', fees: { entry: [tier] } } },
            { ...{ cash: [cny('1000')], units: { E: '10' }, prices: { E: at('1') } } },
          ),
        ),
      );
    // 10 units at 1 are 10.00; 0.01 of them 0.10.
    expect(feeOf({ from: '0', flat: '50' })).toEqual(['buy E 10: 60.00 - 50.00 = 10.00']);
    expect(feeOf({ from: '0', rate: 0.01, least: '50' })).toEqual([
      'buy E 10: 60.00 - 50.00 = 10.00',
    ]);
    expect(feeOf({ from: '0', rate: 0.01, plus: '50' })).toEqual([
      'buy E 10: 60.10 - 50.10 = 10.00',
    ]);
  });

  it('leaves what too small a share cannot buy to the others', () => {
    // Of 1,000 each would get 500. B takes no less than 1,000, so C gets all: the 800 units it should have.
    const changes = {
      A: {},
      B: { unitStep: '1', minimumPurchase: '1000' },
      C: { unitStep: '1' },
      D: { unitStep: '1' },
    };
    const bought = (cash: string, units: Readonly<Record<string, string>>) => {
      const prices = { B: at('1'), C: at('1'), D: at('1') };
      const result = plan(asked(changes, { cash: [cny(cash)], units, prices }));
      return [...lines(result), ...why(result), left(result)];
    };
    expect(bought('1000', { B: '1000', C: '800' })).toEqual([
      'buy C 800: 800.00 - 0.00 = 800.00',
      'buy B 1000.00: orders.below-minimum,orders.scaled-to-money',
      '200.00',
    ]);
    // Where there is less than C and D should have, they share it: 600 : 400. No part of 500 buys B.
    expect(bought('500', { B: '1000', C: '600', D: '400' })).toEqual([
      'buy C 300: 300.00 - 0.00 = 300.00',
      'buy D 200: 200.00 - 0.00 = 200.00',
      'buy B 1000.00: orders.money-short,orders.below-minimum',
      'buy C 300.00: orders.scaled-to-money',
      'buy D 200.00: orders.scaled-to-money',
      '0.00',
    ]);
  });

  it('leaves it to the others as a target in money does', () => {
    // 500 each would be too little for B, so D gets the 1,000 that it should have.
    const given = { cash: [cny('1000')], amounts: { B: cny('1000'), D: cny('1000') } };
    const result = plan(asked({ A: {}, B: { minimumPurchase: '1000' }, D: {} }, given));
    expect(lines(result)).toEqual(['buy D -: 1000.00 - 0.00 = 1000.00']);
    expect(why(result)).toEqual(['buy B 1000.00: orders.below-minimum,orders.scaled-to-money']);
    expect(left(result)).toBe('0.00');
  });

  it('gives way where even all of the money does not buy it', () => {
    // 100 units of P2 cost 12,550, so that 8,000 buy none; 1,200 of P1 cost 3,860.40, while its share of 8,000 was 115.48.
    const short = (changes: Readonly<Record<string, Partial<Product>>>, given: object) => {
      const result = plan(asked({ A: {}, ...changes }, { cash: [cny('8000')], ...given }));
      return [...lines(result), ...why(result), left(result)];
    };
    const units = { P1: '1200', P2: '2100' };
    const prices = { P1: at('3.217'), P2: at('125.5') };
    const counted = [
      'buy P1 1200: 3860.40 - 0.00 = 3860.40',
      'buy P2 263550.00: orders.money-short,orders.below-minimum',
      '4139.60',
    ];
    expect(short({ P1: ETF, P2: ETF }, { units, prices })).toEqual(counted);
    // What has weights gets nothing where there is too little for units.
    expect(short({ P1: ETF, P2: ETF }, { units, prices, weights: { A: 1 } })).toEqual(counted);
    const amounts = { P1: cny('3860'), P2: cny('30000') };
    const minimums = { P1: { minimumPurchase: '1000' }, P2: { minimumPurchase: '10000' } };
    expect(short(minimums, { amounts })).toEqual([
      'buy P1 -: 3860.00 - 0.00 = 3860.00',
      'buy P2 30000.00: orders.money-short,orders.below-minimum',
      '4140.00',
    ]);
  });

  it('has what the others leave where its share buys nothing', () => {
    // Of 8,000 P1 would get 2,909 of its 4,000 and P2 5,090 of its 7,000: one lot of 4,000. The 4,000 left are what P1 should have.
    const terms = { minimumPurchase: '4000' };
    const amounts = { P1: cny('4000'), P2: cny('7000') };
    const given = { cash: [cny('8000')], amounts, residual: 'cash' } as const;
    const result = plan(asked({ A: {}, P1: terms, P2: { ...terms, step: '4000' } }, given));
    expect(lines(result)).toEqual([
      'buy P1 -: 4000.00 - 0.00 = 4000.00',
      'buy P2 -: 4000.00 - 0.00 = 4000.00',
    ]);
    expect(left(result)).toBe('0.00');
  });

  it('gives way to a larger one where none gets enough', () => {
    // 750 each would be below both minimums; 1,500 are all that B should have.
    const terms = { unitStep: '1', minimumPurchase: '1000' };
    const given = {
      ...{ cash: [cny('1500')], units: { B: '1500', C: '1500' } },
      prices: { B: at('1'), C: at('1') },
    };
    const result = plan(asked({ A: {}, B: terms, C: terms }, given));
    expect(lines(result)).toEqual(['buy B 1500: 1500.00 - 0.00 = 1500.00']);
    expect(why(result)).toEqual(['buy C 1500.00: orders.below-minimum,orders.scaled-to-money']);
  });

  it('refuses two prices of one product, and takes the same price twice', () => {
    const held = [{ product: 'E', units: '100', price: at('2') }];
    const priced = (amount: string) =>
      asked(
        { A: {}, E: { unitStep: '1' } },
        { holdings: held, units: { E: '50' }, weights: { A: 1 }, prices: { E: at(amount) } },
      );
    expectRefusal(() => planTransition(priced('1')), 'inconsistent', 'request.prices.E');
    // 50 units at 2.
    expect(lines(plan(priced('2.00')))[0]).toBe('sell E 50: 100.00 - 0.00 = 100.00');
  });

  it('is paid by the tier that the payment reaches', () => {
    const entry = [
      { from: '0', rate: 0.02 },
      { from: '1010', rate: 0.005 },
    ];
    const bought = (units: string) => {
      const changes = { A: {}, E: { unitStep: '1', fees: { entry } } };
      const given = { cash: [cny('3000')], units: { E: units }, prices: { E: at('1') } };
      const result = plan(asked(changes, given));
      return [...lines(result), ...why(result)];
    };
    expect(bought('990')).toEqual(['buy E 990: 1009.80 - 19.80 = 990.00']);
    // 1,010.02 / 1.005 = 1,004.995, half-even 1,005.00.
    expect(bought('1005')).toEqual(['buy E 1005: 1010.02 - 5.02 = 1005.00']);
    // 1,009.99 leaves 990.19 and 1,010 leaves 1,004.98: 990 units are the most below. Five more would be 5.10.
    expect(bought('995')).toEqual([
      'buy E 990: 1009.80 - 19.80 = 990.00',
      'buy E 5.10: orders.no-exact-payment',
    ]);
  });

  it('is bought as so many lots, and weights share what is left', () => {
    // 5,000 × 3.217 = 16,085; the fee is 0.0003 of it, 4.8255, so 16,089.83 are paid. 25,000 less that are 8,910.17.
    const result = plan(
      asked(
        { A: {}, E: { ...ETF, entryFee: 0.0003 } },
        {
          cash: [cny('25000')],
          units: { E: '5000' },
          weights: { A: 1 },
          prices: { E: at('3.217') },
        },
      ),
    );
    expect(lines(result)).toEqual([
      'buy A -: 8910.17 - 0.00 = 8910.17',
      'buy E 5000: 16089.83 - 4.83 = 16085.00',
    ]);
    expect(why(result)).toEqual([]);
    expect(left(result)).toBe('0.00');
  });

  it('is taken off what the weights are shares of', () => {
    // 25,000 less 16,085: 8,915, of which 40 % are 3,566.
    const result = plan(
      asked(
        { A: {}, B: {}, E: ETF },
        {
          cash: [cny('25000')],
          units: { E: '5000' },
          weights: { A: 0.6, B: 0.4 },
          prices: { E: at('3.217') },
        },
      ),
    );
    expect(lines(result)).toEqual([
      'buy A -: 5349.00 - 0.00 = 5349.00',
      'buy B -: 3566.00 - 0.00 = 3566.00',
      'buy E 5000: 16085.00 - 0.00 = 16085.00',
    ]);
  });

  it('is sold down to so many units, at price × units, half-even to the cent', () => {
    // 0.05 units of 3.3 are 0.165, the tie goes to the even 0.16; 1,234.55 × 3.3 = 4,074.015 to the even 4,074.02.
    const sold = (units: string, target: string) =>
      lines(
        plan(
          asked(
            { A: {}, F: FUND },
            { holdings: [{ product: 'F', units, price: at('3.3') }], units: { F: target } },
          ),
        ),
      );
    expect(sold('100', '99.95')).toEqual(['sell F 0.05: 0.16 - 0.00 = 0.16']);
    expect(sold('2000', '765.45')).toEqual(['sell F 1234.55: 4074.02 - 0.00 = 4074.02']);
  });

  it('has as many decimals as the product’s units have', () => {
    // 1,234.56 × 1.0523 = 1,299.127488; of 0.0001 units 0.3217 × 3.217 = 1.0349089. Without a step units go in hundredths.
    const bought = (change: Partial<Product>, target: string, price: string) =>
      lines(
        plan(
          asked(
            { A: {}, F: change },
            {
              cash: [cny('2000')],
              units: { F: target },
              prices: { F: at(price) },
            },
          ),
        ),
      );
    expect(bought(FUND, '1234.56', '1.0523')).toEqual(['buy F 1234.56: 1299.13 - 0.00 = 1299.13']);
    expect(bought({ unitStep: '0.0001' }, '0.3217', '3.217')).toEqual([
      'buy F 0.3217: 1.03 - 0.00 = 1.03',
    ]);
    expect(bought({}, '1234.56', '1.0523')).toEqual(['buy F 1234.56: 1299.13 - 0.00 = 1299.13']);
  });

  it('pays the fee outside on what the units are worth, inside on what is paid', () => {
    // 99 × 10 = 990. Outside 1 % of 990 on top; inside 1 % of the 1,000 paid.
    const request = asked(
      { A: {}, E: { unitStep: '1', entryFee: 0.01 } },
      { cash: [cny('1000')], units: { E: '99' }, prices: { E: at('10') } },
    );
    expect(lines(plan(request))).toEqual(['buy E 99: 999.90 - 9.90 = 990.00']);
    expect(lines(plan({ ...request, fees: 'inside' }))).toEqual([
      'buy E 99: 1000.00 - 10.00 = 990.00',
    ]);
  });

  it('that is reached is left alone, whatever it is worth', () => {
    const request = asked(
      { A: {}, E: ETF },
      {
        holdings: [{ product: 'E', units: '1050', price: at('3.333') }],
        units: { E: '1050' },
      },
    );
    const result = plan(request);
    expect(result).toMatchObject({ status: 'nothing-to-order', notOrdered: [] });
    // Neither is it where weights share the money beside it: all 1,000 go to A.
    const beside = plan({ ...request, cash: [cny('1000')], weights: { A: 1 } });
    expect(lines(beside)).toEqual(['buy A -: 1000.00 - 0.00 = 1000.00']);
  });

  it('is reached in whole lots, and what of it is no lot is named', () => {
    const request = asked(
      { A: {}, E: ETF },
      { cash: [cny('1000')], units: { E: '250' }, prices: { E: at('2') } },
    );
    // 200 of 250; the other 50 would be 100.
    expect(lines(plan(request))).toEqual(['buy E 200: 400.00 - 0.00 = 400.00']);
    expect(why(plan(request))).toEqual(['buy E 100.00: orders.part-of-unit-step']);
    expect(plan(request).notOrdered[0]?.reasons[0]?.parameters).toEqual({
      product: 'E',
      units: '50',
      step: '100',
    });
    // 1,050 less 1,000 is half a lot, 1,050 less 900 one and a half.
    const held = (target: string) =>
      plan({
        ...request,
        holdings: [{ product: 'E', units: '1050', price: at('2') }],
        units: { E: target },
      });
    expect(lines(held('1000'))).toEqual([]);
    expect(why(held('1000'))).toEqual(['sell E 100.00: orders.part-of-unit-step']);
    expect(lines(held('900'))).toEqual(['sell E 100: 200.00 - 0.00 = 200.00']);
    expect(why(held('900'))).toEqual(['sell E 100.00: orders.part-of-unit-step']);
  });

  it('of none redeems everything, odd lots and what is held in money too', () => {
    const request = asked({ A: {}, E: ETF }, { units: { E: '0' } });
    const inUnits = { product: 'E', units: '1050', price: at('2') } as const;
    expect(lines(plan({ ...request, holdings: [inUnits] }))).toEqual([
      'sell E 1050: 2100.00 - 0.00 = 2100.00',
    ]);
    const inMoney = { product: 'E', value: cny('2100') } as const;
    expect(lines(plan({ ...request, holdings: [inMoney] }))).toEqual([
      'sell E -: 2100.00 - 0.00 = 2100.00',
    ]);
    expect(plan(request).status).toBe('nothing-to-order');
  });

  it('sells an odd lot only with the last of the holding', () => {
    // 1,437 of 2,737 are free at once: 1,400 in whole lots. The other 1,337 go when those of 20 February are free, on 22 March, a Sunday.
    const lots = [
      { boughtOn: '2026-01-05', units: '1437' },
      { boughtOn: '2026-02-20', units: '1300' },
    ] as const;
    const request = asked(
      { A: {}, E: { ...ETF, lockUpDays: 30 } },
      {
        holdings: [{ product: 'E', units: '2737', price: at('1'), lots }],
        ...{ units: { E: '0' }, weights: { A: 1 } },
      },
    );
    const sales = (result: Known) =>
      result.status === 'nothing-to-order'
        ? []
        : result.orders
            .filter(({ side }) => side === 'sell')
            .map(({ units, orderOn }) => [units, orderOn]);
    expect(sales(plan(request))).toEqual([
      ['1400', '2026-03-06'],
      ['1337', '2026-03-23'],
    ]);
    // Before then the 37 are no lot.
    const early = plan({ ...request, latest: '2026-03-20' });
    expect(sales(early)).toEqual([['1400', '2026-03-06']]);
    expect(why(early)).toContain('sell E 1337.00: orders.part-of-unit-step');
  });

  it('keeps the least purchase, the least redemption and the minimum holding', () => {
    const request = asked(
      { A: {}, E: { unitStep: '1', minimumPurchase: '500' } },
      { cash: [cny('1000')], units: { E: '20' }, prices: { E: at('10') } },
    );
    expect(why(plan(request))).toEqual(['buy E 200.00: orders.below-minimum']);
    expect(lines(plan({ ...request, units: { E: '50' } }))).toEqual([
      'buy E 50: 500.00 - 0.00 = 500.00',
    ]);
    const selling = (change: Partial<Product>, target: string) =>
      plan(
        asked(
          { A: {}, E: { unitStep: '1', ...change } },
          { holdings: [{ product: 'E', units: '100', price: at('10') }], units: { E: target } },
        ),
      );
    // 10 units are 100, less than 200. 15 units are 150 and less than 200 may not stay, so all go.
    expect(why(selling({ minimumRedemption: '200' }, '90'))).toEqual([
      'sell E 100.00: orders.below-minimum-redemption',
    ]);
    const all = selling({ minimumHolding: '200' }, '15');
    expect(lines(all)).toEqual(['sell E 100: 1000.00 - 0.00 = 1000.00']);
    expect(all.reasons.map(({ code }) => code)).toEqual(['orders.redeems-all']);
  });

  it('is bought and sold over days under daily limits, exactly in all', () => {
    // 333 × 3 = 999, so 334 would pass 1,000 a day: 333, 333, 34.
    const limited = { unitStep: '1', dealing: { dailyPurchase: '1000' } } as const;
    const bought = plan(
      asked(
        { A: {}, E: limited },
        { cash: [cny('5000')], units: { E: '700' }, prices: { E: at('3') } },
      ),
    );
    expect(lines(bought)).toEqual([
      'buy E 333: 999.00 - 0.00 = 999.00',
      'buy E 333: 999.00 - 0.00 = 999.00',
      'buy E 34: 102.00 - 0.00 = 102.00',
    ]);
    const sold = plan(
      asked(
        { A: {}, E: { unitStep: '1', dealing: { dailyRedemption: '1000' } } },
        { holdings: [{ product: 'E', units: '1000', price: at('3') }], units: { E: '600' } },
      ),
    );
    expect(lines(sold)).toEqual([
      'sell E 333: 999.00 - 0.00 = 999.00',
      'sell E 67: 201.00 - 0.00 = 201.00',
    ]);
  });

  it('keeps to the most that one client may hold', () => {
    // 80 units at 10 are held; of 1,000 there is room for 20.
    const result = plan(
      asked(
        { A: {}, E: { unitStep: '1', maximumHolding: '1000' } },
        {
          cash: [cny('1000')],
          holdings: [{ product: 'E', units: '80', price: at('10') }],
          units: { E: '150' },
        },
      ),
    );
    expect(lines(result)).toEqual(['buy E 20: 200.00 - 0.00 = 200.00']);
    expect(why(result)).toEqual(['buy E 500.00: orders.above-maximum-holding']);
  });

  it('too near to what is held is left alone', () => {
    const result = plan(
      asked(
        { A: {}, E: { unitStep: '1' } },
        {
          holdings: [{ product: 'E', units: '80', price: at('10') }],
          units: { E: '75' },
          minimumTrade: cny('60'),
        },
      ),
    );
    expect(why(result)).toEqual(['sell E 50.00: orders.below-minimum-trade']);
  });
});

describe('money for a target in units', () => {
  // 500 of 5,000 are for E, which takes no purchase below 1,000, and 2,250 for each of the others.
  it.each([
    ['stays money', { residual: 'cash' }, ['C 2250.00', 'D 2250.00'], '500.00'],
    [
      'goes to the largest weight',
      { residual: 'largest-weight' },
      ['C 2750.00', 'D 2250.00'],
      '0.00',
    ],
    [
      'goes to the residual product',
      { residual: 'product' },
      ['B 500.00', 'C 2250.00', 'D 2250.00'],
      '0.00',
    ],
  ] as const)('%s where it cannot be bought, as that of a weight', (_, rule, bought, unplaced) => {
    const units = { units: { E: '500' }, weights: { C: 0.5, D: 0.5 } };
    for (const targets of [units, { weights: { C: 0.45, D: 0.45, E: 0.1 } }]) {
      const products = { B: {}, C: {}, D: {}, E: { unitStep: '1', minimumPurchase: '1000' } };
      const given = { cash: [cny('5000')], prices: { E: at('1') }, ...rule, ...targets };
      const result = plan(asked(products, given));
      const orders = ordersIn(result).map(({ product, gross }) => `${product} ${gross.amount}`);
      expect(orders).toEqual(bought);
      expect(result).toMatchObject({ unplaced: cny(unplaced) });
      expect(result.notOrdered).toMatchObject([{ product: 'E', amount: cny('500') }]);
    }
  });

  const exit = [{ fromDays: 0, rate: 0.01 }];

  it('comes first, and what fees of sales take is borne by what has weights', () => {
    // A is sold whole, 10,000 less 1 %: 9,900. E takes 5,000, so B gets 4,900 of its 5,000.
    const result = plan(
      asked(
        { B: {}, A: { fees: { exit } }, E: { unitStep: '1' } },
        {
          holdings: [{ product: 'A', value: cny('10000') }],
          units: { E: '100' },
          weights: { B: 1 },
          prices: { E: at('50') },
        },
      ),
    );
    expect(lines(result)).toEqual([
      'sell A -: 10000.00 - 100.00 = 9900.00',
      'buy B -: 4900.00 - 0.00 = 4900.00',
      'buy E 100: 5000.00 - 0.00 = 5000.00',
    ]);
    expect(why(result)).toEqual(['buy B 100.00: orders.scaled-to-money']);
  });

  it('goes to it on the first day, before what has weights', () => {
    // 1,000 are there, 1,000 come on Monday: E's 900 go today, and A waits.
    const result = plan(
      asked(
        { A: {}, B: {}, E: { unitStep: '1' } },
        {
          cash: [cny('1000')],
          holdings: [{ product: 'B', value: cny('1000') }],
          units: { E: '90' },
          weights: { A: 1 },
          prices: { E: at('10') },
        },
      ),
    );
    expect(ordersIn(result).map(({ product, orderOn }) => [product, orderOn])).toEqual([
      ['B', '2026-03-06'],
      ['E', '2026-03-06'],
      ['A', '2026-03-09'],
    ]);
  });

  it('is raised by a sale that is rounded up, and bears its fee', () => {
    // 5,000 × 3.217 = 16,085.35 (at 3.21707): whole yuan below are 16,085, above 16,086.
    const request = asked(
      { A: {}, E: ETF },
      {
        holdings: [{ product: 'A', value: cny('25000') }],
        units: { E: '5000' },
        weights: { A: 1 },
        prices: { E: at('3.21707') },
      },
    );
    expect(lines(plan(request))).toEqual([
      'sell A -: 16086.00 - 0.00 = 16086.00',
      'buy E 5000: 16085.35 - 0.00 = 16085.35',
    ]);
    expect(left(plan(request))).toBe('0.65');
    // With 1 % to leave A: 16,248 bring 16,085.52, and 16,247 bring 16,084.53.
    const { universe } = asked({ A: { fees: { exit } }, E: ETF }, {});
    expect(lines(plan({ ...request, universe }))[0]).toBe('sell A -: 16248.00 - 162.48 = 16085.52');
    // So it is beside an amount.
    const { weights: _, ...others } = request;
    expect(lines(plan({ ...others, amounts: { A: cny('8914.65') } }))[0]).toBe(
      'sell A -: 16086.00 - 0.00 = 16086.00',
    );
  });

  it('that is not there is shared out, in whole lots, and nothing is left for weights', () => {
    // 1,000 for each of E and F at 10, and 1,100 in all: 550 each, 5 lots of ten and 5.5 units of ten.
    const result = plan(
      asked(
        { A: {}, E: { unitStep: '10' }, F: { unitStep: '1' } },
        {
          cash: [cny('1100')],
          units: { E: '100', F: '100' },
          weights: { A: 1 },
          prices: { E: at('10'), F: at('10') },
        },
      ),
    );
    expect(lines(result)).toEqual([
      'buy E 50: 500.00 - 0.00 = 500.00',
      'buy F 55: 550.00 - 0.00 = 550.00',
    ]);
    expect(why(result)).toEqual([
      'buy E 500.00: orders.scaled-to-money',
      'buy F 450.00: orders.scaled-to-money',
    ]);
    expect(left(result)).toBe('50.00');
  });

  it('is no more than targets in amounts leave', () => {
    // A keeps its 9,000 of 10,000; E would take 2,000.
    const result = plan(
      asked(
        { A: {}, E: { unitStep: '1' } },
        {
          holdings: [{ product: 'A', value: cny('10000') }],
          amounts: { A: cny('9000') },
          units: { E: '200' },
          prices: { E: at('10') },
        },
      ),
    );
    expect(lines(result)).toEqual([
      'sell A -: 1000.00 - 0.00 = 1000.00',
      'buy E 100: 1000.00 - 0.00 = 1000.00',
    ]);
    expect(why(result)).toEqual(['buy E 1000.00: orders.scaled-to-money']);
  });

  it('is changed at the rates', () => {
    // 100 at 10 dollars are 1,000 dollars, 7,000 yuan at 7; 3,000 of 10,000 are left.
    const request = asked(
      { A: {}, U: { unitStep: '1', currency: 'USD' } },
      {
        cash: [cny('10000')],
        units: { U: '100' },
        weights: { A: 1 },
        prices: { U: { currency: 'USD', amount: '10' } },
        fx: { base: 'CNY', rates: { USD: '7' } },
      },
    );
    expect(lines(plan(request))).toEqual([
      'buy A -: 3000.00 - 0.00 = 3000.00',
      'buy U 100: 1000.00 - 0.00 = 1000.00',
    ]);
    const { fx: _, ...without } = request;
    expect(planTransition(without)).toMatchObject({ status: 'missing-rate', missing: ['USD'] });
    // Dollars that are there to the cent pay for it without a change.
    const own = plan({ ...request, cash: [money('USD', '1000')] });
    expect(lines(own)).toEqual(['buy U 100: 1000.00 - 0.00 = 1000.00']);
    expect(why(own)).toEqual([]);
  });

  it('that nothing can be bought for is not raised, but what has a target in units is sold to it', () => {
    const request = asked(
      { A: {}, B: {}, E: { unitStep: '1', status: 'closed' }, G: { unitStep: '1' } },
      {
        residual: 'cash',
        holdings: [
          { product: 'B', value: cny('1000') },
          { product: 'G', units: '100', price: at('10') },
        ],
        units: { E: '50', G: '40' },
        weights: { B: 1 },
        prices: { E: at('10') },
      },
    );
    // 2,000 in all; G keeps 400, E would take 500, B would have 1,100: it buys for 100 of the 600 that G brings.
    const result = plan(request);
    expect(lines(result)).toEqual([
      'sell G 60: 600.00 - 0.00 = 600.00',
      'buy B -: 100.00 - 0.00 = 100.00',
    ]);
    expect(why(result)).toEqual(['buy E 500.00: orders.not-dealing,products.dealing.not-offered']);
    expect(left(result)).toBe('500.00');
  });

  it('does not sell more of what has a target in units', () => {
    // 200 are to be kept; 10 units bring 100, less 1.
    const result = plan(
      asked(
        { A: {}, E: { unitStep: '1', fees: { exit } } },
        {
          holdings: [{ product: 'E', units: '100', price: at('10') }],
          units: { E: '90' },
          keep: cny('200'),
        },
      ),
    );
    expect(lines(result)).toEqual(['sell E 10: 100.00 - 1.00 = 99.00']);
    expect(result.missing).toEqual(cny('101'));
  });
});

/** Up to four products in lots with a target in units, and up to three that share the rest. */
const problems = fc
  .record({
    counted: fc.array(
      fc.record({
        lot: fc.constantFrom(1, 10_000, 1_000_000),
        // In hundredths of a unit.
        held: fc.integer({ min: 0, max: 10_000_000 }),
        target: fc.integer({ min: 0, max: 10_000_000 }),
        // In ten-thousandths.
        price: fc.integer({ min: 1, max: 100_000 }),
        limit: fc.option(fc.integer({ min: 5_000_000, max: 50_000_000 })),
        fee: fc.constantFrom(0, 0.0003, 0.015),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    shared: fc.array(
      fc.record({
        weight: fc.integer({ min: 0, max: 100 }),
        held: fc.integer({ min: 0, max: 1e8 }),
      }),
      { maxLength: 3 },
    ),
    cash: fc.integer({ min: 0, max: 200_000_000 }),
    exitFee: fc.constantFrom(0, 0.005),
    fees: fc.constantFrom('outside' as const, 'inside' as const),
  })
  .filter(({ shared }) => shared.length === 0 || shared.some(({ weight }) => weight > 0));

type Problem = typeof problems extends fc.Arbitrary<infer T> ? T : never;

const hundredths = (units: number) => formatQuantity(BigInt(units) * 10n ** 10n);
const cents = (units: number) => (units / 100).toFixed(2);

function requestOf({ counted, shared, cash, exitFee, fees }: Problem): TransitionRequest<'CNY'> {
  const exit = [{ fromDays: 0, rate: exitFee }];
  const all = shared.reduce((sum, { weight }) => sum + weight, 0);
  const prices = counted.map(({ price }) => at((price / 10_000).toFixed(4)));
  return asked(
    {
      R: {},
      ...Object.fromEntries(shared.map((_, i) => [`S${i}`, { fees: { exit } }])),
      ...Object.fromEntries(
        counted.map(({ lot, limit, fee }, i) => [
          `U${i}`,
          {
            minimumPurchase: '0.01',
            unitStep: hundredths(lot),
            entryFee: fee,
            ...(limit === null
              ? {}
              : { dealing: { dailyPurchase: cents(limit), dailyRedemption: cents(limit) } }),
          },
        ]),
      ),
    },
    {
      fees,
      cash: [cny(cents(cash))],
      holdings: [
        ...shared.map(({ held }, i) => ({ product: `S${i}`, value: cny(cents(held)) })),
        ...counted.map(({ held }, i) => ({
          product: `U${i}`,
          units: hundredths(held),
          price: prices[i]!,
        })),
      ],
      units: Object.fromEntries(counted.map(({ target }, i) => [`U${i}`, hundredths(target)])),
      ...(all === 0
        ? {}
        : { weights: Object.fromEntries(shared.map(({ weight }, i) => [`S${i}`, weight / all])) }),
    },
  );
}

const total = (list: readonly Money[]) => list.reduce((sum, one) => sum + toMinorUnits(one), 0n);
const ordersIn = (result: Known) => (result.status === 'planned' ? result.orders : []);

/** Half-even, by remainder. */
function worthOf(units: string, price: string): bigint {
  const [whole, unit] = [parseQuantity(units) * parseQuantity(price), 10n ** 22n];
  const [floor, rest] = [whole / unit, (whole % unit) * 2n];
  return floor + (rest > unit || (rest === unit && floor % 2n === 1n) ? 1n : 0n);
}

describe('any targets in units', () => {
  const check = (property: (problem: Problem) => void) =>
    fc.assert(fc.property(problems, property), { numRuns: 200 });

  it('are reached to the unit, or what is missing is named', () => {
    check((problem) => {
      const result = plan(requestOf(problem));
      const named = new Set(result.notOrdered.map(({ product }) => product));
      problem.counted.forEach(({ held, target }, i) => {
        const own = ordersIn(result).filter(({ product }) => product === `U${i}`);
        const after = own.reduce(
          (sum, { side, units }) =>
            side === 'buy' ? sum + parseQuantity(units) : sum - parseQuantity(units),
          parseQuantity(hundredths(held)),
        );
        const goal = parseQuantity(hundredths(target));
        if (named.has(`U${i}`)) return;
        expect(formatQuantity(after)).toBe(formatQuantity(goal));
        if (held === target) expect(own).toEqual([]);
      });
    });
  });

  it('are planned at price × units to the cent, and every cent is accounted for', () => {
    check((problem) => {
      const request = requestOf(problem);
      const result = plan(request);
      for (const { product, side, units, gross, net } of ordersIn(result)) {
        if (units === undefined) continue;
        const { amount } = request.holdings.find((one) => one.product === product)!.price!;
        const worth = worthOf(units, amount);
        expect(toMinorUnits(side === 'sell' ? gross : net)).toBe(worth);
      }
      if (result.status !== 'planned') return;
      const of = (side: string) => result.orders.filter((one) => one.side === side);
      const had = BigInt(problem.cash) + total(of('sell').map(({ net }) => net));
      expect(had).toBe(total(of('buy').map(({ gross }) => gross)) + toMinorUnits(result.unplaced));
    });
  });

  it('are planned alike whatever the order of the rows', () => {
    check((problem) => {
      const request = requestOf(problem);
      const turned = <T>(rows: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(rows).reverse());
      const other = {
        ...request,
        holdings: [...request.holdings].reverse(),
        units: turned(request.units!),
        ...(request.weights && { weights: turned(request.weights) }),
      };
      expect(JSON.stringify(planTransition(other))).toBe(JSON.stringify(planTransition(request)));
    });
  });
});

describe('a request with targets in units', () => {
  const good = asked(
    { A: {}, E: ETF },
    { cash: [cny('1000')], units: { E: '100' }, prices: { E: at('2') } },
  );
  const refused = (change: object) => () => planTransition({ ...good, ...change } as never);

  it.each([
    ['no price', { prices: {} }, 'missing-value', 'request.prices.E'],
    ['a price of zero', { prices: { E: at('0') } }, 'out-of-range', 'request.prices.E.amount'],
    ['a negative price', { prices: { E: at('-2') } }, 'invalid-format', 'request.prices.E.amount'],
    ['a product nobody knows', { units: { X: '1' } }, 'unknown-id', 'request.units.X'],
    ['a number', { units: { E: 100 } }, 'invalid-type', 'request.units.E'],
    ['a negative number', { units: { E: '-1' } }, 'invalid-format', 'request.units.E'],
    ['a product with a weight too', { weights: { E: 1 } }, 'inconsistent', 'request.units.E'],
    [
      'a product with an amount too',
      { amounts: { E: cny('1') } },
      'inconsistent',
      'request.units.E',
    ],
    [
      'a product that takes what is left',
      { residualProduct: 'E' },
      'inconsistent',
      'request.residualProduct',
    ],
    [
      'a product of which only the value is known',
      { holdings: [{ product: 'E', value: cny('100') }] },
      'missing-value',
      'request.holdings[0].units',
    ],
    [
      'money owed',
      { universe: asked({ A: {}, E: { type: 'loan' } }, {}).universe },
      'inconsistent',
      'request.units.E',
    ],
    ['a list', { units: ['E'] }, 'invalid-type', 'request.units'],
  ] as const)('is refused with %s', (_, change, code, path) => {
    expectRefusal(refused(change), code, path);
  });

  it('needs no price of what is not to be held', () => {
    expect(plan({ ...good, units: { E: '0' }, prices: {} }).status).toBe('nothing-to-order');
  });
});
