import { AptfolioError } from '../../errors/index.js';

/** Units and prices have at most this many digits after the point, and `WHOLE_DIGITS` before it. */
export const QUANTITY_DIGITS = 12;
const WHOLE_DIGITS = 18;

const SCALE = 10n ** BigInt(QUANTITY_DIGITS);
const FORM = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Checks decimal text above zero, units or a price, and writes it without zeros at the end. */
export function readQuantity(value: unknown, path: string): string {
  const scaled = readScaled(value, path);
  if (scaled > 0n) return writeScaled(scaled);
  throw new AptfolioError('out-of-range', path, 'a number above 0', value);
}

/** Units or a price in steps of the last digit that counts. */
export function readScaled(value: unknown, path: string): bigint {
  const expected = 'decimal text such as 1234.5678';
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, expected, value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, expected, value);
  const [all, whole = '', fraction = ''] = FORM.exec(value) ?? [];
  if (all === undefined) {
    throw new AptfolioError(value === '' ? 'empty' : 'invalid-format', path, expected, value);
  }
  if (whole.length > WHOLE_DIGITS || fraction.length > QUANTITY_DIGITS) {
    const limit = `at most ${WHOLE_DIGITS} digits before the point and ${QUANTITY_DIGITS} after it`;
    throw new AptfolioError('too-long', path, limit, value);
  }
  return BigInt(whole + fraction.padEnd(QUANTITY_DIGITS, '0'));
}

/** The same as text, without zeros at the end. */
export function writeScaled(scaled: bigint): string {
  const whole = scaled / SCALE;
  const fraction = (scaled % SCALE).toString().padStart(QUANTITY_DIGITS, '0').replace(/0+$/, '');
  return fraction === '' ? `${whole}` : `${whole}.${fraction}`;
}
