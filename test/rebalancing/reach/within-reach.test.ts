import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNDINGS, type RebalancingPolicy } from '../../../src/rebalancing/index.js';
import { again, type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

const OLD = { lookThrough: { EQUITY: 1 } };

/** BONDS take no purchases and OLD no trades at all. */
const account = {
  positions: positionsOf({ BONDS: '86000', OLD: '14000' }),
  target: { GOLD: 0.48, SHARES: 0.24, BONDS: 0.28 },
  restrictions: { BONDS: 'sell-only', OLD: 'locked' },
} as const;

const POLICY = { measure: 'products', bands: { default: { absolute: 0.02 } } } as const;

const SCOPES: readonly RebalancingPolicy['scope'][] = [{ kind: 'whole' }, { kind: 'breached' }];

const DESTINATIONS: readonly RebalancingPolicy['destination'][] = [
  { kind: 'edge' },
  { kind: 'fraction', ofBand: 0.5 },
  { kind: 'inner', drift: 0.01 },
];

describe('a destination short of the target, with something out of reach', () => {
  it.each(
    DESTINATIONS.flatMap((destination) => SCOPES.map((scope) => [destination, scope] as const)),
  )('is as near as can be at once: %j, %j', (destination, scope) => {
    // OLD keeps 14 of 100, and the others, wanted whole, are short of it by 14 / 3 each: none of them comes into its band, 2 below its target.
    const changes = {
      account,
      products: { OLD },
      policy: { ...POLICY, destination, scope },
    } as Changes;
    const first = decide(changes);
    expect(signed(first.trades)).toEqual({
      BONDS: '-62666.67',
      GOLD: '43333.33',
      SHARES: '19333.33',
    });
    expect(again(first, changes).trades).toEqual([]);
  });

  it('is as near as can be at once around a sale that its terms forbid', () => {
    // SHARES stay at 2,000 of 7,000. The others share what is missing: GOLD at 55.7 % is in its band, whose edge, 3,850, is the nearest to today; a cent each for rounding.
    const changes: Changes = {
      account: {
        positions: positionsOf({ BONDS: '5000', SHARES: '2000' }),
        target: { BONDS: 0.2, SHARES: 0.2, GOLD: 0.6 },
      },
      products: { SHARES: { minimumRedemption: '2500' } },
      policy: {
        ...POLICY,
        bands: { default: { absolute: 0.05 } },
        destination: { kind: 'edge' },
      },
    };
    const first = decide(changes);
    expect(signed(first.trades)).toEqual({ BONDS: '-3850.03', GOLD: '3850.03' });
    expect(again(first, changes).trades).toEqual([]);
  });

  it('is as near as can be at once around a holding that can only be sold whole', () => {
    // OLD goes whole, 1,000 of 8,000. NOTES are to end 2 above a seventh, at 1,302.86, 160 above their target. The 1,000 goes first, to BONDS and GOLD as they lack 2,714.29 and 1,142.86: they then
    // lack 2,857.14 together, as much as NOTES are too much, and keep 160 / 2,857.14 of it: BONDS 112.59, GOLD 47.41. Four cents for rounding.
    const changes: Changes = {
      account: {
        positions: positionsOf({ BONDS: '3000', NOTES: '4000', OLD: '1000' }),
        target: { BONDS: 5 / 7, GOLD: 1 / 7, NOTES: 1 / 7 },
      },
      products: { NOTES: {}, OLD: { ...OLD, minimumHolding: '1500' } },
      policy: { ...POLICY, destination: { kind: 'edge' } },
    };
    const first = decide(changes);
    expect(first.after.values.OLD?.amount ?? '0.00').toBe('0.00');
    expect(Number(first.after.values.NOTES?.amount)).toBeCloseTo(1302.82, 1);
    expect(Number(first.after.values.BONDS?.amount)).toBeCloseTo(5601.7, 0);
    expect(first.after.drift.triggered).toEqual([]);
    expect(again(first, changes).trades).toEqual([]);
  });

  it.each(DESTINATIONS)(
    'tries a purchase at its minimum with the others aimed anew: %j',
    (destination) => {
      // BONDS are wanted for 1,278 at least and may be bought for 2,000: 5,000 of 12,400 is 40.3 %, in its band of 37.5 ± 3. With 59.7 left, SHARES and GOLD miss 62.5 by 1.4 each at
      // best, in their bands too.
      const changes = {
        account: {
          positions: positionsOf({ BONDS: '3000', SHARES: '4000', GOLD: '4000' }),
          target: { BONDS: 0.375, SHARES: 0.125, GOLD: 0.5 },
          cash: [cny('1400')],
        },
        products: { BONDS: { minimumPurchase: '2000' } },
        policy: { ...POLICY, bands: { default: { absolute: 0.03 } }, destination },
      } as Changes;
      const first = decide(changes);
      expect(signed(first.trades).BONDS).toBe('2000.00');
      expect(first.after.drift.triggered).toEqual([]);
      expect(again(first, changes).trades).toEqual([]);
    },
  );

  it.each(['buy-only', 'full'] as const)(
    'buys nothing of what stands at its upper edge for what is below its minimum: %s',
    (funding) => {
      // Of 5,366 GOLD is 37.27 %, just within 37.27 ≤ 3 / 11 + 0.1; BONDS with all the money come to 62.73 %, below 7 / 11 by less than a point.
      const result = decide({
        account: {
          positions: positionsOf({ GOLD: '2000' }),
          target: { BONDS: 7 / 11, SHARES: 1 / 11, GOLD: 3 / 11 },
          cash: [cny('3366')],
        },
        products: { SHARES: { minimumPurchase: '2000' } },
        policy: {
          ...POLICY,
          bands: { default: { absolute: 0.1 } },
          destination: { kind: 'edge' },
          funding,
        },
      });
      expect(signed(result.trades)).toEqual({ BONDS: '3366.00' });
      expect(result.after.drift.triggered).toEqual([]);
    },
  );

  it('is nothing to trade for what can stay where it is', () => {
    // OLD has left its band by a tenth of a point; the others are within theirs, and 0.7 below their targets is the nearest that they could come to.
    const changes: Changes = {
      account: {
        ...account,
        positions: positionsOf({ GOLD: '46500', SHARES: '22500', BONDS: '28900', OLD: '2100' }),
      },
      products: { OLD },
      policy: { ...POLICY, destination: { kind: 'edge' } },
    };
    const result = decide(changes);
    expect(result.fired[0]?.reasons[0]?.parameters).toMatchObject({ class: 'OLD' });
    expect(result.trades).toEqual([]);
  });

  it('ends inside a band at whose edge it lies, rounded as it is', () => {
    // OLD and SHARES are above their targets within their bands of 2 and are not sold, 3.82 together, and the three others share what that leaves: gold comes to
    // 37.11 − 1.27 = 35.84 at best. Half of its band around that would reach below its band, 35.11, where it ends.
    const changes: Changes = {
      account: {
        positions: positionsOf({
          GOLD: '33000',
          SHARES: '13000',
          BONDS: '40000',
          OLD: '36000',
          NOTES: '38000',
        }),
        target: { GOLD: 36 / 97, SHARES: 6 / 97, BONDS: 15 / 97, OLD: 20 / 97, NOTES: 20 / 97 },
      },
      products: { OLD, NOTES: {} },
      policy: { ...POLICY, funding: 'cash-first', destination: { kind: 'fraction', ofBand: 0.5 } },
    } as Changes;
    const first = decide(changes);
    expect(first.after.weights.GOLD).toBeCloseTo(36 / 97 - 0.02, 6);
    expect(first.after.drift.triggered).toEqual([]);
    expect(again(first, changes).trades).toEqual([]);
  });

  it('is at rest after one look', () => {
    const weight = fc.integer({ min: 1, max: 40 });
    const ids = ['GOLD', 'SHARES', 'BONDS', 'OLD', 'NOTES'] as const;
    const restriction = fc.constantFrom('locked', 'sell-only', 'buy-only', undefined);
    const five = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        five(weight),
        five(weight),
        five(restriction),
        fc.constantFrom(...DESTINATIONS),
        fc.constantFrom(...SCOPES),
        fc.constantFrom(...FUNDINGS),
        fc.constantFrom('products', 'classes'),
        fc.constantFrom('0', '12345.67'),
        (held, wanted, kinds, destination, scope, funding, measure, free) => {
          const whole = wanted.reduce((sum, one) => sum + one, 0);
          const changes = {
            account: {
              positions: positionsOf(
                Object.fromEntries(ids.map((id, i) => [id, `${1000 * held[i]!}`])),
              ),
              target: Object.fromEntries(ids.map((id, i) => [id, wanted[i]! / whole])),
              cash: [cny(free)],
              restrictions: Object.fromEntries(
                ids.flatMap((id, i) => (kinds[i] === undefined ? [] : [[id, kinds[i]]])),
              ),
            },
            products: { OLD, NOTES: { lookThrough: { BOND: 0.5, METAL: 0.5 } } },
            policy: { ...POLICY, measure, destination, scope, funding },
          } as Changes;
          const second = again(decide(changes), changes);
          // A cent that rounding has left out of a zone may be made good by the least purchase of 1.00.
          expect(second.trades.filter(({ amount }) => Number(amount.amount) > 1)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
