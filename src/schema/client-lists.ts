import * as z from 'zod/mini';
import {
  COVER_KINDS,
  type Cover,
  GOAL_PURPOSES,
  type Goal,
  HOLDING_KINDS,
  type Holding,
  LIABILITY_KINDS,
  type Liability,
  type PlannedWithdrawal,
  type SavingPlan,
} from '../client/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  count,
  currency,
  date,
  decimal,
  fraction,
  money,
  moneyFields,
  rate,
  text,
} from './primitives.js';

export const holdings: z.ZodMiniType<readonly Holding[]> = z.array(
  z.object({
    ...moneyFields,
    id: text,
    kind: z.enum(HOLDING_KINDS),
    availableInDays: z.exactOptional(count),
    start: z.exactOptional(date),
    maturity: z.exactOptional(date),
    termDays: z.exactOptional(count),
    annualRate: z.exactOptional(rate),
    breakable: z.exactOptional(z.boolean()),
    employer: z.exactOptional(z.boolean()),
    issuer: z.exactOptional(text),
    bank: z.exactOptional(text),
    equityShare: z.exactOptional(fraction),
  }),
);

export const liabilities: z.ZodMiniType<readonly Liability[]> = z.array(
  z.object({
    ...moneyFields,
    id: text,
    kind: z.enum(LIABILITY_KINDS),
    annualRate: z.exactOptional(rate),
    secured: z.exactOptional(z.boolean()),
  }),
);

export const cover: z.ZodMiniType<readonly Cover[]> = z.array(
  z.object({ ...moneyFields, id: text, kind: z.enum(COVER_KINDS) }),
);

export const plannedWithdrawals: z.ZodMiniType<readonly PlannedWithdrawal[]> = z.array(
  z.object({ ...moneyFields, id: text, date, goal: z.exactOptional(text) }),
);

export const goals: z.ZodMiniType<readonly Goal[]> = z.array(
  z.object({
    id: text,
    purpose: z.exactOptional(z.enum(GOAL_PURPOSES)),
    currency,
    amountToday: decimal,
    years: z.int(),
    inflation: rate,
    monthlyContribution: z.exactOptional(decimal),
    earmarked: z.exactOptional(decimal),
    earmarkedIn: z.exactOptional(z.array(text)),
  }),
);

export const savingPlan: z.ZodMiniType<SavingPlan> = z.strictObject({
  present: money,
  monthlyContribution: money,
  years: z.int(),
  target: money,
  inflation: z.exactOptional(rate),
});

/**
 * Checks what a client holds. As in a client view, fields that have no meaning here are dropped.
 *
 * @example
 * ```ts
 * import { parseHoldings } from 'aptfolio/schema';
 *
 * const holding = { id: 'h1', kind: 'deposit', currency: 'CNY', amount: '50000.00', branch: 'North' };
 * parseHoldings([holding]); // => [{ id: 'h1', kind: 'deposit', currency: 'CNY', amount: '50000.00' }]
 * parseHoldings([{ ...holding, kind: 'cash' }]); // => throws 'unknown-value', 'holdings[0].kind'
 * ```
 */
export const parseHoldings: Parse<readonly Holding[]> = parser(holdings, 'holdings');

/** Like `parseHoldings`, but returns the faults. */
export const safeParseHoldings: SafeParse<readonly Holding[]> = safeParser(holdings, 'holdings');

/**
 * Checks what a client owes. As in a client view, fields that have no meaning here are dropped.
 *
 * @example
 * ```ts
 * import { parseLiabilities } from 'aptfolio/schema';
 *
 * const debt = { id: 'l1', kind: 'mortgage', currency: 'CNY', amount: '900000.00' };
 * parseLiabilities([debt])[0].kind; // => 'mortgage'
 * parseLiabilities([{ ...debt, amount: 900000 }]); // => throws 'invalid-type', 'liabilities[0].amount'
 * ```
 */
export const parseLiabilities: Parse<readonly Liability[]> = parser(liabilities, 'liabilities');

/** Like `parseLiabilities`, but returns the faults. */
export const safeParseLiabilities: SafeParse<readonly Liability[]> = safeParser(
  liabilities,
  'liabilities',
);

/**
 * Checks what a client saves for. As in a client view, fields that have no meaning here are dropped.
 *
 * @example
 * ```ts
 * import { parseGoals } from 'aptfolio/schema';
 *
 * const goal = { id: 'flat', currency: 'CNY', amountToday: '100000.00', years: 2, inflation: '0.03' };
 * parseGoals([goal])[0].years; // => 2
 * parseGoals([{ ...goal, inflation: '3%' }]); // => throws 'invalid-format', 'goals[0].inflation'
 * ```
 */
export const parseGoals: Parse<readonly Goal[]> = parser(goals, 'goals');

/** Like `parseGoals`, but returns the faults. */
export const safeParseGoals: SafeParse<readonly Goal[]> = safeParser(goals, 'goals');

/**
 * Checks money, time and target of one goal, for `requiredReturn`.
 *
 * @example
 * ```ts
 * import { parseSavingPlan } from 'aptfolio/schema';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount });
 * const plan = { present: cny('1000'), monthlyContribution: cny('50'), years: 3, target: cny('4000') };
 * parseSavingPlan(plan).years; // => 3
 * parseSavingPlan({ ...plan, target: '4000' }); // => throws 'invalid-type', 'plan.target'
 * ```
 */
export const parseSavingPlan: Parse<SavingPlan> = parser(savingPlan, 'plan');

/** Like `parseSavingPlan`, but returns the faults. */
export const safeParseSavingPlan: SafeParse<SavingPlan> = safeParser(savingPlan, 'plan');
