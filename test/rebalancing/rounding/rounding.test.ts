import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import {
  type AccountPosition,
  type OrderUnderWay,
  openOrdersOf,
} from '../../../src/rebalancing/index.js';
import { decide, MONDAY } from '../simple.js';
import { amountsOf, cny, codes, dropped, positionsOf, signed } from '../support.js';

const price = (amount: string) => ({ currency: 'CNY', amount }) as const;

describe('units', () => {
  it('are whole where the product trades in whole ones, and the rest stays money', () => {
    // Shares: 10,000 / 12.34 = 810.37 → 8 lots of 100 sold; bonds 10,000 / 101.5 = 98.52 → 97.26 of 9,872.00.
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('50000') },
          { product: 'SHARES', units: '4051', price: price('12.34') },
        ],
        target: { BONDS: 0.6, SHARES: 0.4 },
      },
      products: { SHARES: { unitStep: '100' } },
      policy: { residualProduct: 'BONDS' },
    });
    // 4,051 × 12.34 = 49,989.34; 99,989.34 × 0.4 = 39,995.74; 9,993.60 / 12.34 = 809.9 → 800 × 12.34 = 9,872.00.
    const [bonds, shares] = result.trades;
    expect(shares).toMatchObject({ side: 'sell', units: '800', amount: cny('9872') });
    expect(bonds).toMatchObject({ side: 'buy', amount: cny('9872') });
    expect(dropped(result)).toEqual({ SHARES: 'sell 121.60: rebalancing.cut-to-step' });
  });

  it('of a purchase leave room for the entry fee', () => {
    // 10,000 of money for hundreds at 1.5 and 0.1 % outside: 6,600 × 1.5 = 9,900.00 and 9.90; 6,700 would cost 10,060.05.
    const result = decide({
      account: {
        positions: positionsOf({ SHARES: '40000.00', BONDS: '50000.00' }),
        cash: [cny('10000')],
        prices: { BONDS: price('1.5') },
      },
      products: { BONDS: { unitStep: '100', entryFee: 0.001 } },
    });
    const bonds = result.trades.find(({ product }) => product === 'BONDS');
    expect(bonds).toMatchObject({ units: '6600', amount: cny('9909.90') });
    expect(bonds?.costs.entry.amount).toBe('9.90');
    expect(result.cash.after.amount).toBe('90.10');
  });

  it('of a purchase are those below the edge of a tier where none fit above it', () => {
    // 2 % from 0, 0.5 % from 1,010. 1,010.00 leave 1,004.98: 1,004 units would cost 1,009.02 by the upper tier, which begins above that, and
    // 1,024.08 by the lower one. Below the edge 1,009.99 leave 990.18: 990 units for 1,009.80. With 1,012.00, 1,006 units cost 1,011.03.
    const bought = (amount: string) =>
      decide({
        account: {
          positions: positionsOf({ SHARES: amount }),
          cash: [cny(amount)],
          prices: { BONDS: price('1') },
          target: { BONDS: 0.5, SHARES: 0.5 },
        },
        products: {
          BONDS: {
            unitStep: '1',
            fees: {
              entry: [
                { from: '0', rate: 0.02 },
                { from: '1010', rate: 0.005 },
              ],
            },
          },
        },
      }).considered[0];
    expect(bought('1010.00')).toMatchObject({ units: '990', amount: cny('1009.80') });
    expect(bought('1012.00')).toMatchObject({ units: '1006', amount: cny('1011.03') });
  });

  it('of a product without a price are not traded', () => {
    const result = decide({ products: { BONDS: { unitStep: '100' } } });
    expect(dropped(result).BONDS).toBe('buy 10000.00: rebalancing.no-price');
  });

  it('are all sold, whole lots or not, where nothing is to stay', () => {
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('50000') },
          { product: 'SHARES', units: '4051', price: price('12.34') },
        ],
        target: { BONDS: 1 },
      },
      products: { SHARES: { unitStep: '100' } },
    });
    expect(result.trades.find(({ side }) => side === 'sell')?.units).toBe('4051');
  });
});

