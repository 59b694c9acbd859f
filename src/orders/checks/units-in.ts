import {
  type CurrencyCode,
  convertMoney,
  type FxRates,
  type Money,
  toMinorUnits,
} from '../../money/index.js';

/** An amount in smallest units of a currency; `undefined` without a rate. */
export function unitsIn(
  money: Money,
  currency: CurrencyCode,
  fx: FxRates | undefined,
): bigint | undefined {
  if (money.currency === currency) return toMinorUnits(money);
  const hasRate = (code: CurrencyCode): boolean =>
    fx !== undefined && (code === fx.base || fx.rates[code] !== undefined);
  if (fx === undefined || !hasRate(money.currency) || !hasRate(currency)) return undefined;
  return toMinorUnits(convertMoney(money, currency, fx));
}
