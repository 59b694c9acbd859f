import { AptfolioError } from '../../errors/index.js';

/** A number of units as a whole number of 10^−places. */
export interface UnitCount {
  readonly count: bigint;
  readonly places: number;
}

const FORM = /^(0|[1-9]\d{0,29})(?:\.(\d{1,20}))?$/;

/** Reads units, or a price of one: decimal text above 0, up to 30 digits before the point and 20 after it. */
export function readUnits(value: unknown, path: string): UnitCount {
  const expected = 'decimal text above 0 such as 12.5';
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, expected, value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, expected, value);
  const match = FORM.exec(value);
  if (match === null) throw new AptfolioError('invalid-format', path, expected, value);
  const [, whole = '', fraction = ''] = match;
  const count = BigInt(whole + fraction);
  if (count === 0n) throw new AptfolioError('out-of-range', path, expected, value);
  return { count, places: fraction.length };
}

/** The same units as a whole number of a finer 10^−places. */
export function scaleUnits({ count, places }: UnitCount, finer: number): bigint {
  return count * 10n ** BigInt(finer - places);
}

/** Writes units as decimal text without zeros at the end. */
export function writeUnits(count: bigint, places: number): string {
  const digits = count.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return places === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
}
