import { renamePaths } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type BoundConsent, CONSENT_FORMAT } from '../proposal/consent.js';
import { consentCovers } from '../proposal/consent-covers.js';
import { type Finding, fixed } from './finding.js';
import type { OrderFacts } from './order-facts.js';
import { isPlanned } from './plan-hash.js';

/** Has everybody agreed to exactly this? */
export function checkAgreement(facts: OrderFacts): readonly Finding[] {
  return [...checkConsent(facts), ...checkOwners(facts)].map(fixed);
}

function checkConsent({ order, context, planHash }: OrderFacts): readonly Reason[] {
  const { proposalHash, id } = order;
  const { consent } = context;
  if (proposalHash === undefined) {
    // Consent to a proposal says nothing of an order that does not say to which it belongs.
    if (consent === null) return [];
    return [makeReason('orders.consent-without-hash', 'block', { order: id })];
  }
  if (consent === null) return [makeReason('orders.consent-missing', 'block', { order: id })];
  if (consent.proposalHash !== proposalHash) {
    return [makeReason('orders.consent-outdated', 'block', { order: id })];
  }
  if (!isBound(consent)) {
    // A hash alone covers the very list of orders of which it is, and no order that it cannot be compared with.
    if (planHash() === proposalHash) return [];
    return [makeReason('orders.consent-not-bound', 'block', { order: id })];
  }
  if (!isPlanned(order)) return [makeReason('orders.consent-not-compared', 'block', { order: id })];
  const names = { subject: 'order', consent: 'context.consent' };
  const cover = renamePaths(names, () => consentCovers(consent, order));
  return cover.status === 'covered' ? [] : cover.reasons;
}

/** Each owner of a joint account must have agreed; one alone agrees by ordering, unless there is a proposal. */
function checkOwners({ order, context }: OrderFacts): readonly Reason[] {
  const { owners = [] } = context.account;
  if (owners.length < 2) return [];
  const { consent } = context;
  const covered = consent !== null && consent.proposalHash === order.proposalHash;
  const agreed = covered && isBound(consent) ? consent.consents.map(({ owner }) => owner) : [];
  return [...owners]
    .sort()
    .filter((owner) => !agreed.includes(owner))
    .map((owner) => makeReason('orders.owner-has-not-agreed', 'block', { order: order.id, owner }));
}

/** Whether a consent is one that `bindConsent` has bound, and no bare hash. */
export function isBound(
  consent: NonNullable<OrderFacts['context']['consent']>,
): consent is BoundConsent {
  return 'format' in consent && consent.format === CONSENT_FORMAT;
}
