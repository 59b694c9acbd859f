import { AptfolioError, at } from '../../errors/index.js';
import type { OrderToCheck } from './order-to-check.js';

/** Refuses an order that waits for one that nobody knows. */
export function checkAfter(
  { after: ids = [] }: OrderToCheck,
  known: ReadonlySet<string>,
  path: string,
): void {
  ids.forEach((id, i) => {
    if (known.has(id)) return;
    throw new AptfolioError(
      'unknown-id',
      at(at(path, 'after'), i),
      'an order of the plan or an open one',
      id,
    );
  });
}

/** Refuses orders that wait for themselves, straight away or through others. */
export function refuseCircles(
  orders: readonly OrderToCheck[],
  places: ReadonlyMap<string, number>,
): void {
  let left = orders;
  while (left.length > 0) {
    const ids = new Set(left.map(({ id }) => id));
    const waiting = left.filter(({ after = [] }) => after.some((id) => ids.has(id)));
    const [first] = waiting;
    if (first !== undefined && waiting.length === left.length) {
      const path = at(at('orders', places.get(first.id) as number), 'after');
      throw new AptfolioError('inconsistent', path, 'orders that do not wait for it', first.id);
    }
    left = waiting;
  }
}
