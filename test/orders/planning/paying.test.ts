import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import bank from '../../../examples/data/bank-policy.json' with { type: 'json' };
import { compileCalendar, parsePlainDate } from '../../../src/dates/index.js';
import { type Money, money, toMinorUnits } from '../../../src/money/index.js';
import {
  type PlannedOrder,
  planTransition,
  type TransitionPlan,
  type TransitionRequest,
} from '../../../src/orders/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import expected from '../../fixtures/scenario/expected.json' with { type: 'json' };
import { cny, universe } from '../support.js';

/** The sample client's weights, and the bank's calendar: 2026-03-02 is a Monday. */
const base: TransitionRequest<'CNY'> = {
  currency: 'CNY',
  universe,
  weights: expected['products.weights'],
  residualProduct: 'P01',
  amountStep: '1',
  funding: 'DEMAND_CNY',
  holdings: [],
  asOf: '2026-03-02',
  calendar: compileCalendar(bank.calendar as Parameters<typeof compileCalendar>[0]),
};

type Planned = Extract<TransitionPlan<'CNY'>, { status: 'planned' }>;

function planned(request: TransitionRequest<'CNY'>): Planned {
  const plan = planTransition(request);
  if (plan.status !== 'planned') throw new Error(plan.status);
  return plan;
}

const lines = ({ orders }: Planned) =>
  orders.map(
    ({ side, product, gross, orderOn, after = [] }) =>
      `${orderOn} ${side} ${product} ${gross.amount}${after.length === 0 ? '' : ` after ${after}`}`,
  );

describe('a purchase that proceeds pay for', () => {
  it('goes on the first day on which ready money and proceeds suffice', () => {
    // Ready 81,262: P01 and P08 leave 56,991. On 3 March 200,000 more: 256,991 − 131,225 (P03) − 90,817 (P06) = 34,949.
    // P07 needs 94,949 = 34,949 + 60,000, which P02, locked until 22 March, brings on the 24th.
    const plan = planned({
      ...base,
      holdings: [
        { product: 'P04', value: cny('200000') },
        {
          product: 'P02',
          value: cny('60000'),
          lots: [{ boughtOn: '2026-02-20', value: cny('60000') }],
        },
      ],
      cash: [cny('81262')],
    });
    expect(lines(plan)).toEqual([
      '2026-03-02 sell P04 200000.00',
      '2026-03-02 buy P01 17065.00',
      '2026-03-02 buy P08 7206.00',
      '2026-03-03 buy P03 131225.00 after plan/P04/1',
      '2026-03-03 buy P06 90817.00 after plan/P04/1',
      '2026-03-23 sell P02 60000.00',
      '2026-03-24 buy P07 94949.00 after plan/P02/1,plan/P04/1',
    ]);
    expect(plan.unplaced).toEqual(cny('0'));
  });

  it('does not wait for another that comes before it by id', () => {
    // 100 ready, 1,000 from A on the next day: B needs 800 and waits, C goes with the 100 at once, D with what is left.
    const plan = planned(
      plain(
        { A: {}, B: {}, C: {}, D: {} },
        {
          holdings: [{ product: 'A', value: cny('1000') }],
          cash: [cny('100')],
          amounts: { B: cny('800'), C: cny('100'), D: cny('200') },
        },
      ),
    );
    expect(lines(plan)).toEqual([
      '2026-03-02 sell A 1000.00',
      '2026-03-02 buy C 100.00',
      '2026-03-03 buy B 800.00 after plan/A/1',
      '2026-03-03 buy D 200.00 after plan/A/1',
    ]);
  });

  it('of which the money never comes is not ordered, and neither are its later slices', () => {
    // P pays 60 a day: 100 now, and nothing comes beyond it before the last day.
    const plan = planned(
      plain(
        { A: { lockUpDays: 30 }, P: { dealing: { dailyPurchase: '60' } } },
        {
          residual: 'cash',
          holdings: [
            {
              product: 'A',
              value: cny('200'),
              lots: [{ boughtOn: '2026-03-01', value: cny('200') }],
            },
          ],
          cash: [cny('100')],
          amounts: { P: cny('300') },
          latest: '2026-03-04',
        },
      ),
    );
    expect(lines(plan)).toEqual(['2026-03-02 buy P 60.00', '2026-03-03 buy P 40.00']);
    expect(plan.unplaced).toEqual(cny('0'));
  });
});

