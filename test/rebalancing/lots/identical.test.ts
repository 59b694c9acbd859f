import { describe, expect, it } from 'vitest';
import type { RebalancingAccount, RebalancingPolicy } from '../../../src/rebalancing/index.js';
import { decide, MONDAY } from '../simple.js';
import { cny, codes, expectRefusal, positionsOf, signed, wrong } from '../support.js';

/** Two funds on one index. */
const PRODUCTS = {
  INDEX_A: { lookThrough: { EQUITY: 1 } },
  INDEX_B: { lookThrough: { EQUITY: 1 } },
} as const;
const LOTS: RebalancingPolicy['lots'] = {
  method: 'fifo',
  washSaleDays: 30,
  identical: [['INDEX_A', 'INDEX_B']],
};

/** Shares that lost a fifth, bought long ago. */
const losing = (product: string, value: string, boughtOn: '2024-01-05' | '2026-02-20') => ({
  product,
  value: cny(value),
  lots: [{ id: 'a', boughtOn, value: cny(value), cost: cny('50000.00') }],
});

const act = (
  account: Partial<RebalancingAccount<'CNY'>>,
  lots: RebalancingPolicy['lots'] = LOTS,
  policy: Partial<RebalancingPolicy<'CNY'>> = {},
) =>
  decide({ products: PRODUCTS, account, policy: { measure: 'products', lots: lots!, ...policy } });

const SWITCH: Partial<RebalancingAccount<'CNY'>> = {
  positions: [losing('INDEX_A', '40000.00', '2024-01-05'), ...positionsOf({ BONDS: '60000.00' })],
  target: { BONDS: 0.6, INDEX_B: 0.4 },
};

describe('a product that counts as the same', () => {
  it('is not bought on the day of a sale at a loss: what would be switched stays', () => {
    const { identical: _, ...apart } = LOTS!;
    expect(signed(act(SWITCH, apart).trades)).toEqual({
      INDEX_A: '-40000.00',
      INDEX_B: '40000.00',
    });
    const result = act(SWITCH);
    expect([result.decision, result.considered]).toEqual(['hold', []]);
    expect(codes(result)).toEqual(['rebalancing.identical-stands-in', 'rebalancing.within-bands']);
    // 0.3 of the target is there; 0.1 is bought, and nothing is sold at a loss on that day.
    const positions = [
      losing('INDEX_A', '30000.00', '2024-01-05'),
      ...positionsOf({ BONDS: '70000.00' }),
    ];
    const more = act({ ...SWITCH, positions });
    expect(signed(more.trades)).toEqual({ BONDS: '-10000.00', INDEX_B: '10000.00' });
  });

  it('stays with its loss where classes are measured and the other is to be bought', () => {
    const positions = [
      losing('INDEX_A', '40000.00', '2024-01-05'),
      ...positionsOf({ BONDS: '50000.00', GOLD: '10000.00' }),
    ];
    const target = { BONDS: 0.5, INDEX_B: 0.3, GOLD: 0.2 };
    const result = act({ positions, target }, LOTS, { measure: 'classes' });
    expect(signed(result.trades).INDEX_A).toBeUndefined();
    const kept = result.outOfReach.find(({ product }) => product === 'INDEX_A');
    expect(kept?.reasons.map(({ code }) => code)).toEqual([
      'rebalancing.loss-kept',
      'rebalancing.identical-to-be-bought',
    ]);
  });

  it('may be sold at a loss where money must be raised, and nothing of it is bought then', () => {
    const positions = [
      losing('INDEX_A', '40000.00', '2024-01-05'),
      ...positionsOf({ INDEX_B: '1000.00' }),
    ];
    const target = { BONDS: 0.2, INDEX_B: 0.8 };
    const result = act({ positions, target, withdrawal: cny('20000') });
    expect(Number(signed(result.trades).INDEX_A)).toBeLessThanOrEqual(-19000);
    expect(result.trades.some(({ product, side }) => product === 'INDEX_B' && side === 'buy')).toBe(
      false,
    );
    expect(result.cash.withdrawal.amount).toBe('20000.00');
  });

  it('is not bought where the other may be sold at a loss and the money is to go elsewhere', () => {
    const positions = [
      losing('INDEX_A', '40000.00', '2024-01-05'),
      ...positionsOf({ BONDS: '50000.00', INDEX_B: '10000.00' }),
    ];
    const target = { BONDS: 0.8, INDEX_A: 0.1, INDEX_B: 0.1 };
    const result = act({ positions, target });
    expect(signed(result.trades)).toEqual({ BONDS: '30000.00', INDEX_A: '-30000.00' });
  });

  it('that was bought lately, or is still held of that day, spoils a loss', () => {
    const target = { BONDS: 0.9, INDEX_A: 0.1 };
    const positions = [
      losing('INDEX_A', '40000.00', '2024-01-05'),
      ...positionsOf({ BONDS: '60000.00' }),
    ];
    expect(signed(act({ positions, target }).trades).INDEX_A).toBe('-30000.00');
    const recentTrades = [{ product: 'INDEX_B', side: 'buy', on: '2026-02-20' }] as const;
    const bought = act({ positions, target, recentTrades });
    expect(signed(bought.trades)).toEqual({});
    const [reason] = bought.outOfReach[0]!.reasons.slice(-1);
    expect(reason).toMatchObject({
      code: 'rebalancing.loss-would-be-spoilt-by-identical',
      // 20 February and 31 days: February has 28.
      parameters: { product: 'INDEX_A', other: 'INDEX_B', from: '2026-03-23' },
    });
    const held = act({
      positions: [
        losing('INDEX_A', '40000.00', '2024-01-05'),
        { ...losing('INDEX_B', '60000.00', '2026-02-20') },
      ],
      target: { INDEX_A: 0.1, BONDS: 0.3, INDEX_B: 0.6 },
    });
    // What the loss keeps is solved around, each half of it further off.
    expect(signed(held.trades)).toEqual({ BONDS: '15000.00', INDEX_B: '-15000.00' });
  });

  it('that was sold at a loss lately is not bought back as another', () => {
    const recentTrades = [
      { product: 'INDEX_A', side: 'sell', on: '2026-02-20', atLoss: true },
    ] as const;
    const positions = positionsOf({ BONDS: '100000.00' });
    const target = { BONDS: 0.6, INDEX_B: 0.4 };
    expect(signed(act({ positions, target, recentTrades }).trades)).toEqual({});
    expect(signed(act({ positions, target }).trades).INDEX_B).toBe('40000.00');
  });

  it('takes no place of what is sold for its loss', () => {
    const harvest = { minimumLoss: 0.1, substitutes: { INDEX_A: 'INDEX_B' } };
    expectRefusal(
      () => act({}, { ...LOTS!, harvest }),
      'inconsistent',
      'policy.lots.harvest.substitutes.INDEX_A',
    );
  });
});

