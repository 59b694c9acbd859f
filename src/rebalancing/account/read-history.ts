import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import { type Realised, readRealised } from '../lots/read-realised.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { RebalancingAccount } from './account.js';
import { PLANNED_PURCHASE_FIELDS, RECENT_TRADE_FIELDS, TRADED_TODAY_FIELDS } from './fields.js';
import { readTexts } from './read-texts.js';

/** What has happened in an account, checked. */
export interface History {
  /** `null` if there was no trade, absent if that is unknown. */
  readonly lastTradeOn: PlainDate | null | undefined;
  readonly breached: ReadonlySet<string>;
  readonly events: readonly string[];
  /** Purchases that are to come among them. */
  readonly recentTrades: readonly RecentTrade[];
  readonly realised: Realised;
  /** By product id, in smallest units of its currency. */
  readonly tradedToday: ReadonlyMap<string, TradedToday>;
  readonly lotOrder: ReadonlyMap<string, readonly string[]>;
}

export interface TradedToday {
  readonly bought: bigint;
  readonly redeemed: bigint;
}

/** Checks what an account says of the past. */
export function readHistory(
  account: RebalancingAccount,
  currency: CurrencyCode,
  inside: Inside,
  asOf: PlainDate,
): History {
  const { lastTradeOn, breached, events, realisedGains } = account;
  return {
    lastTradeOn:
      lastTradeOn === undefined || lastTradeOn === null
        ? lastTradeOn
        : readDay(lastTradeOn, 'account.lastTradeOn', asOf),
    breached: new Set(readTexts(breached, 'account.breached')),
    events: readTexts(events, 'account.events'),
    recentTrades: [
      ...readRecentTrades(account.recentTrades, inside, asOf),
      ...readPlannedPurchases(account.plannedPurchases, inside, asOf),
    ],
    realised: readRealised(realisedGains, currency, 'account.realisedGains'),
    tradedToday: readTradedToday(account.tradedToday, currency, inside),
    lotOrder: readLotOrder(account.lotOrder, inside),
  };
}

function readDay(value: unknown, path: string, asOf: PlainDate): PlainDate {
  const day = parsePlainDate(value, path);
  if (day <= asOf) return day;
  throw new AptfolioError('out-of-range', path, `a day on or before ${asOf}`, day);
}

function readRecentTrades(
  trades: unknown,
  inside: Inside,
  asOf: PlainDate,
): readonly RecentTrade[] {
  if (trades === undefined) return [];
  const path = 'account.recentTrades';
  return checkList<RecentTrade>(trades, path).map((trade, i) => {
    const where = at(path, i);
    checkObject(trade, where);
    refuseUnknown(trade, where, RECENT_TRADE_FIELDS);
    if (trade.atLoss !== undefined) checkBoolean(trade.atLoss, at(where, 'atLoss'));
    checkOneOf(trade.side, at(where, 'side'), ['buy', 'sell'] as const);
    checkProduct(trade.product, at(where, 'product'), inside);
    return { ...trade, on: readDay(trade.on, at(where, 'on'), asOf) };
  });
}

/** For the guard a purchase that is to come is like one that was made. */
function readPlannedPurchases(
  purchases: unknown,
  inside: Inside,
  asOf: PlainDate,
): readonly RecentTrade[] {
  if (purchases === undefined) return [];
  const path = 'account.plannedPurchases';
  return checkList<unknown>(purchases, path).map((purchase, i) => {
    const where = at(path, i);
    const given = checkObject(purchase, where);
    refuseUnknown(purchase, where, PLANNED_PURCHASE_FIELDS);
    checkProduct(given.product, at(where, 'product'), inside);
    const on = parsePlainDate(given.on, at(where, 'on'));
    if (on < asOf) {
      throw new AptfolioError('out-of-range', at(where, 'on'), `a day on or after ${asOf}`, on);
    }
    return { product: given.product as string, side: 'buy', on };
  });
}

function readTradedToday(
  given: unknown,
  currency: CurrencyCode,
  inside: Inside,
): ReadonlyMap<string, TradedToday> {
  if (given === undefined) return new Map();
  const path = 'account.tradedToday';
  return new Map(
    Object.entries(checkObject(given, path)).map(([id, amounts]) => {
      const where = at(path, id);
      checkProduct(id, where, inside);
      const { bought, redeemed } = checkObject(amounts, where);
      refuseUnknown(amounts, where, TRADED_TODAY_FIELDS);
      const own = inside.products.get(id)!.currency ?? currency;
      const read = (value: unknown, key: string): bigint =>
        value === undefined
          ? 0n
          : toMinorUnits(parseMoneyIn(value, own, at(where, key), { sign: 'not-negative' }));
      return [id, { bought: read(bought, 'bought'), redeemed: read(redeemed, 'redeemed') }];
    }),
  );
}

function readLotOrder(given: unknown, inside: Inside): ReadonlyMap<string, readonly string[]> {
  if (given === undefined) return new Map();
  const path = 'account.lotOrder';
  return new Map(
    Object.entries(checkObject(given, path)).map(([id, order]) => {
      const where = at(path, id);
      checkProduct(id, where, inside);
      return [id, readTexts(order, where)];
    }),
  );
}

function checkProduct(id: unknown, path: string, inside: Inside): void {
  if (inside.products.has(checkText(id, path))) return;
  throw new AptfolioError('unknown-id', path, 'a product of the universe', id);
}
