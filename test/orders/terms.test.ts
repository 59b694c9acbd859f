import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';
import {
  CHECK_STATUSES,
  EVIDENCE_KINDS,
  ORDER_STATES,
  ordersMessages,
} from '../../src/orders/index.js';
import { EVENT_KINDS } from '../../src/orders/life/events.js';
import { lifeMessages } from '../../src/orders/life/messages.js';
import { orderTerms } from '../../src/orders/terms.js';

/** The codes that a refused event may have; those of waiting orders are no answer to an event. */
const OF_RELEASE = [
  'orders.waits-for-proceeds',
  'orders.proceeds-unknown',
  'orders.proceeds-short',
  'orders.cash-unknown',
  'orders.money-not-there',
];
const REFUSALS = [
  ...Object.keys(lifeMessages).filter((code) => !OF_RELEASE.includes(code)),
  'orders.consent-outdated',
];
/** What an assessment may differ in from the order with which it was given. */
const COMPARED = [
  'order.amount',
  'order.side',
  'order.acquires',
  'product.issuerRisk',
  'product.sellerRisk',
];

describe('orderTerms', () => {
  it('name every word of the closed lists that a text can be filled with, and no other', () => {
    const words = [ORDER_STATES, EVENT_KINDS, CHECK_STATUSES, EVIDENCE_KINDS, REFUSALS, COMPARED];
    const keys = [...words.flat(), 'not-given'].map((word) => `orders.term.${word}`);
    expect(Object.keys(orderTerms).sort()).toEqual([...keys].sort());
    expect(checkMessages(orderTerms)).toEqual([]);
  });

  it('stand in the sentences in place of codes', () => {
    const parameters = { order: '甲', state: 'partly-filled', event: 'cancel-refused' };
    const late = makeReason('orders.event-too-late', 'block', parameters);
    expect(LOCALES.map((locale) => formatReason(ordersMessages, late, locale))).toEqual([
      '委托甲的状态为“部分成交”，不能再处理事件“撤单申请被拒”。',
      '指示甲的狀態為「部分成交」，不能再處理事件「取消申請被拒」。',
      'Order 甲 has the status “partly filled” and can no longer take the event “refusal to cancel”.',
    ]);
  });

  it('leave a bank’s own kind of evidence as it stands', () => {
    const parameters = { proposal: 'P', kind: '面谈记录', demand: 'D' };
    const missing = makeReason('orders.evidence-missing', 'require', parameters);
    expect(formatReason(ordersMessages, missing, 'zh-Hans')).toBe(
      '建议书P尚缺所需的证明资料：面谈记录（D）。',
    );
  });

  it('leave no Latin letter in a Chinese term', () => {
    for (const texts of Object.values(orderTerms)) {
      expect(`${texts['zh-Hans']}${texts['zh-Hant']}`).not.toMatch(/[A-Za-z]/);
    }
  });
});
