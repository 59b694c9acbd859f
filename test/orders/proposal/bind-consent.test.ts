import { describe, expect, it } from 'vitest';
import {
  advanceOrder,
  type BindConsentOptions,
  type BoundConsent,
  bindConsent,
  checkOrder,
  consentCovers,
  draftOrder,
  type EvidenceItem,
  makeProposal,
  type ProposalConsent,
  reviseProposal,
} from '../../../src/orders/index.js';
import {
  advanced,
  cny,
  context,
  event,
  expectRefusal,
  isDeeplyFrozen,
  planned,
  wrong,
} from '../support.js';
import { consentTo, input, other, proposal } from './support.js';

const item = (demand: string, change: Partial<EvidenceItem> = {}): EvidenceItem => ({
  ...{ demand, proposalHash: proposal.hash, on: '2026-03-03', reference: `E-${demand}` },
  ...change,
});
const evidence = [item('record'), item('call', { owner: 'C-2' })];
const options: BindConsentOptions = { asOf: '2026-03-05', evidence };
const both = [consentTo(proposal, 'C-1'), consentTo(proposal, 'C-2', { by: 'P-1' })];

const outcomeOf = (
  consents: readonly ProposalConsent[],
  change: Partial<BindConsentOptions> = {},
) => {
  const outcome = bindConsent(proposal, consents, { ...options, ...change });
  return { status: outcome.status, codes: outcome.reasons.map(({ code }) => code) };
};

function bound(): BoundConsent {
  const outcome = bindConsent(proposal, both, options);
  if (outcome.status !== 'bound') throw new Error(outcome.status);
  return outcome.consent;
}

describe('the consent of all owners', () => {
  it('is bound to the version, with each order, by whom, when and how', () => {
    const consent = bound();
    expect(consent).toMatchObject({
      ...{ format: 'aptfolio-consent/1', proposal: 'PR-1', version: 1, on: '2026-03-03' },
      ...{ proposalHash: proposal.hash, consents: both },
      evidence: [evidence[1], evidence[0]],
    });
    expect(Object.keys(consent.orders)).toEqual([planned.id, other.id]);
    expect(isDeeplyFrozen(consent)).toBe(true);
  });

  it('is the same in whatever order it comes, and the first of several counts', () => {
    const again = consentTo(proposal, 'C-1', { on: '2026-03-04', reference: 'SIG-2' });
    const turned = bindConsent(proposal, [again, ...both].reverse(), {
      ...options,
      evidence: [...evidence].reverse(),
    });
    expect(turned).toEqual(bindConsent(proposal, both, options));
  });

  it('is incomplete while one owner is missing, whoever it is', () => {
    const alone = bindConsent(proposal, [both[0]!], options);
    expect(alone).toMatchObject({
      ...{ status: 'incomplete', missingOwners: ['C-2'], missingEvidence: [] },
      reasons: [{ code: 'orders.consent-of-owner-missing', parameters: { owner: 'C-2' } }],
    });
    expect(bindConsent(proposal, [both[1]!], options)).toMatchObject({ missingOwners: ['C-1'] });
    expect(bindConsent(proposal, [], options)).toMatchObject({ missingOwners: ['C-1', 'C-2'] });
  });

  it('does not count from a minor, nor from somebody who is not entitled', () => {
    const itself = consentTo(proposal, 'C-2');
    expect(outcomeOf([both[0]!, itself])).toEqual({
      ...{ status: 'refused', codes: ['orders.consent-needs-representative'] },
    });
    const stranger = { ...itself, by: 'P-9' };
    expect(outcomeOf([both[0]!, stranger])).toEqual({
      ...{ status: 'refused', codes: ['orders.consent-not-entitled'] },
    });
    expect(outcomeOf([both[0]!, consentTo(proposal, 'C-9', { by: 'P-1' })])).toEqual({
      status: 'refused',
      codes: ['orders.consent-of-owner-missing', 'orders.consent-unknown-owner'],
    });
    // One that counts is enough.
    expect(outcomeOf([...both, itself, stranger]).status).toBe('bound');
  });
});

describe('the days of a consent', () => {
  const first = (on: ProposalConsent['on']) => [consentTo(proposal, 'C-1', { on }), both[1]!];

  it('are from that of the proposal to its last, both included', () => {
    expect(outcomeOf(first('2026-03-02')).status).toBe('bound');
    expect(outcomeOf(first('2026-03-09'), { asOf: '2026-03-09' }).status).toBe('bound');
    expect(outcomeOf(first('2026-03-01'))).toEqual({
      ...{ status: 'refused', codes: ['orders.consent-before-proposal'] },
    });
    expect(outcomeOf(first('2026-03-10'), { asOf: '2026-03-10' })).toEqual({
      ...{ status: 'expired', codes: ['orders.consent-after-expiry'] },
    });
    expect(outcomeOf(first('2026-03-06'))).toEqual({
      ...{ status: 'refused', codes: ['orders.consent-after-decision'] },
    });
  });

  it('let consent given in time stand when the last has passed, and nobody agree any more', () => {
    expect(outcomeOf(both, { asOf: '2026-04-01' }).status).toBe('bound');
    expect(outcomeOf([both[0]!], { asOf: '2026-03-10' })).toEqual({
      ...{ status: 'expired', codes: ['orders.proposal-expired'] },
    });
  });
});

