import type { PlainDate } from '../../dates/index.js';
import { type Money, money, ratioOfMoney } from '../../money/index.js';
import { acceptedShareOn, mostOn, type Product } from '../../products/index.js';
import { type DealingView, isMaturity, type Lot, type SettledDealing } from './dealing-reasons.js';
import { inCurrencyOf } from './purchase-limits.js';
import type { ScreeningTerms } from './screening-context.js';

/** When and how much of a product's money can be back. Parts are decimal fractions of what is to be invested. */
export interface MoneyBack {
  /** The day on which all of a part is back; undefined where no such day is known. */
  readonly allOn: (product: Product, part: number, lot?: Lot) => PlainDate | undefined;
  /** The largest part that is back by a day; infinite where nothing limits it. */
  readonly mostBy: (product: Product, on: PlainDate, lot?: Lot) => number;
}

/** Parts may miss a day's limit by rounding. */
const ROUNDING = 1e-9;

/** Days of redemption that are looked at: about 50 years of business days. */
export const MOST_DAYS = 13_000;

/** Whether a client cannot redeem as much as wanted on some day. */
export function isLimited({ dealing }: Product): boolean {
  return dealing?.dailyRedemption !== undefined || (dealing?.gates ?? []).length > 0;
}

/**
 * Follows redemptions day by day under daily limits and gates, each day as much as it lets one client have. Without an amount nobody can
 * say what a limit in money means; then nothing of a limited product counts as back.
 */
export function openMoneyBack(view: DealingView, terms: ScreeningTerms): MoneyBack {
  const allOn = (product: Product, part: number, lot: Lot = 'bought'): PlainDate | undefined => {
    if (!isLimited(product)) return first(view.redemptions(product, lot))?.settlesOn;
    if (isTooSlow(product, part, terms)) return undefined;
    let back = 0;
    let days = 0;
    for (const redemption of view.redemptions(product, lot)) {
      back += dayPart(product, redemption, terms);
      if (back >= part - ROUNDING && back > 0) return redemption.settlesOn;
      if (++days === MOST_DAYS) break;
    }
    return undefined;
  };
  const mostBy = (product: Product, on: PlainDate, lot: Lot = 'bought'): number => {
    let back = 0;
    for (const redemption of view.redemptions(product, lot)) {
      if (redemption.settlesOn > on) break;
      if (!isLimited(product)) return Number.POSITIVE_INFINITY;
      back += dayPart(product, redemption, terms);
      if (back >= 1) return Number.POSITIVE_INFINITY;
    }
    return back;
  };
  return { allOn, mostBy };
}

/** The most of a product whose money is back on the day on which all of it is needed; infinite where nothing limits it. */
export function inTime(
  product: Product,
  view: DealingView | undefined,
  terms: ScreeningTerms,
): number {
  const { moneyNeededOn } = terms;
  if (moneyNeededOn === undefined || view === undefined || !isLimited(product)) {
    return Number.POSITIVE_INFINITY;
  }
  return openMoneyBack(view, terms).mostBy(product, moneyNeededOn);
}

function first(redemptions: Iterable<SettledDealing>): SettledDealing | undefined {
  for (const redemption of redemptions) return redemption;
  return undefined;
}

/**
 * The part that one day lets the client have for certain: at maturity all is paid back, and on a day on which only a share of each order is
 * accepted nobody counts on it.
 */
function dayPart(product: Product, redemption: SettledDealing, terms: ScreeningTerms): number {
  if (isMaturity(product, redemption)) return Number.POSITIVE_INFINITY;
  if (acceptedShareOn(product, redemption.dealsOn) !== undefined) return 0;
  const most = mostOn(product, 'sell', redemption.dealsOn);
  return most === undefined ? Number.POSITIVE_INFINITY : partOf(product, most, terms);
}

/** A sum in the product's currency as a part of what is to be invested; 0 where that cannot be said. */
export function partOf(product: Product, sum: string, { amount, fx }: ScreeningTerms): number {
  const own = amount && moneyOf(product, sum, amount);
  const converted = own && inCurrencyOf(amount!.currency, own, fx, 'down');
  return converted === undefined ? 0 : ratioOfMoney(converted, amount!);
}

function moneyOf({ currency }: Product, sum: string, amount: Money): Money {
  return money(currency ?? amount.currency, sum, { rounding: 'down' });
}

/** Whether a daily limit takes longer than is looked ahead. */
function isTooSlow(product: Product, part: number, terms: ScreeningTerms): boolean {
  const daily = product.dealing?.dailyRedemption;
  if (daily === undefined || product.dealing?.maturity !== undefined) return false;
  return partOf(product, daily, terms) * MOST_DAYS < part;
}
