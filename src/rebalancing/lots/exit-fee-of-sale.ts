import type { PlainDate } from '../../dates/index.js';
import { exitFeeUnits, hasExitSums, redemptionFeeUnits } from '../../products/index.js';
import type { Holding } from '../account/read-holdings.js';
import { daysHeld } from './days-held.js';
import type { DoneSale } from './lot-state.js';

/** What a sale costs on its way out, in the product's currency, and the sale with it. */
export interface ExitFee {
  readonly exitFee: bigint;
  readonly sale: DoneSale | undefined;
}

/**
 * The exit fee of a sale: that of its lots' rates, with what the product's tiers add or bound once a redemption. Where the lots are not known
 * it is that of the dearest tier.
 */
export function exitFeeOfSale(
  sale: DoneSale | undefined,
  amount: bigint,
  { item: { product }, currency, exitRate }: Holding,
  asOf: PlainDate,
): ExitFee {
  if (!hasExitSums(product)) {
    return { exitFee: sale?.exitFee ?? exitFeeUnits(amount, exitRate), sale };
  }
  if (sale === undefined) {
    const fees = product.fees!.exit!.map(({ fromDays }) =>
      redemptionFeeUnits(product, [{ amount, heldDays: fromDays }], currency),
    );
    return { exitFee: fees.reduce((most, fee) => (fee > most ? fee : most)), sale };
  }
  const lots = sale.parts.map(({ lot, value }) => ({
    amount: value,
    heldDays: daysHeld(product, lot.boughtOn, lot.dealsOn ?? asOf),
  }));
  const exitFee = redemptionFeeUnits(product, lots, currency);
  return { exitFee, sale: spread(sale, exitFee) };
}

/** The fee told by lots: by value, so that the parts add up to it. */
function spread(sale: DoneSale, exitFee: bigint): DoneSale {
  let [before, given] = [0n, 0n];
  const parts = sale.parts.map((part) => {
    before += part.value;
    const upTo = sale.value === 0n ? exitFee : (exitFee * before) / sale.value;
    const own = upTo - given;
    given = upTo;
    return { ...part, exitFee: own };
  });
  return { ...sale, parts, exitFee };
}