describe('consent to another version', () => {
  const orders = [planned, { ...other, id: 'plan/P04/1', product: 'P04' }];
  const days = { asOf: '2026-03-03', validUntil: '2026-03-10' } as const;
  const second = reviseProposal(proposal, { orders, costs: null, evidence: [], ...days });
  const old = both.map((one) => ({ ...one, on: '2026-03-03' as const }));

  it('is refused, with what changed since', () => {
    const outcome = bindConsent(second, old, { asOf: '2026-03-05', versions: [proposal] });
    expect(outcome).toMatchObject({ status: 'other-version', missingOwners: ['C-1', 'C-2'] });
    if (outcome.status === 'bound') throw new Error('bound');
    expect(outcome.difference?.orders.map(({ id, change }) => [id, change])).toEqual([
      ['plan/P04/1', 'added'],
      ['plan/P06/1', 'removed'],
    ]);
    expect(outcome.reasons[0]).toMatchObject({
      code: 'orders.consent-to-version',
      parameters: { owner: 'C-1', given: 1, version: 2 },
    });
  });

  it('is refused without the difference where the version is not known', () => {
    const outcome = bindConsent(second, old, { asOf: '2026-03-05' });
    expect(outcome.status).toBe('other-version');
    expect('difference' in outcome).toBe(false);
    expect(outcome.reasons.map(({ code }) => code)).toEqual([
      ...['orders.consent-to-unknown', 'orders.consent-to-unknown'],
    ]);
  });

  it('does not harm once there is one to this version', () => {
    const fresh = [consentTo(second, 'C-1'), consentTo(second, 'C-2', { by: 'P-2' })];
    expect(bindConsent(second, [...old, ...fresh], { asOf: '2026-03-05' }).status).toBe('bound');
  });

  it('does not count as evidence either', () => {
    const third = reviseProposal(proposal, days);
    const fresh = [consentTo(third, 'C-1'), consentTo(third, 'C-2', { by: 'P-2' })];
    expect(bindConsent(third, fresh, options)).toMatchObject({
      ...{ status: 'incomplete', missingOwners: [] },
      missingEvidence: [
        { demand: 'call', kind: 'call-back', owner: 'C-2' },
        { demand: 'record', kind: 'double-recording' },
      ],
    });
  });
});

describe('the evidence', () => {
  it.each([
    ['is not there', [], ['orders.evidence-missing-of', 'orders.evidence-missing']],
    [
      'is of another owner',
      [item('record'), item('call', { owner: 'C-1' })],
      ['orders.evidence-missing-of'],
    ],
    [
      'is of a day to come',
      [item('record', { on: '2026-03-06' }), evidence[1]!],
      ['orders.evidence-missing'],
    ],
    [
      'is from before the proposal',
      [item('record', { on: '2026-03-01' }), evidence[1]!],
      ['orders.evidence-missing'],
    ],
    ['meets another demand', [item('other'), evidence[1]!], ['orders.evidence-missing']],
  ] as const)('is missing when it %s', (_, given, codes) => {
    expect(outcomeOf(both, { evidence: given })).toEqual({ status: 'incomplete', codes });
  });
});

