import type { CurrencyCode } from '../../../money/index.js';
import type { SoldProduct } from './make-orders.js';
import type { ReadTransition } from './read-transition.js';
import type { Purse } from './wallet.js';

/** Money that is there less what is kept, and proceeds on their days; by day. */
export function pursesOf<C extends CurrencyCode>(
  sold: readonly SoldProduct[],
  { cash, keep, currency: base, days }: ReadTransition<C>,
): Purse[] {
  const on = days.desk.asOf;
  const ready = cash.find(({ currency }) => currency === base)?.units ?? 0n;
  const own: Purse = { currency: base, units: ready - keep, on };
  const others = cash
    .filter(({ currency }) => currency !== base)
    .map(({ currency, units }): Purse => ({ currency, units, on }));
  const proceeds = sold.flatMap(({ sale, orders }) =>
    sale.slices.map(
      ({ gross, fee, settlesOn }, i): Purse => ({
        currency: sale.position.currency,
        units: gross - fee,
        on: settlesOn,
        sale: orders[i]!.id,
      }),
    ),
  );
  const purses = [...others, ...proceeds.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))];
  coverDebt(own, purses);
  return [own, ...purses];
}

/** An overdraft, or more kept than there is, is filled up from the earliest proceeds in its currency. */
function coverDebt(own: Purse, others: readonly Purse[]): void {
  for (const purse of others) {
    if (own.units >= 0n) return;
    if (purse.currency !== own.currency) continue;
    const part = purse.units < -own.units ? purse.units : -own.units;
    purse.units -= part;
    own.units += part;
  }
}
