import * as z from 'zod/mini';
import type { Money } from '../../money/index.js';
import type {
  AmountConstraint,
  SwitchQuestion,
  SwitchTax,
  TradingCosts,
  ValuationOptions,
  WeighingQuestion,
} from '../../rebalancing/index.js';
import type { FieldsOf } from '../fields.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import {
  count,
  money,
  moneyById,
  nonNegative,
  number,
  numberById,
  positive,
  text,
  weightById,
} from '../primitives.js';
import { weighingFields } from './policy.js';

export const valuationOptions: z.ZodMiniType<ValuationOptions> = z.strictObject({
  classReturns: numberById,
  feeYears: nonNegative,
  additions: z.exactOptional(
    z.array(z.strictObject({ product: text, amount: money, periodReturn: number })),
  ),
});

const fee = number.check(z.minimum(0), z.lt(1));

const taxFields: FieldsOf<SwitchTax> = { cost: money, rateNow: fee, rateAtEnd: fee };

const switchFields: FieldsOf<SwitchQuestion> = {
  amount: money,
  exitFee: z.union([
    fee,
    z.array(z.strictObject({ fromDays: count, rate: fee })).check(z.minLength(1)),
  ]),
  heldDays: z.exactOptional(count),
  entryFee: fee,
  feeFrom: fee,
  feeTo: fee,
  grossReturn: number.check(z.gt(-1), z.maximum(10)),
  years: positive.check(z.maximum(100)),
  feeMethod: z.exactOptional(z.enum(['subtracted', 'compounded'])),
  tax: z.exactOptional(z.strictObject(taxFields)),
};

export const switchQuestion: z.ZodMiniType<SwitchQuestion> = z.strictObject(switchFields);

const costFields: FieldsOf<TradingCosts> = {
  entry: money,
  exit: money,
  spread: money,
  exchange: money,
  tax: money,
  outOfMarket: money,
  total: money,
};

const weighingQuestionFields: FieldsOf<WeighingQuestion> = {
  ...weighingFields,
  costs: z.strictObject(costFields),
  utilityBefore: number,
  utilityAfter: number,
  value: money,
};

export const weighingQuestion: z.ZodMiniType<WeighingQuestion> =
  z.strictObject(weighingQuestionFields);

export const amountConstraints: z.ZodMiniType<readonly AmountConstraint[]> = z
  .array(z.strictObject({ coefficients: numberById, amount: money }))
  .check(z.minLength(1));

/**
 * Checks weights by product or asset class, field by field; that they sum to 1 is checked where they are used.
 *
 * @example
 * ```ts
 * import { parseWeights } from 'aptfolio/schema';
 *
 * parseWeights({ BOND: 0.6, EQUITY: 0.4 }).BOND; // => 0.6
 * parseWeights({ BOND: -0.6 }); // => throws 'out-of-range', 'weights.BOND'
 * ```
 */
export const parseWeights: Parse<Readonly<Record<string, number>>> = parser(weightById, 'weights');

/** Like `parseWeights`, but returns the faults. */
export const safeParseWeights: SafeParse<Readonly<Record<string, number>>> = safeParser(
  weightById,
  'weights',
);

/**
 * Checks the value of what is held by product id, for `valueHoldings` and `classWeights`.
 *
 * @example
 * ```ts
 * import { parseProductHoldings } from 'aptfolio/schema';
 *
 * parseProductHoldings({ P01: { currency: 'CNY', amount: '100.00' } }).P01.amount; // => '100.00'
 * parseProductHoldings({ P01: '100.00' }); // => throws 'invalid-type', 'holdings.P01'
 * ```
 */
export const parseProductHoldings: Parse<Readonly<Record<string, Money>>> = parser(
  moneyById,
  'holdings',
);

/** Like `parseProductHoldings`, but returns the faults. */
export const safeParseProductHoldings: SafeParse<Readonly<Record<string, Money>>> = safeParser(
  moneyById,
  'holdings',
);

/**
 * Checks what happened since opening values were taken, for `valueHoldings`.
 *
 * @example
 * ```ts
 * import { parseValuationOptions } from 'aptfolio/schema';
 *
 * parseValuationOptions({ classReturns: { BOND: 0.014 }, feeYears: 0.5 }).feeYears; // => 0.5
 * parseValuationOptions({ classReturns: { BOND: null }, feeYears: 0.5 });
 * // => throws 'missing-value', 'options.classReturns.BOND'
 * ```
 */
export const parseValuationOptions: Parse<ValuationOptions> = parser(valuationOptions, 'options');

/** Like `parseValuationOptions`, but returns the faults. */
export const safeParseValuationOptions: SafeParse<ValuationOptions> = safeParser(
  valuationOptions,
  'options',
);

/**
 * Checks a switch to be weighed by `switchBreakEven`.
 *
 * @example
 * ```ts
 * import { parseSwitchQuestion } from 'aptfolio/schema';
 *
 * const question = {
 *   amount: { currency: 'CNY', amount: '100000' }, exitFee: 0, entryFee: 0.01,
 *   feeFrom: 0.015, feeTo: 0.005, grossReturn: 0.05, years: 3,
 * };
 * parseSwitchQuestion(question).years; // => 3
 * const tiers = [{ fromDays: 0, rate: 0.015 }, { fromDays: 7, rate: 0 }];
 * parseSwitchQuestion({ ...question, exitFee: tiers, heldDays: 3 }).heldDays; // => 3
 * parseSwitchQuestion({ ...question, entryFee: 1 }); // => throws 'out-of-range', 'question.entryFee'
 * ```
 */
export const parseSwitchQuestion: Parse<SwitchQuestion> = parser(switchQuestion, 'question');

/** Like `parseSwitchQuestion`, but returns the faults. */
export const safeParseSwitchQuestion: SafeParse<SwitchQuestion> = safeParser(
  switchQuestion,
  'question',
);

/**
 * Checks what trades cost and what they bring, for `weighTrades`.
 *
 * @example
 * ```ts
 * import { safeParseWeighingQuestion } from 'aptfolio/schema';
 *
 * const value = { currency: 'CNY', amount: '100000.00' };
 * const result = safeParseWeighingQuestion({ utilityBefore: 0.03, utilityAfter: 0.031, value });
 * result.issues[0].path; // => 'question.costs'
 * ```
 */
export const parseWeighingQuestion: Parse<WeighingQuestion> = parser(weighingQuestion, 'question');

/** Like `parseWeighingQuestion`, but returns the faults. */
export const safeParseWeighingQuestion: SafeParse<WeighingQuestion> = safeParser(
  weighingQuestion,
  'question',
);

/**
 * Checks what amounts of products are to come to in asset classes, for `fitAmounts`.
 *
 * @example
 * ```ts
 * import { parseAmountConstraints } from 'aptfolio/schema';
 *
 * const stocks = { coefficients: { A: 0.9, B: 0.1 }, amount: { currency: 'CNY', amount: '1000.00' } };
 * parseAmountConstraints([stocks]).length; // => 1
 * parseAmountConstraints([{ ...stocks, coefficients: { A: '0.9' } }]);
 * // => throws 'invalid-type', 'constraints[0].coefficients.A'
 * ```
 */
export const parseAmountConstraints: Parse<readonly AmountConstraint[]> = parser(
  amountConstraints,
  'constraints',
);

/** Like `parseAmountConstraints`, but returns the faults. */
export const safeParseAmountConstraints: SafeParse<readonly AmountConstraint[]> = safeParser(
  amountConstraints,
  'constraints',
);
