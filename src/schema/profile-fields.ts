import * as z from 'zod/mini';
import {
  CARE_KINDS,
  type CareConsequence,
  type CarePolicy,
  type CareRule,
  type NeedPolicy,
  type ProfilePolicy,
  type RevealedPreferencePolicy,
} from '../client/index.js';
import type { FieldsOf } from './fields.js';
import { atLeastOne, count, fraction, nonNegative } from './primitives.js';
import { riskLevel } from './questionnaire.js';

const age = z.exactOptional(count);
const share = z.exactOptional(fraction);

const revealedPreference: z.ZodMiniType<RevealedPreferencePolicy> = z.strictObject({
  equityBands: z.exactOptional(
    z.array(z.strictObject({ level: riskLevel, equityUpTo: fraction })).check(z.minLength(1)),
  ),
  levelsApart: z.exactOptional(count),
  panicSalesFrom: z.exactOptional(atLeastOne),
  panicToleranceFrom: z.exactOptional(riskLevel),
});

const consequence: z.ZodMiniType<CareConsequence> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adviser-call') }),
  z.strictObject({ kind: z.literal('longer-consideration') }),
  z.strictObject({ kind: z.literal('extra-warning') }),
  z.strictObject({ kind: z.literal('legal-representative') }),
  z.strictObject({ kind: z.literal('cap'), level: riskLevel }),
]);

const careRule: z.ZodMiniType<CareRule> = z.strictObject({
  months: z.nullable(atLeastOne),
  consequences: z.array(consequence),
});

const care: z.ZodMiniType<CarePolicy> = z.strictObject({
  rules: z.exactOptional(z.partialRecord(z.enum(CARE_KINDS), careRule)),
  advancedAge: age,
  lowResilienceBelowMonths: z.exactOptional(nonNegative),
});

/** Thresholds for profiles, to be put into larger policies. */
export const profileFields: FieldsOf<Omit<ProfilePolicy, keyof NeedPolicy>> = {
  adultAge: age,
  specialCareAge: age,
  implausibleAgeAbove: age,
  lifeStages: z.exactOptional(
    z.strictObject({ retirementAge: age, yearsBefore: age, youngUntil: age }),
  ),
  contradictions: z.exactOptional(
    z.strictObject({
      noLossUpTo: share,
      equityAbove: share,
      levelsApart: age,
      incomeApart: share,
      ageYearsApart: age,
      horizonYearsApart: age,
      withdrawalsApart: share,
      expectedReturnAbove: share,
    }),
  ),
  revealedPreference: z.exactOptional(revealedPreference),
  care: z.exactOptional(care),
};
