import { AptfolioError, checkText } from '../../errors/index.js';

/** How many digits an amount may have behind the point. */
const DIGITS = 12;

const AMOUNT: RegExp = /^\d{1,18}(\.\d{1,12})?$/;

/** Checks decimal text of at least 0, such as a product's minimum. */
export function checkAmount(value: unknown, path: string): string {
  const text = checkText(value, path);
  if (AMOUNT.test(text)) return text;
  throw new AptfolioError('invalid-format', path, 'a decimal amount such as "1000.00"', text);
}

/** Checks decimal text above 0, such as a step. */
export function checkPositiveAmount(value: unknown, path: string): string {
  const text = checkAmount(value, path);
  if (isAboveZero(text)) return text;
  throw new AptfolioError('out-of-range', path, 'an amount above 0', text);
}

/** Whether a checked amount is above 0. */
export function isAboveZero(amount: string): boolean {
  return !/^[0.]+$/.test(amount);
}

/** Compares two checked amounts exactly: below 0 when the first is the smaller one. */
export function compareAmounts(first: string, second: string): number {
  const difference = scaled(first) - scaled(second);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}
