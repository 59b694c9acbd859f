import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import type { RebalancingAccount } from '../../../src/rebalancing/account/account.js';
import type { BookOutcome } from '../../../src/rebalancing/book/outcome.js';
import { runBook } from '../../../src/rebalancing/book/run-book.js';
import type { BookReporting } from '../../../src/rebalancing/book/run-each.js';
import type { BookProgress } from '../../../src/rebalancing/book/summary.js';
import { expectRefusal } from '../../refusal.js';
import { account, decide, holding, refusing, trade } from './stub.js';

function run(accounts: Iterable<RebalancingAccount>, reporting: BookReporting = {}) {
  const each = runBook(accounts, decide, reporting);
  const outcomes: BookOutcome[] = [];
  for (;;) {
    const step = each.next();
    if (step.done === true) return { outcomes, summary: step.value };
    outcomes.push(step.value);
  }
}

const trading = (id: string, ...trades: Parameters<typeof trade>[]) =>
  account(id, { decision: 'trade', value: '1000', trades: trades.map((one) => trade(...one)) });

describe('a book', () => {
  it('keeps values and failures apart, and goes on after a failure', () => {
    const { outcomes } = run([
      holding('1'),
      refusing('2', 'account.positions[0].price'),
      holding('3'),
    ]);
    expect(outcomes.map(({ status, index, account: id }) => [status, index, id])).toEqual([
      ['decided', 0, '1'],
      ['failed', 1, '2'],
      ['decided', 2, '3'],
    ]);
  });

  it('tells every fault with the account’s place in the path', () => {
    const paths = ['account', 'account.fx.rates.USD', 'account["odd name"]', 'accountant', 'date'];
    const { outcomes } = run([holding('1'), refusing('2', ...paths)]);
    const failed = outcomes[1] as Extract<BookOutcome, { status: 'failed' }>;
    expect(failed.issues.map(({ path }) => path)).toEqual([
      'accounts[1]',
      'accounts[1].fx.rates.USD',
      'accounts[1]["odd name"]',
      'accounts[1].accountant',
      'accounts[1].date',
    ]);
    expect(failed.issues[0]).toMatchObject({ code: 'out-of-range', expected: 'a price above 0' });
  });

  it('decides the first of accounts with one id and names the others', () => {
    const { outcomes, summary } = run([holding('1'), holding('2'), holding('1'), holding('1')]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'decided',
      'decided',
      'failed',
      'failed',
    ]);
    const failed = outcomes[3] as Extract<BookOutcome, { status: 'failed' }>;
    expect(failed.issues).toEqual([
      {
        code: 'duplicate-id',
        path: 'accounts[3].id',
        expected: 'an id that accounts[0] does not have',
        received: '"1"',
      },
    ]);
    expect(summary.faults).toEqual([{ code: 'duplicate-id', accounts: 2 }]);
  });

  it.each([[null], [undefined], [7], ['text'], [{}], [{ id: '' }], [{ id: 7 }]])(
    'fails an account without an id, %j, and has no id to tell',
    (broken) => {
      const refuse = (given: RebalancingAccount) =>
        (given as unknown) === broken ? decide(refusing('', 'account')) : decide(given);
      const each = runBook([broken as unknown as RebalancingAccount], refuse, {});
      expect(each.next().value).toMatchObject({ status: 'failed', index: 0, account: null });
    },
  );

  it('throws on what is no refusal, because then the program is wrong', () => {
    const crash = new TypeError('x is not a function');
    expect(() => run([holding('1'), account('2', { crash })])).toThrow(crash);
  });

  it('takes any iterable, asks for one account at a time and decides it when it is asked for', () => {
    const log: string[] = [];
    function* source() {
      for (const id of ['1', '2', '3']) {
        log.push(`read ${id}`);
        yield holding(id);
      }
    }
    const each = runBook(
      source(),
      (given) => {
        log.push(`decide ${given.id}`);
        return decide(given);
      },
      {},
    );
    expect(log).toEqual([]);
    each.next();
    expect(log).toEqual(['read 1', 'decide 1']);
    each.next();
    expect(log).toEqual(['read 1', 'decide 1', 'read 2', 'decide 2']);
  });

  it('reports after every so many accounts and once at the end, with the totals until then', () => {
    const seen: BookProgress[] = [];
    const accounts = [
      trading('1', ['sell', 'A', '300'], ['buy', 'B', '100']),
      holding('2', '1000'),
      refusing('3', 'account'),
      trading('4', ['buy', 'B', '0.01']),
      holding('5', '0'),
    ];
    run(accounts, { progressEvery: 2, onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done, traded, held, failed }) => [done, traded, held, failed])).toEqual([
      [2, 1, 1, 0],
      [4, 2, 1, 1],
      [5, 2, 2, 1],
    ]);
    // (100 + 300) / 2 / 2,000, then (100.01 + 300) / 2 / 3,000.
    expect(seen[0]!.turnover).toEqual([
      {
        currency: 'CNY',
        value: money('CNY', '2000'),
        purchases: money('CNY', '100'),
        sales: money('CNY', '300'),
        turnover: 0.1,
      },
    ]);
    expect(seen[2]!.turnover[0]!.turnover).toBeCloseTo(400.01 / 2 / 3000, 12);
  });

  it('reports once where the last account completes a round, and once for an empty book', () => {
    const counts = (accounts: readonly RebalancingAccount[]) => {
      const done: number[] = [];
      run(accounts, { progressEvery: 2, onProgress: (progress) => done.push(progress.done) });
      return done;
    };
    expect(counts([holding('1'), holding('2')])).toEqual([2]);
    expect(counts([])).toEqual([0]);
  });

  it('keeps nothing but ids: 100,000 accounts of 20 kilobytes each fit where two gigabytes would not', () => {
    function* source() {
      for (let i = 0; i < 100_000; i++) {
        yield { ...holding(String(i)), events: [String(i).padEnd(20_000, 'x')] };
      }
    }
    const each = runBook(
      source(),
      (given) => {
        expect(given.events?.[0]?.length).toBe(20_000);
        return { ...decide(given), inputHash: given.events![0]! };
      },
      {},
    );
    let step = each.next();
    while (step.done !== true) step = each.next();
    expect(step.value.held).toBe(100_000);
  });

  it('refuses what is no iterable and a wrong step at once, before anything is asked for', () => {
    const start =
      (accounts: unknown, reporting: unknown = {}) =>
      () =>
        runBook(accounts as RebalancingAccount[], decide, reporting as BookReporting);
    expectRefusal(start(undefined), 'missing-value', 'accounts');
    expectRefusal(start(null), 'missing-value', 'accounts');
    expectRefusal(start('accounts'), 'invalid-type', 'accounts');
    expectRefusal(start({ 0: holding('1') }), 'invalid-type', 'accounts');
    expectRefusal(start([], { progressEvery: 0 }), 'out-of-range', 'options.progressEvery');
    expectRefusal(start([], { progressEvery: 1.5 }), 'invalid-type', 'options.progressEvery');
    expectRefusal(start([], { progressEvery: Number.NaN }), 'not-finite', 'options.progressEvery');
  });
});

