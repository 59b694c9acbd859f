import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { amountsOf, cny, dropped, positionsOf, signed } from '../support.js';

/** Bonds, shares and gold with a minimum for gold; products are measured. */
const gold = (
  held: readonly [string, string, string],
  target: readonly [number, number, number],
  changes: Changes = {},
) => {
  const [BONDS, SHARES, GOLD] = held;
  const positions = positionsOf({ BONDS, SHARES, GOLD }).filter(
    ({ value }) => value?.amount !== '0.00',
  );
  const sum = target[0] + target[1] + target[2];
  const [bonds, shares, rest] = target.map((weight) => weight / sum);
  return {
    account: {
      positions,
      target: { BONDS: bonds!, SHARES: shares!, GOLD: rest! },
      ...changes.account,
    },
    policy: { measure: 'products', ...changes.policy },
    products: changes.products ?? {},
  } satisfies Changes;
};

const bandOf = (absolute: number) => ({ bands: { default: { absolute } } });

describe('a sale that would leave less than the minimum holding', () => {
  it('leaves the minimum, and the others share what that lacks', () => {
    // Gold keeps 1,500 of 10,000 instead of 1,000: of bonds and shares 250 less each, 47.5 % of 50 % and 37.5 % of 40 %.
    const kept = decide(
      gold(['0.00', '2000.00', '8000.00'], [5, 4, 1], {
        policy: bandOf(0.03),
        products: { GOLD: { minimumHolding: '1500' } },
      }),
    );
    expect(signed(kept.trades)).toEqual({ BONDS: '4750.00', SHARES: '1750.00', GOLD: '-6500.00' });
    expect(kept.after.drift.triggered).toEqual(['GOLD']);
    expect(dropped(kept).GOLD).toBe('sell 500.00: rebalancing.below-minimum-holding');
  });

  it('moves what is inside its band as well', () => {
    // One point that shares keep too much is half a point less of bonds and of gold.
    const kept = decide(
      gold(['80000.00', '10000.00', '10000.00'], [83, 7, 10], {
        policy: { ...bandOf(0.02) },
        products: { SHARES: { minimumHolding: '8000' } },
      }),
    );
    expect(signed(kept.trades)).toEqual({ BONDS: '2500.00', SHARES: '-2000.00', GOLD: '-500.00' });
  });

  it('does not keep another product from being bought at its minimum', () => {
    // Gold keeps 1,520 instead of 1,500: bonds get 2,000 of the 2,010 they want and shares give 520 instead of 510.
    const kept = decide(
      gold(['1990.00', '5010.00', '3000.00'], [40, 45, 15], {
        policy: bandOf(0.02),
        products: { BONDS: { minimumPurchase: '2000' }, GOLD: { minimumHolding: '1520' } },
      }),
    );
    expect(signed(kept.trades)).toEqual({ BONDS: '2000.00', SHARES: '-520.00', GOLD: '-1480.00' });
    expect(kept.after.drift.triggered).toEqual([]);
  });

  it('sells all where that is nearer, and the others take it', () => {
    // 100 of gold is wanted, at least 500 must stay: all goes, and bonds and shares get 50 more each.
    for (const measure of ['products', 'classes'] as const) {
      const sold = decide(
        gold(['0.00', '0.00', '1000.00'], [5, 4, 1], {
          policy: { ...bandOf(0.03), measure },
          products: { GOLD: { minimumHolding: '500' } },
        }),
      );
      expect(signed(sold.trades)).toEqual({ BONDS: '550.00', SHARES: '450.00', GOLD: '-1000.00' });
      expect(sold.cash.after.amount).toBe('0.00');
    }
  });

  it('sells all where keeping the minimum leaves it out of its band', () => {
    // To the edge 500 of 10,000 would stay; 510 are out of a band of five points.
    const edge = gold(['4000.00', '0.00', '6000.00'], [1, 0, 0], {
      account: { target: { BONDS: 1 } },
      policy: { ...bandOf(0.05), destination: { kind: 'edge' } },
      products: { GOLD: { minimumHolding: '510' } },
    });
    const sold = decide(edge);
    expect(signed(sold.trades)).toEqual({ BONDS: '6000.00', GOLD: '-6000.00' });
    expect(again(sold, edge).trades).toEqual([]);
    const just = decide({ ...edge, products: { GOLD: { minimumHolding: '500' } } });
    expect(signed(just.trades)).toEqual({ BONDS: '5500.00', GOLD: '-5500.00' });
  });

  it('keeps all where nothing less may be sold and all is further', () => {
    // 1,520 are wanted: 1,400 at most keep the minimum, 1,500 at least must be sold, and 1,900 are nearer than nothing.
    const sold = decide(
      gold(['0.00', '0.00', '1900.00'], [4, 0, 1], {
        account: { target: { BONDS: 0.8, GOLD: 0.2 } },
        policy: bandOf(0.03),
        products: { GOLD: { minimumHolding: '500', minimumRedemption: '1500' } },
      }),
    );
    expect(signed(sold.trades)).toEqual({ BONDS: '1900.00', GOLD: '-1900.00' });
    // 700 are wanted: nothing is nearer than 1,900.
    const held = decide(
      gold(['0.00', '0.00', '1900.00'], [7, 0, 12], {
        account: { target: { BONDS: 7 / 19, GOLD: 12 / 19 } },
        policy: bandOf(0.03),
        products: { GOLD: { minimumHolding: '1500', minimumRedemption: '600' } },
      }),
    );
    expect(held.trades).toEqual([]);
    expect(dropped(held).GOLD).toBe('sell 700.00: rebalancing.below-minimum-holding');
  });

  it('sells nothing for a purchase that is then not made', () => {
    // 950 do not buy shares for 1,000 at least: sold whole, all of the bonds would stay money.
    const held = decide({
      account: {
        positions: positionsOf({ BONDS: '950.00' }),
        target: { BONDS: 1 / 8, SHARES: 7 / 8 },
      },
      policy: { ...bandOf(0.03), measure: 'products' },
      products: { BONDS: { minimumHolding: '1500' }, SHARES: { minimumPurchase: '1000' } },
    });
    expect(held.trades).toEqual([]);
    expect(dropped(held).SHARES).toBe('buy 950.00: rebalancing.below-minimum-purchase');
    // Without shares, which ask for all of the 2,000, bonds and gold with a target of a ninth each come nearest with 1,000 each.
    const both = gold(['2000.00', '0.00', '0.00'], [1, 7, 1], {
      policy: bandOf(0.02),
      products: { SHARES: { minimumPurchase: '2000' }, GOLD: { minimumHolding: '500' } },
    });
    const first = decide(both);
    expect(signed(first.trades)).toEqual({ BONDS: '-1000.00', GOLD: '1000.00' });
    expect(again(first, both).trades).toEqual([]);
  });
});

