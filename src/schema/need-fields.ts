import * as z from 'zod/mini';
import {
  type CashFlowPolicy,
  type ExpensiveDebtRule,
  GOAL_PURPOSES,
  LIABILITY_KINDS,
  NEED_KINDS,
  type NeedPolicy,
  type ProtectionRule,
} from '../client/index.js';
import { depositInsurance } from './balance-sheet.js';
import type { FieldsOf } from './fields.js';
import { atLeastOne, count, fraction, nonNegative, number } from './primitives.js';

const netReturn = z.exactOptional(number);

const expensiveDebt: z.ZodMiniType<ExpensiveDebtRule> = z.strictObject({
  spread: z.exactOptional(fraction),
  cashRate: z.exactOptional(fraction),
  kinds: z.exactOptional(z.array(z.enum(LIABILITY_KINDS))),
});

const protection: z.ZodMiniType<ProtectionRule> = z.strictObject({
  incomeYears: nonNegative,
  incomeShare: z.exactOptional(fraction),
  debtShare: z.exactOptional(fraction),
  goalPurposes: z.exactOptional(z.array(z.enum(GOAL_PURPOSES))),
  liquidShare: z.exactOptional(fraction),
});

/** Thresholds for needs, to be put into larger policies. */
export const needFields: FieldsOf<Omit<NeedPolicy, keyof CashFlowPolicy>> = {
  reserveMonths: z.strictObject({ regularIncome: count, irregularIncome: count }),
  concentrationMax: z.strictObject({ single: fraction, employer: fraction }),
  maturityNoticeDays: z.strictObject({ notice: count, plan: count }),
  stagedSale: z.exactOptional(z.strictObject({ parts: atLeastOne, everyMonths: atLeastOne })),
  longTermYears: z.exactOptional(count),
  liquidWithinDays: z.exactOptional(count),
  plannedWithdrawalMonths: z.exactOptional(count),
  depositInsurance: z.exactOptional(depositInsurance),
  expensiveDebt: z.exactOptional(expensiveDebt),
  protection: z.exactOptional(
    z.strictObject({ life: z.exactOptional(protection), illness: z.exactOptional(protection) }),
  ),
  currencyExposureMax: z.exactOptional(
    z.strictObject({ single: z.exactOptional(fraction), total: z.exactOptional(fraction) }),
  ),
  assessmentNoticeDays: z.exactOptional(count),
  goalLiquidityMonths: z.exactOptional(count),
  priorities: z.exactOptional(z.array(z.enum(NEED_KINDS))),
  netReturnByLevel: z.exactOptional(
    z.strictObject({ C1: netReturn, C2: netReturn, C3: netReturn, C4: netReturn, C5: netReturn }),
  ),
};
