import { describe, expect, it } from 'vitest';
import { decide } from '../simple.js';
import { dropped, positionsOf, signed } from '../support.js';

/** Five a purchase, of which bonds want one: they are half of ten and are to be 0.6. */
const FLAT = { BONDS: { fees: { entry: [{ from: '0', flat: '5' }] } } } as const;
const SMALL = { positions: positionsOf({ BONDS: '5.00', SHARES: '5.00' }) };

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
