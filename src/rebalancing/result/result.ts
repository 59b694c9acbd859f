import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { Drift } from '../drift/drift.js';
import type { FiredTrigger } from '../triggers/fired-trigger.js';
import type { Instruction } from './instruction.js';
import type { ExchangeLeg, NotTraded, OutOfReach, Trade, TradingCosts } from './trade.js';

/** Free money in one currency on one day, after everything that is booked on it. */
export interface CashOnDay {
  readonly on: PlainDate;
  readonly balance: Money;
}

/** Free money before and after, in the account's currency at the given rates; the lines add up exactly. */
export interface CashLine<C extends CurrencyCode = CurrencyCode> {
  readonly before: Money<C>;
  readonly proceeds: Money<C>;
  readonly purchases: Money<C>;
  /** Exit fees, the spread of sales, exchange and tax, which are paid out of it. */
  readonly charges: Money<C>;
  readonly withdrawal: Money<C>;
  /** before + proceeds − purchases − charges − withdrawal. */
  readonly after: Money<C>;
  /** Every day on which a balance changes, by currency and day; never below the floor by a trade's fault. */
  readonly days: readonly CashOnDay[];
}

/** A rule of the policy, checked on the rounded portfolio that the trades lead to. */
export interface RuleCheck {
  /**
   * `sum`, `cash-floor`, `nothing-locked-sold`, `minimum-trade`, `step`, `minimum-holding`, `max-weight:P05`, `max-weight-of-issuer:…`, `max-weight-of-group:…`, ...; `max-weight-not-worsened:P05`
   * for what is above its most and is not bought, `cash-floor-not-worsened` for money that was below its floor and has not become less.
   */
  readonly rule: string;
  readonly holds: boolean;
  /** By how much it is missed where it does not hold, in its own unit; 0 where it holds. */
  readonly missedBy: number;
}

/** A state of the account. */
export interface AccountState<C extends CurrencyCode = CurrencyCode> {
  /** Value by product id. */
  readonly values: Readonly<Record<string, Money<C>>>;
  /** Weight by product id in what is to be invested. */
  readonly weights: Readonly<Record<string, number>>;
  readonly cash: Money<C>;
  readonly drift: Drift;
  /** Annual volatility of the difference to the target, decimal fraction; absent without `utility`. */
  readonly trackingError?: number;
  readonly volatility?: number;
}

/** What becomes of a withdrawal. */
export interface WithdrawalState<C extends CurrencyCode = CurrencyCode> {
  readonly asked: Money<C>;
  /** What the trades pay out: all of it, nothing, or a part where the policy allows that. */
  readonly paid: Money<C>;
  /** The day on which that is paid; `null` where nothing is. */
  readonly paidOn: PlainDate | null;
  /** The most that could be paid with what can be sold today; all of it where all is paid. */
  readonly possible: Money<C>;
  /**
   * The first day on which all of it could be paid if what can be sold was ordered as soon as it can be: under the limits of the days, with fees and tax at
   * their highest of today, and without regard to steps and minimums; what matures is paid back then. It may be before `paidOn` where what is sold settles
   * later than other things would. `null` where no day is known.
   */
  readonly coverableOn: PlainDate | null;
}

/** Whether to rebalance an account, with the trades, both numbers of the decision and what proves them. */
export interface Rebalancing<C extends CurrencyCode = CurrencyCode> {
  readonly decision: 'trade' | 'hold';
  readonly account: string;
  readonly policy: string;
  readonly asOf: PlainDate;
  /** SHA-256 of the account, the policy, the products concerned and the day: the same inputs have the same hash. */
  readonly inputHash: string;
  /** Positions and free money together. */
  readonly value: Money<C>;
  /** What target weights are shares of: the value less what is kept or paid out as money. */
  readonly investable: Money<C>;
  readonly before: AccountState<C>;
  /** As if the considered trades were done and their costs paid. */
  readonly after: AccountState<C>;
  /** What made the account worth a look, by the order of the policy; empty on a hold within bands. */
  readonly fired: readonly FiredTrigger[];
  /** The trades to make; empty on `hold`. */
  readonly trades: readonly Trade<C>[];
  /** The trades that were weighed; the same as `trades` on `trade`. */
  readonly considered: readonly Trade<C>[];
  /**
   * Every product held or wanted that is not traded, or less than its destination asks for, and why. One that is traded another amount because
   * the destination is solved around others is not named.
   */
  readonly notTraded: readonly NotTraded<C>[];
  /** What is itself kept from its target weight; what stays where it is because of others has the reason `solved-around` in `notTraded`. */
  readonly outOfReach: readonly OutOfReach[];
  readonly exchanges: readonly ExchangeLeg[];
  readonly costs: TradingCosts<C>;
  /**
   * (U(weights traded to) − U(before)) × investable × years: certainty-equivalent, below zero for a loss; absent without `utility`. The
   * weights are those that limits, counting and minimums leave, before costs. Where they come within a ten-thousandth of what is to be invested to
   * the weights sought, these exact ones count: what lies between is rounding.
   *
   * Where something must be traded in any case, the reasons have the gain and the cost beyond it, which decide.
   */
  readonly gain?: Money<C>;
  /** Certainty-equivalent annual returns behind the gain, decimal fractions. */
  readonly utilityBefore?: number;
  readonly utilityAfter?: number;
  readonly cash: CashLine<C>;
  /** Absent where nothing is to be paid out. */
  readonly withdrawal?: WithdrawalState<C>;
  /**
   * `exact`: products come to their destination to the unit; `inexact`: they come near; `ambiguous`: the products could reach the same
   * asset classes in several ways, and the one nearest to the target was taken.
   */
  readonly fit: 'exact' | 'inexact' | 'ambiguous';
  /** The rules of money, permissions, sizes, lots, caps, limits and budgets, checked anew on what is written, by arithmetic of its own. */
  readonly certificate: readonly RuleCheck[];
  /** What the next look needs to know. */
  readonly next: { readonly breached: readonly string[] };
  /** Whether the trades may be made under a mandate or need the client's consent first. */
  readonly consent: 'not-needed' | 'needed';
  /** What the agreement by which it is rebalanced must record. */
  readonly instruction: Instruction;
  readonly reasons: readonly Reason[];
}
