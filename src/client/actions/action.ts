import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { Need } from '../needs/need.js';

/** What can be done about a need. */
export const ACTION_KINDS = [
  'repay-debt',
  'build-reserve',
  'get-cover',
  'free-up-money',
  'reassess',
  'invest-idle-cash',
  'start-saving-plan',
  'staged-sale',
  'hedge-currency',
  'plan-maturity',
  'spread-deposits',
  'book-review',
  'notify',
] as const;

/** What can be done about a need; see `ACTION_KINDS`. */
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Actions that end in buying, selling or keeping a product, and so in a personal recommendation. */
export const PRODUCT_ACTIONS = [
  'get-cover',
  'free-up-money',
  'invest-idle-cash',
  'start-saving-plan',
  'staged-sale',
  'hedge-currency',
  'plan-maturity',
] as const;

/** An action that ends in a product; see `PRODUCT_ACTIONS`. */
export type ProductAction = (typeof PRODUCT_ACTIONS)[number];

/** What has to be seen to before an action is carried out. */
export const ACTION_REQUIREMENTS = [
  'suitability-check',
  'client-consent',
  'human-review',
  'special-care',
  'open-questions',
  'tax-check',
  'early-repayment-terms',
] as const;

/** What has to be seen to before an action is carried out; see `ACTION_REQUIREMENTS`. */
export type ActionRequirement = (typeof ACTION_REQUIREMENTS)[number];

/** Why the client is contacted: `service` is owed to the client, `marketing` is everything else. */
export type ContactPurpose = 'service' | 'marketing';

/** Something to do about a need, for a person or a channel to carry out. */
export interface NextBestAction<C extends CurrencyCode = CurrencyCode> {
  /** 1 for the first. */
  readonly rank: number;
  readonly action: ActionKind;
  /** The need's id. */
  readonly need: string;
  /**
   * What it is about; for `start-saving-plan` a month's contribution, for `book-review` about a goal what it lacks without any
   * return, or its whole cost where nobody knows what is there for it. 0 where it is about no money.
   */
  readonly amount: Money<C>;
  readonly purpose: ContactPurpose;
  /** `adviser`: a person speaks with the client; `any`: the bank's usual ways will do. */
  readonly channel: 'adviser' | 'any';
  /** All of it comes first; a product action always names `suitability-check`. */
  readonly requires: readonly ActionRequirement[];
  /** The boldest level that a product may ask for, never above the client's; `null` where no product is involved. */
  readonly riskCeiling: RiskLevel | null;
  readonly reason: Reason;
  /** The need's own reason. */
  readonly evidence: Reason;
}

/** What may stand in the way of a need. */
export const SUPPRESSION_KINDS = [
  'consent',
  'contact-cap',
  'cooling-off',
  'client-status',
  'suitability',
  'human-review',
  'debts-first',
  'same-debt',
] as const;

/**
 * What stands in the way of a need: no consent to marketing or to profiling; a cap; a refusal; a client who is deceased, a minor,
 * or whose accounts are closed or frozen; no valid level; a person who has not looked; debts that take the money; a debt that
 * another action repays.
 */
export type SuppressionKind = (typeof SUPPRESSION_KINDS)[number];

/** Why a need may not be acted on now. */
export interface Suppression {
  readonly kind: SuppressionKind;
  /** The first day on which it no longer stands in the way; `null` where no day ends it. */
  readonly until: PlainDate | null;
  readonly reason: Reason;
}

/** A need and whether it may be acted on. */
export interface NeedStanding<C extends CurrencyCode = CurrencyCode> {
  readonly need: Need<C>;
  readonly purpose: ContactPurpose;
  /** `notice-only`: the client is told what is owed to be told, and no more. */
  readonly status: 'open' | 'notice-only' | 'suppressed';
  /** Empty where the need is open. */
  readonly suppressions: readonly Suppression[];
}
