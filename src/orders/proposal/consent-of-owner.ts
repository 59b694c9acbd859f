import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { ProposalConsent } from './consent.js';
import type { OrderProposal, ProposalOwner } from './proposal.js';

/** What the consents of owners are held against. */
export interface ConsentScope<C extends CurrencyCode = CurrencyCode> {
  readonly proposal: OrderProposal<C>;
  /** Other versions that are known. */
  readonly versions: readonly OrderProposal[];
  readonly asOf: PlainDate;
}

/** Whether an owner has agreed. */
export interface OwnerStanding {
  readonly owner: string;
  /** The first consent that counts; absent where none does. */
  readonly counts?: ProposalConsent;
  /** Why none counts. */
  readonly status?: 'other-version' | 'refused' | 'expired' | 'incomplete';
  /** The hash of the other version that the owner has agreed to last. */
  readonly agreedTo?: string;
  readonly reasons: readonly Reason[];
}

/** Whether an owner, or somebody in the owner's place, has agreed to this version. */
export function standingOf(
  owner: ProposalOwner,
  given: readonly ProposalConsent[],
  scope: ConsentScope,
): OwnerStanding {
  const { id } = owner;
  const own = given.filter((one) => one.owner === id).sort(byDay);
  const toThis = own.filter(({ proposalHash }) => proposalHash === scope.proposal.hash);
  const faults = toThis.map((one) => faultOf(one, owner, scope));
  const counts = toThis.find((_, i) => faults[i] === undefined);
  if (counts !== undefined) return { owner: id, counts, reasons: [] };
  const reasons = faults.filter((reason) => reason !== undefined);
  const isLate = reasons.some(({ code }) => code === 'orders.consent-after-expiry');
  if (reasons.length > 0) return { owner: id, status: isLate ? 'expired' : 'refused', reasons };
  const other = own[own.length - 1];
  return other === undefined ? silence(id, scope) : toOther(id, other, scope);
}

function byDay(a: ProposalConsent, b: ProposalConsent): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.reference < b.reference ? -1 : 1;
}

/** Why a consent to this version does not count. */
function faultOf(
  { by, on }: ProposalConsent,
  { id, representatives = [], onlyRepresented = false }: ProposalOwner,
  { proposal, asOf }: ConsentScope,
): Reason | undefined {
  const block = (code: string, parameters: Reason['parameters']) =>
    makeReason(code, 'block', { owner: id, ...parameters });
  if (by !== undefined && by !== id) {
    if (!representatives.includes(by)) return block('orders.consent-not-entitled', { by });
  } else if (onlyRepresented) {
    return block('orders.consent-needs-representative', {});
  }
  if (on < proposal.asOf)
    return block('orders.consent-before-proposal', { on, from: proposal.asOf });
  if (on > asOf) return block('orders.consent-after-decision', { on, asOf });
  const { validUntil } = proposal;
  return on > validUntil ? block('orders.consent-after-expiry', { on, validUntil }) : undefined;
}

function silence(owner: string, { proposal, asOf }: ConsentScope): OwnerStanding {
  const { id, validUntil } = proposal;
  if (asOf > validUntil) {
    const reason = makeReason('orders.proposal-expired', 'block', { proposal: id, validUntil });
    return { owner, status: 'expired', reasons: [reason] };
  }
  const reason = makeReason('orders.consent-of-owner-missing', 'require', { proposal: id, owner });
  return { owner, status: 'incomplete', reasons: [reason] };
}

function toOther(
  owner: string,
  { proposalHash }: ProposalConsent,
  { proposal, versions }: ConsentScope,
): OwnerStanding {
  const { id, version } = proposal;
  const known = versions.find(({ hash }) => hash === proposalHash);
  const reason =
    known === undefined
      ? makeReason('orders.consent-to-unknown', 'block', { owner, proposal: id, version })
      : makeReason('orders.consent-to-version', 'block', {
          ...{ owner, proposal: id, version },
          given: known.version,
        });
  return { owner, status: 'other-version', agreedTo: proposalHash, reasons: [reason] };
}