describe('money that must be raised', () => {
  it('comes from a sale at the least redemption where that brings all inside', () => {
    // 8,814 stay. Bonds stand 382.57 above three sevenths: 500 and 813 leave 41.5 % and 58.5 %, where 1,313 of shares would leave 47.2 % and 52.8 %.
    const paid = decide({
      account: {
        positions: positionsOf({ BONDS: '4160.00', SHARES: '5967.00' }),
        target: { BONDS: 3 / 7, SHARES: 4 / 7 },
        withdrawal: cny('1313'),
      },
      policy: { ...bandOf(0.03), measure: 'products' },
      products: { BONDS: { minimumRedemption: '500' } },
    });
    expect(signed(paid.trades)).toEqual({ BONDS: '-500.00', SHARES: '-813.00' });
    expect(paid.after.drift.triggered).toEqual([]);
  });

  it('is no more than it takes where others make up for a minimum holding', () => {
    // Bonds alone would give 300 and leave 600 of at least 700.
    const paid = decide({
      account: {
        positions: positionsOf({ BONDS: '900.00', SHARES: '900.00' }),
        target: { BONDS: 1 / 7, SHARES: 6 / 7 },
        withdrawal: cny('300'),
      },
      policy: { ...bandOf(0.05), measure: 'products', triggers: [] },
      products: { BONDS: { minimumHolding: '700' } },
    });
    expect(signed(paid.trades)).toEqual({ BONDS: '-200.00', SHARES: '-100.00' });
    expect(paid.cash.withdrawal.amount).toBe('300.00');
  });

  it('is more than it takes only where nothing else gives it', () => {
    const paid = decide({
      account: {
        positions: positionsOf({ BONDS: '900.00' }),
        target: { BONDS: 1 },
        withdrawal: cny('300'),
      },
      policy: { ...bandOf(0.05), triggers: [] },
      products: { BONDS: { minimumHolding: '700' } },
    });
    expect(signed(paid.trades)).toEqual({ BONDS: '-900.00' });
    expect(paid.cash.withdrawal.amount).toBe('300.00');
  });
});