describe('target amounts', () => {
  it('leave money that is not needed for them where it is', () => {
    // 5,000.50 to P01 and 3,000.50 to P03, which is rounded down to 3,000: only the 0.50 go to the residual product.
    const { weights: _, ...rest } = base;
    const amounts = { P01: cny('5000.50'), P03: cny('3000.50') };
    const plan = planned({ ...rest, cash: [cny('21000')], amounts });
    expect(lines(plan)).toEqual(['2026-03-02 buy P01 5001.00', '2026-03-02 buy P03 3000.00']);
    expect(plan.unplaced).toEqual(cny('12999'));
  });

  it('do not move to the residual product what cannot be ordered', () => {
    const { weights: _, ...rest } = base;
    // P07 is bought from 1,000 on.
    const amounts = { P01: cny('5000'), P07: cny('900') };
    const plan = planned({ ...rest, cash: [cny('21000')], amounts });
    expect(lines(plan)).toEqual(['2026-03-02 buy P01 5000.00']);
    expect(plan.notOrdered.map(({ product, amount }) => [product, amount])).toEqual([
      ['P07', cny('900')],
    ]);
  });
});

describe('a sale in units', () => {
  it('keeps to a limit of money a day', () => {
    // 3,000 a day at 3.3: 909.09 units are 2,999.997, which is 3,000.00 to the cent, and 909.10 would be 3,000.03.
    const plan = planned(
      plain(
        { B: {}, A: { dealing: { dailyRedemption: '3000' } } },
        {
          holdings: [{ product: 'A', units: '2000', price: { currency: 'CNY', amount: '3.3' } }],
          weights: { B: 1 },
        },
      ),
    );
    const sales = plan.orders.filter(({ side }) => side === 'sell');
    expect(sales.map(({ units: sold, gross }) => [sold, gross.amount])).toEqual([
      ['909.09', '3000.00'],
      ['909.09', '3000.00'],
      ['181.82', '600.01'],
    ]);
  });

  it('keeps whole lots where the minimum holding must stay', () => {
    // 1,000 units at 1, 15 of them locked. 990 are asked for; 100 must stay, and of the 900 that may go whole lots of 70 are 840.
    const position = {
      product: 'A',
      units: '1000',
      price: { currency: 'CNY', amount: '1' },
      lots: [
        { boughtOn: '2026-01-05', units: '985' },
        { boughtOn: '2026-03-01', units: '15' },
      ],
    } as const;
    const plan = planned(
      plain(
        { B: {}, A: { unitStep: '70', minimumHolding: '100', lockUpDays: 30 } },
        {
          holdings: [position],
          amounts: { A: cny('10'), B: cny('990') },
          latest: '2026-03-10',
        },
      ),
    );
    expect(plan.orders[0]).toMatchObject({ side: 'sell', units: '840' });
  });
});