describe('the summary of a book', () => {
  it('sums trades product by product to the cent, gross, by day and consent', () => {
    const day = '2026-03-05';
    const { summary } = run([
      trading('1', ['buy', 'A', '0.10'], ['sell', 'B', '900719925474099.31']),
      trading('2', ['buy', 'A', '0.20'], ['sell', 'A', '0.05', { on: day }]),
      account('3', {
        decision: 'trade',
        value: '0',
        consent: 'needed',
        trades: [trade('buy', 'A', '7'), trade('sell', 'B', '0.02')],
      }),
    ]);
    const cny = (amount: string) => money('CNY', amount);
    expect(summary.products).toEqual([
      {
        product: 'A',
        currency: 'CNY',
        purchases: { count: 3, amount: cny('7.30') },
        sales: { count: 1, amount: cny('0.05') },
        orders: [
          {
            orderOn: '2026-03-02',
            consent: 'needed',
            purchases: { count: 1, amount: cny('7') },
            sales: { count: 0, amount: cny('0') },
            net: cny('7'),
          },
          {
            orderOn: '2026-03-02',
            consent: 'not-needed',
            purchases: { count: 2, amount: cny('0.30') },
            sales: { count: 0, amount: cny('0') },
            net: cny('0.30'),
          },
          {
            orderOn: day,
            consent: 'not-needed',
            purchases: { count: 0, amount: cny('0') },
            sales: { count: 1, amount: cny('0.05') },
            net: cny('-0.05'),
          },
        ],
      },
      {
        product: 'B',
        currency: 'CNY',
        purchases: { count: 0, amount: cny('0') },
        // Beyond what a double holds to the cent.
        sales: { count: 2, amount: cny('900719925474099.33') },
        orders: [
          {
            orderOn: '2026-03-02',
            consent: 'needed',
            purchases: { count: 0, amount: cny('0') },
            sales: { count: 1, amount: cny('0.02') },
            net: cny('-0.02'),
          },
          {
            orderOn: '2026-03-02',
            consent: 'not-needed',
            purchases: { count: 0, amount: cny('0') },
            sales: { count: 1, amount: cny('900719925474099.31') },
            net: cny('-900719925474099.31'),
          },
        ],
      },
    ]);
  });

  it('keeps currencies apart, of products and of accounts', () => {
    const local = money('USD', '10');
    const { summary } = run([
      trading('1', ['buy', 'A', '71', { local }], ['buy', 'A', '5']),
      account('2', { decision: 'hold', value: '50' }, 'HKD'),
    ]);
    expect(
      summary.products.map(({ product, currency, purchases }) => [
        product,
        currency,
        purchases.amount.amount,
      ]),
    ).toEqual([
      ['A', 'CNY', '5.00'],
      ['A', 'USD', '10.00'],
    ]);
    expect(summary.turnover.map(({ currency, value }) => [currency, value.amount])).toEqual([
      ['CNY', '1000.00'],
      ['HKD', '50.00'],
    ]);
    expect(summary.turnover[1]!.turnover).toBe(0);
  });

  it('counts each reason and fault once an account', () => {
    const { summary } = run([
      account('1', {
        decision: 'trade',
        value: '1',
        codes: ['b', 'a'],
        trades: [trade('buy', 'A', '1', { codes: ['c', 'a'] })],
        notTraded: ['c', 'd'],
      }),
      account('2', { decision: 'hold', value: '1', codes: ['a'] }),
      refusing('3', 'account.x', 'account.y'),
    ]);
    expect(summary.reasons).toEqual([
      { code: 'a', accounts: 2 },
      { code: 'b', accounts: 1 },
      { code: 'c', accounts: 1 },
      { code: 'd', accounts: 1 },
    ]);
    expect(summary.faults).toEqual([{ code: 'out-of-range', accounts: 1 }]);
    expect(summary).toMatchObject({ count: 3, traded: 1, held: 1, failed: 1 });
  });

  it('is the same whatever the order of the accounts', () => {
    const accounts = [
      trading('1', ['buy', 'A', '1'], ['sell', 'B', '2']),
      trading('2', ['sell', 'A', '4', { on: '2026-03-05' }]),
      holding('3'),
      refusing('4', 'account'),
    ];
    expect(run([...accounts].reverse()).summary).toEqual(run(accounts).summary);
  });

  it('is frozen and goes through JSON unchanged', () => {
    const { summary, outcomes } = run([trading('1', ['buy', 'A', '1']), refusing('2', 'account')]);
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(summary)).toBe(true);
    expect(isFrozen(outcomes[1])).toBe(true);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });
});
