import * as z from 'zod/mini';
import type { History, HistoryPolicy } from '../../rebalancing/index.js';
import type { FieldsOf } from '../fields.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { date, number, text, weightById } from '../primitives.js';
import { bandRules, classGroups } from './bands.js';
import { destination, pacing, scope, trigger } from './policy.js';

const rate = number.check(z.minimum(0), z.lt(1));
const costs = z.exactOptional(z.union([rate, z.record(z.string(), rate)]));

const historyFields: FieldsOf<History> = {
  assetClasses: z.array(text).check(z.minLength(1)),
  from: date,
  periods: z
    .array(z.strictObject({ to: date, returns: z.array(number.check(z.gt(-1))) }))
    .check(z.minLength(1)),
  target: weightById,
  costs: z.exactOptional(z.strictObject({ buy: costs, sell: costs })),
  flow: z.exactOptional(number.check(z.gt(-1), z.maximum(10))),
};

export const policyHistory: z.ZodMiniType<History> = z.strictObject(historyFields);

const policyFields: FieldsOf<HistoryPolicy> = {
  id: text,
  bands: bandRules,
  groups: z.exactOptional(classGroups),
  triggers: z.exactOptional(z.array(trigger)),
  pacing: z.exactOptional(pacing),
  destination: z.exactOptional(destination),
  scope: z.exactOptional(scope),
  flows: z.exactOptional(z.enum(['towards-target', 'at-target-weights'])),
};

export const historyPolicies: z.ZodMiniType<readonly HistoryPolicy[]> = z
  .array(z.strictObject(policyFields))
  .check(z.minLength(1));

/**
 * Checks a stretch of the past on which policies are tried, for `replayPolicy` and `comparePolicies`.
 *
 * @example
 * ```ts
 * import { parsePolicyHistory } from 'aptfolio/schema';
 *
 * const history = {
 *   assetClasses: ['SHARES'], from: '1999-12-31', target: { SHARES: 1 },
 *   periods: [{ to: '2000-12-31', returns: [-0.09] }],
 * };
 * parsePolicyHistory(history).periods.length; // => 1
 * parsePolicyHistory({ ...history, flow: -1 }); // => throws 'out-of-range', 'history.flow'
 * ```
 */
export const parsePolicyHistory: Parse<History> = parser(policyHistory, 'history');

/** Like `parsePolicyHistory`, but returns the faults. */
export const safeParsePolicyHistory: SafeParse<History> = safeParser(policyHistory, 'history');

/**
 * Checks policies that are tried on the past, for `comparePolicies`.
 *
 * @example
 * ```ts
 * import { parseHistoryPolicies } from 'aptfolio/schema';
 *
 * const never = { id: 'never', bands: { default: { absolute: 1 } }, triggers: [] };
 * parseHistoryPolicies([never])[0].id; // => 'never'
 * parseHistoryPolicies([{ ...never, flows: 'kept' }]); // => throws 'unknown-value', 'policies[0].flows'
 * ```
 */
export const parseHistoryPolicies: Parse<readonly HistoryPolicy[]> = parser(
  historyPolicies,
  'policies',
);

/** Like `parseHistoryPolicies`, but returns the faults. */
export const safeParseHistoryPolicies: SafeParse<readonly HistoryPolicy[]> = safeParser(
  historyPolicies,
  'policies',
);
