import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import { type Money, money } from '../../../src/money/index.js';
import {
  planTransition,
  type TransitionPlan,
  type TransitionRequest,
} from '../../../src/orders/index.js';
import type { Product } from '../../../src/products/index.js';
import { expectRefusal } from '../../refusal.js';
import { asked } from './transitions.js';

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

type Planned = Extract<TransitionPlan<'CNY'>, { status: 'planned' }>;

function planned(request: TransitionRequest<'CNY'>): Planned {
  const plan = planTransition(request);
  if (plan.status !== 'planned') throw new Error(plan.status);
  return plan;
}

const lines = ({ orders }: Planned) =>
  orders.map(
    ({ side, product, gross, units, orderOn, after }) =>
      `${orderOn} ${side} ${product} ${gross.amount}${units === undefined ? '' : ` = ${units} units`}${
        after === undefined ? '' : ` after ${after}`
      }`,
  );
const why = ({ notOrdered }: Pick<Planned, 'notOrdered'>) =>
  notOrdered.map(
    ({ product, side, amount, reasons }) =>
      `${side} ${product} ${amount.amount}: ${reasons.map(({ code }) => code)}`,
  );

describe('charges that change', () => {
  // Today is 6 March, a Friday: proceeds are there on Monday, 9 March.
  const fees = (plan: Planned) => plan.orders.map(({ gross, fee }) => [gross.amount, fee.amount]);
  const exit = (rate: number) => ({ fees: { exit: [{ fromDays: 0, rate }] } });

  it('are those of each order’s day', () => {
    // Leaving B costs 3 % since February: 300 of 10,000. Entering C costs 2 % from Monday on: 9,700 / 1.02 = 9,509.80.
    const plan = planned(
      asked(
        {
          C: { changes: [{ from: '2026-03-09', entryFee: 0.02 }] },
          B: { changes: [{ from: '2026-02-01', ...exit(0.03) }] },
        },
        { holdings: [{ product: 'B', value: cny('10000') }], weights: { C: 1 } },
      ),
    );
    expect(fees(plan)).toEqual([
      ['10000.00', '300.00'],
      ['9700.00', '190.20'],
    ]);
  });

  it('are paid for as many units as are wanted', () => {
    // 100 units at 10 are 1,000, and 1,020 with the 2 % of Monday; 1,100 of B are sold for them.
    const given: Partial<TransitionRequest<'CNY'>> = {
      holdings: [{ product: 'B', value: cny('1100') }],
      units: { C: '100' },
      prices: { C: { currency: 'CNY', amount: '10' } },
    };
    const raised = {
      B: {},
      C: { unitStep: '1', changes: [{ from: '2026-03-09', entryFee: 0.02 }] },
    } as const;
    const plan = planned(asked(raised, given));
    expect(fees(plan)).toEqual([
      ['1100.00', '0.00'],
      ['1020.00', '20.00'],
    ]);
    expect([plan.unplaced.amount, plan.rounding.amount]).toEqual(['80.00', '0.00']);
    // What proceeds do not pay for any more is named.
    const short = planned(
      asked(raised, { ...given, holdings: [{ product: 'B', value: cny('1010') }] }),
    );
    expect(fees(short)).toEqual([['1010.00', '0.00']]);
    expect(why(short)).toEqual(['buy C 1000.00: orders.money-short']);
  });
});

