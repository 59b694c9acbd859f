import * as z from 'zod/mini';
import type { CounterfactualOptions, DecideOptions, ScreenOptions } from '../rules/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, date, text } from './primitives.js';

export const decideOptions: z.ZodMiniType<DecideOptions> = z.strictObject({
  asOf: date,
  setAside: z.exactOptional(z.array(text)),
  everything: z.exactOptional(z.boolean()),
});

export const counterfactualOptions: z.ZodMiniType<CounterfactualOptions> = z.strictObject({
  asOf: date,
  setAside: z.exactOptional(z.array(text)),
  most: z.exactOptional(atLeastOne),
  size: z.exactOptional(z.int().check(z.minimum(1), z.maximum(5))),
  budget: z.exactOptional(atLeastOne),
});

export const screenOptions: z.ZodMiniType<ScreenOptions> = z.strictObject({ asOf: date });

/**
 * Checks how `decide` decides, and on which day.
 *
 * @example
 * ```ts
 * import { parseDecideOptions } from 'aptfolio/schema';
 *
 * parseDecideOptions({ asOf: '2026-03-02', setAside: ['LEND-INCOME'] }).setAside; // => ['LEND-INCOME']
 * parseDecideOptions({ asOf: '2026-03-02', setaside: [] }); // => throws 'unknown-id', 'options.setaside'
 * ```
 */
export const parseDecideOptions: Parse<DecideOptions> = parser(decideOptions, 'options');

/** Like `parseDecideOptions`, but returns the faults. */
export const safeParseDecideOptions: SafeParse<DecideOptions> = safeParser(
  decideOptions,
  'options',
);

/**
 * Checks on which day and how far `findCounterfactuals` looks.
 *
 * @example
 * ```ts
 * import { parseCounterfactualOptions } from 'aptfolio/schema';
 *
 * parseCounterfactualOptions({ asOf: '2026-03-02', size: 2 }).size; // => 2
 * parseCounterfactualOptions({ asOf: '2026-03-02', size: 6 }); // => throws 'out-of-range', 'options.size'
 * ```
 */
export const parseCounterfactualOptions: Parse<CounterfactualOptions> = parser(
  counterfactualOptions,
  'options',
);

/** Like `parseCounterfactualOptions`, but returns the faults. */
export const safeParseCounterfactualOptions: SafeParse<CounterfactualOptions> = safeParser(
  counterfactualOptions,
  'options',
);

/**
 * Checks on which day `screen` screens.
 *
 * @example
 * ```ts
 * import { parseScreenOptions } from 'aptfolio/schema';
 *
 * parseScreenOptions({ asOf: '2026-03-02' }).asOf; // => '2026-03-02'
 * parseScreenOptions({}); // => throws 'missing-value', 'options.asOf'
 * ```
 */
export const parseScreenOptions: Parse<ScreenOptions> = parser(screenOptions, 'options');

/** Like `parseScreenOptions`, but returns the faults. */
export const safeParseScreenOptions: SafeParse<ScreenOptions> = safeParser(
  screenOptions,
  'options',
);
