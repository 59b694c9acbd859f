import { daysBetween, type PlainDate } from '../../dates/index.js';
import { isPositive } from '../../money/index.js';
import type { Holding } from '../holding.js';
import type { Situation } from '../situation.js';

/** Financial holdings by whether their money is there on a day. */
export interface FreeByDay {
  readonly free: readonly Holding[];
  readonly tied: readonly Holding[];
}

/** Free by the day is what somebody said to be: available by then, maturing by then, or breakable. */
export function splitByDay(date: PlainDate, { view, asOf }: Situation): FreeByDay {
  const owned = view.holdings.filter((one) => one.kind !== 'property' && isPositive(one));
  const tied = owned.filter((holding) => !isFreeBy(date, holding, asOf));
  return { free: owned.filter((holding) => !tied.includes(holding)), tied };
}

function isFreeBy(
  date: PlainDate,
  { availableInDays, maturity, breakable }: Holding,
  asOf: PlainDate,
): boolean {
  if (breakable === true || (maturity !== undefined && maturity <= date)) return true;
  return availableInDays !== undefined && availableInDays <= daysBetween(asOf, date);
}
