import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import {
  checkRelease,
  draftOrder,
  type Order,
  type PlannedOrder,
  replayOrder,
} from '../../../src/orders/index.js';
import {
  advanced,
  cny,
  event,
  expectRefusal,
  isDeeplyFrozen,
  planned,
  upToAccepted,
  wrong,
} from '../support.js';

/** The first leg of a switch redeems 1,000; the second invests what comes of it. */
const sale: PlannedOrder<'CNY'> = {
  ...planned,
  ...{ id: 'out', side: 'sell', gross: cny('1000'), fee: cny('5'), net: cny('995') },
};
const purchase: PlannedOrder<'CNY'> = {
  ...planned,
  ...{ id: 'in', gross: cny('995'), fee: cny('0'), net: cny('995'), after: ['out'] },
};
const fill = (amount: string, fee?: string) =>
  event('f', {
    kind: 'fill',
    amount: cny(amount),
    ...(fee === undefined ? {} : { fee: cny(fee) }),
  });
const cancel = event('x', { kind: 'cancel' });
const settle = event('s', { kind: 'settle' });

const draft = draftOrder(sale);
const afterEvents = (...events: Parameters<typeof advanced>[1][number][]): Order<'CNY'> =>
  advanced(draft, [...upToAccepted(draft), ...events]);

describe('an order that is paid from proceeds', () => {
  it('waits until the sale is settled, not only carried out', () => {
    for (const order of [draft, afterEvents(fill('1000', '5'))]) {
      const { status, proceeds, reasons } = checkRelease(purchase, [order]);
      expect([status, proceeds]).toEqual(['waiting', cny('0')]);
      expect(reasons[0]?.parameters).toEqual({ order: 'in', other: 'out', state: order.state });
    }
  });

  it('goes once the proceeds, after fees, are there', () => {
    const release = checkRelease(purchase, [afterEvents(fill('1000', '5'), settle)]);
    expect(release).toEqual({ status: 'released', proceeds: cny('995'), reasons: [] });
  });

  it.each([
    // A third was redeemed: 333 − 2 = 331, so 995 − 331 = 664 are missing.
    ['carried out in part', afterEvents(fill('333', '2'), cancel, settle), '331', '664'],
    ['cancelled', afterEvents(cancel), '0', '995'],
  ])('is short when the sale was %s', (_, order, proceeds, missing) => {
    const release = checkRelease(purchase, [order]);
    expect(release).toMatchObject({
      ...{ status: 'short', proceeds: cny(proceeds), missing: cny(missing) },
      reasons: [{ code: 'orders.proceeds-short' }],
    });
    expect(isDeeplyFrozen(release)).toBe(true);
  });

  it('waits for the settlement of what was carried out before a cancellation', () => {
    expect(checkRelease(purchase, [afterEvents(fill('333', '2'), cancel)]).status).toBe('waiting');
  });

  it('is undetermined while the fee of the sale is not known', () => {
    const release = checkRelease(purchase, [afterEvents(fill('1000'), settle)]);
    expect(release).toMatchObject({
      ...{ status: 'undetermined', proceeds: cny('0') },
      reasons: [{ code: 'orders.proceeds-unknown' }],
    });
  });

  it('adds up several sales', () => {
    const second = { ...afterEvents(fill('1000', '5'), settle), id: 'out2' };
    const both = { ...purchase, after: ['out', 'out2'], gross: cny('1990'), net: cny('1990') };
    const orders = [afterEvents(fill('1000', '5'), settle), second];
    expect(checkRelease(both, orders)).toMatchObject({ status: 'released', proceeds: cny('1990') });
  });

  const settled = afterEvents(fill('1000', '5'), settle);
  const dearer = { ...purchase, gross: cny('1200'), net: cny('1200') };

  it('goes with other money beside the proceeds, if that is there', () => {
    // 995 of the sale and 205 of its own are 1,200.
    expect(checkRelease(dearer, [settled], { available: cny('1200') })).toEqual({
      ...{ status: 'released', proceeds: cny('995'), reasons: [] },
    });
    expect(checkRelease(dearer, [settled], { available: cny('1199.99') })).toMatchObject({
      ...{ status: 'short', missing: cny('0.01') },
      reasons: [{ code: 'orders.money-not-there' }],
    });
  });

  it('is not called short where the plan counted on other money of which nobody says anything', () => {
    expect(checkRelease(dearer, [settled])).toMatchObject({
      ...{ status: 'undetermined', proceeds: cny('995') },
      reasons: [{ code: 'orders.cash-unknown' }],
    });
  });

  it('waits for its sales even where there is enough without them', () => {
    expect(checkRelease(dearer, [draft], { available: cny('5000') }).status).toBe('waiting');
  });

  it('goes by what is there where the fees of a sale are not known', () => {
    const order = afterEvents(fill('1000'), settle);
    expect(checkRelease(purchase, [order], { available: cny('995') }).status).toBe('released');
  });

  it('is paid by a sale in another currency only as far as money is there', () => {
    const usd = (amount: string) => money('USD', amount);
    const foreign = draftOrder({ ...sale, gross: usd('1000'), fee: usd('5'), net: usd('995') });
    const events = [
      ...upToAccepted(draft).slice(0, 2),
      event('e3', { kind: 'submit', idempotencyKey: foreign.idempotencyKey }),
      event('e4', { kind: 'accept' }),
      { ...fill('1000', '5'), amount: usd('1000'), fee: usd('5') },
      settle,
    ];
    const { order } = replayOrder(foreign, wrong(events));
    expect(order.state).toBe('settled');
    expect(checkRelease(purchase, [order])).toMatchObject({
      ...{ status: 'undetermined', proceeds: cny('0') },
    });
    expect(checkRelease(purchase, [order], { available: cny('995') }).status).toBe('released');
  });

  it('refuses money in another currency', () => {
    const options = wrong({ available: money('USD', '1') });
    const path = 'options.available.currency';
    expectRefusal(() => checkRelease(purchase, [draft], options), 'currency-mismatch', path);
  });

  it('is not released where it waits for nothing and nobody says whether there is money', () => {
    expect(checkRelease(planned, [])).toMatchObject({
      ...{ status: 'undetermined', proceeds: cny('0') },
      reasons: [{ code: 'orders.cash-unknown' }],
    });
    expect(checkRelease(planned, [], { available: planned.gross }).status).toBe('released');
    // A sale needs no money.
    expect(checkRelease({ ...planned, side: 'sell' }, []).status).toBe('released');
  });

  it.each([
    ['an order that is not there', [], 'unknown-id', 'order.after[0]'],
    ['a purchase', [{ ...draft, side: 'buy' }], 'inconsistent', 'order.after[0]'],
    ['two orders under one id', [draft, draft], 'duplicate-id', 'orders[1].id'],
  ] as const)('refuses %s', (_, orders, code, path) => {
    expectRefusal(() => checkRelease(purchase, wrong(orders)), code, path);
  });

  it.each([
    ['nothing to wait for', [], 'empty', 'planned.after'],
    ['itself', ['in'], 'inconsistent', 'planned.after[0]'],
    ['what is no id', [5], 'invalid-type', 'planned.after[0]'],
  ] as const)('is refused with %s', (_, after, code, path) => {
    expectRefusal(() => draftOrder(wrong({ ...purchase, after })), code, path);
  });
});
