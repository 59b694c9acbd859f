import { AptfolioError, at, checkInteger, checkObject, checkRange } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import {
  addMoney,
  type CurrencyCode,
  checkCurrency,
  compareMoney,
  type Money,
  moneyToNumber,
  multiplyMoney,
  parseMoneyIn,
  subtractMoney,
} from '../money/index.js';
import { brent, expm1, log1p } from '../numerics/index.js';
import { accumulate } from './accumulate.js';
import { exactFraction } from './exact.js';
import { MOST_YEARS } from './goal.js';
import { type GoalOptions, goalOptions } from './goal-options.js';

/** Money, time and target of one goal, in one currency. */
export interface SavingPlan<C extends CurrencyCode = CurrencyCode> {
  /** What is invested today, before entry fees. */
  readonly present: Money<C>;
  /** Paid in at the end of each month. */
  readonly monthlyContribution: Money<C>;
  /** Whole years; 0 or less if the day has come. */
  readonly years: number;
  /** What is needed on the day, in money of that day. */
  readonly target: Money<C>;
  /** By how much the target rises for each year that it is put off, decimal fraction. Default 0. */
  readonly inflation?: number | string;
}

/** What is asked beyond the return itself. */
export interface RequiredReturnOptions {
  /** What the client's level can be expected to bring after costs; annual, decimal fraction above −1. */
  readonly achievableReturn?: number;
  /** A return above it, and above the achievable one, counts as unreachable; annual, decimal fraction. Default 1. */
  readonly highestReturn?: number;
}

/** The net return that a goal requires, or why there is none to ask for. */
export type RequiredReturn<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'found';
      /** Effective annual net return, decimal fraction above 0. */
      readonly requiredReturn: number;
      /** Whether the achievable return is enough; `null` where it is not known. */
      readonly withinReach: boolean | null;
      /** What else would do; `null` if it is within reach or the achievable return is not known. */
      readonly options: GoalOptions<C> | null;
      readonly reasons: readonly Reason[];
    }
  | {
      /** What is there today is enough. */
      readonly status: 'already-met';
      readonly surplus: Money<C>;
      readonly reasons: readonly Reason[];
    }
  | {
      /** With the contributions it is enough without any return. */
      readonly status: 'met-by-saving';
      readonly surplus: Money<C>;
      readonly reasons: readonly Reason[];
    }
  | {
      /** Even the highest return would not do, as where nothing is saved. */
      readonly status: 'unreachable';
      /** Target less what is there and what will be paid in. */
      readonly shortfall: Money<C>;
      readonly options: GoalOptions<C> | null;
      readonly reasons: readonly Reason[];
    }
  | {
      /** The day has come. */
      readonly status: 'no-time-left';
      readonly shortfall: Money<C>;
      readonly reasons: readonly Reason[];
    };

/**
 * The net return that a goal requires: the effective annual r with
 * `present·(1+r)^n + contribution·((1+r)^n − 1)/((1+r)^(1/12) − 1) = target` over n years.
 *
 * A need never raises a client's level. Where the return is beyond what the level can be expected to bring, the
 * result says what else would do: save more, later, or less.
 *
 * @throws AptfolioError with the path `plan.present.currency` for two currencies, `plan.years`, and so on.
 *
 * Source: the future value of an ordinary annuity, S. G. Kellison, The Theory of Interest (3rd edition 2008), chapter 3.
 *
 * @example
 * ```ts
 * import { requiredReturn } from 'aptfolio/client';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount });
 * const plan = { present: cny('1000.00'), monthlyContribution: cny('0.00'), years: 2, target: cny('1102.50') };
 * const result = requiredReturn(plan, { achievableReturn: 0.03 });
 * result.requiredReturn; // => 0.05
 * result.withinReach; // => false
 * result.options.later; // => { years: 4, target: { currency: 'CNY', amount: '1102.50' } }
 * ```
 */
