import type { PlainDate } from '../../dates/index.js';
import { toMinorUnits } from '../../money/index.js';
import type { ReadAccount } from '../account/read-account.js';
import type { RecentTrade } from '../lots/wash-sale.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Rebalancing } from '../result/result.js';

/**
 * What counts for the wash-sale guard of one account of a household beside its own: the trades of the last days of the others, and the
 * purchases behind the lots that they hold.
 */
export function tradesOfOthers(
  accounts: readonly ReadAccount[],
  one: ReadAccount,
  { policy }: Inside,
): readonly RecentTrade[] {
  if (policy.lots.washSaleDays === undefined) return [];
  return accounts.flatMap((other) => {
    if (other === one) return [];
    const purchases = other.holdings.flatMap(({ id, lots = [] }) =>
      lots.map(({ boughtOn }): RecentTrade => ({ product: id, side: 'buy', on: boughtOn })),
    );
    return [...other.history.recentTrades, ...purchases];
  });
}

/** The trades that an account makes today, as the guard of the others sees them. */
export function tradesOfToday(
  { trades }: Rebalancing,
  asOf: PlainDate,
  { policy }: Inside,
): readonly RecentTrade[] {
  if (policy.lots.washSaleDays === undefined) return [];
  return trades.map(({ product, side, lots }): RecentTrade => {
    const isKnown = lots.length > 0 && lots.every(({ gain }) => gain !== undefined);
    if (side === 'buy' || !isKnown) return { product, side, on: asOf };
    const atLoss = lots.some(({ gain }) => toMinorUnits(gain!) < 0n);
    return { product, side, on: asOf, atLoss };
  });
}
