import { hashOf } from './cbor.js';

/** A product with the hash that was worked out when it was compiled. */
export interface HashedProduct {
  readonly id: string;
  readonly item: { readonly hash: string };
}

/** Most accounts of a book hold the same few sets of products. */
const SETS_REMEMBERED = 256;

/** Makes what gives the hash of a set of products, by ascending id: that of the canonical JSON of their hashes by id. */
export function rememberProducts(): (products: readonly HashedProduct[]) => string {
  const known = new Map<string, string>();
  let last: readonly HashedProduct[] = [];
  let hashOfLast = '';
  const hashOfSet = (products: readonly HashedProduct[]): string => {
    // The lengths keep ids apart, whatever is in them.
    let key = '';
    for (const { id } of products) key += `${id.length}:${id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= SETS_REMEMBERED) known.clear();
    const byId = Object.fromEntries(products.map(({ id, item }) => [id, item.hash]));
    const hash = hashOf(byId, 'options.universe');
    known.set(key, hash);
    return hash;
  };
  return (products) => {
    if (products.length !== last.length || !products.every(({ id }, i) => id === last[i]!.id)) {
      hashOfLast = hashOfSet(products);
      last = products;
    }
    return hashOfLast;
  };
}
