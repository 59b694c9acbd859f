import * as z from 'zod/mini';
import {
  type HoldingLot,
  type OpenOrder,
  ORDER_ACCOUNT_STATUSES,
  type OrderAccount,
  type OrderContext,
  type OrderPolicy,
  type OrderToCheck,
  type PastOrder,
  type Receivable,
} from '../orders/index.js';
import { fxRates } from './money.js';
import { unitPrice } from './order-plan.js';
import { boundConsent, demand, evidenceItems } from './order-proposal.js';
import { override } from './override.js';
import { safely } from './parse.js';
import { type Parse, parser, type SafeParse, withoutValues } from './parser.js';
import { portfolioParts } from './portfolio.js';
import {
  atLeastOne,
  count,
  date,
  money,
  moneyById,
  nonNegative,
  quantity,
  text,
} from './primitives.js';
import { suitabilityAssessment } from './suitability-assessment.js';
import { caseFacts, factGroup } from './suitability-case.js';

const references = z.exactOptional(z.record(z.string(), text));

const toCheckFields = {
  id: text,
  product: text,
  gross: money,
  fee: z.exactOptional(money),
  net: z.exactOptional(money),
  day: z.exactOptional(count),
  replaces: z.exactOptional(text),
  units: z.exactOptional(quantity),
  funding: z.exactOptional(text),
  after: z.exactOptional(z.array(text)),
  orderOn: z.exactOptional(date),
  dealsOn: z.exactOptional(date),
  settlesOn: z.exactOptional(date),
  proposalHash: z.exactOptional(text),
  idempotencyKey: z.exactOptional(text),
  solicited: z.exactOptional(z.boolean()),
  facts: z.exactOptional(factGroup),
  acknowledged: references,
  approved: references,
  overrides: z.exactOptional(z.array(override)),
  assessment: z.exactOptional(suitabilityAssessment),
  documents: references,
  evidence: z.exactOptional(evidenceItems),
};

const sides = {
  plain: { side: z.enum(['buy', 'sell']) },
  change: { side: z.literal('switch'), from: text },
};

/** A planned order or a draft fits too; what else they hold is dropped. */
export const orderToCheck: z.ZodMiniType<OrderToCheck> = z.discriminatedUnion('side', [
  z.object({ ...toCheckFields, ...sides.plain }),
  z.object({ ...toCheckFields, ...sides.change }),
]);

const openFields = { ...toCheckFields, reserved: z.exactOptional(z.boolean()) };

const openOrder: z.ZodMiniType<OpenOrder> = z.discriminatedUnion('side', [
  z.object({ ...openFields, ...sides.plain }),
  z.object({ ...openFields, ...sides.change }),
]);

const account: z.ZodMiniType<OrderAccount> = z.strictObject({
  status: z.enum(ORDER_ACCOUNT_STATUSES),
  owners: z.exactOptional(z.array(text)),
});

const receivable: z.ZodMiniType<Receivable> = z.strictObject({ amount: money, on: date });
const lot: z.ZodMiniType<HoldingLot> = z.strictObject({ boughtOn: date, value: money });

export const pastOrder: z.ZodMiniType<PastOrder> = z.strictObject({
  id: z.exactOptional(text),
  product: text,
  side: z.enum(['buy', 'sell', 'switch']),
  from: z.exactOptional(text),
  gross: money,
  on: date,
  minutesAgo: z.exactOptional(count),
});

const policy: z.ZodMiniType<OrderPolicy> = z.strictObject({
  duplicateMinutes: z.exactOptional(nonNegative),
  sizeMultiple: z.exactOptional(z.number().check(z.minimum(1))),
  sizeScore: z.exactOptional(nonNegative),
  sizeScoreFrom: z.exactOptional(atLeastOne),
  priceDeviation: z.exactOptional(nonNegative),
});

/** A context without what is compiled. */
export type CheckContext = Omit<OrderContext, 'universe' | 'packs' | 'calendar'>;

export const orderContext: z.ZodMiniType<CheckContext> = z.strictObject({
  asOf: date,
  account,
  facts: z.exactOptional(caseFacts),
  productFacts: z.exactOptional(z.record(z.string(), factGroup)),
  portfolio: z.exactOptional(z.strictObject(portfolioParts)),
  time: z.exactOptional(text),
  available: z.union([money, z.array(money)]),
  receivables: z.exactOptional(z.array(receivable)),
  holdings: moneyById,
  lots: z.exactOptional(z.record(z.string(), z.array(lot))),
  fx: z.exactOptional(fxRates),
  moneyNeededOn: z.nullable(date),
  moneyNeeded: z.exactOptional(money),
  openOrders: z.array(openOrder),
  history: z.exactOptional(z.array(pastOrder)),
  prices: z.exactOptional(z.record(z.string(), unitPrice)),
  consent: z.nullable(z.union([z.strictObject({ proposalHash: text }), boundConsent])),
  demands: z.exactOptional(z.array(demand)),
  policy: z.exactOptional(policy),
});

/**
 * Checks an order as `checkOrder` sees it. A planned order or a draft fits; what else it holds is dropped. No fault shows a value.
 *
 * @example
 * ```ts
 * import { parseOrderToCheck } from 'aptfolio/schema';
 *
 * const order = { id: 'o1', side: 'buy', product: 'P03', gross: { currency: 'CNY', amount: '100.00' } };
 * parseOrderToCheck(order).side; // => 'buy'
 * parseOrderToCheck({ ...order, side: 'switch' }); // => throws 'missing-value', 'order.from'
 * ```
 */
export const parseOrderToCheck: Parse<OrderToCheck> = withoutValues(parser(orderToCheck, 'order'));

/** Like `parseOrderToCheck`, but returns the faults. */
export const safeParseOrderToCheck: SafeParse<OrderToCheck> = (value) =>
  safely(() => parseOrderToCheck(value));

/**
 * Checks what must be known to check an order. Universe, packs and calendar are added afterwards. No fault shows a value.
 *
 * @example
 * ```ts
 * import { safeParseOrderContext } from 'aptfolio/schema';
 *
 * const result = safeParseOrderContext({
 *   asOf: '2026-03-02', account: { status: 'active' }, facts: { client: { riskLevel: 'C3' } },
 *   available: { currency: 'CNY', amount: '500' }, holdings: {}, openOrders: [], consent: null,
 * });
 * result.issues.map(({ code, path }) => `${code} ${path}`); // => ['missing-value context.moneyNeededOn']
 * ```
 */
export const parseOrderContext: Parse<CheckContext> = withoutValues(
  parser(orderContext, 'context'),
);

/** Like `parseOrderContext`, but returns the faults. */
export const safeParseOrderContext: SafeParse<CheckContext> = (value) =>
  safely(() => parseOrderContext(value));
