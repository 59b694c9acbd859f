import * as z from 'zod/mini';
import type { AllocationObjective, AllocationProblem } from '../allocation/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { matrix, number, positive, text } from './primitives.js';

const objective: z.ZodMiniType<AllocationObjective> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('utility'), riskAversion: positive }),
  z.strictObject({ kind: z.literal('minimum-variance') }),
  z.strictObject({ kind: z.literal('target-return'), expectedReturn: number }),
]);

const limits = { min: z.exactOptional(number), max: z.exactOptional(number) };

export const allocationProblem: z.ZodMiniType<AllocationProblem> = z.strictObject({
  assets: z.array(text).check(z.minLength(1)),
  expectedReturn: z.array(number),
  covariance: matrix,
  objective,
  bounds: z.exactOptional(z.record(z.string(), z.strictObject(limits))),
  groups: z.exactOptional(z.array(z.strictObject({ id: text, members: z.array(text), ...limits }))),
  budget: z.exactOptional(positive),
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
