import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import {
  compileRebalancing,
  rebalancingMessages,
  type TradingRules,
} from '../../../src/rebalancing/index.js';
import { type Changes, decide, POLICY, products } from '../simple.js';
import { cny, codes, dropped, expectRefusal, positionsOf, signed, wrong } from '../support.js';

const LAKE = { BONDS: { issuer: 'Lake' } };

/** 50,000 of bonds and of shares, wanted are 60 % and 40 %, under caps. */
const capped = (trading: TradingRules<'CNY'>, { policy, ...more }: Changes = {}) =>
  decide({ products: LAKE, ...more, policy: { ...policy, trading } });

const holds = (rule: string) => ({ rule, holds: true, missedBy: 0 });

describe('the most of an issuer', () => {
  it('stops a purchase at it and says why', () => {
    const result = capped({ maxWeightOfIssuer: { Lake: 0.55 } });
    expect(signed(result.trades)).toEqual({ BONDS: '5000.00', SHARES: '-5000.00' });
    expect(dropped(result).BONDS).toBe('buy 5000.00: rebalancing.max-weight-of-issuer');
    expect(result.outOfReach.find(({ product }) => product === 'BONDS')).toMatchObject({
      reachableOn: null,
      reasons: [{ code: 'rebalancing.max-weight-of-issuer', parameters: { issuer: 'Lake' } }],
    });
    expect(codes(result)).toContain('rebalancing.target-out-of-reach');
    expect(result.certificate).toContainEqual(holds('max-weight-of-issuer:Lake'));
  });

  it('counts what is inside other products', () => {
    // b + s/2 ≤ 0.7 and b + s = 1, so b ≤ 0.4, where it is 0.5 today and 0.43 is wanted.
    const result = capped(
      { maxWeightOfIssuer: { Lake: 0.7 } },
      {
        products: { BONDS: { issuers: { Lake: 1 } }, SHARES: { issuers: { Lake: 0.5 } } },
        account: { target: { BONDS: 0.43, SHARES: 0.57 } },
      },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '-10000.00', SHARES: '10000.00' });
    expect(result.certificate.every(({ holds: ok }) => ok)).toBe(true);
  });

  it('is shared by its products so that the whole is nearest to the target', () => {
    // Bonds and shares together are 50 % where 80 % are wanted: 15 points less each is nearest to 40 % and 40 %.
    const result = capped(
      { maxWeightOfIssuer: { Lake: 0.5 } },
      {
        products: { BONDS: { issuer: 'Lake' }, SHARES: { issuer: 'Lake' } },
        account: {
          positions: positionsOf({ BONDS: '30000', SHARES: '20000', GOLD: '50000' }),
          target: { BONDS: 0.4, SHARES: 0.4, GOLD: 0.2 },
        },
      },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '-5000.00', SHARES: '5000.00' });
    expect(dropped(result).SHARES).toBe('buy 15000.00: rebalancing.max-weight-of-issuer');
    expect(result.outOfReach.map(({ product }) => product)).toEqual(['BONDS', 'SHARES']);
  });

  it('leaves money where nothing else can be bought', () => {
    const result = capped(
      { maxWeightOfIssuer: { Lake: 0.6 } },
      {
        account: {
          positions: positionsOf({ BONDS: '50000' }),
          target: { BONDS: 1 },
          cash: [cny('50000')],
        },
      },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00' });
    expect(result.cash.after.amount).toBe('40000.00');
  });

  it('holds after fees', () => {
    const result = capped(
      { maxWeightOfIssuer: { Lake: 0.55 } },
      { products: { BONDS: { issuer: 'Lake', entryFee: 0.015 } } },
    );
    expect(result.after.weights.BONDS).toBeLessThanOrEqual(0.55 + 1e-9);
    expect(result.after.weights.BONDS).toBeGreaterThan(0.549);
    expect(result.certificate.every(({ holds: ok }) => ok)).toBe(true);
  });

  it('brings down what is above it as far as it can be sold, and names the rest', () => {
    const issuers = { products: { SHARES: { issuer: 'Hill' } } };
    const rule = { maxWeightOfIssuer: { Hill: 0.3 } };
    expect(signed(capped(rule, issuers).trades)).toEqual({
      BONDS: '20000.00',
      SHARES: '-20000.00',
    });
    const locked = capped(rule, { ...issuers, account: { restrictions: { SHARES: 'locked' } } });
    expect(locked.trades).toEqual([]);
    expect(locked.reasons).toContainEqual(
      expect.objectContaining({
        code: 'rebalancing.max-weight-of-issuer-exceeded',
        severity: 'warn',
        parameters: { issuer: 'Hill', weight: 0.5, most: 0.3 },
      }),
    );
    expect(locked.certificate).toContainEqual(holds('max-weight-of-issuer-not-worsened:Hill'));
  });

  it('is the same for every issuer but those that have their own, and those not known count as one', () => {
    // Bonds of Lake may be 70 %; shares and gold, whose issuers nobody knows, 35 % together.
    const result = capped(
      { maxWeightPerIssuer: 0.35, maxWeightOfIssuer: { Lake: 0.7 } },
      { account: { target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 } } },
    );
    // 65 % of bonds; of the 35 % nearest to 30 % and 20 % are 22.5 % and 12.5 %.
    expect(signed(result.trades)).toEqual({
      BONDS: '15000.00',
      GOLD: '12500.00',
      SHARES: '-27500.00',
    });
    expect(result.certificate).toContainEqual(holds('max-weight-of-unknown-issuers'));
    expect(dropped(result).GOLD).toBe('buy 7500.00: rebalancing.max-weight-of-unknown-issuers');
  });

  it('does not act by itself', () => {
    const account = { target: { BONDS: 0.5, SHARES: 0.5 } };
    const result = capped({ maxWeightOfIssuer: { Lake: 0.4 } }, { account });
    expect(result.decision).toBe('hold');
    expect(codes(result)).toContain('rebalancing.max-weight-of-issuer-exceeded');
  });
});

