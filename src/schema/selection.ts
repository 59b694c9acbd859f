import * as z from 'zod/mini';
import type { ScreeningContext, SelectionContext } from '../selection/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, matrix, money, number, text } from './primitives.js';
import { riskLevel } from './questionnaire.js';

const screeningFields = {
  level: riskLevel,
  maxLockUpDays: z.exactOptional(count),
  amount: z.exactOptional(money),
  held: z.exactOptional(z.array(text)),
};

export const screeningContext: z.ZodMiniType<ScreeningContext> = z.strictObject(screeningFields);

export const selectionContext: z.ZodMiniType<SelectionContext> = z.strictObject({
  ...screeningFields,
  covariance: matrix,
  maxWeightPerProduct: z.exactOptional(number.check(z.gt(0), z.maximum(1))),
});

/**
 * Checks for whom `screenProducts` screens.
 *
 * @example
 * ```ts
 * import { parseScreeningContext } from 'aptfolio/schema';
 *
 * parseScreeningContext({ level: 'C3', maxLockUpDays: 90 }).level; // => 'C3'
 * parseScreeningContext({ level: 'C9' }); // => throws 'unknown-value', 'context.level'
 * ```
 */
export const parseScreeningContext: Parse<ScreeningContext> = parser(screeningContext, 'context');

/** Like `parseScreeningContext`, but returns the faults. */
export const safeParseScreeningContext: SafeParse<ScreeningContext> = safeParser(
  screeningContext,
  'context',
);

/**
 * Checks for whom and with what `selectProducts` selects; the covariance is a list of rows.
 *
 * @example
 * ```ts
 * import { parseSelectionContext } from 'aptfolio/schema';
 *
 * const context = { level: 'C3', covariance: [[0.001, 0], [0, 0.04]] };
 * parseSelectionContext(context).covariance[1]; // => [0, 0.04]
 * parseSelectionContext({ level: 'C3' }); // => throws 'missing-value', 'context.covariance'
 * ```
 */
export const parseSelectionContext: Parse<SelectionContext> = parser(selectionContext, 'context');

/** Like `parseSelectionContext`, but returns the faults. */
export const safeParseSelectionContext: SafeParse<SelectionContext> = safeParser(
  selectionContext,
  'context',
);