describe('sales', () => {
  it('never take more units than there are, and the certificate would notice', () => {
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('10') },
          { product: 'SHARES', units: '369', price: price('10') },
        ],
        target: { BONDS: 0.1, SHARES: 0.9 },
        withdrawal: cny('3400'),
      },
      products: { SHARES: { unitStep: '100' } },
    });
    // 300 units are not enough, and 400 are not there.
    const sale = result.trades.find(({ product }) => product === 'SHARES');
    expect(sale).toMatchObject({ side: 'sell', units: '369', amount: cny('3690') });
    expect(result.cash.withdrawal).toEqual(cny('3400'));
  });

  it('are cut to the purchases that are made', () => {
    // Bonds want 5,000 and gold 5,000: both too small, so that shares pay for nothing.
    const account = {
      positions: positionsOf({ BONDS: '45000.00', SHARES: '50000.00', GOLD: '5000.00' }),
      target: { BONDS: 0.5, SHARES: 0.4, GOLD: 0.1 },
    };
    const trading = { minimumTrade: { amount: cny('9000') } };
    expect(decide({ account, policy: { trading } }).considered).toEqual([]);
    expect(decide({ account, policy: { trading: { maxTrades: 1 } } }).considered).toEqual([]);
    // With one of them made, shares pay for that one.
    const one = decide({
      account: {
        positions: positionsOf({ BONDS: '41000.00', SHARES: '50000.00', GOLD: '9000.00' }),
        target: account.target,
      },
      policy: { trading: { minimumTrade: { amount: cny('2000') } } },
    });
    expect(signed(one.trades)).toEqual({ BONDS: '9000.00', SHARES: '-9000.00' });
    // By agreement only sold, or a residual product takes it: then they are made.
    const only = decide({ account, policy: { trading, funding: 'sell-only' } });
    expect(signed(only.trades)).toEqual({ SHARES: '-10000.00' });
    const residual = decide({ account, policy: { trading, residualProduct: 'GOLD' } });
    expect(signed(residual.trades)).toEqual({ GOLD: '10000.00', SHARES: '-10000.00' });
  });
});

describe('a residual product', () => {
  const steps = { minimumPurchase: '100', step: '100' };
  const withCash = (amount: string, openOrders: readonly OrderUnderWay[] = []) =>
    decide({
      account: {
        positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }),
        cash: [cny(amount)],
        openOrders,
      },
      policy: {
        residualProduct: 'GOLD',
        triggers: [{ kind: 'cash-flow', above: 0 }],
        trading: { minimumTrade: { amount: cny('100') } },
      },
      products: { BONDS: steps, SHARES: steps, GOLD: { step: '50', minimumPurchase: '10' } },
    });

  it('takes what the others leave, and once', () => {
    // Of 1,175 bonds want 705 and shares 470: 700 and 400 in their steps. Of the other 75 gold takes 10 and 50.
    const first = withCash('1175');
    expect(signed(first.trades)).toEqual({ BONDS: '700.00', SHARES: '400.00', GOLD: '60.00' });
    // The 15 that are left would buy 10 more of gold alone, which is no trade that is worth making.
    expect(withCash('1175', openOrdersOf(first)).trades).toEqual([]);
  });

  it('is bought alone as any other: not below the least trade', () => {
    expect(withCash('99.99').trades).toEqual([]);
    // Bonds want 66 and shares 44: too small both.
    expect(signed(withCash('110').trades)).toEqual({ GOLD: '110.00' });
  });
});

