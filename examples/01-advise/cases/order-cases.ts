import { money } from 'aptfolio/money';
import { advanceOrder, draftOrder, hashOrders, planOrders, replayOrder } from 'aptfolio/orders';
import { lifeOf } from '../order-life.js';
import { type Case, type CaseContext, caseResult } from './case.js';

/** A10: a product is suspended while its order is on the way. */
export const suspendedOnTheWay: Case = ({ outcome }) => {
  const planned = outcome.orders.orders.find(({ product }) => product === 'P06')!;
  const draft = draftOrder(planned, { proposalHash: outcome.proposalHash });
  const events = lifeOf(draft, outcome.proposalHash).slice(0, 5);
  const { order } = replayOrder(draft, events);
  const rejected = advanceOrder(order, {
    ...{ id: `${order.id}/reject`, at: '2026-03-02T10:30:00+08:00', kind: 'reject' },
    reasonCode: 'selection.subscription-suspended',
  } as const);
  const substituted = outcome.orders.orders.map((one) =>
    one === planned ? { ...one, product: 'P04', id: 'plan/P04/1' } : one,
  );
  const hash = hashOrders(substituted);
  const substitute = substituted.find(({ product }) => product === 'P04')!;
  const again = replayOrder(draftOrder(substitute, { proposalHash: hash }), [
    { id: 'check', at: '2026-03-02T10:40:00+08:00', kind: 'check', status: 'allowed' },
    {
      ...{ id: 'confirm', at: '2026-03-02T10:41:00+08:00', kind: 'confirm' },
      proposalHash: outcome.proposalHash,
    } as const,
  ]);
  const last = again.steps[1]!;
  return caseResult(
    'A10',
    {
      state: rejected.order.state,
      changed: hash !== outcome.proposalHash,
      consent: last.status,
    },
    last.status === 'illegal' ? [last.reason] : [],
  );
};

/** A9, the part of the orders: daily limits slice what is large. */
export function slices({ universe, outcome }: CaseContext): number {
  const plan = planOrders({
    amount: money('CNY', '50000000.00'),
    weights: outcome.selection.weights,
    universe,
    residualProduct: 'P01',
    amountStep: '1',
    funding: 'DEMAND_CNY',
    dailyLimits: { P07: '5000000' },
  });
  if (plan.status !== 'planned') return 0;
  return plan.orders.filter(({ product }) => product === 'P07').length;
}
