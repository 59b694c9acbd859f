import * as z from 'zod/mini';
import {
  type BoundConsent,
  CONSENT_MANNERS,
  type EvidenceDemand,
  type EvidenceItem,
  type EvidenceRule,
  type OrderProposal,
  type ProposalConsent,
  type ProposalDocument,
  type ProposalInput,
  type ProposalOwner,
  type ProposalRevision,
} from '../orders/index.js';
import { RISK_RATINGS } from '../products/index.js';
import { citation, hash, parseWhole } from './evidence.js';
import type { FieldsOf } from './fields.js';
import { plannedOrder } from './orders.js';
import { safely } from './parse.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, date, money, text } from './primitives.js';

const owner: z.ZodMiniType<ProposalOwner> = z.strictObject({
  id: text,
  representatives: z.exactOptional(z.array(text).check(z.minLength(1))),
  onlyRepresented: z.exactOptional(z.boolean()),
});

const document: z.ZodMiniType<ProposalDocument> = z.strictObject({ id: text, hash });

export const demand: z.ZodMiniType<EvidenceDemand> = z.strictObject({
  id: text,
  kind: text,
  orders: z.array(text).check(z.minLength(1)),
  owners: z.array(text),
  citations: z.array(citation),
});

/** Plain data of the bank's or of the library's. */
const costs: z.ZodMiniType<object> = z.record(z.string(), z.unknown());

const orders = z.array(plannedOrder).check(z.minLength(1));
const owners = z.array(owner).check(z.minLength(1));

export const proposalInput: z.ZodMiniType<ProposalInput> = z.strictObject({
  id: text,
  orders,
  owners,
  costs: z.exactOptional(costs),
  documents: z.exactOptional(z.array(document)),
  evidence: z.exactOptional(z.array(demand)),
  asOf: date,
  validUntil: date,
  version: z.exactOptional(atLeastOne),
  supersedes: z.exactOptional(hash),
});

export const proposalRevision: z.ZodMiniType<ProposalRevision> = z.strictObject({
  orders: z.exactOptional(orders),
  owners: z.exactOptional(owners),
  costs: z.exactOptional(z.nullable(costs)),
  documents: z.exactOptional(z.array(document)),
  evidence: z.exactOptional(z.array(demand)),
  asOf: date,
  validUntil: date,
});

export const orderProposal: z.ZodMiniType<OrderProposal> = z.strictObject({
  format: z.literal('aptfolio-proposal/1'),
  id: text,
  version: atLeastOne,
  orders,
  owners,
  costs: z.exactOptional(costs),
  documents: z.array(document),
  evidence: z.array(demand),
  asOf: date,
  validUntil: date,
  supersedes: z.nullable(hash),
  hash,
} satisfies FieldsOf<OrderProposal>);

const consent: z.ZodMiniType<ProposalConsent> = z.strictObject({
  proposalHash: hash,
  owner: text,
  by: z.exactOptional(text),
  on: date,
  how: z.enum(CONSENT_MANNERS),
  reference: text,
});

const evidenceItem: z.ZodMiniType<EvidenceItem> = z.strictObject({
  demand: text,
  proposalHash: hash,
  owner: z.exactOptional(text),
  on: date,
  reference: text,
});

export const proposalConsents: z.ZodMiniType<readonly ProposalConsent[]> = z.array(consent);

export const evidenceItems: z.ZodMiniType<readonly EvidenceItem[]> = z.array(evidenceItem);

export const boundConsent: z.ZodMiniType<BoundConsent> = z.strictObject({
  format: z.literal('aptfolio-consent/1'),
  proposal: text,
  version: atLeastOne,
  proposalHash: hash,
  orders: z.record(z.string(), hash),
  consents: proposalConsents,
  evidence: evidenceItems,
  on: date,
  hash,
});

const texts = z.array(text).check(z.minLength(1));

export const evidenceRules: z.ZodMiniType<readonly EvidenceRule[]> = z.array(
  z.strictObject({
    id: text,
    kind: text,
    from: z.enum(['once', 'each-owner']),
    sides: z.exactOptional(z.array(z.enum(['buy', 'sell'])).check(z.minLength(1))),
    products: z.exactOptional(texts),
    types: z.exactOptional(texts),
    minimumRating: z.exactOptional(z.enum(RISK_RATINGS)),
    fromAmount: z.exactOptional(money),
    traits: z.exactOptional(texts),
    citations: z.exactOptional(z.array(citation)),
  }),
);

/**
 * Checks what a proposal is to be made of, field by field, for `makeProposal`.
 *
 * @example
 * ```ts
 * import { safeParseProposalInput } from 'aptfolio/schema';
 *
 * const result = safeParseProposalInput({
 *   id: 'PR-1', orders: [], owners: [{ id: 'C-1' }], asOf: '2026-03-02', validUntil: '2026-03-09',
 * });
 * result.issues.map(({ code, path }) => `${code} ${path}`); // => ['empty input.orders']
 * ```
 */
export const parseProposalInput: Parse<ProposalInput> = parser(proposalInput, 'input');

/** Like `parseProposalInput`, but returns the faults. */
export const safeParseProposalInput: SafeParse<ProposalInput> = safeParser(proposalInput, 'input');

