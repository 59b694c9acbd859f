import {
  type CurrencyCode,
  checkCurrency,
  type FxRates,
  isCurrencyCode,
  minorDigits,
  totalIn,
  zeroMoney,
} from '../../money/index.js';
import { integerPower, roundedQuotient } from '../exact.js';
import { checkSize } from './read-row.js';
import { type Units, unitsOf } from './unit-sum.js';

/** What is known about amounts of one currency. */
export interface CurrencyReading {
  readonly digits: number;
  /** Turns its smallest units into the target's, rounded half-even; `null` where a rate is missing. */
  readonly convert: ((units: Units) => Units) | null;
  /** The currencies whose rate is missing. */
  readonly missing: readonly CurrencyCode[];
}

/**
 * Looks currencies up, each once. Amounts convert exactly, by one multiplication and one division, as `convertMoney`
 * does with decimals, and many times faster.
 *
 * @param target the currency to which amounts are converted; without one they stay as they are.
 */
export function currencyReader(
  target: CurrencyCode | undefined,
  fx: FxRates | undefined,
): (currency: unknown) => CurrencyReading | undefined {
  const known = new Map<unknown, CurrencyReading>();
  return (currency) => {
    const found = known.get(currency);
    if (found !== undefined || !isCurrencyCode(currency)) return found;
    const reading = { digits: minorDigits(currency), ...conversion(currency, target, fx) };
    known.set(currency, reading);
    return reading;
  };
}

function conversion(
  from: CurrencyCode,
  to: CurrencyCode | undefined,
  fx: FxRates | undefined,
): Pick<CurrencyReading, 'convert' | 'missing'> {
  if (to === undefined || from === to) return { convert: (units) => units, missing: [] };
  const rates = fx ?? { base: to, rates: {} };
  const total = totalIn(to, [zeroMoney(from)], rates);
  if (total.status !== 'complete') return { convert: null, missing: total.missing };
  const [own, other] = [rateOf(from, rates), rateOf(to, rates)];
  const numerator = own.numerator * other.denominator * integerPower(10n, minorDigits(to));
  const denominator = own.denominator * other.numerator * integerPower(10n, minorDigits(from));
  const convert = (units: Units): Units =>
    checkSize(unitsOf(roundedQuotient(BigInt(units) * numerator, denominator)), to);
  return { convert, missing: [] };
}

/** A rate as a fraction of whole numbers. */
function rateOf(
  currency: CurrencyCode,
  { base, rates }: FxRates,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const text = rates[checkCurrency(currency, 'currency')] ?? (currency === base ? '1' : '');
  const [whole = '', fraction = ''] = text.split('.');
  return { numerator: BigInt(whole + fraction), denominator: integerPower(10n, fraction.length) };
}
