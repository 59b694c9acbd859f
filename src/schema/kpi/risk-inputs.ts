import * as z from 'zod/mini';
import type {
  CheckedOrder,
  ClosedCase,
  LossEvent,
  RiskFinding,
  RiskOptions,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { count, money, name, number, text } from '../primitives.js';
import { dimensions } from './asset-inputs.js';

/** ISO 8601 with its offset, or milliseconds; that it is an instant is checked where it is used. */
const instant: z.ZodMiniType<string | number> = z.union([text, number]);

export const riskFinding: z.ZodMiniType<RiskFinding> = z.strictObject({
  id: name,
  family: name,
  alertedAt: z.exactOptional(instant),
  occurredAt: z.exactOptional(instant),
  outcome: z.exactOptional(z.enum(['risk', 'no-risk'])),
  dimensions: z.exactOptional(dimensions),
});

export const riskOptions: z.ZodMiniType<RiskOptions> = z.strictObject({
  families: z.array(name).check(z.minLength(1)),
  asOf: instant,
  familyDimension: z.exactOptional(name),
});

export const closedCase: z.ZodMiniType<ClosedCase> = z.strictObject({
  id: name,
  closedAt: instant,
  reopenedAt: z.exactOptional(instant),
  dimensions: z.exactOptional(dimensions),
});

export const lossEvent: z.ZodMiniType<LossEvent> = z.strictObject({
  id: name,
  family: name,
  foundAt: instant,
  grossLoss: z.exactOptional(money),
  recovered: z.exactOptional(money),
  nearMiss: z.exactOptional(z.boolean()),
  dimensions: z.exactOptional(dimensions),
});

export const checkedOrder: z.ZodMiniType<CheckedOrder> = z.strictObject({
  id: name,
  checkedAt: instant,
  blocked: z.boolean(),
  justified: z.exactOptional(z.boolean()),
  overridden: z.exactOptional(z.boolean()),
  breaches: z.exactOptional(count),
  dimensions: z.exactOptional(dimensions),
});

/**
 * Checks a risk alert or event, field by field, for `riskRecords`.
 *
 * @example
 * ```ts
 * import { parseRiskFinding } from 'aptfolio/schema';
 *
 * const finding = { id: 'r-1', family: 'fraud', alertedAt: '2026-03-02T09:00:00+08:00' };
 * parseRiskFinding(finding).family; // => 'fraud'
 * parseRiskFinding({ ...finding, outcome: 'maybe' }); // => throws 'unknown-value', 'finding.outcome'
 * ```
 */
export const parseRiskFinding: Parse<RiskFinding> = parser(riskFinding, 'finding');

/** Like `parseRiskFinding`, but returns the faults. */
export const safeParseRiskFinding: SafeParse<RiskFinding> = safeParser(riskFinding, 'finding');

/**
 * Checks which kinds of risk a bank knows, for `riskRecords`.
 *
 * @example
 * ```ts
 * import { parseRiskOptions } from 'aptfolio/schema';
 *
 * const options = { families: ['fraud'], asOf: '2026-04-01T00:00:00+08:00' };
 * parseRiskOptions(options).families; // => ['fraud']
 * parseRiskOptions({ ...options, families: [] }); // => throws 'empty', 'options.families'
 * ```
 */
export const parseRiskOptions: Parse<RiskOptions> = parser(riskOptions, 'options');

/** Like `parseRiskOptions`, but returns the faults. */
export const safeParseRiskOptions: SafeParse<RiskOptions> = safeParser(riskOptions, 'options');

/**
 * Checks a case that was closed, field by field, for `reopenedRecord`.
 *
 * @example
 * ```ts
 * import { parseClosedCase } from 'aptfolio/schema';
 *
 * parseClosedCase({ id: 'k-1', closedAt: 1772413200000 }).closedAt; // => 1772413200000
 * parseClosedCase({ id: 'k-1' }); // => throws 'missing-value', 'case.closedAt'
 * ```
 */
export const parseClosedCase: Parse<ClosedCase> = parser(closedCase, 'case');

/** Like `parseClosedCase`, but returns the faults. */
export const safeParseClosedCase: SafeParse<ClosedCase> = safeParser(closedCase, 'case');

/**
 * Checks a loss event, field by field, for `lossEventRecords`.
 *
 * @example
 * ```ts
 * import { parseLossEvent } from 'aptfolio/schema';
 *
 * const event = { id: 'l-1', family: 'fraud', foundAt: '2026-03-02T09:00:00+08:00', nearMiss: true };
 * parseLossEvent(event).nearMiss; // => true
 * parseLossEvent({ ...event, grossLoss: 100 }); // => throws 'invalid-type', 'event.grossLoss'
 * ```
 */
export const parseLossEvent: Parse<LossEvent> = parser(lossEvent, 'event');

/** Like `parseLossEvent`, but returns the faults. */
export const safeParseLossEvent: SafeParse<LossEvent> = safeParser(lossEvent, 'event');

/**
 * Checks an order that went through the bank's checks, field by field, for `orderCheckRecords`.
 *
 * @example
 * ```ts
 * import { parseCheckedOrder } from 'aptfolio/schema';
 *
 * const order = { id: 'o-1', checkedAt: '2026-03-02T09:00:00+08:00', blocked: false };
 * parseCheckedOrder(order).blocked; // => false
 * parseCheckedOrder({ ...order, breaches: -1 }); // => throws 'out-of-range', 'order.breaches'
 * ```
 */
export const parseCheckedOrder: Parse<CheckedOrder> = parser(checkedOrder, 'order');

/** Like `parseCheckedOrder`, but returns the faults. */
export const safeParseCheckedOrder: SafeParse<CheckedOrder> = safeParser(checkedOrder, 'order');
