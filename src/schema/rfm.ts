import * as z from 'zod/mini';
import type { Rfm, RfmBounds, RfmRow, RfmScoresOptions } from '../client/index.js';
import {
  type Parse,
  type ParseRows,
  parser,
  rowParser,
  type SafeParse,
  safeParser,
} from './parser.js';
import { count, currency, money, text } from './primitives.js';

const figures = { recencyDays: z.nullable(count), frequency: count, monetary: money };

/** What `measureRfm` returns holds more. */
export const rfm: z.ZodMiniType<Rfm> = z.object(figures);

const row: z.ZodMiniType<RfmRow> = z.object({ ...figures, id: text });

export const rfmRows: z.ZodMiniType<readonly RfmRow[]> = z.array(row);

export const rfmBounds: z.ZodMiniType<RfmBounds> = z.strictObject({
  recencyDays: z.array(count),
  frequency: z.array(count),
  monetary: z.array(money),
});

export const rfmScoresOptions: z.ZodMiniType<RfmScoresOptions> = z.strictObject({
  currency,
  groups: z.exactOptional(z.int().check(z.minimum(2), z.maximum(100))),
});

/**
 * Checks recency, frequency and monetary value of one client, for `scoreRfm`. Further fields are dropped.
 *
 * @example
 * ```ts
 * import { parseRfm } from 'aptfolio/schema';
 *
 * const figures = { recencyDays: 10, frequency: 2, monetary: { currency: 'CNY', amount: '1050.00' } };
 * parseRfm(figures).frequency; // => 2
 * parseRfm({ ...figures, recencyDays: undefined }); // => throws 'missing-value', 'figures.recencyDays'
 * ```
 */
export const parseRfm: Parse<Rfm> = parser(rfm, 'figures');

/** Like `parseRfm`, but returns the faults. */
export const safeParseRfm: SafeParse<Rfm> = safeParser(rfm, 'figures');

/**
 * Checks the figures of a population, row by row, for `rfmScores`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseRfmRows } from 'aptfolio/schema';
 *
 * const row = { id: 'a', recencyDays: null, frequency: 0, monetary: { currency: 'CNY', amount: '0.00' } };
 * parseRfmRows([row, { ...row, frequency: -1 }]).failures[0].issues[0].path; // => 'rows[1].frequency'
 * ```
 */
export const parseRfmRows: ParseRows<RfmRow> = rowParser(row, 'rows');

/**
 * Checks the bounds between scores, for `scoreRfm`, which checks that they ascend.
 *
 * @example
 * ```ts
 * import { parseRfmBounds } from 'aptfolio/schema';
 *
 * const bounds = { recencyDays: [30, 90], frequency: [2, 12], monetary: [{ currency: 'CNY', amount: '1000' }] };
 * parseRfmBounds(bounds).frequency; // => [2, 12]
 * parseRfmBounds({ ...bounds, monetary: [1000] }); // => throws 'invalid-type', 'bounds.monetary[0]'
 * ```
 */
export const parseRfmBounds: Parse<RfmBounds> = parser(rfmBounds, 'bounds');

/** Like `parseRfmBounds`, but returns the faults. */
export const safeParseRfmBounds: SafeParse<RfmBounds> = safeParser(rfmBounds, 'bounds');

/**
 * Checks how `rfmScores` scores a population.
 *
 * @example
 * ```ts
 * import { parseRfmScoresOptions } from 'aptfolio/schema';
 *
 * parseRfmScoresOptions({ currency: 'CNY', groups: 4 }).groups; // => 4
 * parseRfmScoresOptions({ currency: 'CNY', groups: 1 }); // => throws 'out-of-range', 'options.groups'
 * ```
 */
export const parseRfmScoresOptions: Parse<RfmScoresOptions> = parser(rfmScoresOptions, 'options');

/** Like `parseRfmScoresOptions`, but returns the faults. */
export const safeParseRfmScoresOptions: SafeParse<RfmScoresOptions> = safeParser(
  rfmScoresOptions,
  'options',
);
