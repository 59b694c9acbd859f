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
  rebalancing: {
    bands: { absolute: 0.05, relative: 0.25, minimum: 0.005 },
    minimumTrade: money('CNY', '100'),
    residualProduct: 'P01',
  },
} as unknown as ReviewReference<'CNY'>;

const request: ReviewRequest<'CNY'> = {
  level: 'C3',
  opening: Object.fromEntries(
    Object.entries(expected.orders).map(([id, { net }]) => [id, money('CNY', net)]),
  ),
  targetWeights: Object.fromEntries(
    Object.entries(expected.productWeights).map(([id, weight]) => [id, Number(weight)]),
  ),
  period: {
    classReturns: later['marketReturnSince2026-03-02'],
    feeYears: 0.5,
    additions: [{ product: 'P01', amount: money('CNY', '33000'), periodReturn: 0.004 }],
  },
};

describe('the review of the sample client’s account', () => {
  const record = reviewAccount(request, reference, { asOf: '2026-09-01' });
  const { valuation, rebalancing } = record.outcome;

  it('values the account to the cent', () => {
    expect(valuation.total.amount).toBe(expected.total);
    const values = Object.entries(valuation.values).map(([id, { amount }]) => [id, amount]);
    expect(Object.fromEntries(values)).toEqual(expected.values);
  });

  it('finds the classes that left their bands', () => {
    expect([...rebalancing.drift.triggered].sort()).toEqual([...expected.triggered].sort());
  });

  it('trades, drops the trade below the minimum, and says what it gains and costs', () => {
    expect(rebalancing.decision).toBe(expected.decision);
    const signed = rebalancing.trades.map(({ product, side, amount }) => [
      product,
      side === 'sell' ? `-${amount.amount}` : amount.amount,
    ]);
    expect(Object.fromEntries(signed)).toEqual(expected.trades);
    expect(rebalancing.dropped.map(({ product }) => product)).toEqual(
      Object.keys(expected.dropped),
    );
    expect(rebalancing.cost.amount).toBe(expected.cost);
    expect(rebalancing.gain.amount).toBe(expected.gain);
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
    ['no opening values', { opening: undefined }, {}, 'missing-value', 'request.opening'],
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
      { targetWeights: { P01: Number.NaN } },
      {},
      'not-finite',
      'request.targetWeights.P01',
    ],
  ])('refuses %s', (_name, change, changed, code, path) => {
    expect(() => run(change, changed)).toThrow(expect.objectContaining({ code, path }));
  });

  it('refuses a day that does not exist', () => {
    expect(() => reviewAccount(request, reference, { asOf: '2026-09-31' })).toThrow(
      expect.objectContaining({ code: 'invalid-date' }),
    );
  });
});
