import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkText,
} from '../../errors/index.js';

/** The assets' names and the place of each. */
export interface AssetNames {
  readonly assets: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Checks the list of assets: texts, at least one, none twice. */
export function checkAssets(value: unknown, path: string): AssetNames {
  const names = checkList<unknown>(value, path, { minLength: 1 });
  const indexOf = new Map<string, number>();
  for (let i = 0; i < names.length; i++) {
    const name = checkText(names[i], at(path, i));
    if (indexOf.has(name)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'an asset not named before', name);
    }
    indexOf.set(name, i);
  }
  return { assets: [...indexOf.keys()], indexOf };
}

/** Checks a list of assets of the problem, each once, and returns their places. */
export function checkMembers(
  value: unknown,
  path: string,
  { indexOf }: AssetNames,
  minLength = 1,
): readonly number[] {
  const names = checkList<unknown>(value, path, { minLength });
  const members = new Set<number>();
  for (let i = 0; i < names.length; i++) {
    const name = checkText(names[i], at(path, i));
    const index = indexOf.get(name);
    if (index === undefined) {
      throw new AptfolioError('unknown-id', at(path, i), 'an asset of the problem', name);
    }
    if (members.has(index)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'a member not named before', name);
    }
    members.add(index);
  }
  return [...members];
}

/** Checks numbers by asset; one that is not named gets `rest`, or is missing where that is not given. */
export function checkByAsset(
  value: unknown,
  path: string,
  { assets, indexOf }: AssetNames,
  rest?: number,
): Float64Array {
  const given = checkObject(value, path);
  for (const name of Object.keys(given)) {
    if (!indexOf.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'an asset of the problem', name);
    }
  }
  return Float64Array.from(assets, (name) => {
    if (rest !== undefined && !Object.hasOwn(given, name)) return rest;
    return checkNumber(given[name], at(path, name));
  });
}
