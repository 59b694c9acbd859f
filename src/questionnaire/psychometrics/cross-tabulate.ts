import { AptfolioError, at, checkList, checkOneOf, checkText } from '../../errors/index.js';

/**
 * Counts pairs of results in a table: rows the first, columns the second, both in the order of `categories`.
 *
 * @param pairs each the same client's first and second result.
 * @param categories all results there can be, from the lowest up, none twice; at least one.
 * @returns categories × categories, whole numbers.
 * @throws AptfolioError `empty`, `duplicate-id`, `length-mismatch`, `unknown-value` with a path as `pairs[2][1]`.
 *
 * @example
 * ```ts
 * import { crossTabulate } from 'aptfolio/questionnaire';
 *
 * crossTabulate([['C1', 'C1'], ['C1', 'C2'], ['C2', 'C2']], ['C1', 'C2']); // => [[1, 1], [0, 1]]
 * ```
 */
export function crossTabulate<T extends string>(
  pairs: readonly (readonly [NoInfer<T>, NoInfer<T>])[],
  categories: readonly T[],
): readonly (readonly number[])[] {
  const names = readCategories(categories);
  const table = names.map(() => names.map(() => 0));
  checkList<readonly [T, T]>(pairs, 'pairs').forEach((pair, index) => {
    const path = at('pairs', index);
    const both = checkList<T>(pair, path, { maxLength: 2 });
    if (both.length < 2) throw new AptfolioError('length-mismatch', path, 'a pair of results');
    const [row, column] = both.map((result, side) =>
      names.indexOf(checkOneOf(result, at(path, side), names)),
    );
    table[row!]![column!]! += 1;
  });
  return Object.freeze(table.map((row) => Object.freeze(row)));
}

function readCategories(categories: unknown): readonly string[] {
  const names = checkList<unknown>(categories, 'categories', { minLength: 1 }).map((name, index) =>
    checkText(name, at('categories', index)),
  );
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    throw new AptfolioError('duplicate-id', at('categories', index), 'a category only once', name);
  });
  return names;
}
