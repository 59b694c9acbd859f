import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkObject,
  checkRange,
} from '../../errors/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';
import { type Decimal, readDecimal } from '../account/exact.js';
import type { TradeSize, TradingRules } from './policy.js';
import type { AmountReader } from './read-amounts.js';

/** A checked size: the greater of an amount, in smallest units, and a share of what is to be invested. */
export interface CompiledSize {
  readonly amount: bigint;
  readonly share: number;
}

/** Checked trading rules; what is absent does not restrict. */
export interface CompiledTrading {
  readonly minimumTrade: CompiledSize;
  readonly minimumTradeOf: ReadonlyMap<string, CompiledSize>;
  readonly amountStep: Decimal | undefined;
  readonly maxWeight: ReadonlyMap<string, number>;
  readonly maxTurnover: number | undefined;
  readonly maxTrades: number | undefined;
  readonly fewestTrades: boolean;
  readonly gainBudget: bigint | undefined;
  readonly taxBudget: bigint | undefined;
}

/** Checks what trades must keep to. */
export function readTradingRules(
  rules: TradingRules | undefined,
  path: string,
  universe: ProductUniverse,
  amounts: AmountReader,
): CompiledTrading {
  const given = rules === undefined ? ({} as TradingRules) : rules;
  checkObject(given, path);
  const { amountStep, maxTurnover, maxTrades, fewestTrades, gainBudget, taxBudget } = given;
  return {
    minimumTrade: readSize(given.minimumTrade, at(path, 'minimumTrade'), amounts),
    minimumTradeOf: byProduct(
      given.minimumTradeOf,
      at(path, 'minimumTradeOf'),
      universe,
      (size, where) => readSize(size, where, amounts),
    ),
    amountStep:
      amountStep === undefined
        ? undefined
        : readDecimal(amountStep, at(path, 'amountStep'), 'positive'),
    maxWeight: byProduct(given.maxWeight, at(path, 'maxWeight'), universe, (weight, where) =>
      checkRange(weight, where, { min: 0, max: 1 }),
    ),
    maxTurnover:
      maxTurnover === undefined
        ? undefined
        : checkRange(maxTurnover, at(path, 'maxTurnover'), { min: 0 }),
    maxTrades:
      maxTrades === undefined
        ? undefined
        : checkInteger(maxTrades, at(path, 'maxTrades'), { min: 0 }),
    fewestTrades:
      fewestTrades === undefined ? false : checkBoolean(fewestTrades, at(path, 'fewestTrades')),
    gainBudget:
      gainBudget === undefined ? undefined : amounts.read(gainBudget, at(path, 'gainBudget')),
    taxBudget: taxBudget === undefined ? undefined : amounts.read(taxBudget, at(path, 'taxBudget')),
  };
}

function readSize(size: TradeSize | undefined, path: string, amounts: AmountReader): CompiledSize {
  if (size === undefined) return { amount: 0n, share: 0 };
  const { amount, share } = checkObject(size, path);
  if (amount === undefined && share === undefined) {
    throw new AptfolioError('missing-value', path, 'an amount, a share or both');
  }
  return {
    amount: amount === undefined ? 0n : amounts.read(amount, at(path, 'amount')),
    share: share === undefined ? 0 : checkRange(share, at(path, 'share'), { min: 0, max: 1 }),
  };
}

function byProduct<T, R>(
  given: Readonly<Record<string, T>> | undefined,
  path: string,
  universe: ProductUniverse,
  read: (value: T, path: string) => R,
): ReadonlyMap<string, R> {
  if (given === undefined) return new Map();
  const entries = Object.entries(checkObject(given, path) as Readonly<Record<string, T>>);
  return new Map(
    entries.map(([id, value]) => {
      const where = at(path, id);
      return [findProduct(id, universe, where).id, read(value, where)];
    }),
  );
}
