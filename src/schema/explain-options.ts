import * as z from 'zod/mini';
import {
  CLASS_KINDS,
  EXPOSURE_KINDS,
  type ExplainOptions,
  type ExposureOptions,
  type TargetClient,
} from '../products/index.js';
import type { FieldsOf } from './fields.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  currency,
  date,
  fraction,
  localised,
  matrix,
  money,
  nonNegative,
  number,
  positive,
  text,
} from './primitives.js';

const explainFields: FieldsOf<ExplainOptions> = {
  asOf: date,
  amount: z.exactOptional(money),
  fx: z.exactOptional(fxRates),
  years: z.exactOptional(positive.check(z.minimum(0.01), z.maximum(100))),
  assumptions: z.exactOptional(
    z.strictObject({
      asOf: date,
      assetClasses: z.array(text),
      expectedReturn: z.array(number.check(z.gt(-1))),
      covariance: matrix,
    }),
  ),
  classKinds: z.exactOptional(z.record(z.string(), z.enum(CLASS_KINDS))),
  names: z.exactOptional(z.record(z.string(), localised)),
};

export const explainOptions: z.ZodMiniType<ExplainOptions> = z.strictObject(explainFields);

export const exposureOptions: z.ZodMiniType<ExposureOptions> = z.strictObject({
  by: z.enum(EXPOSURE_KINDS),
  currency: z.exactOptional(currency),
});

const clientFields: FieldsOf<TargetClient> = {
  kind: z.exactOptional(text),
  knowledge: z.exactOptional(nonNegative.check(z.maximum(100))),
  objective: z.exactOptional(text),
  horizonYears: z.exactOptional(nonNegative),
  lossCapacity: z.exactOptional(fraction),
  traits: z.exactOptional(z.record(z.string(), z.boolean())),
};

export const targetClient: z.ZodMiniType<TargetClient> = z.strictObject(clientFields);

/**
 * Checks for which day, amount and holding period `explainProduct` explains a product.
 *
 * @example
 * ```ts
 * import { parseExplainOptions } from 'aptfolio/schema';
 *
 * parseExplainOptions({ asOf: '2026-03-02', years: 3 }).years; // => 3
 * parseExplainOptions({ asOf: '2026-03-02', years: 0 }); // => throws 'out-of-range', 'options.years'
 * ```
 */
export const parseExplainOptions: Parse<ExplainOptions> = parser(explainOptions, 'options');

/** Like `parseExplainOptions`, but returns the faults. */
export const safeParseExplainOptions: SafeParse<ExplainOptions> = safeParser(
  explainOptions,
  'options',
);

/**
 * Checks how `exposures` looks through a portfolio.
 *
 * @example
 * ```ts
 * import { parseExposureOptions } from 'aptfolio/schema';
 *
 * parseExposureOptions({ by: 'currency', currency: 'CNY' }).by; // => 'currency'
 * parseExposureOptions({ by: 'country' }); // => throws 'unknown-value', 'options.by'
 * ```
 */
export const parseExposureOptions: Parse<ExposureOptions> = parser(exposureOptions, 'options');

/** Like `parseExposureOptions`, but returns the faults. */
export const safeParseExposureOptions: SafeParse<ExposureOptions> = safeParser(
  exposureOptions,
  'options',
);

/**
 * Checks what `checkTargetMarket` is told about a client.
 *
 * @example
 * ```ts
 * import { parseTargetClient } from 'aptfolio/schema';
 *
 * parseTargetClient({ knowledge: 60 }).knowledge; // => 60
 * parseTargetClient({ knowledge: 160 }); // => throws 'out-of-range', 'client.knowledge'
 * ```
 */
export const parseTargetClient: Parse<TargetClient> = parser(targetClient, 'client');

/** Like `parseTargetClient`, but returns the faults. */
export const safeParseTargetClient: SafeParse<TargetClient> = safeParser(targetClient, 'client');
