import * as z from 'zod/mini';
import type { DealingDays, DealingTerms, ProductFees, TargetMarket } from '../products/index.js';
import type { FieldsOf } from './fields.js';
import {
  atLeastOne,
  count,
  date,
  fraction,
  interval,
  nonNegative,
  number,
  quantity,
  text,
} from './primitives.js';

/** Decimal text of at least 0. */
const amount: z.ZodMiniType<string> = z
  .string()
  .check(z.regex(/^\d{1,18}(?:\.\d{1,12})?$/, 'decimal text of at least 0, such as "1000.00"'));

const boundFields = {
  plus: z.exactOptional(amount),
  least: z.exactOptional(amount),
  most: z.exactOptional(amount),
};

const feeFields: FieldsOf<ProductFees> = {
  entry: z.exactOptional(
    z
      .array(
        z.union([
          z.strictObject({ from: amount, rate: fraction, ...boundFields }),
          z.strictObject({ from: amount, flat: amount }),
        ]),
      )
      .check(z.minLength(1)),
  ),
  exit: z.exactOptional(
    z
      .array(z.strictObject({ fromDays: count, rate: fraction, ...boundFields }))
      .check(z.minLength(1)),
  ),
  annualParts: z.exactOptional(z.record(z.string(), fraction)),
  performance: z.exactOptional(z.strictObject({ rate: fraction, hurdle: number.check(z.gt(-1)) })),
  rebate: z.exactOptional(fraction),
  entryCommission: z.exactOptional(fraction),
  halfSpread: z.exactOptional(fraction),
  impact: z.exactOptional(z.strictObject({ coefficient: fraction, dailyVolume: quantity })),
};

/** What a product costs beside its annual charges. */
export const productFees: z.ZodMiniType<ProductFees> = z.strictObject(feeFields);

/** What would make it the other form, so that a fault inside of that one is found there. */
const noField = z.exactOptional(z.never());

const dealingDays: z.ZodMiniType<DealingDays> = z.union([
  z.literal('never'),
  z.strictObject({ periods: z.array(interval).check(z.minLength(1)) }),
  z.strictObject({ from: date, everyMonths: atLeastOne, days: atLeastOne, everyDays: noField }),
  z.strictObject({ from: date, everyDays: atLeastOne, days: atLeastOne, everyMonths: noField }),
]);

const dealingFields: FieldsOf<DealingTerms> = {
  subscription: z.exactOptional(dealingDays),
  redemption: z.exactOptional(dealingDays),
  subscriptionNotice: z.exactOptional(count),
  redemptionNotice: z.exactOptional(count),
  cutOff: z.exactOptional(
    z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time from "00:00" to "23:59"')),
  ),
  rollingTerm: z.exactOptional(
    z.strictObject({
      days: atLeastOne,
      windowDays: z.exactOptional(atLeastOne),
      adjustment: z.exactOptional(z.enum(['none', 'following'])),
    }),
  ),
  startsOn: z.exactOptional(date),
  maturity: z.exactOptional(date),
  subscriptionSettlement: z.exactOptional(count),
  redemptionSettlement: z.exactOptional(count),
  closedOn: z.exactOptional(z.array(date)),
  gates: z.exactOptional(
    z.array(
      z.union([
        z.strictObject({
          on: date,
          perClient: amount,
          acceptedShare: z.exactOptional(fraction),
        }),
        z.strictObject({ on: date, acceptedShare: fraction }),
      ]),
    ),
  ),
  dailyPurchase: z.exactOptional(quantity),
  dailyRedemption: z.exactOptional(quantity),
};

/** When a product deals. */
export const dealingTerms: z.ZodMiniType<DealingTerms> = z.strictObject(dealingFields);

const targetFields: FieldsOf<TargetMarket> = {
  clientKinds: z.exactOptional(z.array(text).check(z.minLength(1))),
  minimumKnowledge: z.exactOptional(nonNegative.check(z.maximum(100))),
  objectives: z.exactOptional(z.array(text).check(z.minLength(1))),
  minimumHorizonYears: z.exactOptional(nonNegative.check(z.maximum(100))),
  minimumLossCapacity: z.exactOptional(fraction),
  not: z.exactOptional(z.array(text)),
};

/** For whom a product is made. */
export const targetMarket: z.ZodMiniType<TargetMarket> = z.strictObject(targetFields);
