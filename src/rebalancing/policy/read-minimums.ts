import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import { findProduct, PRODUCT_TYPES, type ProductUniverse } from '../../products/index.js';
import type { SizeBySide, TradeSize, TradingRules } from './policy.js';
import type { AmountReader } from './read-amounts.js';

/** A checked size: the greater of an amount, in smallest units, and a share of what is to be invested. */
export interface CompiledSize {
  readonly amount: bigint;
  readonly share: number;
}

/** The least purchase and the least sale. */
export interface SizePair {
  readonly buy: CompiledSize;
  readonly sell: CompiledSize;
}

/** The least trades of a policy, those by type worked out for every product of the type. */
export interface CompiledMinimums {
  readonly minimumTrade: SizePair;
  readonly minimumTradeOf: ReadonlyMap<string, SizePair>;
  readonly hasSides: boolean;
}

const NONE: CompiledSize = Object.freeze({ amount: 0n, share: 0 });

/** Checks the least trades: of all, by type and by product. */
export function readMinimums(
  { minimumTrade, minimumTradeOfType, minimumTradeOf }: TradingRules,
  path: string,
  universe: ProductUniverse,
  amounts: AmountReader,
): CompiledMinimums {
  const read = (size: SizeBySide | undefined, where: string): Partial<SizePair> =>
    readSides(size, where, amounts);
  const usual: SizePair = {
    buy: NONE,
    sell: NONE,
    ...read(minimumTrade, at(path, 'minimumTrade')),
  };
  const ofType = readEach(minimumTradeOfType, at(path, 'minimumTradeOfType'), (type, where) => {
    checkType(type, where, universe);
    return read(minimumTradeOfType![type], where);
  });
  const ofProduct = readEach(minimumTradeOf, at(path, 'minimumTradeOf'), (id, where) =>
    read(minimumTradeOf![findProduct(id, universe, where).id], where),
  );
  const own = new Map<string, SizePair>();
  if (ofType.size > 0 || ofProduct.size > 0) {
    for (const { id, type } of universe.products) {
      const [byType, byId] = [ofType.get(type ?? ''), ofProduct.get(id)];
      if (byType !== undefined || byId !== undefined) own.set(id, { ...usual, ...byType, ...byId });
    }
  }
  const hasSides = [usual, ...own.values()].some(({ buy, sell }) => buy !== sell);
  return { minimumTrade: usual, minimumTradeOf: own, hasSides };
}

function readEach(
  given: object | undefined,
  path: string,
  read: (key: string, path: string) => Partial<SizePair>,
): ReadonlyMap<string, Partial<SizePair>> {
  if (given === undefined) return new Map();
  const keys = Object.keys(checkObject(given, path));
  return new Map(keys.map((key) => [key, read(key, at(path, key))]));
}

/** A misspelt type would be a limit that is lost. */
function checkType(type: string, path: string, { products }: ProductUniverse): void {
  const isKnown = (PRODUCT_TYPES as readonly string[]).includes(type);
  if (isKnown || products.some((product) => product.type === type)) return;
  throw new AptfolioError('unknown-id', path, 'a type of the universe or of PRODUCT_TYPES', type);
}

function readSides(
  size: SizeBySide | undefined,
  path: string,
  amounts: AmountReader,
): Partial<SizePair> {
  if (size === undefined) return {};
  const given = checkObject(size, path) as SizeBySide;
  if (!('buy' in given || 'sell' in given)) {
    const both = readSize(given as TradeSize, path, amounts);
    return { buy: both, sell: both };
  }
  const { buy, sell } = given;
  return {
    ...(buy === undefined ? {} : { buy: readSize(buy, at(path, 'buy'), amounts) }),
    ...(sell === undefined ? {} : { sell: readSize(sell, at(path, 'sell'), amounts) }),
  };
}

function readSize(size: TradeSize, path: string, amounts: AmountReader): CompiledSize {
  const { amount, share } = checkObject(size, path);
  if (amount === undefined && share === undefined) {
    throw new AptfolioError('missing-value', path, 'an amount, a share or both');
  }
  return {
    amount: amount === undefined ? 0n : amounts.read(amount, at(path, 'amount')),
    share: share === undefined ? 0 : checkRange(share, at(path, 'share'), { min: 0, max: 1 }),
  };
}
