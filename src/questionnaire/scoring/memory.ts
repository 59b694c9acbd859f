/** Gives what was made for a key before, or makes it. */
export type Memory<K, T> = (key: K, make: (key: K) => T) => T;

/**
 * Makes a memory of up to `most` things; beyond that they are made each time. Only for what depends on nothing but
 * its key: a memory changes how long something takes, and never what comes of it.
 */
export function makeMemory<K, T>(most: number): Memory<K, T> {
  const made = new Map<K, T>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    if (made.size < most) made.set(key, fresh);
    return fresh;
  };
}