describe('steps and minimums', () => {
  it('of policy and product are both kept where a multiple lies between the steps', () => {
    const buy = (minimumPurchase: string, step: string) =>
      signed(
        decide({
          account: { cash: [cny('10000')] },
          products: { BONDS: { minimumPurchase, step } },
          policy: { trading: { amountStep: '1000' } },
        }).trades,
      ).BONDS;
    // 16,000 are wanted. 500 + 300 k is a multiple of 1,000 at 2,000, 5,000, … 14,000.
    expect(buy('500', '300')).toBe('14000.00');
    // 10 + 100 k never is: the product's own steps count.
    expect(buy('10', '100')).toBe('15910.00');
  });

  it('of the policy round trades, the residual product aside', () => {
    const account = { positions: positionsOf({ BONDS: '50123.45', SHARES: '50000.00' }) };
    const trading = { amountStep: '100' };
    // Shares go to 40,049.38: 9,950.62 are wanted, and the nearer step is 10,000, whatever takes the rest.
    for (const rest of [{}, { residualProduct: 'BONDS' }]) {
      const result = decide({ account, policy: { trading, ...rest } });
      expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
      expect(result.cash.after.amount).toBe('0.00');
    }
  });

  it.each([
    // The account is worth 100,800, so that 40,300 − 20,160 = 20,140 of shares go: 20,000 is the nearest thousand, 21,000 the nearest 7,000.
    ['1000', '20000.00'],
    ['7000', '21000.00'],
    ['15000', '15000.00'],
  ])('of the policy, %s, leave no money idle that a step of it could place', (amountStep, size) => {
    const account = {
      positions: positionsOf({ BONDS: '60500.00', SHARES: '40300.00' }),
      target: { BONDS: 0.8, SHARES: 0.2 },
    };
    const result = decide({ account, policy: { trading: { amountStep } } });
    expect(signed(result.trades)).toEqual({ BONDS: size, SHARES: `-${size}` });
    expect(result.cash.after.amount).toBe('0.00');
  });

  it('of a trade are the greater of an amount and a share', () => {
    const trading = { minimumTrade: { amount: cny('500'), share: 0.11 } };
    const result = decide({ policy: { trading } });
    expect(result.considered).toEqual([]);
    expect(Object.keys(dropped(result))).toEqual(['BONDS', 'SHARES']);
    const other = {
      ...trading,
      minimumTradeOf: { BONDS: { amount: cny('1') }, SHARES: { amount: cny('1') } },
    };
    expect(decide({ policy: { trading: other } }).considered).toHaveLength(2);
  });

  it('of a first purchase and of an addition differ', () => {
    const terms = { GOLD: { minimumPurchase: '6000', minimumAddition: '100' } };
    const target = { BONDS: 0.55, SHARES: 0.4, GOLD: 0.05 };
    const first = decide({
      account: { target },
      products: terms,
      policy: { residualProduct: 'BONDS' },
    });
    expect(dropped(first).GOLD).toBe('buy 5000.00: rebalancing.below-minimum-purchase');
    const positions = positionsOf({ BONDS: '50000.00', SHARES: '49000.00', GOLD: '1000.00' });
    const more = decide({ account: { target, positions }, products: terms });
    expect(signed(more.trades).GOLD).toBe('4000.00');
  });

  it('of what stays lead to the nearer of keeping it and selling everything', () => {
    const sell = (target: number, minimumHolding: string, restriction = {}) =>
      signed(
        decide({
          account: { target: { BONDS: 1 - target, SHARES: target }, ...restriction },
          products: { SHARES: { minimumHolding } },
          policy: { residualProduct: 'BONDS' },
        }).trades,
      ).SHARES;
    // 1,000 would stay of at least 5,000: 0 is nearer. 4,000 of at least 5,000: 5,000 is nearer.
    expect(sell(0.01, '5000')).toBe('-50000.00');
    expect(sell(0.04, '5000')).toBe('-45000.00');
  });
});

describe('the number of trades', () => {
  it('is kept by giving up the smallest', () => {
    const account = {
      positions: positionsOf({ BONDS: '40000.00', SHARES: '36000.00', GOLD: '24000.00' }),
      target: { BONDS: 0.6, SHARES: 0.25, GOLD: 0.15 },
    };
    const result = decide({
      account,
      policy: { trading: { maxTrades: 2 }, residualProduct: 'BONDS' },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '11000.00', SHARES: '-11000.00' });
    expect(dropped(result)).toEqual({ GOLD: 'sell 9000.00: rebalancing.max-trades' });
  });
});

