import { type DateInterval, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkList, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  type FxRates,
  isCurrencyCode,
} from '../../money/index.js';
import { ratesOf } from '../rates.js';
import { checkWindow } from '../window.js';
import { type ReadTradeOptions, readTrades, type TradeRows } from './read-trades.js';
import type { InvestmentTrade } from './trade.js';

/** The day, the window and the currency of figures about trades. */
export interface TradeOptions {
  /** Trades dated after this day are refused. */
  readonly asOf: PlainDate;
  /** Whole months that are over, half-open. Default the last twelve. Earlier trades only say what was held. */
  readonly window?: DateInterval;
  /** The currency of the figures. Default the only one of the trades. */
  readonly currency?: CurrencyCode;
  /** Rates for trades in other currencies; a trade without a rate is refused. */
  readonly fx?: FxRates;
}

/** Options without gaps, and the trades that they let through. */
export interface ReadTradeInput extends ReadTradeOptions {
  readonly window: DateInterval;
  readonly trades: TradeRows;
}

/** Checks options and reads trades under them. */
export function readTradeInput(
  trades: readonly InvestmentTrade[],
  options: TradeOptions,
): ReadTradeInput {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const window = checkWindow(options.window, asOf);
  const currency = currencyOfTrades(trades, options.currency);
  const fx = readFx(options.fx);
  return { asOf, window, currency, fx, trades: readTrades(trades, { asOf, currency, fx }) };
}

function readFx(fx: FxRates | undefined): FxRates | undefined {
  if (fx === undefined) return undefined;
  const { base, rates } = checkObject(fx, 'options.fx');
  return ratesOf(checkCurrency(base, 'options.fx.base'), rates, 'options.fx.rates');
}

function currencyOfTrades(
  trades: readonly InvestmentTrade[],
  currency: CurrencyCode | undefined,
): CurrencyCode {
  if (currency !== undefined) return checkCurrency(currency, 'options.currency');
  const rows = checkList<InvestmentTrade>(trades, 'trades');
  const found = [...new Set(rows.map((row) => row?.currency).filter(isCurrencyCode))];
  if (found.length === 1) return found[0]!;
  throw new AptfolioError('missing-value', 'options.currency', 'the currency of the figures');
}
