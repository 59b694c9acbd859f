import type { AssetGroup } from '../../allocation/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { checkCovariance } from '../../market/index.js';
import { findProduct, isLiability, type ProductUniverse } from '../../products/index.js';
import type { ScreeningTerms } from '../screening/screening-context.js';
import type { FitTerms } from './fit-terms.js';
import type { NeedByDay } from './money-needs.js';
import { readCosts } from './read-costs.js';
import { readNeeds } from './read-needs.js';

/** Terms of a fit with every default filled in. */
export interface ReadTerms {
  /** classes × classes, row-major. */
  readonly covariance: Float64Array;
  readonly maxWeightPerProduct: number;
  readonly maxWeightOfProduct: ReadonlyMap<string, number>;
  readonly maxWeightPerIssuer: number;
  readonly maxWeightOfIssuer: ReadonlyMap<string, number>;
  readonly groups: readonly Required<AssetGroup>[];
  readonly minWeightPerProduct: number;
  readonly maxProducts: number;
  readonly minProducts: number;
  readonly current: ReadonlyMap<string, number>;
  readonly locked: ReadonlyMap<string, number>;
  readonly moneyNeeded: readonly NeedByDay[];
  readonly costAversion: number;
  readonly horizonYears: number;
  /** By asset class, where it is known. */
  readonly expectedReturn: Float64Array | undefined;
  /** Days since what is held was bought, by product id. */
  readonly heldDays: ReadonlyMap<string, number>;
  /** Absent where the number of products decides. */
  readonly maxNodes: number | undefined;
}

const SHARE = { min: 0, max: 1 };
const LIMIT = { exclusiveMin: 0, max: 1 };

const GROUP_FIELDS: FieldsOf<AssetGroup> = { id: true, members: true, min: true, max: true };

/** Weights of holdings come from valuations with eight digits or more. */
const WEIGHT_TOLERANCE = 1e-6;

/** Reads the terms of a fit; `context` is where they stand. */
export function readTerms(
  context: FitTerms & ScreeningTerms,
  universe: ProductUniverse,
): ReadTerms {
  const current = weightsIn(context.current, 'context.current', SHARE, universe);
  const terms = {
    covariance: checkCovariance(
      context.covariance,
      'context.covariance',
      universe.assetClasses.length,
    ),
    maxWeightPerProduct: limitIn(context, 'maxWeightPerProduct'),
    maxWeightOfProduct: weightsIn(
      context.maxWeightOfProduct,
      'context.maxWeightOfProduct',
      SHARE,
      universe,
    ),
    maxWeightPerIssuer: limitIn(context, 'maxWeightPerIssuer'),
    maxWeightOfIssuer: issuerLimitsIn(context.maxWeightOfIssuer, universe),
    groups: readGroups(context.groups, universe),
    minWeightPerProduct: optional(context.minWeightPerProduct, 0, (value) =>
      checkRange(value, 'context.minWeightPerProduct', { min: 0, max: 1 }),
    ),
    ...numberOfProducts(context),
    current,
    locked: weightsIn(context.locked, 'context.locked', SHARE, universe),
    moneyNeeded: readNeeds(context),
    ...readCosts(context, universe),
    maxNodes: optional<number | undefined>(context.maxNodes, undefined, (value) =>
      checkInteger(value, 'context.maxNodes', { min: 1, max: 1_000_000 }),
    ),
  };
  checkHoldings(terms, universe);
  return terms;
}

function optional<T>(value: unknown, otherwise: T, read: (value: unknown) => T): T {
  return value === undefined ? otherwise : read(value);
}

function limitIn(context: FitTerms, name: 'maxWeightPerProduct' | 'maxWeightPerIssuer'): number {
  return optional(context[name], 1, (value) => checkRange(value, at('context', name), LIMIT));
}