describe('budgets', () => {
  it('of turnover scale all trades alike', () => {
    const account = {
      positions: positionsOf({ BONDS: '40000.00', SHARES: '36000.00', GOLD: '24000.00' }),
      target: { BONDS: 0.6, SHARES: 0.25, GOLD: 0.15 },
    };
    // 20,000 are wanted and 5,000 allowed: a quarter.
    const result = decide({
      account,
      policy: { trading: { maxTurnover: 0.05 }, residualProduct: 'BONDS' },
    });
    const amounts = signed(result.trades);
    expect(Math.abs(Number(amounts.SHARES) + 2750)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(Number(amounts.GOLD) + 2250)).toBeLessThanOrEqual(0.01);
    expect(codes(result)).toContain('rebalancing.turnover-caps-trades');
    expect(result.notTraded.find(({ product }) => product === 'GOLD')?.reasons[0]?.code).toBe(
      'rebalancing.turnover',
    );
    expect(result.certificate).toContainEqual({ rule: 'max-turnover', holds: true, missedBy: 0 });
  });

  const withCosts: readonly AccountPosition[] = [
    { product: 'BONDS', value: cny('50000') },
    {
      product: 'SHARES',
      value: cny('50000'),
      lots: [
        { id: 'old', boughtOn: '2020-03-02', value: cny('30000'), cost: cny('20000') },
        { id: 'new', boughtOn: '2026-01-05', value: cny('20000'), cost: cny('16000') },
      ],
    },
  ];
  const tax = { shortTermRate: 0.3, longTermRate: 0.2 };

  it('of gains and of tax hold', () => {
    // First in, first out: a third of what is sold is gain, taxed at 20 %.
    const lots = { method: 'fifo', tax } as const;
    const account = {
      positions: [
        {
          ...withCosts[0]!,
          lots: [
            { id: 'b', boughtOn: '2020-03-02' as const, value: cny('50000'), cost: cny('50000') },
          ],
        },
        withCosts[1]!,
      ],
    };
    const gains = decide({ account, policy: { lots, trading: { gainBudget: cny('1000') } } });
    const sold = Number(gains.trades.find(({ side }) => side === 'sell')?.amount.amount);
    expect(Math.abs(sold - 3000)).toBeLessThanOrEqual(0.02);
    const taxes = decide({ account, policy: { lots, trading: { taxBudget: cny('300') } } });
    expect(Math.abs(Number(taxes.costs.tax.amount) - 300)).toBeLessThanOrEqual(0.01);
    for (const { certificate } of [gains, taxes]) {
      expect(certificate.every(({ holds }) => holds)).toBe(true);
    }
    const already = decide({
      account: { ...account, realisedGains: cny('1000') },
      policy: { lots, trading: { gainBudget: cny('1000') } },
    });
    expect(already.considered).toEqual([]);
  });

  it('need costs: what has none is not sold', () => {
    const result = decide({ policy: { lots: { method: 'fifo', tax } } });
    expect(dropped(result).SHARES).toBe('sell 10000.00: rebalancing.holding-cost-not-known');
  });

  it('pay tax out of the proceeds, which lowers what can be invested', () => {
    const lots = { method: 'lifo', tax } as const;
    const result = decide({
      account: { positions: withCosts, restrictions: { BONDS: 'buy-only' } },
      policy: { lots },
    });
    // Sold s: 50,000 − s = 0.4 (100,000 − t), t = 0.3 × 0.2 × s = 0.06 s, so s (1 − 0.024) = 10,000.
    const sale = result.trades.find(({ side }) => side === 'sell')!;
    expect(Math.abs(Number(sale.amount.amount) - 10_245.9)).toBeLessThanOrEqual(0.05);
    expect(sale.lots).toMatchObject([{ lot: 'new', term: 'short' }]);
    expect(Math.abs(Number(result.costs.tax.amount) - 614.75)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(result.after.weights.SHARES! - 0.4)).toBeLessThan(1e-6);
  });
});

