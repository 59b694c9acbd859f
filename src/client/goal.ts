import {
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../errors/index.js';
import { type CurrencyCode, checkCurrency, type Money, parseAmount } from '../money/index.js';
import { distinctRows } from './distinct-rows.js';
import { exactFraction, integerPower, scaleMoney } from './exact.js';

/** What a goal may be for. */
export const GOAL_PURPOSES = ['education', 'home', 'retirement', 'other'] as const;

/** What a goal is for; see `GOAL_PURPOSES`. */
export type GoalPurpose = (typeof GOAL_PURPOSES)[number];

/** Something a client saves for. Amounts are decimal texts in the goal's currency. */
export interface Goal {
  readonly id: string;
  /** Without it nobody knows whether the goal has to be met whatever happens to the earner. */
  readonly purpose?: GoalPurpose;
  readonly currency: CurrencyCode;
  /** What it would cost today. */
  readonly amountToday: string;
  /** Whole years until the money is needed; 0 or less if the day has come. */
  readonly years: number;
  /** By how much its cost rises each year, decimal fraction. */
  readonly inflation: number | string;
  readonly monthlyContribution?: string;
  /**
   * What is set aside for it; without it, idle cash goes to the soonest goal. It counts as far as the holdings are worth it,
   * each unit for one goal only, the sooner goal first.
   */
  readonly earmarked?: string;
  /** The holdings in which that lies, by id; without it, it may lie in any, and no cash that may be part of it is idle. */
  readonly earmarkedIn?: readonly string[];
}

/**
 * What a goal will cost on its day: today's cost compounded once a year, rounded once, half-even.
 *
 * @throws AptfolioError with the path `goal.inflation`.
 *
 * @example
 * ```ts
 * import { goalTarget } from 'aptfolio/client';
 *
 * const goal = { id: 'flat', currency: 'CNY', amountToday: '100000.00', years: 2, inflation: '0.03' };
 * goalTarget(goal); // => { currency: 'CNY', amount: '106090.00' }
 * ```
 */
export function goalTarget(goal: Goal): Money {
  const { currency, amountToday, years, inflation } = readGoal(goal, 'goal');
  return grow({ currency, amount: amountToday }, inflation, Math.max(0, years));
}

/** An amount that rises by a fraction each year, for whole years, rounded once. */
export function grow<C extends CurrencyCode>(
  amount: Money<C>,
  inflation: number | string,
  years: number,
): Money<C> {
  const { numerator, scale } = exactFraction(inflation, 'inflation');
  return scaleMoney(amount, integerPower(scale + numerator, years), integerPower(scale, years));
}

/** The way back, rounded down: what an amount in some years is worth today. */
export function deflate<C extends CurrencyCode>(
  amount: Money<C>,
  inflation: number | string,
  years: number,
): Money<C> {
  const { numerator, scale } = exactFraction(inflation, 'inflation');
  const [growth, unit] = [integerPower(scale + numerator, years), integerPower(scale, years)];
  return scaleMoney(amount, unit, growth, 'floor');
}

/** The longest time that anyone saves for anything. */
export const MOST_YEARS = 100;

/** Checks goals and brings them into the order of their days, then of their ids. */
export function readGoals(goals: readonly Goal[], path: string): readonly Goal[] {
  const list = distinctRows(checkList<Goal>(goals, path), path, (goal) => readGoal(goal, ''));
  return [...list].sort((a, b) => a.years - b.years || (a.id < b.id ? -1 : 1));
}

function readGoal(goal: Goal, path: string): Goal {
  const { currency: code, inflation, years } = checkObject(goal, path);
  const currency = checkCurrency(code, at(path, 'currency'));
  const amount = (field: 'amountToday' | 'monthlyContribution' | 'earmarked'): string =>
    parseAmount(goal[field], currency, at(path, field), { sign: 'not-negative' }).amount;
  exactFraction(inflation, at(path, 'inflation'));
  return Object.freeze({
    id: checkText(goal.id, at(path, 'id')),
    ...(goal.purpose === undefined
      ? {}
      : { purpose: checkOneOf(goal.purpose, at(path, 'purpose'), GOAL_PURPOSES) }),
    currency,
    amountToday: amount('amountToday'),
    years: checkInteger(years, at(path, 'years'), { min: -MOST_YEARS, max: MOST_YEARS }),
    inflation: inflation as number | string,
    ...(goal.monthlyContribution === undefined
      ? {}
      : { monthlyContribution: amount('monthlyContribution') }),
    ...(goal.earmarked === undefined ? {} : { earmarked: amount('earmarked') }),
    ...(goal.earmarkedIn === undefined
      ? {}
      : { earmarkedIn: readIds(goal.earmarkedIn, at(path, 'earmarkedIn')) }),
  });
}

/** Each id once, in order. */
function readIds(ids: readonly string[], path: string): readonly string[] {
  const list = checkList<string>(ids, path).map((id, index) => checkText(id, at(path, index)));
  return Object.freeze([...new Set(list)].sort());
}
