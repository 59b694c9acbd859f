import type { PlainDate } from '../../dates/index.js';
import type { Citation } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { PlannedOrder } from '../life/order.js';

/** How a proposal is laid out; changes when a field does. */
export const PROPOSAL_FORMAT = 'aptfolio-proposal/1';

/** Somebody who must agree: each owner of an account that is held jointly. */
export interface ProposalOwner {
  readonly id: string;
  /** Who may agree in the owner's place, by id; absent: nobody. */
  readonly representatives?: readonly string[];
  /** Whether only a representative may agree, as for a minor. Default `false`. */
  readonly onlyRepresented?: boolean;
}

/** A document that belongs to a proposal. */
export interface ProposalDocument {
  readonly id: string;
  /** SHA-256 of what is handed out, 64 hexadecimal digits. */
  readonly hash: string;
}

/** What evidence of a sale there must be, beside the consent. A bank may use names of its own. */
export const EVIDENCE_KINDS = [
  /** Sound. */
  'recording',
  /** Sound and picture. */
  'double-recording',
  /** A statement that the client has written by hand. */
  'handwritten-statement',
  /** A call to the client before the orders go. */
  'call-back',
  /** Somebody whom the client trusts was there. */
  'trusted-person',
] as const;

/** A kind of evidence: one of `EVIDENCE_KINDS`, or a name of the bank's own. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number] | (string & {});

/** Evidence that there must be before the orders of a proposal may go. */
export interface EvidenceDemand {
  /** Unique in the proposal: the rule that asks for it. */
  readonly id: string;
  readonly kind: EvidenceKind;
  /** Ids of the orders on whose account it is asked for. */
  readonly orders: readonly string[];
  /** Ids of the owners of whom it is needed; empty: once is enough. */
  readonly owners: readonly string[];
  readonly citations: readonly Citation[];
}

/** What a proposal is made of. */
export interface ProposalContent<C extends CurrencyCode = CurrencyCode> {
  /** The same for all versions. */
  readonly id: string;
  /** By ascending id; at least one. */
  readonly orders: readonly PlannedOrder<C>[];
  /** Everybody who must agree, by ascending id; at least one. */
  readonly owners: readonly ProposalOwner[];
  /** What it costs, as plain data such as `exAnteCosts` gives. */
  readonly costs?: object;
  /** By ascending id. */
  readonly documents?: readonly ProposalDocument[];
  /** By ascending id; see `demandEvidence`. */
  readonly evidence?: readonly EvidenceDemand[];
  /** The day for which it was made. */
  readonly asOf: PlainDate;
  /** The last day on which it can be agreed to. */
  readonly validUntil: PlainDate;
}

/** A version of a proposal: plain, frozen data whose hash covers everything else in it. */
export interface OrderProposal<C extends CurrencyCode = CurrencyCode> extends ProposalContent<C> {
  readonly format: typeof PROPOSAL_FORMAT;
  /** 1 for the first. */
  readonly version: number;
  readonly documents: readonly ProposalDocument[];
  readonly evidence: readonly EvidenceDemand[];
  /** The hash of the version before; `null` for the first. */
  readonly supersedes: string | null;
  /** SHA-256 of the canonical JSON of all other fields: what consent is bound to. */
  readonly hash: string;
}
