import { AptfolioError, at } from '../../errors/index.js';
import type { Product } from '../product.js';

/**
 * The places of products in such an order that what is inside a product comes before it.
 *
 * Works without recursion, as funds may be nested to any depth. `indexOf` knows every id that a product contains.
 *
 * @throws AptfolioError `inconsistent` with the path to the share that closes a circle, for example
 * `products[3].contains.F2`; the whole circle stands in the message.
 */
export function insideFirst(
  products: readonly Product[],
  indexOf: ReadonlyMap<string, number>,
  path: string,
): readonly number[] {
  const order: number[] = [];
  const state = new Uint8Array(products.length);
  for (let index = 0; index < products.length; index++) {
    if (state[index] === NEW) visit(index, { products, indexOf, path, order, state });
  }
  return order;
}

const NEW = 0;
/** Between entering a product and leaving it: meeting it again is a circle. */
const OPEN = 1;
const DONE = 2;

interface Walk {
  readonly products: readonly Product[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly path: string;
  readonly order: number[];
  readonly state: Uint8Array;
}

interface Visit {
  readonly index: number;
  /** Ids inside that are still to be looked at, the next one last. */
  readonly left: string[];
}

function visit(start: number, walk: Walk): void {
  const way: Visit[] = [];
  enter(start, way, walk);
  while (way.length > 0) {
    const { index, left } = way[way.length - 1] as Visit;
    const id = left.pop();
    if (id === undefined) {
      walk.state[index] = DONE;
      walk.order.push(index);
      way.pop();
      continue;
    }
    const inside = walk.indexOf.get(id) as number;
    if (walk.state[inside] === OPEN) refuseCircle(way, inside, walk);
    if (walk.state[inside] === NEW) enter(inside, way, walk);
  }
}

function enter(index: number, way: Visit[], { products, state }: Walk): void {
  state[index] = OPEN;
  const left = Object.keys((products[index] as Product).contains ?? {}).reverse();
  way.push({ index, left });
}

function refuseCircle(way: readonly Visit[], inside: number, { products, path }: Walk): never {
  const idAt = (index: number): string => (products[index] as Product).id;
  const from = way.findIndex(({ index }) => index === inside);
  const circle = [...way.slice(from).map(({ index }) => idAt(index)), idAt(inside)];
  const last = way[way.length - 1] as Visit;
  const place = at(at(at(path, last.index), 'contains'), idAt(inside));
  throw new AptfolioError('inconsistent', place, `no way back as in ${circle.join(' → ')}`);
}
