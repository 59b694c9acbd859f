import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES, type Reason } from '../../../src/evidence/index.js';
import {
  bindConsent,
  consentCovers,
  diffProposals,
  ordersMessages,
  type ProposalConsent,
  reviseProposal,
} from '../../../src/orders/index.js';
import { proposalMessages } from '../../../src/orders/proposal/messages.js';
import { cny, planned } from '../support.js';
import { consentTo, other, proposal } from './support.js';

const days = { asOf: '2026-03-03', validUntil: '2026-03-10' } as const;
const next = reviseProposal(proposal, {
  ...days,
  orders: [
    { ...planned, gross: cny('100'), net: cny('21.31') },
    { ...other, id: 'plan/P04/1' },
  ],
  owners: [{ id: 'C-1' }],
  documents: [],
  evidence: [],
  costs: null,
});

const reasonsOf = (
  consents: readonly ProposalConsent[],
  asOf: '2026-03-05' | '2026-03-12' = '2026-03-05',
) => bindConsent(proposal, consents, { asOf, versions: [next] }).reasons;

const bound = bindConsent(next, [consentTo(next, 'C-1')], { asOf: '2026-03-05' });

const dated = (change: object) =>
  reviseProposal(proposal, {
    ...days,
    orders: [{ ...planned, orderOn: '2026-03-03', ...change }],
    evidence: [],
    costs: null,
  });

const REASONS: readonly Reason[] = [
  ...diffProposals(proposal, next).reasons,
  ...diffProposals(dated({}), dated({ orderOn: '2026-03-04', product: 'P04', day: 1 })).reasons,
  ...diffProposals(dated({}), dated({ funding: 'OTHER' })).reasons,
  ...reasonsOf([consentTo(next, 'C-1'), consentTo(proposal, 'C-9')]),
  ...reasonsOf([consentTo({ ...next, hash: 'f'.repeat(64) }, 'C-1')], '2026-03-12'),
  ...reasonsOf([consentTo(proposal, 'C-1', { by: 'P-9' }), consentTo(proposal, 'C-2')]),
  ...reasonsOf([consentTo(proposal, 'C-1', { on: '2026-03-01' })]),
  ...reasonsOf([consentTo(proposal, 'C-1', { on: '2026-03-06' })]),
  ...reasonsOf([consentTo(proposal, 'C-1', { on: '2026-03-10' })], '2026-03-12'),
  ...(bound.status === 'bound' ? [planned, { ...planned, id: 'x' }] : []).flatMap((order) => {
    const cover = bound.status === 'bound' ? consentCovers(bound.consent, order) : undefined;
    return cover?.status === 'not-covered' ? cover.reasons : [];
  }),
];

describe('the reasons of proposals and consents', () => {
  it('have a text each, and no text is left over', () => {
    const codes = [...new Set(REASONS.map(({ code }) => code))];
    expect(codes.sort()).toEqual(Object.keys(proposalMessages).sort());
  });

  it('fill every text', () => {
    for (const reason of REASONS) {
      for (const locale of LOCALES) {
        expect(formatReason(ordersMessages, reason, locale)).not.toMatch(/[{}]/);
      }
    }
  });

  it('read well', () => {
    const [missing] = reasonsOf([]);
    expect(formatReason(ordersMessages, missing!, 'en')).toBe(
      'Proposal PR-1 still needs the consent of C-1; every owner of a joint account must agree.',
    );
    const texts = diffProposals(proposal, next).reasons.map((one) =>
      formatReason(ordersMessages, one, 'zh-Hans'),
    );
    expect(texts[0]).toBe(
      '委托plan/P03/1（P03）的金额有变更：原为131,225.00 CNY，现为100.00 CNY。',
    );
  });
});
