import { makeReason } from '../../evidence/index.js';
import { type Finding, fixed } from './finding.js';
import type { OrderFacts } from './order-facts.js';

/** Does the account let its owners do this at all? */
export function checkAccount({ context, acquires }: OrderFacts): readonly Finding[] {
  const { status } = context.account;
  if (status === 'active' || (status === 'no-purchases' && acquires === undefined)) return [];
  const code =
    status === 'no-purchases' ? 'orders.account-no-purchases' : `orders.account-${status}`;
  return [fixed(makeReason(code, 'block'))];
}
