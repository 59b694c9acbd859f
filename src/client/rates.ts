import { AptfolioError, at, checkObject, renamePaths } from '../errors/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  convertMoney,
  type FxRates,
  isCurrencyCode,
  zeroMoney,
} from '../money/index.js';
import { atShown } from './privacy/shown-key.js';

/** Exchange rates whose base is known to the compiler. */
export type RatesFor<C extends CurrencyCode> = FxRates & { readonly base: C };

/** Checks rates against one base, every one, also what nothing needs today. */
export function readRates<C extends CurrencyCode>(fx: RatesFor<C>, path: string): RatesFor<C> {
  const { base, rates } = checkObject(fx, path);
  return ratesOf(checkCurrency(base, at(path, 'base')) as C, rates, at(path, 'rates'));
}

/** Checks rates that stand alone, their base being said elsewhere. */
export function ratesOf<C extends CurrencyCode>(
  base: C,
  rates: unknown,
  path: string,
): RatesFor<C> {
  const given = checkObject(rates, path) as FxRates['rates'];
  for (const code of Object.keys(given)) {
    // A key that is no currency may be an account's number.
    if (!isCurrencyCode(code)) {
      throw new AptfolioError('unknown-currency', atShown(path, code), 'an ISO 4217 currency code');
    }
    if (given[code] === undefined || given[code] === null) continue;
    renamePaths({ 'fx.rates': path }, () =>
      convertMoney(zeroMoney(code), base, { base, rates: given }),
    );
  }
  return { base, rates: given };
}
