import type { DateInterval, PlainDate } from '../../dates/index.js';
import { type BatchFailure, checkList, checkObject } from '../../errors/index.js';
import {
  addMoney,
  type CurrencyCode,
  isZero,
  type Money,
  ratioOfMoney,
  subtractMoney,
  sumMoney,
} from '../../money/index.js';
import { type ReadTradeInput, readTradeInput, type TradeOptions } from './behaviour-options.js';
import { type BehaviourPolicy, readBehaviourPolicy } from './behaviour-policy.js';
import { type ContributionCadence, contributionCadence } from './contributions.js';
import { dispositionCounts } from './disposition-counts.js';
import { type DispositionEffect, dispositionEffect } from './disposition-effect.js';
import { holdingDays } from './holding-days.js';
import { type HoldingPeriods, holdingPeriods } from './holding-periods.js';
import { type PanicSales, panicSales } from './panic-sales.js';
import type { PriceHistory } from './prices.js';
import type { ReadTrade } from './read-trades.js';
import type { InvestmentTrade, TradeSide } from './trade.js';
import { type TradeSizes, tradeSizes } from './trade-sizes.js';
import { type TradingRhythm, tradingRhythm } from './trading-rhythm.js';
import { type InvestmentValue, type Turnover, turnoverOf } from './turnover.js';

/** How behaviour is measured. */
export interface BehaviourOptions extends TradeOptions {
  /** What `compilePrices` made of prices; without them panic sales and paper gains and losses cannot be told. */
  readonly prices?: PriceHistory;
  /** Values of all investments at the window's beginning and each month's end; without them there is no turnover. */
  readonly valuations?: readonly InvestmentValue[];
  readonly policy?: BehaviourPolicy;
}

/** Purchases against sells. */
export interface TradeBalance {
  readonly bought: Money;
  readonly sold: Money;
  /** Bought less sold. */
  readonly net: Money;
  /** Net over bought and sold together, −1 (only sells) to 1; `null` without trades. */
  readonly netShare: number | null;
}

/** How someone invests. It describes; it is no input to suitability. */
export interface InvestmentBehaviour {
  readonly asOf: PlainDate;
  readonly window: DateInterval;
  readonly currency: CurrencyCode;
  readonly rows: {
    readonly given: number;
    readonly duplicates: number;
    /** Usable trades, in the window or not. */
    readonly unique: number;
  };
  readonly sizes: {
    readonly all: TradeSizes | null;
    readonly buys: TradeSizes | null;
    readonly sells: TradeSizes | null;
  };
  readonly rhythm: TradingRhythm;
  readonly balance: TradeBalance;
  readonly holdingPeriods: HoldingPeriods;
  readonly turnover: Turnover;
  readonly contributions: ContributionCadence;
  readonly panicSales: PanicSales;
  readonly disposition: DispositionEffect & {
    /** Days with a sale out of at least two holdings. */
    readonly saleDays: number;
    /** Holdings on such days that were not sold and for which there is no price. */
    readonly unpriced: number;
    /** Products left out because more was sold than is known to have been bought. */
    readonly leftOut: readonly string[];
  };
  /** Trades and valuations that could not be used. Those of prices stand in what `compilePrices` returned. */
  readonly failures: readonly BatchFailure[];
}