export function requiredReturn<C extends CurrencyCode>(
  plan: SavingPlan<C>,
  options: RequiredReturnOptions = {},
): RequiredReturn<C> {
  const checked = checkSavingPlan(plan, 'plan');
  const { achievableReturn, highestReturn = 1 } = checkOptions(options);
  const { present, monthlyContribution, years, target } = checked;
  const saved = addMoney<CurrencyCode>(
    present,
    multiplyMoney(monthlyContribution, 12 * Math.max(0, years)),
  ) as Money<C>;

  if (covers(present, target)) {
    const surplus = minus(present, target);
    return outcome(
      'already-met',
      { surplus },
      makeReason('client.goal-already-met', 'info', { surplus }),
    );
  }
  if (years <= 0) {
    const shortfall = minus(target, present);
    return outcome(
      'no-time-left',
      { shortfall },
      makeReason('client.goal-day-has-come', 'warn', { shortfall }),
    );
  }
  if (covers(saved, target)) {
    const surplus = minus(saved, target);
    return outcome(
      'met-by-saving',
      { surplus },
      makeReason('client.goal-met-by-saving', 'info', { surplus }),
    );
  }

  const found = solve(checked, Math.max(highestReturn, achievableReturn ?? 0));
  const enough = found !== null && achievableReturn !== undefined && found <= achievableReturn;
  const alternatives =
    achievableReturn === undefined || enough ? null : goalOptions(checked, achievableReturn);
  if (found === null) {
    const shortfall = minus(target, saved);
    return outcome(
      'unreachable',
      { shortfall, options: alternatives },
      makeReason('client.goal-out-of-reach', 'warn', { shortfall, highestReturn }),
    );
  }
  const withinReach = achievableReturn === undefined ? null : enough;
  const reason =
    achievableReturn === undefined
      ? makeReason('client.return-required', 'info', { requiredReturn: found })
      : makeReason(
          enough ? 'client.return-within-reach' : 'client.return-beyond-level',
          enough ? 'info' : 'warn',
          { requiredReturn: found, achievableReturn },
        );
  return outcome('found', { requiredReturn: found, withinReach, options: alternatives }, reason);
}

/** Looks for the logarithm of the yearly growth, in which the value is smooth and nothing overflows. */
function solve(plan: SavingPlan, highestReturn: number): number | null {
  const target = moneyToNumber(plan.target);
  const excess = (logGrowth: number): number => accumulate(plan, plan.years, logGrowth) - target;
  const high = log1p(highestReturn);
  if (excess(high) < 0) return null;
  const solution = brent(excess, 0, high, { tolerance: 1e-15, maxIterations: 200 });
  if (solution.status !== 'converged') {
    throw new AptfolioError('no-convergence', 'plan', 'a plan whose return can be found');
  }
  return expm1(solution.root);
}

function outcome<S extends RequiredReturn['status'], F extends object>(
  status: S,
  fields: F,
  reason: Reason,
): { readonly status: S } & F & { readonly reasons: readonly Reason[] } {
  return Object.freeze({ status, ...fields, reasons: Object.freeze([reason]) });
}

function covers(a: Money, b: Money): boolean {
  return compareMoney(a, b) >= 0;
}

function minus<C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> {
  return subtractMoney<CurrencyCode>(a, b) as Money<C>;
}

function checkSavingPlan<C extends CurrencyCode>(
  plan: SavingPlan<C>,
  path: string,
): Required<SavingPlan<C>> {
  checkObject(plan, path);
  checkObject(plan.target, at(path, 'target'));
  const currency = checkCurrency(plan.target.currency, at(at(path, 'target'), 'currency')) as C;
  const inflation = plan.inflation ?? 0;
  exactFraction(inflation, at(path, 'inflation'));
  const amount = (key: 'present' | 'monthlyContribution' | 'target'): Money<C> =>
    parseMoneyIn(plan[key], currency, at(path, key), { sign: 'not-negative' });
  return {
    present: amount('present'),
    monthlyContribution: amount('monthlyContribution'),
    years: checkInteger(plan.years, at(path, 'years'), { min: -MOST_YEARS, max: MOST_YEARS }),
    target: amount('target'),
    inflation,
  };
}

function checkOptions(options: RequiredReturnOptions): RequiredReturnOptions {
  const { achievableReturn, highestReturn } = checkObject(options, 'options');
  const check = (value: unknown, name: string, exclusiveMin: number): number =>
    checkRange(value, at('options', name), { exclusiveMin, max: 10 });
  return {
    ...(achievableReturn === undefined
      ? {}
      : { achievableReturn: check(achievableReturn, 'achievableReturn', -1) }),
    ...(highestReturn === undefined
      ? {}
      : { highestReturn: check(highestReturn, 'highestReturn', 0) }),
  };
}
