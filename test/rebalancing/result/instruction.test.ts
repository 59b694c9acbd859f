import { describe, expect, it } from 'vitest';
import { compileProducts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { account, product } from '../household/accounts.js';
import { decide, MONDAY } from '../simple.js';

const instructionUnder = (policy: Partial<RebalancingPolicy<'CNY'>>) =>
  decide({ policy }).instruction;

describe('what an instruction records of an account', () => {
  it('is account, timing, target and the drift from which bands act', () => {
    expect(instructionUnder({})).toEqual({
      account: 'simple',
      timing: 'R/2026-03-02/P1D',
      target: { BONDS: 0.6, SHARES: 0.4 },
      drift: 0.05,
      triggers: ['band'],
    });
  });

  it('takes the least of the bands and of the portfolio’s drift', () => {
    const triggers = [{ kind: 'portfolio-drift', above: 0.03 }, { kind: 'band' }] as const;
    expect(instructionUnder({ triggers })).toMatchObject({
      drift: 0.03,
      triggers: ['portfolio-drift', 'band'],
    });
  });

  it('has no drift where none acts', () => {
    const quarterly = { kind: 'calendar', everyMonths: 3, anchor: MONDAY } as const;
    expect(instructionUnder({ triggers: [quarterly] })).toMatchObject({
      timing: 'R/2026-03-02/P3M',
      drift: null,
      triggers: ['calendar'],
    });
    expect(
      instructionUnder({ triggers: [quarterly, { kind: 'cash-flow', above: 0.1 }] }),
    ).toMatchObject({
      timing: 'R/2026-03-02/P3M R/2026-03-02/P1D',
      drift: null,
      triggers: ['calendar', 'cash-flow'],
    });
    expect(instructionUnder({ triggers: [] })).toMatchObject({
      timing: '',
      drift: null,
      triggers: [],
    });
  });
});

describe('of a household', () => {
  const universe = compileProducts(
    [product('A', { BOND: 1 }), product('B', { EQUITY: 1 })],
    ['BOND', 'EQUITY'],
  );
  const together = (mode: 'mandate' | 'advice', held: string) =>
    rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts: [account('own', { A: held }), account('pension', { B: '5000.00' }, { mode })],
        target: { kind: 'classes', weights: { BOND: 0.6, EQUITY: 0.4 }, products: ['A', 'B'] },
      },
      compileRebalancing({ id: 'p', bands: { default: { absolute: 0.05 } } }, { universe }),
      { asOf: MONDAY },
    );

  it('is the household’s, with the target that was agreed', () => {
    expect(together('mandate', '5000.00').instruction).toEqual({
      account: 'Li',
      timing: 'R/2026-03-02/P1D',
      target: { BOND: 0.6, EQUITY: 0.4 },
      drift: 0.05,
      triggers: ['band'],
    });
  });

  it('needs the consent that one of its trading accounts needs', () => {
    // Half and half is ten points off: shares are sold where they are.
    expect(together('mandate', '5000.00').consent).toBe('not-needed');
    expect(together('advice', '5000.00').consent).toBe('needed');
    // 6,000 and 4,000 would be at target, 7,500 and 5,000 are: nobody trades.
    expect(together('advice', '7500.00').consent).toBe('not-needed');
  });
});