describe('charges', () => {
  it('of entering are those of the day', () => {
    const changes = [{ from: MONDAY, entryFee: 0.01 }] as const;
    const on = (asOf: typeof MONDAY | '2026-02-27') =>
      decide({ products: { BONDS: { entryFee: 0.001, changes } }, asOf }).costs.entry.amount;
    // 10,000 − 10,000 / 1.001, and / 1.01.
    expect(on('2026-02-27')).toBe('9.99');
    expect(on(MONDAY)).toBe('99.01');
  });

  it('of leaving go by the days that each lot was held', () => {
    const exit = [
      { fromDays: 0, rate: 0.015 },
      { fromDays: 30, rate: 0.005 },
      { fromDays: 365, rate: 0 },
    ];
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('50000') },
          {
            product: 'SHARES',
            value: cny('50000'),
            lots: [
              { id: 'a', boughtOn: '2024-03-04', value: cny('2000') },
              { id: 'b', boughtOn: '2025-12-01', value: cny('4000') },
              { id: 'c', boughtOn: '2026-02-16', value: cny('44000') },
            ],
          },
        ],
      },
      products: { SHARES: { fees: { exit } } },
    });
    const sale = result.trades.find(({ side }) => side === 'sell')!;
    // 2,000 free, 4,000 at 0.5 %, the rest at 1.5 %.
    expect(
      sale.lots.map(({ lot, exitFee, heldDays }) => [lot, heldDays, exitFee.amount]).slice(0, 2),
    ).toEqual([
      ['a', 728, '0.00'],
      ['b', 91, '20.00'],
    ]);
    const rest = Number(sale.amount.amount) - 6000;
    expect(Math.abs(Number(result.costs.exit.amount) - 20 - rest * 0.015)).toBeLessThanOrEqual(
      0.01,
    );
  });

  it('of the spread lower what a purchase brings and what a sale pays', () => {
    const fees = { fees: { halfSpread: 0.001 } };
    const result = decide({ products: { BONDS: fees, SHARES: fees } });
    const [bonds, shares] = result.trades;
    // 0.001 of what is traded on each side, to the cent.
    expect(Math.abs(Number(shares?.costs.spread.amount) - 10)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(Number(bonds?.costs.spread.amount) - 9.99)).toBeLessThanOrEqual(0.02);
    const held = Object.values(amountsOf(result.after.values)).reduce(
      (sum, one) => sum + Number(one),
      0,
    );
    expect(Math.abs(held + Number(result.costs.spread.amount) - 100_000)).toBeLessThanOrEqual(
      0.011,
    );
  });
});

describe('losses', () => {
  const positions: readonly AccountPosition[] = [
    {
      product: 'BONDS',
      value: cny('60000'),
      lots: [{ id: 'b', boughtOn: '2020-03-02', value: cny('60000'), cost: cny('60000') }],
    },
    {
      product: 'SHARES',
      value: cny('40000'),
      lots: [
        { id: 'gain', boughtOn: '2020-03-02', value: cny('25000'), cost: cny('20000') },
        { id: 'loss', boughtOn: '2025-03-03', value: cny('15000'), cost: cny('20000') },
      ],
    },
  ];
  const lots = {
    method: 'fifo',
    tax: { shortTermRate: 0.3, longTermRate: 0.2 },
    harvest: { minimumLoss: 0.1, substitutes: { SHARES: 'OTHER' } },
    washSaleDays: 30,
  } as const;
  const terms = { OTHER: { lookThrough: { EQUITY: 1 } } };

  it('are taken though nothing has left its band, and their money goes to the substitute', () => {
    const result = decide({ account: { positions }, policy: { lots }, products: terms });
    expect(result.fired).toEqual([]);
    expect(signed(result.trades)).toEqual({ OTHER: '15000.00', SHARES: '-15000.00' });
    const sale = result.trades.find(({ side }) => side === 'sell');
    expect(sale?.lots).toMatchObject([{ lot: 'loss', gain: cny('-5000') }]);
    expect(codes(sale!)).toEqual(['rebalancing.loss-harvested']);
    expect(result.after.drift.portfolioDrift).toBeLessThan(1e-12);
  });

  it('are left where a purchase of the same product is near', () => {
    const recentTrades = [{ product: 'SHARES', side: 'buy', on: '2026-02-16' }] as const;
    const result = decide({
      account: { positions, recentTrades },
      policy: { lots },
      products: terms,
    });
    expect(result).toMatchObject({ decision: 'hold' });
  });

  it('keep the product from being bought again for the days that the guard names', () => {
    const recentTrades = [
      { product: 'BONDS', side: 'sell', on: '2026-02-16', atLoss: true },
    ] as const;
    const result = decide({
      account: { recentTrades },
      policy: { lots: { method: 'fifo', washSaleDays: 30 } },
    });
    expect(dropped(result).BONDS).toBe(
      'buy 10000.00: rebalancing.wash-sale, rebalancing.would-spoil-loss',
    );
    // 16 February and 31 days.
    expect(result.outOfReach.find(({ product }) => product === 'BONDS')?.reachableOn).toBe(
      '2026-03-19',
    );
  });
});

