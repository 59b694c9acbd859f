import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import { exitFeeUnits, type ImpactRule, impactRate } from '../../products/index.js';

/**
 * Half the spread and what an order itself moves the price, as a share of what is bought or sold; at most 1.
 *
 * @param traded what is paid or redeemed, in smallest units of the currency.
 */
export function spreadRate({ fees }: ImpactRule, traded: bigint, currency: CurrencyCode): number {
  if (fees === undefined) return 0;
  const { halfSpread = 0, impact } = fees;
  if (impact === undefined) return halfSpread;
  return Math.min(1, halfSpread + impactRate({ fees }, fromMinorUnits(currency, traded)));
}

/**
 * The same in smallest units.
 *
 * @param amount what of it is invested. Default all.
 */
export function spreadUnits(
  product: ImpactRule,
  traded: bigint,
  currency: CurrencyCode,
  amount: bigint = traded,
): bigint {
  const rate = spreadRate(product, traded, currency);
  return rate === 0 ? 0n : exitFeeUnits(amount, rate);
}
