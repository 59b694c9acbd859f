import { describe, expect, it } from 'vitest';
import { type CurrencyCode, money } from '../../../src/money/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import type { RebalancingAccount } from '../../../src/rebalancing/account/account.js';
import { compileRebalancing } from '../../../src/rebalancing/compile-rebalancing.js';
import type { Household, HouseholdAccount } from '../../../src/rebalancing/household/household.js';
import { rebalanceHousehold } from '../../../src/rebalancing/household/rebalance-household.js';
import { runHousehold } from '../../../src/rebalancing/household/run-household.js';
import type { RebalancingPolicy } from '../../../src/rebalancing/policy/policy.js';
import type { Rebalancing } from '../../../src/rebalancing/result/result.js';
import { expectRefusal } from '../../refusal.js';

const terms = {
  issuerRisk: 'R3',
  distributorRisk: 'R3',
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '10',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;
const product = (
  id: string,
  lookThrough: Record<string, number>,
  more: Partial<Product> = {},
): Product => ({ ...terms, id, name: id, lookThrough, ...more });

const universe = compileProducts(
  [
    product('BOND1', { BOND: 1 }),
    product('BOND2', { BOND: 1 }),
    product('SHARE', { EQUITY: 1 }),
    product('MIX', { BOND: 0.5, EQUITY: 0.5 }),
    product('SHUT', { EQUITY: 1 }, { status: 'redemption-suspended' }),
    product('LOCKED', { BOND: 1 }, { lockUpDays: 365 }),
  ],
  ['BOND', 'EQUITY'],
);
const policy: RebalancingPolicy = { id: 'standard', bands: { default: { absolute: 0.05 } } };
const rebalancer = compileRebalancing(policy, { universe });
const asOf = '2026-03-02';

const account = (
  id: string,
  held: Record<string, string>,
  more: Partial<HouseholdAccount> = {},
): HouseholdAccount => ({
  id,
  currency: 'CNY',
  lastTradeOn: null,
  positions: Object.entries(held).map(([product, value]) => ({
    product,
    value: money(more.currency ?? 'CNY', value),
  })),
  ...more,
});

const household = (
  accounts: readonly HouseholdAccount[],
  weights: Record<string, number>,
  more: Partial<Household> = {},
): Household => ({
  id: 'Li',
  currency: 'CNY',
  accounts,
  target: { kind: 'products', weights },
  ...more,
});

// What an account is handed is looked at here; what is made of it is the business of its own tests.
const hand = (given: RebalancingAccount) => {
  const none = money(given.currency, '0');
  const values = Object.fromEntries(given.positions.map((one) => [one.product, one.value]));
  const state = { values, cash: none };
  const nothing = {
    decision: 'hold',
    considered: [{}],
    trades: [],
    notTraded: [],
    certificate: [],
  };
  const cash = { withdrawal: none };
  const stub = { ...nothing, handed: given, before: state, cash, value: none, investable: none };
  return stub as unknown as Rebalancing;
};
const run = (given: Household, by = rebalancer) => runHousehold(given, by, asOf, hand);

/** Amounts above 0 by account. */
const amountsOf = (result: ReturnType<typeof run>) =>
  Object.fromEntries(
    result.shares.map(({ account: id, amounts }) => [
      id,
      Object.fromEntries(
        Object.entries(amounts)
          .filter(([, { amount }]) => Number(amount) !== 0)
          .map(([product, { amount }]) => [product, amount]),
      ),
    ]),
  );

const handed = (result: ReturnType<typeof run>, id: string) => {
  const { result: stub } = result.shares.find((share) => share.account === id)!;
  return (stub as unknown as { readonly handed: RebalancingAccount }).handed;
};

describe('a household', () => {
  it('shares the target out so that each account’s money stays in it', () => {
    // 40 % of 100,000 is bonds. They go to the pension as far as its 20,000 reach, the other 20,000 to the own account.
    const result = run(
      household(
        [account('own', { SHARE: '80000' }), account('pension', { SHARE: '20000' })],
        { BOND1: 0.4, SHARE: 0.6 },
        { location: { kind: 'ranked', order: { BOND: ['pension', 'own'] } } },
      ),
    );
    expect(result).toMatchObject({ status: 'met', household: 'Li', policy: 'standard', asOf });
    expect(amountsOf(result)).toEqual({
      own: { BOND1: '20000.00', SHARE: '60000.00' },
      pension: { BOND1: '20000.00' },
    });
    expect(result.location).toEqual({ before: 0, after: 0.2 });
    expect(result.changes).toEqual({ count: 4, fewest: true });
    expect(handed(result, 'own').target).toEqual({ BOND1: 0.25, SHARE: 0.75 });
    expect(handed(result, 'pension').target).toEqual({ BOND1: 1 });
  });

  it('makes the fewest changes where location does not matter', () => {
    // 30,000 of bonds fit into either account: two changes in one, not four in both.
    const result = run(
      household([account('a', { SHARE: '50000' }), account('b', { SHARE: '50000' })], {
        BOND1: 0.3,
        SHARE: 0.7,
      }),
    );
    expect(result.changes).toEqual({ count: 2, fewest: true });
    expect(result.shares.filter(({ changes }) => changes.length > 0)).toHaveLength(1);
  });

  it('changes nothing where the household is at its target though no account is', () => {
    const result = run(
      household([account('a', { BOND1: '40000' }), account('b', { SHARE: '60000' })], {
        BOND1: 0.4,
        SHARE: 0.6,
      }),
    );
    expect(result.changes).toEqual({ count: 0, fewest: true });
    expect(handed(result, 'a').target).toEqual({ BOND1: 1 });
  });

  it('weighs costs of location against each other', () => {
    // Bonds cost 1 % in the taxable and 0 in the pension account; shares 0.2 % and 0: the saving is 1 % against 0.2 %, so bonds go first.
    const costs = { BOND: { taxable: 0.01, pension: 0 }, EQUITY: { taxable: 0.002, pension: 0 } };
    const result = run(
      household(
        [
          account('x', { SHARE: '70000' }, { kind: 'taxable' }),
          account('y', { SHARE: '30000' }, { kind: 'pension' }),
        ],
        { BOND1: 0.2, SHARE: 0.8 },
        { location: { kind: 'costs', costs } },
      ),
    );
    expect(amountsOf(result).y).toEqual({ BOND1: '20000.00', SHARE: '10000.00' });
    // 70,000 × 0.2 % of 100,000 before and after; with the bonds in x it would have been 200 + 100 of 100,000.
    expect(result.location!.before).toBeCloseTo(0.0014, 12);
    expect(result.location!.after).toBeCloseTo(0.0014, 12);
  });

  it('lets a product’s own preference go before those of its classes, an account’s id before its kind', () => {
    const order = { BOND: ['x', 'y'], BOND1: ['y', 'x'], EQUITY: ['pension', 'y'] };
    const accounts = [
      account('x', { SHARE: '50000' }, { kind: 'pension' }),
      account('y', { SHARE: '50000' }, { kind: 'pension' }),
    ];
    const result = run(
      household(accounts, { BOND1: 0.5, SHARE: 0.5 }, { location: { kind: 'ranked', order } }),
    );
    // Shares: x is named by its kind, place 0; y by its id, place 1.
    expect(amountsOf(result)).toEqual({ x: { SHARE: '50000.00' }, y: { BOND1: '50000.00' } });
  });

  it('adds up to the household’s target to the cent', () => {
    // A third of 100.01 is 33.3366…: 33.34, 33.34 and 33.33, the remainders being 2/3, 2/3 and 2/3 of a cent: the first two by id.
    const result = run(
      household([account('a', { SHARE: '50.00' }), account('b', { SHARE: '50.01' })], {
        BOND1: 1 / 3,
        BOND2: 1 / 3,
        SHARE: 1 / 3,
      }),
    );
    const sum = (id: string) =>
      result.shares.reduce(
        (total, { amounts }) => total + Math.round(Number(amounts[id]!.amount) * 100),
        0,
      );
    expect([sum('BOND1'), sum('BOND2'), sum('SHARE')]).toEqual([3334, 3334, 3333]);
    expect(result.status).toBe('met');
  });

  it('leaves what may not be traded where it is and fills up elsewhere', () => {
    const result = run(
      household(
        [
          account('a', { BOND1: '60000' }, { restrictions: { BOND1: 'locked' } }),
          account('b', { BOND1: '40000' }),
        ],
        { BOND1: 0.7, SHARE: 0.3 },
      ),
    );
    expect(amountsOf(result)).toEqual({
      a: { BOND1: '60000.00' },
      b: { BOND1: '10000.00', SHARE: '30000.00' },
    });
    expect(result.status).toBe('met');
    expect(result.shares.map(({ flags }) => flags)).toEqual([['restricted'], []]);
  });

  it('says what is missing where the target cannot be met, and why', () => {
    const result = run(
      household(
        [
          account('a', { BOND1: '60000' }, { restrictions: { BOND1: 'locked' } }),
          account('b', { SHARE: '40000' }),
        ],
        { BOND1: 0.5, SHARE: 0.5 },
      ),
    );
    expect(result.status).toBe('not-met');
    expect(result.lines).toMatchObject([
      { id: 'BOND1', target: 0.5, current: 0.6, planned: 0.6, missing: { amount: '-10000.00' } },
      { id: 'SHARE', target: 0.5, current: 0.4, planned: 0.4, missing: { amount: '10000.00' } },
    ]);
    expect(result.lines[0]!.reasons).toMatchObject([
      {
        code: 'rebalancing.household-cannot-reduce',
        parameters: { account: 'a', product: 'BOND1' },
      },
    ]);
    expect(result.lines[1]!.reasons.map(({ code }) => code)).toEqual([
      'rebalancing.household-other-account',
    ]);
  });

  it('lets what is locked stand in for its class', () => {
    // 50,000 of 100,000 are locked in SHUT, which is equity as SHARE is, and more than the 40,000 that are wanted: the other 50,000 are for bonds.
    const result = run(
      household([account('a', { SHUT: '50000', BOND1: '50000' })], { BOND1: 0.6, SHARE: 0.4 }),
    );
    expect(amountsOf(result).a).toEqual({ BOND1: '50000.00', SHUT: '50000.00' });
    const shut = result.lines.find(({ id }) => id === 'SHUT')!;
    expect(shut.reasons.map(({ code }) => code)).toContain('rebalancing.household-cannot-reduce');
    // What the product’s own terms say stands beside it.
    expect(shut.reasons.length).toBeGreaterThan(1);
  });

  it('sells only the lots that are free today', () => {
    const lots = [
      { id: '1', boughtOn: '2025-01-06', value: money('CNY', '30000') },
      { id: '2', boughtOn: '2026-01-05', value: money('CNY', '70000') },
    ] as const;
    const locked: HouseholdAccount = {
      ...account('a', {}),
      positions: [{ product: 'LOCKED', value: money('CNY', '100000'), lots }],
    };
    const result = run(household([locked], { SHARE: 1 }));
    expect(amountsOf(result).a).toEqual({ LOCKED: '70000.00', SHARE: '30000.00' });
  });

  it('invests free money and raises a withdrawal in the account that has it', () => {
    const result = run(
      household(
        [
          account('a', { SHARE: '10000' }, { cash: [money('CNY', '5000')] }),
          account('b', { SHARE: '20000' }, { withdrawal: money('CNY', '5000') }),
        ],
        { BOND1: 0.5, SHARE: 0.5 },
        { location: { kind: 'ranked', order: { BOND1: ['a', 'b'] } } },
      ),
    );
    expect(result.investable.amount).toBe('30000.00');
    expect(amountsOf(result)).toEqual({ a: { BOND1: '15000.00' }, b: { SHARE: '15000.00' } });
  });

  it('reaches classes through mixed products, and keeps what may not be bought only as far as it fits', () => {
    // Bonds 50,000: MIX in account a may not be sold and holds 20,000 of them.
    const result = run(
      household(
        [
          account('a', { MIX: '40000' }, { restrictions: { MIX: 'locked' } }),
          account('b', { BOND2: '60000' }),
        ],
        {},
        {
          target: {
            kind: 'classes',
            weights: { BOND: 0.5, EQUITY: 0.5 },
            products: ['BOND1', 'SHARE'],
          },
        },
      ),
    );
    expect(result.status).toBe('met');
    // 30,000 of the bonds that are there stay: they need not be changed for others.
    expect(amountsOf(result)).toEqual({
      a: { MIX: '40000.00' },
      b: { BOND2: '30000.00', SHARE: '30000.00' },
    });
    expect(result.lines.map(({ id, planned }) => [id, planned])).toEqual([
      ['BOND', 0.5],
      ['EQUITY', 0.5],
    ]);
  });

  it('counts what a frozen account holds, leaves it alone and leaves out a closed one', () => {
    const result = run(
      household(
        [
          account('a', { BOND1: '40000' }, { status: 'frozen', cash: [money('CNY', '999')] }),
          account('b', { BOND1: '60000' }),
          account('c', {}, { status: 'closed' }),
        ],
        { BOND1: 0.4, SHARE: 0.6 },
      ),
    );
    expect(result.investable.amount).toBe('100000.00');
    expect(amountsOf(result)).toEqual({
      a: { BOND1: '40000.00' },
      b: { SHARE: '60000.00' },
      c: {},
    });
    expect(result.shares.map(({ flags, result: own }) => [flags, own !== undefined])).toEqual([
      [['frozen'], false],
      [[], true],
      [['closed'], false],
    ]);
  });

  it('keeps to an account’s own limits, and leaves as money what nothing may be bought for', () => {
    const limits = { SHARE: { most: 0.6 }, BOND1: { most: 0.1 } };
    const result = run(
      household([account('a', {}, { cash: [money('CNY', '1000')], limits })], {
        BOND1: 0.4,
        SHARE: 0.6,
      }),
    );
    expect(result.status).toBe('not-met');
    expect(result.shares[0]).toMatchObject({
      left: { amount: '300.00' },
      flags: ['money-left'],
      amounts: { BOND1: { amount: '100.00' }, SHARE: { amount: '600.00' } },
    });
  });

  it('keeps such money as money', () => {
    // BOND1 may not be bought here, and of SHARE only half: the other half stays.
    const limits = { SHARE: { most: 0.5 } };
    const cash = [money('CNY', '1000')];
    const restrictions = { BOND1: 'sell-only' } as const;
    const { shares } = rebalanceHousehold(
      household([account('a', {}, { cash, limits, restrictions })], { BOND1: 0.5, SHARE: 0.5 }),
      rebalancer,
      { asOf },
    );
    const { trades, cash: line, certificate } = shares[0]!.result!;
    expect(trades.map(({ product: id, amount }) => [id, amount.amount])).toEqual([
      ['SHARE', '500.00'],
    ]);
    expect(line.after.amount).toBe('500.00');
    expect(certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('converts accounts in other currencies at the household’s rates', () => {
    const usd = account('b', { SHARE: '1000' }, { currency: 'USD' as CurrencyCode });
    const given = household(
      [account('a', { SHARE: '2900' }), usd],
      { BOND1: 0.29, SHARE: 0.71 },
      {
        fx: { base: 'CNY', rates: { USD: '7.1' } },
        location: { kind: 'ranked', order: { BOND1: ['a', 'b'] } },
      },
    );
    const result = run(given);
    expect(result.investable.amount).toBe('10000.00');
    expect(amountsOf(result)).toEqual({ a: { BOND1: '2900.00' }, b: { SHARE: '7100.00' } });
    expectRefusal(
      () => run(household([usd], { SHARE: 1 })),
      'missing-rate',
      'household.fx.rates.USD',
    );
  });

  it('keeps the money that the policy keeps in each account, and asks no empty account for it', () => {
    const keeping = compileRebalancing(
      { ...policy, cash: { target: money('CNY', '100') } },
      { universe },
    );
    const given = household(
      [
        account('a', {}, { cash: [money('CNY', '1000')] }),
        account('b', {}),
        account('c', {}, { status: 'closed' }),
      ],
      { SHARE: 1 },
    );
    const result = run(given, keeping);
    expect(result.status).toBe('met');
    expect(amountsOf(result)).toEqual({ a: { SHARE: '900.00' }, b: {}, c: {} });
    expect(result.shares.map(({ flags }) => flags)).toEqual([
      [],
      ['nothing-to-invest'],
      ['closed'],
    ]);
  });

  it('does nothing with an account that has nothing', () => {
    const result = run(household([account('a', {}), account('b', { SHARE: '100' })], { SHARE: 1 }));
    expect(result.shares[0]).toMatchObject({ flags: ['nothing-to-invest'] });
    expect(result.shares[0]!.result).toBeUndefined();
    expect(run(household([account('a', {})], { SHARE: 1 })).status).toBe('met');
  });

  it('gives the same answer whatever the order of accounts, positions and weights', () => {
    const accounts = [
      account('a', { SHARE: '50000', BOND1: '7000' }),
      account('b', { BOND2: '31000', SHARE: '9000.01' }),
      account('c', { MIX: '12345.67' }),
    ];
    const one = run(household(accounts, { BOND1: 0.2, BOND2: 0.25, SHARE: 0.55 }));
    const turned = accounts
      .map((given) => ({ ...given, positions: [...given.positions].reverse() }))
      .reverse();
    const other = run(household(turned, { SHARE: 0.55, BOND2: 0.25, BOND1: 0.2 }));
    expect(amountsOf(other)).toEqual(amountsOf(one));
    expect(other.lines).toEqual(one.lines);
  });
});

describe('a household is refused', () => {
  const good = household([account('a', { SHARE: '100' })], { SHARE: 1 });
  const refused = (more: object, code: Parameters<typeof expectRefusal>[1], path: string) =>
    expectRefusal(() => run({ ...good, ...more } as Household), code, path);

  it('that is none', () => {
    expectRefusal(() => run(null as unknown as Household), 'missing-value', 'household');
    refused({ id: '' }, 'empty', 'household.id');
    refused({ currency: 'RMB' }, 'unknown-currency', 'household.currency');
  });

  it('for a wrong target', () => {
    const target = (value: unknown) => ({ target: value });
    const weights = 'household.target.weights';
    refused(target(undefined), 'missing-value', 'household.target');
    refused(target({ kind: 'all' }), 'unknown-value', 'household.target.kind');
    refused(target({ kind: 'products', weights: {} }), 'empty', weights);
    refused(target({ kind: 'products', weights: { SHARE: 0.9 } }), 'inconsistent', weights);
    refused(target({ kind: 'products', weights: { X: 1 } }), 'unknown-id', `${weights}.X`);
    refused(
      target({ kind: 'products', weights: { SHARE: Number.NaN } }),
      'not-finite',
      `${weights}.SHARE`,
    );
    refused(
      target({ kind: 'classes', weights: { SHARE: 1 }, products: ['SHARE'] }),
      'unknown-id',
      `${weights}.SHARE`,
    );
    const classes = { kind: 'classes', weights: { EQUITY: 1 } };
    refused(target({ ...classes, products: [] }), 'empty', 'household.target.products');
    refused(target({ ...classes, products: ['X'] }), 'unknown-id', 'household.target.products[0]');
  });

  it('for wrong accounts, with the account’s place in the path', () => {
    refused({ accounts: [] }, 'empty', 'household.accounts');
    const one = account('a', { SHARE: '100' });
    refused({ accounts: [one, one] }, 'duplicate-id', 'household.accounts[1].id');
    refused(
      { accounts: [account('b', {}), { ...one, positions: [{ product: 'X' }] }] },
      'unknown-id',
      'household.accounts[1].positions[0].product',
    );
    const limits = (value: unknown) => ({ accounts: [{ ...one, limits: value }] });
    refused(limits({ X: {} }), 'unknown-id', 'household.accounts[0].limits.X');
    refused(
      limits({ SHARE: { least: 0.5, most: 0.4 } }),
      'inconsistent',
      'household.accounts[0].limits.SHARE',
    );
    refused(
      limits({ SHARE: { most: 1.1 } }),
      'out-of-range',
      'household.accounts[0].limits.SHARE.most',
    );
  });

  it('for wrong preferences of location', () => {
    const ranked = (order: unknown) => ({ location: { kind: 'ranked', order } });
    const costs = (given: unknown) => ({ location: { kind: 'costs', costs: given } });
    const path = 'household.location';
    refused({ location: { kind: 'x' } }, 'unknown-value', `${path}.kind`);
    refused(ranked(undefined), 'missing-value', `${path}.order`);
    refused(ranked({ X: ['a'] }), 'unknown-id', `${path}.order.X`);
    refused(ranked({ BOND: [] }), 'empty', `${path}.order.BOND`);
    refused(ranked({ BOND: [7] }), 'invalid-type', `${path}.order.BOND[0]`);
    refused(costs({ EQUITY: { a: Number.NaN } }), 'not-finite', `${path}.costs.EQUITY.a`);
    // No cost is not a cost of 0.
    refused(costs({ EQUITY: { b: 0.1 } }), 'missing-value', `${path}.costs.EQUITY.a`);
  });
});