describe('lots', () => {
  it('are sold in the order that the account names, and no others', () => {
    const positions: readonly AccountPosition[] = [
      {
        product: 'BONDS',
        value: cny('50000'),
        lots: [{ id: 'b', boughtOn: '2020-03-02', value: cny('50000') }],
      },
      {
        product: 'SHARES',
        value: cny('50000'),
        lots: [
          { id: 'a', boughtOn: '2020-03-02', value: cny('44000') },
          { id: 'c', boughtOn: '2021-03-02', value: cny('4000') },
          { id: 'd', boughtOn: '2022-03-02', value: cny('2000') },
        ],
      },
    ];
    const result = decide({
      account: { positions, lotOrder: { SHARES: ['d', 'c'] } },
      policy: { lots: { method: 'specific' } },
    });
    expect(result.trades.find(({ side }) => side === 'sell')?.lots.map(({ lot }) => lot)).toEqual([
      'd',
      'c',
    ]);
    expect(dropped(result).SHARES).toBe('sell 4000.00: rebalancing.lots-not-named');
  });

  it('in units follow the price', () => {
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('50000') },
          {
            product: 'SHARES',
            units: '1000.00',
            price: { currency: 'CNY', amount: '50' },
            lots: [
              { id: 'a', boughtOn: '2020-03-02', units: '150.5' },
              { id: 'b', boughtOn: '2021-03-02', units: '849.5' },
            ],
          },
        ],
      },
    });
    const sale = result.trades.find(({ side }) => side === 'sell')!;
    expect(sale.units).toBe('200');
    expect(sale.lots.map(({ lot, units, amount }) => [lot, units, amount.amount])).toEqual([
      ['a', '150.5', '7525.00'],
      ['b', '49.5', '2475.00'],
    ]);
  });
});

describe('settlement', () => {
  it('lets purchases wait for the proceeds, and counts what they miss meanwhile', () => {
    const utility = {
      assetClasses: ['BOND', 'EQUITY', 'METAL'],
      expectedReturn: [0.03, 0.06, 0.02],
      covariance: [
        [0.0009, 0, 0],
        [0, 0.04, 0],
        [0, 0, 0.03],
      ],
      riskAversion: 4,
    };
    const result = decide({
      policy: { utility },
      products: { SHARES: { dealing: { redemptionSettlement: 3 } } },
    });
    const [bonds, shares] = result.trades;
    expect(shares).toMatchObject({ phase: 1, dealsOn: '2026-03-02', settlesOn: '2026-03-05' });
    expect(bonds).toMatchObject({ phase: 2, orderOn: '2026-03-05', dealsOn: '2026-03-05' });
    // 10,000 for three days at 0.6 × 3 % + 0.4 × 6 % = 4.2 %: 3.45.
    expect(result.costs.outOfMarket.amount).toBe('3.45');
    expect(bonds?.costs.outOfMarket.amount).toBe('3.45');
    expect(result.cash.days.map(({ on, balance }) => [on, balance.amount])).toEqual([
      ['2026-03-05', '0.00'],
    ]);
    const given = decide({ policy: { utility, weighing: { outOfMarketReturn: 0 } } });
    expect(given.costs.outOfMarket.amount).toBe('0.00');
  });

  it('pays at once what free money can pay', () => {
    const result = decide({ account: { cash: [cny('10000')], currency: 'CNY' } });
    // 66,000 and 44,000: shares give 6,000, bonds take 16,000; there are 10,000.
    expect(signed(result.trades)).toEqual({ BONDS: '16000.00', SHARES: '-6000.00' });
    expect(result.trades.map(({ phase }) => phase)).toEqual([2, 1]);
    expect(result.cash.days.every(({ balance }) => Number(balance.amount) >= 0)).toBe(true);
  });
});

it('money is written in the currency of the account', () => {
  expect(decide({ account: { cash: [money('CNY', '1')] } }).cash.before).toEqual(cny('1'));
});
