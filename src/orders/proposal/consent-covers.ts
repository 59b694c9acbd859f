import { AptfolioError, checkObject } from '../../errors/index.js';
import { makeReason, type Reason, sha256 } from '../../evidence/index.js';
import type { Order, PlannedOrder } from '../life/order.js';
import { readPlannedOrder } from '../life/read-planned.js';
import type { BoundConsent } from './consent.js';
import type { OrderProposal } from './proposal.js';
import { checkUnaltered } from './verify-proposals.js';

/** Whether the client has agreed to exactly this. */
export type ConsentCover =
  | { readonly status: 'covered' }
  | { readonly status: 'not-covered'; readonly reasons: readonly Reason[] };

/**
 * Tells whether a consent that was bound covers a version of a proposal, or an order: one of the orders that were agreed to, not a
 * cent and, where they have days, not a day different, and bound to the same proposal if it is bound to one.
 *
 * @throws AptfolioError `invalid-record` for a consent or proposal that was altered; for a malformed order, with the path.
 *
 * @example
 * ```ts
 * import { bindConsent, consentCovers, draftOrder, makeProposal } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const planned = {
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * } as const;
 * const days = { asOf: '2026-03-02', validUntil: '2026-03-09' } as const;
 * const proposal = makeProposal({ id: 'PR-1', orders: [planned], owners: [{ id: 'C-1' }], ...days });
 * const bound = bindConsent(proposal, [{
 *   proposalHash: proposal.hash, owner: 'C-1', on: '2026-03-02', how: 'click', reference: 'LOG-1',
 * }], { asOf: '2026-03-02' });
 * const order = draftOrder(planned, { proposalHash: proposal.hash });
 * consentCovers(bound.consent, order); // => { status: 'covered' }
 * const dearer = { ...order, fee: cny('0.07'), net: cny('99.93') };
 * consentCovers(bound.consent, dearer).reasons[0].code; // => 'orders.consent-order-changed'
 * ```
 */
export function consentCovers(
  consent: BoundConsent,
  subject: OrderProposal | PlannedOrder | Order,
): ConsentCover {
  checkSealed(consent);
  checkObject(subject, 'subject');
  if ('orders' in subject) {
    checkUnaltered(subject, 'subject');
    return subject.hash === consent.proposalHash ? COVERED : outdated(subject.id);
  }
  const order = readPlannedOrder(subject, 'subject');
  const proposalHash = 'proposalHash' in subject ? subject.proposalHash : undefined;
  if (proposalHash !== undefined && proposalHash !== consent.proposalHash)
    return outdated(order.id);
  if (!Object.hasOwn(consent.orders, order.id))
    return notCovered('orders.consent-order-unknown', order.id);
  if (consent.orders[order.id] === sha256(order)) return COVERED;
  return notCovered('orders.consent-order-changed', order.id);
}

const COVERED: ConsentCover = Object.freeze({ status: 'covered' });

function outdated(order: string): ConsentCover {
  return notCovered('orders.consent-outdated', order);
}

function notCovered(code: string, order: string): ConsentCover {
  const reasons = Object.freeze([makeReason(code, 'block', { order })]);
  return Object.freeze({ status: 'not-covered', reasons });
}

function checkSealed(consent: BoundConsent): void {
  checkObject(consent, 'consent');
  const { hash, ...content } = consent;
  const expected = sha256(content, 'consent');
  if (hash === expected) return;
  throw new AptfolioError('invalid-record', 'consent', `content with the hash ${expected}`);
}
