import { describe, expect, it } from 'vitest';
import { compileProducts } from '../../../src/products/index.js';
import { compileRebalancing, rebalance } from '../../../src/rebalancing/index.js';
import { ACCOUNT, decide, MONDAY, POLICY } from '../simple.js';
import { cny, codes, dropped, expectClose, positionsOf, signed } from '../support.js';

const lotsOf = (...parts: readonly (readonly [string, `${number}-${number}-${number}`])[]) =>
  parts.map(([value, boughtOn], i) => ({ id: `lot-${i}`, boughtOn, value: cny(value) }));

describe('what is locked', () => {
  it('by lot is the floor of what stays, with the day on which it is free', () => {
    // Shares must fall by 10,000. Of their lots 45,000 were bought within 90 days.
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('50000') },
          {
            product: 'SHARES',
            value: cny('50000'),
            lots: lotsOf(['5000', '2025-06-02'], ['30000', '2026-01-05'], ['15000', '2026-02-02']),
          },
        ],
      },
      products: { SHARES: { lockUpDays: 90 } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '5000.00', SHARES: '-5000.00' });
    expect(result.trades[1]?.lots.map(({ lot }) => lot)).toEqual(['lot-0']);
    // 5 January and 90 days: 5 April 2026, a Sunday; so on Monday.
    expect(result.outOfReach).toMatchObject([
      { product: 'SHARES', targetWeight: 0.4, reached: 0.45, reachableOn: '2026-04-06' },
    ]);
    expect(codes(result.outOfReach[0]!)[0]).toBe('rebalancing.lots-locked');
    expect(codes(result)).toContain('rebalancing.target-out-of-reach');
    expect(result.fit).toBe('inexact');
  });

  it('until a window opens is solved around', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '30000.00', SHARES: '50000.00', GOLD: '20000.00' }),
        target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
      },
      products: {
        SHARES: {
          dealing: { redemption: { periods: [{ from: '2026-03-16', to: '2026-03-20' }] } },
        },
      },
    });
    // Shares stay at 0.5. Of the other half each class is missed by the same: 0.5 − 0.1 and 0.2 − 0.1.
    expect(signed(result.considered)).toEqual({ BONDS: '10000.00', GOLD: '-10000.00' });
    expect(result.outOfReach).toMatchObject([{ product: 'SHARES', reachableOn: '2026-03-16' }]);
  });

  it('by a gate or a limit of the day goes as far as it may', () => {
    const gate = { gates: [{ on: MONDAY, perClient: '4000' }] } as const;
    const gated = decide({ products: { SHARES: { dealing: gate } } });
    expect(signed(gated.trades)).toEqual({ BONDS: '4000.00', SHARES: '-4000.00' });
    expect(gated.outOfReach).toMatchObject([{ reachableOn: '2026-03-03' }]);
    // 10,000 at 3,000 a day: Monday to Thursday.
    const limited = decide({ products: { SHARES: { dealing: { dailyRedemption: '3000' } } } });
    expect(signed(limited.trades)).toEqual({ BONDS: '3000.00', SHARES: '-3000.00' });
    expect(limited.outOfReach).toMatchObject([{ reachableOn: '2026-03-05' }]);
    const already = decide({
      account: { tradedToday: { SHARES: { redeemed: cny('1000') } } },
      products: { SHARES: { dealing: { dailyRedemption: '3000' } } },
    });
    expect(signed(already.trades)).toEqual({ BONDS: '2000.00', SHARES: '-2000.00' });
  });

  it('for good has no day', () => {
    const result = decide({ account: { restrictions: { SHARES: 'locked' } } });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    expect(result.outOfReach).toMatchObject([{ product: 'SHARES', reachableOn: null }]);
  });
});

