import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import { rebalancingMessages } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { dropped, positionsOf, signed } from '../support.js';

/** Five a purchase, of which bonds want one: they are half of ten and are to be 0.6. */
const FLAT = { BONDS: { fees: { entry: [{ from: '0', flat: '5' }] } } } as const;
const SMALL = { positions: positionsOf({ BONDS: '5.00', SHARES: '5.00' }) };

describe('a purchase that a sale pays for', () => {
  it('is not made where less than its minimum is left after the exit fee, and says so', () => {
    // All shares, 1,050, are to become bonds. An exit fee of a tenth leaves 945.
    const exit = [{ fromDays: 0, rate: 0.1 }];
    const result = (minimumPurchase: string) =>
      decide({
        account: { positions: positionsOf({ SHARES: '1050.00' }), target: { BONDS: 1 } },
        products: { SHARES: { fees: { exit } }, BONDS: { minimumPurchase } },
      });
    const less = result('945.01');
    expect(signed(less.considered)).toEqual({});
    expect(dropped(less)).toEqual({
      BONDS: 'buy 1050.00: rebalancing.arrives-below-minimum',
      SHARES: 'sell 1050.00: rebalancing.reduced',
    });
    const [reason] = less.notTraded.find(({ product }) => product === 'BONDS')!.reasons;
    expect(formatReason(rebalancingMessages, reason!, 'en')).toBe(
      'BONDS: 1,050.00 CNY is not bought, because what is left to buy it with, after fees and tax, is below the product’s own minimum.',
    );
    expect(signed(result('945').considered)).toEqual({ BONDS: '945.00', SHARES: '-1050.00' });
  });
});

describe('a purchase whose fee would take all of it', () => {
  it('is not made, and says so', () => {
    const result = decide({ account: SMALL, products: FLAT });
    expect(signed(result.considered)).toEqual({});
    expect(dropped(result).BONDS).toBe('buy 1.00: rebalancing.fee-takes-all');
    expect(result.decision).toBe('hold');
  });

  it('is not made either to take what is left over', () => {
    const account = { positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }) };
    const cash = [{ currency: 'CNY', amount: '3.00' }] as const;
    const triggers = [{ kind: 'event', events: ['now'] }] as const;
    const policy = { residualProduct: 'BONDS', triggers };
    const result = decide({
      account: { ...account, cash, events: ['now'] },
      products: FLAT,
      policy,
    });
    expect(signed(result.considered).BONDS).toBeUndefined();
  });

  it('leaves the others to be brought as near as they come', () => {
    const positions = positionsOf({ SHARES: '6.00', GOLD: '4.00' });
    const account = { positions, target: { BONDS: 0.1, SHARES: 0.3, GOLD: 0.6 } };
    const result = decide({ account, products: FLAT });
    // One of bonds cannot be bought: it is shared between the others, each half of it further off.
    expect(signed(result.considered)).toEqual({ SHARES: '-2.50', GOLD: '2.50' });
    expect(dropped(result).BONDS).toBe('buy 1.00: rebalancing.fee-takes-all');
  });

  it('is made where a part of it is left', () => {
    const account = { positions: positionsOf({ BONDS: '50.00', SHARES: '50.00' }) };
    const result = decide({ account, products: FLAT });
    expect(result.considered.find(({ side }) => side === 'buy')?.costs.entry.amount).toBe('5.00');
  });
});
