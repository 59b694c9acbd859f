import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { Rebalancing } from '../result/result.js';
import type { HouseholdWeighing } from './weigh-household.js';

/** What is special about an account of a household. */
export const HOUSEHOLD_FLAGS = [
  /** Keeps what it has; its positions count in the household, its money does not. */
  'frozen',
  /** Holds nothing and is left out. */
  'closed',
  /** There is nothing in it to be invested. */
  'nothing-to-invest',
  /** Something in it cannot be bought or sold now. */
  'restricted',
  /** Money stays in it that nothing can be bought for. */
  'money-left',
  /** More is held fast in it than may stay invested. */
  'money-missing',
] as const;

/** What is special about an account of a household; see `HOUSEHOLD_FLAGS`. */
export type HouseholdFlag = (typeof HOUSEHOLD_FLAGS)[number];

/** A product or asset class of the household's target. */
export interface HouseholdLine<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  /** Weights in what the household is to invest, decimal fractions. */
  readonly current: number;
  readonly target: number;
  readonly reached: number;
  /** Target less what is reached; below 0 where there is too much. */
  readonly missing: Money<C>;
  /** What stands in the way, account by account; empty where nothing is missing. */
  readonly reasons: readonly Reason[];
}

/** What one account is to hold of the household's target. */
export interface HouseholdShare<C extends CurrencyCode = CurrencyCode> {
  /** The account's id. */
  readonly account: string;
  /** What is to be invested in it, in the household's currency. */
  readonly investable: Money<C>;
  /** What it is to hold by product id, in the household's currency; with `left` they sum to `investable`. */
  readonly amounts: Readonly<Record<string, Money<C>>>;
  /** Money that nothing can be bought for; below 0 where more is held fast than may stay invested. */
  readonly left: Money<C>;
  /** Products whose amount differs from what is held. */
  readonly changes: readonly string[];
  readonly flags: readonly HouseholdFlag[];
  readonly reasons: readonly Reason[];
  /**
   * The account brought to its share; absent where it is frozen, closed or has nothing to be invested. Whether it trades was weighed for
   * the household; its own gain is that of the share alone.
   */
  readonly result?: Rebalancing;
}

/** How a household comes to its target with each account's own money. */
export interface HouseholdRebalancing<C extends CurrencyCode = CurrencyCode> {
  readonly household: string;
  readonly policy: string;
  readonly asOf: PlainDate;
  /** Whether the shares add up to the household's target, before each account rounds to what its products allow. */
  readonly status: 'met' | 'not-met';
  /** `trade` if any account trades. */
  readonly decision: 'trade' | 'hold';
  /** Both numbers of the decision, for all accounts together; absent where the policy has no utility. */
  readonly weighing?: HouseholdWeighing<C>;
  /** What is to be invested in all accounts; target weights are shares of it. */
  readonly investable: Money<C>;
  /** By id: products, or asset classes. */
  readonly lines: readonly HouseholdLine<C>[];
  /** By ascending id of the account. */
  readonly shares: readonly HouseholdShare<C>[];
  /**
   * Cost of location as a share of what is to be invested: the mean place in the rankings less one, or the mean cost a year, decimal
   * fraction. Absent without preferences.
   */
  readonly location?: { readonly before: number; readonly after: number };
  /** Changes in all accounts, and whether fewer would not do; `false` where the search was given up. */
  readonly changes: { readonly count: number; readonly fewest: boolean };
  readonly reasons: readonly Reason[];
}
