import { makeReason } from '../../evidence/index.js';
import { least, shareOf } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import type { LotState } from '../lots/lot-state.js';
import { valueOfLots } from '../lots/take-lots.js';
import type { Identical } from '../lots/wash-sale.js';
import type { CompiledLots } from '../policy/read-lot-policy.js';
import type { Bound, Hindrance, Investable } from './bounds.js';

/** The lots of other products that count as the same as a product. */
export function lotsOfIdentical(
  id: string,
  holdings: readonly Holding[],
  identical: Identical,
): readonly (LotState & { readonly product: string })[] {
  const same = identical.get(id);
  if (same === undefined) return [];
  return holdings.flatMap(({ id: product, lots = [] }) =>
    product === id || !same.has(product) ? [] : lots.map((lot) => ({ ...lot, product })),
  );
}

/**
 * Sees to it that of products that count as the same none is bought on the day on which another is sold at a loss: where one is to be bought,
 * the losses of the others stay, as the money would go into the same thing again; else, or where money must be raised, none is bought.
 */
export function guardIdentical(
  bounds: readonly Bound[],
  account: ReadAccount,
  { investable, mustRaise = false }: Investable,
  { identical, washSaleDays }: CompiledLots,
): readonly Bound[] {
  if (identical.size === 0 || washSaleDays === undefined || account.isTaxFree) return bounds;
  const { holdings } = account;
  const isWanted = (place: number): boolean =>
    bounds[place]!.high > holdings[place]!.value &&
    shareOf(investable, holdings[place]!.target) > holdings[place]!.value;
  const guarded = [...bounds];
  holdings.forEach(({ id }, place) => {
    const losing = (bounds[place]!.sellableLots ?? []).filter(isLosing);
    const same = identical.get(id);
    if (losing.length === 0 || same === undefined) return;
    const others = [...holdings.keys()].filter(
      (other) => other !== place && same.has(holdings[other]!.id),
    );
    const wanted = mustRaise ? undefined : others.find(isWanted);
    if (wanted !== undefined) {
      const other = holdings[wanted]!.id;
      guarded[place] = withoutSale(guarded[place]!, holdings[place]!, losing, other);
      return;
    }
    for (const one of others) {
      guarded[one] = withoutPurchase(guarded[one]!, holdings[one]!, id);
    }
  });
  return guarded;
}

function isLosing({ value, cost }: LotState): boolean {
  return cost !== undefined && value < cost;
}

function withoutSale(
  bound: Bound,
  { id: product, value, rate }: Holding,
  losing: readonly LotState[],
  other: string,
): Bound {
  const sellableLots = bound.sellableLots!.filter((lot) => !losing.includes(lot));
  const sellable = least(bound.sellable, valueOfLots(sellableLots));
  const reason = makeReason('rebalancing.identical-to-be-bought', 'warn', { product, other });
  const hindrance: Hindrance = { code: 'rebalancing.loss-kept', details: [reason] };
  const low = value - least(toAccount(sellable, rate), value);
  return {
    ...bound,
    low,
    high: bound.high < low ? low : bound.high,
    sellable,
    sellableLots,
    sellHindrances: [...bound.sellHindrances, hindrance],
    sellReleases: [...bound.sellReleases, { on: null, amount: valueOfLots(losing) }],
  };
}

function withoutPurchase(bound: Bound, { id: product, value }: Holding, other: string): Bound {
  if (bound.buyDates === undefined) return bound;
  const reason = makeReason('rebalancing.identical-may-be-sold', 'warn', { product, other });
  return {
    ...bound,
    high: least(bound.high, value),
    buyable: 0n,
    buyDates: undefined,
    buyHindrances: [{ code: 'rebalancing.wash-sale', details: [reason] }],
    buyReleasedOn: null,
  };
}
