import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import type { Verdict } from '../decide.js';
import { amountAtRate } from '../lots/exact-rate.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Rebalancing } from '../result/result.js';
import { utilityOf } from '../utility.js';
import type { ReadShareAccount } from './read-household.js';

/** What the trades of all accounts together bring and cost, beyond those that must be made in any case. */
export interface HouseholdWeighing<C extends CurrencyCode = CurrencyCode> {
  /** Certainty-equivalent annual returns of everything that the accounts hold together, decimal fractions. */
  readonly utilityBefore: number;
  readonly utilityAfter: number;
  /** (utility after − utility before) × what the household is to invest × years; below zero for a loss. */
  readonly gain: Money<C>;
  readonly cost: Money<C>;
}

/** The account of each place brought to its share, where it can trade; by a verdict on whether that is worth its costs. */
export type DecideAll = (verdict: Verdict) => readonly (Rebalancing | undefined)[];

/**
 * Brings the accounts to their shares and asks once, of all of them, whether that is worth its costs: a share is a part of a portfolio
 * and no portfolio by itself.
 */
export function weighTogether<C extends CurrencyCode>(
  accounts: readonly ReadShareAccount[],
  decideAll: DecideAll,
  inside: Inside,
  whole: bigint,
  currency: C,
): {
  readonly results: readonly (Rebalancing | undefined)[];
  readonly weighing?: HouseholdWeighing<C>;
} {
  const { utility, weighing } = inside.policy;
  if (utility === undefined) return { results: decideAll('own') };
  const all = decideAll('worth-it');
  const least = decideAll('not-worth-it');
  const [before, after] = [least, all].map((results) =>
    utilityOf(utility, classesOf(accounts, results, inside, whole)),
  ) as [number, number];
  const gain = amountAtRate(whole > 0n ? whole : 0n, (after - before) * weighing.years);
  const cost = costOf(accounts, all) - costOf(accounts, least);
  return {
    results: weighing.gate === 'always' || gain > cost ? all : least,
    weighing: Object.freeze({
      utilityBefore: before + 0,
      utilityAfter: after + 0,
      gain: fromMinorUnits(currency, gain),
      cost: fromMinorUnits(currency, cost),
    }),
  };
}

/** Class weights of all accounts together once the trades that are made are done, before they are charged. */
function classesOf(
  accounts: readonly ReadShareAccount[],
  results: readonly (Rebalancing | undefined)[],
  { assetClasses }: Inside,
  whole: bigint,
): Float64Array {
  const classes = new Float64Array(assetClasses.length);
  accounts.forEach(({ account, toHousehold }, place) => {
    const traded = new Map<string, bigint>();
    for (const { product, side, amount } of results[place]?.trades ?? []) {
      traded.set(product, side === 'buy' ? toMinorUnits(amount) : -toMinorUnits(amount));
    }
    for (const { id, value, item } of account.holdings) {
      const held = Number(toHousehold(value + (traded.get(id) ?? 0n)));
      for (let k = 0; k < classes.length; k++) classes[k]! += held * item.exposures[k]!;
    }
  });
  return classes.map((amount) => (whole > 0n ? amount / Number(whole) : 0));
}

function costOf(
  accounts: readonly ReadShareAccount[],
  results: readonly (Rebalancing | undefined)[],
): bigint {
  let cost = 0n;
  accounts.forEach(({ toHousehold }, place) => {
    const result = results[place];
    if (result?.decision === 'trade') cost += toHousehold(toMinorUnits(result.costs.total));
  });
  return cost;
}
