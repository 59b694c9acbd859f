import { describe, expect, it } from 'vitest';
import {
  checkOrder,
  checkOrders,
  hashOrders,
  type OrderContext,
  planOrders,
} from '../../../src/orders/index.js';
import { compilePack } from '../../../src/rules/index.js';
import { makePolicyPack } from '../../../src/suitability/packs/policy/index.js';
import { buy, cny, context, packs, request } from '../support.js';

describe('consent that is a hash alone', () => {
  const plan = planOrders(request);
  if (plan.status !== 'planned') throw new Error(plan.status);
  const proposalHash = hashOrders(plan.orders);
  const orders = plan.orders.map((order) => ({ ...order, solicited: true, proposalHash }));
  const agreed: OrderContext<'CNY'> = { ...context, consent: { proposalHash } };

  it('covers the very orders of which it is', () => {
    expect(checkOrders(orders, agreed).status).toBe('allowed');
    expect(checkOrders([...orders].reverse(), agreed).status).toBe('allowed');
  });

  it('covers none of them where one is another, or missing', () => {
    const [first, ...others] = orders;
    const cheaper = { ...first!, gross: cny('1000'), fee: cny('0'), net: cny('1000') };
    for (const list of [[cheaper, ...others], others, [first!]]) {
      const { checks } = checkOrders(list, agreed);
      for (const { status, reasons } of Object.values(checks)) {
        expect(status).toBe('blocked');
        expect(reasons.map(({ code }) => code)).toEqual(['orders.consent-not-bound']);
      }
    }
  });

  it('covers one order alone only if it is of that order alone', () => {
    const [first] = plan.orders;
    const alone = hashOrders([first!]);
    const order = { ...first!, solicited: true, proposalHash: alone };
    const consent = { proposalHash: alone };
    expect(checkOrder(order, { ...context, consent }).status).toBe('allowed');
    expect(checkOrder(orders[0]!, agreed).reasons[0]?.code).toBe('orders.consent-not-bound');
  });

  it('covers no order that lacks what is compared', () => {
    const order = { ...buy('P03'), proposalHash };
    expect(checkOrder(order, agreed).reasons[0]?.code).toBe('orders.consent-not-bound');
  });
});

describe('a warning whose fact is not known', () => {
  const warn = compilePack(
    makePolicyPack({ id: 'house', version: '1', from: '2026-01-01', rules: ['issuer-share-warn'] }),
  );
  const withFacts = (portfolio: object = {}) =>
    checkOrder(buy('P03'), {
      ...context,
      packs: [...packs, warn],
      facts: { ...context.facts, household: { financialAssets: cny('100000') }, ...portfolio },
    } as never);

  it('does not stop an order, and is no silence either: the fact is missing', () => {
    // 20,000 of an issuer and 10,000 more of 100,000 are 30 %: the client is warned.
    expect(withFacts({ portfolio: { issuerValue: cny('20000') } }).status).toBe(
      'needs-acknowledgement',
    );
    const check = withFacts();
    expect(check.status).toBe('allowed');
    expect(check.missing.map(({ fact }) => fact)).toEqual(['portfolio.issuerValue']);
  });
});
