import { type CurrencyCode, toMinorUnits } from '../../../money/index.js';
import { redemptionTerms } from '../../../products/index.js';
import { lotOf, valueOfUnits } from '../purchase-terms.js';
import { unitsFor } from './rates.js';
import type { ReadPosition, ReadTransition } from './read-transition.js';
import { type Sale, sell } from './sales.js';

/** Sales so often asked for more that fees, which take of that too, are covered: each time no more than they take is left. */
const MOST_ROUNDS = 20;

/**
 * Sells more where what rounding and fees take off the sales leaves less than must be kept, or than is needed for units: of one
 * product after the other, in whole steps.
 *
 * @param gapOf what is missing with these sales, in smallest units of the base; 0 or less where nothing is.
 */
export function raiseSales<C extends CurrencyCode>(
  sales: readonly Sale[],
  gapOf: (sales: readonly Sale[]) => bigint,
  read: ReadTransition<C>,
): readonly Sale[] {
  let [raised, gap] = [sales, gapOf(sales)];
  for (let i = 0; i < sales.length && gap > 0n; i++) {
    if (sales[i]!.isCounted) continue;
    for (let round = 0; round < MOST_ROUNDS && gap > 0n; round++) {
      const sale = raised[i] as Sale;
      const more = [...raised.slice(0, i), sellMore(sale, gap, read), ...raised.slice(i + 1)];
      const left = gapOf(more);
      if (left >= gap) break;
      [raised, gap] = [more, left];
    }
  }
  return raised;
}

function sellMore<C extends CurrencyCode>(
  { position, slices }: Sale,
  gap: bigint,
  read: ReadTransition<C>,
): Sale {
  const sold = slices.reduce((sum, { gross }) => sum + gross, 0n);
  const least = toMinorUnits(redemptionTerms(position.product, position.currency).minimum);
  const more = sold + unitsFor(gap, read.rateOf(position.currency)!);
  const wanted = more < least ? least : more;
  // A sale is rounded down to whole steps; so much more than is wanted rounds it up.
  return sell(position, wanted + stepOf(position, read) - 1n, read);
}

/** What one step of a sale is worth, rounded up. */
function stepOf<C extends CurrencyCode>(
  { product, currency, price }: ReadPosition,
  { amountStep }: ReadTransition<C>,
): bigint {
  if (price === undefined) return amountStep;
  return valueOfUnits(lotOf(product), price, currency) + 1n;
}
