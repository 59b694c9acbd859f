import type { PlainDate } from '../../dates/index.js';
import { mostOn } from '../../products/index.js';
import { inUnits, most, readDecimal } from '../account/exact.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';

/** What is left of a day's limit or gate, in the product's currency; absent where there is none. */
export function limitOf(
  { id, item, digits, orders }: Holding,
  side: 'buy' | 'sell',
  { history }: ReadAccount,
  day: PlainDate | undefined,
): bigint | undefined {
  if (item.product.dealing === undefined || day === undefined) return undefined;
  const limit = mostOn(item.product, side, day);
  if (limit === undefined) return undefined;
  const done = history.tradedToday.get(id);
  let used = (side === 'buy' ? done?.bought : done?.redeemed) ?? 0n;
  for (const order of orders) {
    if (order.side === side && order.dealsOn === day) used += order.amount;
  }
  const path = `universe.byId.${id}.dealing`;
  return most(inUnits(readDecimal(limit, path, 'any'), digits, 'down') - used, 0n);
}