/**
 * Checks what a new version of a proposal changes, for `reviseProposal`.
 *
 * @example
 * ```ts
 * import { parseProposalRevision } from 'aptfolio/schema';
 *
 * parseProposalRevision({ costs: null, asOf: '2026-03-04', validUntil: '2026-03-11' }).costs; // => null
 * parseProposalRevision({ asOf: '2026-03-04' }); // => throws 'missing-value', 'revision.validUntil'
 * ```
 */
export const parseProposalRevision: Parse<ProposalRevision> = parser(proposalRevision, 'revision');

/** Like `parseProposalRevision`, but returns the faults. */
export const safeParseProposalRevision: SafeParse<ProposalRevision> = safeParser(
  proposalRevision,
  'revision',
);

/**
 * Checks a version of a proposal, as read back from a store, for `bindConsent`, `diffProposals` and `reviseProposal`.
 *
 * Nothing is dropped, not even a comment: the hash covers every field. Whether it fits, `verifyProposals` tells.
 *
 * @example
 * ```ts
 * import { makeProposal, verifyProposals } from 'aptfolio/orders';
 * import { parseOrderProposal } from 'aptfolio/schema';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const proposal = makeProposal({
 *   id: 'PR-1', owners: [{ id: 'C-1' }], asOf: '2026-03-02', validUntil: '2026-03-09',
 *   orders: [{
 *     id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *     gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 *   }],
 * });
 * const stored = JSON.parse(JSON.stringify(proposal));
 * verifyProposals([parseOrderProposal(stored)]); // => { status: 'verified' }
 * parseOrderProposal({ ...stored, hash: 'none' }); // => throws 'invalid-format', 'proposal.hash'
 * ```
 */
export const parseOrderProposal: Parse<OrderProposal> = parseWhole(orderProposal, 'proposal');

/** Like `parseOrderProposal`, but returns the faults. */
export const safeParseOrderProposal: SafeParse<OrderProposal> = (value) =>
  safely(() => parseOrderProposal(value));

/**
 * Checks consents to a proposal, for `bindConsent`. Nothing beside their fields may stand there.
 *
 * @example
 * ```ts
 * import { parseProposalConsents } from 'aptfolio/schema';
 *
 * const consent = {
 *   proposalHash: '0'.repeat(64), owner: 'C-1', on: '2026-03-02', how: 'click', reference: 'LOG-1',
 * };
 * parseProposalConsents([consent])[0].how; // => 'click'
 * parseProposalConsents([{ ...consent, how: 'nod' }]); // => throws 'unknown-value', 'consents[0].how'
 * ```
 */
export const parseProposalConsents: Parse<readonly ProposalConsent[]> = parser(
  proposalConsents,
  'consents',
);

/** Like `parseProposalConsents`, but returns the faults. */
export const safeParseProposalConsents: SafeParse<readonly ProposalConsent[]> = safeParser(
  proposalConsents,
  'consents',
);

/**
 * Checks the evidence of a sale that the bank has on file, for `bindConsent`.
 *
 * @example
 * ```ts
 * import { parseEvidenceItems } from 'aptfolio/schema';
 *
 * const item = { demand: 'high-risk', proposalHash: '0'.repeat(64), on: '2026-03-02', reference: 'REC-1' };
 * parseEvidenceItems([item])[0].demand; // => 'high-risk'
 * parseEvidenceItems([{ ...item, on: '2026-02-30' }]); // => throws 'invalid-date', 'evidence[0].on'
 * ```
 */
export const parseEvidenceItems: Parse<readonly EvidenceItem[]> = parser(evidenceItems, 'evidence');

/** Like `parseEvidenceItems`, but returns the faults. */
export const safeParseEvidenceItems: SafeParse<readonly EvidenceItem[]> = safeParser(
  evidenceItems,
  'evidence',
);

/**
 * Checks a consent that was bound, as read back from a store, for `consentCovers`. Nothing is dropped, as the hash covers it.
 *
 * @example
 * ```ts
 * import { safeParseBoundConsent } from 'aptfolio/schema';
 *
 * safeParseBoundConsent({ format: 'aptfolio-consent/1' }).status; // => 'invalid'
 * ```
 */
export const parseBoundConsent: Parse<BoundConsent> = parseWhole(boundConsent, 'consent');

/** Like `parseBoundConsent`, but returns the faults. */
export const safeParseBoundConsent: SafeParse<BoundConsent> = (value) =>
  safely(() => parseBoundConsent(value));

/**
 * Checks the bank's rules on evidence of a sale, for `demandEvidence`.
 *
 * @example
 * ```ts
 * import { parseEvidenceRules } from 'aptfolio/schema';
 *
 * const rule = { id: 'high-risk', kind: 'double-recording', from: 'each-owner', minimumRating: 'R4' };
 * parseEvidenceRules([rule])[0].minimumRating; // => 'R4'
 * parseEvidenceRules([{ ...rule, minimumRating: 'R9' }]); // => throws 'unknown-value', 'rules[0].minimumRating'
 * ```
 */
export const parseEvidenceRules: Parse<readonly EvidenceRule[]> = parser(evidenceRules, 'rules');

/** Like `parseEvidenceRules`, but returns the faults. */
export const safeParseEvidenceRules: SafeParse<readonly EvidenceRule[]> = safeParser(
  evidenceRules,
  'rules',
);
