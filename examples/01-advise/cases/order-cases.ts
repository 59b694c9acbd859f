import { addDays } from 'aptfolio/dates';
import {
  advanceOrder,
  bindConsent,
  draftOrder,
  makeProposal,
  type NotifiableChange,
  notificationsOf,
  replayOrder,
  reviseProposal,
} from 'aptfolio/orders';
import { lifeOf } from '../order-life.js';
import { type Case, caseResult } from './case.js';
import { noticePolicy } from './notice.js';

/** A10: a product is suspended while its order is on the way. */
export const suspendedOnTheWay: Case = ({ inputs, outcome, universe }) => {
  const { asOf, channel } = inputs;
  const { id: owner } = inputs.request.view.client;
  const { orders } = outcome.orders;
  const days = { asOf, validUntil: addDays(asOf, 7) };
  const proposal = makeProposal({ id: 'PR-1', orders, owners: [{ id: owner }], ...days });
  const signature = {
    ...{ proposalHash: proposal.hash, owner, on: asOf, reference: 'SIG-1' },
    how: 'signature' as const,
  };

  const planned = orders.find(({ product }) => product === 'P06')!;
  const draft = draftOrder(planned, { proposalHash: proposal.hash });
  const { order } = replayOrder(draft, lifeOf(draft, proposal.hash).slice(0, 5));
  const reject = {
    ...{ id: `${order.id}/reject`, at: '2026-03-02T10:30:00+08:00', kind: 'reject' as const },
    reasonCode: 'selection.subscription-suspended',
  };
  const rejected = advanceOrder(order, reject);

  const substituted = orders.map((one) =>
    one === planned ? { ...one, product: 'P04', id: 'plan/P04/1' } : one,
  );
  const revised = reviseProposal(proposal, { orders: substituted, ...days });
  const consent = bindConsent(revised, [signature], { asOf, versions: [proposal] });
  const changes: readonly NotifiableChange[] = [
    { kind: 'order-event', step: rejected, event: reject },
    { kind: 'consent-needed', id: `PR-1/${revised.version}`, proposal: revised },
  ];
  const names = { P06: universe.byId.P06!.name };
  return caseResult(
    'A10',
    {
      state: rejected.order.state,
      changed: revised.hash !== proposal.hash,
      consent: consent.status,
    },
    consent.reasons,
    {
      notices: changes
        .flatMap((change) =>
          notificationsOf(change, noticePolicy(channel), { client: owner, names }),
        )
        .map(({ because, ...notice }) => ({ ...notice, because: [because], citations: [] })),
    },
  );
};
