import { type CurrencyCode, type Money, minorDigits, toMinorUnits } from '../../money/index.js';
import {
  type DealingDesk,
  entryFeeUnits,
  type Product,
  type ProductUniverse,
  productOn,
} from '../../products/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { spreadUnits } from '../account/dealing-spread.js';
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

/** Value of a position in smallest units of its own currency, orders under way counted as done. */
export function heldBefore(evidence: Evidence, trade: Trade): bigint {
  const { account, desk } = evidence;
  let held = freeBefore(evidence, trade);
  for (const order of account.openOrders ?? []) {
    if (order.product !== trade.product || order.side === 'sell') continue;
    const product = productOf(evidence, trade.product);
    const { currency } = trade.local;
    const paid = unitsIn(order.amount);
    const invested = paid - entryFeeUnits(productOn(product, desk.asOf), paid, currency);
    const usual = invested - spreadUnits(product, paid, currency, invested);
    held += order.net === undefined ? usual : unitsIn(order.net);
  }
  return held;
}

/** The same without what is only being bought: what can be sold at most. */
export function freeBefore(evidence: Evidence, trade: Trade): bigint {
  let free = positionOf(evidence, trade);
  for (const { product, side, amount } of evidence.account.openOrders ?? []) {
    if (product === trade.product && side === 'sell') free -= unitsIn(amount);
  }
  return free;
}

function positionOf(evidence: Evidence, trade: Trade): bigint {
  const position = evidence.account.positions.find(({ product }) => product === trade.product);
  if (position === undefined) return 0n;
  if (position.value !== undefined) return unitsIn(position.value);
  const units = readDecimal(position.units, 'units', 'any');
  const price = readDecimal(position.price?.amount, 'price', 'any');
  const shift = units.scale + price.scale - minorDigits(trade.local.currency);
  const product = units.digits * price.digits;
  if (shift <= 0) return product * powerOfTen(-shift);
  const divisor = powerOfTen(shift);
  const whole = product / divisor;
  const twice = 2n * (product - whole * divisor);
  return twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole;
}

/** An amount of another currency in the account's. */
export function inAccount(units: bigint, currency: CurrencyCode, { rateOf }: Evidence): bigint {
  return toAccount(units, rateOf(currency));
}
