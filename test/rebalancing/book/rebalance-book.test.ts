import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import { type Money, money, toMinorUnits } from '../../../src/money/index.js';
import { compileProducts } from '../../../src/products/index.js';
import type { RebalancingAccount } from '../../../src/rebalancing/account/account.js';
import type { BookOutcome } from '../../../src/rebalancing/book/outcome.js';
import { rebalanceBook, rebalanceEach } from '../../../src/rebalancing/book/rebalance-book.js';
import {
  compileRebalancing,
  type Rebalancer,
} from '../../../src/rebalancing/compile-rebalancing.js';
import { rebalance } from '../../../src/rebalancing/rebalance.js';
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
const universe = compileProducts(
  [
    { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
    { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
  ],
  ['BOND', 'EQUITY'],
);
const rebalancer = compileRebalancing(
  { id: 'standard', bands: { default: { absolute: 0.05 } } },
  { universe },
);
const asOf = '2026-03-02';

const account = (id: string, a: string, b: string): RebalancingAccount => ({
  id,
  currency: 'CNY',
  target: { A: 0.6, B: 0.4 },
  lastTradeOn: null,
  positions: [
    { product: 'A', value: money('CNY', a) },
    { product: 'B', value: money('CNY', b) },
  ],
});
const broken = (id: string): RebalancingAccount => ({
  ...account(id, '1', '1'),
  positions: [{ product: 'A', units: '3', price: money('CNY', '0') }],
});

// 1: 50/50 of 100,000 is 10 points off, so 10,000 move. 2: one point off, within the band. 4: 30 points off of 1,000.
const BOOK = [
  account('1', '50000', '50000'),
  account('2', '61000', '39000'),
  broken('3'),
  account('4', '900', '100'),
];

describe('rebalanceBook', () => {
  it('decides each account as rebalance does and keeps failures apart, with their paths', () => {
    const { values, indexes, failures } = rebalanceBook(BOOK, rebalancer, { asOf });
    expect(indexes).toEqual([0, 1, 3]);
    indexes.forEach((index, i) => {
      expect(values[i]).toEqual(rebalance(BOOK[index]!, rebalancer, { asOf }));
    });
    expect(failures).toMatchObject([
      { index: 2, account: '3', issues: [{ path: 'accounts[2].positions[0].price.amount' }] },
    ]);
  });

  it('sums what is to be ordered of each product', () => {
    const { values, summary } = rebalanceBook(BOOK, rebalancer, { asOf });
    expect(summary).toMatchObject({ count: 4, traded: 2, held: 1, failed: 1 });
    // A: 10,000 bought for 1, 300 sold for 4; B the other way round.
    expect(
      summary.products.map(({ product, purchases, sales }) => [
        product,
        purchases.amount.amount,
        sales.amount.amount,
      ]),
    ).toEqual([
      ['A', '10000.00', '300.00'],
      ['B', '300.00', '10000.00'],
    ]);
    const unitsOf = (all: readonly { readonly amount: Money }[]) =>
      all.reduce((sum, { amount }) => sum + toMinorUnits(amount), 0n);
    const summed = summary.products.flatMap(({ purchases, sales }) => [purchases, sales]);
    expect(unitsOf(summed)).toBe(unitsOf(values.flatMap(({ trades }) => trades)));
    // 10,000 of 201,000, and 300 of it for the third that was decided.
    expect(summary.turnover[0]!.turnover).toBeCloseTo(10300 / 201000, 12);
    expect(summary.faults).toEqual([{ code: 'out-of-range', accounts: 1 }]);
  });

  it('tells each outcome at once, in the order of the input', () => {
    const seen: BookOutcome[] = [];
    rebalanceBook(BOOK, rebalancer, { asOf, onResult: (outcome) => seen.push(outcome) });
    expect(seen.map(({ status, index }) => [status, index])).toEqual([
      ['decided', 0],
      ['decided', 1],
      ['failed', 2],
      ['decided', 3],
    ]);
  });

  it('is empty for an empty book', () => {
    expect(rebalanceBook([], rebalancer, { asOf })).toEqual({
      values: [],
      indexes: [],
      failures: [],
      summary: {
        count: 0,
        traded: 0,
        held: 0,
        failed: 0,
        turnover: [],
        products: [],
        reasons: [],
        faults: [],
      },
    });
  });

  it('changes no account', () => {
    const before = structuredClone(BOOK);
    rebalanceBook(BOOK, rebalancer, { asOf });
    expect(BOOK).toEqual(before);
  });

  it('refuses what is wrong for every account once, as a fault of the call', () => {
    const call =
      (options: unknown, by: unknown = rebalancer) =>
      () =>
        rebalanceBook(BOOK, by as Rebalancer, options as { asOf: '2026-03-02' });
    expectRefusal(call(undefined), 'missing-value', 'options');
    expectRefusal(call({}), 'missing-value', 'options.asOf');
    expectRefusal(call({ asOf: '2026-02-30' }), 'invalid-date', 'options.asOf');
    expectRefusal(call({ asOf }, {}), 'invalid-type', 'rebalancer');
    expectRefusal(call({ asOf: '0001-01-01' }), 'out-of-range', 'options.asOf');
  });
});

describe('a book in which each account has its own rebalancer', () => {
  const wide = compileRebalancing(
    { id: 'wide', bands: { default: { absolute: 0.2 } } },
    { universe },
  );

  it('decides each by the one that is chosen for it', () => {
    const asked: string[] = [];
    const choose = (one: RebalancingAccount) => {
      asked.push(one.id);
      return one.id === '1' ? wide : rebalancer;
    };
    const { values, failures } = rebalanceBook(BOOK, choose, { asOf });
    // 10 points off are within 20, 30 points are not within 5.
    expect(values.map(({ account: id, policy, decision }) => [id, policy, decision])).toEqual([
      ['1', 'wide', 'hold'],
      ['2', 'standard', 'hold'],
      ['4', 'standard', 'trade'],
    ]);
    expect(failures.map(({ account: id }) => id)).toEqual(['3']);
    expect(asked).toEqual(['1', '2', '3', '4']);
  });

  it('keeps accounts of two currencies apart, with amounts in the policy of each', () => {
    const in100 = (currency: 'CNY' | 'USD') =>
      compileRebalancing(
        {
          id: currency,
          bands: { default: { absolute: 0.05 } },
          trading: { minimumTrade: { amount: money(currency, '100') } },
        },
        { universe },
      ) as unknown as Rebalancer;
    const byCurrency = { CNY: in100('CNY'), USD: in100('USD') };
    const [first] = BOOK;
    const dollars: RebalancingAccount = {
      ...first!,
      id: 'usd',
      currency: 'USD',
      positions: ['A', 'B'].map((product) => ({ product, value: money('USD', '500') })),
    };
    const choose = ({ currency }: RebalancingAccount) => byCurrency[currency as 'CNY' | 'USD'];
    const { values, failures } = rebalanceBook([first!, dollars], choose, { asOf });
    expect(failures).toEqual([]);
    expect(values.map(({ policy, trades }) => [policy, trades.length])).toEqual([
      ['CNY', 2],
      ['USD', 2],
    ]);
  });

  it('makes what is wrong with a choice a failure of the account, and goes on', () => {
    const past = compileRebalancing(
      { id: 'past', bands: { default: { absolute: 0.05 } } },
      {
        universe,
        calendar: compileCalendar({
          id: 'past',
          covers: { from: '2020-01-01', to: '2020-12-31' },
          holidays: [],
        }),
      },
    );
    const choose = ({ id }: RebalancingAccount): Rebalancer => {
      if (id === '1') return undefined as never;
      if (id === '2') return past;
      if (id === '3') return compileRebalancing({ id: '' } as never, { universe });
      return rebalancer;
    };
    const { values, failures } = rebalanceBook([...BOOK, null as never], choose, { asOf });
    expect(values.map(({ account: id }) => id)).toEqual(['4']);
    expect(failures.map(({ index, issues }) => [index, issues[0]!.code, issues[0]!.path])).toEqual([
      [0, 'missing-value', 'rebalancer'],
      [1, 'out-of-range', 'options.asOf'],
      [2, 'empty', 'rebalancer.policy.id'],
      [4, 'missing-value', 'accounts[4]'],
    ]);
  });

  it('ends where the choice itself crashes or the reading of an account does, because then the program is wrong', () => {
    const crash = (): never => {
      throw new RangeError('a fault of the caller’s');
    };
    expect(() => rebalanceBook(BOOK, crash, { asOf })).toThrow(RangeError);
    const lazy = Object.defineProperty(account('5', '1', '1'), 'cash', { get: crash });
    expect(() => rebalanceBook([...BOOK, lazy], rebalancer, { asOf })).toThrow(RangeError);
  });

  it('keeps no ids where they are not to be checked', () => {
    const twice = [account('1', '6', '4'), account('1', '6', '4')];
    expect(rebalanceBook(twice, rebalancer, { asOf, ids: 'unchecked' }).summary.held).toBe(2);
    expect(rebalanceBook(twice, rebalancer, { asOf }).summary.failed).toBe(1);
  });
});

describe('rebalanceEach', () => {
  it('gives the outcomes and the summary of rebalanceBook', () => {
    const each = rebalanceEach(BOOK, rebalancer, { asOf });
    const outcomes: BookOutcome[] = [];
    let step = each.next();
    for (; step.done !== true; step = each.next()) outcomes.push(step.value);
    const seen: BookOutcome[] = [];
    const { summary } = rebalanceBook(BOOK, rebalancer, {
      asOf,
      onResult: (outcome) => seen.push(outcome),
    });
    expect(outcomes).toEqual(seen);
    expect(step.value).toEqual(summary);
  });

  it('can be left in the middle', () => {
    const found: string[] = [];
    for (const outcome of rebalanceEach(BOOK, rebalancer, { asOf })) {
      found.push(outcome.status);
      if (outcome.index === 1) break;
    }
    expect(found).toEqual(['decided', 'decided']);
  });
});
