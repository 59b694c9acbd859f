import {
  compilePrices,
  type InvestmentTrade,
  type ProductPrice,
} from '../../../src/client/index.js';
import type { PlainDate } from '../../../src/dates/index.js';
import fixture from '../../fixtures/client/behaviour/behaviour.json' with { type: 'json' };

export { fixture };

export const WINDOW = fixture.window as { readonly from: PlainDate; readonly to: PlainDate };

// A JSON import types codes and dates as plain strings.
export const cases = fixture.cases as unknown as readonly (Omit<
  (typeof fixture.cases)[number],
  'trades'
> & { readonly trades: readonly InvestmentTrade[] })[];

export const priceRows: readonly ProductPrice[] = Object.entries(fixture.prices).flatMap(
  ([product, days]) =>
    days.map((day, index) => {
      const [low, price, high] = day.split(' ') as [string, string, string];
      const date = fixture.weekdays[index] as PlainDate;
      return { product, date, currency: 'CNY', low, price, high } as const;
    }),
);

export const prices = compilePrices(priceRows);

/** One trade; what a test does not care about is filled in. */
export function trade(
  id: string,
  date: string,
  side: 'buy' | 'sell',
  units: string,
  amount: string,
  product = 'F1',
): InvestmentTrade {
  return { id, date: date as PlainDate, side, product, units, currency: 'CNY', amount };
}

/** Closing prices of one product. */
export function closes(product: string, days: Readonly<Record<string, string>>): ProductPrice[] {
  return Object.entries(days).map(([date, price]) => ({
    product,
    date: date as PlainDate,
    currency: 'CNY',
    price,
  }));
}
