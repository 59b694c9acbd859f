import { makeReason, type Reason } from '../evidence/index.js';
import {
  type CurrencyCode,
  compareMoney,
  type Money,
  money,
  moneyToNumber,
} from '../money/index.js';
import { exp, log1p } from '../numerics/index.js';
import { accumulate, annuity, type Saving } from './accumulate.js';
import { deflate, grow, MOST_YEARS } from './goal.js';

/** What would do at a return that the client's level can be expected to bring; each alone. */
export interface GoalOptions<C extends CurrencyCode = CurrencyCode> {
  /** Annual, decimal fraction: what the options rest on. */
  readonly achievableReturn: number;
  /** Save more: the least monthly contribution, rounded up. */
  readonly more: { readonly monthlyContribution: Money<C> };
  /** Later: the fewest whole years, and what the goal costs by then; `null` if no time up to 100 years is enough. */
  readonly later: { readonly years: number; readonly target: Money<C> } | null;
  /** Less: what can be reached by the day, rounded down, and its worth in today's money. */
  readonly less: { readonly target: Money<C>; readonly today: Money<C> };
  readonly reasons: readonly Reason[];
}

/** A goal that costs more for each year that it is put off. */
export interface RisingGoal<C extends CurrencyCode> extends Saving {
  readonly years: number;
  readonly target: Money<C>;
  readonly inflation: number | string;
}

/** Works out how much more, how much later, or how much less. */
export function goalOptions<C extends CurrencyCode>(
  plan: RisingGoal<C>,
  achievableReturn: number,
): GoalOptions<C> {
  const logGrowth = log1p(achievableReturn);
  const { years, inflation } = plan;
  const monthlyContribution = leastContribution(plan, logGrowth);
  const later = fewestYears(plan, logGrowth);
  const target = rounded(plan.target.currency, accumulate(plan, years, logGrowth), 'floor');
  const today = deflate(target, inflation, years);
  return Object.freeze({
    achievableReturn,
    more: Object.freeze({ monthlyContribution }),
    later,
    less: Object.freeze({ target, today }),
    reasons: Object.freeze([
      makeReason('client.save-more', 'info', { monthlyContribution }),
      ...(later === null
        ? []
        : [makeReason('client.save-longer', 'info', { years: later.years, target: later.target })]),
      makeReason('client.aim-lower', 'info', { target, today }),
    ]),
  });
}

function leastContribution<C extends CurrencyCode>(
  plan: RisingGoal<C>,
  logGrowth: number,
): Money<C> {
  const { present, years, target } = plan;
  const missing = moneyToNumber(target) - moneyToNumber(present) * exp(years * logGrowth);
  return rounded(target.currency, missing / annuity(years, logGrowth), 'ceiling');
}

/** The target runs away from whoever saves too slowly, so the search ends at some time. */
function fewestYears<C extends CurrencyCode>(
  plan: RisingGoal<C>,
  logGrowth: number,
): GoalOptions<C>['later'] {
  for (let years = plan.years + 1; years <= MOST_YEARS; years++) {
    const target = grow(plan.target, plan.inflation, years - plan.years);
    const reached = rounded(target.currency, accumulate(plan, years, logGrowth), 'half-even');
    if (compareMoney<CurrencyCode>(reached, target) >= 0) return Object.freeze({ years, target });
  }
  return null;
}

function rounded<C extends CurrencyCode>(
  currency: C,
  amount: number,
  rounding: 'floor' | 'ceiling' | 'half-even',
): Money<C> {
  return money(currency, amount, { rounding });
}
