import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, type FxRates, minorDigits } from '../../money/index.js';
import { type Decimal, divideHalfEven, powerOfTen, readDecimal } from './exact.js';

/** What one smallest unit of a currency is worth in smallest units of the account's: `over / under`. */
export interface Rate {
  readonly over: bigint;
  readonly under: bigint;
}

export const SAME: Rate = Object.freeze({ over: 1n, under: 1n });

/** The rate of each currency of an account; a missing one is an error where it is asked for. */
export type RateOf = (currency: CurrencyCode) => Rate;

/** Checks the rates of an account and gives each currency's, worked out once. */
export function readRates(fx: FxRates | undefined, account: CurrencyCode, path: string): RateOf {
  const known = new Map<CurrencyCode, Rate>([[account, SAME]]);
  if (fx !== undefined) {
    checkObject(fx, path);
    checkCurrency(fx.base, at(path, 'base'));
    checkObject(fx.rates, at(path, 'rates'));
  }
  return (currency) => {
    const found = known.get(currency);
    if (found !== undefined) return found;
    const from = perBase(fx, currency, path);
    const to = perBase(fx, account, path);
    const rate = {
      over: from.digits * powerOfTen(to.scale + minorDigits(account)),
      under: to.digits * powerOfTen(from.scale + minorDigits(currency)),
    };
    known.set(currency, rate);
    return rate;
  };
}

/** Units of the base for one of the currency. */
function perBase(fx: FxRates | undefined, currency: CurrencyCode, path: string): Decimal {
  const where = at(at(path, 'rates'), currency);
  const given = fx?.rates[currency] ?? (currency === fx?.base ? '1' : undefined);
  if (given === undefined) {
    const expected = `a rate: units of ${fx?.base ?? 'the base'} for one ${currency}`;
    throw new AptfolioError('missing-rate', where, expected);
  }
  const rate = readDecimal(given, where, 'positive');
  if (currency === fx?.base && rate.digits !== powerOfTen(rate.scale)) {
    throw new AptfolioError('inconsistent', where, 'no rate for the base, or 1', given);
  }
  return rate;
}

/** An amount of another currency in the account's, half-even. */
export function toAccount(local: bigint, { over, under }: Rate): bigint {
  return over === under ? local : divideHalfEven(local * over, under);
}

/** The most of the other currency that an amount of at least 0 of the account's can pay. */
export function toLocal(amount: bigint, { over, under }: Rate): bigint {
  return over === under ? amount : (amount * under) / over;
}