describe('planTransition', () => {
  it('sells, waits for the proceeds and buys', () => {
    // Friday's sale is paid out on Monday (one business day), so B is ordered on Monday.
    const plan = planned(
      asked(
        { A: {}, B: {} },
        { holdings: [{ product: 'A', value: cny('1000') }], weights: { A: 0.4, B: 0.6 } },
      ),
    );
    expect(lines(plan)).toEqual([
      '2026-03-06 sell A 600.00',
      '2026-03-09 buy B 600.00 after plan/A/1',
    ]);
    expect(plan).toMatchObject({ proceeds: cny('600'), purchases: cny('600'), unplaced: cny('0') });
    expect(plan.notOrdered).toEqual([]);
  });

  it('reaches thirds that are whole amounts, and leaves what is there already', () => {
    // A third of 3,000 is 1,000.00: the minimum of B, and what is held of C.
    const thirds = { A: 1 / 3, B: 1 / 3, C: 1 / 3 };
    const plan = planned(
      asked(
        { A: {}, B: { minimumPurchase: '1000' }, C: {} },
        {
          holdings: [{ product: 'C', value: cny('1000') }],
          cash: [cny('2000')],
          weights: thirds,
          amountStep: '0.01',
        },
      ),
    );
    expect(lines(plan)).toEqual(['2026-03-06 buy A 1000.00', '2026-03-06 buy B 1000.00']);
    expect([plan.unplaced.amount, plan.notOrdered]).toEqual(['0.00', []]);
  });

  it('pays with money that is there what it pays whole, and the rest with proceeds', () => {
    const request = asked(
      { A: {}, B: {}, C: {} },
      {
        holdings: [{ product: 'A', value: cny('1000') }],
        cash: [cny('700')],
        weights: { A: 0.3, B: 0.3, C: 0.4 },
      },
    );
    // Investable 1,700: A 510, B 510, C 680. Cash 700 pays B; C needs 680, of which 490 proceeds and 190 cash.
    expect(lines(planned(request))).toEqual([
      '2026-03-06 sell A 490.00',
      '2026-03-06 buy B 510.00',
      '2026-03-09 buy C 680.00 after plan/A/1',
    ]);
  });

  it('keeps what is to be kept', () => {
    // 1,000 less 250: 750 to B.
    const plan = planned(
      asked({ B: {} }, { cash: [cny('1000')], keep: cny('250'), weights: { B: 1 } }),
    );
    expect(lines(plan)).toEqual(['2026-03-06 buy B 750.00']);
    expect(plan.investable).toEqual(cny('750'));
  });

  it('keeps to the most that one client may hold, with what is held', () => {
    // 60 % of 100,000 in A, of which 40,000 are held and 50,000 may be.
    const plan = planned(
      asked(
        { B: {}, A: { maximumHolding: '50000' } },
        {
          holdings: [{ product: 'A', value: cny('40000') }],
          cash: [cny('60000')],
          weights: { A: 0.6, B: 0.4 },
        },
      ),
    );
    expect(lines(plan)).toEqual(['2026-03-06 buy A 10000.00', '2026-03-06 buy B 50000.00']);
    expect(why(plan)).toEqual(['buy A 10000.00: orders.above-maximum-holding']);
  });

  it('buys no whole units without a price', () => {
    const plan = planned(
      asked(
        { B: {}, A: { unitStep: '100' } },
        { cash: [cny('1000')], weights: { A: 0.5, B: 0.5 } },
      ),
    );
    expect(why(plan)).toEqual(['buy A 500.00: orders.price-missing']);
  });

  it('redeems no less than the least redemption, unless it takes out everything', () => {
    const sale = (minimumRedemption: string, weights: Readonly<Record<string, number>>) =>
      planTransition(
        asked(
          { B: {}, A: { minimumRedemption } },
          { holdings: [{ product: 'A', value: cny('1000') }], weights },
        ),
      );
    // 300 are less than 400, and no less than 300; all of it is no less than anything.
    const none = sale('400', { A: 0.7, B: 0.3 });
    expect(none.status).toBe('nothing-to-order');
    if (none.status === 'missing-rate') throw new Error(none.status);
    expect(why(none)).toContain('sell A 300.00: orders.below-minimum-redemption');
    expect(sale('300', { A: 0.7, B: 0.3 }).status).toBe('planned');
    expect(sale('5000', { B: 1 })).toMatchObject({ proceeds: cny('1000') });
  });

  it('sells no last part that only a redemption of everything would allow, where a part before it cannot be made', () => {
    // 2,000 a day against a least redemption of 3,000: no day's part can be made, so the last 1,209.88 is no redemption of everything.
    const plan = planTransition(
      asked(
        {
          B: {},
          A: {
            minimumRedemption: '3000',
            minimumHolding: '5000',
            dealing: { dailyRedemption: '2000' },
          },
        },
        { holdings: [{ product: 'A', value: cny('3209.88') }], weights: { B: 1 } },
      ),
    );
    expect(plan.status).toBe('nothing-to-order');
    if (plan.status === 'missing-rate') throw new Error(plan.status);
    expect(why(plan)).toContain('sell A 3209.88: orders.below-minimum-redemption');
  });

  it('waits for a day that lets out enough for an order of its own', () => {
    const soldOf = (held: string, change: Partial<Product>) =>
      lines(
        planned(
          asked(
            { B: {}, A: change },
            { holdings: [{ product: 'A', value: cny(held) }], weights: { B: 1 } },
          ),
        ),
      ).filter((line) => line.includes('sell'));
    // Friday lets out 2,000: less than a redemption of 3,000, and of 3,209.88 it would leave less than 5,000. Monday lets out all.
    const gated = { gates: [{ on: '2026-03-06', perClient: '2000' }] } as const;
    expect(soldOf('3209.88', { minimumRedemption: '3000', dealing: gated })).toEqual([
      '2026-03-09 sell A 3209.88',
    ]);
    expect(soldOf('3209.88', { minimumHolding: '5000', dealing: gated })).toEqual([
      '2026-03-09 sell A 3209.88',
    ]);
    // Of 6,500 it may take 1,500, which leaves 5,000.
    expect(soldOf('6500', { minimumHolding: '5000', dealing: gated })).toEqual([
      '2026-03-06 sell A 1500.00',
      '2026-03-09 sell A 5000.00',
    ]);
    // 4,000 a day, on Monday 2,000: 4,000, none, 4,000, and the last 1,000 takes out everything.
    const daily = {
      gates: [{ on: '2026-03-09', perClient: '2000' }],
      dailyRedemption: '4000',
    } as const;
    expect(soldOf('9000', { minimumRedemption: '3000', dealing: daily })).toEqual([
      '2026-03-06 sell A 4000.00',
      '2026-03-10 sell A 4000.00',
      '2026-03-11 sell A 1000.00',
    ]);
  });

  it('sells no less each day than leaves the minimum holding, and names what stays', () => {
    // 4,000 a day: 4,000, then 1,000, so that 5,000 stay; they are more than a day lets out.
    const plan = planned(
      asked(
        { B: {}, A: { minimumHolding: '5000', dealing: { dailyRedemption: '4000' } } },
        { holdings: [{ product: 'A', value: cny('10000') }], weights: { B: 1 } },
      ),
    );
    expect(lines(plan).filter((line) => line.includes('sell'))).toEqual([
      '2026-03-06 sell A 4000.00',
      '2026-03-09 sell A 1000.00',
    ]);
    expect(why(plan)[0]).toBe('sell A 5000.00: orders.keeps-minimum-holding');
  });

  it('sells nothing where a day lets out less than a unit, and says so', () => {
    // 5.00 a day are less than one lot of 10 units at 1.
    const one = { currency: 'CNY', amount: '1' } as const;
    const plan = planTransition(
      asked(
        { B: {}, A: { unitStep: '10', dealing: { dailyRedemption: '5' } } },
        { holdings: [{ product: 'A', units: '100', price: one }], weights: { B: 1 } },
      ),
    );
    expect(plan.status).toBe('nothing-to-order');
    if (plan.status === 'missing-rate') throw new Error(plan.status);
    expect(why(plan)[0]).toBe('sell A 100.00: orders.limit-below-minimum');
  });

  it('counts on no day on which only a part of each redemption is carried out, and says so', () => {
    // What becomes of the other 60 % the contract says, so Monday is the first day on which 10,000 are sure to be redeemed.
    const plan = planned(
      asked(
        { B: {}, A: { dealing: { gates: [{ on: '2026-03-06', acceptedShare: 0.4 }] } } },
        { holdings: [{ product: 'A', value: cny('10000') }], weights: { B: 1 } },
      ),
    );
    expect(lines(plan)).toEqual([
      '2026-03-09 sell A 10000.00',
      '2026-03-10 buy B 10000.00 after plan/A/1',
    ]);
    expect(plan.reasons).toMatchObject([
      { code: 'orders.pro-rata-day', parameters: { product: 'A', on: '2026-03-06', share: 0.4 } },
    ]);
    const whole = planned(
      asked(
        { B: {}, A: { dealing: { gates: [{ on: '2026-03-06', acceptedShare: 1 }] } } },
        { holdings: [{ product: 'A', value: cny('10000') }], weights: { B: 1 } },
      ),
    );
    expect(lines(whole)[0]).toBe('2026-03-06 sell A 10000.00');
    expect(whole.reasons).toEqual([]);
  });

  it('names once what the residual product cannot take of its own share and of what is left over', () => {
    // A would get 5 %, 500.05, B 9,500.95 in whole yuan: 500.05 and 0.95 have nowhere to go.
    const plan = planned(
      asked(
        { A: { status: 'subscription-suspended' }, B: {} },
        { cash: [cny('10001')], weights: { A: 0.05, B: 0.95 } },
      ),
    );
    expect(lines(plan)).toEqual(['2026-03-06 buy B 9500.00']);
    expect(plan.notOrdered).toMatchObject([{ product: 'A', amount: cny('501') }]);
    expect(plan.notOrdered[0]!.reasons.map(({ code }) => code)).toEqual([
      'orders.not-dealing',
      'products.dealing.subscription-suspended',
    ]);
  });

  describe('a purchase that is known to be impossible', () => {
    const fees = { exit: [{ fromDays: 0, rate: 0.015 }] };
    const from = (changes: Readonly<Record<string, Partial<Product>>>, given: object) =>
      planTransition(
        asked(
          { A: { fees }, ...changes },
          { holdings: [{ product: 'A', value: cny('10000') }], ...given },
        ),
      );
    const suspended = { status: 'subscription-suspended' } as const;

    it('is no reason to sell', () => {
      const plan = from({ B: suspended }, { weights: { B: 1 } });
      expect(plan.status).toBe('nothing-to-order');
      if (plan.status === 'missing-rate') throw new Error(plan.status);
      expect(why(plan)).toEqual([
        'sell A 10000.00: orders.purchase-impossible',
        'buy B 10000.00: orders.not-dealing,products.dealing.subscription-suspended',
      ]);
      expect(plan.notOrdered[0]?.reasons[0]?.parameters).toEqual({ product: 'A', other: 'B' });
    });

    it('leaves the others what they need', () => {
      // 4,000 for C, which needs a price: 6,000 are sold. 6,000 less 1.5 % are 5,910, whole yuan.
      const plan = from({ B: {}, C: { unitStep: '100' } }, { weights: { B: 0.6, C: 0.4 } });
      if (plan.status !== 'planned') throw new Error(plan.status);
      expect(lines(plan)).toEqual([
        '2026-03-06 sell A 6000.00',
        '2026-03-09 buy B 5910.00 after plan/A/1',
      ]);
      expect(why(plan)).toEqual([
        'sell A 4000.00: orders.purchase-impossible',
        'buy B 90.00: orders.scaled-to-money',
        'buy C 4000.00: orders.price-missing',
      ]);
    });

    it('counts for what of it is impossible', () => {
      // 3,000 of B at most: 7,000 stay in A.
      const plan = from({ B: { maximumHolding: '3000' } }, { weights: { B: 1 } });
      if (plan.status !== 'planned') throw new Error(plan.status);
      expect(lines(plan)[0]).toBe('2026-03-06 sell A 3000.00');
      expect(why(plan)[0]).toBe('sell A 7000.00: orders.purchase-impossible');
    });

    it('takes from every sale in proportion', () => {
      // C would take 2,000 of 4,000: half of each sale.
      const plan = from(
        { A2: {}, B: {}, C: suspended },
        {
          holdings: [
            { product: 'A', value: cny('3000') },
            { product: 'A2', value: cny('1000') },
          ],
          weights: { B: 0.5, C: 0.5 },
        },
      );
      if (plan.status !== 'planned') throw new Error(plan.status);
      expect(lines(plan).slice(0, 2)).toEqual([
        '2026-03-06 sell A 1500.00',
        '2026-03-06 sell A2 500.00',
      ]);
    });

    it('changes no sale where another product takes what is left over, or where amounts are asked for', () => {
      const taken = planned(
        asked(
          { M: {}, A: {}, B: suspended },
          { holdings: [{ product: 'A', value: cny('10000') }], weights: { B: 1 } },
        ),
      );
      expect(lines(taken)).toEqual([
        '2026-03-06 sell A 10000.00',
        '2026-03-09 buy M 10000.00 after plan/A/1',
      ]);
      const amounts = from({ B: suspended }, { amounts: { B: cny('10000') } });
      if (amounts.status !== 'planned') throw new Error(amounts.status);
      expect(lines(amounts)).toEqual(['2026-03-06 sell A 10000.00']);
      expect(amounts.unplaced).toEqual(cny('9850'));
      expect(why(amounts)[0]).toContain('buy B 10000.00: orders.not-dealing');
    });
  });

  it('sells nothing of which the fee takes all', () => {
    const exit = [{ fromDays: 0, rate: 0, plus: '5' }];
    const plan = planTransition(
      asked(
        { B: { minimumPurchase: '1' }, A: { fees: { exit } } },
        { holdings: [{ product: 'A', value: cny('100') }], weights: { A: 0.96, B: 0.04 } },
      ),
    );
    if (plan.status === 'missing-rate') throw new Error(plan.status);
    expect(why(plan)).toContain('sell A 4.00: orders.fee-takes-all');
  });

  it('sells a step more where rounding down would leave less than is to be kept', () => {
    const change = { holdings: [{ product: 'A', value: cny('1000') }], weights: { A: 1 } };
    const keeping = { ...change, keep: cny('100.50'), residual: 'cash' } as const;
    // 100.50 in whole yuan: 101, of which 0.50 are more than is kept.
    const plan = planned(asked({ A: {} }, keeping));
    expect(lines(plan)).toEqual(['2026-03-06 sell A 101.00']);
    expect(plan).toMatchObject({ unplaced: cny('0.50'), missing: cny('0'), rounding: cny('0') });
    // With an exit fee of 1 %: 101 bring 99.99, 102 bring 100.98.
    const dear = planned(asked({ A: { fees: { exit: [{ fromDays: 0, rate: 0.01 }] } } }, keeping));
    expect(lines(dear)).toEqual(['2026-03-06 sell A 102.00']);
    expect(dear.unplaced).toEqual(cny('0.48'));
    // In lots of one unit at 10: ten are 100, eleven 110.
    const held = { product: 'A', units: '100', price: { currency: 'CNY', amount: '10' } } as const;
    const inUnits = asked({ A: { unitStep: '1' } }, { ...keeping, holdings: [held] });
    expect(lines(planned(inUnits))).toEqual(['2026-03-06 sell A 110.00 = 11 units']);
  });

  it('says what is missing of what is to be kept', () => {
    const change = { holdings: [{ product: 'A', value: cny('1000') }], weights: { A: 1 } };
    const much = planned(asked({ A: {} }, { ...change, keep: cny('5000') }));
    expect(lines(much)).toEqual(['2026-03-06 sell A 1000.00']);
    expect(much.missing).toEqual(cny('4000'));
    expect(much.reasons).toMatchObject([
      { code: 'orders.keep-short', parameters: { missing: '4000.00', currency: 'CNY' } },
    ]);
    const none = planTransition(
      asked({ A: { status: 'redemption-suspended' } }, { ...change, keep: cny('100.50') }),
    );
    expect(none).toMatchObject({
      status: 'nothing-to-order',
      missing: cny('100.50'),
      reasons: [{ code: 'orders.keep-short' }],
    });
  });

  it('takes exit fees by the age of the lots, earliest first, and buys for what is left', () => {
    // Exit 1 % below 30 days. Lots: 400 of 2026-01-05 (60 days on 03-06), 600 of 2026-03-02 (4 days).
    // Sold 1,000: fee 0 + 6.00, so 994 are left for B.
    const plan = planned(
      asked(
        {
          B: {},
          A: {
            fees: {
              exit: [
                { fromDays: 0, rate: 0.01 },
                { fromDays: 30, rate: 0 },
              ],
            },
          },
        },
        {
          holdings: [
            {
              product: 'A',
              value: cny('1000'),
              lots: [
                { boughtOn: '2026-03-02', value: cny('600') },
                { boughtOn: '2026-01-05', value: cny('400') },
              ],
            },
          ],
          weights: { B: 1 },
        },
      ),
    );
    expect(
      plan.orders.map(({ gross, fee, net }) => [gross.amount, fee.amount, net.amount]),
    ).toEqual([
      ['1000.00', '6.00', '994.00'],
      ['994.00', '0.00', '994.00'],
    ]);
    expect(why(plan)).toEqual(['buy B 6.00: orders.scaled-to-money']);
  });

  it('takes the highest exit rate where no lots are given', () => {
    const exit = [
      { fromDays: 0, rate: 0.01 },
      { fromDays: 30, rate: 0 },
    ];
    const plan = planned(
      asked(
        { B: {}, A: { fees: { exit } } },
        { holdings: [{ product: 'A', value: cny('1000') }], weights: { B: 1 } },
      ),
    );
    expect(plan.orders[0]!.fee.amount).toBe('10.00');
  });

  it('sells locked lots on the day on which they are free, and none beyond the last day', () => {
    // 30 days from 2026-02-16 is 2026-03-18.
    const holdings = [
      {
        product: 'A',
        value: cny('1000'),
        lots: [
          { boughtOn: '2026-01-05', value: cny('400') },
          { boughtOn: '2026-02-16', value: cny('600') },
        ],
      },
    ] as const;
    const request = asked({ B: {}, A: { lockUpDays: 30 } }, { holdings, weights: { B: 1 } });
    expect(lines(planned(request))).toEqual([
      '2026-03-06 sell A 400.00',
      '2026-03-18 sell A 600.00',
      '2026-03-19 buy B 1000.00 after plan/A/1,plan/A/2',
    ]);
    const soon = planned({ ...request, latest: '2026-03-10' });
    expect(lines(soon)).toEqual([
      '2026-03-06 sell A 400.00',
      '2026-03-09 buy B 400.00 after plan/A/1',
    ]);
    expect(why(soon)).toEqual([
      'sell A 600.00: orders.not-dealing,products.dealing.locked-until',
      'buy B 600.00: orders.scaled-to-money',
    ]);
  });

  it('cuts sales under gates and daily limits of the days', () => {
    // 2026-03-09 is gated at 100, other days at 400: 400 + 100 + 400 + 100.
    const dealing = {
      dailyRedemption: '400',
      gates: [{ on: '2026-03-09', perClient: '100' }],
    } as const;
    const plan = planned(
      asked(
        { B: {}, A: { dealing } },
        { holdings: [{ product: 'A', value: cny('1000') }], weights: { B: 1 } },
      ),
    );
    expect(lines(plan).filter((line) => line.includes('sell'))).toEqual([
      '2026-03-06 sell A 400.00',
      '2026-03-09 sell A 100.00',
      '2026-03-10 sell A 400.00',
      '2026-03-11 sell A 100.00',
    ]);
  });

  it('spreads purchases over dealing days under the product’s limit', () => {
    const plan = planned(
      asked(
        { A: {}, B: { dealing: { dailyPurchase: '400' } } },
        { cash: [cny('1000')], weights: { A: 0, B: 1 } },
      ),
    );
    expect(lines(plan)).toEqual([
      '2026-03-06 buy B 400.00',
      '2026-03-09 buy B 400.00',
      '2026-03-10 buy B 200.00',
    ]);
  });

  it('goes on for 1,000 dealing days at most, and names the rest', () => {
    // 1,000 days at 10 are 10,000 of the 20,000.
    const years = compileCalendar({
      id: 'weekends',
      covers: { from: '2026-01-01', to: '2031-01-01' },
      holidays: [],
    });
    const given = {
      calendar: years,
      holdings: [{ product: 'A', value: cny('20000') }],
      weights: { B: 1 },
    };
    const slow = planned(asked({ A: { dealing: { dailyRedemption: '10' } }, B: {} }, given));
    expect(slow.orders.filter(({ side }) => side === 'sell')).toHaveLength(1000);
    expect([slow.proceeds, slow.purchases]).toEqual([cny('10000'), cny('10000')]);
    expect(why(slow)[0]).toBe('sell A 10000.00: orders.beyond-most-days');
    const mistyped = asked({ A: {}, B: {} }, { ...given, dailyLimits: { A: '10' } });
    expectRefusal(() => planTransition(mistyped), 'out-of-range', 'request.dailyLimits.A');

    // Nothing is sold for what of a purchase takes longer, of an amount or of units at 1.
    const limited = { A: {}, B: { unitStep: '1', dealing: { dailyPurchase: '10' } } };
    const price = { prices: { B: cny('1') } };
    const { weights: _, ...held } = given;
    for (const wanted of [{ weights: { B: 1 } }, { units: { B: '20000' }, weights: { A: 1 } }]) {
      const bought = planned(asked(limited, { ...held, ...price, ...wanted }));
      const purchases = bought.orders.filter(({ side }) => side === 'buy');
      expect(purchases.every(({ gross }) => gross.amount === '10.00')).toBe(true);
      expect(purchases).toHaveLength(1000);
      expect([bought.proceeds, bought.unplaced]).toEqual([cny('10000'), cny('0')]);
      expect(why(bought)).toContain('buy B 10000.00: orders.beyond-most-days');
    }
  });

  describe('what rounding of several sales takes', () => {
    // Of A, D and E 190 each should be sold for the 390 of B and the 180 of C, and 100 each are.
    const holdings = [
      { product: 'A', value: cny('1400') },
      { product: 'D', value: cny('1400') },
      { product: 'E', value: cny('1200') },
    ];
    const weights = { A: 0.3025, D: 0.3025, E: 0.2525, B: 0.0975, C: 0.045 };
    const given = { holdings, weights, amountStep: '100' };

    it('comes first off what rounding leaves of the purchases, then off the largest, which is named', () => {
      // Of the 270 that are missing 80 come off C, of which 100 are ordered in any case, and 190 off B.
      const plan = planned(asked({ A: {}, B: {}, C: {}, D: {}, E: {} }, given));
      expect(lines(plan).filter((line) => line.includes('buy'))).toEqual([
        '2026-03-09 buy B 200.00 after plan/A/1,plan/D/1',
        '2026-03-09 buy C 100.00 after plan/E/1',
      ]);
      expect(plan.unplaced).toEqual(cny('0'));
      expect(why(plan)).toEqual(['buy B 190.00: orders.rounding-taken-off']);
    });

    it('leaves the residual product nothing that another one lacks', () => {
      const plan = planned(asked({ R: {}, A: {}, B: {}, C: {}, D: {}, E: {} }, given));
      const bought = plan.orders.filter(({ side }) => side === 'buy');
      expect(bought.map(({ product, gross }) => [product, gross.amount])).toEqual([
        ['B', '200.00'],
        ['C', '100.00'],
      ]);
    });

    it('is not named where it is no more than a step', () => {
      // Of the 190 of A 100 are sold, so B lacks 90 of its 190.
      const plan = planned(
        asked(
          { A: {}, B: {} },
          {
            holdings: [{ product: 'A', value: cny('1900') }],
            weights: { A: 0.9, B: 0.1 },
            amountStep: '100',
          },
        ),
      );
      expect(lines(plan)[1]).toContain('buy B 100.00');
      expect(plan.notOrdered).toEqual([]);
    });
  });

  it('redeems all where less than the minimum holding would stay, and keeps it where lots are locked', () => {
    // 1,000 to 50: 50 is less than 100.
    const request = asked(
      { B: {}, A: { minimumHolding: '100', lockUpDays: 30 } },
      {
        holdings: [{ product: 'A', value: cny('1000') }],
        amounts: { A: cny('50'), B: cny('950') },
      },
    );
    const all = planned(request);
    expect(lines(all)[0]).toBe('2026-03-06 sell A 1000.00');
    expect(why(all)).toEqual([]);
    expect(all.reasons.map(({ code }) => code)).toEqual(['orders.redeems-all']);
    // 50 more is sold than B needs, and only rounding goes to the residual product.
    expect(lines(all)[1]).toBe('2026-03-09 buy B 950.00 after plan/A/1');
    expect(all.unplaced).toEqual(cny('50'));
    const lots = [
      { boughtOn: '2026-01-05', value: cny('960') },
      { boughtOn: '2026-03-02', value: cny('40') },
    ] as const;
    const holdings = [{ product: 'A', value: cny('1000'), lots }];
    const kept = planned({ ...request, holdings, latest: '2026-03-20' });
    expect(lines(kept)[0]).toBe('2026-03-06 sell A 900.00');
    expect(why(kept)[0]).toBe('sell A 50.00: orders.keeps-minimum-holding');
  });

  it('asks an addition for its own minimum', () => {
    const request = asked(
      { A: {}, B: { minimumPurchase: '1000', minimumAddition: '100' } },
      {
        cash: [cny('300')],
        weights: { A: 0, B: 1 },
        holdings: [{ product: 'B', value: cny('5') }],
      },
    );
    expect(lines(planned(request))).toEqual(['2026-03-06 buy B 300.00']);
    const first = planTransition({ ...request, holdings: [], cash: [cny('305')] });
    expect(first.status === 'planned' && why(first)).toEqual([
      'buy B 305.00: orders.below-minimum',
    ]);
  });

  it('sells and buys whole lots where a price is given', () => {
    // A: 1,000 units at 3.333: sell 60 % = 600 → six lots of 100 = 1,999.80. B: 1,999.80 at 7.11 in lots of 100: 2 lots = 1,422.
    const plan = planned(
      asked(
        { C: {}, A: { unitStep: '100' }, B: { unitStep: '100' } },
        {
          residual: 'cash',
          holdings: [{ product: 'A', units: '1000', price: { currency: 'CNY', amount: '3.333' } }],
          prices: { B: { currency: 'CNY', amount: '7.11' } },
          weights: { A: 0.4, B: 0.6 },
        },
      ),
    );
    expect(lines(plan)).toEqual([
      '2026-03-06 sell A 1999.80 = 600 units',
      '2026-03-09 buy B 1422.00 = 200 units after plan/A/1',
    ]);
    expect(plan.unplaced).toEqual(cny('577.80'));
  });

  it('changes money at the rates for what is in another currency, and lists each change', () => {
    // USD at 7.00: 7,000 CNY buy 1,000 USD.
    const plan = planned(
      asked(
        { A: {}, U: { currency: 'USD' } },
        {
          cash: [cny('10000')],
          weights: { A: 0.3, U: 0.7 },
          fx: { base: 'CNY', rates: { USD: '7' } },
        },
      ),
    );
    expect(plan.orders.map(({ product, gross }) => [product, gross])).toEqual([
      ['A', cny('3000')],
      ['U', money('USD', '1000')],
    ]);
    expect(plan.exchanges).toEqual([
      { order: 'plan/U/1', from: cny('7000'), to: money('USD', '1000') },
    ]);
  });

  it('pays with money of the same currency before it changes any', () => {
    const plan = planned(
      asked(
        { A: {}, U: { currency: 'USD' } },
        {
          cash: [cny('3000'), money('USD', '1000')],
          weights: { A: 0.3, U: 0.7 },
          fx: { base: 'CNY', rates: { USD: '7' } },
        },
      ),
    );
    // One smallest unit a purchase is held back for rounding: 2 cents of 1,000 USD.
    expect(plan.exchanges).toEqual([]);
    expect(plan.orders.map(({ product }) => product)).toEqual(['A', 'U']);
  });

  it('names a missing rate: of what is held nothing is planned, of what is wanted only that', () => {
    const universe = { A: {}, U: { currency: 'USD' as const } };
    const held = planTransition(
      asked(universe, {
        holdings: [{ product: 'U', value: money('USD', '10') }],
        weights: { A: 1 },
      }),
    );
    expect(held).toMatchObject({ status: 'missing-rate', missing: ['USD'] });
    const wanted = planned(asked(universe, { cash: [cny('1000')], weights: { A: 0.5, U: 0.5 } }));
    expect(lines(wanted)).toEqual(['2026-03-06 buy A 1000.00']);
    expect(why(wanted)).toEqual(['buy U 500.00: orders.rate-missing']);
  });

  it('leaves small differences alone and names them', () => {
    const plan = planTransition(
      asked(
        { A: {}, B: {} },
        {
          holdings: [
            { product: 'A', value: cny('505') },
            { product: 'B', value: cny('495') },
          ],
          weights: { A: 0.5, B: 0.5 },
          minimumTrade: cny('10'),
        },
      ),
    );
    expect(plan.status).toBe('nothing-to-order');
    expect(plan.status !== 'missing-rate' && why(plan)).toEqual([
      'sell A 5.00: orders.below-minimum-trade',
      'buy B 5.00: orders.below-minimum-trade',
    ]);
  });

  it('sells nothing of what pays back by itself at maturity', () => {
    const dealing = { redemption: 'never', maturity: '2026-06-01' } as const;
    const plan = planTransition(
      asked(
        { B: {}, A: { dealing } },
        { holdings: [{ product: 'A', value: cny('1000') }], weights: { B: 1 } },
      ),
    );
    expect(plan.status).toBe('nothing-to-order');
    expect(plan.status !== 'missing-rate' && why(plan)).toEqual([
      'sell A 1000.00: orders.not-dealing,products.dealing.matures',
      'buy B 1000.00: orders.money-short',
    ]);
  });

  it('is the same whatever the order of the rows', () => {
    const holdings = [
      { product: 'A', value: cny('700') },
      { product: 'B', value: cny('300') },
    ];
    const request = asked(
      { A: {}, B: {}, C: {} },
      { holdings, weights: { A: 0.2, B: 0.3, C: 0.5 } },
    );
    const turned = {
      ...request,
      holdings: [...holdings].reverse(),
      weights: { C: 0.5, B: 0.3, A: 0.2 },
    };
    expect(JSON.stringify(planTransition(turned))).toBe(JSON.stringify(planTransition(request)));
  });
});

