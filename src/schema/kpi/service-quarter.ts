import * as z from 'zod/mini';
import type { ServiceQuarter } from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { count, decimal, nonNegative, number, text } from '../primitives.js';

const scores = z.record(z.string().check(z.regex(/^-?\d+$/, 'a whole number as key')), count);

export const serviceQuarter: z.ZodMiniType<ServiceQuarter> = z.strictObject({
  period: z.exactOptional(text),
  satisfactionSurvey: z.strictObject({
    scale: z.array(number).check(z.length(2)),
    before: scores,
    after: scores,
  }),
  assets: z.strictObject({
    openAUM: decimal,
    netFlow: decimal,
    marketEffect: decimal,
    closeAUM: decimal,
  }),
  retention: z.strictObject({
    renewalsDue: count,
    renewed: count,
    clientsAtStart: count,
    clientsLost: count,
    aumLost: decimal,
  }),
  acquisition: z.strictObject({
    newClients: count,
    campaignReached: count,
    campaignConverted: count,
    newClientsFromCampaigns: count,
  }),
  risk: z.strictObject({
    truePositives: count,
    falsePositives: count,
    falseNegatives: count,
    handlingHours: z.array(nonNegative),
    slaHours: nonNegative,
  }),
});

/**
 * Checks the counts of a reporting period, field by field; `servicePanel` checks them against each other.
 *
 * @example
 * ```ts
 * import { safeParseServiceQuarter } from 'aptfolio/schema';
 *
 * const result = safeParseServiceQuarter({ assets: { openAUM: 812400000 } });
 * result.status; // => 'invalid'
 * result.issues[0].path; // => 'quarter.satisfactionSurvey'
 * ```
 */
export const parseServiceQuarter: Parse<ServiceQuarter> = parser(serviceQuarter, 'quarter');

/** Like `parseServiceQuarter`, but returns the faults. */
export const safeParseServiceQuarter: SafeParse<ServiceQuarter> = safeParser(
  serviceQuarter,
  'quarter',
);
