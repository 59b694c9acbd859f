import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, type Money, toMinorUnits } from '../../../src/money/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type HouseholdAccount,
  type HouseholdTarget,
  type Rebalancer,
  type RebalancingPolicy,
  rebalance,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { account, asOf, MIX, product } from './accounts.js';

type Id = keyof typeof MIX;
const IDS = Object.keys(MIX) as readonly Id[];

interface Given {
  readonly holder: HouseholdAccount<'CNY'>;
  readonly target: HouseholdTarget;
  readonly status?: Partial<Record<Id, Product['status']>>;
  readonly policy?: Partial<RebalancingPolicy<'CNY'>>;
}

const rebalancerOf = (
  status: Given['status'] = {},
  policy: Given['policy'] = {},
): Rebalancer<'CNY'> => {
  const products = IDS.map((id) => product(id, MIX[id], { status: status[id] ?? 'open' }));
  return compileRebalancing<'CNY'>(
    { id: 'one', bands: { default: { absolute: 0.05 } }, ...policy },
    { universe: compileProducts(products, ['CASH', 'BOND', 'EQUITY']) },
  );
};

const bring = (
  accounts: readonly HouseholdAccount<'CNY'>[],
  target: HouseholdTarget,
  rebalancer: Rebalancer<'CNY'> = rebalancerOf(),
) =>
  rebalanceHousehold<'CNY'>({ id: 'Li', currency: 'CNY', accounts, target }, rebalancer, { asOf });

/** In hundredths. */
const heldAfter = ({
  after: { values },
}: {
  readonly after: { readonly values: Readonly<Record<string, Money<'CNY'>>> };
}): readonly number[] =>
  IDS.map((id) => (values[id] === undefined ? 0 : Number(toMinorUnits(values[id]))));

/** What an account holds afterwards by itself, and as a household of one. */
const bothWays = ({ holder, target, status, policy }: Given) => {
  const rebalancer = rebalancerOf(status, policy);
  const alone = rebalance<'CNY'>({ ...holder, target }, rebalancer, { asOf });
  return [heldAfter(alone), heldAfter(bring([holder], target, rebalancer))] as const;
};

