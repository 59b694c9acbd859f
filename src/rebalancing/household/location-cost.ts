import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { Product, ProductUniverse } from '../../products/index.js';
import { LOCATION_FIELDS } from './fields.js';
import type { AssetLocation, HouseholdAccount } from './household.js';

/** What one unit of a product costs in an account, by preferences; 0 without any. */
export type LocationCost = (product: Product, account: HouseholdAccount) => number;

/** Checks preferences of location and answers for products and accounts. */
export function readLocation(
  location: AssetLocation | undefined,
  universe: ProductUniverse,
  path: string,
): LocationCost {
  if (location === undefined) return () => 0;
  checkObject(location, path);
  const kind = checkOneOf(location.kind, at(path, 'kind'), ['ranked', 'costs'] as const);
  refuseUnknown(location, path, LOCATION_FIELDS[kind]);
  const costOf = kind === 'ranked' ? readRanks(location, path) : readCosts(location, path);
  const entries = Object.keys(entriesOf(location));
  const where = at(path, kind === 'ranked' ? 'order' : 'costs');
  for (const id of entries) {
    if (id in universe.byId || universe.assetClasses.includes(id)) continue;
    throw new AptfolioError('unknown-id', at(where, id), 'a product or an asset class', id);
  }
  const known = new Set(entries);
  return ({ id, lookThrough }, account) => {
    if (known.has(id)) return costOf(id, account);
    return neumaierSum(
      Object.entries(lookThrough).map(([name, share]) =>
        known.has(name) && share > 0 ? share * costOf(name, account) : 0,
      ),
    );
  };
}

type CostOf = (entry: string, account: HouseholdAccount) => number;

function entriesOf(location: AssetLocation): object {
  return location.kind === 'ranked' ? location.order : location.costs;
}

function readRanks(location: AssetLocation, path: string): CostOf {
  const where = at(path, 'order');
  const given = checkObject((location as { readonly order?: unknown }).order, where);
  const order = new Map(
    Object.entries(given).map(([id, names]) => {
      const place = at(where, id);
      const list = checkList<unknown>(names, place, { minLength: 1 });
      return [id, list.map((name, i) => checkText(name, at(place, i)))] as const;
    }),
  );
  return (entry, { id, kind }) => {
    const names = order.get(entry)!;
    const own = names.indexOf(id);
    const place = own >= 0 || kind === undefined ? own : names.indexOf(kind);
    return place >= 0 ? place : names.length;
  };
}

function readCosts(location: AssetLocation, path: string): CostOf {
  const where = at(path, 'costs');
  const given = checkObject((location as { readonly costs?: unknown }).costs, where);
  const costs = new Map(
    Object.entries(given).map(([id, row]) => {
      const place = at(where, id);
      const entries = Object.entries(checkObject(row, place));
      const range = { min: -1, max: 1 };
      return [
        id,
        new Map(entries.map(([name, cost]) => [name, checkRange(cost, at(place, name), range)])),
      ] as const;
    }),
  );
  return (entry, { id, kind }) => {
    const row = costs.get(entry)!;
    const cost = row.get(id) ?? (kind === undefined ? undefined : row.get(kind));
    if (cost !== undefined) return cost;
    const expected = 'a cost for every account, by its id or kind';
    throw new AptfolioError('missing-value', at(at(where, entry), id), expected);
  };
}
