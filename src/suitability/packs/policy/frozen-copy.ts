/** Plain data that shares nothing with the options or with other packs, and cannot be changed. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  const entries = Object.entries(value).map(([key, entry]) => [key, frozenCopy(entry)]);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
