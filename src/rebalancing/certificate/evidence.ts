import { type CurrencyCode, type Money, minorDigits, toMinorUnits } from '../../money/index.js';
import type { DealingDesk, Product, ProductUniverse } from '../../products/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { powerOfTen, readDecimal } from '../account/exact.js';
import { type RateOf, toAccount } from '../account/rates.js';
import type { RebalancingPolicy } from '../policy/policy.js';
import type { AccountState, CashLine, RuleCheck } from '../result/result.js';
import type { Trade, TradingCosts } from '../result/trade.js';

/** What a certificate is made from: what was given, and the result as it is written. */
export interface Evidence {
  readonly account: RebalancingAccount;
  readonly policy: RebalancingPolicy;
  readonly universe: ProductUniverse;
  readonly desk: DealingDesk;
  readonly rateOf: RateOf;
  /** Tax of the sales that are under way, in smallest units. */
  readonly taxUnderWay: bigint;
  readonly value: Money;
  readonly investable: Money;
  readonly before: AccountState;
  readonly after: AccountState;
  readonly trades: readonly Trade[];
  readonly costs: TradingCosts;
  readonly cash: CashLine;
}

/** A rule's check; what is missed is above 0, in the rule's own unit. */
export function check(rule: string, missedBy: number): RuleCheck {
  return Object.freeze({ rule, holds: !(missedBy > 0), missedBy: missedBy > 0 ? missedBy : 0 });
}

/** What of an amount is missing, for a rule that asks for a least one; 0 where nothing is. */
export function shortBy(units: bigint, currency: CurrencyCode): number {
  return units > 0n ? asNumber(units, currency) : 0;
}

/** How many smallest units make one of a currency, by its digits. */
const SCALES: readonly number[] = [1, 10, 100, 1000, 10_000];

/** An amount of money as a number, for what a rule is missed by. */
export function asNumber(units: bigint, currency: CurrencyCode): number {
  return units === 0n ? 0 : Number(units) / SCALES[minorDigits(currency)]!;
}

/** An amount in its currency's smallest units. */
export function unitsIn(amount: Money): bigint {
  return toMinorUnits(amount);
}

/** The product of an id, as it was given. */
export function productOf({ universe }: Evidence, id: string): Product {
  return universe.byId[id]!;
}

/** The currency in which a product trades. */
export function currencyOf(product: Product, account: RebalancingAccount): CurrencyCode {
  return product.currency ?? account.currency;
}

/** A decimal text in smallest units of a currency, what is finer counted up. */
export function unitsOf(text: string, currency: CurrencyCode): bigint {
  const { digits, scale } = readDecimal(text, 'text', 'any');
  const shift = minorDigits(currency) - scale;
  if (shift >= 0) return digits * powerOfTen(shift);
  const divisor = powerOfTen(-shift);
  return (digits + divisor - 1n) / divisor;
}

/** An amount of another currency in the account's. */
export function inAccount(units: bigint, currency: CurrencyCode, { rateOf }: Evidence): bigint {
  return toAccount(units, rateOf(currency));
}