describe('what a minimum holding lacks or leaves over', () => {
  it('is shared by all others alike', () => {
    const cents = fc.integer({ min: 100_000, max: 3_000_000 });
    const weights = fc.tuple(
      fc.integer({ min: 20, max: 50 }),
      fc.integer({ min: 20, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
    );
    const text = (units: number) =>
      `${Math.floor(units / 100)}.${`${units % 100}`.padStart(2, '0')}`;
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        weights,
        fc.integer({ min: 1, max: 40 }),
        (a, b, c, parts, part) => {
          const whole = a + b + c;
          const sum = parts[0] + parts[1] + parts[2];
          const wanted = parts.map((weight) => (weight / sum) * whole);
          const least = Math.floor((part / 100) * whole);
          const { after, decision } = decide(
            gold([text(a), text(b), text(c)], parts, {
              policy: bandOf(0.02),
              products: { GOLD: { minimumHolding: text(least) } },
            }),
          );
          // What is below the minimum anyway, or is not sold, is another case; so are those in which nothing is out, or what stands above its band would be bought.
          // Less than 1 is not bought of a product.
          const isSmall = [a, b].some((held, i) => Math.abs(wanted[i]! - held) < 101);
          const isAbove = [a, b].some((held, i) => held > wanted[i]! + 0.02 * whole - 3);
          fc.pre(
            decision === 'trade' &&
              wanted[2]! < least &&
              wanted[2]! < c - 1 &&
              !isAbove &&
              !isSmall,
          );
          const [bonds, shares, kept] = ['BONDS', 'SHARES', 'GOLD'].map((id) =>
            Math.round(100 * Number(amountsOf(after.values)[id] ?? 0)),
          );
          const choices = [0, ...(least < c ? [least] : [c])];
          expect(choices).toContain(kept);
          const over = (wanted[2]! - kept!) / 2;
          expect(Math.abs(bonds! - wanted[0]! - over)).toBeLessThanOrEqual(2);
          expect(Math.abs(shares! - wanted[1]! - over)).toBeLessThanOrEqual(2);
          // No other choice has fewer lines outside their bands; of two with as many the nearer is taken.
          const outAt = (left: number): number =>
            [(wanted[2]! - left) / 2, (wanted[2]! - left) / 2, left - wanted[2]!].filter(
              (by) => Math.abs(by) > 0.02 * whole + 3,
            ).length;
          const outHere = outAt(kept!);
          for (const other of choices) expect(outHere).toBeLessThanOrEqual(outAt(other));
        },
      ),
    );
  });
});

describe('an addition of less than a step', () => {
  it('is left out, and the others share the money', () => {
    // 500 more of each are wanted; of bonds a thousand or nothing is added.
    const result = decide(
      gold(['1000.00', '1000.00', '1000.00'], [1, 1, 1], {
        account: { cash: [cny('1500')] },
        policy: bandOf(0.12),
        products: { BONDS: { step: '1000' } },
      }),
    );
    expect(signed(result.trades)).toEqual({ GOLD: '750.00', SHARES: '750.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });
});
