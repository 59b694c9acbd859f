import type { DealingDesk } from '../../products/index.js';
import type { Money } from '../account/cash-to-keep.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Bound } from './bounds.js';
import type { CapRow } from './caps.js';
import type { Aim, Measured } from './measure.js';

/** An account on a day, measured: what every later step reads. */
export interface Situation {
  readonly inside: Inside;
  readonly account: ReadAccount;
  readonly desk: DealingDesk;
  readonly money: Money;
  readonly aim: Aim;
  readonly now: Measured;
  /** The most of issuers and groups that its holdings can meet. */
  readonly caps: readonly CapRow[];
}

/** A situation in which something is to be done. */
export interface Occasion extends Situation {
  readonly bounds: readonly Bound[];
  /** `raise`: nothing has triggered, but money must be raised. */
  readonly task: 'rebalance' | 'raise';
  /** What of the money to invest purchases will lose to entry fees and spread. Default 0. */
  readonly lost?: bigint;
  /** Whether everything may be traded though the policy asks for the fewest trades: in their steps these leave something out of its band. */
  readonly tradesAll?: true;
  /** What may be sold though free money alone was to do, by place: without it rounded trades leave something out of its band. */
  readonly mayBeSold?: ReadonlySet<number>;
  /** By how much, as a weight, each line is aimed further in than the destination asks for, so that rounding and charges leave it there. */
  readonly inset?: ReadonlyMap<string, number>;
}