describe('a purchase', () => {
  it('stops at the most that may be held, by product and by policy', () => {
    const scarce = decide({ products: { BONDS: { maximumHolding: '53000' } } });
    expect(signed(scarce.trades)).toEqual({ BONDS: '3000.00', SHARES: '-3000.00' });
    expect(codes(scarce.outOfReach[0]!)).toEqual(['rebalancing.maximum-holding']);
    const capped = decide({ policy: { trading: { maxWeight: { BONDS: 0.55 } } } });
    expect(signed(capped.trades)).toEqual({ BONDS: '5000.00', SHARES: '-5000.00' });
    expect(capped.certificate).toContainEqual({
      rule: 'max-weight:BONDS',
      holds: true,
      missedBy: 0,
    });
  });

  it('keeps to its most weight after fees', () => {
    const result = decide({
      policy: { trading: { maxWeight: { BONDS: 0.55 } } },
      products: { BONDS: { entryFee: 0.015 } },
    });
    expect(result.after.weights.BONDS).toBeLessThanOrEqual(0.55 + 1e-9);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('of what is not offered now says from when on it is', () => {
    const subscription = { from: '2026-03-16', everyMonths: 1, days: 2 } as const;
    const result = decide({
      account: { cash: [cny('10000')] },
      products: { BONDS: { dealing: { subscription } } },
    });
    expect(result.outOfReach.find(({ product }) => product === 'BONDS')?.reachableOn).toBe(
      '2026-03-16',
    );
    // Bonds cannot be bought, so the money goes where it can, or stays; nothing is sold for it.
    expect(result.trades.every(({ side }) => side === 'buy')).toBe(true);
  });
});

describe('a product above its most weight', () => {
  it('is sold down to it', () => {
    const result = decide({
      account: { target: { BONDS: 0.4, SHARES: 0.6 } },
      policy: { trading: { maxWeight: { SHARES: 0.45 } } },
    });
    // Bonds stand above their band: nothing is bought of them.
    expect(signed(result.trades)).toEqual({ SHARES: '-5000.00' });
    expect(result.cash.after.amount).toBe('5000.00');
  });

  it('leaves what comes of it to the others', () => {
    // The other 55 % are wanted as 40 % and 10 %: two and a half points more of each.
    const result = decide({
      account: { target: { BONDS: 0.4, SHARES: 0.5, GOLD: 0.1 } },
      policy: { trading: { maxWeight: { SHARES: 0.45 } } },
    });
    expect(signed(result.trades)).toEqual({
      BONDS: '-7500.00',
      GOLD: '12500.00',
      SHARES: '-5000.00',
    });
  });
});

describe('the destination', () => {
  const act = (policy: object) => signed(decide({ policy }).trades);

  it('is the target, the edge of the band, a part of the way or an inner drift', () => {
    expect(act({})).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    expect(act({ destination: { kind: 'edge' } })).toEqual({
      BONDS: '5000.00',
      SHARES: '-5000.00',
    });
    const half = { destination: { kind: 'fraction', ofBand: 0.5 } };
    expect(act(half)).toEqual({ BONDS: '7500.00', SHARES: '-7500.00' });
    const inner = { destination: { kind: 'inner', drift: 0.0175 } };
    expect(act(inner)).toEqual({ BONDS: '8250.00', SHARES: '-8250.00' });
  });

  it('moves only what has left its band where the scope says so', () => {
    // Bonds 0.48 to 0.54 is out of 0.05, shares 0.33 to 0.30 and gold 0.19 to 0.16 are not; they are sold towards their targets alike.
    const account = {
      positions: positionsOf({ BONDS: '48000.00', SHARES: '33000.00', GOLD: '19000.00' }),
      target: { BONDS: 0.54, SHARES: 0.3, GOLD: 0.16 },
    };
    const breached = decide({ account, policy: { scope: { kind: 'breached' } } });
    expect(signed(breached.trades)).toEqual({
      BONDS: '6000.00',
      GOLD: '-3000.00',
      SHARES: '-3000.00',
    });
    const alone = decide({
      account,
      policy: { scope: { kind: 'breached', absorbedBy: 'EQUITY' } },
    });
    expect(signed(alone.trades)).toEqual({ BONDS: '6000.00', SHARES: '-6000.00' });
  });

  it('on products goes by products', () => {
    const account = {
      positions: positionsOf({ BONDS: '20000.00', SHARES: '40000.00', LOANS: '40000.00' }),
      target: { BONDS: 0.3, SHARES: 0.4, LOANS: 0.3 },
    };
    const products = { LOANS: { lookThrough: { BOND: 1 } } };
    // Classes are on target, products are not.
    expect(decide({ account, products }).decision).toBe('hold');
    const result = decide({ account, products, policy: { measure: 'products' } });
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', LOANS: '-10000.00' });
  });

  it('on products that cannot be reached is come near to by products, within the bands of what is not out', () => {
    // Shares are to be bought and cannot be. By classes all of what they lack, 30,000, would go into loans, which are of their class.
    const account = {
      positions: positionsOf({ BONDS: '95000.00', LOANS: '5000.00' }),
      target: { SHARES: 0.3, BONDS: 0.65, LOANS: 0.05 },
    };
    const products = {
      SHARES: { status: 'subscription-suspended' },
      LOANS: { lookThrough: { EQUITY: 1 } },
    } as const;
    // Of 0.65 + x and 0.05 + 0.30 − x the sum of squares x² + (0.30 − x)² is least at x = 0.15: bonds 0.80, loans 0.20.
    const whole = decide({ account, products, policy: { measure: 'products' } });
    expect(signed(whole.trades)).toEqual({ BONDS: '-15000.00', LOANS: '15000.00' });
    expect(whole.fit).toBe('inexact');
    // Loans have not left their band, which ends at 0.10, and come to a unit within it: 10,000.00 − 0.01 − 5,000.00.
    const scope = { kind: 'breached' } as const;
    const breached = decide({ account, products, policy: { measure: 'products', scope } });
    expect(signed(breached.trades)).toEqual({ BONDS: '-4999.99', LOANS: '4999.99' });
    expect(breached.after.drift.triggered).toEqual(['BONDS', 'SHARES']);
  });

  it('moves products within a class only as far as their class moves', () => {
    // To the edge: bonds from 0.50 to 0.55 of 0.60 is half of the way, and each product goes half of its own.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '40000.00', LOANS: '10000.00', SHARES: '50000.00' }),
        target: { BONDS: 0.5, LOANS: 0.1, SHARES: 0.4 },
      },
      products: { LOANS: { lookThrough: { BOND: 1 } } },
      policy: { destination: { kind: 'edge' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '5000.00', SHARES: '-5000.00' });
  });

  it('of a group that is out brings its members', () => {
    const account = {
      positions: positionsOf({ BONDS: '54000.00', SHARES: '24000.00', GOLD: '22000.00' }),
      target: { BONDS: 0.6, SHARES: 0.21, GOLD: 0.19 },
    };
    const groups = [{ id: 'RISKY', members: ['EQUITY', 'METAL'] }];
    const bands = { default: { absolute: 0.05 }, byId: { BOND: { absolute: 0.1 } } };
    const result = decide({ account, policy: { groups, bands } });
    expect(result.before.drift.triggered).toEqual(['RISKY']);
    expect(result.after.drift.triggered).toEqual([]);
    expect(signed(result.trades)).toEqual({
      BONDS: '6000.00',
      GOLD: '-3000.00',
      SHARES: '-3000.00',
    });
  });
});

describe('hysteresis', () => {
  it('is carried from one look to the next', () => {
    const bands = { default: { absolute: 0.05 }, reentry: 0.4 };
    const first = decide({ account: { restrictions: { BONDS: 'locked' } }, policy: { bands } });
    expect(first.next.breached).toEqual(['BOND', 'EQUITY']);
    // 0.04 is within the band, but not within 40 % of it.
    const positions = positionsOf({ BONDS: '56000.00', SHARES: '44000.00' });
    const { breached } = first.next;
    expect(decide({ account: { positions }, policy: { bands } }).decision).toBe('hold');
    const again = decide({ account: { positions, breached }, policy: { bands } });
    expect(again.decision).toBe('trade');
    expect(again.next.breached).toEqual([]);
  });
});

describe('the fewest trades', () => {
  const account = {
    positions: positionsOf({ BONDS: '49000.00', SHARES: '35500.00', GOLD: '15500.00' }),
    target: { BONDS: 0.55, SHARES: 0.3, GOLD: 0.15 },
  };

  it('that bring everything inside its bands are found by trying every set', () => {
    // All three would trade to the target. Bonds and shares alone do: gold is half a point off, within its band.
    expect(signed(decide({ account }).trades)).toEqual({
      BONDS: '6000.00',
      GOLD: '-500.00',
      SHARES: '-5500.00',
    });
    const result = decide({ account, policy: { trading: { fewestTrades: true } } });
    expect(result.trades).toHaveLength(2);
    expect(result.trades.map(({ product }) => product)).toEqual(['BONDS', 'SHARES']);
    expect(result.after.drift.triggered).toEqual([]);
    expect(codes(result)).toContain('rebalancing.fewest-trades');
  });

  it('are one where free money is enough', () => {
    const result = decide({
      account: {
        ...account,
        positions: positionsOf({ BONDS: '49000.00', SHARES: '30000.00', GOLD: '15000.00' }),
        cash: [cny('6000')],
      },
      policy: { trading: { fewestTrades: true } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '6000.00' });
  });

  it('are none where money is a reason to look and everything is inside its bands', () => {
    const result = decide({
      account: {
        ...account,
        positions: positionsOf({ BONDS: '53000.00', SHARES: '29000.00', GOLD: '14000.00' }),
        cash: [cny('4000')],
      },
      policy: {
        trading: { fewestTrades: true },
        triggers: [{ kind: 'cash-flow', above: 0.02 }],
      },
    });
    expect(result.fired.map(({ kind }) => kind)).toEqual(['cash-flow']);
    expect(result.considered).toEqual([]);
    expect(codes(result)).toContain('rebalancing.nothing-to-trade');
    expect(codes(result)).not.toContain('rebalancing.fewest-trades');
  });

  it('cannot be found where bands are out of reach', () => {
    const result = decide({
      account: { ...account, restrictions: { BONDS: 'locked' } },
      policy: { trading: { fewestTrades: true } },
    });
    expect(codes(result)).toContain('rebalancing.bands-out-of-reach');
  });
});

describe('several ways to the same classes', () => {
  it('are told, and the one nearest to the target is taken', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '30000.00', LOANS: '20000.00', SHARES: '50000.00' }),
        target: { BONDS: 0.3, LOANS: 0.2, SHARES: 0.5 },
        cash: [cny('10000')],
        restrictions: { SHARES: 'locked' },
      },
      products: { LOANS: { lookThrough: { BOND: 1 } } },
    });
    expect(result.fit).toBe('ambiguous');
    // 110,000: shares stay at 50,000, 60,000 of bonds; from 0.3 and 0.2 each is as far away: 33,000 + 2,500 and 22,000 + 2,500.
    expect(signed(result.trades)).toEqual({ BONDS: '5500.00', LOANS: '4500.00' });
  });
});

