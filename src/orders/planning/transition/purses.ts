import type { CurrencyCode } from '../../../money/index.js';
import type { SoldProduct } from './make-orders.js';
import type { ReadTransition } from './read-transition.js';
import type { Purse } from './wallet.js';

/** Money that is there less what is kept, and proceeds on their days. */
export function pursesOf<C extends CurrencyCode>(
  sold: readonly SoldProduct[],
  { cash, keep, currency: base, days }: ReadTransition<C>,
  purchases: number,
): Purse[] {
  const on = days.desk.asOf;
  // Every change is rounded to the smallest unit, so a unit a purchase is held back for that.
  const spare = BigInt(purchases);
  const forChanges = (units: bigint): bigint => (units > spare ? units - spare : units);
  const own = cash.find(({ currency }) => currency === base)?.units ?? 0n;
  const purses: Purse[] = [{ currency: base, units: own - keep, on }];
  for (const { currency, units } of cash) {
    if (currency !== base) purses.push({ currency, units: forChanges(units), on });
  }
  for (const { sale, orders } of sold) {
    const { currency } = sale.position;
    sale.slices.forEach(({ gross, fee, settlesOn }, i) => {
      const units = currency === base ? gross - fee : forChanges(gross - fee);
      purses.push({ currency, units, on: settlesOn, sale: orders[i]!.id });
    });
  }
  return coverDebt(purses);
}

/** An overdraft, or more kept than there is, is filled up from proceeds first. */
function coverDebt(purses: Purse[]): Purse[] {
  const [own, ...others] = purses as [Purse, ...Purse[]];
  for (const purse of others) {
    if (own.units >= 0n) break;
    if (purse.currency !== own.currency) continue;
    const part = purse.units < -own.units ? purse.units : -own.units;
    purse.units -= part;
    own.units += part;
  }
  return purses;
}
