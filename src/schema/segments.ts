import * as z from 'zod/mini';
import type {
  FeatureRow,
  KMeansOptions,
  SegmentCondition,
  SegmentFacts,
  SegmentRow,
  SegmentRule,
  SegmentTable,
} from '../client/index.js';
import type { Money } from '../money/index.js';
import { citation } from './evidence.js';
import {
  type Parse,
  type ParseRows,
  parser,
  rowParser,
  type SafeParse,
  safeParser,
} from './parser.js';
import { atLeastOne, count, money, number, numberById, plain, text } from './primitives.js';

const bounds = <T extends number | Money>(bound: z.ZodMiniType<T>) =>
  z.strictObject({
    fact: text,
    from: z.exactOptional(bound),
    above: z.exactOptional(bound),
    to: z.exactOptional(bound),
    below: z.exactOptional(bound),
  });

const condition: z.ZodMiniType<SegmentCondition> = z.union([
  bounds(number),
  bounds(money),
  z.strictObject({ fact: text, oneOf: z.array(text).check(z.minLength(1)) }),
  z.strictObject({ fact: text, is: z.boolean() }),
]);

const rule: z.ZodMiniType<SegmentRule> = z.strictObject({
  id: text,
  segment: text,
  when: z.array(condition),
  citations: z.exactOptional(z.array(citation)),
});

export const segmentTable: z.ZodMiniType<SegmentTable> = z.strictObject({
  id: text,
  rules: z.array(rule).check(z.minLength(1)),
  otherwise: z.exactOptional(text),
});

export const segmentFacts: z.ZodMiniType<SegmentFacts> = z.record(
  z.string(),
  z.nullable(z.union([plain, money])),
);

const segmentRow: z.ZodMiniType<SegmentRow> = z.object({ id: text, facts: segmentFacts });

export const segmentRows: z.ZodMiniType<readonly SegmentRow[]> = z.array(segmentRow);

const featureRow: z.ZodMiniType<FeatureRow> = z.object({ id: text, features: numberById });

export const featureRows: z.ZodMiniType<readonly FeatureRow[]> = z.array(featureRow);

export const kMeansOptions: z.ZodMiniType<KMeansOptions> = z.strictObject({
  k: z.int().check(z.minimum(1), z.maximum(100)),
  seed: count,
  features: z.array(text).check(z.minLength(1)),
  standardise: z.exactOptional(z.boolean()),
  restarts: z.exactOptional(atLeastOne),
  maxIterations: z.exactOptional(atLeastOne),
});

/**
 * Checks a rule table, field by field; `compileSegments` checks it as a whole.
 *
 * @example
 * ```ts
 * import { parseSegmentTable } from 'aptfolio/schema';
 *
 * const table = {
 *   id: 'by-age', rules: [{ id: 'young', segment: 'young', when: [{ fact: 'age', from: 18, below: 30 }] }],
 * };
 * parseSegmentTable(table).rules[0].segment; // => 'young'
 * parseSegmentTable({ ...table, rules: [{ ...table.rules[0], when: [{ fact: 'age', until: 30 }] }] });
 * // => throws 'unknown-id', 'table.rules[0].when[0].until'
 * ```
 */
export const parseSegmentTable: Parse<SegmentTable> = parser(segmentTable, 'table');

/** Like `parseSegmentTable`, but returns the faults. */
export const safeParseSegmentTable: SafeParse<SegmentTable> = safeParser(segmentTable, 'table');

/**
 * Checks what is known about one client, by name, for `segmentOf` and `segmentTags`; `null` for what is not.
 *
 * @example
 * ```ts
 * import { parseSegmentFacts } from 'aptfolio/schema';
 *
 * parseSegmentFacts({ age: 38, channel: null }); // => { age: 38, channel: null }
 * parseSegmentFacts({ age: [38] }); // => throws 'invalid-type', 'facts.age'
 * ```
 */
export const parseSegmentFacts: Parse<SegmentFacts> = parser(segmentFacts, 'facts');

/** Like `parseSegmentFacts`, but returns the faults. */
export const safeParseSegmentFacts: SafeParse<SegmentFacts> = safeParser(segmentFacts, 'facts');

/**
 * Checks the facts of many clients, row by row, for `segmentClients`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseSegmentRows } from 'aptfolio/schema';
 *
 * const { values, failures } = parseSegmentRows([{ id: 'a', facts: { age: 18 } }, { id: 'b', facts: { age: NaN } }]);
 * values.length; // => 1
 * failures[0].issues[0].path; // => 'rows[1].facts.age'
 * ```
 */
export const parseSegmentRows: ParseRows<SegmentRow> = rowParser(segmentRow, 'rows');

/**
 * Checks the features of many clients, row by row, for `kMeans`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseFeatureRows } from 'aptfolio/schema';
 *
 * const row = { id: 'a', features: { trades: 12 } };
 * parseFeatureRows([row, { ...row, features: { trades: '12' } }]).failures[0].issues[0].path;
 * // => 'rows[1].features.trades'
 * ```
 */
export const parseFeatureRows: ParseRows<FeatureRow> = rowParser(featureRow, 'rows');

/**
 * Checks how `kMeans` groups clients.
 *
 * @example
 * ```ts
 * import { parseKMeansOptions } from 'aptfolio/schema';
 *
 * const options = { k: 4, seed: 7, features: ['trades', 'age'] };
 * parseKMeansOptions(options).k; // => 4
 * parseKMeansOptions({ ...options, seed: undefined }); // => throws 'missing-value', 'options.seed'
 * ```
 */
export const parseKMeansOptions: Parse<KMeansOptions> = parser(kMeansOptions, 'options');

/** Like `parseKMeansOptions`, but returns the faults. */
export const safeParseKMeansOptions: SafeParse<KMeansOptions> = safeParser(
  kMeansOptions,
  'options',
);
