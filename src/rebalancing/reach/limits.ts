import { least, most } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import type { Bound, Hindrance } from './bounds.js';
import type { Occasion } from './situation.js';

/** What limits are found from: an account, or its part in a household. */
export interface Limited {
  readonly account: { readonly holdings: readonly Pick<Holding, 'id' | 'value'>[] };
  readonly bounds: readonly Pick<Bound, 'low' | 'high' | 'buyHindrances' | 'sellHindrances'>[];
  readonly money: Pick<Occasion['money'], 'mustRaise'>;
}

/** Limits of whatever account. */
export type LimitRule = (one: Limited) => Limits;

/** Limits while goals are sought, in units and as weights. */
export interface Limits {
  readonly low: bigint[];
  readonly high: bigint[];
  readonly buy: (readonly Hindrance[])[];
  readonly sell: (readonly Hindrance[])[];
  /** Whether no more is sold than raises what is missing, even of what is above its most. Default false. */
  readonly raisesOnly?: boolean;
}

/** What account, product and policy allow. */
export function openLimits({ bounds }: Limited): Limits {
  return {
    low: bounds.map(({ low }) => low),
    high: bounds.map(({ high }) => high),
    buy: bounds.map(({ buyHindrances }) => buyHindrances),
    sell: bounds.map(({ sellHindrances }) => sellHindrances),
  };
}

const NOTHING_SOLD: Hindrance = Object.freeze({ code: 'rebalancing.nothing-sold' });

/** Free money is used first by agreement, and what is out of its band is sold first. */
export const SOLD_LAST: Hindrance = Object.freeze({ code: 'rebalancing.sold-last' });

/** Nothing is bought by agreement. */
export const NOTHING_BOUGHT: Hindrance = Object.freeze({ code: 'rebalancing.nothing-bought' });

/** Only free money is used; where money must be raised, sales are needed all the same. */
export function nothingSold(occasion: Limited): Limits {
  if (occasion.money.mustRaise) return openLimits(occasion);
  return keptFrom(occasion, NOTHING_SOLD, () => false);
}

/** Nothing is bought; what is above its most weight is still sold. */
export function nothingBought(occasion: Limited): Limits {
  const limits = openLimits(occasion);
  occasion.account.holdings.forEach(({ value }, i) => {
    limits.high[i] = least(limits.high[i]!, value);
    limits.buy[i] = [NOTHING_BOUGHT];
  });
  return limits;
}

/** Nothing is bought because money is raised: what is missing then is no hindrance. */
export function raiseOnly(occasion: Limited): Limits {
  const high = occasion.account.holdings.map(({ value }) => value);
  return { ...openLimits(occasion), high, raisesOnly: true };
}

const NOTHING_TO_SPEND: Hindrance = Object.freeze({ code: 'rebalancing.no-free-money' });

/** Only free money is to buy anything, and there is none: no more is sold than raises what is missing. */
export function nothingToSpend(occasion: Limited): Limits {
  const limits = raiseOnly(occasion);
  return { ...limits, buy: limits.buy.map(() => [NOTHING_TO_SPEND]) };
}

/** Free money is used before anything is sold; where money must be raised, sales are needed all the same. */
export function nothingSoldYet(occasion: Limited): Limits {
  return occasion.money.mustRaise ? openLimits(occasion) : soldOnly(occasion, new Set());
}

/** Free money is used, and only some products are sold. */
export function soldOnly(occasion: Limited, products: ReadonlySet<string>): Limits {
  return keptFrom(occasion, SOLD_LAST, (id) => products.has(id));
}

/** What is not sold, and why. */
function keptFrom(
  occasion: Limited,
  hindrance: Hindrance,
  isSold: (id: string) => boolean,
): Limits {
  const limits = openLimits(occasion);
  occasion.account.holdings.forEach(({ id, value }, i) => {
    if (isSold(id) || value === 0n) return;
    limits.low[i] = value;
    limits.high[i] = most(limits.high[i]!, value);
    limits.sell[i] = [hindrance];
  });
  return limits;
}
