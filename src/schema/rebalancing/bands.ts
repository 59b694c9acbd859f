import * as z from 'zod/mini';
import type { Band, BandRules, Bands, ClassGroup, DriftOptions } from '../../rebalancing/index.js';
import type { FieldsOf } from '../fields.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { fraction, matrix, nonNegative, text } from '../primitives.js';

const bandFields: FieldsOf<Band> = {
  absolute: z.exactOptional(nonNegative),
  relative: z.exactOptional(nonNegative),
  combine: z.exactOptional(z.enum(['narrower', 'wider'])),
  minimum: z.exactOptional(nonNegative),
  at: z.exactOptional(z.enum(['beyond', 'reached'])),
};
const band: z.ZodMiniType<Band> = z.strictObject(bandFields);
const bothSides = z.strictObject({ above: band, below: band });

/** What would make it another form, so that a fault inside of that one is found there. */
const noField = z.exactOptional(z.never());
const oneBand = z.strictObject({
  ...bandFields,
  above: noField,
  below: noField,
  default: noField,
});

/** How far a weight may go: the same on both sides, or a band for each. */
export const driftBands: z.ZodMiniType<Bands> = z.union([bothSides, oneBand]);

const ruleFields: FieldsOf<BandRules> = {
  default: driftBands,
  byId: z.exactOptional(z.record(z.string(), driftBands)),
  reentry: z.exactOptional(fraction),
};

/** Bands for everything that is measured. */
export const bandRules: z.ZodMiniType<BandRules> = z.strictObject(ruleFields);

/** What is measured: asset classes or products. */
export const measured: z.ZodMiniType<'classes' | 'products'> = z.enum(['classes', 'products']);

/** Classes within classes. */
export const classGroups: z.ZodMiniType<readonly ClassGroup[]> = z.array(
  z.strictObject({ id: text, members: z.array(text) }),
);

const optionFields: FieldsOf<DriftOptions> = {
  bands: z.union([bothSides, oneBand, bandRules]),
  measure: z.exactOptional(measured),
  groups: z.exactOptional(classGroups),
  breached: z.exactOptional(z.array(text)),
  covariance: z.exactOptional(z.strictObject({ ids: z.array(text), matrix })),
};

export const driftOptions: z.ZodMiniType<DriftOptions> = z.strictObject(optionFields);

/**
 * Checks how far weights may drift, field by field; that a band has a size is checked where it is used.
 *
 * @example
 * ```ts
 * import { parseDriftBands } from 'aptfolio/schema';
 *
 * parseDriftBands({ absolute: 0.05, relative: 0.25 }).relative; // => 0.25
 * parseDriftBands({ above: { absolute: 0.05 }, below: { absolute: 0.02 } }).below; // => { absolute: 0.02 }
 * parseDriftBands({ absolute: 0.05, relativ: 0.25 }); // => throws 'unknown-id', 'bands.relativ'
 * ```
 */
export const parseDriftBands: Parse<Bands> = parser(driftBands, 'bands');

/** Like `parseDriftBands`, but returns the faults. */
export const safeParseDriftBands: SafeParse<Bands> = safeParser(driftBands, 'bands');

/**
 * Checks what drift is measured against, for `measureDrift`, `smallestDeposit` and `smallestWithdrawal`.
 *
 * @example
 * ```ts
 * import { parseDriftOptions } from 'aptfolio/schema';
 *
 * const bands = { default: { relative: 0.2 }, byId: { stock: { absolute: 0.05 } } };
 * parseDriftOptions({ bands }).bands.byId; // => { stock: { absolute: 0.05 } }
 * parseDriftOptions({ bands, measure: 'class' }); // => throws 'unknown-value', 'options.measure'
 * ```
 */
export const parseDriftOptions: Parse<DriftOptions> = parser(driftOptions, 'options');

/** Like `parseDriftOptions`, but returns the faults. */
export const safeParseDriftOptions: SafeParse<DriftOptions> = safeParser(driftOptions, 'options');
