import { AptfolioError } from '../errors/index.js';
import type { MoneyLimits } from './parse.js';

/** Units and prices have at most this many digits behind the point, and 18 before it. */
export const QUANTITY_DIGITS = 12;
const WHOLE_DIGITS = 18;

const FORM = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads units or the price of one: decimal text of at least 0, as a whole number of 10⁻¹², so that no sum or comparison is rounded.
 *
 * @param path where it stands in the caller's input, for the error.
 * @param limits with the sign `positive` 0 is refused.
 * @throws AptfolioError `too-long` beyond 18 digits before the point or 12 behind it; `missing-value`, `invalid-type`, `empty`,
 * `invalid-format` or `out-of-range` for what is no such text.
 *
 * @example
 * ```ts
 * import { parseQuantity } from 'aptfolio/money';
 *
 * parseQuantity('1.0523'); // => 1052300000000n
 * parseQuantity('-1', 'order.units'); // => throws 'invalid-format', 'order.units'
 * parseQuantity('0', 'order.units', { sign: 'positive' }); // => throws 'out-of-range', 'order.units'
 * ```
 */
export function parseQuantity(
  value: unknown,
  path = 'quantity',
  { sign }: MoneyLimits = {},
): bigint {
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
  const quantity = BigInt(whole + fraction.padEnd(QUANTITY_DIGITS, '0'));
  if (quantity > 0n || sign !== 'positive') return quantity;
  throw new AptfolioError('out-of-range', path, 'a number above 0', value);
}

/**
 * The shortest decimal text of a quantity of at least 0.
 *
 * @param quantity a whole number of 10⁻¹², as `parseQuantity` gives it.
 *
 * @example
 * ```ts
 * import { formatQuantity } from 'aptfolio/money';
 *
 * formatQuantity(1052300000000n); // => '1.0523'
 * ```
 */
export function formatQuantity(quantity: bigint): string {
  const digits = quantity.toString().padStart(QUANTITY_DIGITS + 1, '0');
  const fraction = digits.slice(-QUANTITY_DIGITS).replace(/0+$/, '');
  return digits.slice(0, -QUANTITY_DIGITS) + (fraction === '' ? '' : `.${fraction}`);
}
