import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { ratio } from '../account/exact.js';
import type { Verdict } from '../decide.js';
import { amountAtRate } from '../lots/exact-rate.js';
import { sumOf } from '../lots/take-lots.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Rebalancing } from '../result/result.js';
import { utilityOf } from '../utility.js';
import type { LocationCost } from './location-cost.js';
import type { ReadShareAccount } from './read-household.js';

/** What the trades of all accounts together bring and cost, beyond those that must be made in any case. */
export interface HouseholdWeighing<C extends CurrencyCode = CurrencyCode> {
  /** Certainty-equivalent annual returns of everything that the accounts hold together, decimal fractions. */
  readonly utilityBefore: number;
  readonly utilityAfter: number;
  /**
   * (utility after − utility before) × what the household is to invest × years, and what location costs less, where it is given as costs; below
   * zero for a loss.
   */
  readonly gain: Money<C>;
  readonly cost: Money<C>;
}

/** The account of each place brought to its share, where it can trade; by a verdict on whether that is worth its costs. */
export type DecideAll = (verdict: Verdict) => Results;

export type Results = readonly (Rebalancing | undefined)[];

/** What a household is weighed by. */
export interface WeighedBy {
  readonly inside: Inside;
  /** What is to be invested in all accounts, in the household's currency. */
  readonly whole: bigint;
  /** What holding a product in an account costs a year; preferences that are no costs weigh nothing. */
  readonly locationCost: LocationCost;
  /** Whether something is to be done in the household beyond what must be. */
  readonly isDue: boolean;
}

/** What all accounts do, and both numbers behind it where the policy weighs. */
export interface Weighed<C extends CurrencyCode = CurrencyCode> {
  readonly results: Results;
  /** Whether the household is brought to its destination, and not only what must be done is. */
  readonly isBrought: boolean;
  readonly weighing?: HouseholdWeighing<C>;
}

/**
 * Brings the accounts to their shares and asks once, of all of them, whether that is worth its costs: a share is a part of a portfolio
 * and no portfolio by itself.
 */
export function weighTogether<C extends CurrencyCode>(
  accounts: readonly ReadShareAccount[],
  decideAll: DecideAll,
  by: WeighedBy,
  currency: C,
  compare: Compare = compareTogether,
): Weighed<C> {
  const { utility, weighing } = by.inside.policy;
  const all = decideAll(by.isDue ? 'worth-it' : 'not-due');
  if (utility === undefined) return { results: all, isBrought: by.isDue };
  const least = by.isDue ? decideAll('not-worth-it') : all;
  const { gain, ...utilities } = compare(accounts, least, all, by);
  const cost = costOf(accounts, all) - costOf(accounts, least);
  const pays = weighing.gate === 'always' || gain > cost;
  return {
    results: pays ? all : least,
    isBrought: by.isDue && pays,
    weighing: Object.freeze({
      ...utilities,
      gain: fromMinorUnits(currency, gain),
      cost: fromMinorUnits(currency, cost),
    }),
  };
}

/** What all that is to be done brings beyond what must be, in smallest units of the household's currency. */
export type Compare = (
  accounts: readonly ReadShareAccount[],
  least: Results,
  all: Results,
  by: WeighedBy,
) => Pick<HouseholdWeighing, 'utilityBefore' | 'utilityAfter'> & { readonly gain: bigint };

/** By everything that the accounts hold together. */
export const compareTogether: Compare = (accounts, least, all, by) => {
  const utility = by.inside.policy.utility!;
  const before = holdingsAfter(accounts, least, by);
  const after = holdingsAfter(accounts, all, by);
  const utilityBefore = utilityOf(utility, before.classes) - before.charges + 0;
  const utilityAfter = utilityOf(utility, after.classes) - after.charges + 0;
  const better = utilityAfter - utilityBefore + before.location - after.location;
  const { years } = by.inside.policy.weighing;
  const gain = amountAtRate(by.whole > 0n ? by.whole : 0n, better * years);
  return { utilityBefore, utilityAfter, gain };
};

/** Class weights, yearly charges and location cost of all accounts together once the trades that are made are done, before they are charged. */
function holdingsAfter(
  accounts: readonly ReadShareAccount[],
  results: Results,
  { inside, whole, locationCost }: WeighedBy,
): { readonly classes: Float64Array; readonly charges: number; readonly location: number } {
  const classes = new Float64Array(inside.assetClasses.length);
  let charges = 0;
  let location = 0;
  // What sales are charged is gone: it is a cost, and no money that brings nothing.
  const left = whole - sumOf(accounts.map((one, i) => one.toHousehold(chargedToSales(results[i]))));
  accounts.forEach(({ account, given, toHousehold }, place) => {
    const traded = new Map<string, bigint>();
    for (const { product, side, amount } of results[place]?.trades ?? []) {
      traded.set(product, side === 'buy' ? toMinorUnits(amount) : -toMinorUnits(amount));
    }
    for (const { id, value, item, yearlyCharge } of account.holdings) {
      const held = toHousehold(value + (traded.get(id) ?? 0n));
      if (held === 0n || left <= 0n) continue;
      const weight = ratio(held, left);
      for (let k = 0; k < classes.length; k++) classes[k]! += weight * item.exposures[k]!;
      charges += weight * yearlyCharge;
      location += weight * locationCost(item.product, given);
    }
  });
  return { classes, charges, location };
}

/** What of the proceeds fees, spread, tax and changing money take. */
function chargedToSales(result: Rebalancing | undefined): bigint {
  if (result === undefined || result.trades.length === 0) return 0n;
  const { exit, exchange, tax } = result.costs;
  const spreads = result.trades.flatMap(({ side, costs }) =>
    side === 'sell' ? [costs.spread] : [],
  );
  return sumOf([exit, exchange, tax, ...spreads].map((cost) => toMinorUnits(cost)));
}

function costOf(accounts: readonly ReadShareAccount[], results: Results): bigint {
  let cost = 0n;
  accounts.forEach(({ toHousehold }, place) => {
    const result = results[place];
    if (result?.decision === 'trade') cost += toHousehold(toMinorUnits(result.costs.total));
  });
  return cost;
}
