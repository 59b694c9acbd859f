import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import type { TradingTerms } from '../problem.js';
import { type AssetNames, checkByAsset, checkMembers } from './check-names.js';

/** What is held, and what a change of it costs, by asset. */
export interface TradingLimits {
  readonly current: Float64Array;
  readonly buyCost: Float64Array;
  readonly sellCost: Float64Array;
  readonly maxTurnover: number | undefined;
  readonly frozen: ReadonlySet<number>;
  /** Whether buying and selling matter at all. */
  readonly counts: boolean;
}

/** Checks the terms of trading. */
export function checkTrading(
  value: TradingTerms | undefined,
  names: AssetNames,
): TradingLimits | undefined {
  if (value === undefined) return undefined;
  const path = 'problem.trading';
  checkObject(value, path);
  const maxTurnover =
    value.maxTurnover === undefined
      ? undefined
      : checkRange(value.maxTurnover, at(path, 'maxTurnover'), { min: 0 });
  const buyCost = checkCost(value.buyCost, at(path, 'buyCost'), names);
  const sellCost = checkCost(value.sellCost, at(path, 'sellCost'), names);
  return {
    current: checkByAsset(value.current, at(path, 'current'), names, 0),
    buyCost,
    sellCost,
    maxTurnover,
    frozen: new Set(checkMembers(value.frozen ?? [], at(path, 'frozen'), names, 0)),
    counts:
      maxTurnover !== undefined ||
      buyCost.some((cost) => cost > 0) ||
      sellCost.some((cost) => cost > 0),
  };
}

function checkCost(value: unknown, path: string, names: AssetNames): Float64Array {
  const size = names.assets.length;
  if (value === undefined) return new Float64Array(size);
  if (typeof value === 'number') {
    return new Float64Array(size).fill(checkRange(value, path, { min: 0 }));
  }
  const costs = checkByAsset(value, path, names);
  costs.forEach((cost, i) => {
    if (cost < 0) {
      const where = at(path, names.assets[i]!);
      throw new AptfolioError('out-of-range', where, 'a number of at least 0', cost);
    }
  });
  return costs;
}
