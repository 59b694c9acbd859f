import * as z from 'zod/mini';
import {
  type CashPolicy,
  type Destination,
  FUNDINGS,
  LOT_METHODS,
  type LotMethod,
  type LotPolicy,
  type Pacing,
  type PlainDestination,
  type RebalancingPolicy,
  SCHEDULE_ADJUSTMENTS,
  type Schedule,
  type Scope,
  type SizeBySide,
  type TaxPolicy,
  type TradeSize,
  type TradingRules,
  type Trigger,
  type UtilityInputs,
  type WeighingRules,
} from '../../rebalancing/index.js';
import type { FieldsOf } from '../fields.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import {
  atLeastOne,
  count,
  date,
  fraction,
  matrix,
  money,
  nonNegative,
  number,
  quantity,
  text,
} from '../primitives.js';
import { bandRules, classGroups, measured } from './bands.js';

const months = z.int().check(z.minimum(1), z.maximum(1200));
const adjust = z.exactOptional(z.enum(SCHEDULE_ADJUSTMENTS));
/** What would make it another form, so that a fault inside of that one is found there. */
const noField = z.exactOptional(z.never());
const inMonths = { anchor: date, adjust, everyMonths: months, everyDays: noField };
const days = z.int().check(z.minimum(1), z.maximum(36_525));
const inDays = { anchor: date, adjust, everyDays: days, everyMonths: noField };
const schedule: z.ZodMiniType<Schedule> = z.union([
  z.strictObject(inMonths),
  z.strictObject(inDays),
]);
const calendar = z.literal('calendar');

/** What makes an account worth looking at. */
export const trigger: z.ZodMiniType<Trigger> = z.union([
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: calendar, ...inMonths }),
    z.strictObject({ kind: z.literal('band') }),
    z.strictObject({ kind: z.literal('portfolio-drift'), above: nonNegative }),
    z.strictObject({ kind: z.literal('tracking-error'), above: nonNegative }),
    z.strictObject({ kind: z.literal('volatility'), above: nonNegative }),
    z.strictObject({ kind: z.literal('cash-flow'), above: nonNegative }),
    z.strictObject({ kind: z.literal('event'), events: z.array(text).check(z.minLength(1)) }),
  ]),
  z.strictObject({ kind: calendar, ...inDays }),
]);

const KINDS = [
  'calendar',
  'band',
  'portfolio-drift',
  'tracking-error',
  'volatility',
  'cash-flow',
  'event',
] as const satisfies readonly Trigger['kind'][];

/** How often to look and to trade. */
export const pacing: z.ZodMiniType<Pacing> = z.strictObject({
  look: z.exactOptional(schedule),
  minimumDays: z.exactOptional(count.check(z.maximum(36_525))),
  urgent: z.exactOptional(z.array(z.enum(KINDS))),
});

const plainDestination: z.ZodMiniType<PlainDestination> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('target') }),
  z.strictObject({ kind: z.literal('edge') }),
  z.strictObject({ kind: z.literal('fraction'), ofBand: fraction }),
  z.strictObject({ kind: z.literal('inner'), drift: nonNegative }),
]);
const byId = z.exactOptional(
  z.record(
    z.string(),
    z.union([
      plainDestination,
      z.strictObject({ above: plainDestination, below: plainDestination }),
    ]),
  ),
);

/** Where what has left its band is brought. */
export const destination: z.ZodMiniType<Destination> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('target'), byId }),
  z.strictObject({ kind: z.literal('edge'), byId }),
  z.strictObject({ kind: z.literal('fraction'), ofBand: fraction, byId }),
  z.strictObject({ kind: z.literal('inner'), drift: nonNegative, byId }),
]);

/** What is moved once something has triggered. */
export const scope: z.ZodMiniType<Scope> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('breached'), absorbedBy: z.exactOptional(text) }),
]);

const size: z.ZodMiniType<TradeSize> = z.strictObject({
  amount: z.exactOptional(money),
  share: z.exactOptional(fraction),
});

const sizeBySide: z.ZodMiniType<SizeBySide> = z.union([
  size,
  z.strictObject({ buy: z.exactOptional(size), sell: z.exactOptional(size) }),
]);

const cashSize = z.union([money, z.strictObject({ share: fraction.check(z.lt(1)) })]);

const cashFields: FieldsOf<CashPolicy> = {
  floor: z.exactOptional(cashSize),
  floors: z.exactOptional(z.array(money)),
  target: z.exactOptional(cashSize),
  ceiling: z.exactOptional(cashSize),
  investAtMost: z.exactOptional(cashSize),
  partialWithdrawal: z.exactOptional(z.enum(['never', 'allowed'])),
  staged: z.exactOptional(
    z.union([
      z.strictObject({ part: atLeastOne, parts: atLeastOne }),
      z.strictObject({ parts: atLeastOne, from: date, everyMonths: months }),
    ]),
  ),
};

