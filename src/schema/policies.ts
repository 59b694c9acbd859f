import * as z from 'zod/mini';
import {
  type BalanceSheetOptions,
  type CashFlowPolicy,
  type CompletenessPolicy,
  NEED_KINDS,
  type ProfilePolicy,
  type RowMatch,
} from '../client/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  count,
  decimal,
  fraction,
  money,
  nonNegative,
  number,
  positive,
  text,
} from './primitives.js';

export const completenessPolicy: z.ZodMiniType<CompletenessPolicy> = z.strictObject({
  fieldWeights: z.record(z.string(), positive),
  threshold: fraction,
});

const match: z.ZodMiniType<RowMatch> = z.strictObject({
  counterparty: z.exactOptional(text),
  text: z.exactOptional(text),
});
const matches = z.array(match);
const age = z.exactOptional(count);
const netReturn = z.exactOptional(number);

const cashFlowFields = {
  incomes: z.array(
    z.strictObject({ id: text, match: matches, oneOff: z.exactOptional(z.boolean()) }),
  ),
  irregularIncome: z.strictObject({ variationAbove: nonNegative, monthsWithoutAbove: count }),
  debtService: matches,
  essentialPayments: matches,
  essentialShareOfCardSpending: z.union([fraction, decimal]),
};

export const cashFlowPolicy: z.ZodMiniType<CashFlowPolicy> = z.strictObject(cashFlowFields);

const depositInsurance = z.strictObject({ limit: money });

export const balanceSheetOptions: z.ZodMiniType<BalanceSheetOptions> = z.strictObject({
  essentialMonthly: z.exactOptional(money),
  liquidWithinDays: z.exactOptional(count),
  depositInsurance: z.exactOptional(depositInsurance),
});

export const clientPolicy: z.ZodMiniType<ProfilePolicy> = z.strictObject({
  ...cashFlowFields,
  reserveMonths: z.strictObject({ regularIncome: count, irregularIncome: count }),
  concentrationMax: z.strictObject({ single: fraction, employer: fraction }),
  maturityNoticeDays: z.strictObject({ notice: count, plan: count }),
  stagedSale: z.exactOptional(z.strictObject({ parts: count, everyMonths: count })),
  longTermYears: z.exactOptional(count),
  liquidWithinDays: z.exactOptional(count),
  depositInsurance: z.exactOptional(depositInsurance),
  priorities: z.exactOptional(z.array(z.enum(NEED_KINDS))),
  netReturnByLevel: z.exactOptional(
    z.strictObject({ C1: netReturn, C2: netReturn, C3: netReturn, C4: netReturn, C5: netReturn }),
  ),
  adultAge: age,
  specialCareAge: age,
  lifeStages: z.exactOptional(
    z.strictObject({ retirementAge: age, yearsBefore: age, youngUntil: age }),
  ),
  contradictions: z.exactOptional(
    z.strictObject({
      noLossUpTo: z.exactOptional(fraction),
      equityAbove: z.exactOptional(fraction),
      levelsApart: age,
    }),
  ),
});

/**
 * Checks what must be known about a client before advice.
 *
 * @example
 * ```ts
 * import { parseCompletenessPolicy } from 'aptfolio/schema';
 *
 * parseCompletenessPolicy({ fieldWeights: { birthDate: 3 }, threshold: 90 });
 * // => throws 'out-of-range', 'policy.threshold'
 * ```
 */
export const parseCompletenessPolicy: Parse<CompletenessPolicy> = parser(
  completenessPolicy,
  'policy',
);

/** Like `parseCompletenessPolicy`, but returns the faults. */
export const safeParseCompletenessPolicy: SafeParse<CompletenessPolicy> = safeParser(
  completenessPolicy,
  'policy',
);

/**
 * Checks a bank's thresholds for needs and profiles, field by field.
 *
 * @example
 * ```ts
 * import { safeParseClientPolicy } from 'aptfolio/schema';
 *
 * safeParseClientPolicy({}).issues[0].path; // => 'policy.incomes'
 * ```
 */
export const parseClientPolicy: Parse<ProfilePolicy> = parser(clientPolicy, 'policy');

/** Like `parseClientPolicy`, but returns the faults. */
export const safeParseClientPolicy: SafeParse<ProfilePolicy> = safeParser(clientPolicy, 'policy');

/**
 * Checks a bank's reading of incomes, essential spending and debt service, for `analyseCashFlow`.
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
 * Checks what `balanceSheet` may be told beside the holdings.
 *
 * @example
 * ```ts
 * import { parseBalanceSheetOptions } from 'aptfolio/schema';
 *
 * parseBalanceSheetOptions({ liquidWithinDays: 3 }); // => { liquidWithinDays: 3 }
 * parseBalanceSheetOptions({ liquidWithin: 3 }); // => throws 'unknown-id', 'options.liquidWithin'
 * ```
 */
export const parseBalanceSheetOptions: Parse<BalanceSheetOptions> = parser(
  balanceSheetOptions,
  'options',
);

/** Like `parseBalanceSheetOptions`, but returns the faults. */
export const safeParseBalanceSheetOptions: SafeParse<BalanceSheetOptions> = safeParser(
  balanceSheetOptions,
  'options',
);
