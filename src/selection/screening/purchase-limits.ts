import {
  type CurrencyCode,
  compareMoney,
  convertMoney,
  type Money,
  money,
  totalIn,
} from '../../money/index.js';
import { type Product, purchaseTerms } from '../../products/index.js';
import type { ScreeningTerms } from './screening-context.js';

/** Amounts between which a product can be bought and held, in the currency of what is to be invested. */
export interface PurchaseLimits {
  /** The least purchase, or addition to what is held. */
  readonly leastBought: Money;
  /** Whether there is as much as that. */
  readonly isAffordable: boolean;
  /** The most that may be bought on one day. */
  readonly dailyPurchase: Money | undefined;
  /** The least that may be sold of a holding, unless all of it is. */
  readonly leastSold: Money | undefined;
  /** The least that may stay of a holding. */
  readonly leastKept: Money | undefined;
  /** The most that may be held. */
  readonly most: Money | undefined;
}

/** Looks up the limits of one product after another; products of equal terms share one answer. */
export type LimitsOf = (product: Product, isHeld: boolean) => PurchaseLimits | undefined;

/** Limits of products; nothing where no amount is to be invested, or the rate to a product's currency is missing. */
export function openPurchaseLimits({ amount, fx }: ScreeningTerms): LimitsOf {
  if (amount === undefined) return () => undefined;
  const known = new Map<string, PurchaseLimits | undefined>();
  return (product, isHeld) => {
    const { currency, minimumPurchase, minimumAddition, step, minimumHolding, maximumHolding } =
      product;
    const addition = isHeld ? minimumAddition : undefined;
    const daily = product.dealing?.dailyPurchase ?? '';
    const sold = product.minimumRedemption ?? '';
    const key = `${daily} ${sold} ${currency} ${minimumPurchase} ${addition} ${step} ${minimumHolding} ${maximumHolding}`;
    if (known.has(key)) return known.get(key);
    const limits = readLimits(product, isHeld, amount, fx);
    known.set(key, limits);
    return limits;
  };
}

function readLimits(
  product: Product,
  isHeld: boolean,
  amount: Money,
  fx: ScreeningTerms['fx'],
): PurchaseLimits | undefined {
  const own = product.currency ?? amount.currency;
  if (own !== amount.currency && !hasRate(own, amount.currency, fx)) return undefined;
  const inAmount = (one: Money, rounding: 'up' | 'down'): Money =>
    inCurrencyOf(amount.currency, one, fx, rounding)!;
  const read = (text: string | undefined, rounding: 'up' | 'down'): Money | undefined =>
    text === undefined ? undefined : inAmount(money(own, text, { rounding }), rounding);
  const leastBought = inAmount(purchaseTerms(product, own, { held: isHeld }).minimum, 'up');
  return {
    leastBought,
    isAffordable: compareMoney(amount, leastBought) >= 0,
    dailyPurchase: read(product.dealing?.dailyPurchase, 'down'),
    leastSold: read(product.minimumRedemption, 'up'),
    leastKept: read(product.minimumHolding, 'up'),
    most: read(product.maximumHolding, 'down'),
  };
}

/** Money in a currency; undefined where there is no rate. */
export function inCurrencyOf(
  currency: CurrencyCode,
  one: Money,
  fx: ScreeningTerms['fx'],
  rounding: 'up' | 'down',
): Money | undefined {
  if (one.currency === currency) return one;
  return hasRate(one.currency, currency, fx)
    ? convertMoney(one, currency, fx!, { rounding })
    : undefined;
}

/** Whether a currency can be converted. */
function hasRate(from: CurrencyCode, to: CurrencyCode, fx: ScreeningTerms['fx']): boolean {
  return fx !== undefined && totalIn(to, [money(from, '1')], fx).status === 'complete';
}
