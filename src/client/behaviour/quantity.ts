import { AptfolioError } from '../../errors/index.js';

/** Whole numbers of 10⁻¹²: units and prices are counted in them, so that no sum or comparison is rounded. */
export type Quantity = bigint;

const DIGITS = 12;
const FORM = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Reads decimal text above 0, at most 18 digits before the point and 12 after it. */
export function readQuantity(value: unknown, path: string): Quantity {
  const expected = 'decimal text above 0 such as 1234.5678';
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, expected, value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, expected, value);
  const [all, whole = '', fraction = ''] = FORM.exec(value) ?? [];
  if (all === undefined) {
    throw new AptfolioError(value === '' ? 'empty' : 'invalid-format', path, expected, value);
  }
  if (whole.length > 18 || fraction.length > DIGITS) {
    throw new AptfolioError('too-long', path, '18 digits before the point and 12 after it', value);
  }
  const quantity = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  if (quantity > 0n) return quantity;
  throw new AptfolioError('out-of-range', path, expected, value);
}

/** The shortest decimal text of a quantity of at least 0. */
export function quantityText(quantity: Quantity): string {
  const digits = quantity.toString().padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return digits.slice(0, -DIGITS) + (fraction === '' ? '' : `.${fraction}`);
}
