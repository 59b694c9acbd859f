import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, type Reason } from '../../src/evidence/index.js';
import { checkOrder, type OrderCheck, ordersMessages, planOrders } from '../../src/orders/index.js';
import { lifeMessages } from '../../src/orders/life/messages.js';
import { notificationMessages } from '../../src/orders/notifications/messages.js';
import { proposalMessages } from '../../src/orders/proposal/messages.js';
import { buy, change, cny, context, request, universeWith } from './support.js';

/** What a client reads of a check. */
const read = (check: OrderCheck, locale: (typeof LOCALES)[number]) =>
  check.reasons.map((reason) => formatReason(ordersMessages, reason, locale));

describe('ordersMessages', () => {
  it('have a text in three languages with the same placeholders', () => {
    expect(checkMessages(ordersMessages)).toEqual([]);
  });

  it('read well', () => {
    const late = { ...context, asOf: '2027-03-03' } as const;
    expect(read(checkOrder(buy('P05'), late), 'en')).toEqual([
      'Your risk assessment of 2026-03-02 was valid through 2027-03-02. Please renew it before buying; redemptions and switches to lower risk remain open to you.',
      'P05 is rated R4, above your risk level C3. We cannot accept a purchase.',
    ]);
    expect(read(checkOrder(buy('P07', '999.5'), context), 'zh-Hans')).toEqual([
      'P07：金额999.5 CNY低于起购金额1,000 CNY。',
    ]);
    expect(read(checkOrder(buy('P03', '400000'), context), 'zh-Hant')).toEqual([
      '可用資金341,262 CNY不足以支付400,000 CNY。',
    ]);
  });

  it('stand for every reason that checks and plans give, and for no other', () => {
    const reasons = [...reasonsOfChecks(), ...reasonsOfPlans()];
    const codes = [...new Set(reasons.map(({ code }) => code))];
    // Those of an order's life, of proposals and of notifications are tested in their folders.
    const elsewhere = { ...lifeMessages, ...proposalMessages, ...notificationMessages };
    const own = Object.keys(ordersMessages).filter((code) => !(code in elsewhere));
    expect(codes.sort()).toEqual(own.sort());
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(ordersMessages, reason, locale)).not.toMatch(/[{}]/);
      }
    }
  });
});

function reasonsOfChecks(): readonly Reason[] {
  const expired = { ...context, asOf: '2027-03-03' } as const;
  const csrc = { ...context, mayInsistOn: ['P05'], holdings: { P05: cny('1'), P07: cny('1') } };
  const outside = { ...csrc, client: { ...context.client, lowestCategory: false } };
  const frozen = universeWith('P07', { status: 'redemption-suspended' });
  const bound = { ...buy('P09', '10500'), proposalHash: 'h' };
  const same = { ...buy('P03'), id: 'first' };
  return [
    checkOrder(change('P07', 'P03'), expired),
    checkOrder(buy('P05'), { ...expired, holdings: { P05: cny('1') } }),
    checkOrder(buy('P05'), csrc),
    checkOrder(buy('P05'), outside),
    checkOrder({ ...buy('P05'), solicited: false }, outside),
    checkOrder(change('P07', 'P03'), { ...csrc, universe: frozen }),
    checkOrder(buy('P07', '1'), { ...csrc, universe: frozen, available: cny('0') }),
    checkOrder(bound, { ...context, moneyNeededOn: '2026-04-01' }),
    checkOrder(bound, { ...context, consent: { proposalHash: 'h0' } }),
    checkOrder(same, { ...context, openOrders: [same], approvalFrom: cny('1') }),
    checkOrder(buy('P03'), { ...context, openOrders: [same] }),
  ].flatMap((check) => check.reasons);
}

function reasonsOfPlans(): readonly Reason[] {
  const plans = [
    { amount: cny('100') },
    { dailyLimits: { P07: '10' } },
    { universe: universeWith('P03', { minimumPurchase: '10.50', step: '1' }) },
    { weights: { P07: 1 }, residualProduct: 'P07', amount: cny('5') },
  ].map((asked) => planOrders({ ...request, ...asked }));
  return plans.flatMap((plan) => [
    ...plan.notOrdered.flatMap((one) => one.reasons),
    ...(plan.status === 'not-possible' ? plan.reasons : []),
  ]);
}
