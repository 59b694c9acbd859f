import * as z from 'zod/mini';
import {
  type InvestmentTrade,
  type InvestmentValue,
  type MarketLevel,
  type ProductPrice,
  TRADE_SIDES,
} from '../client/index.js';
import { type ParseRows, rowParser } from './parser.js';
import { currency, date, moneyFields, quantity, text } from './primitives.js';

const trade: z.ZodMiniType<InvestmentTrade> = z.object({
  ...moneyFields,
  id: text,
  date,
  side: z.enum(TRADE_SIDES),
  product: text,
  units: quantity,
});

const price: z.ZodMiniType<ProductPrice> = z.object({
  product: text,
  date,
  currency,
  price: quantity,
  low: z.exactOptional(quantity),
  high: z.exactOptional(quantity),
});

const level: z.ZodMiniType<MarketLevel> = z.object({ date, level: quantity });

const value: z.ZodMiniType<InvestmentValue> = z.object({ ...moneyFields, date });

export const investmentTrades: z.ZodMiniType<readonly InvestmentTrade[]> = z.array(trade);
export const productPrices: z.ZodMiniType<readonly ProductPrice[]> = z.array(price);
export const marketLevels: z.ZodMiniType<readonly MarketLevel[]> = z.array(level);
export const investmentValues: z.ZodMiniType<readonly InvestmentValue[]> = z.array(value);

/**
 * Checks a client's trades, row by row, for `analyseBehaviour`, `measureRfm` and `investmentCycle`. Further fields of a
 * row are dropped.
 *
 * @example
 * ```ts
 * import { parseInvestmentTrades } from 'aptfolio/schema';
 *
 * const trade = {
 *   id: '1', date: '2025-04-10', side: 'buy', product: 'F1', units: '100', currency: 'CNY', amount: '1000.00',
 * };
 * const { values, failures } = parseInvestmentTrades([trade, { ...trade, units: '1e2' }]);
 * values.length; // => 1
 * failures[0].issues[0].path; // => 'trades[1].units'
 * ```
 */
export const parseInvestmentTrades: ParseRows<InvestmentTrade> = rowParser(trade, 'trades');

/**
 * Checks prices of products, row by row, for `compilePrices`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseProductPrices } from 'aptfolio/schema';
 *
 * const price = { product: 'F1', date: '2026-01-05', currency: 'CNY', price: '1.0432' };
 * parseProductPrices([price, { ...price, price: 1.0432 }]).failures[0].issues[0].path; // => 'prices[1].price'
 * ```
 */
export const parseProductPrices: ParseRows<ProductPrice> = rowParser(price, 'prices');

/**
 * Checks the levels of a market, row by row, for `compilePrices`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseMarketLevels } from 'aptfolio/schema';
 *
 * const level = { date: '2026-01-05', level: '3021.55' };
 * parseMarketLevels([level, { ...level, date: '5/1/2026' }]).failures[0].issues[0].path; // => 'market[1].date'
 * ```
 */
export const parseMarketLevels: ParseRows<MarketLevel> = rowParser(level, 'market');

/**
 * Checks what investments were worth, row by row, for the option `valuations` of `analyseBehaviour`. Further fields of
 * a row are dropped.
 *
 * @example
 * ```ts
 * import { parseInvestmentValues } from 'aptfolio/schema';
 *
 * const value = { date: '2026-02-28', currency: 'CNY', amount: '52000.00' };
 * parseInvestmentValues([value, { ...value, amount: null }]).failures[0].row; // => 1
 * ```
 */
export const parseInvestmentValues: ParseRows<InvestmentValue> = rowParser(value, 'valuations');
