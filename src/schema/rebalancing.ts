import * as z from 'zod/mini';
import type { Money } from '../money/index.js';
import type {
  DriftBands,
  RebalancingProblem,
  Restriction,
  SwitchQuestion,
  ValuationOptions,
} from '../rebalancing/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  matrix,
  money,
  moneyById,
  nonNegative,
  number,
  numberById,
  positive,
  text,
  weightById,
} from './primitives.js';

export const driftBands: z.ZodMiniType<DriftBands> = z.strictObject({
  absolute: nonNegative,
  relative: nonNegative,
  minimum: z.exactOptional(nonNegative),
});

/** What may not be traded, by product id. */
export const restrictions: z.ZodMiniType<Readonly<Record<string, Restriction>>> = z.record(
  z.string(),
  z.enum(['locked', 'sell-only', 'buy-only']),
);

export const valuationOptions: z.ZodMiniType<ValuationOptions> = z.strictObject({
  classReturns: numberById,
  feeYears: nonNegative,
  additions: z.exactOptional(
    z.array(z.strictObject({ product: text, amount: money, periodReturn: number })),
  ),
});

export const rebalancingProblem: z.ZodMiniType<Omit<RebalancingProblem, 'universe'>> =
  z.strictObject({
    holdings: moneyById,
    targetWeights: weightById,
    bands: driftBands,
    minimumTrade: money,
    residualProduct: text,
    utility: z.strictObject({
      assetClasses: z.array(text),
      expectedReturn: z.array(number),
      covariance: matrix,
      riskAversion: nonNegative,
    }),
    gainYears: z.exactOptional(number.check(z.gt(0), z.maximum(100))),
    restrictions: z.exactOptional(restrictions),
  });

const fee = number.check(z.minimum(0), z.lt(1));

export const switchQuestion: z.ZodMiniType<SwitchQuestion> = z.strictObject({
  amount: money,
  exitFee: fee,
  entryFee: fee,
  feeFrom: fee,
  feeTo: fee,
  grossReturn: number.check(z.gt(-1), z.maximum(10)),
  years: positive.check(z.maximum(100)),
  feeMethod: z.exactOptional(z.enum(['subtracted', 'compounded'])),
});

/**
 * Checks how far weights may drift, for `measureDrift`.
 *
 * @example
 * ```ts
 * import { parseDriftBands } from 'aptfolio/schema';
 *
 * parseDriftBands({ absolute: 0.05, relative: 0.25 }).relative; // => 0.25
 * parseDriftBands({ absolute: 0.05, relativ: 0.25 }); // => throws 'missing-value', 'bands.relative'
 * ```
 */
export const parseDriftBands: Parse<DriftBands> = parser(driftBands, 'bands');

/** Like `parseDriftBands`, but returns the faults. */
export const safeParseDriftBands: SafeParse<DriftBands> = safeParser(driftBands, 'bands');

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
 * Checks a rebalancing problem, field by field. The universe is added afterwards, from `compileProducts`.
 *
 * @example
 * ```ts
 * import { safeParseRebalancingProblem } from 'aptfolio/schema';
 *
 * const result = safeParseRebalancingProblem({ holdings: {}, targetWeights: { P01: '1' } });
 * result.issues[0].path; // => 'problem.targetWeights.P01'
 * ```
 */
export const parseRebalancingProblem: Parse<Omit<RebalancingProblem, 'universe'>> = parser(
  rebalancingProblem,
  'problem',
);

/** Like `parseRebalancingProblem`, but returns the faults. */
export const safeParseRebalancingProblem: SafeParse<Omit<RebalancingProblem, 'universe'>> =
  safeParser(rebalancingProblem, 'problem');

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
 * parseSwitchQuestion({ ...question, entryFee: 1 }); // => throws 'out-of-range', 'question.entryFee'
 * ```
 */
export const parseSwitchQuestion: Parse<SwitchQuestion> = parser(switchQuestion, 'question');

/** Like `parseSwitchQuestion`, but returns the faults. */
export const safeParseSwitchQuestion: SafeParse<SwitchQuestion> = safeParser(
  switchQuestion,
  'question',
);
