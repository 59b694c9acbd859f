import * as z from 'zod/mini';
import {
  type CostOptions,
  PRODUCT_STATUSES,
  type Product,
  RISK_RATINGS,
} from '../products/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, decimal, fraction, money, number, text } from './primitives.js';

const rating = z.enum(RISK_RATINGS);

const product: z.ZodMiniType<Product> = z.strictObject({
  id: text,
  name: text,
  lookThrough: z.record(z.string(), fraction),
  issuerRisk: rating,
  distributorRisk: rating,
  annualFee: fraction,
  entryFee: fraction,
  minimumPurchase: decimal,
  step: decimal,
  lockUpDays: count,
  status: z.enum(PRODUCT_STATUSES),
});

export const products: z.ZodMiniType<readonly Product[]> = z.array(product);

export const costOptions: z.ZodMiniType<CostOptions> = z.strictObject({
  amount: money,
  expectedReturn: number.check(z.gt(-1)),
  years: z.exactOptional(number.check(z.minimum(0.01), z.maximum(100))),
});

/**
 * Checks a bank's list of products, field by field; `compileProducts` checks ids and look-through as a whole.
 *
 * @example
 * ```ts
 * import { parseProducts } from 'aptfolio/schema';
 *
 * parseProducts([]); // => []
 * parseProducts({}); // => throws 'invalid-type', 'products'
 * ```
 */
export const parseProducts: Parse<readonly Product[]> = parser(products, 'products');

/** Like `parseProducts`, but returns the faults. */
export const safeParseProducts: SafeParse<readonly Product[]> = safeParser(products, 'products');

/**
 * Checks for what the costs of an investment are to be disclosed by `exAnteCosts`.
 *
 * @example
 * ```ts
 * import { parseCostOptions } from 'aptfolio/schema';
 *
 * const options = { amount: { currency: 'CNY', amount: '100000' }, expectedReturn: 0.04 };
 * parseCostOptions(options).expectedReturn; // => 0.04
 * parseCostOptions({ ...options, years: 0 }); // => throws 'out-of-range', 'options.years'
 * ```
 */
export const parseCostOptions: Parse<CostOptions> = parser(costOptions, 'options');

/** Like `parseCostOptions`, but returns the faults. */
export const safeParseCostOptions: SafeParse<CostOptions> = safeParser(costOptions, 'options');
