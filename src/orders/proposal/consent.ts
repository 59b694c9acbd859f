import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { ProposalDifference } from './diff-proposals.js';

/** How somebody has agreed. */
export const CONSENT_MANNERS = ['signature', 'recording', 'click'] as const;

/** How somebody has agreed; see `CONSENT_MANNERS`. */
export type ConsentManner = (typeof CONSENT_MANNERS)[number];

/** Somebody's agreement to exactly one version of a proposal. */
export interface ProposalConsent {
  /** The `hash` of the version. */
  readonly proposalHash: string;
  /** The owner who agrees, or for whom somebody does. */
  readonly owner: string;
  /** Who has agreed in the owner's place; absent: the owner. */
  readonly by?: string;
  readonly on: PlainDate;
  readonly how: ConsentManner;
  /** Where the evidence is kept: of a signature, of a recording, of the log entry of a click. */
  readonly reference: string;
}

/** Evidence of the sale that the bank has on file. */
export interface EvidenceItem {
  /** The id of the demand that it meets. */
  readonly demand: string;
  /** The `hash` of the version of the proposal of which it is. */
  readonly proposalHash: string;
  /** The owner whom it concerns, where it is demanded of each. */
  readonly owner?: string;
  readonly on: PlainDate;
  /** Where it is kept. */
  readonly reference: string;
}

/** How consents are laid out that are bound to a proposal; changes when a field does. */
export const CONSENT_FORMAT = 'aptfolio-consent/1';

/** The consent of all owners, bound to one version of a proposal: plain, frozen data. Fits `OrderContext.consent`. */
export interface BoundConsent {
  readonly format: typeof CONSENT_FORMAT;
  readonly proposal: string;
  readonly version: number;
  /** What `OrderEvent` `confirm` and `draftOrder` take. */
  readonly proposalHash: string;
  /** SHA-256 of each order that was agreed to, by its id. */
  readonly orders: Readonly<Record<string, string>>;
  /** One for each owner, by ascending owner: the first that counts. */
  readonly consents: readonly ProposalConsent[];
  /** What meets the demands, by ascending demand and owner. */
  readonly evidence: readonly EvidenceItem[];
  /** The day on which the last consent or evidence came. */
  readonly on: PlainDate;
  /** SHA-256 of the canonical JSON of all other fields. */
  readonly hash: string;
}

/** Evidence that is demanded and not there. */
export interface MissingEvidence {
  readonly demand: string;
  readonly kind: string;
  /** The owner of whom it is needed; absent where once is enough. */
  readonly owner?: string;
}

/** What consents to a proposal come to. */
export type ConsentOutcome<C extends CurrencyCode = CurrencyCode> =
  | { readonly status: 'bound'; readonly consent: BoundConsent; readonly reasons: readonly [] }
  | {
      /**
       * `other-version`: an owner has agreed to another version only; `refused`: a consent does not count, by whom or when it was
       * given; `expired`: the proposal's last day has passed; `incomplete`: an owner or evidence is missing. The gravest counts.
       */
      readonly status: 'other-version' | 'refused' | 'expired' | 'incomplete';
      /** Ids of the owners without a consent that counts. */
      readonly missingOwners: readonly string[];
      readonly missingEvidence: readonly MissingEvidence[];
      /** What is not the same in the version agreed to, the latest of those that are known. */
      readonly difference?: ProposalDifference<C>;
      /** Every reason found, for owners by ascending id, then for evidence. */
      readonly reasons: readonly Reason[];
    };
