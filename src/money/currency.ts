import { AptfolioError, checkText } from '../errors/index.js';

/**
 * The active codes of ISO 4217, list one, by number of minor digits; codes without a minor unit
 * (metals, funds units, test codes) are no currencies that money can be held in.
 *
 * Source: ISO 4217, list one as published on 1 January 2026.
 */
const CODES = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

type Split<Text extends string> = Text extends `${infer Head}\n${infer Rest}`
  ? Split<Head> | Split<Rest>
  : Text extends `${infer Head} ${infer Rest}`
    ? Split<Head> | Split<Rest>
    : Text extends ''
      ? never
      : Text;

/** A currency by its ISO 4217 code, such as `CNY`. */
export type CurrencyCode = Split<(typeof CODES)[keyof typeof CODES]>;

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES).flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(digits)] as const),
  ),
);

/** Every known currency code, in alphabetical order. */
export const CURRENCY_CODES: readonly CurrencyCode[] = Object.freeze(
  [...DIGITS.keys()].sort() as CurrencyCode[],
);

/**
 * The number of decimal digits of a currency's smallest unit.
 *
 * @throws AptfolioError `unknown-currency` for a code that ISO 4217 does not list.
 *
 * @example
 * ```ts
 * import { minorDigits } from 'aptfolio/money';
 *
 * minorDigits('CNY'); // => 2
 * minorDigits('JPY'); // => 0
 * minorDigits('KWD'); // => 3
 * ```
 */
export function minorDigits(currency: CurrencyCode): number {
  return DIGITS.get(currency) ?? (DIGITS.get(checkCurrency(currency, 'currency')) as number);
}

/** The same of any value; nothing for what is no known code. */
export function digitsOf(value: unknown): number | undefined {
  return DIGITS.get(value as string);
}

/**
 * Tells whether a value is a known currency code.
 *
 * @example
 * ```ts
 * import { isCurrencyCode } from 'aptfolio/money';
 *
 * isCurrencyCode('HKD'); // => true
 * isCurrencyCode('RMB'); // => false
 * ```
 */
export function isCurrencyCode(value: unknown): value is CurrencyCode {
  return typeof value === 'string' && DIGITS.has(value);
}

/**
 * Checks that a value is a known currency code and returns it.
 *
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError `missing-value`, `invalid-type`, `empty` or `unknown-currency`.
 *
 * @example
 * ```ts
 * import { checkCurrency } from 'aptfolio/money';
 *
 * checkCurrency('HKD', 'account.currency'); // => 'HKD'
 * checkCurrency('RMB', 'account.currency'); // => throws 'unknown-currency', 'account.currency'
 * ```
 */
export function checkCurrency(value: unknown, path: string): CurrencyCode {
  if (isCurrencyCode(value)) return value;
  checkText(value, path);
  throw new AptfolioError('unknown-currency', path, 'an ISO 4217 currency code', value);
}
