import { describe, expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { positionsOf, signed } from '../support.js';

/** Looked at once and, with what is then held, once more. */
const twice = (amounts: Readonly<Record<string, string>>, { account, ...more }: Changes) => {
  const changes = { ...more, account: { ...account, positions: positionsOf(amounts) } };
  const first = decide(changes);
  return { first, second: again(first, changes) };
};

const HELD = { BONDS: '50000', SHARES: '34000', GOLD: '16000' } as const;

const target = { BONDS: 0.4, SHARES: 0.3, GOLD: 0.3 } as const;

describe.each(['products', 'classes'] as const)('where nothing is bought, by %s', (measure) => {
  const policy = { measure, funding: 'sell-only', destination: { kind: 'edge' } } as const;

  it('everything above its target goes the same part of its way, as far as what is furthest must', () => {
    // Bonds are 10 above 40 and have to come within 5: half of the way, for shares from 34 to 32. Gold stays 14 below, whatever is sold.
    const { first, second } = twice(HELD, { account: { target }, policy });
    expect(signed(first.trades)).toEqual({ BONDS: '-5000.00', SHARES: '-2000.00' });
    expect(first.after.drift.triggered).toContain('cash');
    expect(second.trades).toEqual([]);
  });

  it('what has left its band alone moves where the policy says so', () => {
    const { first, second } = twice(HELD, {
      account: { target },
      policy: { ...policy, scope: { kind: 'breached' } },
    });
    expect(signed(first.trades)).toEqual({ BONDS: '-5000.00' });
    expect(second.trades).toEqual([]);
  });

  it('nothing is sold for what cannot be sold itself', () => {
    // Bonds stay 10 above 40; shares are 4 above 30, within their 5.
    const restrictions = { BONDS: 'locked' } as const;
    const { first } = twice(HELD, { account: { target, restrictions }, policy });
    expect(first.trades).toEqual([]);
    expect(first.fired).not.toEqual([]);
    const bonds = first.notTraded.find(({ product }) => product === 'BONDS');
    expect(bonds?.reasons[0]?.code).toBe('rebalancing.locked');
  });
});

describe('where nothing is bought and classes share products', () => {
  it('is at rest after one look', () => {
    // NOTES are half bonds, half gold: gold is at 15 + 20 = 35 of 100, 15 above its target of 20, and bonds at 25 + 20 = 45, of 30 + 20 = 50.
    // Sold down to its target of 40, NOTES stay, and gold 15 to 0: 15 of its 15, of which 10 bring it within 5.
    const { first, second } = twice(
      { BONDS: '25000', SHARES: '20000', GOLD: '15000', NOTES: '40000' },
      {
        account: { target: { BONDS: 0.3, SHARES: 0.3, NOTES: 0.4 } },
        products: { NOTES: { lookThrough: { BOND: 0.5, METAL: 0.5 } } },
        policy: { funding: 'sell-only', destination: { kind: 'edge' } },
      },
    );
    expect(signed(first.trades)).toEqual({ GOLD: '-10000.00' });
    expect(second.trades).toEqual([]);
  });
});
