import * as z from 'zod/mini';
import { PRODUCT_STATUSES, type Product, RISK_RATINGS } from '../products/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, decimal, fraction, text } from './primitives.js';

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
