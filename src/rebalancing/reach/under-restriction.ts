import { addDays, type PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits } from '../../money/index.js';
import type { DealingDesk } from '../../products/index.js';
import { most } from '../account/exact.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import { arrivingOf } from '../account/under-way.js';
import type { Inside } from '../policy/compiled-policy.js';
import { forbidsPurchase, forbidsSale, type ReadRestriction } from '../restrictions.js';
import type { Hindrance, Investable, Release } from './bounds.js';
import { findPurchase, mostWorthOf, type PurchaseBound } from './find-purchase.js';
import { findSale, type SaleBound } from './find-sale.js';

/** What can be sold today under the restriction of the holding, if it has one. */
export function saleUnderRestriction(
  holding: Holding,
  account: ReadAccount,
  inside: Inside,
  desk: DealingDesk,
): SaleBound {
  const { restriction, local } = holding;
  const isForbidden = forbidsSale(restriction) && account.status !== 'frozen';
  if (restriction === undefined || !isForbidden) {
    const sale = inTime(findSale(holding, account, inside, desk), account);
    return restriction?.amount === undefined ? sale : saleBeside(restriction, sale, holding);
  }
  const free = dayAfter(restriction, inside);
  return {
    sellable: 0n,
    sellableLots: [],
    saleDates: () => undefined,
    sellHindrances: [hindranceOf(restriction, holding)],
    sellReleases:
      free === null
        ? [{ on: null, amount: local }]
        : releasesOn(free, findSale(holding, account, inside, inside.deskOn(free))),
  };
}

/** Nothing where the money would come too late. */
function inTime(sale: SaleBound, { raisesBy: by }: ReadAccount): SaleBound {
  if (by === undefined || sale.sellable === 0n) return sale;
  const on = sale.saleDates(sale.sellableLots ?? [])?.settlesOn;
  if (on === undefined || on <= by) return sale;
  const hindrance = { code: 'rebalancing.settles-too-late', parameters: { on, by } };
  const releases: readonly Release[] = [{ on: null, amount: sale.sellable }];
  return {
    ...sale,
    sellable: 0n,
    sellableLots: [],
    sellHindrances: [...sale.sellHindrances, hindrance],
    sellReleases: [...sale.sellReleases, ...releases],
  };
}

/** What can be sold as seen from a later day. */
function releasesOn(on: PlainDate, { sellable, sellReleases }: SaleBound): readonly Release[] {
  return [{ on, amount: sellable }, ...sellReleases];
}

/** A restriction until then has no end: there is no later day. */
const LAST_DAY: PlainDate = '9999-12-31';

/** What can be sold beside a part that is held fast: units are alike, so it may be of those that cannot be sold anyway. */
function saleBeside(restriction: ReadRestriction, sale: SaleBound, holding: Holding): SaleBound {
  const there = holding.local - (arrivingOf(holding)?.amount ?? 0n);
  const { amount: part = 0n, until } = restriction;
  const sellable = most(there - part, 0n);
  if (sale.sellable <= sellable) return sale;
  const on = until === undefined || until === LAST_DAY ? null : addDays(until, 1);
  return {
    ...sale,
    sellable,
    sellHindrances: [...sale.sellHindrances, hindranceOf(restriction, holding)],
    sellReleases: [...sale.sellReleases, { on, amount: sale.sellable - sellable }],
  };
}

/** What can be bought today under the restriction of the holding, if it has one. */
export function purchaseUnderRestriction(
  holding: Holding,
  account: ReadAccount,
  money: Investable,
  inside: Inside,
  desk: DealingDesk,
): PurchaseBound {
  const { restriction, value, item } = holding;
  const isForbidden = forbidsPurchase(restriction) && account.status === 'active';
  if (restriction === undefined || !isForbidden) {
    return findPurchase(holding, account, money, inside.policy, desk);
  }
  const free = dayAfter(restriction, inside);
  const released = free === null ? null : inside.deskOn(free).next(item.product, 'buy').orderOn;
  return {
    high: value,
    mostWorth: mostWorthOf(holding, money, inside.policy),
    buyable: 0n,
    buyDates: undefined,
    buyHindrances: [hindranceOf(restriction, holding)],
    buyReleasedOn: released ?? null,
  };
}

/** The first day without the restriction; `null` where it has no end, or the calendar does not reach it. */
function dayAfter({ until }: ReadRestriction, { calendar }: Inside): PlainDate | null {
  if (until === undefined || until >= calendar.covers.to) return null;
  const day = addDays(until, 1);
  return day < calendar.covers.to ? day : null;
}

function hindranceOf(restriction: ReadRestriction, { id, currency }: Holding): Hindrance {
  const { kind, reason, until, amount } = restriction;
  const details = [
    ...(reason === undefined ? [] : [reason]),
    ...(until === undefined
      ? []
      : [makeReason('rebalancing.restricted-until', 'info', { product: id, until })]),
  ];
  if (amount === undefined) return { code: `rebalancing.${kind}`, details };
  const parameters = { amount: fromMinorUnits(currency, amount) };
  return { code: 'rebalancing.part-held', parameters, details };
}