describe('a household of one account', () => {
  const given: Given = {
    holder: account('1', { CASH: '20000', EQUITY: '80000' }),
    target: {
      kind: 'products',
      weights: { CASH: 0.35, BOND: 0.2, EVEN: 0.04, EQUITY: 0.41 },
    },
    status: { BOND: 'subscription-suspended' },
  };

  it('comes to its classes by what stands in for a product that cannot be bought', () => {
    // Wanted are 0.35 cash, 0.20 + 0.02 bonds, 0.02 + 0.41 equity. Without the bond product 0.44 of the mixed one has the bonds, and 0.21 of equity beside it
    // the equity.
    const [alone, shared] = bothWays(given);
    expect(alone).toEqual([3_500_000, 0, 4_400_000, 2_100_000, 0]);
    expect(shared).toEqual(alone);
  });

  it('spreads it evenly over the others where products are measured', () => {
    // 0.2 is left for three: 0.0667 more of each is the least sum of squares.
    const [alone, shared] = bothWays({ ...given, policy: { measure: 'products' } });
    [4_166_667, 0, 1_066_667, 4_766_667, 0].forEach((value, i) => {
      expect(Math.abs(alone[i]! - value)).toBeLessThanOrEqual(1);
      expect(Math.abs(shared[i]! - value)).toBeLessThanOrEqual(1);
    });
  });

  const mixed = { CASH: 0.35, BOND: 0.27, EQUITY: 0.38 };

  it('comes as near to classes that cannot be had, by the sum of squares', () => {
    // Bonds are 18,000 of 100,000 and nobody can buy them; the 82,000 beside them are to be 0.35 + 0.045 of cash and 0.38 + 0.045 of equity: the same
    // excess for both is the least sum of squares.
    const [alone, shared] = bothWays({
      holder: account('1', { CASH: '12000', BOND: '18000', EQUITY: '70000' }),
      target: { kind: 'classes', weights: mixed, products: ['CASH', 'BOND', 'EQUITY'] },
      status: { BOND: 'subscription-suspended' },
    });
    expect(alone).toEqual([3_950_000, 1_800_000, 0, 4_250_000, 0]);
    expect(shared).toEqual(alone);
  });

  it('buys what is preferred, and sells of what there is most', () => {
    // 27 of bonds are there, 20 and 7; 23 of cash are missing, which equity has: 61 are to be 38.
    const holder = account('1', { CASH: '12000', NOTES: '7000', BOND: '20000', EQUITY: '61000' });
    const target = { kind: 'classes', products: ['NOTES', 'BOND', 'CASH', 'EQUITY'] } as const;
    const kept = bothWays({ holder, target: { ...target, weights: mixed } });
    for (const one of kept) expect(one).toEqual([3_500_000, 2_000_000, 0, 3_800_000, 700_000]);
    const weights = { CASH: 0.35, BOND: 0.17, EQUITY: 0.48 };
    const sold = bothWays({ holder, target: { ...target, weights } });
    for (const one of sold) expect(one).toEqual([3_500_000, 1_000_000, 0, 4_800_000, 700_000]);
    const money = { ...account('1', {}), cash: [fromMinorUnits('CNY', 10_000_000n)] };
    const fresh = bothWays({ holder: money, target: { ...target, weights: mixed } });
    for (const one of fresh) expect(one).toEqual([3_500_000, 0, 0, 3_800_000, 2_700_000]);
  });

  it('is brought beside a cap on a group as the account by itself is', () => {
    // Of 100,000 equity and the mixed product are to be 60,000 and may be 50,000: 5,000 less of each and 10,000 more of bonds is the least sum of squares.
    const groups = [{ id: 'risky', members: ['EVEN', 'EQUITY'], max: 0.5 }];
    const [alone, shared] = bothWays({
      holder: account('1', { BOND: '100000' }),
      target: { kind: 'products', weights: { BOND: 0.4, EVEN: 0.4, EQUITY: 0.2 } },
      policy: { measure: 'products', trading: { groups } },
    });
    expect(alone).toEqual([0, 5_000_000, 3_500_000, 1_500_000, 0]);
    expect(shared).toEqual(alone);
  });

  it('stops where the account by itself does if something lies beyond reach', () => {
    // Equity is 80,000 and cannot be sold. Of the 20,000 beside it 11,250 of cash and 8,750 of bonds come nearest to 30,000 and 27,500: 18,750 less of each.
    // Half a band is 2,500, so that neither comes near enough and both go all the way there.
    const [alone, shared] = bothWays({
      holder: account('1', { CASH: '10000', BOND: '10000', EQUITY: '80000' }),
      target: { kind: 'products', weights: { CASH: 0.3, BOND: 0.275, EQUITY: 0.425 } },
      status: { EQUITY: 'redemption-suspended' },
      policy: { destination: { kind: 'fraction', ofBand: 0.5 } },
    });
    expect(alone).toEqual([1_125_000, 875_000, 0, 8_000_000, 0]);
    expect(shared).toEqual(alone);
  });

  it('sells what is above its target and cannot be bought for, and keeps the proceeds', () => {
    // Equity is to go from 60,000 to 38,000 and what is bought for it is left out; the mixed product stays, as it cannot be sold, and counts half. So
    // equity itself goes from 50,000 to 28,000.
    const [alone, shared] = bothWays({
      holder: account('1', { CASH: '30000', EVEN: '20000', EQUITY: '50000' }),
      target: { kind: 'products', weights: { CASH: 0.35, BOND: 0.17, EVEN: 0.2, EQUITY: 0.28 } },
      status: { EVEN: 'redemption-suspended' },
      policy: { funding: 'sell-only' },
    });
    expect(alone).toEqual([3_000_000, 0, 2_000_000, 2_800_000, 0]);
    expect(shared).toEqual(alone);
  });

  const cents = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10_000_000n }));
  const cases = fc.record({
    held: fc.tuple(cents, cents, cents, cents, cents),
    cash: cents,
    parts: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })),
    status: fc.dictionary(
      fc.constantFrom(...IDS),
      fc.constantFrom('subscription-suspended' as const, 'redemption-suspended' as const),
      { maxKeys: 2 },
    ),
    list: fc.shuffledSubarray([...IDS], { minLength: 1 }),
    measure: fc.constantFrom('classes' as const, 'products' as const),
    funding: fc.constantFrom(
      'full' as const,
      'buy-only' as const,
      'sell-only' as const,
      'cash-first' as const,
    ),
    scope: fc.constantFrom(
      { kind: 'whole' as const },
      { kind: 'breached' as const },
      { kind: 'breached' as const, absorbedBy: 'cash' },
    ),
  });

  type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;
  const holderOf = (
    id: string,
    held: readonly bigint[],
    cash: bigint,
  ): HouseholdAccount<'CNY'> => ({
    ...account(id, {}),
    positions: IDS.map((product, i) => ({ product, value: fromMinorUnits('CNY', held[i]!) })),
    cash: [fromMinorUnits('CNY', cash)],
  });
  const sharesOf = (ids: readonly string[], parts: readonly number[]) => {
    const sum = parts.reduce((a, b) => a + b, 0);
    return Object.fromEntries(ids.map((id, i) => [id, parts[i]! / sum]));
  };
  const toProducts = ({ parts }: Case): HouseholdTarget => ({
    kind: 'products',
    weights: sharesOf(IDS, parts),
  });
  const toClasses = ({ parts, list: products }: Case): HouseholdTarget => ({
    kind: 'classes',
    weights: sharesOf(['CASH', 'BOND', 'EQUITY'], parts.slice(2)),
    products,
  });

  /** What a policy measures. */
  const measuredOf = (held: readonly number[], measure: Case['measure']): readonly number[] => {
    if (measure === 'products') return held;
    const [cash, bond, even, equity, notes] = held as [number, number, number, number, number];
    return [cash, bond + even / 2 + notes, equity + even / 2];
  };

  /**
   * Rounding is a few units. Where an edge is aimed at and one way of rounding misses it, the aim of what is measured is moved in by half as much again and two
   * units, at most four times; products of several classes take part of their way as their classes do, which is many times as much where a class is near its
   * target. So what is measured is the same to some units, and products to a ten-thousandth of everything.
   */
  const DESTINATIONS = [
    ['the target', { kind: 'target' }, { measured: 6, parts: Number.POSITIVE_INFINITY }],
    ['the edge', { kind: 'edge' }, { measured: 20, parts: 10_000 }],
    ['half of the band', { kind: 'fraction', ofBand: 0.5 }, { measured: 20, parts: 10_000 }],
  ] as const;

  describe.each(DESTINATIONS)('on its way to %s', (_, destination, { measured, parts }) => {
    const expectNear = (some: readonly number[], others: readonly number[], most: number): void => {
      some.forEach((value, i) => {
        expect(Math.abs(others[i]! - value)).toBeLessThanOrEqual(most);
      });
    };
    const expectAlike = (targetOf: (one: Case) => HouseholdTarget): void => {
      const property = fc.property(cases, (one) => {
        const { held, cash, status, funding, scope } = one;
        const target = targetOf(one);
        const measure = target.kind === 'classes' ? target.kind : one.measure;
        const policy = { measure, funding, scope, destination };
        const holder = holderOf('1', held, cash);
        const [alone, shared] = bothWays({ holder, target, status, policy });
        expectNear(measuredOf(alone, measure), measuredOf(shared, measure), measured);
        const whole = Number(held.reduce((sum, value) => sum + value, cash));
        expectNear(alone, shared, Math.max(measured / 2, whole / parts));
      });
      fc.assert(property, { numRuns: 200 });
    };

    it('is brought where the account by itself is, by products', () => {
      expectAlike(toProducts);
    });

    it('is brought where the account by itself is, by asset classes', () => {
      expectAlike(toClasses);
    });
  });

  it('is brought where several are that hold the same together, where all may hold everything', () => {
    const two = fc.record({ case: cases, part: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(two, ({ case: { held, cash, parts, list: products }, part }) => {
        const split = (all: bigint): readonly [bigint, bigint] => {
          const own = (all * BigInt(part)) / 10n;
          return [own, all - own];
        };
        const holders = ([0, 1] as const).map((k) =>
          holderOf(
            `${k}`,
            held.map((all) => split(all)[k]),
            split(cash)[k],
          ),
        );
        const weights = sharesOf(['CASH', 'BOND', 'EQUITY'], parts.slice(2));
        const target = { kind: 'classes', weights, products } as const;
        const one = heldAfter(bring([holderOf('1', held, cash)], target));
        heldAfter(bring(holders, target)).forEach((value, i) => {
          expect(Math.abs(one[i]! - value)).toBeLessThanOrEqual(6);
        });
      }),
      { numRuns: 150 },
    );
  });
});