describe('consentCovers', () => {
  const consent = bound();
  const order = draftOrder(planned, { proposalHash: proposal.hash });
  const codeOf = (subject: Parameters<typeof consentCovers>[1]) => {
    const cover = consentCovers(consent, subject);
    return cover.status === 'covered' ? 'covered' : cover.reasons[0]?.code;
  };

  it('is of this version and its orders, at any point of their life', () => {
    expect(codeOf(proposal)).toBe('covered');
    expect(codeOf(planned)).toBe('covered');
    expect(codeOf(order)).toBe('covered');
    const checked = advanced(order, [event('e1', { kind: 'check', status: 'allowed' })]);
    expect(codeOf(JSON.parse(JSON.stringify(checked)))).toBe('covered');
  });

  it('is of nothing else, not by a cent', () => {
    const next = reviseProposal(proposal, { asOf: '2026-03-03', validUntil: '2026-03-10' });
    expect(codeOf(next)).toBe('orders.consent-outdated');
    expect(codeOf(draftOrder(planned, { proposalHash: next.hash }))).toBe(
      'orders.consent-outdated',
    );
    expect(codeOf({ ...planned, id: 'plan/P05/1' })).toBe('orders.consent-order-unknown');
    const dearer = { ...planned, gross: cny('131225.01'), fee: cny('78.70') };
    expect(codeOf(dearer)).toBe('orders.consent-order-changed');
    expect(codeOf({ ...planned, orderOn: '2026-04-03' })).toBe('orders.consent-order-changed');
  });

  it('is of an order on its days, and of no other days', () => {
    const days = { orderOn: '2026-03-03', dealsOn: '2026-03-03', settlesOn: '2026-03-04' } as const;
    const dated = makeProposal({ ...input, orders: [{ ...planned, ...days }, other] });
    const consents = ['C-1', 'C-2'].map((owner) =>
      consentTo(dated, owner, owner === 'C-2' ? { by: 'P-1' } : {}),
    );
    const filed = evidence.map((one) => ({ ...one, proposalHash: dated.hash }));
    const outcome = bindConsent(dated, consents, { asOf: '2026-03-05', evidence: filed });
    if (outcome.status !== 'bound') throw new Error(outcome.status);
    const statusOf = (change: object) =>
      consentCovers(outcome.consent, { ...planned, ...days, ...change }).status;
    expect(statusOf({})).toBe('covered');
    for (const change of [
      { orderOn: '2026-03-02' },
      { dealsOn: '2026-03-04' },
      { settlesOn: '2026-03-05' },
      { settlesOn: undefined },
    ]) {
      expect(statusOf(change)).toBe('not-covered');
    }
  });

  it('fits the check and the life of an order', () => {
    const base = { ...context, consent };
    const reasons = checkOrder(order, base).reasons.map(({ code }) => code);
    expect(reasons.filter((code) => code.startsWith('orders.consent'))).toEqual([]);
    const checked = advanced(order, [event('e1', { kind: 'check', status: 'allowed' })]);
    const { proposalHash } = consent;
    expect(advanceOrder(checked, event('e2', { kind: 'confirm', proposalHash })).status).toBe(
      'advanced',
    );
  });

  it('names the order where the check finds that its amounts do not add up', () => {
    const given = { ...order, net: cny('1') };
    expectRefusal(() => checkOrder(given, { ...context, consent }), 'inconsistent', 'order.net');
  });

  it('is not of a consent that was altered', () => {
    const altered = { ...consent, on: '2026-03-02' } as const;
    expectRefusal(() => consentCovers(altered, order), 'invalid-record', 'consent');
    expectRefusal(() => consentCovers(wrong(null), order), 'missing-value', 'consent');
    expectRefusal(() => consentCovers(consent, wrong(null)), 'missing-value', 'subject');
  });
});

describe('bindConsent', () => {
  const good = consentTo(proposal, 'C-1');

  it.each([
    ['no proposal', null, [], {}, 'missing-value', 'proposal'],
    [
      'an altered proposal',
      { ...proposal, owners: [{ id: 'C-1' }] },
      [],
      {},
      'invalid-record',
      'proposal',
    ],
    ['no list', proposal, null, {}, 'missing-value', 'consents'],
    [
      'a consent to no hash',
      proposal,
      [{ ...good, proposalHash: 'h' }],
      {},
      'invalid-format',
      'consents[0].proposalHash',
    ],
    [
      'an unknown manner',
      proposal,
      [{ ...good, how: 'nod' }],
      {},
      'unknown-value',
      'consents[0].how',
    ],
    [
      'a consent without its evidence',
      proposal,
      [{ ...good, reference: '' }],
      {},
      'empty',
      'consents[0].reference',
    ],
    [
      'a consent of nobody',
      proposal,
      [{ ...good, owner: undefined }],
      {},
      'missing-value',
      'consents[0].owner',
    ],
    [
      'a day that does not exist',
      proposal,
      [{ ...good, on: '2026-02-30' }],
      {},
      'invalid-date',
      'consents[0].on',
    ],
    ['no day of decision', proposal, [good], { asOf: undefined }, 'missing-value', 'options.asOf'],
    [
      'evidence of nothing',
      proposal,
      [good],
      { evidence: [{}] },
      'missing-value',
      'options.evidence[0].demand',
    ],
    [
      'an altered version',
      proposal,
      [good],
      { versions: [{ ...proposal, version: 9 }] },
      'invalid-record',
      'options.versions[0]',
    ],
  ] as const)('refuses %s', (_, given, consents, change, code, path) => {
    const run = () => bindConsent(wrong(given), wrong(consents), wrong({ ...options, ...change }));
    expectRefusal(run, code, path);
  });
});
