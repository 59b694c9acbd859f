import * as z from 'zod/mini';
import type { StagesOptions } from '../../rebalancing/index.js';
import type { FieldsOf } from '../fields.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { date } from '../primitives.js';

const fields: FieldsOf<StagesOptions> = {
  days: z.array(date).check(z.minLength(1)),
  parts: z.exactOptional(z.int().check(z.minimum(1), z.maximum(10_000))),
};

export const stagesOptions: z.ZodMiniType<StagesOptions> = z.strictObject(fields);

/**
 * Checks when the stages of a plan are made, for `planStages`; that the days ascend and are no more than the parts is checked there.
 *
 * @example
 * ```ts
 * import { parseStagesOptions } from 'aptfolio/schema';
 *
 * parseStagesOptions({ days: ['2026-03-02', '2026-06-01'], parts: 4 }).parts; // => 4
 * parseStagesOptions({ days: [] }); // => throws 'empty', 'options.days'
 * ```
 */
export const parseStagesOptions: Parse<StagesOptions> = parser(stagesOptions, 'options');

/** Like `parseStagesOptions`, but returns the faults. */
export const safeParseStagesOptions: SafeParse<StagesOptions> = safeParser(
  stagesOptions,
  'options',
);