describe('rounding', () => {
  it('of changes comes off the residual product and names nobody', () => {
    // 1,262 + 10,000 USD at 7.10 = 72,262. Floors: P03 27,786, P06 19,230, P07 20,105, P08 1,525; they leave 3,616 to P01.
    const plan = planned({
      ...base,
      cash: [cny('1262'), money('USD', '10000')],
      fx: { base: 'CNY', rates: { USD: '7.10' } },
    });
    expect(plan.orders.map(({ product, gross }) => [product, gross.amount]).slice(1)).toEqual([
      ['P03', '27786.00'],
      ['P06', '19230.00'],
      ['P07', '20105.00'],
      ['P08', '1525.00'],
    ]);
    // One purse in another currency and five slices: 1 + 2 × 5 fen are held back at most.
    expect(Number(plan.orders[0]!.gross.amount)).toBeGreaterThanOrEqual(3615.89);
    expect(plan.notOrdered).toEqual([]);
    expect(Number(plan.unplaced.amount)).toBeLessThanOrEqual(0.11);
  });

  it('does not lose a purchase to what the residual product takes', () => {
    // 20,000 USD at 7.10 are 142,000: half of it each to P03 and P04, less the fen that rounding may take.
    for (const residual of ['product', 'largest-weight', 'cash'] as const) {
      const plan = planned({
        ...base,
        residual,
        weights: { P03: 0.5, P04: 0.5 },
        cash: [money('USD', '20000')],
        fx: { base: 'CNY', rates: { USD: '7.10' } },
      });
      const bought = new Map(plan.orders.map(({ product, gross }) => [product, gross.amount]));
      for (const id of ['P03', 'P04']) {
        expect(Number(bought.get(id))).toBeGreaterThanOrEqual(70_999);
      }
      expect(plan.notOrdered).toEqual([]);
      expect(
        total([plan.purchases, plan.unplaced, plan.rounding].map((one) => toMinorUnits(one))),
      ).toBe(14_200_000n);
    }
  });

  it('adds up with money in two currencies', () => {
    const plan = planned({
      ...base,
      weights: { P01: 1 },
      cash: [money('USD', '1000'), cny('1000')],
      fx: { base: 'CNY', rates: { USD: '7.1' } },
    });
    // One purse to be changed and one slice: 1 + 2 fen are held back, and the last change brings them back.
    expect(plan).toMatchObject({
      ...{ investable: cny('8100'), purchases: cny('8099.97'), unplaced: cny('0.03') },
      ...{ rounding: cny('0'), notOrdered: [] },
    });
  });

  it('of a sale does not count as too little money', () => {
    // To half of 1,001 each: 500.50 is sold as 500, and B gets that.
    const plan = planned(
      plain(
        { A: {}, B: {} },
        {
          residual: 'cash',
          holdings: [{ product: 'A', value: cny('1001') }],
          weights: { A: 0.5, B: 0.5 },
        },
      ),
    );
    expect(lines(plan)).toEqual([
      '2026-03-02 sell A 500.00',
      '2026-03-03 buy B 500.00 after plan/A/1',
    ]);
    expect(plan.notOrdered).toEqual([]);
  });

  it('of less money than all purchases need is still named', () => {
    const exit = [{ fromDays: 0, rate: 0.01 }];
    const plan = planned(
      plain(
        { A: { fees: { exit } }, B: {} },
        {
          holdings: [{ product: 'A', value: cny('1000') }],
          amounts: { B: cny('1000') },
          residualProduct: 'B',
        },
      ),
    );
    expect(
      plan.notOrdered.map(({ product, amount, reasons }) => [product, amount, reasons[0]!.code]),
    ).toEqual([['B', cny('10'), 'orders.scaled-to-money']]);
  });
});

const plainTerms: Omit<Product, 'id'> = {
  name: 'Fund',
  lookThrough: { CASH: 1 },
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '0.01',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
};

function plain(
  changes: Readonly<Record<string, Partial<Product>>>,
  given: Partial<TransitionRequest<'CNY'>>,
): TransitionRequest<'CNY'> {
  const rows = Object.entries(changes).map(([id, change]) => ({ ...plainTerms, id, ...change }));
  const { weights: _, ...rest } = base;
  return {
    ...rest,
    universe: compileProducts(rows, ['CASH']),
    residualProduct: rows[0]!.id,
    ...given,
  };
}

