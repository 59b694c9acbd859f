/** Plain data that shares nothing with other packs or with options, and cannot be changed: no part of a program changes the law for another. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  const entries = Object.entries(value).map(([key, entry]) => [key, frozenCopy(entry)]);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
