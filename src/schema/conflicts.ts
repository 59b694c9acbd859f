import * as z from 'zod/mini';
import type { LocalisedText } from '../questionnaire/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { localised } from './primitives.js';

export const conflicts: z.ZodMiniType<readonly LocalisedText[]> = z.array(localised);

/**
 * Checks a bank's statements on its conflicts of interest, for `prepareProposal`.
 *
 * @example
 * ```ts
 * import { parseConflicts } from 'aptfolio/schema';
 *
 * parseConflicts([{ 'zh-Hans': '无。', 'zh-Hant': '無。', en: 'None.' }])[0].en; // => 'None.'
 * parseConflicts([{ en: 'None.' }]); // => throws 'missing-value', 'conflicts[0]["zh-Hans"]'
 * ```
 */
export const parseConflicts: Parse<readonly LocalisedText[]> = parser(conflicts, 'conflicts');

/** Like `parseConflicts`, but returns the faults. */
export const safeParseConflicts: SafeParse<readonly LocalisedText[]> = safeParser(
  conflicts,
  'conflicts',
);
