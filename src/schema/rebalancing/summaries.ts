import * as z from 'zod/mini';
import { ERROR_CODES, type ErrorCode } from '../../errors/index.js';
import type {
  BookSummary,
  BookTurnover,
  CodeCount,
  GrossTrades,
  ProductOrders,
  ProductTrades,
} from '../../rebalancing/index.js';
import type { FieldsOf } from '../fields.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { count, currency, date, money, nonNegative, text } from '../primitives.js';

const turnoverFields: FieldsOf<BookTurnover> = {
  currency,
  value: money,
  purchases: money,
  sales: money,
  turnover: nonNegative,
};

const grossFields: FieldsOf<GrossTrades> = { count, amount: money };
const gross = z.strictObject(grossFields);

const ordersFields: FieldsOf<ProductOrders> = {
  orderOn: date,
  consent: z.enum(['not-needed', 'needed']),
  purchases: gross,
  sales: gross,
  net: money,
};

const productFields: FieldsOf<ProductTrades> = {
  product: text,
  currency,
  purchases: gross,
  sales: gross,
  orders: z.array(z.strictObject(ordersFields)),
};

const reasonFields: FieldsOf<CodeCount> = { code: text, accounts: count };
const faultFields: FieldsOf<CodeCount<ErrorCode>> = { code: z.enum(ERROR_CODES), accounts: count };

const summaryFields: FieldsOf<BookSummary> = {
  count,
  traded: count,
  held: count,
  failed: count,
  turnover: z.array(z.strictObject(turnoverFields)),
  products: z.array(z.strictObject(productFields)),
  reasons: z.array(z.strictObject(reasonFields)),
  faults: z.array(z.strictObject(faultFields)),
};

export const bookSummaries: z.ZodMiniType<readonly BookSummary[]> = z.array(
  z.strictObject(summaryFields),
);

/**
 * Checks the summaries of parts of a book, for `mergeBookSummaries`.
 *
 * @example
 * ```ts
 * import { parseBookSummaries } from 'aptfolio/schema';
 *
 * const none = { count: 0, traded: 0, held: 0, failed: 0, turnover: [], products: [], reasons: [], faults: [] };
 * parseBookSummaries([none]).length; // => 1
 * parseBookSummaries([{ ...none, held: -1 }]); // => throws 'out-of-range', 'summaries[0].held'
 * ```
 */
export const parseBookSummaries: Parse<readonly BookSummary[]> = parser(bookSummaries, 'summaries');

/** Like `parseBookSummaries`, but returns the faults. */
export const safeParseBookSummaries: SafeParse<readonly BookSummary[]> = safeParser(
  bookSummaries,
  'summaries',
);
