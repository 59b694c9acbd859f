import fc from 'fast-check';
import type { Mergeable } from './mergeable.js';

export { expectClose, expectRefusal, wrong } from '../support.js';

/** From 0 to 1, exclusive, as evenly as can be: as in the fixtures' scripts. */
export function share(i: number): number {
  return (((i * 2654435769) % 4294967296) + 0.5) / 4294967296;
}

/** Merges parts in the order of `keys`, in a tree whose shape they decide too, each part passing through JSON. */
export function mergeAll<Draft>(
  statistic: Mergeable<Draft>,
  parts: readonly Draft[],
  keys: readonly number[],
): Draft {
  const pool = parts.map((part) => throughJson(statistic, part));
  for (let step = 0; pool.length > 1; step++) {
    const key = keys[step % keys.length] ?? 0;
    const [taken] = pool.splice(key % pool.length, 1);
    const into = pool[key % pool.length]!;
    statistic.merge(into, taken!);
  }
  return pool[0]!;
}

function throughJson<Draft>(statistic: Mergeable<Draft>, draft: Draft): Draft {
  return statistic.decode(JSON.parse(JSON.stringify(statistic.encode(draft))));
}

/** The bytes of a state. */
export function bytesOf<Draft>(statistic: Mergeable<Draft>, draft: Draft): string {
  return JSON.stringify(statistic.encode(draft));
}

/** Cases with the number of the part in which each comes, and the order in which parts are merged; some parts stay empty. */
export function sharded<T>(value: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<Sharded<T>> {
  return fc.record({
    rows: fc.array(fc.tuple(value, fc.nat(6)), { maxLength }),
    keys: fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }),
    order: fc.array(fc.nat(), { minLength: maxLength, maxLength }),
  });
}

/** What `sharded` makes. */
export interface Sharded<T> {
  readonly rows: readonly (readonly [T, number])[];
  readonly keys: readonly number[];
  readonly order: readonly number[];
}

/** Eight parts, of which the last has nothing. */
export function partsOf<T, Draft>(
  { rows, order }: Sharded<T>,
  init: () => Draft,
  add: (draft: Draft, value: T) => void,
): Draft[] {
  const parts = Array.from({ length: 8 }, init);
  const shuffled = rows
    .map((row, i) => ({ row, key: order[i] ?? 0 }))
    .sort((a, b) => a.key - b.key);
  for (const { row } of shuffled) add(parts[row[1]]!, row[0]);
  return parts;
}
