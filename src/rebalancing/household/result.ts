import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { Instruction } from '../result/instruction.js';
import type { AccountState, Rebalancing, RuleCheck } from '../result/result.js';
import type { FiredTrigger } from '../triggers/fired-trigger.js';
import type { HouseholdWeighing } from './weigh-household.js';

/** What is special about an account of a household. */
export const HOUSEHOLD_FLAGS = [
  /** Keeps what it has; its positions count in the household, its money does not. */
  'frozen',
  /** May sell and pay out, but buys nothing. */
  'no-purchases',
  /** Holds nothing and is left out. */
  'closed',
  /** There is nothing in it to be invested. */
  'nothing-to-invest',
  /** Something in it cannot be bought or sold now. */
  'restricted',
  /** Money stays in it on purpose, beside what the policy keeps in each account. */
  'money-kept',
  /** Money stays in it that nothing can be bought for. */
  'money-left',
  /** More is held in it than may stay invested, and no more of it is sold. */
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
  /** What the shares of the accounts add up to. */
  readonly planned: number;
  /** Once the trades that are made are done and paid, as a weight in what is then left. */
  readonly reached: number;
  /** Target less what is reached, in money; below 0 where there is too much. What the trades cost is missing too. */
  readonly missing: Money<C>;
  /** What keeps the plan from where the household is to be brought, account by account; empty where nothing does. */
  readonly reasons: readonly Reason[];
}

/** What one account is to hold of the household's target: a plan, which is acted on where the household is due and its trades are worth their costs. */
export interface HouseholdShare<C extends CurrencyCode = CurrencyCode> {
  /** The account's id. */
  readonly account: string;
  /** What is to be invested in it, in the household's currency. */
  readonly investable: Money<C>;
  /**
   * What it is to hold by product id before trading is charged for, in the household's currency; with `left` they sum to `investable`. Of what it neither holds nor is
   * wanted only what is bought.
   */
  readonly amounts: Readonly<Record<string, Money<C>>>;
  /** Money that stays money, on purpose or because nothing can be bought for it; below 0 where more is held than may stay invested and no more is sold. */
  readonly left: Money<C>;
  /** Products whose amount differs from what is held. */
  readonly changes: readonly string[];
  /** Those about money only where the plan is acted on. */
  readonly flags: readonly HouseholdFlag[];
  readonly reasons: readonly Reason[];
  /**
   * The account brought to its share; absent where it is frozen, closed or has nothing to be invested. Whether it trades was measured and
   * weighed for the household: nothing has `fired` in the account, its drift is that to its share, and its gain is that of the share alone.
   */
  readonly result?: Rebalancing;
}

/** How a household comes to its target with each account's own money. */
export interface HouseholdRebalancing<C extends CurrencyCode = CurrencyCode> {
  readonly household: string;
  readonly policy: string;
  readonly asOf: PlainDate;
  /** SHA-256 of the household, the policy, the products concerned and the day: the same inputs have the same hash. */
  readonly inputHash: string;
  /**
   * Whether the plan can be met: whether the shares add up to where the household is to be brought, before each account rounds to what
   * its products allow. What is reached by the trades stands in `lines`.
   */
  readonly status: 'met' | 'not-met';
  /** `trade` if any account trades. */
  readonly decision: 'trade' | 'hold';
  /** What made the household worth a look, measured on all accounts together, by the order of the policy; empty on a hold within bands. */
  readonly fired: readonly FiredTrigger[];
  /** All accounts together, in the household's currency, measured against its target. Free money of frozen accounts is in `cash` but in no weight. */
  readonly before: AccountState<C>;
  /** The same once the trades that are made are done and their costs paid. */
  readonly after: AccountState<C>;
  /** Both numbers of the decision, for all accounts together; absent where the policy has no utility. */
  readonly weighing?: HouseholdWeighing<C>;
  /**
   * What is paid out of the household, and by which accounts, in its currency: nothing where it cannot be paid in full and the policy pays nothing in part.
   * Absent without a withdrawal.
   */
  readonly withdrawal?: {
    readonly amount: Money<C>;
    /** By the account's id. */
    readonly accounts: Readonly<Record<string, Money<C>>>;
  };
  /** What is to be invested in all accounts; target weights are shares of it. */
  readonly investable: Money<C>;
  /** By id: products, or asset classes. */
  readonly lines: readonly HouseholdLine<C>[];
  /** By ascending id of the account. */
  readonly shares: readonly HouseholdShare<C>[];
  /**
   * Cost of location, before and by plan, as a share of what is to be invested: the mean place in the rankings less one, or the mean cost a year, decimal
   * fraction. Absent without preferences.
   */
  readonly location?: { readonly before: number; readonly after: number };
  /** Changes in all accounts by plan, and whether fewer would not do; `false` where the search was given up. */
  readonly changes: { readonly count: number; readonly fewest: boolean };
  /**
   * Checked on what is written: `sum`, that nothing is lost; by account `own-money:…`, that no money moved to another, `account-rules:…`, how
   * many of its own rules are broken, and `least:…`, `most:…` of its limits, or `…-not-worsened`.
   */
  readonly certificate: readonly RuleCheck[];
  /** `needed` where an account that trades needs its client's: the plan is one, and half of it may lead away from the target. */
  readonly consent: 'not-needed' | 'needed';
  /** What the agreement by which the household is rebalanced must record; its target is the household's. */
  readonly instruction: Instruction;
  /** What the next look at the household needs to know: its `breached`. */
  readonly next: { readonly breached: readonly string[] };
  readonly reasons: readonly Reason[];
}
