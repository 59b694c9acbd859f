import { at } from '../../../errors/index.js';
import {
  type CurrencyCode,
  type FxRates,
  minorDigits,
  parseQuantity,
} from '../../../money/index.js';
import { divideUp } from '../exact.js';

/** What the smallest units of a currency are worth in those of the base: `units × numerator / denominator`. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The rate of a currency; `undefined` where none was given, which is never 1. */
export type RateOf = (currency: CurrencyCode) => Rate | undefined;

/** Reads rates, through their own base where that is another. */
export function openRates(base: CurrencyCode, fx: FxRates | undefined, path: string): RateOf {
  const scaledOf = (currency: CurrencyCode): bigint | undefined => {
    if (fx === undefined) return undefined;
    const text = fx.rates[currency] ?? (currency === fx.base ? '1' : undefined);
    if (text === undefined) return undefined;
    return parseQuantity(text, at(at(path, 'rates'), currency), { sign: 'positive' });
  };
  const own = 10n ** BigInt(minorDigits(base));
  return (currency) => {
    if (currency === base) return { numerator: 1n, denominator: 1n };
    const [theirs, ours] = [scaledOf(currency), scaledOf(base)];
    if (theirs === undefined || ours === undefined) return undefined;
    const denominator = ours * 10n ** BigInt(minorDigits(currency));
    return { numerator: theirs * own, denominator };
  };
}

/** What units are worth in the base, rounded down. */
export function toBase(units: bigint, { numerator, denominator }: Rate): bigint {
  return (units * numerator) / denominator;
}

/** What must be paid in the base to have so many units. */
export function costInBase(units: bigint, { numerator, denominator }: Rate): bigint {
  return divideUp(units * numerator, denominator);
}

/** How many units so much of the base has, rounded down. */
export function fromBase(base: bigint, { numerator, denominator }: Rate): bigint {
  return (base * denominator) / numerator;
}

/** How many units must be given to have so much in the base. */
export function unitsFor(base: bigint, { numerator, denominator }: Rate): bigint {
  return divideUp(base * denominator, numerator);
}
