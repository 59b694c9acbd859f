import type { PlainDate } from '../../dates/index.js';
import {
  addMoney,
  type CurrencyCode,
  convertMoney,
  isPositive,
  isZero,
  type Money,
  subtractMoney,
  zeroMoney,
} from '../../money/index.js';
import type { ProductUniverse } from '../../products/index.js';
import type { AccountPosition, RebalancingAccount } from '../account/account.js';
import { atScale, readDecimal, writeDecimal } from '../account/exact.js';
import type { Lot, RealisedGains } from '../lots/lot.js';
import { openOrdersOf } from '../result/open-orders-of.js';
import type { Rebalancing } from '../result/result.js';
import type { Trade } from '../result/trade.js';

/** The account on a later day, once the trades of a result are booked and prices have not changed. */
export function accountAfter<C extends CurrencyCode>(
  account: RebalancingAccount<C>,
  result: Rebalancing<C>,
  on: PlainDate,
  universe: ProductUniverse,
): RebalancingAccount<C> {
  // What was said of the day before it is over.
  const { deposit, tradedToday, events, breached, withdrawalBy, withdrawal, ...rest } = account;
  const left = withdrawalLeft(withdrawal, result);
  return {
    ...rest,
    positions: positionsAfter(account, result, universe),
    cash: cashAfter(account, result),
    ...(left === undefined ? {} : { withdrawal: left }),
    ...(result.trades.length === 0 ? {} : { lastTradeOn: result.asOf }),
    ...historyAfter(account, result, on),
  };
}

function withdrawalLeft<C extends CurrencyCode>(
  asked: Money<C> | undefined,
  { cash }: Rebalancing<C>,
): Money<C> | undefined {
  if (asked === undefined) return undefined;
  const left = subtractMoney(asked, cash.withdrawal);
  return isPositive(left) ? left : undefined;
}

/** The last balance of every currency. */
function cashAfter(
  { cash = [] }: RebalancingAccount,
  { cash: line }: Rebalancing,
): readonly Money[] {
  const balances = new Map(cash.map((one) => [one.currency, one]));
  for (const { balance } of line.days) balances.set(balance.currency, balance);
  return [...balances.values()];
}

function positionsAfter(
  account: RebalancingAccount,
  result: Rebalancing,
  universe: ProductUniverse,
): readonly AccountPosition[] {
  const positions = new Map(account.positions.map((one) => [one.product, one]));
  const orders = openOrdersOf(result);
  result.trades.forEach((trade, i) => {
    const { product } = trade;
    const held = positions.get(product);
    const after =
      trade.side === 'sell'
        ? soldFrom(held!, trade)
        : boughtTo(held ?? opened(account, product, trade, universe), trade, orders[i]!.net!);
    if (after === undefined) positions.delete(product);
    else positions.set(product, after);
  });
  return [...positions.values()];
}

/** A position without anything in it yet, in units where the product trades in them. */
function opened(
  { prices = {} }: RebalancingAccount,
  product: string,
  { local }: Trade,
  { byId }: ProductUniverse,
): AccountPosition {
  const price = prices[product];
  const isInUnits = byId[product]!.unitStep !== undefined && price !== undefined;
  return isInUnits
    ? { product, units: '0', price, lots: [] }
    : { product, value: zeroMoney(local.currency), lots: [] };
}

/** Nothing where all is sold. */
function soldFrom(position: AccountPosition, trade: Trade): AccountPosition | undefined {
  const lots = position.lots?.flatMap((lot) => lotLeft(lot, trade));
  const own = lots === undefined ? {} : { lots };
  if (position.value !== undefined) {
    const value = subtractMoney(position.value, trade.local);
    return isZero(value) ? undefined : { ...position, value, ...own };
  }
  const units = subtractUnits(position.units!, trade.units ?? '0');
  return units === '0' ? undefined : { ...position, units, ...own };
}

function lotLeft(lot: Lot, { lots }: Trade): readonly Lot[] {
  const sold = lots.find(({ lot: id }) => id === lot.id);
  if (sold === undefined) return [lot];
  const { amount, gain, units } = sold;
  const cost =
    lot.cost === undefined || gain === undefined
      ? {}
      : { cost: subtractMoney(lot.cost, subtractMoney(amount, gain)) };
  if (lot.value !== undefined) {
    const value = subtractMoney(lot.value, amount);
    return isZero(value) ? [] : [{ ...lot, value, ...cost }];
  }
  const left = subtractUnits(lot.units!, units ?? '0');
  return left === '0' ? [] : [{ ...lot, units: left, ...cost }];
}

