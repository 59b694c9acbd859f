import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { expectRefusal, positionsOf, signed, wrong } from '../support.js';

/** Bonds are to be 0.6, shares 0.4, each within 5 points. */
const act = (destination: Destination, bonds: string, shares: string, more: object = {}) =>
  signed(
    decide({
      account: { positions: positionsOf({ BONDS: bonds, SHARES: shares }) },
      policy: { destination, ...more },
    }).trades,
  );

const HALF = { kind: 'fraction', ofBand: 0.5 } as const;

describe('a destination of one line', () => {
  it('is where that line is brought, and the others with it', () => {
    // Shares at 0.5 go half a band from their target, to 0.425; bonds may stay at their edge, 0.55.
    const byId = { EQUITY: HALF } as const;
    expect(act({ kind: 'edge', byId }, '50000.00', '50000.00').SHARES).toBe('-7500.00');
    expect(act({ kind: 'edge' }, '50000.00', '50000.00').SHARES).toBe('-5000.00');
  });

  it('can be another on each side of the target', () => {
    const byId = { EQUITY: { above: HALF, below: { kind: 'target' } } } as const;
    expect(act({ kind: 'edge', byId }, '50000.00', '50000.00').SHARES).toBe('-7500.00');
    // At 0.3 they go all the way up to 0.4.
    expect(act({ kind: 'edge', byId }, '70000.00', '30000.00').SHARES).toBe('10000.00');
  });

  it('stands beside the target of all others', () => {
    // Bonds go to their target, and shares have nowhere else to go than theirs.
    const byId = { EQUITY: HALF } as const;
    expect(act({ kind: 'target', byId }, '50000.00', '50000.00').SHARES).toBe('-10000.00');
    // Where only what has left its band moves, the same.
    const scope = { kind: 'breached' } as const;
    expect(act({ kind: 'target', byId }, '50000.00', '50000.00', { scope }).SHARES).toBe(
      '-10000.00',
    );
    const both = { EQUITY: HALF, BOND: HALF } as const;
    expect(act({ kind: 'target', byId: both }, '50000.00', '50000.00').SHARES).toBe('-7500.00');
  });

  it('is refused where nothing of that name is measured, or it is none', () => {
    const refuse = (
      byId: unknown,
      code: 'unknown-id' | 'unknown-value' | 'out-of-range' | 'missing-value',
      at: string,
    ) =>
      expectRefusal(
        () => act({ kind: 'edge', byId: wrong(byId) }, '1.00', '1.00'),
        code,
        `policy.destination.byId.${at}`,
      );
    refuse({ SHARES: HALF }, 'unknown-id', 'SHARES');
    refuse({ EQUITY: { kind: 'home' } }, 'unknown-value', 'EQUITY.kind');
    refuse({ EQUITY: { ...HALF, drift: 1 } }, 'unknown-id', 'EQUITY.drift');
    refuse({ EQUITY: { above: HALF } }, 'missing-value', 'EQUITY.below');
    refuse({ EQUITY: { kind: 'inner', drift: -1 } }, 'out-of-range', 'EQUITY.drift');
  });
});
