import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import { money } from '../../../src/money/index.js';
import {
  compileRebalancing,
  type OrderUnderWay,
  type Rebalancing,
  rebalance,
} from '../../../src/rebalancing/index.js';
import { ACCOUNT, type Changes, decide, MONDAY, POLICY, products } from '../simple.js';
import { amountsOf, cny, codes, positionsOf } from '../support.js';

/** A Tuesday; the money of the sale that dealt on Monday comes on Thursday. */
const TUESDAY = '2026-03-03';
const THURSDAY = '2026-03-05';

/** BONDS settle three business days after the sale. */
const SLOW = { BONDS: { dealing: { redemptionSettlement: 3 } } } as const;

const ordersOf = ({ trades }: Rebalancing) =>
  trades.map(
    ({ side, product, amount, orderOn }) => `${side} ${product} ${amount.amount} ${orderOn}`,
  );
const daysOf = ({ cash }: Rebalancing) =>
  cash.days.map(({ on, balance }) => `${on} ${balance.currency} ${balance.amount}`);

function look(account: Changes['account'], more: Changes = {}): Rebalancing<'CNY'> {
  return decide({ asOf: TUESDAY, products: SLOW, ...more, account: { ...account } });
}

const SALE: OrderUnderWay = {
  product: 'BONDS',
  side: 'sell',
  amount: cny('10000'),
  orderOn: MONDAY,
  settlesOn: THURSDAY,
};

describe('money under way', () => {
  it('counts in value and weights and pays a purchase on its day', () => {
    const result = look({
      positions: positionsOf({ BONDS: '60000', SHARES: '30000' }),
      receivables: [{ amount: cny('10000'), on: THURSDAY, product: 'BONDS' }],
    });
    // 60,000 + 30,000 + 10,000 under way; shares are 30 % with a lower edge of 35 %.
    expect(result.value.amount).toBe('100000.00');
    expect(result.before.weights).toMatchObject({ BONDS: 0.6, SHARES: 0.3 });
    expect(ordersOf(result)).toEqual(['buy SHARES 10000.00 2026-03-05']);
    expect(result.trades[0]?.phase).toBe(2);
    expect(daysOf(result)).toEqual(['2026-03-05 CNY 0.00']);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
    expect(codes(result)).toContain('rebalancing.counts-what-is-under-way');
  });

  it('pays a withdrawal on the day on which it is there, and nothing is sold for it', () => {
    const result = look({
      positions: positionsOf({ BONDS: '60000', SHARES: '40000' }),
      cash: [cny('1000')],
      receivables: [{ amount: cny('4500'), on: THURSDAY }],
      withdrawal: cny('5000'),
    });
    expect(ordersOf(result)).toEqual([]);
    // 1,000 + 4,500 − 5,000 on Thursday; before it nothing is paid.
    expect(daysOf(result)).toEqual(['2026-03-05 CNY 500.00']);
    expect(result.cash.withdrawal.amount).toBe('5000.00');
  });

  it('is shown by day where nothing is traded', () => {
    const result = look({
      positions: positionsOf({ BONDS: '60000', SHARES: '39000' }),
      receivables: [{ amount: cny('1000'), on: THURSDAY }],
    });
    expect(result.decision).toBe('hold');
    expect(daysOf(result)).toEqual(['2026-03-05 CNY 1000.00']);
  });

  it('makes good an overdraft of today without a sale', () => {
    const result = look({
      positions: positionsOf({ BONDS: '60000', SHARES: '40000' }),
      cash: [cny('-1000')],
      receivables: [{ amount: cny('1000'), on: THURSDAY }],
    });
    expect(result.decision).toBe('hold');
    expect(result.value.amount).toBe('100000.00');
  });

  it('that comes after the calendar ends counts, and pays nothing', () => {
    const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
    const calendar = compileCalendar({ id: 'year', covers, holidays: [] });
    const rebalancer = compileRebalancing(POLICY, { universe: products(), calendar });
    const comingOn = (on: PlainDate) =>
      rebalance(
        {
          ...ACCOUNT,
          positions: positionsOf({ BONDS: '60000', SHARES: '30000' }),
          receivables: [{ amount: cny('10000'), on }],
        },
        rebalancer,
        { asOf: TUESDAY },
      );
    for (const on of ['2027-02-01', '2026-12-31'] as const) {
      expect(comingOn(on).value.amount).toBe('100000.00');
    }
    expect(ordersOf(comingOn('2026-12-31'))).toEqual([]);
    expect(ordersOf(comingOn('2027-02-01'))).toEqual([]);
    expect(ordersOf(comingOn('2026-12-29'))).toEqual(['buy SHARES 10000.00 2026-12-29']);
  });

  it('in another currency is worth what the rates say', () => {
    const result = look({
      positions: positionsOf({ BONDS: '60000', SHARES: '30000' }),
      fx: { base: 'CNY', rates: { USD: '7' } },
      receivables: [{ amount: money('USD', '1000'), on: THURSDAY }],
    });
    // 90,000 + 7 × 1,000
    expect(result.value.amount).toBe('97000.00');
  });
});

