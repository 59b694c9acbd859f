import * as z from 'zod/mini';
import type {
  AdviceReference,
  AdviceRequest,
  ReviewReference,
  ReviewRequest,
} from '../advice/index.js';
import { calendar } from './calendar.js';
import { viewWithoutResult } from './client.js';
import { allocationPolicy, assumptions } from './market.js';
import { pastOrder } from './order-check.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { clientPolicy, completenessPolicy } from './policies.js';
import { count, date, decimal, fraction, moneyById, positive, text } from './primitives.js';
import { products } from './products.js';
import { answers, questionnaire, riskLevel } from './questionnaire.js';
import { reviewedAccount } from './rebalancing/account.js';
import { policyWithoutUtility } from './rebalancing/policy.js';
import { valuationOptions } from './rebalancing/questions.js';
import { scoreSurroundings } from './score-options.js';
import { caseFacts, factGroup } from './suitability-case.js';

export const adviceRequest: z.ZodMiniType<AdviceRequest> = z.strictObject({
  known: z.array(text),
  view: viewWithoutResult,
  answers,
  answeredOn: z.exactOptional(date),
  assessment: z.exactOptional(scoreSurroundings),
  goal: text,
  acknowledged: z.exactOptional(z.array(text)),
  facts: z.exactOptional(caseFacts),
  history: z.exactOptional(z.array(pastOrder)),
  funding: text,
});

const decimals = z.record(z.string(), decimal);

export const adviceReference: z.ZodMiniType<AdviceReference> = z.strictObject({
  completeness: completenessPolicy,
  questionnaire,
  needs: clientPolicy,
  assumptions,
  allocation: allocationPolicy,
  products,
  productFacts: z.exactOptional(z.record(z.string(), factGroup)),
  calendar: z.exactOptional(calendar),
  selection: z.strictObject({
    maxLockUpDays: count,
    maxWeightPerProduct: z.exactOptional(positive),
    maxNodes: z.exactOptional(count),
  }),
  projection: z.strictObject({ paths: count, seed: count, probability: fraction }),
  orders: z.strictObject({
    residualProduct: text,
    amountStep: decimal,
    dailyLimits: z.exactOptional(decimals),
    maxDeviation: z.exactOptional(fraction),
  }),
});

export const reviewRequest: z.ZodMiniType<ReviewRequest> = z.strictObject({
  level: riskLevel,
  account: reviewedAccount,
  since: z.exactOptional(z.strictObject({ opening: moneyById, period: valuationOptions })),
});

export const reviewReference: z.ZodMiniType<ReviewReference> = z.strictObject({
  assumptions,
  allocation: allocationPolicy,
  products,
  rebalancing: policyWithoutUtility,
  calendar: z.exactOptional(calendar),
});

/**
 * Checks a client's case for `advise`.
 *
 * @example
 * ```ts
 * import { safeParseAdviceRequest } from 'aptfolio/schema';
 *
 * const result = safeParseAdviceRequest({ known: [], answers: {}, goal: '', funding: 'CURRENT' });
 * result.issues.map(({ path }) => path); // => ['request.view', 'request.goal']
 * ```
 */
export const parseAdviceRequest: Parse<AdviceRequest> = parser(adviceRequest, 'request');

/** Like `parseAdviceRequest`, but returns the faults. */
export const safeParseAdviceRequest: SafeParse<AdviceRequest> = safeParser(
  adviceRequest,
  'request',
);

/**
 * Checks what a bank brings to `advise`.
 *
 * @example
 * ```ts
 * import { safeParseAdviceReference } from 'aptfolio/schema';
 *
 * safeParseAdviceReference({}).issues.length; // => 9
 * ```
 */
export const parseAdviceReference: Parse<AdviceReference> = parser(adviceReference, 'reference');

/** Like `parseAdviceReference`, but returns the faults. */
export const safeParseAdviceReference: SafeParse<AdviceReference> = safeParser(
  adviceReference,
  'reference',
);

/**
 * Checks an account to be reviewed by `reviewAccount`.
 *
 * @example
 * ```ts
 * import { safeParseReviewRequest } from 'aptfolio/schema';
 *
 * safeParseReviewRequest({ level: 'C3' }).issues[0].path; // => 'request.account'
 * ```
 */
export const parseReviewRequest: Parse<ReviewRequest> = parser(reviewRequest, 'request');

/** Like `parseReviewRequest`, but returns the faults. */
export const safeParseReviewRequest: SafeParse<ReviewRequest> = safeParser(
  reviewRequest,
  'request',
);

/**
 * Checks what a bank brings to `reviewAccount`.
 *
 * @example
 * ```ts
 * import { safeParseReviewReference } from 'aptfolio/schema';
 *
 * safeParseReviewReference({}).issues[0].path; // => 'reference.assumptions'
 * ```
 */
export const parseReviewReference: Parse<ReviewReference> = parser(reviewReference, 'reference');

/** Like `parseReviewReference`, but returns the faults. */
export const safeParseReviewReference: SafeParse<ReviewReference> = safeParser(
  reviewReference,
  'reference',
);