describe('with a covariance', () => {
  it('the least tracking variance decides who stands in for what is locked', () => {
    // Shares can only be replaced by gold, of which little is wanted, or bonds. With gold moving like shares, all that shares lack goes to gold.
    const utility = {
      assetClasses: ['BOND', 'EQUITY', 'METAL'],
      expectedReturn: [0.03, 0.06, 0.06],
      covariance: [
        [0.0001, 0, 0],
        [0, 0.04, 0.04],
        [0, 0.04, 0.04],
      ],
      riskAversion: 1,
    };
    const universe = compileProducts(
      ['BOND', 'EQUITY', 'METAL'].map((id) => ({
        id,
        name: id,
        lookThrough: { [id]: 1 },
        issuerRisk: 'R3' as const,
        distributorRisk: 'R3' as const,
        annualFee: 0,
        entryFee: 0,
        minimumPurchase: '1',
        step: '0.01',
        lockUpDays: 0,
        status: 'open' as const,
      })),
      ['BOND', 'EQUITY', 'METAL'],
    );
    const rebalancer = compileRebalancing<'CNY'>(
      { ...POLICY, utility, weighing: { gate: 'always' } },
      { universe },
    );
    const account = {
      ...ACCOUNT,
      positions: positionsOf({ BOND: '70000.00', EQUITY: '30000.00', METAL: '0.00' }),
      target: { BOND: 0.5, EQUITY: 0.49, METAL: 0.01 },
      restrictions: { EQUITY: 'locked' },
    } as const;
    const result = rebalance(account, rebalancer, { asOf: MONDAY });
    expectClose(result.after.weights.METAL!, 0.2, 1e-6);
    expect(dropped(result).EQUITY).toBe('buy 19000.00: rebalancing.locked');
    expect(result.after.trackingError).toBeLessThan(1e-5);
  });
});

describe('a most weight', () => {
  it('leaves no other product out of reach without a reason', () => {
    const result = decide({
      account: { target: { BONDS: 1 } },
      products: { BONDS: { entryFee: 0.001 } },
      policy: { trading: { maxWeight: { SHARES: 0.2 } } },
    });
    expect(result.outOfReach).toEqual([]);
  });

  it('is kept to the cent', () => {
    // 35 % of 100,000.05 are 35,000.0175: a cent more would be too much.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '100000.05' }),
        target: { BONDS: 0.5, SHARES: 0.5 },
      },
      policy: { trading: { maxWeight: { SHARES: 0.35 } } },
    });
    expect(signed(result.trades).SHARES).toBe('35000.01');
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
  });
});
