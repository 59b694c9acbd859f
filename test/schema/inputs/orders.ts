import { NOTIFICATION_TOPICS, type NotificationTopic } from 'aptfolio/orders';
import {
  parseBoundConsent,
  parseEvidenceItems,
  parseEvidenceRules,
  parseNotificationPolicy,
  parseOrderProposal,
  parseProposalConsents,
  parseProposalInput,
  parseProposalRevision,
  safeParseBoundConsent,
  safeParseEvidenceItems,
  safeParseEvidenceRules,
  safeParseNotificationPolicy,
  safeParseOrderProposal,
  safeParseProposalConsents,
  safeParseProposalInput,
  safeParseProposalRevision,
} from 'aptfolio/schema';
import { fault, type Input, input } from './input.js';

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
const hash = 'a'.repeat(64);

const content = {
  orders: [
    {
      id: 'plan/P01/1',
      product: 'P01',
      side: 'buy',
      gross: cny('100.00'),
      fee: cny('0.06'),
      net: cny('99.94'),
      day: 0,
      funding: 'CURRENT',
      units: '80.1234',
      after: ['plan/P02/1'],
      replaces: 'plan/P01/0',
      orderOn: '2026-03-02',
      dealsOn: '2026-03-02',
      settlesOn: '2026-03-03',
    },
  ],
  owners: [{ id: 'C-1', representatives: ['P-1'], onlyRepresented: true }],
  costs: { entry: '0.06' },
  documents: [{ id: 'D-1', hash }],
  evidence: [
    {
      id: 'high-risk',
      kind: 'double-recording',
      orders: ['plan/P01/1'],
      owners: ['C-1'],
      citations: [
        {
          instrument: 'Sales policy',
          article: '3',
          address: 'https://bank.example/policy',
          verified: true,
          inForceFrom: '2026-01-01',
        },
      ],
    },
  ],
  asOf: '2026-03-02',
  validUntil: '2026-03-09',
} as const;

const consent = {
  proposalHash: hash,
  owner: 'C-1',
  by: 'P-1',
  on: '2026-03-02',
  how: 'signature',
  reference: 'SIG-1',
} as const;

const item = {
  demand: 'high-risk',
  proposalHash: hash,
  owner: 'C-1',
  on: '2026-03-02',
  reference: 'REC-1',
} as const;

const route = { channel: 'app', urgency: 'normal' } as const;
const routes = { client: route, adviser: route, operations: route };
const policy = Object.fromEntries(NOTIFICATION_TOPICS.map((topic) => [topic, routes])) as Record<
  NotificationTopic,
  typeof routes
>;

export const ORDERS: Readonly<Record<string, Input>> = {
  'proposal-input': input(
    parseProposalInput,
    safeParseProposalInput,
    [{ id: 'PR-1', ...content, version: 2, supersedes: hash }],
    [
      fault(['orders', 0, 'net'], undefined, 'missing-value', 'input.orders[0].net'),
      fault(['owners'], [], 'empty', 'input.owners'),
      fault(['documents', 0, 'hash'], 'x', 'invalid-format', 'input.documents[0].hash'),
      fault(['owner'], 'C-1', 'unknown-id', 'input.owner'),
    ],
  ),
  'proposal-revision': input(
    parseProposalRevision,
    safeParseProposalRevision,
    [content],
    [
      fault(['costs'], 5, 'invalid-type', 'revision.costs'),
      fault(['asOf'], undefined, 'missing-value', 'revision.asOf'),
    ],
  ),
  'order-proposal': input(
    parseOrderProposal,
    safeParseOrderProposal,
    [
      {
        ...content,
        format: 'aptfolio-proposal/1',
        id: 'PR-1',
        version: 2,
        supersedes: hash,
        hash,
      },
    ],
    [
      fault(['version'], 0, 'out-of-range', 'proposal.version'),
      fault(['supersedes'], undefined, 'missing-value', 'proposal.supersedes'),
      fault(['note'], 'x', 'unknown-id', 'proposal.note'),
    ],
  ),
  'proposal-consents': input(
    parseProposalConsents,
    safeParseProposalConsents,
    [[consent]],
    [
      fault([0, 'how'], 'nod', 'unknown-value', 'consents[0].how'),
      fault([0, 'proposalHash'], 'h', 'invalid-format', 'consents[0].proposalHash'),
      fault([0, 'withdrawn'], true, 'unknown-id', 'consents[0].withdrawn'),
    ],
  ),
  'evidence-items': input(
    parseEvidenceItems,
    safeParseEvidenceItems,
    [[item]],
    [fault([0, 'reference'], '', 'empty', 'evidence[0].reference')],
  ),
  'bound-consent': input(
    parseBoundConsent,
    safeParseBoundConsent,
    [
      {
        format: 'aptfolio-consent/1',
        proposal: 'PR-1',
        version: 2,
        proposalHash: hash,
        orders: { 'plan/P01/1': hash },
        consents: [consent],
        evidence: [item],
        on: '2026-03-02',
        hash,
      },
    ],
    [
      fault(['orders', 'plan/P01/1'], 'x', 'invalid-format', 'consent.orders["plan/P01/1"]'),
      fault(['on'], '2026-02-30', 'invalid-date', 'consent.on'),
    ],
  ),
  'evidence-rules': input(
    parseEvidenceRules,
    safeParseEvidenceRules,
    [
      [
        {
          id: 'high-risk',
          kind: 'double-recording',
          from: 'each-owner',
          sides: ['buy'],
          products: ['P01'],
          types: ['private'],
          minimumRating: 'R4',
          fromAmount: cny('1000000'),
          traits: ['over-65'],
          citations: content.evidence[0].citations,
        },
      ],
    ],
    [
      fault([0, 'from'], 'all', 'unknown-value', 'rules[0].from'),
      fault([0, 'traits'], [], 'empty', 'rules[0].traits'),
      fault([0, 'rating'], 'R4', 'unknown-id', 'rules[0].rating'),
    ],
  ),
  'notification-policy': input(
    parseNotificationPolicy,
    safeParseNotificationPolicy,
    [policy],
    [
      fault(['order-filled'], undefined, 'missing-value', 'policy["order-filled"]'),
      fault(['order-lost'], routes, 'unknown-id', 'policy["order-lost"]'),
      fault(
        ['order-filled', 'client', 'urgency'],
        'now',
        'unknown-value',
        'policy["order-filled"].client.urgency',
      ),
    ],
  ),
};
