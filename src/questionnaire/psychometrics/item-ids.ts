import { AptfolioError, at, checkList, checkText } from '../../errors/index.js';

/** Ids for items that have none: `item1`, `item2`, … */
export function defaultIds(count: number): readonly string[] {
  return Object.freeze(Array.from({ length: count }, (_, index) => `item${index + 1}`));
}

/** Reads the ids of the items: texts, none twice. */
export function readItemIds(items: unknown): readonly string[] {
  const path = 'options.items';
  const ids = checkList<unknown>(items, path, { minLength: 1 }).map((id, index) =>
    checkText(id, at(path, index)),
  );
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    throw new AptfolioError('duplicate-id', at(path, index), 'an id not used before', id);
  });
  return Object.freeze(ids);
}