describe('groups of products that count as the same', () => {
  it.each([
    [[['INDEX_A']], 'length-mismatch', 'policy.lots.identical[0]'],
    [[['INDEX_A', 'INDEX_A']], 'duplicate-id', 'policy.lots.identical[0][1]'],
    [
      [
        ['INDEX_A', 'INDEX_B'],
        ['GOLD', 'INDEX_A'],
      ],
      'duplicate-id',
      'policy.lots.identical[1][1]',
    ],
    [[['INDEX_A', 'NONE']], 'unknown-id', 'policy.lots.identical[0][1]'],
  ] as const)('are refused: %j', (identical, code, path) => {
    expectRefusal(() => act({}, { ...LOTS!, identical }), code, path);
  });
});

describe('a planned purchase', () => {
  const positions = [
    losing('SHARES', '40000.00', '2024-01-05'),
    ...positionsOf({ BONDS: '60000.00' }),
  ];
  const target = { BONDS: 0.9, SHARES: 0.1 };
  const lots = { method: 'fifo', washSaleDays: 30 } as const;
  const sold = (plannedPurchases: RebalancingAccount['plannedPurchases']) =>
    act({ positions, target, ...(plannedPurchases && { plannedPurchases }) }, lots);

  it('within the days spoils a loss until the days behind it are over', () => {
    expect(signed(sold([]).trades).SHARES).toBe('-30000.00');
    // The 30th day from 2 March is 1 April.
    expect(signed(sold([{ product: 'SHARES', on: '2026-04-02' }]).trades).SHARES).toBe('-30000.00');
    const spoilt = sold([{ product: 'SHARES', on: '2026-04-01' }]);
    expect(signed(spoilt.trades)).toEqual({});
    expect(spoilt.outOfReach.find(({ product }) => product === 'SHARES')).toMatchObject({
      reachableOn: '2026-05-04',
    });
    expect(codes(spoilt.outOfReach.find(({ product }) => product === 'SHARES')!)).toContain(
      'rebalancing.loss-would-be-spoilt',
    );
  });

  it('of what counts as the same does too', () => {
    const account = {
      positions: [
        losing('INDEX_A', '40000.00', '2024-01-05'),
        ...positionsOf({ BONDS: '60000.00' }),
      ],
      target: { BONDS: 0.9, INDEX_A: 0.1 },
      plannedPurchases: [{ product: 'INDEX_B', on: MONDAY }],
    } as const;
    expect(signed(act(account).trades)).toEqual({});
  });

  it('lies ahead', () => {
    expectRefusal(
      () => sold([{ product: 'SHARES', on: '2026-03-01' }]),
      'out-of-range',
      'account.plannedPurchases[0].on',
    );
    expectRefusal(
      () => sold(wrong([{ product: 'SHARES', on: MONDAY, amount: 1 }])),
      'unknown-id',
      'account.plannedPurchases[0].amount',
    );
    expectRefusal(
      () => sold([{ product: 'NONE', on: MONDAY }]),
      'unknown-id',
      'account.plannedPurchases[0].product',
    );
  });
});
