/** A decimal number taken apart: ±`coefficient` / 10^`scale`. */
interface DecimalParts {
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly scale: number;
}

/** Plain decimal notation, as amounts of money have it. */
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A double is known to more; what arithmetic leaves of them is noise. */
const MOST_SIGNIFICANT = 12;

/** Whether a text is a decimal number in plain notation, of at most 100 characters. */
export function isDecimalText(text: string): boolean {
  return text.length <= 100 && DECIMAL.test(text);
}

/**
 * Writes a number for people to read: thousands grouped, two decimals at most, or three significant
 * digits below 1; below a millionth in the form `1.23e-7`. Halves are rounded away from zero.
 *
 * @param text decimal text or what `String` makes of a finite number.
 * @param further decimals more, as far as there are no more than twelve significant digits.
 */
export function writeNumber(text: string, further: number): string {
  const value = parse(text);
  const wholeDigits = String(value.coefficient).length - value.scale;
  const least = wholeDigits <= 0 ? 3 - wholeDigits : 2;
  const places = Math.max(least, Math.min(least + further, MOST_SIGNIFICANT - wholeDigits));
  if (least > 8 && value.coefficient !== 0n) return writeTiny(value, places);
  const [whole, fraction] = split(rounded(value, places), places);
  const kept = fraction.replace(/0+$/, '');
  return signed(value, places, `${grouped(whole)}${kept === '' ? '' : `.${kept}`}`);
}

/** Writes a fraction as a percentage with a fixed number of decimals: `0.0731` as `7.3%`. */
export function writePercent(text: string, places: number): string {
  const value = parse(text);
  const hundredfold = { ...value, scale: value.scale - 2 };
  const [whole, fraction] = split(rounded(hundredfold, places), places);
  return signed(hundredfold, places, `${grouped(whole)}.${fraction}%`);
}

/** Groups the thousands of a decimal text and keeps every digit after the point. */
export function writeAmount(text: string): string {
  const { scale, ...value } = parse(text);
  const [whole, fraction] = split(value.coefficient, scale);
  const written = `${grouped(whole)}${fraction === '' ? '' : `.${fraction}`}`;
  return signed({ ...value, scale }, scale, written);
}

function parse(text: string): DecimalParts {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  return {
    negative: mantissa.startsWith('-'),
    coefficient: BigInt(whole + fraction),
    scale: fraction.length - Number(exponent),
  };
}

/** The coefficient at another scale, halves away from zero. */
function rounded({ coefficient, scale }: DecimalParts, places: number): bigint {
  if (scale <= places) return coefficient * 10n ** BigInt(places - scale);
  const divisor = 10n ** BigInt(scale - places);
  const half = (coefficient % divisor) * 2n >= divisor;
  return coefficient / divisor + (half ? 1n : 0n);
}

/** The digits before and after the point. */
function split(coefficient: bigint, places: number): [whole: string, fraction: string] {
  const digits = String(coefficient).padStart(places + 1, '0');
  return [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Puts the sign in front, unless nothing but zeros is shown. */
function signed(value: DecimalParts, places: number, written: string): string {
  return value.negative && rounded(value, places) !== 0n ? `-${written}` : written;
}

function writeTiny(value: DecimalParts, places: number): string {
  const digits = String(rounded(value, places));
  const [first, ...rest] = digits.replace(/0+$/, '');
  const mantissa = rest.length === 0 ? first : `${first}.${rest.join('')}`;
  return signed(value, places, `${mantissa}e${digits.length - 1 - places}`);
}
