import * as z from 'zod/mini';
import type { ComparedProposal, PersonalisationOptions } from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { fraction, name, number, text } from '../primitives.js';
import { dimensions } from './asset-inputs.js';
import { ids } from './kpi-definition.js';

const weights: z.ZodMiniType<Readonly<Record<string, number>>> = z.record(z.string(), fraction);

export const comparedProposal: z.ZodMiniType<ComparedProposal> = z.strictObject({
  id: name.check(z.maxLength(80)),
  at: z.union([text, number]),
  weights,
  model: z.nullable(weights),
  reason: z.exactOptional(name),
  dimensions: z.exactOptional(dimensions),
});

export const personalisationOptions: z.ZodMiniType<PersonalisationOptions> = z.strictObject({
  reasons: ids(1, 1000),
  asOf: z.union([text, number]),
  tolerance: z.exactOptional(z.number().check(z.minimum(0), z.lt(1))),
});

/**
 * Checks a proposal beside its model portfolio, field by field, for `personalisationRecord`.
 *
 * @example
 * ```ts
 * import { parseComparedProposal } from 'aptfolio/schema';
 *
 * const proposal = { id: 'p-1', at: '2026-03-02T09:00:00+08:00', weights: { BOND: 1 }, model: null };
 * parseComparedProposal(proposal).model; // => null
 * parseComparedProposal({ ...proposal, weights: { BOND: 1.5 } }); // => throws 'out-of-range', 'proposal.weights.BOND'
 * ```
 */
export const parseComparedProposal: Parse<ComparedProposal> = parser(comparedProposal, 'proposal');

/** Like `parseComparedProposal`, but returns the faults. */
export const safeParseComparedProposal: SafeParse<ComparedProposal> = safeParser(
  comparedProposal,
  'proposal',
);

/**
 * Checks when a proposal counts as personal, for `personalisationRecord`.
 *
 * @example
 * ```ts
 * import { parsePersonalisationOptions } from 'aptfolio/schema';
 *
 * const options = { reasons: ['tax'], asOf: '2026-04-01T00:00:00+08:00' };
 * parsePersonalisationOptions({ ...options, tolerance: 0.05 }).tolerance; // => 0.05
 * parsePersonalisationOptions({ ...options, tolerance: 1 }); // => throws 'out-of-range', 'options.tolerance'
 * ```
 */
export const parsePersonalisationOptions: Parse<PersonalisationOptions> = parser(
  personalisationOptions,
  'options',
);

/** Like `parsePersonalisationOptions`, but returns the faults. */
export const safeParsePersonalisationOptions: SafeParse<PersonalisationOptions> = safeParser(
  personalisationOptions,
  'options',
);
