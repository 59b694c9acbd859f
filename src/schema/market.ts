import * as z from 'zod/mini';
import type {
  AllocationPolicy,
  AssetGroup,
  GlideKnot,
  GlidePathPolicy,
  LevelPolicy,
  LinearRule,
} from '../allocation/index.js';
import type {
  AssetClassDetails,
  CapitalMarketAssumptions,
  ReturnHistory,
} from '../market/index.js';
import { citation } from './evidence.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  currency,
  date,
  fraction,
  matrix,
  nonNegative,
  number,
  numberById,
  positive,
  text,
} from './primitives.js';

const classDetails: z.ZodMiniType<AssetClassDetails> = z.strictObject({
  note: z.exactOptional(text),
  citations: z.exactOptional(z.array(citation)),
  currency: z.exactOptional(currency),
  hedged: z.exactOptional(z.boolean()),
});

export const assumptions: z.ZodMiniType<CapitalMarketAssumptions> = z.strictObject({
  asOf: date,
  source: z.exactOptional(text),
  author: z.exactOptional(text),
  validFrom: z.exactOptional(date),
  validUntil: z.exactOptional(date),
  horizonYears: z.exactOptional(positive.check(z.maximum(100))),
  currency: z.exactOptional(currency),
  returnKind: z.exactOptional(z.enum(['arithmetic', 'geometric'])),
  assetClasses: z.array(text).check(z.minLength(1)),
  expectedReturn: z.array(number),
  volatility: z.array(nonNegative),
  correlation: z.array(z.array(number.check(z.minimum(-1), z.maximum(1)))),
  classDetails: z.exactOptional(z.record(z.string(), classDetails)),
});

export const returnHistory: z.ZodMiniType<ReturnHistory> = z.strictObject({
  assets: z.array(text).check(z.minLength(1)),
  periods: z.array(z.union([text, number])),
  returns: matrix,
});

const groups: z.ZodMiniType<readonly AssetGroup[]> = z.array(
  z.strictObject({
    id: text,
    members: z.array(text).check(z.minLength(1)),
    min: z.exactOptional(fraction),
    max: z.exactOptional(fraction),
  }),
);

const rules: z.ZodMiniType<readonly LinearRule[]> = z.array(
  z.strictObject({
    id: text,
    coefficients: numberById,
    min: z.exactOptional(number),
    max: z.exactOptional(number),
  }),
);

const stance = { lambda: positive, equityMax: fraction };

const levelPolicy: z.ZodMiniType<LevelPolicy> = z.strictObject({
  ...stance,
  groups: z.exactOptional(groups),
  rules: z.exactOptional(rules),
});

const glideKnot: z.ZodMiniType<GlideKnot> = z.strictObject({
  ...stance,
  yearsToGoal: nonNegative.check(z.maximum(100)),
});

const glidePathPolicy: z.ZodMiniType<GlidePathPolicy> = z.strictObject({
  id: text,
  knots: z.array(glideKnot).check(z.minLength(1)),
  equityMayRise: z.exactOptional(z.boolean()),
});

export const allocationPolicy: z.ZodMiniType<AllocationPolicy> = z.strictObject({
  lower: z.record(z.string(), fraction),
  upper: z.record(z.string(), fraction),
  equityClasses: z.array(text),
  levels: z.strictObject({
    C1: levelPolicy,
    C2: levelPolicy,
    C3: levelPolicy,
    C4: levelPolicy,
    C5: levelPolicy,
  }),
  groups: z.exactOptional(groups),
  rules: z.exactOptional(rules),
  glidePaths: z.exactOptional(z.array(glidePathPolicy)),
});

/**
 * Checks capital-market assumptions, field by field; `compileAssumptions` checks the correlation as a whole.
 *
 * @example
 * ```ts
 * import { parseAssumptions } from 'aptfolio/schema';
 *
 * const view = {
 *   asOf: '2026-02-30', assetClasses: ['BOND'], expectedReturn: [0.03], volatility: [0.05], correlation: [[1]],
 * };
 * parseAssumptions(view); // => throws 'invalid-date', 'assumptions.asOf'
 * parseAssumptions({ ...view, asOf: '2026-03-02' }).volatility; // => [0.05]
 * ```
 */
export const parseAssumptions: Parse<CapitalMarketAssumptions> = parser(assumptions, 'assumptions');

/** Like `parseAssumptions`, but returns the faults. */
export const safeParseAssumptions: SafeParse<CapitalMarketAssumptions> = safeParser(
  assumptions,
  'assumptions',
);

/**
 * Checks a bank's allocation policy, field by field; `modelPortfolios` and `glidePath` check that its parts fit each other.
 *
 * @example
 * ```ts
 * import { parseAllocationPolicy } from 'aptfolio/schema';
 *
 * const level = { lambda: 4, equityMax: 0.3 };
 * const levels = { C1: level, C2: level, C3: level, C4: level, C5: { lambda: 0, equityMax: 1 } };
 * const policy = { lower: {}, upper: {}, equityClasses: [], levels };
 * parseAllocationPolicy(policy); // => throws 'out-of-range', 'policy.levels.C5.lambda'
 * ```
 */
export const parseAllocationPolicy: Parse<AllocationPolicy> = parser(allocationPolicy, 'policy');

/** Like `parseAllocationPolicy`, but returns the faults. */
export const safeParseAllocationPolicy: SafeParse<AllocationPolicy> = safeParser(
  allocationPolicy,
  'policy',
);

/**
 * Checks a history of returns, field by field; `estimateAssumptions` checks that its parts fit each other.
 *
 * @example
 * ```ts
 * import { parseReturnHistory } from 'aptfolio/schema';
 *
 * const history = { assets: ['BOND'], periods: [2024, 2025], returns: [[0.031], [0.026]] };
 * parseReturnHistory(history).periods; // => [2024, 2025]
 * parseReturnHistory({ ...history, returns: [[0.031], ['2.6%']] });
 * // => throws 'invalid-type', 'history.returns[1][0]'
 * ```
 */
export const parseReturnHistory: Parse<ReturnHistory> = parser(returnHistory, 'history');

/** Like `parseReturnHistory`, but returns the faults. */
export const safeParseReturnHistory: SafeParse<ReturnHistory> = safeParser(
  returnHistory,
  'history',
);