function numberOfProducts(context: FitTerms): Pick<ReadTerms, 'maxProducts' | 'minProducts'> {
  const most = { min: 1, max: 1_000_000 };
  const maxProducts = optional(context.maxProducts, Number.POSITIVE_INFINITY, (value) =>
    checkInteger(value, 'context.maxProducts', most),
  );
  const minProducts = optional(context.minProducts, 0, (value) =>
    checkInteger(value, 'context.minProducts', most),
  );
  if (minProducts > maxProducts) {
    const expected = `at most context.maxProducts, ${maxProducts}`;
    throw new AptfolioError('inconsistent', 'context.minProducts', expected, minProducts);
  }
  // Without a least weight a number of products could be made up of next to nothing.
  if (minProducts > 0 && !(Number(context.minWeightPerProduct) > 0)) {
    throw new AptfolioError(
      'inconsistent',
      'context.minWeightPerProduct',
      'a weight above 0 beside minProducts',
      context.minWeightPerProduct,
    );
  }
  return { maxProducts, minProducts };
}

function readGroups(groups: unknown, universe: ProductUniverse): readonly Required<AssetGroup>[] {
  if (groups === undefined) return [];
  const rows = Array.from(checkList<AssetGroup>(groups, 'context.groups'));
  checkUniqueIds(rows, 'context.groups');
  return rows.map((group, index) => {
    const path = at('context.groups', index);
    refuseUnknown(group, path, GROUP_FIELDS);
    const members = Array.from(
      checkList<unknown>(group.members, at(path, 'members'), { minLength: 1 }),
    );
    const ids = members.map((id, i) => findProduct(id, universe, at(at(path, 'members'), i)).id);
    const min = optional(group.min, 0, (value) => checkRange(value, at(path, 'min'), SHARE));
    const max = optional(group.max, 1, (value) =>
      checkRange(value, at(path, 'max'), { min, max: 1 }),
    );
    return { id: group.id, members: [...new Set(ids)], min, max };
  });
}

/** Limits by issuer; a misspelt one would be a limit that is lost. */
function issuerLimitsIn(
  value: unknown,
  { products }: ProductUniverse,
): ReadonlyMap<string, number> {
  if (value === undefined) return new Map();
  const path = 'context.maxWeightOfIssuer';
  const given = checkObject(value, path);
  const known = new Set(
    products.flatMap(({ issuer, issuers = {} }) => [
      ...Object.keys(issuers),
      ...(issuer === undefined ? [] : [issuer]),
    ]),
  );
  return new Map(
    Object.keys(given).map((name) => {
      if (known.has(name)) return [name, checkRange(given[name], at(path, name), SHARE)];
      throw new AptfolioError('unknown-id', at(path, name), 'an issuer of the universe', name);
    }),
  );
}

/** Weights by the id of a product. */
function weightsIn(
  value: unknown,
  path: string,
  range: { readonly min: number; readonly max: number },
  universe: ProductUniverse,
): ReadonlyMap<string, number> {
  if (value === undefined) return new Map();
  const given = checkObject(value, path);
  const weights = new Map<string, number>();
  for (const id of Object.keys(given).sort()) {
    findProduct(id, universe, at(path, id));
    weights.set(id, checkRange(given[id], at(path, id), range));
  }
  return weights;
}

function checkHoldings(
  { current, locked }: Pick<ReadTerms, 'current' | 'locked'>,
  { byId }: ProductUniverse,
): void {
  for (const [id, weight] of current) {
    if (weight === 0 || !isLiability(byId[id]!)) continue;
    const path = at('context.current', id);
    throw new AptfolioError(
      'inconsistent',
      path,
      'no liability, which is nothing invested',
      weight,
    );
  }
  let sum = 0;
  for (const weight of current.values()) sum += weight;
  if (sum > 1 + WEIGHT_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'context.current', 'weights of at most 1 in all', sum);
  }
  for (const [id, weight] of locked) {
    const held = current.get(id) ?? 0;
    if (weight > held) {
      const path = at('context.locked', id);
      throw new AptfolioError('inconsistent', path, `at most what is held, ${held}`, weight);
    }
  }
}
