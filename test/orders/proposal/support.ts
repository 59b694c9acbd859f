import {
  makeProposal,
  type OrderProposal,
  type PlannedOrder,
  type ProposalConsent,
  type ProposalInput,
} from '../../../src/orders/index.js';
import { cny, planned } from '../support.js';

export const other: PlannedOrder<'CNY'> = {
  ...planned,
  ...{ id: 'plan/P06/1', product: 'P06', gross: cny('1000'), fee: cny('0'), net: cny('1000') },
};

/** Two joint owners, the second a minor for whom a parent acts. */
export const input: ProposalInput<'CNY'> = {
  id: 'PR-1',
  orders: [planned, other],
  owners: [{ id: 'C-1' }, { id: 'C-2', representatives: ['P-1', 'P-2'], onlyRepresented: true }],
  costs: { entry: '78.69', years: [1, 2] },
  documents: [{ id: 'D-1', hash: 'a'.repeat(64) }],
  evidence: [
    { id: 'record', kind: 'double-recording', orders: [other.id], owners: [], citations: [] },
    { id: 'call', kind: 'call-back', orders: [other.id], owners: ['C-2'], citations: [] },
  ],
  asOf: '2026-03-02',
  validUntil: '2026-03-09',
};

export const proposal: OrderProposal<'CNY'> = makeProposal(input);

export const consentTo = (
  { hash }: OrderProposal,
  owner: string,
  change: Partial<ProposalConsent> = {},
): ProposalConsent => ({
  ...{ proposalHash: hash, owner, on: '2026-03-03', how: 'signature', reference: `SIG-${owner}` },
  ...change,
});
