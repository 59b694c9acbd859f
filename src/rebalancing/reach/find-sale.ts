import type { PlainDate } from '../../dates/index.js';
import { fromMinorUnits } from '../../money/index.js';
import type { DealingDesk } from '../../products/index.js';
import { least } from '../account/exact.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import { arrivingOf } from '../account/under-way.js';
import type { LotState } from '../lots/lot-state.js';
import { lotsInOrder, lotsLeft } from '../lots/sell-lots.js';
import { valueOfLots } from '../lots/take-lots.js';
import { type WashSale, washSaleOnSale } from '../lots/wash-sale.js';
import type { CompiledPolicy, Inside } from '../policy/compiled-policy.js';
import type { Bound, Hindrance, Release } from './bounds.js';
import { freeLots, type Keep } from './free-lots.js';
import { lotsOfIdentical } from './guard-identical.js';
import { limitOf } from './limit-of.js';
import { proRataOf, wholeOrderOn } from './whole-redemption.js';

/** What can be sold of a holding, and why not more. */
export type SaleBound = Pick<
  Bound,
  'sellable' | 'sellableLots' | 'saleDates' | 'sellHindrances' | 'sellReleases'
>;

/** What can be sold today, restrictions aside: what account and product permit, of lots that are free, up to the day's limit. */
export function findSale(
  holding: Holding,
  account: ReadAccount,
  inside: Inside,
  desk: DealingDesk,
): SaleBound {
  const { policy } = inside;
  const forbidden = forbiddenBy(holding, account, policy);
  if (forbidden !== undefined) return noSale(holding.local, forbidden, null);
  const { lots } = holding;
  const sale =
    lots === undefined
      ? saleWithoutLots(holding, account, inside, desk)
      : saleByLots(holding, pricedLots(lots, policy, desk), account, inside, desk);
  return holding.orders.length === 0 ? sale : withArriving(sale, holding);
}

/** What is only being bought cannot be sold before it is there. */
function withArriving(sale: SaleBound, holding: Holding): SaleBound {
  const arriving = arrivingOf(holding);
  if (arriving === undefined) return sale;
  const { on, amount: units } = arriving;
  const amount = fromMinorUnits(holding.currency, units);
  const hindrance = { code: 'rebalancing.under-way', parameters: { amount, on } };
  return {
    ...sale,
    sellHindrances: [...sale.sellHindrances, hindrance],
    sellReleases: [...sale.sellReleases, { on, amount: units }],
  };
}

/** An average cost is that of all lots, those that cannot be sold included. */
function pricedLots(
  lots: readonly LotState[],
  { lots: { method } }: CompiledPolicy,
  { asOf }: DealingDesk,
): readonly LotState[] {
  return method === 'average' ? lotsLeft('value', lots, 0n, { method, asOf }) : lots;
}

function forbiddenBy(
  { lots, item, price }: Holding,
  account: ReadAccount,
  policy: CompiledPolicy,
): Hindrance | undefined {
  if (account.status === 'frozen') return { code: 'rebalancing.frozen' };
  if (item.unitStep !== undefined && price === undefined) return { code: 'rebalancing.no-price' };
  if (lots === undefined && needsCosts(account, policy)) {
    return { code: 'rebalancing.holding-cost-not-known' };
  }
  return undefined;
}

/** Whether gains are reckoned, so that a lot without a known cost cannot be sold. */
function needsCosts({ tax, isTaxFree }: ReadAccount, { trading }: CompiledPolicy): boolean {
  if (isTaxFree) return false;
  return tax !== undefined || trading.gainBudget !== undefined || trading.taxBudget !== undefined;
}

function noSale(local: bigint, hindrance: Hindrance, on: PlainDate | null): SaleBound {
  return {
    sellable: 0n,
    sellableLots: [],
    saleDates: () => undefined,
    sellHindrances: [hindrance],
    sellReleases: [{ on, amount: local }],
  };
}

function saleWithoutLots(
  holding: Holding,
  account: ReadAccount,
  inside: Inside,
  desk: DealingDesk,
): SaleBound {
  const { product } = holding.item;
  const dealing = desk.next(product, 'sell');
  const held = holding.local - (arrivingOf(holding)?.amount ?? 0n);
  if (dealing.status !== 'now') {
    const hindrance = { code: 'rebalancing.no-redemption', details: dealing.reasons };
    return noSale(held, hindrance, wholeOrderOn(product, dealing, inside));
  }
  const proRata = proRataOf(product, dealing);
  if (proRata !== undefined) return noSale(held, proRata, wholeOrderOn(product, dealing, inside));
  const sellable = limited(held, holding, account, dealing.dealsOn);
  const kept = held - sellable;
  return {
    sellable,
    sellableLots: undefined,
    saleDates: () => dealing,
    sellHindrances: kept > 0n ? [DAILY_LIMIT] : [],
    // A limit of the day holds back until another day.
    sellReleases: kept > 0n ? [{ on: desk.asOf, amount: kept }] : [],
  };
}

