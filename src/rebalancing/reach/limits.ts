import { least, most } from '../account/exact.js';
import type { Hindrance } from './bounds.js';
import { measureWeights } from './measure.js';
import type { Occasion } from './situation.js';

/** Limits while goals are sought, in units and as weights. */
export interface Limits {
  readonly low: bigint[];
  readonly high: bigint[];
  readonly buy: (readonly Hindrance[])[];
  readonly sell: (readonly Hindrance[])[];
}

/** What account, product and policy allow. */
export function openLimits({ bounds }: Occasion): Limits {
  return {
    low: bounds.map(({ low }) => low),
    high: bounds.map(({ high }) => high),
    buy: bounds.map(({ buyHindrances }) => buyHindrances),
    sell: bounds.map(({ sellHindrances }) => sellHindrances),
  };
}

const NOTHING_SOLD: Hindrance = Object.freeze({ code: 'rebalancing.nothing-sold' });

/** Nothing is bought by agreement. */
export const NOTHING_BOUGHT: Hindrance = Object.freeze({ code: 'rebalancing.nothing-bought' });

/** Only free money is used; where money must be raised, sales are needed all the same. */
export function nothingSold(occasion: Occasion): Limits {
  const limits = openLimits(occasion);
  if (occasion.money.mustRaise) return limits;
  occasion.account.holdings.forEach(({ value }, i) => {
    limits.low[i] = value;
    limits.high[i] = most(limits.high[i]!, value);
    limits.sell[i] = [NOTHING_SOLD];
  });
  return limits;
}

/** Nothing is bought; what is above its most weight is still sold. */
export function nothingBought(occasion: Occasion): Limits {
  const limits = openLimits(occasion);
  occasion.account.holdings.forEach(({ value }, i) => {
    limits.high[i] = least(limits.high[i]!, value);
    limits.buy[i] = [NOTHING_BOUGHT];
  });
  return limits;
}

/** Nothing is bought because money is raised: what is missing then is no hindrance. */
export function raiseOnly(occasion: Occasion): Limits {
  const limits = nothingBought(occasion);
  const open = openLimits(occasion);
  return { ...limits, buy: open.buy };
}

const NOTHING_TO_SPEND: Hindrance = Object.freeze({ code: 'rebalancing.cannot-be-paid' });

/** Only free money is to buy anything, and there is none: no more is sold than raises what is missing. */
export function nothingToSpend(occasion: Occasion): Limits {
  const limits = nothingBought(occasion);
  return { ...limits, buy: limits.buy.map(() => [NOTHING_TO_SPEND]) };
}

/** After free money has been used: what may be sold for what is still out of its band; absent if nothing is. */
export function saleLimits(occasion: Occasion, weights: Float64Array): Limits | undefined {
  const { account, aim, inside, money, now } = occasion;
  const { breached } = account.history;
  const { drift } = measureWeights(account.holdings, weights, aim, inside, breached);
  if (drift.triggered.length === 0 || money.investable <= 0n) return undefined;
  const out = drift.lines.filter((line) => line.triggered && line.drift > 0);
  const over = out.length > 0 ? out : drift.lines.filter((line) => line.drift > 0);
  const ids = new Set(over.flatMap(({ id, members }) => members ?? [id]));
  const limits = openLimits(occasion);
  account.holdings.forEach(({ id, value, item }, i) => {
    const isInside = inside.assetClasses.some((name, k) => ids.has(name) && item.exposures[k]! > 0);
    const maySell = inside.policy.measure === 'products' ? ids.has(id) : isInside;
    if (maySell || now.products[i] === 0) return;
    limits.low[i] = value;
    limits.high[i] = most(limits.high[i]!, value);
    limits.sell[i] = [NOTHING_SOLD];
  });
  return limits;
}
