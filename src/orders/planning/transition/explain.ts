import { makeReason, type Reason } from '../../../evidence/index.js';
import { addMoney, type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import type { NotOrdered } from '../planned.js';
import type { Comparison } from './compare.js';
import { notOrderedIn } from './differences.js';
import { whyNotPlaced } from './impossible-purchases.js';
import type { UnpaidSlice } from './pay-purchases.js';
import { type Purchase, placePurchase } from './place-purchase.js';
import { toBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import type { Sale } from './sales.js';
import type { SizedPurchases } from './size-purchases.js';

/** What should be sold and is not. */
export function explainSale<C extends CurrencyCode>(
  { position, missing, reasons }: Sale,
  { currency, rateOf }: ReadTransition<C>,
): readonly NotOrdered<C>[] {
  if (reasons.length === 0) return [];
  const amount = fromMinorUnits(currency, toBase(missing, rateOf(position.currency)!));
  const product = position.product.id;
  return [Object.freeze({ product, side: 'sell', amount, reasons: Object.freeze(reasons) })];
}

/** What is wanted and not bought: impossible, too small, not dealt in, not paid, or cut to the money there is. */
export function explainPurchases<C extends CurrencyCode>(
  { purchases, scaled, changes }: SizedPurchases,
  { wants, impossible }: Pick<Comparison<C>, 'wants' | 'impossible'>,
  unpaid: readonly UnpaidSlice[],
  read: ReadTransition<C>,
): readonly NotOrdered<C>[] {
  const wanted = new Map(wants.map(({ product, amount }) => [product, amount]));
  const never = new Map(impossible.map((one) => [one.product, one]));
  const write = notOrderedIn(read.currency);
  // Where nothing is bought nothing is in proportion.
  const isAny = purchases.some(({ slices }) => slices.length > 0);
  const tried = purchases.flatMap((purchase) => {
    const { product, rest, placed } = purchase;
    const waiting = unpaid.filter((one) => one.purchase === purchase);
    const notPaid = waiting.reduce(
      (sum, { slice }) => sum + inBase(slice.gross, purchase, read),
      0n,
    );
    const short = (wanted.get(product.id) ?? 0n) - placed;
    const why = [...waiting.flatMap((one) => one.reasons), ...whyNotPlaced(purchase, read)];
    if (scaled.has(product.id) && short > 0n) {
      const isShared = isAny && why.every(({ code }) => code !== 'orders.money-short');
      const code = isShared ? 'orders.scaled-to-money' : 'orders.money-short';
      why.push(makeReason(code, 'info', { product: product.id }));
    }
    if (why.length === 0 && lacksStep(purchase, short - changes, read)) {
      why.push(makeReason('orders.rounding-taken-off', 'info', { product: product.id }));
    }
    const known = never.get(product.id);
    never.delete(product.id);
    // Without a reason what is open is what rounding leaves; below 0 it is what was left over and went here.
    const counted = why.length > 0 || short < 0n ? short : 0n;
    const own = (known?.amount ?? 0n) + counted;
    const all = known !== undefined && own > 0n ? [...known.reasons, ...why] : why;
    if (all.length === 0) return [];
    const missing = short > 0n || own > rest ? own : rest;
    return [write(product.id, 'buy', missing + notPaid, unique(all))];
  });
  const others = [...never.values()];
  return [
    ...tried,
    ...others.map(({ product, amount, reasons }) => write(product, 'buy', amount, reasons)),
  ];
}

/** Whether more than a step is missing of what is wanted of a product, and could be bought if there were the money. */
function lacksStep<C extends CurrencyCode>(
  { product, placed }: Purchase,
  short: bigint,
  read: ReadTransition<C>,
): boolean {
  if (short <= read.amountStep) return false;
  const whole = { product: product.id, amount: placed + short };
  return placePurchase(whole, read.amountStep, read).placed > placed;
}

/** One entry for each product, with all that is known of it. */
export function joinByProduct<C extends CurrencyCode>(
  entries: readonly NotOrdered<C>[],
): readonly NotOrdered<C>[] {
  const joined = new Map<string, NotOrdered<C>>();
  for (const one of entries) {
    const before = joined.get(one.product);
    joined.set(one.product, before === undefined ? one : join(before, one));
  }
  return [...joined.values()].sort((a, b) => (a.product < b.product ? -1 : 1));
}

function join<C extends CurrencyCode>(one: NotOrdered<C>, other: NotOrdered<C>): NotOrdered<C> {
  const amount = addMoney<C>(one.amount, other.amount);
  return Object.freeze({
    ...one,
    amount,
    reasons: Object.freeze(unique([...one.reasons, ...other.reasons])),
  });
}

function unique(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify([reason.code, reason.parameters]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Worth of what a purchase pays, in the base. */
function inBase<C extends CurrencyCode>(
  units: bigint,
  { currency }: Purchase,
  { rateOf }: ReadTransition<C>,
): bigint {
  return toBase(units, rateOf(currency)!);
}
