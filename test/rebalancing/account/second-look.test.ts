import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import {
  compileRebalancing,
  type OrderUnderWay,
  openOrdersOf,
  type Rebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import {
  ACCOUNT,
  again as afterwards,
  type Changes,
  decide,
  MONDAY,
  POLICY,
  products,
} from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

/** BONDS settle three business days after the sale. */
const SLOW = { BONDS: { dealing: { redemptionSettlement: 3 } } } as const;

/** 2,000 of money, of which 2 % of all are to be kept, and a withdrawal that is needed before bonds settle. */
const keeping = (withdrawal: string): Changes => ({
  products: SLOW,
  policy: {
    cash: { target: { share: 0.02 } },
    triggers: [{ kind: 'band' }, { kind: 'cash-flow', above: 0.01 }],
  },
  account: {
    positions: positionsOf({ BONDS: '58800.00', SHARES: '39200.00' }),
    cash: [cny('2000')],
    withdrawal: cny(withdrawal),
    withdrawalBy: '2026-03-03',
  },
});

const ordersOf = ({ trades }: Rebalancing) =>
  trades.map(
    ({ side, product, amount, orderOn }) => `${side} ${product} ${amount.amount} ${orderOn}`,
  );

describe('the orders of a result, told as under way', () => {
  const again = (first: Rebalancing<'CNY'>, changes: Changes): Rebalancing<'CNY'> =>
    decide({ ...changes, account: { ...changes.account, openOrders: openOrdersOf(first) } });

  it.each<[string, Changes]>([
    ['a sale that settles later pays a purchase', { products: SLOW }],
    [
      'fees on both sides',
      {
        products: {
          BONDS: { entryFee: 0.001 },
          SHARES: { fees: { exit: [{ fromDays: 0, rate: 0.015 }], halfSpread: 0.001 } },
        },
      },
    ],
    ['a withdrawal', { account: { withdrawal: cny('20000') }, products: SLOW }],
    ['a deposit', { account: { cash: [cny('50000')], deposit: cny('50000') } }],
    ['a limit of the day', { products: { SHARES: { dealing: { dailyRedemption: '3000' } } } }],
    ['a limit of turnover', { policy: { trading: { maxTurnover: 0.02 } } }],
    ['only so many trades', { policy: { trading: { maxTrades: 2 } } }],
    ['to the edge', { policy: { destination: { kind: 'edge' } } }],
    [
      'foreign money',
      {
        products: { SHARES: { currency: 'USD', dealing: { redemptionSettlement: 2 } } },
        policy: { fxSpread: { USD: 0.002 } },
        account: {
          fx: { base: 'CNY', rates: { USD: '7.13' } },
          positions: [
            ...positionsOf({ BONDS: '50000.00' }),
            { product: 'SHARES', value: money('USD', '7000.00') },
          ],
        },
      },
    ],
    [
      'a withdrawal, paid before the purchase that the slower sale pays',
      {
        products: { GOLD: { currency: 'USD', dealing: { redemptionSettlement: 4 } } },
        account: {
          target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
          fx: { base: 'CNY', rates: { USD: '7' } },
          cash: [money('USD', '900.00')],
          positions: [
            ...positionsOf({ BONDS: '60000.00', SHARES: '12000.00' }),
            { product: 'GOLD', value: money('USD', '4000.00') },
          ],
          withdrawal: cny('20000'),
        },
      },
    ],
    [
      'a withdrawal whose day no sale can keep',
      { account: { cash: [cny('5000')], withdrawal: cny('20000'), withdrawalBy: MONDAY } },
    ],
    [
      'a withdrawal of which a part is there in time',
      {
        products: SLOW,
        account: { cash: [cny('5000')], withdrawal: cny('70000'), withdrawalBy: '2026-03-03' },
      },
    ],
    ['a withdrawal that is raised in time, and money to be kept that is not', keeping('6000')],
    // Bonds settle later than that: of the 2 % that are to be kept they bring their part all the same.
    ['a withdrawal that cash pays in time, and money to be kept that comes later', keeping('2000')],
    [
      'taxed lots',
      {
        policy: { lots: { method: 'lowest-tax', tax: { shortTermRate: 0.2, longTermRate: 0.1 } } },
        account: {
          positions: [
            ...positionsOf({ BONDS: '0.00' }),
            {
              product: 'SHARES',
              value: cny('100000.00'),
              lots: [
                { id: 'a', boughtOn: '2024-01-08', value: cny('60000'), cost: cny('30000') },
                { id: 'b', boughtOn: '2025-12-01', value: cny('40000'), cost: cny('35000') },
              ],
            },
          ],
        },
      },
    ],
    [
      'whole units',
      {
        products: { SHARES: { unitStep: '100' } },
        account: {
          positions: [
            ...positionsOf({ BONDS: '50000.00' }),
            { product: 'SHARES', units: '12500', price: { currency: 'CNY', amount: '4.001' } },
          ],
        },
      },
    ],
  ])('trade nothing: %s', (_name, changes) => {
    const first = decide(changes);
    expect(first.decision).toBe('trade');
    const second = again(first, changes);
    expect(ordersOf(second)).toEqual([]);
    expect(second.withdrawal?.paidOn).toBe(first.withdrawal?.paidOn);
    const apart = Object.entries(first.after.values).map(([id, { amount }]) =>
      Math.abs(Number(amount) - Number(second.before.values[id]?.amount)),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(0.02);
    expect(
      Math.abs(Number(first.cash.after.amount) - Number(second.cash.after.amount)),
    ).toBeLessThanOrEqual(0.15);
  });

  it('says that money on its way pays a withdrawal, where that is so', () => {
    const asked: Changes = { account: { withdrawal: cny('20000'), withdrawalBy: MONDAY } };
    const codes = again(decide(asked), asked).reasons.map(({ code }) => code);
    expect(codes).toContain('rebalancing.withdrawal-from-coming');
    expect(codes).toContain('rebalancing.withdrawal-late');
  });

  it.each<[string, Changes]>([
    // A third of 9,000 is invested today; the next third is for another call.
    [
      'a stage by its number',
      {
        account: { cash: [cny('9000')] },
        policy: {
          triggers: [{ kind: 'cash-flow', above: 0.01 }],
          cash: { staged: { part: 1, parts: 3 } },
        },
      },
    ],
    // 10,000 of shares are sold, and the proceeds are money to invest that nothing is bought with.
    [
      'only sold, and looked at for money',
      {
        policy: {
          funding: 'sell-only',
          destination: { kind: 'edge' },
          triggers: [{ kind: 'cash-flow', above: 0.01 }, { kind: 'band' }],
        },
      },
    ],
    // Shares are suspended: of 30,000 of bonds that are sold nothing can be bought.
    [
      'proceeds for which nothing can be bought',
      {
        account: {
          positions: positionsOf({ BONDS: '90000', SHARES: '10000' }),
          restrictions: { SHARES: 'locked' },
        },
        policy: {
          trading: { maxWeight: { BONDS: 0.6 } },
          triggers: [{ kind: 'cash-flow', above: 0.01 }, { kind: 'band' }],
        },
      },
    ],
    // Half of the purchase is paid by a sale that is booked on Thursday.
    [
      'a purchase that is ordered later, and products that cannot be sold',
      {
        account: {
          positions: positionsOf({ BONDS: '30000', SHARES: '40000', GOLD: '30000' }),
          target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
          restrictions: { GOLD: 'locked' },
        },
        products: { SHARES: { dealing: { redemptionSettlement: 3 } } },
      },
    ],
  ])('trade nothing: %s', (_name, changes) => {
    const first = decide(changes);
    expect(first.decision).toBe('trade');
    expect(ordersOf(again(first, changes))).toEqual([]);
  });

  const flow = (trading: RebalancingPolicy<'CNY'>['trading']): Changes => ({
    account: {
      positions: positionsOf({ BONDS: '54000', SHARES: '36000' }),
      cash: [cny('10000')],
    },
    products: { SHARES: { step: '150', minimumPurchase: '150' } },
    policy: { triggers: [{ kind: 'cash-flow', above: 0.01 }], ...(trading && { trading }) },
  });

  it('are not followed by more under a limit that steps have filled', () => {
    // 6,000 of bonds and 3,900 of shares, in steps of 150, are wanted, and a turnover of 2 % lets 4,000 of these 9,900 be bought: 2,424.24 and 1,575.76,
    // which 11 steps of shares, 1,650, come nearer to than 10; bonds take the difference.
    const changes = flow({ maxTurnover: 0.02 });
    const first = decide(changes);
    expect(signed(first.trades)).toEqual({ BONDS: '2350.00', SHARES: '1650.00' });
    expect(again(first, changes).trades).toEqual([]);
  });

  it('are followed by more where money is left over by a limit once they are settled', () => {
    // One trade is permitted; 4,000 stay for shares, which 26 steps of 150 come to.
    const changes = flow({ maxTrades: 1 });
    const first = decide(changes);
    expect(signed(first.trades)).toEqual({ BONDS: '6000.00' });
    expect(again(first, changes).trades).toEqual([]);
    expect(signed(afterwards(first, changes).trades)).toEqual({ SHARES: '3900.00' });
  });

  it('trade nothing in a household either', () => {
    const rebalancer = compileRebalancing(POLICY, { universe: products(SLOW) });
    const { target: weights, ...own } = ACCOUNT;
    const look = (openOrders: readonly (readonly OrderUnderWay[])[]) =>
      rebalanceHousehold(
        {
          id: 'H',
          currency: 'CNY',
          accounts: [
            { ...own, id: 'a', positions: positionsOf({ BONDS: '50000', SHARES: '20000' }) },
            { ...own, id: 'b', positions: positionsOf({ BONDS: '25000', SHARES: '5000' }) },
          ].map((account, i) => ({ ...account, openOrders: openOrders[i]! })),
          target: { kind: 'products', weights },
        },
        rebalancer,
        { asOf: MONDAY },
      );
    const first = look([[], []]);
    expect(first.decision).toBe('trade');
    const second = look(first.shares.map(({ result }) => openOrdersOf(result!)));
    expect(second.decision).toBe('hold');
    expect(second.shares.flatMap(({ result }) => result!.trades)).toEqual([]);
  });

  it('are none where nothing is traded', () => {
    expect(
      openOrdersOf(
        decide({ account: { positions: positionsOf({ BONDS: '60000', SHARES: '40000' }) } }),
      ),
    ).toEqual([]);
  });
});

describe('the orders of a result on later days', () => {
  it('are not paid a second time once the money has left', () => {
    // 10,000 of free money buy on Monday; on Tuesday the bank still tells the order, and the cash is gone.
    const account = {
      positions: positionsOf({ BONDS: '54000.00', SHARES: '36000.00' }),
      cash: [cny('10000')],
    };
    const bought = decide({ account, policy: { triggers: [{ kind: 'cash-flow', above: 0.01 }] } });
    expect(ordersOf(bought)).toEqual([
      'buy BONDS 6000.00 2026-03-02',
      'buy SHARES 4000.00 2026-03-02',
    ]);
    const openOrders = openOrdersOf(bought);
    const next = decide({ account: { ...account, cash: [], openOrders }, asOf: '2026-03-03' });
    expect(next.value.amount).toBe('100000.00');
    expect(next.before.weights).toMatchObject({ BONDS: 0.6, SHARES: 0.4 });
  });

  it('of everything make the next purchase a first one', () => {
    // All shares go; what is bought of them again while the order is under way is no addition to anything.
    const terms = { SHARES: { minimumPurchase: '10000', minimumAddition: '1' } };
    const openOrders: readonly OrderUnderWay[] = [
      {
        product: 'SHARES',
        side: 'sell',
        amount: cny('30000'),
        orderOn: '2026-02-27',
        settlesOn: '2026-03-04',
      },
    ];
    const account = {
      positions: positionsOf({ BONDS: '70000.00', SHARES: '30000.00' }),
      target: { BONDS: 0.92, SHARES: 0.08 },
      openOrders,
    };
    const again = decide({
      account,
      products: terms,
      policy: { bands: { default: { absolute: 0.01 } } },
    });
    expect(again.trades.some(({ product }) => product === 'SHARES')).toBe(false);
    expect(again.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('count for the budget of tax', () => {
    // A quarter of what is sold is gain, taxed with 20 %: 4,000 sold cost 200, and nothing is left for the day.
    const account = {
      positions: [
        ...positionsOf({ BONDS: '60000.00' }),
        {
          product: 'SHARES',
          value: cny('40000'),
          lots: [
            { id: 'a', boughtOn: '2025-12-01' as const, value: cny('40000'), cost: cny('30000') },
          ],
        },
      ],
      target: { BONDS: 0.8, SHARES: 0.2 },
      events: ['review'],
    };
    const policy = {
      triggers: [{ kind: 'event' as const, events: ['review'] }],
      lots: { method: 'fifo' as const, tax: { shortTermRate: 0.2, longTermRate: 0.1 } },
      trading: { taxBudget: cny('200') },
    };
    const first = decide({ account, policy });
    expect(Number(first.costs.tax.amount)).toBeCloseTo(200, 0);
    const second = decide({ account: { ...account, openOrders: openOrdersOf(first) }, policy });
    expect(Number(second.costs.tax.amount)).toBeLessThan(1);
    expect(second.certificate.every(({ holds }) => holds)).toBe(true);
  });
});
