import {
  adviceReplayers,
  type ReviewReference,
  type ReviewRequest,
  reviewAccount,
} from 'aptfolio/advice';
import { canonicalJson, replay, verifyRecord } from 'aptfolio/evidence';
import { money } from 'aptfolio/money';
import { describe, expect, it } from 'vitest';
import market from '../../examples/data/scenario/capital-market-assumptions.json';
import later from '../../examples/data/scenario/market-2026-09-01.json';
import file from '../../examples/data/scenario/products.json';
import expected from '../fixtures/rebalancing/scenario.json';

const { policy, $comment: _, ...assumptions } = market;
const reference = {
  assumptions,
  allocation: policy,
  products: file.products,
  // Step 13 sets the entry fees alone against the gain.
  rebalancing: {
    id: 'scenario',
    bands: { default: { absolute: 0.05, relative: 0.25, minimum: 0.005 } },
    trading: { minimumTrade: { amount: money('CNY', '100') } },
    residualProduct: 'P01',
    weighing: { outOfMarketReturn: 0 },
  },
} as unknown as ReviewReference<'CNY'>;

const since = {
  opening: Object.fromEntries(
    Object.entries(expected.orders).map(([id, { net }]) => [id, money('CNY', net)]),
  ),
  period: {
    classReturns: later['marketReturnSince2026-03-02'],
    feeYears: 0.5,
    additions: [{ product: 'P01', amount: money('CNY', '33000'), periodReturn: 0.004 }],
  },
};

const account = {
  id: 'sample',
  currency: 'CNY',
  target: Object.fromEntries(
    Object.entries(expected.productWeights).map(([id, weight]) => [id, Number(weight)]),
  ),
} as const;

const request: ReviewRequest<'CNY'> = { level: 'C3', account, since };

describe('the review of the sample client’s account', () => {
  const record = reviewAccount(request, reference, { asOf: '2026-09-01' });
  const { valuation, rebalancing } = record.outcome;

  it('values the account to the cent', () => {
    expect(valuation?.total.amount).toBe(expected.total);
    const values = Object.entries(valuation?.values ?? {}).map(([id, { amount }]) => [id, amount]);
    expect(Object.fromEntries(values)).toEqual(expected.values);
  });

  it('finds the classes that left their bands', () => {
    expect([...rebalancing.before.drift.triggered].sort()).toEqual([...expected.triggered].sort());
  });

  it('trades, drops the trade below the minimum, and says what it gains and costs', () => {
    expect(rebalancing.decision).toBe(expected.decision);
    const signed = rebalancing.trades.map(({ product, side, amount }) => [
      product,
      side === 'sell' ? `-${amount.amount}` : amount.amount,
    ]);
    expect(Object.fromEntries(signed)).toEqual(expected.trades);
    const asked = rebalancing.notTraded.filter(({ side }) => side !== undefined);
    const dropped = asked.map(({ product, side, amount }) => [
      product,
      side === 'sell' ? `-${amount.amount}` : amount.amount,
    ]);
    expect(Object.fromEntries(dropped)).toEqual(expected.dropped);
    expect(rebalancing.costs.total.amount).toBe(expected.cost);
    expect(rebalancing.gain?.amount).toBe(expected.gain);
  });

  it('is on record and gives the same bytes again', () => {
    expect(verifyRecord(record).status).toBe('verified');
    expect(replay(record, adviceReplayers)).toEqual({ status: 'same' });
    const again = reviewAccount(request, reference, { asOf: '2026-09-01' });
    expect(canonicalJson(again)).toBe(canonicalJson(record));
  });

  it('chains to the record before it', () => {
    const next = reviewAccount(request, reference, { asOf: '2026-10-01', previous: record });
    expect(next.previousHash).toBe(record.hash);
  });

  it('does not depend on the order of the products', () => {
    const turned = { ...reference, products: [...reference.products].reverse() };
    const other = reviewAccount(request, turned, { asOf: '2026-09-01' });
    expect(canonicalJson(other.outcome)).toBe(canonicalJson(record.outcome));
  });
});

describe('reviewAccount', () => {
  const run = (change: object, changed: object = {}) =>
    reviewAccount({ ...request, ...change } as never, { ...reference, ...changed } as never, {
      asOf: '2026-09-01',
    });

  it.each([
    [
      'no opening values',
      { since: { ...since, opening: undefined } },
      {},
      'missing-value',
      'request.since.opening',
    ],
    ['no positions', { since: undefined }, {}, 'missing-value', 'request.account.positions'],
    [
      'positions of today beside those of the past',
      { account: { ...account, positions: [] } },
      {},
      'inconsistent',
      'request.since',
    ],
    ['no account', { account: undefined }, {}, 'missing-value', 'request.account'],
    [
      'a position of a product that is none',
      {
        since: undefined,
        account: { ...account, positions: [{ product: 'P99', value: money('CNY', '1') }] },
      },
      {},
      'unknown-id',
      'request.account.positions[0].product',
    ],
    [
      'bands that are none',
      {},
      { rebalancing: { ...reference.rebalancing, bands: { default: { absolute: -1 } } } },
      'out-of-range',
      'reference.rebalancing.bands.default.absolute',
    ],
    [
      'a calendar that does not exist',
      {},
      {
        calendar: {
          id: 'x',
          covers: { from: '2026-01-01', to: '2027-01-01' },
          holidays: ['1 May'],
        },
      },
      'invalid-date',
      'reference.calendar.holidays[0]',
    ],
    ['an unknown level', { level: 'C9' }, {}, 'unknown-value', 'request.level'],
    [
      'no policy for trading',
      {},
      { rebalancing: undefined },
      'missing-value',
      'reference.rebalancing',
    ],
    ['no products', {}, { products: undefined }, 'missing-value', 'reference.products'],
    [
      'weights of NaN',
      { account: { ...account, target: { P01: Number.NaN } } },
      {},
      'not-finite',
      'request.account.target.P01',
    ],
  ])('refuses %s', (_name, change, changed, code, path) => {
    expect(() => run(change, changed)).toThrow(expect.objectContaining({ code, path }));
  });

  it('refuses a day that does not exist', () => {
    expect(() => reviewAccount(request, reference, { asOf: '2026-09-31' })).toThrow(
      expect.objectContaining({ code: 'invalid-date' }),
    );
  });

  it('takes positions as the bank values them today, and then values nothing itself', () => {
    const positions = Object.entries(expected.values).map(([product, amount]) => ({
      product,
      value: money('CNY', amount),
    }));
    const today = reviewAccount({ level: 'C3', account: { ...account, positions } }, reference, {
      asOf: '2026-09-01',
    });
    expect(today.outcome).not.toHaveProperty('valuation');
    const whole = reviewAccount(request, reference, { asOf: '2026-09-01' });
    expect(canonicalJson(today.outcome.rebalancing)).toBe(canonicalJson(whole.outcome.rebalancing));
    expect(replay(today, adviceReplayers)).toEqual({ status: 'same' });
  });

  it('orders on days on which the bank deals', () => {
    // 2026-09-01 is a Tuesday; with that day and the next a holiday the first order day is Thursday.
    const calendar = {
      id: 'x',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: ['2026-09-01', '2026-09-02'],
    };
    const { rebalancing } = run({}, { calendar }).outcome;
    const sale = rebalancing.trades.find(({ side }) => side === 'sell');
    expect(sale?.orderOn).toBe('2026-09-03');
  });
});
