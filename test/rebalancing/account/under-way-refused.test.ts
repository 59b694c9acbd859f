import { describe, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import type { OrderUnderWay } from '../../../src/rebalancing/index.js';
import { type Changes, decide, MONDAY } from '../simple.js';
import { cny, expectRefusal, positionsOf, wrong } from '../support.js';

const TUESDAY = '2026-03-03';
const THURSDAY = '2026-03-05';

const look = (account: Changes['account']) => decide({ asOf: TUESDAY, account: { ...account } });

const SALE: OrderUnderWay = {
  product: 'BONDS',
  side: 'sell',
  amount: cny('10000'),
  orderOn: MONDAY,
  settlesOn: THURSDAY,
};

describe('what is under way is refused', () => {
  const order = (more: object) => ({ openOrders: [wrong({ ...SALE, ...more })] });
  it.each<[string, Changes['account'], string, string]>([
    [
      'a receivable of the past',
      { receivables: [{ amount: cny('1'), on: '2026-03-02' }] },
      'out-of-range',
      'account.receivables[0].on',
    ],
    [
      'lots of a position that has none',
      { ...order({ lots: ['q'] }), positions: positionsOf({ BONDS: '50000', SHARES: '50000' }) },
      'inconsistent',
      'account.openOrders[0].lots',
    ],
    [
      'one of nothing',
      { receivables: [{ amount: cny('0'), on: THURSDAY }] },
      'out-of-range',
      'account.receivables[0].amount.amount',
    ],
    [
      'one of an unknown product',
      { receivables: [{ amount: cny('1'), on: THURSDAY, product: 'X' }] },
      'unknown-id',
      'account.receivables[0].product',
    ],
    [
      'a misspelt field',
      { receivables: [wrong({ amount: cny('1'), on: THURSDAY, from: 'X' })] },
      'unknown-id',
      'account.receivables[0].from',
    ],
    ['no list', { receivables: wrong({}) }, 'invalid-type', 'account.receivables'],
    [
      'one without a rate',
      { receivables: [{ amount: money('USD', '1'), on: THURSDAY }] },
      'missing-rate',
      'account.fx.rates.USD',
    ],
    [
      'an order of an unknown product',
      order({ product: 'X' }),
      'unknown-id',
      'account.openOrders[0].product',
    ],
    [
      'a side that there is none of',
      order({ side: 'switch' }),
      'unknown-value',
      'account.openOrders[0].side',
    ],
    [
      'more than the position has',
      order({ amount: cny('70000.01') }),
      'inconsistent',
      'account.openOrders[0].amount',
    ],
    [
      'an amount in another currency',
      order({ amount: money('USD', '1') }),
      'currency-mismatch',
      'account.openOrders[0].amount.currency',
    ],
    [
      'more net than gross',
      order({ net: cny('10000.01') }),
      'inconsistent',
      'account.openOrders[0].net',
    ],
    [
      'a settlement of the past',
      order({ settlesOn: '2026-03-02' }),
      'out-of-range',
      'account.openOrders[0].settlesOn',
    ],
    [
      'an order after its settlement',
      order({ orderOn: '2026-03-06' }),
      'inconsistent',
      'account.openOrders[0].orderOn',
    ],
    [
      'a deal before its order',
      order({ orderOn: '2026-03-04', dealsOn: '2026-03-03' }),
      'inconsistent',
      'account.openOrders[0].dealsOn',
    ],
    ['a sale that is paid', order({ paid: true }), 'inconsistent', 'account.openOrders[0].paid'],
    [
      'a purchase with lots',
      order({ side: 'buy', lots: ['a'] }),
      'inconsistent',
      'account.openOrders[0].lots',
    ],
    [
      'a misspelt field of an order',
      order({ settleOn: THURSDAY }),
      'unknown-id',
      'account.openOrders[0].settleOn',
    ],
    [
      'money under way in a closed account',
      { status: 'closed', positions: [], receivables: [{ amount: cny('1'), on: THURSDAY }] },
      'inconsistent',
      'account.status',
    ],
  ])('%s', (_name, account, code, path) => {
    expectRefusal(
      () => look({ positions: positionsOf({ BONDS: '70000', SHARES: '30000' }), ...account }),
      code as never,
      path,
    );
  });

  it('a lot that the position does not have', () => {
    const lots = [{ id: 'a', boughtOn: '2025-01-06', value: cny('70000') }] as const;
    expectRefusal(
      () =>
        look({
          positions: [{ product: 'BONDS', value: cny('70000'), lots }],
          openOrders: [{ ...SALE, lots: ['b'] }],
        }),
      'unknown-id',
      'account.openOrders[0].lots[0]',
    );
  });
});
