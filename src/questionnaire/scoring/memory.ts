/** Gives what was made for a key before, or makes it. */
export type Memory<K, T> = (key: K) => T;

/**
 * Makes a memory of up to `most` things; beyond that they are made each time. Only for what depends on nothing but
 * its key: a memory changes how long something takes, and never what comes of it.
 */
export function makeMemory<K, T>(most: number, make: (key: K) => T): Memory<K, T> {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    if (made.size < most) made.set(key, fresh);
    return fresh;
  };
}

/** The same for whole numbers from `lowest` to `highest`; for any other key it is made each time. */
export function makeRowMemory<T>(
  lowest: number,
  highest: number,
  make: (key: number) => T,
): Memory<number, T> {
  const made = new Array<T | undefined>(highest - lowest + 1).fill(undefined);
  return (key) => {
    const place = key - lowest;
    if (!(Number.isInteger(place) && place >= 0 && place < made.length)) return make(key);
    const known = made[place];
    if (known !== undefined) return known;
    const fresh = make(key);
    made[place] = fresh;
    return fresh;
  };
}
