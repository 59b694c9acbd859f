import { at, checkBoolean, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';
import { type Decimal, readDecimal } from '../account/exact.js';
import type { TradingRules } from './policy.js';
import type { AmountReader } from './read-amounts.js';
import { type CompiledCap, readCaps } from './read-caps.js';
import { readMinimums, type SizePair } from './read-minimums.js';

/** Checked trading rules; what is absent does not restrict. */
export interface CompiledTrading {
  readonly minimumTrade: SizePair;
  /** Those of products that have others, by product id. */
  readonly minimumTradeOf: ReadonlyMap<string, SizePair>;
  /** Whether purchases and sales differ anywhere. */
  readonly hasSides: boolean;
  readonly amountStep: Decimal | undefined;
  readonly maxWeight: ReadonlyMap<string, number>;
  /** The most that purchases may make products worth in one account, in smallest units of its currency. Default no more than the weights say. */
  readonly mostWorth?: ReadonlyMap<string, bigint>;
  /** The most of issuers and of groups of products; those that cannot bind left out. */
  readonly caps: readonly CompiledCap[];
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
    ...readMinimums(given, path, universe, amounts),
    amountStep:
      amountStep === undefined
        ? undefined
        : readDecimal(amountStep, at(path, 'amountStep'), 'positive'),
    maxWeight: byProduct(given.maxWeight, at(path, 'maxWeight'), universe, (weight, where) =>
      checkRange(weight, where, { min: 0, max: 1 }),
    ),
    caps: readCaps(given, path, universe),
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

/** What is given by product id, read. */
export function byProduct<T, R>(
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
