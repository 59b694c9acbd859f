import { type CurrencyCode, parseAmount, toMinorUnits } from '../../money/index.js';
import { type EntryFeeRule, entryFeeUnits } from '../../products/index.js';
import { smaller, timesRate } from './exact.js';

/** Whether an entry fee comes on top of what is invested or is taken out of what is paid; see `OrderRequest.fees`. */
export const FEE_SIDES = ['outside', 'inside'] as const;

/** Whether an entry fee is outside or inside the amount; see `FEE_SIDES`. */
export type FeeSide = (typeof FEE_SIDES)[number];

/** The entry fee of a payment in smallest units: outside, gross − gross / (1 + rate); inside, gross × rate; both half-even. */
export function entryFee(
  product: EntryFeeRule,
  gross: bigint,
  currency: CurrencyCode,
  side: FeeSide,
): bigint {
  return side === 'outside'
    ? entryFeeUnits(product, gross, currency)
    : chargeOn(product, gross, currency);
}

/** The rate of the tier that an amount reaches, times the amount; or the tier's flat sum, at most the amount. */
export function chargeOn(
  { entryFee: rate, fees }: EntryFeeRule,
  amount: bigint,
  currency: CurrencyCode,
): bigint {
  if (fees?.entry === undefined) return timesRate(amount, rate);
  let charge = 0n;
  let reached = -1n;
  for (const tier of fees.entry) {
    const from = unitsOf(tier.from, currency);
    if (from > amount || from <= reached) continue;
    reached = from;
    charge =
      'rate' in tier ? timesRate(amount, tier.rate) : smaller(unitsOf(tier.flat, currency), amount);
  }
  return charge;
}

function unitsOf(amount: string, currency: CurrencyCode): bigint {
  return toMinorUnits(
    parseAmount(amount, currency, 'product.fees.entry', { sign: 'not-negative' }),
  );
}
