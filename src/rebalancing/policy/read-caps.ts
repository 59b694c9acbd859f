import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkUniqueIds,
} from '../../errors/index.js';
import { findProduct, type Product, type ProductUniverse } from '../../products/index.js';
import type { CappedGroup, TradingRules } from './policy.js';

/** The most that several products may be together. */
export interface CompiledCap {
  readonly kind: 'issuer' | 'group';
  /** The issuer, or the group's id; empty for issuers that are not known. */
  readonly name: string;
  /** Decimal fraction of what is to be invested, below 1. */
  readonly max: number;
  /** What counts of each product, decimal fraction above 0, by product id. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Issuers that are not known are counted as one, so that none of them passes its limit unseen. */
export const UNKNOWN_ISSUER = '';

/** Checks the most of issuers and groups; issuers by name, then groups as they are given. */
export function readCaps(
  rules: TradingRules,
  path: string,
  universe: ProductUniverse,
): readonly CompiledCap[] {
  const caps = [...issuerCaps(rules, path, universe), ...groupCaps(rules, path, universe)];
  return caps.filter(({ max, shares }) => max < 1 && shares.size > 0);
}

/** Who owes what is in a product; where nobody says what is inside, its own issuer all of it. */
export function issuersOf({ issuers, issuer }: Product): Readonly<Record<string, number>> {
  return issuers ?? { [issuer ?? UNKNOWN_ISSUER]: 1 };
}

function issuerCaps(
  { maxWeightPerIssuer, maxWeightOfIssuer }: TradingRules,
  path: string,
  { products }: ProductUniverse,
): readonly CompiledCap[] {
  if (maxWeightPerIssuer === undefined && maxWeightOfIssuer === undefined) return [];
  const perIssuer =
    maxWeightPerIssuer === undefined
      ? 1
      : checkRange(maxWeightPerIssuer, at(path, 'maxWeightPerIssuer'), { exclusiveMin: 0, max: 1 });
  const byName = new Map<string, Map<string, number>>();
  for (const product of products) {
    for (const [name, share] of Object.entries(issuersOf(product))) {
      if (share === 0) continue;
      const shares = byName.get(name) ?? new Map<string, number>();
      byName.set(name, shares.set(product.id, share));
    }
  }
  const own = ownLimits(maxWeightOfIssuer, at(path, 'maxWeightOfIssuer'), products);
  return [...byName.keys()].sort().map((name) => ({
    kind: 'issuer',
    name,
    max: own.get(name) ?? perIssuer,
    shares: byName.get(name)!,
  }));
}

/** Limits of single issuers; a misspelt one would be a limit that is lost. */
function ownLimits(
  given: TradingRules['maxWeightOfIssuer'],
  path: string,
  products: readonly Product[],
): ReadonlyMap<string, number> {
  if (given === undefined) return new Map();
  const known = new Set(
    products.flatMap(({ issuer, issuers = {} }) => [
      ...Object.keys(issuers),
      ...(issuer === undefined ? [] : [issuer]),
    ]),
  );
  return new Map(
    Object.entries(checkObject(given, path)).map(([name, most]) => {
      if (known.has(name)) return [name, checkRange(most, at(path, name), { min: 0, max: 1 })];
      throw new AptfolioError('unknown-id', at(path, name), 'an issuer of the universe', name);
    }),
  );
}

function groupCaps(
  { groups }: TradingRules,
  path: string,
  universe: ProductUniverse,
): readonly CompiledCap[] {
  if (groups === undefined) return [];
  const where = at(path, 'groups');
  const rows = checkList<CappedGroup>(groups, where);
  checkUniqueIds(rows, where);
  return rows.map(({ id, members, max }, i) => {
    const inside = at(at(where, i), 'members');
    const ids = checkList<string>(members, inside, { minLength: 1 }).map(
      (member, j) => findProduct(member, universe, at(inside, j)).id,
    );
    return {
      kind: 'group',
      name: id,
      max: checkRange(max, at(at(where, i), 'max'), { min: 0, max: 1 }),
      shares: new Map(ids.map((member) => [member, 1])),
    };
  });
}
