import { AptfolioError, at } from '../../errors/index.js';
import { type CurrencyCode, parseMoney, toMinorUnits } from '../../money/index.js';

/** Reads the amounts of a policy, which all have one currency. */
export interface AmountReader {
  /** In smallest units, at least 0. */
  readonly read: (value: unknown, path: string) => bigint;
  /** That of the amounts read so far; absent if there were none. */
  readonly currency: () => CurrencyCode | undefined;
}

/** Starts reading the amounts of a policy. */
export function makeAmountReader(): AmountReader {
  let common: CurrencyCode | undefined;
  return {
    read: (value, path) => {
      const { currency, amount } = parseMoney(value, path, { sign: 'not-negative' });
      common ??= currency;
      if (currency !== common) {
        const expected = `an amount in ${common}, as before it`;
        throw new AptfolioError('currency-mismatch', at(path, 'currency'), expected, currency);
      }
      return toMinorUnits({ currency, amount }, path);
    },
    currency: () => common,
  };
}
