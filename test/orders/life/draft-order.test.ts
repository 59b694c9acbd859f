import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { draftOrder, hashOrders } from '../../../src/orders/index.js';
import { cny, expectRefusal, isDeeplyFrozen, planned, wrong } from '../support.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The order as RFC 8785 writes it: keys in alphabetical order, no space. */
const CANONICAL =
  '{"day":0,"fee":{"amount":"78.69","currency":"CNY"},"funding":"CURRENT_CNY",' +
  '"gross":{"amount":"131225.00","currency":"CNY"},"id":"plan/P03/1",' +
  '"net":{"amount":"131146.31","currency":"CNY"},"product":"P03","side":"buy"}';

describe('draftOrder', () => {
  it('starts with nothing carried out and no events', () => {
    const order = draftOrder(planned);
    expect(order).toMatchObject({ ...planned, state: 'draft', filled: cny('0'), events: [] });
    expect('proposalHash' in order).toBe(false);
    expect(isDeeplyFrozen(order)).toBe(true);
  });

  it('marks its one submission by a hash of the order, or by a key of the host’s', () => {
    expect(draftOrder(planned).idempotencyKey).toBe(sha256(CANONICAL));
    expect(draftOrder(planned, { idempotencyKey: 'k-1' }).idempotencyKey).toBe('k-1');
  });

  it('keeps its days, and has another key on another day', () => {
    const days = { orderOn: '2026-03-02', dealsOn: '2026-03-03', settlesOn: '2026-03-04' } as const;
    const order = draftOrder({ ...planned, ...days });
    expect(order).toMatchObject(days);
    const text =
      '{"day":0,"dealsOn":"2026-03-03",' +
      CANONICAL.slice('{"day":0,'.length).replace(
        '"product":"P03","side":"buy"}',
        '"orderOn":"2026-03-02","product":"P03","settlesOn":"2026-03-04","side":"buy"}',
      );
    expect(order.idempotencyKey).toBe(sha256(text));
  });

  it('gives another key under another proposal', () => {
    const one = draftOrder(planned, { proposalHash: 'h1' });
    const other = draftOrder(planned, { proposalHash: 'h2' });
    expect(one.proposalHash).toBe('h1');
    expect(new Set([one, other, draftOrder(planned)].map((o) => o.idempotencyKey)).size).toBe(3);
  });

  it('keeps only what belongs to an order', () => {
    // An order that is checked says more, none of which the client agrees to.
    const checked = { ...planned, ...{ solicited: true, acknowledged: { 'CN-NFRA-1': 'E-1' } } };
    expect(draftOrder(checked)).toEqual(draftOrder(planned));
  });

  it.each([
    ['no order', null, {}, 'missing-value', 'planned'],
    ['no id', { id: undefined }, {}, 'missing-value', 'planned.id'],
    ['a day that does not exist', { orderOn: '2026-02-30' }, {}, 'invalid-date', 'planned.orderOn'],
    [
      'a booking before the order',
      { orderOn: '2026-03-03', settlesOn: '2026-03-02' },
      {},
      'inconsistent',
      'planned.settlesOn',
    ],
    ['no product', { product: '' }, {}, 'empty', 'planned.product'],
    ['another side', { side: 'swap' }, {}, 'unknown-value', 'planned.side'],
    ['no amount', { gross: undefined }, {}, 'missing-value', 'planned.gross'],
    ['an amount of zero', { gross: cny('0') }, {}, 'out-of-range', 'planned.gross.amount'],
    [
      'a fee in another currency',
      { fee: money('USD', '78.69') },
      {},
      'currency-mismatch',
      'planned.fee.currency',
    ],
    ['parts that do not add up', { fee: cny('78.70') }, {}, 'inconsistent', 'planned.net'],
    ['half a day', { day: 0.5 }, {}, 'invalid-type', 'planned.day'],
    ['a day before the first', { day: -1 }, {}, 'out-of-range', 'planned.day'],
    ['a day of NaN', { day: Number.NaN }, {}, 'not-finite', 'planned.day'],
    ['no funding', { funding: undefined }, {}, 'missing-value', 'planned.funding'],
    ['no options', {}, null, 'missing-value', 'options'],
    ['an empty hash', {}, { proposalHash: '' }, 'empty', 'options.proposalHash'],
    ['an empty key', {}, { idempotencyKey: '' }, 'empty', 'options.idempotencyKey'],
  ] as const)('refuses %s', (_, change, options, code, path) => {
    const order = change === null ? null : { ...planned, ...change };
    expectRefusal(() => draftOrder(wrong(order), wrong(options)), code, path);
  });
});

describe('hashOrders', () => {
  const other = { ...planned, id: 'plan/P06/1', product: 'P06' };

  it('is the SHA-256 of the orders in canonical form', () => {
    expect(hashOrders([planned])).toBe(sha256(`[${CANONICAL}]`));
    expect(hashOrders([])).toBe(sha256('[]'));
  });

  it('is the same in whatever order they stand, and for drafts of them', () => {
    expect(hashOrders([other, planned])).toBe(hashOrders([planned, other]));
    expect(hashOrders([draftOrder(planned, { proposalHash: 'h' })])).toBe(hashOrders([planned]));
  });

  it.each([
    ['product', { product: 'P04' }],
    ['side', { side: 'sell' as const }],
    ['amount', { gross: cny('131225.01'), net: cny('131146.32') }],
    ['fee', { fee: cny('78.70'), net: cny('131146.30') }],
    ['day', { day: 1 }],
    ['funding', { funding: 'OTHER' }],
  ])('changes with the %s', (_, change) => {
    expect(hashOrders([{ ...planned, ...change }])).not.toBe(hashOrders([planned]));
  });

  it.each([
    ['no list', null, 'missing-value', 'orders'],
    ['an entry that is no order', [null], 'missing-value', 'orders[0]'],
    ['the same id twice', [planned, planned], 'duplicate-id', 'orders[1].id'],
    [
      'an order that is malformed',
      [planned, { ...other, net: undefined }],
      'missing-value',
      'orders[1].net',
    ],
  ] as const)('refuses %s', (_, orders, code, path) => {
    expectRefusal(() => hashOrders(wrong(orders)), code, path);
  });
});
