import {
  type CurrencyCode,
  formatQuantity,
  fromMinorUnits,
  type Money,
} from '../../../money/index.js';
import type { PlannedOrder } from '../../life/order.js';
import { moneyOf } from '../plan-orders.js';
import type { PaidSlice } from './pay-purchases.js';
import type { ReadTransition } from './read-transition.js';
import type { Sale } from './sales.js';

/** Money that is changed to pay for an order. */
export interface FundingLeg {
  /** The order that it pays for. */
  readonly order: string;
  readonly from: Money;
  readonly to: Money;
}

/** Orders of a sale, in the product's currency. */
export interface SoldProduct {
  readonly sale: Sale;
  readonly orders: readonly PlannedOrder[];
}

/** Turns sales into orders. */
export function makeSales<C extends CurrencyCode>(
  sales: readonly Sale[],
  { id, funding }: ReadTransition<C>,
): readonly SoldProduct[] {
  return sales.map((sale) => {
    const { product, currency } = sale.position;
    const orders = sale.slices.map(({ units, orderOn, dealsOn, settlesOn, ...slice }, day) =>
      Object.freeze({
        id: `${id}/${product.id}/${day + 1}`,
        product: product.id,
        side: 'sell' as const,
        ...moneyOf(slice, currency),
        day,
        funding,
        ...(units === undefined ? {} : { units: formatQuantity(units) }),
        ...{ orderOn, dealsOn, settlesOn },
      }),
    );
    return { sale, orders };
  });
}

/** Turns purchases that are paid into orders, and lists what is changed for them. */
export function makePurchases<C extends CurrencyCode>(
  paid: readonly PaidSlice[],
  { id: plan, funding }: ReadTransition<C>,
): { readonly orders: readonly PlannedOrder[]; readonly exchanges: readonly FundingLeg[] } {
  const counts = new Map<string, number>();
  const exchanges: FundingLeg[] = [];
  const orders = paid.map(({ purchase, slice, payment, orderOn, dealsOn, settlesOn }) => {
    const { product, currency } = purchase;
    const day = counts.get(product.id) ?? 0;
    counts.set(product.id, day + 1);
    const id = `${plan}/${product.id}/${day + 1}`;
    for (const { from, to } of payment.changes) {
      const leg = {
        order: id,
        from: fromMinorUnits(from.currency, from.units),
        to: fromMinorUnits(to.currency, to.units),
      };
      exchanges.push(Object.freeze(leg));
    }
    return Object.freeze({
      id,
      product: product.id,
      side: 'buy' as const,
      ...moneyOf(slice, currency),
      day,
      funding,
      ...(slice.units === undefined ? {} : { units: formatQuantity(slice.units) }),
      ...(payment.after.length === 0 ? {} : { after: Object.freeze(payment.after) }),
      ...{ orderOn, dealsOn, settlesOn },
    });
  });
  return { orders, exchanges };
}