/** Six positions that settle after 1 to 6 business days or are locked for a while, and eight products to buy. */
const problems = fc
  .record({
    held: fc.array(
      fc.record({
        value: fc.integer({ min: 1, max: 100_000_000 }),
        settles: fc.integer({ min: 1, max: 6 }),
        lockedDays: fc.integer({ min: 0, max: 60 }),
        foreign: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    wanted: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }),
        limit: fc.option(fc.integer({ min: 50_000_000, max: 200_000_000 })),
        foreign: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    cash: fc.integer({ min: 0, max: 100_000_000 }),
    usd: fc.integer({ min: 0, max: 10_000_000 }),
    rate: fc.integer({ min: 1000, max: 99_999 }),
  })
  .filter(({ held, cash, usd }) => held.length > 0 || cash + usd > 100);

type Problem = typeof problems extends fc.Arbitrary<infer T> ? T : never;

const text = (units: number) => (units / 100).toFixed(2);

function requestOf(
  { held, wanted, cash, usd, rate }: Problem,
  currencies: 'one' | 'two',
): TransitionRequest<'CNY'> {
  const isForeign = (foreign: boolean) => currencies === 'two' && foreign;
  const sold = held.map(({ settles, foreign }, i) => ({
    ...plainTerms,
    id: `S${i}`,
    lockUpDays: 60,
    dealing: { redemptionSettlement: settles },
    ...(isForeign(foreign) ? { currency: 'USD' as const } : {}),
  }));
  const bought = wanted.map(({ limit, foreign }, i) => ({
    ...plainTerms,
    id: `B${i}`,
    ...(limit === null ? {} : { dealing: { dailyPurchase: text(limit) } }),
    ...(isForeign(foreign) ? { currency: 'USD' as const } : {}),
  }));
  const all = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const { weights: _, ...rest } = base;
  return {
    ...rest,
    universe: compileProducts([...sold, ...bought] as readonly Product[], ['CASH']),
    residualProduct: 'B0',
    amountStep: '0.01',
    holdings: held.map(({ value, lockedDays, foreign }, i) => {
      const worth: Money = money(isForeign(foreign) ? 'USD' : 'CNY', text(value));
      // 60 days from the purchase are over after so many days from 2026-03-02.
      const day = new Date(Date.UTC(2026, 2, 2) - (60 - lockedDays) * 86_400_000);
      const boughtOn = parsePlainDate(day.toISOString().slice(0, 10));
      return { product: `S${i}`, value: worth, lots: [{ boughtOn, value: worth }] };
    }),
    cash: [cny(text(cash)), ...(currencies === 'two' ? [money('USD', text(usd))] : [])],
    fx: { base: 'CNY', rates: { USD: (rate / 10_000).toFixed(4) } },
    weights: Object.fromEntries(wanted.map(({ weight }, i) => [`B${i}`, weight / all])),
  };
}

const units = ({ gross }: PlannedOrder) => toMinorUnits(gross);
const net = ({ net: amount }: PlannedOrder) => toMinorUnits(amount);
const total = (list: readonly bigint[]) => list.reduce((sum, one) => sum + one, 0n);

describe('payment in one currency', () => {
  it('never spends what is not there, and lets no purchase wait that could be paid', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const request = requestOf(problem, 'one');
        const plan = planTransition(request);
        if (plan.status !== 'planned') return;
        const { orders } = plan;
        const ready = BigInt(problem.cash);
        const sales = orders.filter(({ side }) => side === 'sell');
        const purchases = orders.filter(({ side }) => side === 'buy');
        const days = ['2026-03-02', ...sales.map(({ settlesOn }) => settlesOn!)].sort();
        const leftOn = (day: string) =>
          ready +
          total(sales.filter(({ settlesOn }) => settlesOn! <= day).map(net)) -
          total(purchases.filter(({ orderOn }) => orderOn! <= day).map(units));
        for (const { orderOn } of purchases) expect(leftOn(orderOn!) >= 0n).toBe(true);
        // Of each product the first order waits for money alone: on no earlier day was there enough of it.
        for (const first of purchases.filter(({ day }) => day === 0)) {
          for (const day of days.filter((one) => one < first.orderOn!)) {
            expect(leftOn(day) < units(first)).toBe(true);
          }
        }
        expect(ready + total(sales.map(net))).toBe(
          total(purchases.map(units)) + toMinorUnits(plan.unplaced),
        );
        expect(plan.notOrdered).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('payment in two currencies', () => {
  it('orders everything, whatever is lost to rounding', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = planTransition(requestOf(problem, 'two'));
        if (plan.status === 'missing-rate') throw new Error(plan.status);
        const codes = plan.notOrdered.flatMap(({ reasons }) => reasons.map(({ code }) => code));
        // What is worth less than a unit of its currency cannot be ordered.
        expect(codes.filter((code) => code !== 'orders.below-minimum')).toEqual([]);
        if (plan.status !== 'planned') return;
        const rate = BigInt(problem.rate);
        const inBase = ({ currency, amount }: Money) =>
          currency === 'CNY'
            ? toMinorUnits(money('CNY', amount)) * 10_000n
            : toMinorUnits(money('USD', amount)) * rate;
        // No more leaves than there is, to the last fraction of a fen.
        const { orders } = plan;
        const sales = orders.filter(({ side }) => side === 'sell');
        const purchases = orders.filter(({ side }) => side === 'buy');
        const had =
          BigInt(problem.cash) * 10_000n +
          BigInt(problem.usd) * rate +
          total(sales.map((one) => inBase(one.net)));
        const spent = total(purchases.map((one) => inBase(one.gross)));
        expect(spent <= had).toBe(true);
        // And every unit is accounted for, each amount at its worth rounded down.
        const worth = (one: Money) => inBase(one) / 10_000n;
        const there = [cny(text(problem.cash)), money('USD', text(problem.usd))];
        expect(total([...there, ...sales.map((one) => one.net)].map(worth))).toBe(
          total([plan.purchases, plan.unplaced, plan.rounding].map((one) => toMinorUnits(one))),
        );
        const most = purchases.length + sales.length + plan.exchanges.length;
        expect(Math.abs(Number(plan.rounding.amount)) * 100).toBeLessThanOrEqual(most);
      }),
      { numRuns: 150 },
    );
  });
});

