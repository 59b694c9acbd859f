import type { CurrencyCode } from '../../../money/index.js';
import type { Comparison } from './compare.js';
import { makeSales } from './make-orders.js';
import { payPurchases } from './pay-purchases.js';
import { placePurchase } from './place-purchase.js';
import { pursesOf } from './purses.js';
import type { ReadTransition } from './read-transition.js';
import type { Sale } from './sales.js';
import { costOfChanges, type Funds } from './size-purchases.js';
import { type Purse, type Wallet, worthOf } from './wallet.js';

/** The money that is there with sales. */
export function openWallet<C extends CurrencyCode>(
  sales: readonly Sale[],
  read: ReadTransition<C>,
): Wallet {
  const { currency: base, rateOf, days } = read;
  return { purses: pursesOf(makeSales(sales, read), read), base, rateOf, asOf: days.desk.asOf };
}

/** What a wallet has for purchases: what comes too late for all of them pays for none. */
export function fundsOf<C extends CurrencyCode>(
  wallet: Wallet,
  rounded: bigint,
  isInTime: (purse: Purse) => boolean,
  read: ReadTransition<C>,
): Funds {
  const money = worthOf({ ...wallet, purses: wallet.purses.filter(isInTime) });
  return {
    money: money > 0n ? money : 0n,
    foreign: foreignIn(wallet),
    rounded,
    pays: (purchases) => {
      const purses = wallet.purses.map((purse) => ({ ...purse }));
      return !payPurchases(purchases, { ...wallet, purses }, read).isShort;
    },
  };
}

/**
 * What is missing with sales of what must be kept and of what targets in units cost, in smallest units of the base; 0 or less where nothing is. What
 * those cost is asked for only where the sales would bring it but for rounding and fees.
 */
export function openGap<C extends CurrencyCode>(
  { wants, asked }: Comparison<C>,
  read: ReadTransition<C>,
): (sales: readonly Sale[]) => bigint {
  const counted = wants.filter(({ count }) => count !== undefined);
  const cost = counted.reduce((sum, { amount }) => sum + amount, 0n);
  const isWithin = cost > 0n && cost <= worthOf(openWallet([], read)) + asked;
  const purchases = isWithin ? counted.map((want) => placePurchase(want, 1n, read)) : [];
  return (sales) => {
    const wallet = openWallet(sales, read);
    if (!isWithin) return -worthOf(wallet);
    const changes = costOfChanges(purchases, { foreign: foreignIn(wallet) }, read.currency);
    return cost + changes - worthOf(wallet);
  };
}

/** How many purses are in other currencies than the base. */
function foreignIn({ purses, base }: Wallet): number {
  return purses.filter(({ currency, units }) => currency !== base && units > 0n).length;
}
