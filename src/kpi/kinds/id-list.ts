import type { ListLimits } from '../../errors/index.js';
import { AptfolioError, at, checkList, checkText } from '../../errors/index.js';
import { countOf, type Fields } from './kind.js';

/** Checks a list of ids, each of its own. */
export function readIds(value: unknown, path: string, limits: ListLimits): readonly string[] {
  const ids = checkList<unknown>(value, path, limits);
  const seen = new Set<string>();
  return Object.freeze(
    ids.map((id, i) => {
      const text = checkText(id, at(path, i), 100);
      if (seen.has(text)) {
        throw new AptfolioError('duplicate-id', at(path, i), 'an id not used before', text);
      }
      seen.add(text);
      return text;
    }),
  );
}

/** The place of an id in its list; one that is not there is refused by name. */
export function placeOf(id: unknown, ids: readonly string[], path: string, key: string): number {
  const place = ids.indexOf(id as string);
  if (place >= 0) return place;
  const where = at(path, key);
  throw new AptfolioError('unknown-id', where, `one of ${ids.join(', ')}`, checkText(id, where));
}

/** Checks a list of counts, one for each of so many places. */
export function readCounts(data: Fields, key: string, places: number, path: string): number[] {
  const where = at(path, key);
  const counts = checkList<unknown>(data[key], where);
  if (counts.length !== places) {
    throw new AptfolioError('length-mismatch', where, `a list of ${places} counts`, counts);
  }
  return counts.map((_, i) => countOf(counts[i], where, i));
}

/** So many counts of nothing. */
export function noCounts(places: number): number[] {
  return new Array<number>(places).fill(0);
}
