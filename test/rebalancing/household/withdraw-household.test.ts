import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { compileProducts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { expectRefusal } from '../../refusal.js';
import { amountsOf, cny, codes, signed } from '../support.js';
import { account, asOf, product } from './accounts.js';

const universe = compileProducts(
  [
    product('A', { BOND: 1 }),
    product('B', { EQUITY: 1 }),
    // Redeemed within 90 days it costs 1.5 %, after that nothing.
    product(
      'F',
      { BOND: 1 },
      {
        fees: {
          exit: [
            { fromDays: 0, rate: 0.015 },
            { fromDays: 90, rate: 0 },
          ],
        },
      },
    ),
  ],
  ['BOND', 'EQUITY'],
);

const run = (
  accounts: readonly HouseholdAccount[],
  withdrawal: string,
  more: Partial<Household> = {},
  policy: Partial<RebalancingPolicy> = {},
) =>
  rebalanceHousehold(
    {
      id: 'Li',
      currency: 'CNY',
      accounts,
      target: { kind: 'products', weights: { A: 0.6, B: 0.4 } },
      withdrawal: cny(withdrawal),
      ...more,
    },
    compileRebalancing(
      { id: 'p', bands: { default: { absolute: 0.05 } }, ...policy },
      { universe },
    ),
    { asOf },
  );

const paid = ({ withdrawal }: ReturnType<typeof run>) => amountsOf(withdrawal!.accounts);
const tradesOf = ({ shares }: ReturnType<typeof run>) =>
  Object.fromEntries(shares.map(({ account: id, result }) => [id, signed(result?.trades ?? [])]));
/** Bought long ago for half of what it is worth now. */
const withGain = (id: string, value: string, cost: string) => ({
  product: id,
  value: cny(value),
  lots: [{ id: `${id} lot`, boughtOn: '2020-01-06', value: cny(value), cost: cny(cost) }] as const,
});

/** All ways to sell so many thousands of what is held. */
function salesOf(sum: number, held: readonly number[]): readonly (readonly number[])[] {
  const [first, ...others] = held;
  if (first === undefined) return sum === 0 ? [[]] : [];
  return Array.from({ length: Math.min(first, sum) + 1 }, (_, sold) => sold).flatMap((sold) =>
    salesOf(sum - sold, others).map((rest) => [sold, ...rest]),
  );
}

describe('a withdrawal of a household', () => {
  it('is paid from free money first, down to what is kept', () => {
    const accounts = [
      account('1', { A: '30000', B: '20000' }, { cash: [cny('1500')] }),
      account('2', { A: '30000', B: '20000' }, { cash: [cny('1500')] }),
    ];
    const cash = { floor: cny('1000') };
    const result = run(accounts, '800', {}, { cash });
    expect(result.decision).toBe('hold');
    const parts = Object.values(paid(result)).map(Number);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(800);
    // 500 each lie above the floor.
    expect(Math.max(...parts)).toBeLessThanOrEqual(500);
    expect(result.withdrawal!.amount).toEqual(cny('800'));
    expect(codes(result)).toContain('rebalancing.household-withdrawal');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('leaves each account the money that the policy keeps, where others have more than that', () => {
    // 5 % of what lies in account 1 is 1,060, of its money 140 are beyond; account 2 has 925 more than its 575.
    const accounts = [
      account('1', { A: '12000', B: '8000' }, { cash: [cny('1200')] }),
      account('2', { A: '6000', B: '4000' }, { cash: [cny('1500')] }),
    ];
    const idle = { triggers: [], cash: { target: { share: 0.05 } } };
    expect(paid(run(accounts, '500', {}, idle))).toEqual({ 1: '0.00', 2: '500.00' });
    // 1,065 are all that there is beyond: of 1,500 more is paid from money, and nothing is sold.
    const all = run(accounts, '1500', {}, idle);
    expect(all.withdrawal!.amount).toEqual(cny('1500'));
    expect(all.decision).toBe('hold');
  });

  it('says of what is not sold for it that nothing else is done, and of no target that nobody has', () => {
    // Account 2 pays by 2,000 of A; 3,000 and 5,000 stay, which is nobody's target.
    const accounts = [
      account('1', { A: '4000', B: '2000' }, { limits: { A: { least: 0.9 } } }),
      account('2', { A: '5000', B: '5000' }),
    ];
    const result = run(accounts, '2000', {}, { triggers: [], measure: 'products' });
    expect(tradesOf(result)).toEqual({ 1: {}, 2: { A: '-2000.00' } });
    const [, second] = result.shares;
    expect(second!.result!.notTraded.map(({ product: of, reasons }) => [of, reasons])).toEqual([
      ['B', [expect.objectContaining({ code: 'rebalancing.left-in-household' })]],
    ]);
  });

  it('is paid from free money first where the household is due too', () => {
    // 25,202.63 less 20,000 leave 3,121.58 of A and 2,081.05 of B. Account 1 pays all its money; account 2 sells 6,878.42 of A, pays the missing
    // 5,797.37 and buys 1,081.05 of B itself.
    const accounts = [
      account('1', {}, { cash: [cny('14202.63')] }),
      account('2', { A: '10000', B: '1000' }),
    ];
    const result = run(accounts, '20000');
    expect(result.fired.map(({ kind }) => kind)).toEqual(['band']);
    expect(result.withdrawal?.accounts).toEqual({ 1: cny('14202.63'), 2: cny('5797.37') });
    expect(result.shares.map(({ result: own }) => signed(own?.trades ?? []))).toEqual([
      {},
      { A: '-6878.42', B: '1081.05' },
    ]);
  });

  it('is raised where there is no tax', () => {
    // Both at their target of 60 and 40; to stay there 6,000 of bonds and 4,000 of shares are sold.
    const taxed = account(
      '1',
      {},
      { positions: [withGain('A', '60000', '30000'), withGain('B', '40000', '20000')] },
    );
    const free = account('2', { A: '60000', B: '40000' }, { tax: 'none' });
    const lots = { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.2 } } as const;
    const result = run([taxed, free], '10000', {}, { lots });
    expect(paid(result)).toEqual({ 1: '0.00', 2: '10000.00' });
    expect(tradesOf(result)).toEqual({ 1: {}, 2: { A: '-6000.00', B: '-4000.00' } });
    const less = run([taxed, free], '1000', {}, { lots });
    expect(less.fired).toEqual([]);
    expect(tradesOf(less)).toEqual({ 1: {}, 2: { A: '-600.00', B: '-400.00' } });
    // With the names the other way round it is the same account.
    const turned = run(
      [
        { ...taxed, id: '2' },
        { ...free, id: '1' },
      ],
      '10000',
      {},
      { lots },
    );
    expect(paid(turned)).toEqual({ 1: '10000.00', 2: '0.00' });
  });

  it('is raised where leaving costs least', () => {
    const lot = (id: string, boughtOn: '2026-02-02' | '2025-03-03') => ({
      product: 'F',
      value: cny('50000'),
      lots: [{ id, boughtOn, value: cny('50000') }] as const,
    });
    const young = account('1', {}, { positions: [lot('y', '2026-02-02')] });
    const old = account('2', {}, { positions: [lot('o', '2025-03-03')] });
    const target = { kind: 'products', weights: { F: 1 } } as const;
    const result = run([young, old], '20000', { target });
    expect(paid(result)).toEqual({ 1: '0.00', 2: '20000.00' });
    expect(result.shares[1]!.result!.costs.exit.amount).toBe('0.00');
    // Beyond the 50,000 that cost nothing it takes the other account.
    expect(paid(run([young, old], '60000', { target }))).toEqual({ 1: '10000.00', 2: '50000.00' });
  });

  it('is raised from what is worst placed', () => {
    const accounts = [account('1', { A: '10000', B: '40000' }), account('2', { A: '50000' })];
    const located = (order: readonly string[], amount: string) =>
      run(accounts, amount, { location: { kind: 'ranked', order: { A: order } } });
    // 800 of shares lie in account 1 alone; 1,200 of bonds go where they are placed worst.
    expect(paid(located(['2', '1'], '2000'))).toEqual({ 1: '2000.00', 2: '0.00' });
    const apart = located(['1', '2'], '2000');
    expect(paid(apart)).toEqual({ 1: '800.00', 2: '1200.00' });
    expect(tradesOf(apart)).toEqual({ 1: { B: '-800.00' }, 2: { A: '-1200.00' } });
    expect(apart.fired).toEqual([]);
    // 10,000 missing of 90,000 are beyond the band, so that everything moves: of 54,000 bonds as many as go into account 1.
    const whole = located(['1', '2'], '10000');
    expect(paid(whole)).toEqual({ 1: '0.00', 2: '10000.00' });
    expect(tradesOf(whole)).toEqual({
      1: { A: '40000.00', B: '-40000.00' },
      2: { A: '-46000.00', B: '36000.00' },
    });
  });

  it('weighs what location costs in the years of the policy against tax', () => {
    // Bonds cost 1 % a year in account 2. Selling in account 1 takes 20 % of half: 10 %. Over 1 year tax counts for more, over 20 it is the other way.
    const taxed = account('1', {}, { positions: [withGain('A', '60000', '30000')] });
    const other = account('2', { A: '40000', B: '0' }, { tax: 'none' });
    const located = (years: number) =>
      run(
        [taxed, other],
        '10000',
        {
          target: { kind: 'products', weights: { A: 1 } },
          location: { kind: 'costs', costs: { A: { 1: 0.01, 2: 0 } } },
        },
        {
          lots: { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.2 } },
          weighing: { years },
        },
      );
    expect(paid(located(1))).toEqual({ 1: '0.00', 2: '10000.00' });
    expect(paid(located(20))).toEqual({ 1: '10000.00', 2: '0.00' });
  });

  it('is raised no worse than by any sales that can be tried out', () => {
    const thousands = fc.integer({ min: 0, max: 12 });
    const cases = fc
      .record({
        held: fc.tuple(thousands, thousands, thousands, thousands),
        part: fc.integer({ min: 0, max: 10 }),
        order: fc.constantFrom(['1', '2'], ['2', '1']),
      })
      .filter(({ held }) => held.reduce((sum, one) => sum + one, 0) > 4);
    const places = [
      ['1', 'A'],
      ['1', 'B'],
      ['2', 'A'],
      ['2', 'B'],
    ] as const;
    fc.assert(
      fc.property(cases, ({ held, part, order }) => {
        const text = (i: number) => `${held[i]! * 1000}`;
        const target = { A: part / 10, B: 1 - part / 10 };
        const result = run(
          [account('1', { A: text(0), B: text(1) }), account('2', { A: text(2), B: text(3) })],
          '4000',
          {
            target: { kind: 'products', weights: target },
            location: { kind: 'ranked', order: { A: order, B: ['1', '2'] } },
          },
          { triggers: [] },
        );
        /** Distance to the target, largest part of a target that is missing, and what lies where it is not wanted first. */
        const worth = (sold: readonly number[]): readonly number[] => {
          const left = held.map((one, i) => one - sold[i]!);
          const whole = left.reduce((sum, one) => sum + one, 0);
          const apart = [
            left[0]! + left[2]! - target.A * whole,
            left[1]! + left[3]! - target.B * whole,
          ];
          const missing = apart.map((by, i) =>
            by < 0 ? -by / ([target.A, target.B][i]! * whole) : 0,
          );
          const away = places.map(([id, product], i) =>
            (product === 'A' ? order[0] : '1') === id ? 0 : left[i]!,
          );
          return [
            apart.reduce((sum, by) => sum + Math.abs(by), 0),
            Math.max(...missing),
            away.reduce((sum, one) => sum + one, 0),
          ];
        };
        const sold = places.map(([id, product]) => {
          const own = result.shares.find((share) => share.account === id)!.result?.trades ?? [];
          const sale = own.find((trade) => trade.product === product);
          return sale === undefined ? 0 : Number(sale.amount.amount) / 1000;
        });
        expect(sold.reduce((sum, one) => sum + one, 0)).toBeCloseTo(4, 9);
        const found = worth(sold);
        for (const tried of salesOf(4, held)) {
          const other = worth(tried);
          const differs = found.findIndex((one, i) => Math.abs(one - other[i]!) > 1e-4);
          if (differs >= 0) expect(found[differs]).toBeLessThan(other[differs]!);
        }
      }),
      { numRuns: 60 },
    );
  });

  describe('sells what one account that holds everything would sell', () => {
    const mixed = compileProducts(
      [
        product('A', { BOND: 1 }),
        product('B', { BOND: 0.9, CASH: 0.1 }),
        product('C', { EQUITY: 1 }),
      ],
      ['BOND', 'CASH', 'EQUITY'],
    );
    const raise = (
      accounts: readonly HouseholdAccount[],
      amount: string,
      weights: Readonly<Record<string, number>>,
      measure: 'classes' | 'products' = 'classes',
    ) => {
      const policy = { id: 'p', measure, bands: { default: { absolute: 0.05 } }, triggers: [] };
      return rebalanceHousehold(
        {
          ...{ id: 'Li', currency: 'CNY', accounts, withdrawal: cny(amount) },
          target: { kind: 'products', weights },
        },
        compileRebalancing(policy, { universe: mixed }),
        { asOf },
      );
    };
    const soldIn = (result: ReturnType<typeof run>) => {
      const sold: Record<string, number> = {};
      for (const sales of Object.values(tradesOf(result))) {
        for (const [id, amount] of Object.entries(sales))
          sold[id] = (sold[id] ?? 0) + Number(amount);
      }
      return sold;
    };

    it('whichever account it lies in', () => {
      // Without C there are 60,000 in bonds and little else; without 20,000 of B a third would be in shares.
      for (const parts of [
        [{ A: '30000', B: '30000' }, { C: '20000' }],
        [{ A: '30000' }, { B: '30000', C: '20000' }],
        [
          { A: '30000', B: '15000' },
          { B: '15000', C: '20000' },
        ],
      ]) {
        const accounts = parts.map((held, i) => account(`${i}`, held));
        expect(soldIn(raise(accounts, '20000', { A: 1 }))).toEqual({ C: -20_000 });
      }
    });

    it('of several above their targets those most that are furthest above', () => {
      // 100,000 stay, of which 20,000 are wanted of B and of C each: 23,500 and 24,500 less 5,000 come to 21,500 each.
      const accounts = [
        account('1', { A: '30000', B: '23500' }),
        account('2', { A: '27000', C: '24500' }),
      ];
      const sold = soldIn(raise(accounts, '5000', { A: 0.6, B: 0.2, C: 0.2 }, 'products'));
      expect(sold).toEqual({ B: -2000, C: -3000 });
    });

    it('as far as each account can carry it', () => {
      // Account 1 pays 10,000 itself, which all C of account 2 cannot do for it; its B is further from the target than its A.
      const accounts = [
        account('1', { A: '10000', B: '10000' }, { withdrawal: cny('10000') }),
        account('2', { C: '20000' }),
      ];
      const result = raise(accounts, '10000', { A: 1 });
      expect(tradesOf(result)).toEqual({ 1: { B: '-10000.00' }, 2: { C: '-10000.00' } });
    });

    it('so that no other sales that can be tried out leave it nearer', () => {
      const thousands = fc.integer({ min: 0, max: 5 });
      const cases = fc
        .record({
          held: fc.array(thousands, { minLength: 6, maxLength: 6 }),
          parts: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
          own: fc.integer({ min: 0, max: 2 }),
        })
        .filter(({ held, own }) => {
          const first = held.slice(0, 3).reduce((sum, one) => sum + one, 0);
          return first >= own && held.reduce((sum, one) => sum + one, 0) > 3 + own;
        });
      const ids = ['A', 'B', 'C'] as const;
      fc.assert(
        fc.property(cases, ({ held, parts, own }) => {
          const weights = [parts[0] / 10, parts[1] / 10, 1 - (parts[0] + parts[1]) / 10];
          const positions = (from: number) =>
            Object.fromEntries(ids.map((id, i) => [id, `${1000 * held[from + i]!}`]));
          const result = raise(
            [
              account('1', positions(0), own > 0 ? { withdrawal: cny(`${1000 * own}`) } : {}),
              account('2', positions(3)),
            ],
            '3000',
            Object.fromEntries(ids.map((id, i) => [id, weights[i]!])),
          );
          // Squared distance of BOND, CASH and EQUITY. A cent of some thousands counts less than 10^-5.
          const distance = (sold: readonly number[]): number => {
            const left = ids.map((_, i) => held[i]! - sold[i]! + held[i + 3]! - sold[i + 3]!);
            const whole = left.reduce((sum, one) => sum + one, 0);
            const apart = left.map((one, i) => one / whole - weights[i]!);
            return (apart[0]! + 0.9 * apart[1]!) ** 2 + (0.1 * apart[1]!) ** 2 + apart[2]! ** 2;
          };
          const trades = tradesOf(result);
          const sold = held.map(
            (_, i) => -Number(trades[i < 3 ? 1 : 2]?.[ids[i % 3]!] ?? 0) / 1000,
          );
          const paidBy1 = (sales: readonly number[]) =>
            sales.slice(0, 3).reduce((sum, one) => sum + one, 0);
          expect(sold.reduce((sum, one) => sum + one, 0)).toBeCloseTo(3 + own, 9);
          const found = distance(sold);
          for (const tried of salesOf(3 + own, held)) {
            if (paidBy1(tried) >= own) expect(found).toBeLessThan(distance(tried) + 1e-5);
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it('leaves a household at its target where that is due', () => {
    const accounts = [
      account('1', { A: '33000', B: '17000' }),
      account('2', { A: '33000', B: '17000' }),
    ];
    const result = run(accounts, '10000');
    expect(result.fired.map(({ kind }) => kind)).toEqual(['band']);
    expect(amountsOf(result.after.values)).toEqual({ A: '54000.00', B: '36000.00' });
    expect(result.after.cash.amount).toBe('0.00');
    const sum = Object.values(paid(result)).reduce((total, part) => total + Number(part), 0);
    expect(sum).toBe(10_000);
  });

  it('comes on top of what an account pays out itself', () => {
    const accounts = [
      account('1', { A: '60000', B: '40000' }, { withdrawal: cny('1000'), cash: [cny('1000')] }),
      account('2', {}, { cash: [cny('500')] }),
    ];
    const result = run(accounts, '500');
    expect(paid(result)).toEqual({ 1: '0.00', 2: '500.00' });
    expect(result.decision).toBe('hold');
    expect(result.after.cash.amount).toBe('0.00');
  });

  it('is not paid at all where it cannot be paid in full', () => {
    const accounts = [
      account('1', { A: '60000', B: '40000' }, { restrictions: { B: 'locked' } }),
      account('2', {}, { status: 'frozen', cash: [cny('500')] }),
    ];
    const result = run(accounts, '60001');
    expect(result.decision).toBe('hold');
    expect(paid(result)).toEqual({ 1: '0.00', 2: '0.00' });
    expect(
      result.reasons.find(({ code }) => code === 'rebalancing.household-withdrawal-not-covered'),
    ).toMatchObject({ severity: 'warn', parameters: { amount: cny('60001'), most: cny('60000') } });
    expect(paid(run(accounts, '60000'))).toEqual({ 1: '60000.00', 2: '0.00' });
    // What another cannot pay out itself does not stand in its way.
    const owing = account(
      '3',
      { B: '100' },
      { restrictions: { B: 'locked' }, withdrawal: cny('50') },
    );
    expect(paid(run([...accounts, owing], '60000'))).toEqual({
      1: '60000.00',
      2: '0.00',
      3: '0.00',
    });
    // One that may not buy can still pay.
    const selling = accounts.map((one) =>
      one.id === '1' ? { ...one, status: 'no-purchases' as const } : one,
    );
    expect(paid(run(selling, '60000'))).toEqual({ 1: '60000.00', 2: '0.00' });
  });

  it('is changed into the currency of the account that pays', () => {
    const usd: HouseholdAccount = {
      id: 'usd',
      currency: 'USD',
      lastTradeOn: null,
      positions: [],
      cash: [money('USD', '100')],
    };
    const result = run([account('1', { A: '6000', B: '4000' }), usd], '70.01', {
      fx: { base: 'CNY', rates: { USD: '7' } },
    });
    expect(paid(result)).toEqual({ 1: '0.00', usd: '70.01' });
    // 70.01 / 7 = 10.0014…, rounded up so that it suffices.
    expect(result.shares.find(({ account: id }) => id === 'usd')!.result!.cash.withdrawal).toEqual(
      money('USD', '10.01'),
    );
  });

  it('must be an amount in the household’s currency', () => {
    const wrong = (withdrawal: unknown) => () =>
      run([account('1', { A: '1' })], '1', { withdrawal: withdrawal as never });
    expectRefusal(wrong(money('USD', '1')), 'currency-mismatch', 'household.withdrawal.currency');
    expectRefusal(wrong(cny('-1')), 'out-of-range', 'household.withdrawal.amount');
    expectRefusal(wrong('1'), 'invalid-type', 'household.withdrawal');
  });
});

describe('all that accounts can pay', () => {
  it('is paid to the last cent where sales cost fees', () => {
    // 0.5 % of 12,345.67 are 61.73 and of 7,777.77 are 38.89: 12,283.94 + 7,738.88 = 20,022.82 in each account.
    const exit = { fees: { exit: [{ fromDays: 0, rate: 0.005 }] } };
    const costly = compileProducts(
      [product('A', { BOND: 1 }, exit), product('B', { EQUITY: 1 }, exit)],
      ['BOND', 'EQUITY'],
    );
    const held = { A: '12345.67', B: '7777.77' };
    const pay = (withdrawal: string, cash: RebalancingPolicy['cash'] = {}) =>
      rebalanceHousehold(
        {
          id: 'Li',
          currency: 'CNY',
          accounts: [account('1', held), account('2', held)],
          target: { kind: 'products', weights: { A: 0.5, B: 0.5 } },
          withdrawal: cny(withdrawal),
        },
        compileRebalancing(
          { id: 'p', bands: { default: { absolute: 0.02 } }, triggers: [], cash },
          { universe: costly },
        ),
        { asOf },
      );
    const each = { 1: '20022.82', 2: '20022.82' };
    expect(paid(pay('40045.64'))).toEqual(each);
    expect(paid(pay('99999.00', { partialWithdrawal: 'allowed' }))).toEqual(each);
    // A cent more cannot be paid.
    expect(paid(pay('40045.65'))).toEqual({ 1: '0.00', 2: '0.00' });
  });

  it('is found whatever rounding leaves of the limits of issuers', () => {
    const issued = compileProducts(
      [
        product('P0', { BOND: 1 }, { issuer: 'I3' }),
        product('P1', { BOND: 0.6, GOLD: 0.4 }, { issuer: 'I2' }),
        product('P2', { EQ_GL: 1 }, { issuer: 'I3' }),
        product('P3', { EQ_CN: 0.6, CASH: 0.4 }, { issuer: 'I1' }),
      ],
      ['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD'],
    );
    const accounts = [
      account('1', { P0: '45555.67' }),
      account('2', { P3: '4034.57' }),
      account('3', { P1: '6897.93', P2: '33000.00' }, { restrictions: { P1: 'sell-only' } }),
    ];
    const weights = { P0: 0.2748112177150679, P2: 0.7251887822849321 };
    for (const withdrawal of ['22157.76', '22157.77', '22157.78']) {
      const { withdrawal: done, certificate } = rebalanceHousehold(
        {
          id: 'Li',
          currency: 'CNY',
          accounts,
          target: { kind: 'products', weights },
          withdrawal: cny(withdrawal),
        },
        compileRebalancing(
          {
            id: 'p',
            bands: { default: { absolute: 0.01 } },
            trading: { maxWeightPerIssuer: 0.6 },
          },
          { universe: issued },
        ),
        { asOf },
      );
      expect(done!.amount.amount).toBe(withdrawal);
      expect(certificate.filter(({ holds }) => !holds)).toEqual([]);
    }
  });
});