/**
 * Measures how someone invests over a window of whole months: size and rhythm of trades, holding periods, turnover,
 * regular contributions, panic sales, and whether gains are realised more readily than losses.
 *
 * Trades before the window only say what was held and at which cost. The trades of a day count together, purchases
 * before sells, so neither the order of rows nor that within a day matters. What cannot be known is `null` or
 * `undetermined` with the reason, never 0.
 *
 * @returns the figures and, under `failures`, rows that could not be used; one bad row never loses the others.
 * @throws AptfolioError for malformed options, or `missing-value` with path `options.currency` where the trades have
 * several currencies and none is named.
 *
 * @example
 * ```ts
 * import { analyseBehaviour, type InvestmentTrade } from 'aptfolio/client';
 *
 * const trade = (id: string, date: string, side: string, units: string, amount: string) =>
 *   ({ id, date, side, product: 'F1', units, currency: 'CNY', amount });
 * const trades = [
 *   trade('1', '2025-04-10', 'buy', '100', '1000.00'),
 *   trade('2', '2025-05-10', 'buy', '100', '1000.00'),
 *   trade('3', '2025-06-10', 'buy', '50', '1000.00'),
 *   trade('4', '2025-06-19', 'sell', '150', '1800.00'),
 * ];
 * const behaviour = analyseBehaviour(trades, { asOf: '2026-03-02' });
 * behaviour.window; // => { from: '2025-03-01', to: '2026-03-01' }
 * behaviour.sizes.all.median.amount; // => '1000.00'
 * behaviour.balance.net.amount; // => '1200.00'
 * // 1000 of cost held for 70 days, half of the next 1000 for 40 days.
 * behaviour.holdingPeriods.ended.mean; // => 60
 * behaviour.contributions.plans.map(({ months }) => months); // => [3]
 * behaviour.turnover.status; // => 'undetermined'
 * ```
 */
export function analyseBehaviour(
  trades: readonly InvestmentTrade[],
  options: BehaviourOptions,
): InvestmentBehaviour {
  const input = readTradeInput(trades, options);
  const { asOf, window, currency } = input;
  const policy = readBehaviourPolicy(options.policy, 'options.policy');
  const prices = readPrices(options.prices);
  const { rows, failures, given, duplicates } = input.trades;
  const seen = rows.filter(({ date }) => window.from <= date && date < window.to);
  const held = holdingDays(rows);
  const balance = balanceOf(seen, currency);
  const { turnover, failures: valueFailures } = readTurnover(balance, options.valuations, input);
  const { saleDays, unpriced, leftOut, ...counts } = dispositionCounts(
    held,
    prices,
    window,
    policy.priceAgeDays,
  );
  return Object.freeze({
    asOf,
    window,
    currency,
    rows: Object.freeze({ given, duplicates, unique: rows.length }),
    sizes: Object.freeze({
      all: tradeSizes(seen),
      buys: tradeSizes(ofSide(seen, 'buy')),
      sells: tradeSizes(ofSide(seen, 'sell')),
    }),
    rhythm: tradingRhythm(seen, window),
    balance,
    holdingPeriods: holdingPeriods(held, window),
    turnover,
    contributions: contributionCadence(seen, window, policy.planMonths),
    panicSales: panicSales(held, prices, window, policy.panicSale, currency),
    disposition: Object.freeze({ ...dispositionEffect(counts), saleDays, unpriced, leftOut }),
    failures: Object.freeze([...failures, ...valueFailures]),
  });
}

function readPrices(prices: PriceHistory | undefined): PriceHistory | undefined {
  if (prices === undefined) return undefined;
  const { series, market } = checkObject(prices, 'options.prices') as Partial<PriceHistory>;
  checkObject(series, 'options.prices.series');
  if (market !== null) checkObject(market, 'options.prices.market');
  return prices;
}

function readTurnover(
  { bought, sold }: TradeBalance,
  valuations: readonly InvestmentValue[] | undefined,
  input: ReadTradeInput,
): ReturnType<typeof turnoverOf> {
  if (valuations !== undefined) checkList(valuations, 'options.valuations');
  return turnoverOf(bought, sold, valuations, input.window, input);
}

/** Bought, sold and what remains. */
export function balanceOf(trades: readonly ReadTrade[], currency: CurrencyCode): TradeBalance {
  const [bought, sold] = [total(ofSide(trades, 'buy')), total(ofSide(trades, 'sell'))];
  const net = subtractMoney(bought, sold);
  const both = addMoney(bought, sold);
  const netShare = isZero(both) ? null : ratioOfMoney(net, both);
  return Object.freeze({ bought, sold, net, netShare });

  function total(rows: readonly ReadTrade[]): Money {
    return sumMoney(
      currency,
      rows.map(({ value }) => value),
    );
  }
}

function ofSide(trades: readonly ReadTrade[], side: TradeSide): readonly ReadTrade[] {
  return trades.filter((trade) => trade.side === side);
}
