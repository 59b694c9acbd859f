/** So many characters have at most 15 digits, which a double holds exactly. */
const MOST_CHARACTERS = 15;

const ZERO = 48;
const POINT = 46;

/**
 * The smallest units of an amount of at least 0 that is written as the library writes it, which nearly all are, read without taking the text
 * apart; `undefined` for any other value, which is still to be checked.
 */
export function writtenUnits(amount: unknown, digits: number): bigint | undefined {
  if (typeof amount !== 'string' || amount.length > MOST_CHARACTERS) return undefined;
  const { length } = amount;
  const point = digits === 0 ? length : length - digits - 1;
  if (point < 1 || (digits > 0 && amount.charCodeAt(point) !== POINT)) return undefined;
  if (point > 1 && amount.charCodeAt(0) === ZERO) return undefined;
  let units = 0;
  for (let i = 0; i < length; i++) {
    if (i === point) continue;
    const digit = amount.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    units = units * 10 + digit;
  }
  return BigInt(units);
}
