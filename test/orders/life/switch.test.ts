import { describe, expect, it } from 'vitest';
import {
  bindConsent,
  checkOrder,
  checkRelease,
  demandEvidence,
  draftOrder,
  fillsOf,
  foldOrder,
  hashOrders,
  makeProposal,
  type PlannedOrder,
} from '../../../src/orders/index.js';
import {
  cny,
  context,
  event,
  expectRefusal,
  planned,
  universe,
  upToAccepted,
  wrong,
} from '../support.js';

/** 1,000 out of the R3 fund P06 into the R2 fund P03, of which 5 is a fee. */
const order: PlannedOrder<'CNY'> = {
  ...{ id: 'o1', product: 'P03', side: 'switch', from: 'P06', day: 0, funding: 'CURRENT' },
  ...{ gross: cny('1000'), fee: cny('5'), net: cny('995') },
};

describe('a switch', () => {
  it('is proposed, agreed to and checked like any order', () => {
    const days = { asOf: '2026-03-02', validUntil: '2026-03-09' } as const;
    const proposal = makeProposal({
      id: 'PR-1',
      orders: [order],
      owners: [{ id: 'C-1' }],
      ...days,
    });
    const signature = {
      proposalHash: proposal.hash,
      owner: 'C-1',
      on: '2026-03-02',
      how: 'click',
      reference: 'LOG-1',
    } as const;
    const bound = bindConsent(proposal, [signature], { asOf: '2026-03-02' });
    if (bound.status !== 'bound') throw new Error(bound.status);
    const check = checkOrder(
      { ...order, solicited: false, proposalHash: proposal.hash },
      { ...context, holdings: { P06: cny('1000') }, consent: bound.consent },
    );
    expect(check.status).toBe('allowed');
    expect(check.reasons.map(({ code }) => code)).toEqual(['orders.reduces-risk']);
    // To leave another product is another order.
    const other = { ...order, from: 'P07', solicited: false, proposalHash: proposal.hash } as const;
    const changed = checkOrder(other, {
      ...context,
      holdings: { P07: cny('1000') },
      consent: bound.consent,
    });
    expect(changed.reasons.map(({ code }) => code)).toContain('orders.consent-order-changed');
    expect(hashOrders([order])).not.toBe(hashOrders([{ ...order, from: 'P07' }]));
  });

  it('is carried out in what it redeems', () => {
    const draft = draftOrder({ ...order, units: '500' });
    const { order: done } = foldOrder(draft, [
      ...upToAccepted(draft),
      // 500 units at 2: 1,000 redeemed, 5 of it a fee.
      event('f', { kind: 'fill', amount: cny('1000'), units: '500', price: '2', fee: cny('5') }),
      event('s', { kind: 'settle', amount: cny('1000') }),
    ]);
    expect(done).toMatchObject({ state: 'settled', side: 'switch', from: 'P06' });
    expect(fillsOf(done)).toMatchObject({ net: cny('995'), averagePrice: '2' });
  });

  it('brings no proceeds that could pay for another order', () => {
    const purchase = { ...planned, after: ['o1'] };
    expectRefusal(
      () => checkRelease(purchase, [draftOrder(order)]),
      'inconsistent',
      'order.after[0]',
    );
  });

  it('asks for the evidence of its purchase and of its sale, each by its own product', () => {
    const owners = { 'C-1': [] };
    const rule = (sides: readonly ('buy' | 'sell')[], product: string) => ({
      ...{ id: 'r', kind: 'recording', from: 'once', sides, products: [product] },
    });
    const asked = (sides: readonly ('buy' | 'sell')[], product: string) =>
      demandEvidence([order], { universe, owners }, wrong([rule(sides, product)])).length;
    expect([asked(['buy'], 'P03'), asked(['sell'], 'P06')]).toEqual([1, 1]);
    expect([asked(['sell'], 'P03'), asked(['buy'], 'P06')]).toEqual([0, 0]);
  });

  it.each([
    ['without what it leaves', { from: undefined }, 'missing-value'],
    ['into the product that it leaves', { from: 'P03' }, 'inconsistent'],
  ] as const)('is refused %s', (_, change, code) => {
    expectRefusal(() => draftOrder(wrong({ ...order, ...change })), code, 'planned.from');
  });
});
