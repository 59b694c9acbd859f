import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES, type Reason } from '../../../src/evidence/index.js';
import {
  advanceOrder,
  checkRelease,
  draftOrder,
  foldOrder,
  type Order,
  type OrderEvent,
  ordersMessages,
} from '../../../src/orders/index.js';
import { lifeMessages } from '../../../src/orders/life/messages.js';
import { accepted, advanced, cny, draft, event, planned, upToAccepted } from '../support.js';

const reasonOf = (order: Order<'CNY'>, one: OrderEvent<'CNY'>): readonly Reason[] => {
  const step = advanceOrder(order, one);
  return step.status === 'illegal' ? [step.reason] : [];
};
const fill = (id: string, amount: string, rest = {}) =>
  event(id, { kind: 'fill', amount: cny(amount), ...rest });

const bound = draftOrder(planned, { proposalHash: 'h' });
const checked = advanced(bound, [event('e1', { kind: 'check', status: 'allowed' })]);
const confirmed = advanced(draft, upToAccepted(draft).slice(0, 2));
const inUnits = draftOrder({ ...planned, units: '10' });
const takenInUnits = advanced(inUnits, upToAccepted(inUnits));
const filled = advanced(accepted, [fill('f1', '131225')]);
const partly = advanced(accepted, [fill('f1', '5'), event('r1', { kind: 'cancel-request' })]);
const sale = draftOrder({ ...planned, id: 'sale', side: 'sell' });
const sold = advanced(sale, [
  ...upToAccepted(sale),
  fill('f1', '5'),
  event('x', { kind: 'cancel' }),
]);
const purchase = { ...planned, after: ['sale'] };
const settled = (fee: object) =>
  advanced(advanced(sale, [...upToAccepted(sale), fill('f1', '5', fee)]), [
    event('x', { kind: 'cancel' }),
    event('s', { kind: 'settle' }),
  ]);

const REASONS: readonly Reason[] = [
  ...reasonOf(draft, event('x', { kind: 'check', status: 'blocked' })),
  ...reasonOf(confirmed, event('x', { kind: 'submit', idempotencyKey: 'k' })),
  ...reasonOf(checked, event('x', { kind: 'confirm' })),
  ...reasonOf(advanced(draft, [event('c', { kind: 'cancel' })]), event('x', { kind: 'settle' })),
  ...reasonOf(accepted, event('x', { kind: 'check', status: 'allowed' })),
  ...reasonOf(accepted, event('x', { kind: 'settle' })),
  ...reasonOf(accepted, fill('x', '200000')),
  ...reasonOf(accepted, event('x', { kind: 'submit', idempotencyKey: 'k' })),
  ...reasonOf(accepted, event('e1', { kind: 'accept' })),
  ...reasonOf(takenInUnits, fill('x', '5', { units: '11' })),
  ...reasonOf(takenInUnits, fill('x', '5', { units: '1', price: '9', fee: cny('0') })),
  ...reasonOf(filled, event('x', { kind: 'settle', amount: cny('1') })),
  ...reasonOf(
    advanced(accepted, [fill('f1', '131225', { tradeDate: '2026-03-03' })]),
    event('x', { kind: 'settle', settledOn: '2026-03-02' }),
  ),
  ...reasonOf({ ...accepted, orderOn: '2026-03-02' }, fill('x', '5', { tradeDate: '2026-02-27' })),
  ...reasonOf(partly, event('r2', { kind: 'cancel-request' })),
  ...reasonOf(partly, event('x', { kind: 'bust', fill: 'e1' })),
  ...reasonOf(
    advanced(partly, [event('b', { kind: 'bust', fill: 'f1' })]),
    event('x', { kind: 'bust', fill: 'f1' }),
  ),
  ...foldOrder(filled, [event('x', { kind: 'cancel' })]).waiting.map(({ reason }) => reason),
  ...[sold, settled({}), settled({ fee: cny('1') })].flatMap(
    (order) => checkRelease(purchase, [order]).reasons,
  ),
  ...checkRelease({ ...purchase, gross: cny('100') }, [settled({ fee: cny('1') })]).reasons,
  ...checkRelease(planned, [], { available: cny('1') }).reasons,
];

describe('the reasons of an order’s life', () => {
  it('have a text each, and no text is left over', () => {
    const codes = [...new Set(REASONS.map(({ code }) => code))];
    // The checks say this too, so its text stands with theirs.
    const shared = 'orders.consent-outdated';
    expect(codes.sort()).toEqual([...Object.keys(lifeMessages), shared].sort());
  });

  it('fill every text', () => {
    for (const reason of REASONS) {
      for (const locale of LOCALES) {
        expect(formatReason(ordersMessages, reason, locale)).not.toMatch(/[{}]/);
      }
    }
  });
});
