import * as z from 'zod/mini';
import type {
  PortfolioCovariance,
  PortfolioHolding,
  PortfolioInput,
  PortfolioOrder,
  PortfolioProduct,
} from '../suitability/index.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { currency, fraction, matrix, money, text } from './primitives.js';
import { rating } from './suitability-case.js';

const holding: z.ZodMiniType<PortfolioHolding> = z.strictObject({
  id: text,
  product: text,
  value: z.nullable(money),
});

/** A misspelt field would be unknown without anybody noticing, so no further fields. */
const product: z.ZodMiniType<PortfolioProduct> = z.strictObject({
  id: text,
  currency,
  issuer: z.exactOptional(z.nullable(text)),
  issuerRisk: z.exactOptional(rating),
  sellerRisk: z.exactOptional(rating),
  liquid: z.exactOptional(z.boolean()),
  ofEmployer: z.exactOptional(z.boolean()),
  lookThrough: z.exactOptional(z.record(z.string(), fraction)),
});

const order: z.ZodMiniType<PortfolioOrder> = z.discriminatedUnion('side', [
  z.strictObject({ side: z.enum(['buy', 'switch']), product: text, amount: money, from: text }),
  z.strictObject({ side: z.literal('sell'), product: text, amount: money, to: text }),
]);

const covariance: z.ZodMiniType<PortfolioCovariance> = z.strictObject({
  ids: z.array(text).check(z.minLength(1)),
  matrix,
});

/** All but the order. */
export const portfolioParts: {
  readonly currency: typeof currency;
  readonly holdings: z.ZodMiniType<readonly PortfolioHolding[]>;
  readonly products: z.ZodMiniType<readonly PortfolioProduct[]>;
  readonly fx: z.ZodMiniExactOptional<typeof fxRates>;
  readonly covariance: z.ZodMiniExactOptional<typeof covariance>;
} = {
  currency,
  holdings: z.array(holding),
  products: z.array(product),
  fx: z.exactOptional(fxRates),
  covariance: z.exactOptional(covariance),
};

export const portfolioInput: z.ZodMiniType<PortfolioInput> = z.strictObject({
  ...portfolioParts,
  order,
});

/**
 * Checks a portfolio with an order, for `portfolioFacts`; the covariance is a list of rows.
 *
 * All holdings or none: one left out would make every share wrong.
 *
 * @example
 * ```ts
 * import { parsePortfolioInput } from 'aptfolio/schema';
 *
 * const portfolio = {
 *   currency: 'CNY',
 *   holdings: [{ id: 'account', product: 'CASH', value: { currency: 'CNY', amount: '600000' } }],
 *   products: [{ id: 'CASH', currency: 'CNY', liquid: true }, { id: 'N1', currency: 'CNY', issuer: null }],
 *   order: { side: 'buy', product: 'N1', amount: { currency: 'CNY', amount: '50000' }, from: 'account' },
 * };
 * parsePortfolioInput(portfolio).order.from; // => 'account'
 * parsePortfolioInput({ ...portfolio, order: { ...portfolio.order, side: 'sell' } });
 * // => throws 'missing-value', 'portfolio.order.to'
 * ```
 */
export const parsePortfolioInput: Parse<PortfolioInput> = parser(portfolioInput, 'portfolio');

/** Like `parsePortfolioInput`, but returns the faults. */
export const safeParsePortfolioInput: SafeParse<PortfolioInput> = safeParser(
  portfolioInput,
  'portfolio',
);
