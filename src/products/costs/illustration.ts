import {
  addMoney,
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  subtractMoney,
  sumMoney,
  toMinorUnits,
  zeroMoney,
} from '../../money/index.js';
import { timesRate } from '../fees/units.js';
import { type CostAmounts, type CostKind, withTotal } from './cost-amounts.js';
import type { PathYear } from './holding-path.js';

/** The cumulative effect of costs on the return, at the end of one year. */
export interface IllustrationYear<C extends CurrencyCode = CurrencyCode> {
  /** The years that have passed; the last may be no whole number. */
  readonly years: number;
  /** Value expected without any costs. */
  readonly withoutCosts: Money<C>;
  /** What is expected to be paid out after all costs, if the holding ends now. */
  readonly withCosts: Money<C>;
  /** `withoutCosts` − `withCosts`: the costs so far and what they would have earned. */
  readonly effect: Money<C>;
  /** Paid in this year: entry fees and their spread in the first one; nothing for leaving. */
  readonly paid: CostAmounts<C>;
  /** Exit fees and half the spread, if the holding ends now. */
  readonly leaving: Money<C>;
  /** Everything paid so far, leaving included: sums of the figures above. */
  readonly costsSoFar: Money<C>;
  /** By how much costs lower the annual return, if the holding ends now; decimal fraction. */
  readonly reductionInYield: number;
}

/** Entry fees and half the spread, paid at the start. */
export interface EntryCosts<C extends CurrencyCode> {
  readonly fees: Money<C>;
  readonly spread: Money<C>;
}

/** Turns the fractions of a path into money, each figure rounded once, half-even. */
export function illustrate<C extends CurrencyCode>(
  path: readonly PathYear[],
  amount: Money<C>,
  entry: EntryCosts<C>,
): readonly IllustrationYear<C>[] {
  const { currency } = amount;
  const none = zeroMoney(currency);
  let soFar: Money<C> = none;
  const rows = path.map((year, index) => {
    const paid = withTotal(currency, {
      entry: index === 0 ? entry.fees : none,
      spread: index === 0 ? entry.spread : none,
      ongoing: partOf(amount, year.ongoing),
      performance: partOf(amount, year.performance),
      exit: none,
    });
    const { exit, spread } = leavingCosts(year, amount);
    const leaving = addMoney(exit, spread);
    soFar = addMoney(soFar, paid.total);
    const withoutCosts = partOf(amount, year.gross);
    const withCosts = partOf(amount, year.net);
    return Object.freeze({
      years: year.years,
      withoutCosts,
      withCosts,
      effect: subtractMoney(withoutCosts, withCosts),
      paid,
      leaving,
      costsSoFar: addMoney(soFar, leaving),
      reductionInYield: year.reductionInYield,
    });
  });
  return Object.freeze(rows);
}

/** Everything paid until the end of a holding. */
export function sumOfYears<C extends CurrencyCode>(
  years: readonly IllustrationYear<C>[],
  leaving: LeavingCosts<C>,
): CostAmounts<C> {
  const { currency } = leaving.exit;
  const sum = (kind: CostKind, last: Money<C>): Money<C> =>
    sumMoney(currency, [...years.map(({ paid }) => paid[kind]), last]);
  const none = zeroMoney(currency);
  return withTotal(currency, {
    entry: sum('entry', none),
    spread: sum('spread', leaving.spread),
    ongoing: sum('ongoing', none),
    performance: sum('performance', none),
    exit: sum('exit', leaving.exit),
  });
}

/** What is paid at the end of a holding. */
export interface LeavingCosts<C extends CurrencyCode> {
  readonly exit: Money<C>;
  readonly spread: Money<C>;
}

/** What leaving at the end of a year costs. */
export function leavingCosts<C extends CurrencyCode>(
  year: PathYear,
  amount: Money<C>,
): LeavingCosts<C> {
  return { exit: partOf(amount, year.exit), spread: partOf(amount, year.exitSpread) };
}

function partOf<C extends CurrencyCode>(amount: Money<C>, fraction: number): Money<C> {
  return fromMinorUnits(amount.currency, timesRate(toMinorUnits(amount), fraction));
}