it('counts on what a change brings beyond its order only once that change is made', () => {
  // P1's dollars come day by day; P3 is bought in slices of 50,000, one a day, each paid by a change that brings some fen too many.
  // P0 is ordered on the day of one of the later slices and may not count on the fen of the slices after it.
  const terms = { ...universe.byId.P01!, entryFee: 0.001, minimumPurchase: '1', step: '1' };
  const products: readonly Product[] = [
    { ...terms, id: 'P0', minimumPurchase: '1000', entryFee: 0.0015 },
    {
      ...{ ...terms, id: 'P1', currency: 'USD', entryFee: 0, step: '0.01' },
      fees: { exit: [{ fromDays: 0, rate: 0.015 }] },
      dealing: { redemptionSettlement: 2, dailyRedemption: '20000' },
    },
    { ...terms, id: 'P2', status: 'redemption-suspended' },
    {
      ...terms,
      id: 'P3',
      minimumPurchase: '1000',
      step: '10',
      dealing: { dailyPurchase: '50000' },
    },
  ];
  const { residualProduct: _, ...rules } = base;
  const plan = planned({
    ...rules,
    universe: compileProducts(products, ['CASH']),
    residual: 'largest-weight',
    holdings: [
      { product: 'P1', value: money('USD', '92280.91') },
      { product: 'P2', value: cny('97381.83') },
    ],
    cash: [cny('26395.03'), money('USD', '3928.18')],
    weights: { P0: 0.461927, P1: 0.063294, P3: 0.474779 },
    fx: { base: 'CNY', rates: { USD: '7.1234' } },
    minimumTrade: cny('500'),
    asOf: '2026-05-02',
  });
  const dayOf = (id: string) => plan.orders.find((order) => order.id === id)!.orderOn!;
  const moves = [
    { on: '2026-05-02', money: cny('26395.03'), sign: 1n },
    ...plan.exchanges.flatMap(({ order, from, to }) => [
      { on: dayOf(order), money: from, sign: -1n },
      { on: dayOf(order), money: to, sign: 1n },
    ]),
    ...plan.orders.flatMap(({ side, orderOn, gross }) =>
      side === 'buy' ? [{ on: orderOn!, money: gross, sign: -1n }] : [],
    ),
  ].filter((move) => move.money.currency === 'CNY');
  for (const day of new Set(moves.map(({ on }) => on))) {
    const balance = moves
      .filter(({ on }) => on <= day)
      .reduce((sum, move) => sum + move.sign * toMinorUnits(move.money), 0n);
    expect(balance).toBeGreaterThanOrEqual(0n);
  }
});
