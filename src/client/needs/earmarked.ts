import {
  type CurrencyCode,
  fromMinorUnits,
  isPositive,
  type Money,
  toMinorUnits,
} from '../../money/index.js';
import type { Goal } from '../goal.js';
import type { Holding } from '../holding.js';
import type { Situation } from '../situation.js';
import { worthOf } from './amounts.js';
import { hasRateFor } from './finding.js';
import { type Claim, shareOut } from './share-out.js';

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

/** What is there of what is set aside for a goal. */
export interface EarmarkCover<C extends CurrencyCode> {
  /** `null` where a missing rate leaves it open. */
  readonly present: Money<C> | null;
  readonly missing: readonly string[];
}

/**
 * What is there of what is set aside for goals, by goal: goals in order of their day, then id, take what their holdings are
 * worth, each unit once. Where no holding is named, any financial holding will do.
 */
export function earmarkCovers<C extends CurrencyCode>(
  situation: Situation<C>,
): ReadonlyMap<string, EarmarkCover<C>> {
  const { currency, view } = situation;
  const goals = earmarkedGoals(view.goals);
  const most = new Map(coveredEarmarks(situation).map(({ id, units }) => [id, units]));
  const foreign = goals.filter((goal) => !hasRateFor(goal.currency, situation));
  const unknown = view.holdings.filter((row) => !hasRateFor(row.currency, situation));
  // Whatever the missing rates are: holdings without one hold nothing, goals without one want everything.
  const everything = unitsOf(rated(view.holdings, situation).filter(isPositive), situation);
  const claims = goals.map((goal) => claimOf(goal, situation, everything));
  const complete = foreign.length === 0 && unknown.length === 0;
  const sure = complete ? most : shareOut(claims, capacities(view.holdings, situation, 0n));
  const missing = [...foreign, ...unknown].map((row) => `fx.${row.currency}`);
  return new Map(
    view.goals.map(({ id }): readonly [string, EarmarkCover<C>] => {
      const units = most.get(id) ?? 0n;
      return sure.get(id) === most.get(id)
        ? [id, { present: fromMinorUnits(currency, units), missing: [] }]
        : [id, { present: null, missing }];
    }),
  );
}

/**
 * How much of what is set aside for goals lies in some of the financial holdings, as far as it is there at all; where nobody
 * said in which holdings it lies, it may be any of them.
 *
 * @param rows holdings that all have a rate.
 * @param goals those that count; default all.
 */
export function earmarkedWithin<C extends CurrencyCode>(
  rows: readonly Holding[],
  situation: Situation<C>,
  goals: readonly Goal[] = situation.view.goals,
): EarmarkedWithin<C> {
  const { view, currency } = situation;
  const claims = coveredEarmarks(situation).filter(({ id }) => goals.some((one) => one.id === id));
  const outside = view.holdings.filter((holding) => !rows.includes(holding));
  const all = total(claims.map(({ units }) => units));
  const [inside, others] = [capacities(rows, situation, all), capacities(outside, situation, all)];
  const boundsOf = (some: readonly Claim[]): readonly [bigint, bigint] => {
    const wanted = total(some.map(({ units }) => units));
    const most = total(shareOut(some, inside).values());
    const elsewhere = total(shareOut(some, others).values());
    return [wanted - elsewhere, most];
  };
  const [least, most] = boundsOf(claims);
  const isOpen = (claim: Claim): boolean => {
    const [low, high] = boundsOf([claim]);
    return low !== high;
  };
  return {
    least: fromMinorUnits(currency, least),
    most: fromMinorUnits(currency, most),
    unplaced:
      least === most ? [] : claims.filter(isOpen).map(({ id }) => `goals.${id}.earmarkedIn`),
    missing: earmarkedGoals(goals)
      .filter((goal) => !hasRateFor(goal.currency, situation))
      .map((goal) => `fx.${goal.currency}`),
  };
}

/**
 * What of the earmarks, by goal, may lie in some holdings, for goals that want so much of it. What can lie nowhere else
 * lies there whether or not it is wanted.
 *
 * @param wanted minor units, by goal.
 * @param covered `coveredEarmarks`.
 */
export function earmarkedFor<C extends CurrencyCode>(
  wanted: ReadonlyMap<string, bigint>,
  rows: readonly Holding[],
  situation: Situation<C>,
  covered: readonly Claim[],
): ReadonlyMap<string, bigint> {
  const ids = rows.map(({ id }) => id);
  const claims = covered.map((claim) => {
    const whole = claim.places.every((place) => ids.includes(place));
    const most = wanted.get(claim.id) ?? 0n;
    return whole || most > claim.units ? claim : { ...claim, units: most };
  });
  return shareOut(claims, capacities(rows, situation, total(claims.map(({ units }) => units))));
}

/** What is set aside for each goal that has a rate, cut to what is there; a holding without a rate may hold it all. */
export function coveredEarmarks<C extends CurrencyCode>(situation: Situation<C>): readonly Claim[] {
  const claims = rated(earmarkedGoals(situation.view.goals), situation).map((goal) =>
    claimOf(goal, situation, 0n),
  );
  if (claims.length === 0) return claims;
  const all = total(claims.map(({ units }) => units));
  const got = shareOut(claims, capacities(situation.view.holdings, situation, all));
  return claims.map((claim) => ({ ...claim, units: got.get(claim.id) ?? 0n }));
}

/** What is set aside for a goal, in its own currency. */
export function earmarkOf({ currency, earmarked = '0' }: Goal): Money {
  return { currency, amount: earmarked };
}

function earmarkedGoals(goals: readonly Goal[]): readonly Goal[] {
  return goals.filter((goal) => isPositive(earmarkOf(goal)));
}

function claimOf<C extends CurrencyCode>(
  goal: Goal,
  situation: Situation<C>,
  withoutRate: bigint,
): Claim {
  const known = hasRateFor(goal.currency, situation);
  const units = known ? unitsOf([earmarkOf(goal)], situation) : withoutRate;
  return { id: goal.id, units, places: placesOf(goal, situation) };
}

function placesOf({ earmarkedIn }: Goal, { view }: Situation): readonly string[] {
  return view.holdings
    .filter(({ id, kind }) => earmarkedIn?.includes(id) ?? kind !== 'property')
    .map(({ id }) => id);
}

/** What holdings are worth in minor units; nothing where they are below zero. */
function capacities<C extends CurrencyCode>(
  rows: readonly Holding[],
  situation: Situation<C>,
  withoutRate: bigint,
): ReadonlyMap<string, bigint> {
  const worth = (row: Holding): bigint =>
    hasRateFor(row.currency, situation) ? unitsOf([row], situation) : withoutRate;
  return new Map(rows.filter(isPositive).map((row) => [row.id, worth(row)] as const));
}

function rated<T extends { readonly currency: CurrencyCode }, C extends CurrencyCode>(
  rows: readonly T[],
  situation: Situation<C>,
): readonly T[] {
  return rows.filter(({ currency }) => hasRateFor(currency, situation));
}

function unitsOf<C extends CurrencyCode>(rows: readonly Money[], situation: Situation<C>): bigint {
  return toMinorUnits(worthOf(rows, situation));
}

function total(units: Iterable<bigint>): bigint {
  return [...units].reduce((sum, one) => sum + one, 0n);
}
