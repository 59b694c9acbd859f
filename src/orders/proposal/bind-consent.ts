import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { at, checkList, checkObject, type FieldsOf, refuseUnknown } from '../../errors/index.js';
import { makeReason, type Reason, sha256 } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { checkEvidence } from './check-evidence.js';
import {
  type BoundConsent,
  CONSENT_FORMAT,
  type ConsentOutcome,
  type EvidenceItem,
  type MissingEvidence,
  type ProposalConsent,
} from './consent.js';
import { type ConsentScope, type OwnerStanding, standingOf } from './consent-of-owner.js';
import { diffProposals } from './diff-proposals.js';
import type { OrderProposal } from './proposal.js';
import { readConsent, readEvidence } from './read-consent.js';
import { checkUnaltered } from './verify-proposals.js';

/** Against what consents are held. */
export interface BindConsentOptions {
  /** The day of the decision. */
  readonly asOf: PlainDate;
  /** What the bank has on file. */
  readonly evidence?: readonly EvidenceItem[];
  /** Other versions of the proposal that are known, so that the difference can be named. */
  readonly versions?: readonly OrderProposal[];
}

/**
 * Binds consents to exactly one version of a proposal.
 *
 * Every owner must have agreed, or somebody entitled in the owner's place, to this version, from its day to its last; and all
 * evidence that the proposal demands must be on file, of this version too. What was said of another version does not count, and
 * what changed since is named. Consent given in time stays bound when the last day has passed, and evidence of it may be made later: a
 * recording or a call-back counts up to the day of the decision.
 *
 * @returns `bound`, or what stands in the way, with every reason.
 * @throws AptfolioError `invalid-record` for a proposal that was altered; for a malformed consent or option, with the path.
 *
 * @example
 * ```ts
 * import { bindConsent, makeProposal } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const proposal = makeProposal({
 *   id: 'PR-1', owners: [{ id: 'C-1' }, { id: 'C-2' }], asOf: '2026-03-02', validUntil: '2026-03-09',
 *   orders: [{
 *     id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *     gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 *   }],
 * });
 * const first = {
 *   proposalHash: proposal.hash, owner: 'C-1', on: '2026-03-02', how: 'signature', reference: 'SIG-1',
 * } as const;
 * const alone = bindConsent(proposal, [first], { asOf: '2026-03-03' });
 * alone.status; // => 'incomplete'
 * alone.missingOwners; // => ['C-2']
 * const second = { ...first, owner: 'C-2', on: '2026-03-03' } as const;
 * bindConsent(proposal, [first, second], { asOf: '2026-03-03' }).status; // => 'bound'
 * ```
 */
export function bindConsent<C extends CurrencyCode>(
  proposal: OrderProposal<C>,
  consents: readonly ProposalConsent[],
  options: BindConsentOptions,
): ConsentOutcome<C> {
  checkUnaltered(proposal, 'proposal');
  refuseUnknown(checkObject(options, 'options'), 'options', OPTION_FIELDS);
  const { evidence = [], versions = [] } = options;
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const given = checkList<ProposalConsent>(consents, 'consents').map((one, i) =>
    readConsent(one, at('consents', i)),
  );
  const items = checkList<EvidenceItem>(evidence, 'options.evidence').map((one, i) =>
    readEvidence(one, at('options.evidence', i)),
  );
  checkList<OrderProposal>(versions, 'options.versions').forEach((one, i) => {
    checkUnaltered(one, at('options.versions', i));
  });

  const scope = { proposal, versions, asOf };
  const standings = proposal.owners.map((owner) => standingOf(owner, given, scope));
  const filed = checkEvidence(proposal, items, asOf);
  const missing = standings.filter(({ counts }) => counts === undefined);
  if (missing.length > 0 || filed.missing.length > 0) {
    return notBound(scope, missing, filed.missing, given);
  }
  const counting = standings.map(({ counts }) => counts as ProposalConsent);
  const consent = seal(proposal, counting, filed.items);
  return Object.freeze({ status: 'bound', consent, reasons: Object.freeze([] as const) });
}

const OPTION_FIELDS: FieldsOf<BindConsentOptions> = { asOf: true, evidence: true, versions: true };

/** The outcomes from the gravest down. */
const GRAVEST = ['other-version', 'refused', 'expired', 'incomplete'] as const;

function notBound<C extends CurrencyCode>(
  { proposal, versions }: ConsentScope<C>,
  missing: readonly OwnerStanding[],
  missingEvidence: readonly MissingEvidence[],
  given: readonly ProposalConsent[],
): ConsentOutcome<C> {
  const strangers = given.filter(({ owner }) => !proposal.owners.some(({ id }) => id === owner));
  const strange = missing.length > 0 && strangers.length > 0 ? ['refused'] : [];
  const found = [...missing.map(({ status }) => status), ...strange, 'incomplete'];
  const status = GRAVEST.find((one) => found.includes(one)) as (typeof GRAVEST)[number];
  const agreedTo = missing.map(({ agreedTo }) => agreedTo);
  const latest = [...versions]
    .filter(({ hash }) => agreedTo.includes(hash))
    .sort((a, b) => b.version - a.version)[0];
  const difference = latest && diffProposals(latest as OrderProposal<C>, proposal);
  return Object.freeze({
    status,
    missingOwners: Object.freeze(missing.map(({ owner }) => owner)),
    missingEvidence,
    ...(difference === undefined ? {} : { difference }),
    reasons: Object.freeze([
      ...distinct(missing.flatMap(({ reasons }) => reasons)),
      ...strangers.map(({ owner }) => strangerReason(proposal, owner)),
      ...missingEvidence.map((one) => evidenceReason(proposal, one)),
      ...(difference?.reasons ?? []),
    ]),
  });
}

/** That a proposal has expired is said once, not of every owner. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const expired = reasons.findIndex(({ code }) => code === 'orders.proposal-expired');
  return reasons.filter(({ code }, i) => code !== 'orders.proposal-expired' || i === expired);
}

function strangerReason({ id }: OrderProposal, owner: string): Reason {
  return makeReason('orders.consent-unknown-owner', 'warn', { proposal: id, owner });
}

function evidenceReason({ id, evidence }: OrderProposal, missing: MissingEvidence): Reason {
  const { demand, kind, owner } = missing;
  const citations = evidence.find((one) => one.id === demand)?.citations;
  const parameters = { proposal: id, demand, kind };
  if (owner === undefined) {
    return makeReason('orders.evidence-missing', 'require', parameters, citations);
  }
  return makeReason('orders.evidence-missing-of', 'require', { ...parameters, owner }, citations);
}

function seal(
  { id, version, hash, orders }: OrderProposal,
  consents: readonly ProposalConsent[],
  evidence: readonly EvidenceItem[],
): BoundConsent {
  const days = [...consents, ...evidence].map(({ on }) => on).sort();
  const content = {
    format: CONSENT_FORMAT,
    proposal: id,
    version,
    proposalHash: hash,
    orders: Object.freeze(Object.fromEntries(orders.map((order) => [order.id, sha256(order)]))),
    consents: Object.freeze(consents),
    evidence: Object.freeze(evidence),
    on: days[days.length - 1] as PlainDate,
  } as const;
  return Object.freeze({ ...content, hash: sha256(content) });
}
