import * as z from 'zod/mini';
import type {
  CounterfactualOptions,
  DecideOptions,
  GridOptions,
  ImpactOptions,
  ScreenOptions,
} from '../rules/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, count, date, text } from './primitives.js';

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

export const gridOptions: z.ZodMiniType<Omit<GridOptions, 'onProgress'>> = z.strictObject({
  asOf: date,
  rules: z.exactOptional(z.boolean()),
});

export const impactOptions: z.ZodMiniType<Omit<ImpactOptions, 'onProgress'>> = z.strictObject({
  from: date,
  to: date,
  most: z.exactOptional(count),
});

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

/**
 * Checks on which day `screenGrid` screens, and what it keeps. What is told of the progress is added afterwards.
 *
 * @example
 * ```ts
 * import { parseGridOptions } from 'aptfolio/schema';
 *
 * parseGridOptions({ asOf: '2026-03-02', rules: true }).rules; // => true
 * parseGridOptions({ asOf: '2026-03-02', rules: ['R1'] }); // => throws 'invalid-type', 'options.rules'
 * ```
 */
export const parseGridOptions: Parse<Omit<GridOptions, 'onProgress'>> = parser(
  gridOptions,
  'options',
);

/** Like `parseGridOptions`, but returns the faults. */
export const safeParseGridOptions: SafeParse<Omit<GridOptions, 'onProgress'>> = safeParser(
  gridOptions,
  'options',
);

/**
 * Checks on which days `packImpact` asks the packs. What is told of the progress is added afterwards.
 *
 * @example
 * ```ts
 * import { parseImpactOptions } from 'aptfolio/schema';
 *
 * parseImpactOptions({ from: '2026-03-02', to: '2027-01-01', most: 5 }).most; // => 5
 * parseImpactOptions({ from: '2026-03-02' }); // => throws 'missing-value', 'options.to'
 * ```
 */
export const parseImpactOptions: Parse<Omit<ImpactOptions, 'onProgress'>> = parser(
  impactOptions,
  'options',
);

/** Like `parseImpactOptions`, but returns the faults. */
export const safeParseImpactOptions: SafeParse<Omit<ImpactOptions, 'onProgress'>> = safeParser(
  impactOptions,
  'options',
);
