import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import { compileProducts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Funding,
  type HouseholdRebalancing,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { account, TERMS } from './accounts.js';

const universe = compileProducts(
  [
    { ...TERMS, id: 'CASH', name: 'Cash', lookThrough: { CASH: 1 } },
    { ...TERMS, id: 'CAREFUL', name: 'Careful', lookThrough: { CASH: 0.1, BOND: 0.9 } },
    { ...TERMS, id: 'BOLD', name: 'Bold', lookThrough: { BOND: 0.2, EQUITY: 0.8 } },
  ],
  ['CASH', 'BOND', 'EQUITY'],
);

interface Given {
  readonly weights: Readonly<Record<string, number>>;
  /** In hundredths. */
  readonly careful: bigint;
  readonly cash: bigint;
  readonly free: bigint;
  readonly funding: Funding;
}

const bring = ({ weights, careful, cash, free, funding }: Given): HouseholdRebalancing<'CNY'> => {
  const cny = (hundredths: bigint) => fromMinorUnits('CNY', hundredths);
  const held = (product: string, value: bigint) => ({
    positions: [{ product, value: cny(value) }],
  });
  return rebalanceHousehold<'CNY'>(
    {
      id: 'Li',
      currency: 'CNY',
      accounts: [
        account('1', {}, held('CAREFUL', careful)),
        account('2', {}, { ...held('CASH', cash), cash: [cny(free)] }),
      ],
      target: { kind: 'classes', weights, products: ['CASH', 'CAREFUL', 'BOLD'] },
    },
    compileRebalancing<'CNY'>(
      { id: 'two', bands: { default: { absolute: 0.02 } }, funding },
      { universe },
    ),
    { asOf: '2026-09-01' },
  );
};

const tradesOf = ({ shares }: HouseholdRebalancing<'CNY'>) =>
  shares.flatMap(({ account: id, result }) =>
    (result?.trades ?? []).map(
      ({ side, product, amount }) => `${id} ${side} ${product} ${amount.amount}`,
    ),
  );

describe('a household of products that mix classes', () => {
  const given = {
    weights: { CASH: 0.1, BOND: 0.5, EQUITY: 0.4 },
    careful: 53_507_09n,
    cash: 53_095_93n,
    free: 6_413_34n,
  };

  it('buys what brings it nearest with the money there is', () => {
    // 113,016.36 are to be 11,301.64 / 56,508.18 / 45,206.54; there are 58,446.64 / 48,156.38 / 0. A yuan of bold brings 0.2 nearer in bonds and 0.8 in
    // equity, even when all 6,413.34 are spent; one of careful 0.9 nearer in bonds and 0.1 further in cash. The first account has no money.
    const result = bring({ ...given, funding: 'buy-only' });
    expect(tradesOf(result)).toEqual(['2 buy BOLD 6413.34']);
    expect(result.changes).toEqual({ count: 1, fewest: true });
  });

  it('sells where its money is not enough', () => {
    // Bold is 45,206.54 / 0.8 = 56,508.18, careful (56,508.18 − 11,301.64) / 0.9 = 50,229.49, cash the rest of 6,278.69.
    const { status, shares } = bring({ ...given, funding: 'cash-first' });
    expect(status).toBe('met');
    const held = (product: string) =>
      shares.reduce((sum, { amounts }) => sum + Number(amounts[product]?.amount ?? 0), 0);
    expect(held('BOLD')).toBeCloseTo(56_508.18, 1);
    expect(held('CAREFUL')).toBeCloseTo(50_229.49, 1);
    expect(held('CASH')).toBeCloseTo(6_278.69, 1);
  });

  const weights = fc
    .tuple(fc.nat(20), fc.nat(100), fc.integer({ min: 1, max: 100 }))
    .map(([cash, bond, equity]) => {
      const sum = cash + bond + equity;
      return { CASH: cash / sum, BOND: bond / sum, EQUITY: equity / sum };
    });
  const households = fc.record({
    weights,
    careful: fc.bigInt({ min: 1n, max: 6_000_000n }),
    cash: fc.bigInt({ min: 1n, max: 6_000_000n }),
    free: fc.bigInt({ min: 0n, max: 1_000_000n }),
    size: fc.constantFrom(1n, 1n, 1_000n, 100_000n),
    funding: fc.constantFrom<Funding>('buy-only', 'cash-first'),
  });

  it('is brought nearer whatever it holds, each account with its own money', () => {
    fc.assert(
      fc.property(households, ({ size, ...one }) => {
        const [careful, cash, free] = [one.careful * size, one.cash * size, one.free * size];
        const result = bring({ ...one, careful, cash, free });
        const money = [careful, cash + free];
        result.shares.forEach(({ amounts, left }, i) => {
          const shared = Object.values(amounts).reduce((sum, m) => sum + toMinorUnits(m), 0n);
          expect(shared + toMinorUnits(left)).toBe(money[i]);
        });
        if (one.funding === 'buy-only') {
          const trades = result.shares.flatMap((share) => share.result?.trades ?? []);
          expect(trades.every(({ side }) => side === 'buy')).toBe(true);
        }
        const apart = (side: 'current' | 'reached') =>
          result.lines.reduce((sum, line) => sum + Math.abs(line[side] - line.target), 0);
        expect(apart('reached')).toBeLessThan(
          apart('current') + Number(free) / Number(careful + cash + free) + 1e-6,
        );
      }),
      { numRuns: 800 },
    );
  });
});