/** With the purchase as a lot of its own; a position without lots has none afterwards either. */
function boughtTo(position: AccountPosition, trade: Trade, net: Money): AccountPosition {
  const { lots, value } = position;
  const { dealsOn: boughtOn, local: cost, units = '0' } = trade;
  const lot = { id: `${boughtOn}:${lots?.length ?? 0}`, boughtOn, cost };
  if (value !== undefined) {
    const own = lots === undefined ? {} : { lots: [...lots, { ...lot, value: net }] };
    return { ...position, value: addMoney(value, net), ...own };
  }
  if (Number(units) === 0) return position;
  const own = lots === undefined ? {} : { lots: [...lots, { ...lot, units }] };
  return { ...position, units: addUnits(position.units!, units), ...own };
}

function addUnits(a: string, b: string): string {
  return combineUnits(a, b, 1n);
}

function subtractUnits(a: string, b: string): string {
  return combineUnits(a, b, -1n);
}

function combineUnits(a: string, b: string, sign: bigint): string {
  const [first, second] = [readDecimal(a, 'units', 'any'), readDecimal(b, 'units', 'any')];
  const scale = Math.max(first.scale, second.scale);
  return writeDecimal(atScale(first, scale) + sign * atScale(second, scale), scale);
}

/** What the guard of losses and the tax of the year still have to know. */
function historyAfter<C extends CurrencyCode>(
  account: RebalancingAccount<C>,
  { asOf, trades }: Rebalancing<C>,
  on: PlainDate,
): Partial<RebalancingAccount<C>> {
  const { recentTrades = [], plannedPurchases, lotOrder } = account;
  const made = trades.map(({ product, side, dealsOn, lots }) => ({
    product,
    side,
    on: dealsOn,
    atLoss: lots.some(({ gain }) => gain?.amount.startsWith('-')),
  }));
  const done = (plannedPurchases ?? [])
    .filter((one) => one.on < on)
    .map((one) => ({ ...one, side: 'buy' as const }));
  const isSameYear = asOf.slice(0, 4) === on.slice(0, 4);
  return {
    recentTrades: [...recentTrades, ...done, ...made],
    ...(plannedPurchases === undefined
      ? {}
      : { plannedPurchases: plannedPurchases.filter((one) => one.on >= on) }),
    ...(lotOrder === undefined ? {} : { lotOrder: orderLeft(lotOrder, trades) }),
    realisedGains: isSameYear ? realisedAfter(account, trades) : {},
  };
}

/** Without lots that are sold whole. */
function orderLeft(
  order: Readonly<Record<string, readonly string[]>>,
  trades: readonly Trade[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(order).map(([product, ids]) => {
      const sold = trades.find((one) => one.product === product && one.side === 'sell');
      const last = sold?.lots.at(-1)?.lot;
      const before = new Set(sold?.lots.map(({ lot }) => lot).filter((id) => id !== last));
      return [product, ids.filter((id) => !before.has(id))];
    }),
  );
}

function realisedAfter<C extends CurrencyCode>(
  { currency, fx, realisedGains = {} }: RebalancingAccount<C>,
  trades: readonly Trade[],
): Money<C> | RealisedGains<C> {
  let [short, long] = [zeroMoney(currency), zeroMoney(currency)];
  for (const { term, gain } of trades.flatMap(({ lots }) => lots)) {
    if (gain === undefined) continue;
    const own = (gain.currency === currency ? gain : convertMoney(gain, currency, fx!)) as Money<C>;
    if (term === 'short') short = addMoney(short, own);
    else long = addMoney(long, own);
  }
  if ('amount' in realisedGains) return addMoney(addMoney(realisedGains, short), long);
  const { short: earlierShort, long: earlierLong } = realisedGains;
  return {
    short: earlierShort === undefined ? short : addMoney(earlierShort, short),
    long: earlierLong === undefined ? long : addMoney(earlierLong, long),
  };
}
