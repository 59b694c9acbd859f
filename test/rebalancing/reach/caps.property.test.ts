import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type RebalancingPolicy,
  rebalance,
  type TradingRules,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, policies, ROWS } from '../random-accounts.js';
import { decide } from '../simple.js';
import { positionsOf, UTILITY } from '../support.js';

/** Who owes what, by product; of those not named nobody knows. */
const ISSUERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  BONDS: { Lake: 1 },
  BALANCED: { Lake: 0.3, Hill: 0.25 },
  LISTED: { Hill: 0.8 },
  DOLLARS: {},
  MONEY: { Lake: 0.5, Dale: 0.5 },
  SCARCE: { Hill: 1 },
};

const universe = compileProducts(
  ROWS.map((row): Product => {
    const issuers = ISSUERS[row.id];
    return issuers === undefined ? row : { ...row, issuers };
  }),
  UTILITY.assetClasses,
);

const share = fc.constantFrom(0.05, 0.2, 0.35, 0.5, 0.75);

const caps: fc.Arbitrary<TradingRules<'CNY'>> = fc.record(
  {
    maxWeightPerIssuer: share,
    maxWeightOfIssuer: fc.dictionary(fc.constantFrom('Lake', 'Hill', 'Dale'), share),
    groups: fc.tuple(share, share).map(([first, second]) => [
      { id: 'equity', members: ['LISTED', 'DOLLARS', 'LOCKED'], max: first },
      { id: 'rare', members: ['SCARCE', 'LIMITED', 'LISTED'], max: second },
    ]),
  },
  { requiredKeys: [] },
);

/** The weight that caps count, by the name of its rule without the trades' own excuse. */
function countedBy(
  { maxWeightPerIssuer = 1, maxWeightOfIssuer = {}, groups = [] }: TradingRules,
  weights: Readonly<Record<string, number>>,
): readonly {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly most: number;
}[] {
  const byIssuer: Record<string, number> = {};
  for (const [id, weight] of Object.entries(weights)) {
    for (const [name, part] of Object.entries(ISSUERS[id] ?? { '': 1 })) {
      byIssuer[name] = (byIssuer[name] ?? 0) + weight * part;
    }
  }
  return [
    ...Object.entries(byIssuer).map(([name, weight]) => ({
      code: name === '' ? 'max-weight-of-unknown-issuers' : 'max-weight-of-issuer',
      name,
      weight,
      most: maxWeightOfIssuer[name] ?? maxWeightPerIssuer,
    })),
    ...groups.map(({ id, members, max }) => ({
      code: 'max-weight-of-group',
      name: id,
      weight: members.reduce((sum, member) => sum + (weights[member] ?? 0), 0),
      most: max,
    })),
  ];
}

describe('caps on random accounts', () => {
  it('are kept, or named with what is still above them', () => {
    fc.assert(
      fc.property(accounts, policies, caps, (account, policy, rules) => {
        const capped: RebalancingPolicy<'CNY'> = {
          ...policy,
          trading: { ...policy.trading, ...rules },
        };
        const rebalancer = compileRebalancing(capped, { universe });
        const { after, reasons } = rebalance(account, rebalancer, { asOf: DAY });
        for (const { code, name, weight, most } of countedBy(rules, after.weights)) {
          // All of it is no limit, though money that is missing makes weights of more.
          if (most === 1 || weight <= most + 2e-9) continue;
          expect(reasons).toContainEqual(
            expect.objectContaining({
              code: `rebalancing.${code}-exceeded`,
              parameters: expect.objectContaining(
                code === 'max-weight-of-group'
                  ? { group: name }
                  : name === ''
                    ? {}
                    : { issuer: name },
              ),
            }),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are never passed by a trade: nothing is bought of what is above them and grows', () => {
    fc.assert(
      fc.property(accounts, policies, caps, (account, policy, rules) => {
        const trading = { ...policy.trading, ...rules };
        const rebalancer = compileRebalancing({ ...policy, trading }, { universe });
        const { certificate } = rebalance(account, rebalancer, { asOf: DAY });
        const broken = certificate.filter(
          ({ rule, holds }) => !holds && /^max-weight-of/.test(rule),
        );
        expect(broken).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('leave what is nearest to the target of all weights that they allow', () => {
    const weights = fc
      .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
      .filter((parts) => parts.some((part) => part > 0))
      .map((parts) => {
        const sum = parts.reduce((a, b) => a + b, 0);
        return parts.map((part) => part / sum) as [number, number, number];
      });
    const IDS = ['BONDS', 'SHARES', 'GOLD'] as const;
    fc.assert(
      fc.property(
        weights,
        weights,
        fc.array(weights, { minLength: 30, maxLength: 30 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.constantFrom('products' as const, 'classes' as const),
        (now, target, others, max, measure) => {
          const result = decide({
            account: {
              positions: positionsOf(
                Object.fromEntries(IDS.map((id, i) => [id, (now[i]! * 1_000_000).toFixed(2)])),
              ),
              target: Object.fromEntries(IDS.map((id, i) => [id, target[i]!])),
            },
            policy: {
              measure,
              bands: { default: { absolute: 0 } },
              trading: { groups: [{ id: 'g', members: ['SHARES', 'GOLD'], max }] },
            },
          });
          const apart = (of: readonly number[]): number =>
            of.reduce((sum, weight, i) => sum + (weight - target[i]!) ** 2, 0);
          const reached = apart(IDS.map((id) => result.after.weights[id] ?? 0));
          for (const other of others) {
            if (other[1] + other[2] > max) continue;
            expect(reached).toBeLessThan(apart(other) + 1e-5);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
