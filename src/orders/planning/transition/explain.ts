import { makeReason, type Reason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import { obstacleReason } from '../obstacle-reason.js';
import type { NotOrdered } from '../planned.js';
import type { UnpaidSlice } from './pay-purchases.js';
import { fromBase, toBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import type { Sale } from './sales.js';
import type { Purchase, SizedPurchases, Want } from './size-purchases.js';

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

/** What is wanted and not bought: too small, not dealt in, not paid, or cut to the money there is. */
export function explainPurchases<C extends CurrencyCode>(
  { purchases, scaled }: SizedPurchases,
  wants: readonly Want[],
  unpaid: readonly UnpaidSlice[],
  read: ReadTransition<C>,
): readonly NotOrdered<C>[] {
  const wanted = new Map(wants.map(({ product, amount }) => [product, amount]));
  return purchases.flatMap((purchase) => {
    const { product, currency, rest, placed, obstacle, reasons } = purchase;
    const open = unpaid.filter((one) => one.purchase === purchase);
    const notPaid = open.reduce((sum, { slice }) => sum + inBase(slice.gross, purchase, read), 0n);
    const asked = wanted.get(product.id) ?? 0n;
    const all: Reason[] = [...reasons, ...unique(open.flatMap((one) => one.reasons))];
    if (obstacle !== undefined) {
      const local = fromMinorUnits(currency, fromBase(rest, read.rateOf(currency)!));
      all.push(obstacleReason(obstacle, product.id, local));
    }
    if (scaled && asked > placed) {
      const parameters = { product: product.id };
      all.push(makeReason('orders.scaled-to-money', 'info', parameters));
    }
    if (all.length === 0) return [];
    const missing = asked > placed ? asked - placed : rest;
    const amount = fromMinorUnits(read.currency, missing + notPaid);
    const frozen = Object.freeze(all);
    return [Object.freeze({ product: product.id, side: 'buy' as const, amount, reasons: frozen })];
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