describe('the most of a group of products', () => {
  const risky = { groups: [{ id: 'risky', members: ['SHARES', 'GOLD'], max: 0.3 }] };

  it('is kept by selling what is above it', () => {
    const result = capped(risky);
    expect(signed(result.trades)).toEqual({ BONDS: '20000.00', SHARES: '-20000.00' });
    expect(result.certificate).toContainEqual(holds('max-weight-of-group:risky'));
  });

  it('holds where products are measured', () => {
    const target = { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 };
    const result = capped(risky, { policy: { measure: 'products' }, account: { target } });
    // The projection of 50, 30 and 20 % on shares + gold = 30 %: each 10 points less.
    expect(signed(result.trades)).toEqual({
      BONDS: '20000.00',
      GOLD: '10000.00',
      SHARES: '-30000.00',
    });
  });

  it('is kept where nothing is bought', () => {
    const result = capped(risky, { policy: { funding: 'sell-only' } });
    expect(signed(result.trades)).toEqual({ SHARES: '-20000.00' });
  });

  it('is kept by the fewest trades', () => {
    const result = capped({ ...risky, fewestTrades: true });
    expect(signed(result.trades)).toEqual({ BONDS: '20000.00', SHARES: '-20000.00' });
  });

  it('is not passed by what rounding leaves of a sale', () => {
    // 4,330 are to be sold: 5,000 in steps of 1,000, as 4,000 would leave 46,000.
    const result = capped(
      { amountStep: '1000', groups: [{ id: 'g', members: ['SHARES'], max: 0.4567 }] },
      { policy: { residualProduct: 'GOLD' }, account: { target: { BONDS: 0.4, SHARES: 0.6 } } },
    );
    expect(signed(result.trades).SHARES).toBe('-5000.00');
    expect(result.certificate.every(({ holds: ok }) => ok)).toBe(true);
  });

  it('is not passed by the product that takes what is left over', () => {
    // 30,000 are to be bought of either, 25,000 in steps; of the 10,000 left gold takes 5 % of 160,000.
    const result = capped(
      { amountStep: '25000', groups: [{ id: 'g', members: ['GOLD'], max: 0.05 }] },
      {
        policy: { residualProduct: 'GOLD', bands: { default: { absolute: 0 } } },
        account: { cash: [cny('60000')], target: { BONDS: 0.5, SHARES: 0.5 } },
      },
    );
    expect(signed(result.trades)).toEqual({
      BONDS: '25000.00',
      GOLD: '8000.00',
      SHARES: '25000.00',
    });
    expect(result.cash.after.amount).toBe('2000.00');
  });

  it('lets nothing be bought for a sale that is too small to be made', () => {
    // 2,000 of shares are to go, which is below the minimum; so the group stays full and no gold of it is bought.
    const result = capped(
      {
        minimumTradeOf: { SHARES: { amount: cny('5000') } },
        groups: [{ id: 'risky', members: ['SHARES', 'GOLD'], max: 0.5 }],
      },
      {
        policy: { bands: { default: { absolute: 0 } } },
        account: {
          positions: positionsOf({ BONDS: '40000', SHARES: '50000' }),
          cash: [cny('10000')],
          target: { BONDS: 0.5, SHARES: 0.48, GOLD: 0.02 },
        },
      },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00' });
    expect(dropped(result).GOLD).toBe('buy 2000.00: rebalancing.within-caps');
  });
});

describe('caps', () => {
  it('are said in every language', () => {
    const all = [
      capped(
        { maxWeightOfIssuer: { Lake: 0.4 } },
        { account: { restrictions: { BONDS: 'locked' } } },
      ),
      capped({ maxWeightPerIssuer: 0.1 }, { account: { status: 'no-purchases' } }),
      capped(
        { groups: [{ id: 'g', members: ['SHARES'], max: 0.1 }] },
        { account: { restrictions: { SHARES: 'locked' } } },
      ),
      capped({ maxWeightOfIssuer: { Lake: 0.55 } }),
    ];
    const said = all.flatMap(({ reasons, notTraded }) => [
      ...reasons,
      ...notTraded.flatMap((one) => one.reasons),
    ]);
    for (const reason of said) {
      for (const locale of LOCALES) {
        expect(formatReason(rebalancingMessages, reason, locale)).not.toMatch(/[{}]|undefined/);
      }
    }
    const [text] = said
      .filter(({ code }) => code === 'rebalancing.max-weight-of-issuer-exceeded')
      .map((reason) => formatReason(rebalancingMessages, reason, 'en'));
    expect(text).toBe(
      'What is with Lake is 50.00% of the portfolio, above the 40.00% that was agreed at most.',
    );
  });

  it('are refused where they are not known', () => {
    const trading = (rules: object) => () =>
      compileRebalancing({ ...POLICY, trading: wrong(rules) }, { universe: products(LAKE) });
    const path = 'policy.trading';
    expectRefusal(
      trading({ maxWeightOfIssuer: { Laek: 0.5 } }),
      'unknown-id',
      `${path}.maxWeightOfIssuer.Laek`,
    );
    expectRefusal(
      trading({ maxWeightOfIssuer: { Lake: 1.5 } }),
      'out-of-range',
      `${path}.maxWeightOfIssuer.Lake`,
    );
    expectRefusal(
      trading({ maxWeightPerIssuer: -1 }),
      'out-of-range',
      `${path}.maxWeightPerIssuer`,
    );
    const group = { id: 'g', members: ['SHARES'], max: 0.3 };
    const groups = `${path}.groups`;
    expectRefusal(
      trading({ groups: [{ ...group, members: ['P99'] }] }),
      'unknown-id',
      `${groups}[0].members[0]`,
    );
    expectRefusal(
      trading({ groups: [{ ...group, members: [] }] }),
      'empty',
      `${groups}[0].members`,
    );
    expectRefusal(trading({ groups: [{ ...group, min: 0.1 }] }), 'unknown-id', `${groups}[0].min`);
    expectRefusal(trading({ groups: [group, group] }), 'duplicate-id', `${groups}[1].id`);
    expectRefusal(
      trading({ groups: [{ id: 'g', members: ['SHARES'] }] }),
      'missing-value',
      `${groups}[0].max`,
    );
  });
});

describe('a sale that its terms make larger, under a cap', () => {
  const products = (terms: NonNullable<Changes['products']>) => ({
    account: { target: { BONDS: 0.5, SHARES: 0.5 } },
    products: terms,
  });

  it('pays for as many steps of another as the cap leaves room for', () => {
    // Of 1,800, 60 % are 1,080, in steps 1,000. 1,500 must be sold for 200, and 300 stay.
    const { account, ...more } = products({
      BONDS: { minimumPurchase: '100', step: '100' },
      SHARES: { minimumRedemption: '1500' },
    });
    const positions = positionsOf({ SHARES: '2000.00' });
    const result = capped(
      { maxWeight: { BONDS: 0.6 } },
      { ...more, account: { ...account, positions, withdrawal: cny('200') } },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '1000.00', SHARES: '-1500.00' });
    expect(result.cash.after.amount).toBe('300.00');
  });

  it('pays for another where it must be sold whole', () => {
    const { account, ...more } = products({ BONDS: { minimumRedemption: '1500' } });
    const positions = positionsOf({ BONDS: '370.00' });
    const result = capped(
      { maxWeight: { BONDS: 0.5 } },
      { ...more, account: { ...account, positions, withdrawal: cny('100') } },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '-370.00', SHARES: '270.00' });
  });

  it('leaves the least that may be held above the cap where that is nearest to it', () => {
    // 40 % of 5,000 are 2,000, and 2,500 is the least that may stay.
    const { account, ...more } = products({ BONDS: { minimumHolding: '2500' } });
    const positions = positionsOf({ BONDS: '4000.00', SHARES: '1000.00' });
    const result = capped(
      { maxWeight: { BONDS: 0.4 } },
      { ...more, account: { ...account, positions } },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '-1500.00', SHARES: '1500.00' });
  });
});
