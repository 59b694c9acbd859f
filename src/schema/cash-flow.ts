import * as z from 'zod/mini';
import {
  type AccountBalance,
  type CashFlowOptions,
  type CashFlowPolicy,
  NO_ESSENTIAL_SPENDING,
  type RowMatch,
  TRANSACTION_KINDS,
} from '../client/index.js';
import type { FieldsOf } from './fields.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  count,
  currency,
  date,
  decimal,
  fraction,
  interval,
  moneyFields,
  nonNegative,
  text,
} from './primitives.js';

const match: z.ZodMiniType<RowMatch> = z.strictObject({
  counterparty: z.exactOptional(text),
  text: z.exactOptional(text),
  kind: z.exactOptional(z.enum(TRANSACTION_KINDS)),
  purposeCode: z.exactOptional(text),
  bankTransactionCode: z.exactOptional(text),
});
const matches = z.array(match);

/** How bookings are read, to be put into larger policies. */
export const cashFlowFields: FieldsOf<CashFlowPolicy> = {
  incomes: z.array(
    z.strictObject({ id: text, match: matches, oneOff: z.exactOptional(z.boolean()) }),
  ),
  irregularIncome: z.strictObject({ variationAbove: nonNegative, monthsWithoutAbove: count }),
  debtService: matches,
  essentialPayments: matches,
  essentialShareOfCardSpending: z.union([fraction, decimal]),
  categories: z.exactOptional(z.array(z.strictObject({ category: text, match: matches }))),
  noEssentialSpending: z.exactOptional(z.enum(NO_ESSENTIAL_SPENDING)),
  ownTransfers: z.exactOptional(
    z.strictObject({
      withinDays: z.exactOptional(count),
      ownCounterparties: z.exactOptional(z.array(text)),
      ownPurposeCodes: z.exactOptional(z.array(text)),
    }),
  ),
};

export const cashFlowPolicy: z.ZodMiniType<CashFlowPolicy> = z.strictObject(cashFlowFields);

const balances: z.ZodMiniType<readonly AccountBalance[]> = z.array(
  z.object({ ...moneyFields, account: text, date }),
);

export const cashFlowOptions: z.ZodMiniType<CashFlowOptions> = z.strictObject({
  asOf: date,
  currency: z.exactOptional(currency),
  window: z.exactOptional(interval),
  historyFrom: z.exactOptional(date),
  policy: z.exactOptional(cashFlowPolicy),
  fx: z.exactOptional(fxRates),
  balances: z.exactOptional(balances),
});

/**
 * Checks a bank's reading of incomes, categories, essential spending and debt service, for `analyseCashFlow`.
 *
 * @example
 * ```ts
 * import { parseCashFlowPolicy } from 'aptfolio/schema';
 *
 * const policy = {
 *   incomes: [{ id: 'salary', match: [{ text: 'salary' }] }],
 *   irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
 *   debtService: [], essentialPayments: [], essentialShareOfCardSpending: '0.6',
 * };
 * parseCashFlowPolicy(policy).incomes[0].id; // => 'salary'
 * parseCashFlowPolicy({ ...policy, essentialShareOfCardSpending: 60 });
 * // => throws 'out-of-range', 'policy.essentialShareOfCardSpending'
 * ```
 */
export const parseCashFlowPolicy: Parse<CashFlowPolicy> = parser(cashFlowPolicy, 'policy');

/** Like `parseCashFlowPolicy`, but returns the faults. */
export const safeParseCashFlowPolicy: SafeParse<CashFlowPolicy> = safeParser(
  cashFlowPolicy,
  'policy',
);

/**
 * Checks what `analyseCashFlow` is told beside the bookings. Further fields of a balance are dropped.
 *
 * @example
 * ```ts
 * import { parseCashFlowOptions } from 'aptfolio/schema';
 *
 * const balance = { account: 'A1', date: '2026-02-28', currency: 'CNY', amount: '5200.00' };
 * parseCashFlowOptions({ asOf: '2026-03-02', balances: [balance] }).balances[0].account; // => 'A1'
 * parseCashFlowOptions({ asOf: '2026-03-02', window: '2025' }); // => throws 'invalid-type', 'options.window'
 * ```
 */
export const parseCashFlowOptions: Parse<CashFlowOptions> = parser(cashFlowOptions, 'options');

/** Like `parseCashFlowOptions`, but returns the faults. */
export const safeParseCashFlowOptions: SafeParse<CashFlowOptions> = safeParser(
  cashFlowOptions,
  'options',
);
