import {
  type CurrencyCode,
  isPositive,
  type Money,
  minMoney,
  zeroMoney,
} from '../../money/index.js';
import type { Goal } from '../goal.js';
import type { Holding } from '../holding.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero, plus, worthOf } from './amounts.js';
import { hasRateFor } from './finding.js';

/** How much of what is set aside for goals lies in some of the holdings. */
export interface EarmarkedWithin<C extends CurrencyCode> {
  /** What has to lie there, because the other holdings do not suffice. */
  readonly least: Money<C>;
  /** What may lie there. */
  readonly most: Money<C>;
  /** What would have to be known to say it exactly: `goals.home.earmarkedIn`. */
  readonly unplaced: readonly string[];
  /** Rates without which not even the bounds can be said. */
  readonly missing: readonly string[];
}

/**
 * How much of what is set aside for goals lies in some of the financial holdings; where nobody said in which holdings it
 * lies, it may be any of them.
 *
 * @param rows holdings that all have a rate.
 * @param goals those that count; default all.
 */
export function earmarkedWithin<C extends CurrencyCode>(
  rows: readonly Holding[],
  situation: Situation<C>,
  goals: readonly Goal[] = situation.view.goals,
): EarmarkedWithin<C> {
  const set = goals.filter((goal) => isPositive(earmarkOf(goal)));
  const known = set.filter((goal) => hasRateFor(goal.currency, situation));
  const placed = known.filter(({ earmarkedIn }) => earmarkedIn !== undefined);
  const open = known.filter((goal) => !placed.includes(goal));
  const owned = situation.view.holdings.filter((one) => one.kind !== 'property' && isPositive(one));
  const parts = [
    ...placed.map((goal) => ({
      amount: worthOf([earmarkOf(goal)], situation),
      within: owned.filter(({ id }) => goal.earmarkedIn?.includes(id)),
      ids: [goal.id],
    })),
    {
      amount: worthOf(open.map(earmarkOf), situation),
      within: owned,
      ids: open.map(({ id }) => id),
    },
  ].map(({ amount, within, ids }) => ({ ids, ...boundsOf(amount, within, rows, situation) }));
  const sum = (values: readonly Money<C>[]): Money<C> =>
    values.reduce((all, one) => plus(all, one), zeroMoney(situation.currency));
  // More may be set aside than there is.
  const most = minMoney<CurrencyCode>(
    sum(parts.map((part) => part.most)),
    worthOf(rows, situation),
  ) as Money<C>;
  return {
    least: minMoney<CurrencyCode>(sum(parts.map((part) => part.least)), most) as Money<C>,
    most,
    unplaced: parts
      .filter(({ least, most }) => least.amount !== most.amount)
      .flatMap(({ ids }) => ids.map((id) => `goals.${id}.earmarkedIn`)),
    missing: set.filter((goal) => !known.includes(goal)).map(({ currency }) => `fx.${currency}`),
  };
}

/** What is set aside for a goal, in its own currency. */
export function earmarkOf({ currency, earmarked = '0' }: Goal): Money {
  return { currency, amount: earmarked };
}

/** An amount that lies somewhere within holdings: how much of it lies in the given rows. */
function boundsOf<C extends CurrencyCode>(
  amount: Money<C>,
  within: readonly Holding[],
  rows: readonly Holding[],
  situation: Situation<C>,
): { readonly least: Money<C>; readonly most: Money<C> } {
  const inside = worthOf(
    within.filter((holding) => rows.includes(holding)),
    situation,
  );
  const most = minMoney<CurrencyCode>(amount, inside) as Money<C>;
  const outside = within.filter((holding) => !rows.includes(holding));
  // Without its rate any other holding may hold it all.
  const least = outside.every(({ currency }) => hasRateFor(currency, situation))
    ? less(amount, worthOf(outside, situation))
    : zeroMoney(amount.currency);
  return { least: minMoney<CurrencyCode>(notBelowZero(least), most) as Money<C>, most };
}
