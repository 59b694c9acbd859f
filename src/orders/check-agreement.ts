import { makeReason, type Reason } from '../evidence/index.js';
import { compareMoney } from '../money/index.js';
import type { OrderFacts } from './order-facts.js';

/** Has the client agreed to exactly this, and does it need a second person? */
export function checkAgreement(facts: OrderFacts): readonly Reason[] {
  return [...checkConsent(facts), ...checkApproval(facts)];
}

function checkConsent({ order, context }: OrderFacts): readonly Reason[] {
  const { proposalHash } = order;
  if (proposalHash === undefined) return [];
  const { consent } = context;
  if (consent === null) return [makeReason('orders.consent-missing', 'block', { order: order.id })];
  if (consent.proposalHash === proposalHash) return [];
  return [makeReason('orders.consent-outdated', 'block', { order: order.id })];
}

function checkApproval({ order, context }: OrderFacts): readonly Reason[] {
  const { approvalFrom } = context;
  if (approvalFrom === undefined || compareMoney(order.gross, approvalFrom) < 0) return [];
  const { amount, currency } = order.gross;
  const parameters = { amount, from: approvalFrom.amount, currency };
  return [makeReason('orders.needs-approval', 'refer', parameters)];
}