describe('a request for a transition', () => {
  const good = asked({ A: {}, U: { currency: 'USD' } }, { cash: [cny('100')], weights: { A: 1 } });
  const refused = (change: object) => () => planTransition({ ...good, ...change } as never);
  const position = { product: 'A', value: cny('10') };

  it.each([
    ['no currency', { currency: undefined }, 'missing-value', 'request.currency'],
    ['no holdings', { holdings: undefined }, 'missing-value', 'request.holdings'],
    ['no target', { weights: undefined }, 'missing-value', 'request.weights'],
    ['two targets', { amounts: {} }, 'inconsistent', 'request.amounts'],
    [
      'a product held twice',
      { holdings: [position, position] },
      'duplicate-id',
      'request.holdings[1].product',
    ],
    [
      'a value in another currency',
      { holdings: [{ product: 'U', value: cny('1') }] },
      'currency-mismatch',
      'request.holdings[0].value.currency',
    ],
    [
      'units without a price',
      { holdings: [{ product: 'A', units: '1' }] },
      'missing-value',
      'request.holdings[0].price',
    ],
    [
      'a price of zero',
      { holdings: [{ product: 'A', units: '1', price: cny('0') }] },
      'out-of-range',
      'request.holdings[0].price.amount',
    ],
    [
      'a value beside units',
      { holdings: [{ ...position, units: '1', price: cny('1') }] },
      'inconsistent',
      'request.holdings[0].value',
    ],
    [
      'lots that do not add up',
      { holdings: [{ ...position, lots: [{ boughtOn: '2026-01-05', value: cny('9') }] }] },
      'inconsistent',
      'request.holdings[0].lots',
    ],
    [
      'money of one currency twice',
      { cash: [cny('1'), cny('2')] },
      'duplicate-id',
      'request.cash[1].currency',
    ],
    [
      'a lot below 0',
      {
        holdings: [
          {
            ...position,
            lots: [
              { boughtOn: '2026-01-05', value: cny('15') },
              { boughtOn: '2026-01-06', value: cny('-5') },
            ],
          },
        ],
      },
      'out-of-range',
      'request.holdings[0].lots[1].value.amount',
    ],
    [
      'neither a value nor units',
      { holdings: [{ product: 'A' }] },
      'missing-value',
      'request.holdings[0].value',
    ],
    [
      'a rate of zero',
      { fx: { base: 'CNY', rates: { USD: '0' } } },
      'out-of-range',
      'request.fx.rates.USD',
    ],
    [
      'a rate that is no number, even if nothing needs it',
      { fx: { base: 'CNY', rates: { USD: 'x' } } },
      'invalid-format',
      'request.fx.rates.USD',
    ],
    [
      'a rate of its base',
      { fx: { base: 'CNY', rates: { CNY: '2' } } },
      'inconsistent',
      'request.fx.rates.CNY',
    ],
    ['a last day before the first', { latest: '2026-03-05' }, 'inconsistent', 'request.latest'],
    ['a negative amount to keep', { keep: cny('-1') }, 'out-of-range', 'request.keep.amount'],
    ['no calendar', { calendar: undefined }, 'missing-value', 'request.calendar'],
    ['no day', { asOf: undefined }, 'missing-value', 'request.asOf'],
    ['a day that does not exist', { asOf: '2026-02-30' }, 'invalid-date', 'request.asOf'],
    ['another residual rule', { residual: 'luck' }, 'unknown-value', 'request.residual'],
    ['fees on neither side', { fees: 'around' }, 'unknown-value', 'request.fees'],
  ] as const)('is refused with %s', (_, change, code, path) => {
    expectRefusal(refused(change), code, path);
  });
});
