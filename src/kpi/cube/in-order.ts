/** A list in the order of a text of each, code unit by code unit. */
export function inOrder<T>(list: Iterable<T>, textOf: (entry: T) => string): readonly T[] {
  const texts = Array.from(list, (entry) => [textOf(entry), entry] as const);
  return texts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
