import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  refuseUnknown,
} from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { isLiability } from '../../products/index.js';
import type { Inside } from '../policy/compiled-policy.js';
import { refuseLiability } from '../refuse-liability.js';
import type { AccountTarget, NestedWeights } from './account.js';

/** A checked target. */
export interface ReadTarget {
  /** By product id; 0 for what may be bought where asset classes are wanted. */
  readonly products: ReadonlyMap<string, number>;
  /** Absent: products are wanted. */
  readonly classes: WantedClasses | undefined;
}

/** Asset classes that an account is to hold, whatever the products. */
export interface WantedClasses {
  /** In the universe's order. */
  readonly weights: Float64Array;
  /** Products that may be bought for them, the most preferred first. */
  readonly products: readonly string[];
}

/** Checks a target by products or by asset classes. */
export function readTarget(target: AccountTarget, inside: Inside): ReadTarget {
  const path = 'account.target';
  const { kind } = checkObject(target, path);
  if (typeof kind !== 'string') {
    return { products: readProducts(target as NestedWeights, path, inside), classes: undefined };
  }
  const own = checkOneOf(kind, at(path, 'kind'), ['products', 'classes'] as const);
  refuseUnknown(target, path, FIELDS[own]);
  const { weights, products } = target as { weights: NestedWeights; products: readonly string[] };
  const where = at(path, 'weights');
  if (own === 'products') {
    return { products: readProducts(weights, where, inside), classes: undefined };
  }
  return readClasses(weights, where, products, inside);
}

const FIELDS = {
  products: { kind: true, weights: true },
  classes: { kind: true, weights: true, products: true },
} as const;

function readProducts(
  weights: NestedWeights,
  path: string,
  { products }: Inside,
): ReadonlyMap<string, number> {
  return readWeights(weights, path, (id, level, weight) => {
    const item = products.get(id);
    if (item === undefined) {
      throw new AptfolioError('unknown-id', at(level, id), 'a product of the universe', id);
    }
    if (weight !== 0 && isLiability(item.product)) refuseLiability(item.product, at(level, id));
  });
}

function readClasses(
  given: NestedWeights,
  path: string,
  list: readonly string[],
  { assetClasses, products, policy }: Inside,
): ReadTarget {
  if (policy.measure === 'products') {
    const expected = 'a target by products, because the policy measures products';
    throw new AptfolioError('inconsistent', 'account.target.kind', expected, 'classes');
  }
  const weights = readWeights(given, path, (id, level) => {
    if (assetClasses.includes(id)) return;
    throw new AptfolioError('unknown-id', at(level, id), 'an asset class of the universe', id);
  });
  const listPath = 'account.target.products';
  const ids = checkList<string>(list, listPath, { minLength: 1 }).map((id, i) => {
    const where = at(listPath, i);
    const item = products.get(id);
    if (item === undefined) {
      throw new AptfolioError('unknown-id', where, 'a product of the universe', id);
    }
    return refuseLiability(item.product, where).id;
  });
  return {
    products: new Map(ids.map((id) => [id, 0])),
    classes: {
      weights: Float64Array.from(assetClasses, (id) => weights.get(id) ?? 0),
      products: [...new Set(ids)],
    },
  };
}

const SUM_TOLERANCE = 1e-6;

/**
 * Weights of what is at the ends of nested weights; those that stand at one level sum to 1.
 *
 * @param check refuses an id, by the path of its level.
 */
function readWeights(
  given: NestedWeights,
  path: string,
  check: (id: string, level: string, weight: unknown) => void,
  whole = 1,
  read: Map<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const ids = Object.keys(checkObject(given, path));
  if (ids.length === 0) throw new AptfolioError('empty', path, 'at least one weight');
  const sizes = ids.map((id) => {
    const part = given[id]!;
    if (typeof part === 'object' && part !== null) {
      const where = at(path, id);
      refuseUnknown(part, where, { weight: true, of: true });
      const weight = readWeight(part.weight, where, 'weight');
      readWeights(part.of, at(where, 'of'), check, whole * weight, read);
      return weight;
    }
    check(id, path, part);
    const weight = readWeight(part, path, id);
    read.set(id, (read.get(id) ?? 0) + whole * weight);
    return weight;
  });
  const sum = neumaierSum(sizes);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return read;
  throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
}

/** A path is written only where it is needed: a book has millions of weights. */
function readWeight(weight: unknown, path: string, key: string): number {
  if (typeof weight === 'number' && weight > 0 && weight <= 1) return weight;
  return checkRange(weight, at(path, key), { min: 0, max: 1 });
}
