import * as z from 'zod/mini';
import type {
  AllocationObjective,
  AllocationProblem,
  FactorCovariance,
  TradingTerms,
} from '../allocation/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  matrix,
  nonNegative,
  number,
  numberById,
  positive,
  text,
  weightById,
} from './primitives.js';

const objective: z.ZodMiniType<AllocationObjective> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('utility'), riskAversion: positive }),
  z.strictObject({ kind: z.literal('minimum-variance') }),
  z.strictObject({ kind: z.literal('target-return'), expectedReturn: number }),
  z.strictObject({ kind: z.literal('target-volatility'), volatility: positive }),
  z.strictObject({ kind: z.literal('maximum-sharpe'), risklessReturn: number }),
]);

const factorCovariance: z.ZodMiniType<FactorCovariance> = z.strictObject({
  loadings: matrix,
  factorCovariance: matrix,
  specificVariance: z.array(nonNegative),
});

const limits = { min: z.exactOptional(number), max: z.exactOptional(number) };
const names = z.array(text).check(z.minLength(1));
const cost = z.exactOptional(z.union([nonNegative, weightById]));

const trading: z.ZodMiniType<TradingTerms> = z.strictObject({
  current: numberById,
  buyCost: cost,
  sellCost: cost,
  maxTurnover: z.exactOptional(nonNegative),
  frozen: z.exactOptional(z.array(text)),
});

export const allocationProblem: z.ZodMiniType<AllocationProblem> = z.strictObject({
  assets: names,
  expectedReturn: z.array(number),
  covariance: z.union([matrix, factorCovariance]),
  objective,
  bounds: z.exactOptional(z.record(z.string(), z.strictObject(limits))),
  groups: z.exactOptional(z.array(z.strictObject({ id: text, members: z.array(text), ...limits }))),
  rules: z.exactOptional(
    z.array(z.strictObject({ id: text, coefficients: numberById, ...limits })),
  ),
  relative: z.exactOptional(
    z.array(z.strictObject({ id: text, members: names, of: names, ...limits })),
  ),
  budget: z.exactOptional(z.union([positive, z.strictObject({ min: nonNegative, max: positive })])),
  maxShort: z.exactOptional(nonNegative),
  maxLeverage: z.exactOptional(nonNegative),
  trading: z.exactOptional(trading),
  benchmark: z.exactOptional(numberById),
  maxTrackingError: z.exactOptional(positive),
  risk: z.exactOptional(z.enum(['total', 'active'])),
  priorities: z.exactOptional(z.record(z.string(), z.union([nonNegative, z.literal('hard')]))),
});

/**
 * Checks an allocation problem, field by field; `allocate` checks that its parts fit each other.
 *
 * Vectors and matrices are lists here, as JSON has no `Float64Array`.
 *
 * @example
 * ```ts
 * import { parseAllocationProblem } from 'aptfolio/schema';
 *
 * const problem = {
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.03, 0.07], covariance: [[0.001, 0], [0, 0.04]],
 *   objective: { kind: 'utility', riskAversion: 4 },
 * };
 * parseAllocationProblem(problem).assets; // => ['BOND', 'EQUITY']
 * parseAllocationProblem({ ...problem, objective: { kind: 'best' } });
 * // => throws 'unknown-value', 'problem.objective.kind'
 * ```
 */
export const parseAllocationProblem: Parse<AllocationProblem> = parser(
  allocationProblem,
  'problem',
);

/** Like `parseAllocationProblem`, but returns the faults. */
export const safeParseAllocationProblem: SafeParse<AllocationProblem> = safeParser(
  allocationProblem,
  'problem',
);
