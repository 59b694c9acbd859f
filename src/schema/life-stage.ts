import * as z from 'zod/mini';
import type { LifeStageBounds, LifeStageFacts, LifeStageOptions } from '../client/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, date, nonNegative } from './primitives.js';

const age = z.exactOptional(count);

export const lifeStageBounds: z.ZodMiniType<LifeStageBounds> = z.strictObject({
  adultAge: age,
  retirementAge: age,
  yearsBefore: age,
  youngUntil: age,
});

/** All may be left out, so a misspelt one would leave nothing behind. */
export const lifeStageFacts: z.ZodMiniType<LifeStageFacts> = z.strictObject({
  birthDate: z.exactOptional(date),
  retired: z.exactOptional(z.boolean()),
  dependants: z.exactOptional(z.array(z.object({ age: nonNegative }))),
});

export const lifeStageOptions: z.ZodMiniType<Omit<LifeStageOptions, 'table'>> = z.strictObject({
  asOf: date,
  adultAge: age,
});

/**
 * Checks the ages between the life stages, for `lifeStageTable`.
 *
 * @example
 * ```ts
 * import { parseLifeStageBounds } from 'aptfolio/schema';
 *
 * parseLifeStageBounds({ retirementAge: 63 }); // => { retirementAge: 63 }
 * parseLifeStageBounds({ retirementAge: 62.5 }); // => throws 'invalid-type', 'bounds.retirementAge'
 * ```
 */
export const parseLifeStageBounds: Parse<LifeStageBounds> = parser(lifeStageBounds, 'bounds');

/** Like `parseLifeStageBounds`, but returns the faults. */
export const safeParseLifeStageBounds: SafeParse<LifeStageBounds> = safeParser(
  lifeStageBounds,
  'bounds',
);

/**
 * Checks what is known about someone's life, for `findLifeStage`.
 *
 * @example
 * ```ts
 * import { parseLifeStageFacts } from 'aptfolio/schema';
 *
 * parseLifeStageFacts({ birthDate: '1988-02-29', retired: false }).retired; // => false
 * parseLifeStageFacts({ birthDate: '1987-02-29' }); // => throws 'invalid-date', 'facts.birthDate'
 * ```
 */
export const parseLifeStageFacts: Parse<LifeStageFacts> = parser(lifeStageFacts, 'facts');

/** Like `parseLifeStageFacts`, but returns the faults. */
export const safeParseLifeStageFacts: SafeParse<LifeStageFacts> = safeParser(
  lifeStageFacts,
  'facts',
);

/**
 * Checks how `findLifeStage` finds the life stage. A table is added afterwards, from `compileSegments`.
 *
 * @example
 * ```ts
 * import { parseLifeStageOptions } from 'aptfolio/schema';
 *
 * parseLifeStageOptions({ asOf: '2026-03-02', adultAge: 18 }).adultAge; // => 18
 * parseLifeStageOptions({ adultAge: 18 }); // => throws 'missing-value', 'options.asOf'
 * ```
 */
export const parseLifeStageOptions: Parse<Omit<LifeStageOptions, 'table'>> = parser(
  lifeStageOptions,
  'options',
);

/** Like `parseLifeStageOptions`, but returns the faults. */
export const safeParseLifeStageOptions: SafeParse<Omit<LifeStageOptions, 'table'>> = safeParser(
  lifeStageOptions,
  'options',
);
