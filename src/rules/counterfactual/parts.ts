/** Every part of a list but nothing and all of it, the order kept. */
export function partsOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  const whole = (1 << list.length) - 1;
  const parts: (readonly T[])[] = [];
  // Each bit says whether an entry belongs to the part.
  for (let part = 1; part < whole; part++) {
    parts.push(list.filter((_, index) => ((part >> index) & 1) === 1));
  }
  return parts;
}
