import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/dates/index.js';
import { compileProducts } from '../../../src/products/index.js';
import { compileRebalancing, rebalanceHousehold } from '../../../src/rebalancing/index.js';
import { cny, signed } from '../support.js';
import { account, asOf, product } from './accounts.js';

const WEIGHTS = { X: 0.4, Y: 0.3, Z: 0.3 };
const rebalancer = compileRebalancing(
  { id: 'joint', measure: 'products', bands: { default: { absolute: 0.01 } } },
  {
    universe: compileProducts(
      [
        product('X', { EQ: 1 }, { status: 'closed' }),
        product('Y', { BOND: 1 }),
        product('Z', { GOLD: 1 }),
      ],
      ['EQ', 'BOND', 'GOLD'],
    ),
  },
);

type Held = Readonly<Record<string, string>>;
const bring = (held: readonly Held[], mosts: readonly number[], on: PlainDate = asOf) =>
  rebalanceHousehold(
    {
      id: 'Li',
      currency: 'CNY',
      accounts: held.map((own, i) =>
        account(String(i + 1), own, { limits: { Z: { most: mosts[i]! } } }),
      ),
      target: { kind: 'products', weights: WEIGHTS },
    },
    rebalancer,
    { asOf: on },
  );
const tradesOf = ({ shares }: ReturnType<typeof bring>) =>
  shares.map(({ result }) => signed(result?.trades ?? []));
const heldAfter = ({ shares }: ReturnType<typeof bring>) =>
  shares.map(({ result }) =>
    Object.fromEntries(
      Object.entries(result!.after.values).map(([id, value]) => [id, value.amount] as const),
    ),
  );

describe('what accounts cannot hold together', () => {
  it('is no reason to sell what is below its target and cannot be bought back', () => {
    // Account 1 may hold 15,000 of Z and keeps 35,000 of Y: that leaves 50,000 for X and Z together, 0.588 of 0.7. X may not grow and stays 25,000 of the 34,000
    // it is to be; so Z is 25,000 too, 15,000 of it in account 1.
    const held = [{ Y: '50000' }, { X: '25000', Y: '10000' }];
    const first = bring(held, [0.3, 0.4]);
    expect(tradesOf(first)).toEqual([
      { Y: '-15000.00', Z: '15000.00' },
      { Y: '-10000.00', Z: '10000.00' },
    ]);
    expect(tradesOf(bring(heldAfter(first), [0.3, 0.4], '2026-04-01'))).toEqual([{}, {}]);
  });

  it('leaves the rest as near to the target as any shares that can be tried out', () => {
    const thousands = (amount: number) => String(amount * 1000);
    const some = fc.record({ x: fc.nat(8), y: fc.nat(8), most: fc.constantFrom(0, 0.25, 0.5, 1) });
    fc.assert(
      fc.property(fc.tuple(some, some), (own) => {
        fc.pre(own.every(({ x, y }) => x + y > 0));
        const result = bring(
          own.map(({ x, y }) => ({ X: thousands(x), Y: thousands(y) })),
          own.map(({ most }) => most),
        );
        const whole = own.reduce((sum, { x, y }) => sum + x + y, 0);
        const apart = (x: number, y: number, z: number) =>
          (x / whole - WEIGHTS.X) ** 2 +
          (y / whole - WEIGHTS.Y) ** 2 +
          (z / whole - WEIGHTS.Z) ** 2;
        const choices = own.map(({ x, y, most }) => {
          const all: (readonly [number, number, number])[] = [];
          for (let left = 0; left <= x; left++) {
            for (let z = 0; z <= most * (x + y) && left + z <= x + y; z++) {
              all.push([left, x + y - left - z, z]);
            }
          }
          return all;
        });
        // Nothing is bought of what stands above its band.
        const held = own.reduce((sum, { y }) => sum + y, 0);
        const most = held / whole > WEIGHTS.Y + 0.01 ? held : whole;
        let best = Number.POSITIVE_INFINITY;
        for (const one of choices[0]!) {
          for (const two of choices[1]!) {
            if (one[1] + two[1] > most) continue;
            best = Math.min(best, apart(one[0] + two[0], one[1] + two[1], one[2] + two[2]));
          }
        }
        const after = heldAfter(result);
        const sum = (id: string) =>
          after.reduce((total, held) => total + Number(held[id] ?? 0), 0) / 1000;
        expect(sum('X') + sum('Y') + sum('Z')).toBeCloseTo(whole, 6);
        // Where the household is inside its bands of 1 % nothing is traded.
        const trades = tradesOf(result).flatMap((one) => Object.keys(one));
        expect(apart(sum('X'), sum('Y'), sum('Z'))).toBeLessThanOrEqual(
          best + (trades.length === 0 ? 3e-4 : 1e-5),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('an account of a household', () => {
  const universe = compileProducts(
    [
      product('B', { BOND: 1 }, { entryFee: 0.01, dealing: { dailyPurchase: '20000' } }),
      product('E', { EQ: 1 }),
      product('F', { BOND: 1 }),
      product('G', { GOLD: 1 }),
    ],
    ['BOND', 'EQ', 'GOLD'],
  );

  it('buys no more than its own limit for what charges leave', () => {
    // 30 % of 100,000 are 30,000 of E, whatever the entry fee of B is.
    const result = rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts: [
          account('1', { G: '100000' }, { limits: { E: { most: 0.3 } } }),
          account('2', { E: '100000' }),
        ],
        target: { kind: 'products', weights: { B: 0.3, E: 0.5, G: 0.2 } },
      },
      compileRebalancing({ id: 'p', bands: { default: { absolute: 0.02 } } }, { universe }),
      { asOf },
    );
    expect(signed(result.shares[0]!.result!.trades).E).toBe('30000.00');
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('buys what it is to hold at least, though the household wants none of it', () => {
    // 5 % of 100,000 are 5,000 of G; the other 95,000 are halves of 47,500.
    const result = rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts: [account('1', { E: '80000', F: '20000' }, { limits: { G: { least: 0.05 } } })],
        target: { kind: 'products', weights: { E: 0.5, F: 0.5 } },
      },
      compileRebalancing({ id: 'p', bands: { default: { absolute: 0.02 } } }, { universe }),
      { asOf },
    );
    expect(signed(result.shares[0]!.result!.trades)).toEqual({
      E: '-32500.00',
      F: '27500.00',
      G: '5000.00',
    });
    expect(result.certificate.find(({ rule }) => rule === 'least:1:G')?.holds).toBe(true);
  });

  it('buys the only fund of the list though it is of no class that is wanted and nothing is held', () => {
    const accounts = [account('1', {}, { cash: [cny('17000')] })];
    const target = { kind: 'classes', weights: { BOND: 0.5, EQ: 0.5 }, products: ['G'] } as const;
    const run = (more: readonly ReturnType<typeof account>[]) =>
      rebalanceHousehold(
        { id: 'Li', currency: 'CNY', accounts: [...accounts, ...more], target },
        compileRebalancing({ id: 'p', bands: { default: { absolute: 0.02 } } }, { universe }),
        { asOf },
      );
    for (const more of [[], [account('2', {}, { cash: [cny('3000')] })]]) {
      const { shares, lines, status } = run(more);
      expect(signed(shares[0]!.result!.trades)).toEqual({ G: '17000.00' });
      expect(status).toBe('not-met');
      expect(lines.map(({ id, reached }) => [id, reached])).toEqual([
        ['BOND', 0],
        ['EQ', 0],
        ['GOLD', 1],
      ]);
    }
  });
});
