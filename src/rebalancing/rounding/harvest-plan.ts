import type { Reason } from '../../evidence/index.js';
import { least } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import { harvestLosses, lossesWorthTaking } from '../lots/harvest.js';
import { valueOfLots } from '../lots/take-lots.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { Bound } from '../reach/bounds.js';
import { lotsOfIdentical } from '../reach/guard-identical.js';
import type { Situation } from '../reach/situation.js';

/** Lots that are sold for their loss, and what takes their money, by the places of the holdings. */
export interface PlannedHarvest {
  readonly from: number;
  readonly to: number;
  readonly lots: readonly string[];
  /** Smallest units of the account's currency. */
  readonly value: bigint;
  readonly reason: Reason;
}

/** What is harvested, and the reasons for losses that are left. */
export interface HarvestPlan {
  readonly harvests: readonly PlannedHarvest[];
  readonly left: readonly { readonly place: number; readonly reason: Reason }[];
}

export const NO_HARVEST: HarvestPlan = Object.freeze({
  harvests: Object.freeze([]),
  left: Object.freeze([]),
});

/** Finds losses that the policy takes. A product above a day's limit, or a substitute that cannot be bought, is left alone. */
export function planHarvest(
  { account, inside, desk }: Situation,
  bounds: readonly Bound[],
): HarvestPlan {
  const { lots } = inside.policy;
  if (lots.harvest === undefined || account.status !== 'active' || account.isTaxFree) {
    return NO_HARVEST;
  }
  const { holdings, history } = account;
  const placeOf = new Map(holdings.map(({ id }, place) => [id, place]));
  const positions = holdings.flatMap(({ id, lots: all, rate }, place) => {
    const free = bounds[place]!.sellableLots ?? [];
    const { sellable } = bounds[place]!;
    const isLimited = sellable < valueOfLots(free);
    if (all === undefined || free.length === 0 || isLimited) return [];
    const isFree = new Set(free.map((lot) => lot.id));
    const locked = all.filter((lot) => !isFree.has(lot.id));
    const others = lotsOfIdentical(id, holdings, lots.identical);
    const inOwn = (amount: bigint): bigint => toAccount(amount, rate);
    return [{ product: id, lots: free, locked: [...locked, ...others], inOwn }];
  });
  const { harvests, left } = harvestLosses(positions, lots, {
    asOf: desk.asOf,
    recentTrades: history.recentTrades,
    mayBuy: (product) => bounds[placeOf.get(product)!]!.buyDates !== undefined,
  });
  return {
    harvests: harvests.map(({ product, substitute, lots: ids, value, reason }) => {
      const from = placeOf.get(product)!;
      const { rate, value: whole } = holdings[from]!;
      const worth = least(toAccount(value, rate), whole);
      return { from, to: placeOf.get(substitute)!, lots: ids, value: worth, reason };
    }),
    left: [
      ...left.map(({ product, reason }) => ({ place: placeOf.get(product)!, reason })),
      ...guardedLosses(account, bounds, lots.harvest),
    ],
  };
}

/** Losses that would be taken if the wash-sale guard did not hold their lots fast. */
function guardedLosses(
  { holdings }: Situation['account'],
  bounds: readonly Bound[],
  harvest: NonNullable<CompiledPolicy['lots']['harvest']>,
): HarvestPlan['left'] {
  return holdings.flatMap(({ lots = [], rate }, place) => {
    const { sellableLots = [], sellHindrances } = bounds[place]!;
    const guard = sellHindrances.find(({ code }) => code === 'rebalancing.loss-kept');
    const [reason] = guard?.details ?? [];
    if (reason === undefined) return [];
    const free = new Set(sellableLots.map(({ id }) => id));
    const kept = lots.filter(({ id }) => !free.has(id));
    const inOwn = (amount: bigint): bigint => toAccount(amount, rate);
    return lossesWorthTaking({ lots: kept, inOwn }, harvest).length > 0 ? [{ place, reason }] : [];
  });
}
