import { describe, expect, it } from 'vitest';
import type { AccountTarget } from '../../../src/rebalancing/index.js';
import { type Changes, decide } from '../simple.js';
import {
  cny,
  codes,
  dropped,
  expectClose,
  expectRefusal,
  positionsOf,
  signed,
  wrong,
} from '../support.js';

const towards = (target: AccountTarget, { account, ...more }: Changes = {}) =>
  decide({ ...more, account: { ...account, target } });

const NOTES = { NOTES: { lookThrough: { BOND: 1 } } };

describe('weights within weights', () => {
  it('are shares of what stands above them', () => {
    // 0.6 × 0.75 = 0.45, 0.6 × 0.25 = 0.15, and 0.4 × 0.5 twice.
    const nested: AccountTarget = {
      bonds: { weight: 0.6, of: { BONDS: 0.75, NOTES: 0.25 } },
      rest: { weight: 0.4, of: { SHARES: 0.5, metals: { weight: 0.5, of: { GOLD: 1 } } } },
    };
    const flat = { BONDS: 0.45, NOTES: 0.15, SHARES: 0.2, GOLD: 0.2 };
    const expected = {
      GOLD: '20000.00',
      NOTES: '15000.00',
      BONDS: '-5000.00',
      SHARES: '-30000.00',
    };
    for (const target of [nested, { kind: 'products', weights: nested }, flat] as const) {
      expect(signed(towards(target, { products: NOTES }).trades)).toEqual(expected);
    }
  });

  it('add up where a product stands in several places', () => {
    const result = towards({
      first: { weight: 0.5, of: { BONDS: 1 } },
      second: { weight: 0.5, of: { BONDS: 0.2, SHARES: 0.8 } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
  });

  it('are refused where they do not sum to 1 at some level, or are not known', () => {
    const refuse = (target: unknown, code: string, path: string) =>
      expectRefusal(() => towards(wrong(target)), code as never, path);
    const path = 'account.target';
    const of = (inside: unknown) => ({ bonds: { weight: 1, of: inside } });
    refuse(of({ BONDS: 0.5 }), 'inconsistent', `${path}.bonds.of`);
    refuse(of({ P99: 1 }), 'unknown-id', `${path}.bonds.of.P99`);
    refuse(of({}), 'empty', `${path}.bonds.of`);
    refuse(of({ BONDS: -1 }), 'out-of-range', `${path}.bonds.of.BONDS`);
    refuse({ bonds: { weight: 1, off: {} } }, 'unknown-id', `${path}.bonds.off`);
    refuse({ bonds: { of: { BONDS: 1 } } }, 'missing-value', `${path}.bonds.weight`);
    refuse({ kind: 'product', weights: {} }, 'unknown-value', `${path}.kind`);
    refuse({ kind: 'products', weight: {} }, 'unknown-id', `${path}.weight`);
  });
});

describe('a target by asset classes', () => {
  const classes = (products: readonly string[]): AccountTarget => ({
    kind: 'classes',
    weights: { BOND: 0.6, EQUITY: 0.4 },
    products,
  });

  it('adds to what is held already', () => {
    const result = towards(classes(['NOTES', 'BONDS', 'SHARES']), { products: NOTES });
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    expectClose(result.after.drift.lines[0]!.target, 0.6);
  });

  it('buys the most preferred product where none is held, and no more of them than it takes', () => {
    const account = { positions: [], cash: [cny('100000')] };
    const first = towards(classes(['NOTES', 'BONDS', 'SHARES']), { products: NOTES, account });
    expect(signed(first.trades)).toEqual({ NOTES: '60000.00', SHARES: '40000.00' });
    const other = towards(classes(['BONDS', 'NOTES', 'SHARES']), { products: NOTES, account });
    expect(signed(other.trades)).toEqual({ BONDS: '60000.00', SHARES: '40000.00' });
  });

  it('keeps what may not be bought, and sells it only as its class asks for', () => {
    const result = towards(classes(['NOTES', 'SHARES']), { products: NOTES });
    expect(signed(result.trades)).toEqual({ NOTES: '10000.00', SHARES: '-10000.00' });
    const over = towards(classes(['NOTES', 'SHARES']), {
      products: NOTES,
      account: { positions: positionsOf({ BONDS: '80000', SHARES: '20000' }) },
    });
    expect(signed(over.trades)).toEqual({ BONDS: '-20000.00', SHARES: '20000.00' });
  });

  it('buys nothing but what may be bought, though what is held would bring the classes nearer', () => {
    // Equity is wanted to 50 of 100 and could come from SHARES alone, which nobody can buy today. FUND, of equity too, may only be kept: more of it
    // is not bought, and nothing is sold for want of a purchase.
    const target: AccountTarget = {
      kind: 'classes',
      weights: { BOND: 0.5, EQUITY: 0.5 },
      products: ['BONDS', 'SHARES'],
    };
    const FUND = { lookThrough: { EQUITY: 1 } };
    const account = { positions: positionsOf({ BONDS: '90000', FUND: '10000' }) };
    for (const SHARES of [
      { status: 'subscription-suspended' },
      { minimumPurchase: '1000000' },
    ] as const) {
      for (const destination of [{ kind: 'target' }, { kind: 'edge' }] as const) {
        const policy = { destination };
        const result = towards(target, { products: { FUND, SHARES }, account, policy });
        expect(result.trades).toEqual([]);
      }
    }
    // What is left over is no purchase for the target, but is one of what may not be bought.
    const policy = { residualProduct: 'FUND' };
    const cash = { ...account, cash: [cny('1000')] };
    const rest = towards(target, { products: { FUND }, account: cash, policy });
    expect(signed(rest.trades)).toEqual({ BONDS: '-39500.00', SHARES: '40500.00' });
    expect(rest.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('says of what may only be kept why no more of it is bought', () => {
    // Metal is at 5 and is to come to the edge of its band, 15: the missing 10,000 could only be GOLD, which may not be bought.
    const result = towards(
      { kind: 'classes', weights: { BOND: 0.8, METAL: 0.2 }, products: ['BONDS'] },
      {
        account: { positions: positionsOf({ BONDS: '95000', GOLD: '5000' }) },
        policy: { destination: { kind: 'edge' } },
      },
    );
    expect(result.trades).toEqual([]);
    expect(dropped(result).GOLD).toBe('buy 10000.00: rebalancing.kept-only');
  });

  it('looks through products: a mixed one stays for what is inside', () => {
    // 50 of half and half are 25 and 25, so that 35 of bonds and 15 of shares are missing.
    const result = towards(classes(['BONDS', 'SHARES', 'MIXED']), {
      products: { MIXED: { lookThrough: { BOND: 0.5, EQUITY: 0.5 } } },
      account: { positions: positionsOf({ MIXED: '50000' }), cash: [cny('50000')] },
    });
    const { after } = result;
    const byId = new Map(after.drift.lines.map(({ id, current }) => [id, current]));
    expectClose(byId.get('BOND')!, 0.6, 1e-6);
    expectClose(byId.get('EQUITY')!, 0.4, 1e-6);
    expect(result.trades.every(({ side }) => side === 'buy')).toBe(true);
  });

  it('is measured by the classes even where no product comes to them', () => {
    const gold: AccountTarget = {
      kind: 'classes',
      weights: { bonds: { weight: 0.8, of: { BOND: 1 } }, METAL: 0.2 },
      products: ['BONDS', 'SHARES'],
    };
    const result = towards(gold);
    const line = result.before.drift.lines.find(({ id }) => id === 'METAL')!;
    expect([line.target, line.triggered]).toEqual([0.2, true]);
    expect(codes(result)).toContain('rebalancing.still-out-of-band');
  });

  it('has nothing to do where the classes are there, whatever the products', () => {
    const result = towards(classes(['NOTES', 'SHARES']), {
      products: NOTES,
      account: { positions: positionsOf({ BONDS: '60000', SHARES: '40000' }) },
      policy: { bands: { default: { absolute: 0 } } },
    });
    expect(result).toMatchObject({ decision: 'hold', fired: [] });
  });

  it('is refused with products that are not known, and where products are measured', () => {
    const path = 'account.target';
    const refuse = (target: unknown, code: string, where: string, policy = {}) =>
      expectRefusal(() => towards(wrong(target), { policy }), code as never, where);
    refuse(classes([]), 'empty', `${path}.products`);
    refuse(classes(['P99']), 'unknown-id', `${path}.products[0]`);
    refuse({ ...classes(['BONDS']), weights: { BONDS: 1 } }, 'unknown-id', `${path}.weights.BONDS`);
    refuse(classes(['BONDS']), 'inconsistent', `${path}.kind`, { measure: 'products' });
  });
});

describe('groups of products', () => {
  const grouped = {
    measure: 'products',
    groups: [{ id: 'risky', members: ['SHARES', 'GOLD'] }],
    bands: { default: { absolute: 0.2 }, byId: { risky: { absolute: 0.05 } } },
  } as const;

  it('are measured beside products, and brought back by their members', () => {
    // 40 % are wanted of both together and 50 % are there; each alone is within its band.
    const account = {
      positions: positionsOf({ BONDS: '50000', SHARES: '30000', GOLD: '20000' }),
      target: { BONDS: 0.6, SHARES: 0.25, GOLD: 0.15 },
    };
    const whole = decide({ account, policy: grouped });
    expect(whole.fired[0]?.reasons[0]?.parameters).toMatchObject({ class: 'risky' });
    expect(signed(whole.trades)).toEqual({
      BONDS: '10000.00',
      GOLD: '-5000.00',
      SHARES: '-5000.00',
    });
    const edge = decide({
      account,
      policy: { ...grouped, destination: { kind: 'edge' }, scope: { kind: 'breached' } },
    });
    const { SHARES = 0, GOLD = 0 } = edge.after.weights;
    expectClose(SHARES + GOLD, 0.45, 1e-6);
    const few = decide({ account, policy: { ...grouped, trading: { fewestTrades: true } } });
    expect(few.trades).toHaveLength(2);
    expect((few.after.weights.SHARES ?? 0) + (few.after.weights.GOLD ?? 0)).toBeLessThan(
      0.45 + 1e-9,
    );
  });

  it('have no members that are asset classes', () => {
    const wrongly = { ...grouped, groups: [{ id: 'risky', members: ['EQUITY'] }] };
    expectRefusal(() => decide({ policy: wrongly }), 'unknown-id', 'policy.groups[0].members[0]');
  });
});
