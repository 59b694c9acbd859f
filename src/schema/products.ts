import * as z from 'zod/mini';
import {
  type CostOptions,
  type IssuerReturns,
  PRODUCT_STATUSES,
  type Product,
  type ProductChange,
  RISK_RATINGS,
} from '../products/index.js';
import type { FieldsOf } from './fields.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  count,
  currency,
  date,
  fraction,
  money,
  name,
  number,
  quantity,
  quantityOrNone,
  text,
} from './primitives.js';
import { dealingTerms, productFees, targetMarket } from './product-terms.js';

const rating = z.enum(RISK_RATINGS);
const status = z.enum(PRODUCT_STATUSES);
const shares = z.record(z.string(), fraction);

const changeFields: FieldsOf<ProductChange> = {
  from: date,
  issuerRisk: z.exactOptional(rating),
  distributorRisk: z.exactOptional(rating),
  annualFee: z.exactOptional(fraction),
  entryFee: z.exactOptional(fraction),
  status: z.exactOptional(status),
  fees: z.exactOptional(productFees),
};

const issuerReturnFields: FieldsOf<IssuerReturns> = {
  asOf: date,
  source: text,
  scenarios: z
    .array(
      z.strictObject({
        scenario: text,
        annualReturn: number.check(z.minimum(-1), z.maximum(10)),
      }),
    )
    .check(z.minLength(1)),
};

const productFields: FieldsOf<Product> = {
  id: text,
  name: text,
  lookThrough: shares,
  issuerRisk: rating,
  distributorRisk: rating,
  annualFee: fraction,
  entryFee: fraction,
  minimumPurchase: quantityOrNone,
  step: quantity,
  lockUpDays: count,
  status,
  type: z.exactOptional(name),
  currency: z.exactOptional(currency),
  issuer: z.exactOptional(text),
  contains: z.exactOptional(shares),
  currencies: z.exactOptional(shares),
  issuers: z.exactOptional(shares),
  leverage: z.exactOptional(number.check(z.minimum(1), z.maximum(1000))),
  changes: z.exactOptional(z.array(z.strictObject(changeFields))),
  minimumAddition: z.exactOptional(quantity),
  minimumRedemption: z.exactOptional(quantity),
  minimumHolding: z.exactOptional(quantity),
  unitStep: z.exactOptional(quantity),
  maximumHolding: z.exactOptional(quantity),
  fees: z.exactOptional(productFees),
  dealing: z.exactOptional(dealingTerms),
  targetMarket: z.exactOptional(targetMarket),
  issuerReturns: z.exactOptional(z.strictObject(issuerReturnFields)),
  documents: z.exactOptional(z.array(text)),
};

const product: z.ZodMiniType<Product> = z.strictObject(productFields);

export const products: z.ZodMiniType<readonly Product[]> = z.array(product);

/** As `exAnteCosts` takes it, decimal fraction. */
const annualReturn = number.check(z.gt(-1), z.maximum(10));

export const costOptions: z.ZodMiniType<CostOptions> = z.strictObject({
  amount: money,
  expectedReturn: annualReturn,
  years: z.exactOptional(number.check(z.minimum(0.01), z.maximum(100))),
  expectedReturns: z.exactOptional(z.record(z.string(), annualReturn)),
  fx: z.exactOptional(fxRates),
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