const tradingFields: FieldsOf<TradingRules> = {
  minimumTrade: z.exactOptional(sizeBySide),
  minimumTradeOfType: z.exactOptional(z.record(z.string(), sizeBySide)),
  minimumTradeOf: z.exactOptional(z.record(z.string(), sizeBySide)),
  amountStep: z.exactOptional(quantity),
  maxWeight: z.exactOptional(z.record(z.string(), fraction)),
  maxWeightPerIssuer: z.exactOptional(fraction.check(z.gt(0))),
  maxWeightOfIssuer: z.exactOptional(z.record(z.string(), fraction)),
  groups: z.exactOptional(
    z.array(
      z.strictObject({ id: text, members: z.array(text).check(z.minLength(1)), max: fraction }),
    ),
  ),
  maxTurnover: z.exactOptional(nonNegative),
  maxTrades: z.exactOptional(count),
  fewestTrades: z.exactOptional(z.boolean()),
  gainBudget: z.exactOptional(money),
  taxBudget: z.exactOptional(money),
};

/** In which order lots are sold. */
export const lotMethod: z.ZodMiniType<LotMethod> = z.enum(LOT_METHODS);

const taxFields: FieldsOf<TaxPolicy> = {
  shortTermRate: fraction,
  longTermRate: fraction,
  longTermDays: z.exactOptional(count),
  offsetLosses: z.exactOptional(z.boolean()),
};

/** How gains are taxed. */
export const taxPolicy: z.ZodMiniType<TaxPolicy> = z.strictObject(taxFields);

const lotFields: FieldsOf<LotPolicy> = {
  method: lotMethod,
  tax: z.exactOptional(taxPolicy),
  harvest: z.exactOptional(
    z.strictObject({
      minimumLoss: fraction,
      minimumAmount: z.exactOptional(money),
      substitutes: z.record(z.string(), z.union([text, z.array(text).check(z.minLength(1))])),
    }),
  ),
  washSaleDays: z.exactOptional(count.check(z.maximum(366))),
  identical: z.exactOptional(z.array(z.array(text).check(z.minLength(2)))),
};

const utilityFields: FieldsOf<UtilityInputs> = {
  assetClasses: z.array(text),
  expectedReturn: z.array(number),
  covariance: matrix,
  riskAversion: nonNegative,
  charges: z.exactOptional(z.enum(['none', 'annual'])),
};

/** How trades are weighed: the years and the gate. */
export const weighingFields: FieldsOf<Pick<WeighingRules, 'years' | 'gate'>> = {
  years: z.exactOptional(number.check(z.gt(0), z.maximum(100))),
  gate: z.exactOptional(z.enum(['gain', 'always'])),
};

const policyFields: FieldsOf<Omit<RebalancingPolicy, 'utility'>> = {
  id: text,
  measure: z.exactOptional(measured),
  groups: z.exactOptional(classGroups),
  bands: bandRules,
  triggers: z.exactOptional(z.array(trigger)),
  pacing: z.exactOptional(pacing),
  destination: z.exactOptional(destination),
  scope: z.exactOptional(scope),
  funding: z.exactOptional(z.enum(FUNDINGS)),
  cash: z.exactOptional(z.strictObject(cashFields)),
  trading: z.exactOptional(z.strictObject(tradingFields)),
  residualProduct: z.exactOptional(text),
  lots: z.exactOptional(z.strictObject(lotFields)),
  weighing: z.exactOptional(
    z.strictObject({
      ...weighingFields,
      outOfMarketReturn: z.exactOptional(number.check(z.gt(-1), z.maximum(10))),
    }),
  ),
  fxSpread: z.exactOptional(z.record(z.string(), number.check(z.minimum(0), z.lt(1)))),
};

/** A policy whose utility comes from elsewhere. */
export const policyWithoutUtility: z.ZodMiniType<Omit<RebalancingPolicy, 'utility'>> =
  z.strictObject(policyFields);

export const rebalancingPolicy: z.ZodMiniType<RebalancingPolicy> = z.strictObject({
  ...policyFields,
  utility: z.exactOptional(z.strictObject(utilityFields)),
});

/**
 * Checks how accounts are brought back to their targets, field by field; `compileRebalancing` checks it against the products.
 *
 * @example
 * ```ts
 * import { parseRebalancingPolicy } from 'aptfolio/schema';
 *
 * const policy = { id: 'standard', bands: { default: { absolute: 0.05, relative: 0.25 } } };
 * parseRebalancingPolicy(policy).id; // => 'standard'
 * parseRebalancingPolicy({ ...policy, triggers: [{ kind: 'calendar', anchor: '2026-01-05', everyMonths: 0 }] });
 * // => throws 'out-of-range', 'policy.triggers[0].everyMonths'
 * ```
 */
export const parseRebalancingPolicy: Parse<RebalancingPolicy> = parser(rebalancingPolicy, 'policy');

/** Like `parseRebalancingPolicy`, but returns the faults. */
export const safeParseRebalancingPolicy: SafeParse<RebalancingPolicy> = safeParser(
  rebalancingPolicy,
  'policy',
);
