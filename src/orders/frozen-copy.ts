/** Copies plain data and freezes the copy inside too: what comes from storage is not frozen, and what is handed back is. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy: unknown = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, frozenCopy(one)]));
  return Object.freeze(copy) as T;
}
