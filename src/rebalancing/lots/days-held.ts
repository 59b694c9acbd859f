import { daysBetween, type PlainDate } from '../../dates/index.js';
import { heldDays, type Product } from '../../products/index.js';

/** Calendar days by which exit fees go: from the purchase, or from the day on which the product began. Asked for every lot of a book. */
export function daysHeld(product: Product, boughtOn: PlainDate, on: PlainDate): number {
  return product.dealing === undefined
    ? daysBetween(boughtOn, on)
    : heldDays(product, boughtOn, on);
}
