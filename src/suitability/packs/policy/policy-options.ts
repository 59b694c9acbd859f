import type { PlainDate } from '../../../dates/index.js';
import type { Citation, LocalisedText } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import type { GoldenCase, OverridePermission } from '../../../rules/index.js';
import type { PolicyRuleName } from './rules/rule-names.js';
import type { PolicyThreshold } from './thresholds/threshold-names.js';

/** What a bank says of its own policy. */
export interface PolicyOptions {
  /** The pack's id, stable for ever: `lake-bank-policy`. */
  readonly id: string;
  /** Changes whenever anything in the policy does: `2026.1`. */
  readonly version: string;
  /** The first day on which the policy applies. */
  readonly from: PlainDate;
  /** The first day on which it no longer does. */
  readonly to?: PlainDate;
  readonly title?: LocalisedText;
  /** Begins the id of every rule: `LAKE` gives `LAKE-LOCK-UP`. Default `POLICY`. */
  readonly prefix?: string;
  /** In which every amount is given, facts and thresholds alike. Default `CNY`. */
  readonly currency?: CurrencyCode;
  /** Where the policy is written. Default: nowhere else, the pack is its own text. */
  readonly document?: PolicyDocument;
  /** The rules that are in; default all. */
  readonly rules?: readonly PolicyRuleName[];
  /** The rules that are not. */
  readonly without?: readonly PolicyRuleName[];
  /** The bank's own numbers: one that holds from the policy's first day, or a history; default the house's. */
  readonly thresholds?: Readonly<Partial<Record<PolicyThreshold, ThresholdSetting>>>;
  /** By rule: who may set it aside; `null` for nobody. */
  readonly overrides?: Readonly<Partial<Record<PolicyRuleName, OverridePermission | null>>>;
  /** By rule: what it takes up from a law or a guideline, instead of what is cited otherwise; an empty list for nothing. */
  readonly sources?: Readonly<Partial<Record<PolicyRuleName, readonly Citation[]>>>;
  /** Cases whose right answer the bank worked out. */
  readonly cases?: readonly GoldenCase[];
}

/** A threshold's value, or its values with their first days, ascending; the first holds from the policy's first day. */
export type ThresholdSetting =
  | number
  | readonly { readonly from: PlainDate; readonly value: number }[];

/** The document of a bank in which its policy is written. */
export interface PolicyDocument {
  readonly instrument: string;
  /** Where it can be read. */
  readonly address?: string;
  /** By rule: the passage; default the rule's name. */
  readonly articles?: Readonly<Partial<Record<PolicyRuleName, string>>>;
  /** Whether somebody in the bank has compared these rules with it. Default false. */
  readonly verified?: boolean;
}