const DAILY_LIMIT: Hindrance = Object.freeze({ code: 'rebalancing.daily-limit' });

function saleByLots(
  holding: Holding,
  lots: readonly LotState[],
  account: ReadAccount,
  inside: Inside,
  desk: DealingDesk,
): SaleBound {
  const { policy } = inside;
  const hindrances: Hindrance[] = [];
  const releases: Release[] = [];
  const keep: Keep = (kept, hindrance, on) => {
    hindrances.push(hindrance);
    releases.push({ on, amount: valueOfLots(kept) });
  };
  // What holds a lot back for good comes before what does so until a day.
  const named = nameLots(holding, lots, account, policy, keep);
  const known = needsCosts(account, policy) ? withKnownCost(named, keep) : named;
  const { free, saleDates } = freeLots(holding, known, inside, desk, keep);
  const sellableLots = withoutSpoiltLosses(holding, lots, free, account, policy, desk, keep);
  const sum = valueOfLots(sellableLots);
  const sellable = limited(sum, holding, account, saleDates(sellableLots)?.dealsOn);
  if (sellable < sum) {
    hindrances.push(DAILY_LIMIT);
    releases.push({ on: desk.asOf, amount: sum - sellable });
  }
  return { sellable, sellableLots, saleDates, sellHindrances: hindrances, sellReleases: releases };
}

function nameLots(
  { id, currency }: Holding,
  all: readonly LotState[],
  { history }: ReadAccount,
  { lots }: CompiledPolicy,
  keep: Keep,
): readonly LotState[] {
  if (lots.method !== 'specific') return all;
  const names = history.lotOrder.get(id) ?? [];
  return divide(
    all,
    (lot) => names.includes(lot.id),
    (others) => {
      const available = fromMinorUnits(currency, valueOfLots(all) - valueOfLots(others));
      keep(others, { code: 'rebalancing.lots-not-named', parameters: { available } }, null);
    },
  );
}

function withKnownCost(lots: readonly LotState[], keep: Keep): readonly LotState[] {
  return divide(
    lots,
    ({ cost }) => cost !== undefined,
    (others) => {
      const names = others.map(({ id }) => id).join(', ');
      keep(others, { code: 'rebalancing.cost-not-known', parameters: { lots: names } }, null);
    },
  );
}

/**
 * Leaves lots at a loss alone where a purchase that is near would spoil it: one of the last days, or a lot that is not sold before them. A
 * lot bought lately spoils the loss of older ones even if it stands at a loss itself.
 */
function withoutSpoiltLosses(
  { id, target }: Holding,
  all: readonly LotState[],
  lots: readonly LotState[],
  { history, holdings, tax, isTaxFree }: ReadAccount,
  policy: CompiledPolicy,
  { asOf }: DealingDesk,
  keep: Keep,
): readonly LotState[] {
  const { washSaleDays } = policy.lots;
  if (washSaleDays === undefined || isTaxFree) return lots;
  const losing = lots.filter(({ value, cost }) => cost !== undefined && value < cost);
  if (losing.length === 0) return lots;
  const { method } = policy.lots;
  const order = history.lotOrder.get(id)?.filter((name) => lots.some((lot) => lot.id === name));
  const rule = { method, asOf, ...(order && { order }), ...(tax && { tax }) };
  const inOrder = lotsInOrder(lots, rule).map(({ lot }) => lot.id);
  const goesWhole = target === 0 && lots.length === all.length;
  const staysBehind = (lot: LotState, sold: LotState): boolean =>
    !losing.includes(lot) || (!goesWhole && inOrder.indexOf(lot.id) > inOrder.indexOf(sold.id));
  const { identical } = policy.lots;
  const facts = { recentTrades: history.recentTrades, on: asOf, washSaleDays, identical };
  const others = lotsOfIdentical(id, holdings, identical);
  const spoilt = new Map<LotState, WashSale>();
  for (const sold of losing) {
    const kept = [...all.filter((lot) => staysBehind(lot, sold)), ...others];
    const found = washSaleOnSale(id, kept, facts);
    if (found !== undefined) spoilt.set(sold, found);
  }
  for (const [lot, { reason, from }] of spoilt) {
    keep([lot], { code: 'rebalancing.loss-kept', details: [reason] }, from);
  }
  return lots.filter((lot) => !spoilt.has(lot));
}

function divide(
  lots: readonly LotState[],
  isKept: (lot: LotState) => boolean,
  onOthers: (others: readonly LotState[]) => void,
): readonly LotState[] {
  const kept = lots.filter(isKept);
  if (kept.length < lots.length) onOthers(lots.filter((lot) => !isKept(lot)));
  return kept;
}

function limited(
  amount: bigint,
  holding: Holding,
  account: ReadAccount,
  day: PlainDate | undefined,
): bigint {
  const limit = limitOf(holding, 'sell', account, day);
  return limit === undefined ? amount : least(amount, limit);
}