describe('orders under way', () => {
  it('of a sale leave the position and bring money on their day: nothing is sold twice', () => {
    const result = look({
      positions: positionsOf({ BONDS: '70000', SHARES: '30000' }),
      openOrders: [SALE],
    });
    expect(amountsOf(result.before.values)).toMatchObject({ BONDS: '60000.00' });
    expect(ordersOf(result)).toEqual(['buy SHARES 10000.00 2026-03-05']);
    expect(daysOf(result)).toEqual(['2026-03-05 CNY 0.00']);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('bring what is left after the fees of the product', () => {
    const result = look(
      { positions: positionsOf({ BONDS: '70000', SHARES: '30000' }), openOrders: [SALE] },
      { products: { BONDS: { fees: { exit: [{ fromDays: 0, rate: 0.005 }] } } } },
    );
    // 10,000 less 0.5 % of it
    expect(result.before.cash.amount).toBe('9950.00');
    expect(result.value.amount).toBe('99950.00');
    const given = look({
      positions: positionsOf({ BONDS: '70000', SHARES: '30000' }),
      openOrders: [{ ...SALE, net: cny('9900') }],
    });
    expect(given.before.cash.amount).toBe('9900.00');
  });

  it('leave no more than the rest of a position to be sold', () => {
    const result = look({
      positions: positionsOf({ BONDS: '10000', SHARES: '0' }),
      target: { BONDS: 1 },
      openOrders: [{ ...SALE, amount: cny('8000') }],
      withdrawal: cny('9000'),
    });
    // 8,000 come on Thursday, so 1,000 of the 2,000 that are left are sold.
    expect(ordersOf(result)).toEqual(['sell BONDS 1000.00 2026-03-03']);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('of a purchase keep their money, on the day on which it leaves', () => {
    const result = look({
      positions: positionsOf({ BONDS: '60000', SHARES: '24000' }),
      cash: [cny('16000')],
      openOrders: [
        {
          product: 'SHARES',
          side: 'buy',
          amount: cny('6000'),
          orderOn: '2026-03-04',
          settlesOn: THURSDAY,
        },
      ],
    });
    // Shares count as 30,000; of the 16,000 only 10,000 are free.
    expect(result.before.weights.SHARES).toBe(0.3);
    expect(ordersOf(result)).toEqual(['buy SHARES 10000.00 2026-03-03']);
    expect(daysOf(result)).toEqual(['2026-03-03 CNY 6000.00', '2026-03-04 CNY 0.00']);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('that are paid have left the money already', () => {
    const paid = (more: Partial<OrderUnderWay>) =>
      look({
        positions: positionsOf({ BONDS: '60000', SHARES: '34000' }),
        openOrders: [
          { product: 'SHARES', side: 'buy', amount: cny('6000'), settlesOn: THURSDAY, ...more },
        ],
      });
    expect(paid({ orderOn: '2026-03-02' }).value.amount).toBe('100000.00');
    expect(paid({ paid: true }).value.amount).toBe('100000.00');
    // Ordered today and not paid: 6,000 of shares more, 6,000 of money less.
    expect(paid({}).value.amount).toBe('94000.00');
    expect(paid({}).before.cash.amount).toBe('-6000.00');
  });

  it('are not sold before they are there, and say when', () => {
    const result = look({
      positions: positionsOf({ BONDS: '30000', SHARES: '10000' }),
      openOrders: [
        {
          product: 'SHARES',
          side: 'buy',
          amount: cny('60000'),
          orderOn: MONDAY,
          settlesOn: THURSDAY,
        },
      ],
    });
    // 70,000 of 100,000 are shares, wanted are 40,000; only the 10,000 that are there can be sold.
    expect(ordersOf(result)).toContain('sell SHARES 10000.00 2026-03-03');
    const [shares] = result.outOfReach;
    expect(shares?.product).toBe('SHARES');
    expect(shares?.reachableOn).toBe(THURSDAY);
    const why = shares?.reasons.find(({ code }) => code === 'rebalancing.under-way');
    expect(why?.parameters).toEqual({ product: 'SHARES', amount: cny('60000.00'), on: THURSDAY });
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('take the lots that they name, else those that the policy would take', () => {
    const lots = [
      { id: 'old', boughtOn: '2025-01-06', value: cny('10000'), cost: cny('8000') },
      { id: 'new', boughtOn: '2026-02-02', value: cny('60000'), cost: cny('60000') },
    ] as const;
    const soldBy = (more: Partial<OrderUnderWay>) =>
      look({
        positions: [
          { product: 'BONDS', value: cny('70000'), lots },
          ...positionsOf({ SHARES: '30000' }),
        ],
        target: { SHARES: 1 },
        openOrders: [{ ...SALE, ...more }],
      }).trades.flatMap((trade) => trade.lots.map(({ lot, amount }) => `${lot} ${amount.amount}`));
    expect(soldBy({})).toEqual(['new 60000.00']);
    expect(soldBy({ lots: ['new'] })).toEqual(['old 10000.00', 'new 50000.00']);
  });

  it('count in the turnover, the number of trades and the limit of the day', () => {
    const account = {
      positions: positionsOf({ BONDS: '80000', SHARES: '20000' }),
      openOrders: [{ ...SALE, dealsOn: TUESDAY }],
    } as const;
    const turnover = look(account, { policy: { trading: { maxTurnover: 0.1 } } });
    // 20,000 may be traded in all, 10,000 are ordered: of a sale of 10,000 and a purchase of 20,000 a third is made.
    expect(ordersOf(turnover)).toEqual([
      'sell BONDS 3333.33 2026-03-03',
      'buy SHARES 6666.66 2026-03-05',
    ]);
    expect(turnover.certificate.every(({ holds }) => holds)).toBe(true);
    const most = look(account, { policy: { trading: { maxTrades: 1 } } });
    expect(ordersOf(most)).toEqual([]);
    const limited = look(account, {
      products: { BONDS: { dealing: { dailyRedemption: '15000' } } },
    });
    // 5,000 of the day's 15,000 are left; the money on its way buys as well.
    expect(ordersOf(limited)).toContain('sell BONDS 5000.00 2026-03-03');
    expect(limited.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('are trades since the last one', () => {
    const result = look(
      {
        positions: positionsOf({ BONDS: '80000', SHARES: '20000' }),
        lastTradeOn: null,
        openOrders: [SALE],
      },
      { policy: { pacing: { minimumDays: 30 } } },
    );
    expect(result.decision).toBe('hold');
    expect(codes(result)).toContain('rebalancing.waits-until');
  });
});
