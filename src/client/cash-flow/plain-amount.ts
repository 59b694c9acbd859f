const ZERO = 48;
const MINUS = 45;
const POINT = 46;

/** The most characters without a sign: so many digits a double holds exactly. */
const LONGEST = 15;

/**
 * The whole smallest units of an amount written as the library writes it, `undefined` for any other text, which
 * `parseMoney` has to judge. Most amounts of most exports are so written, and this costs a tenth.
 */
export function plainUnits(amount: unknown, digits: number): number | undefined {
  if (typeof amount !== 'string') return undefined;
  const { length } = amount;
  const start = amount.charCodeAt(0) === MINUS ? 1 : 0;
  const point = digits === 0 ? length : length - digits - 1;
  if (length - start > LONGEST || point <= start) return undefined;
  if (amount.charCodeAt(start) === ZERO && point > start + 1) return undefined;
  let units = 0;
  for (let i = start; i < length; i++) {
    const code = amount.charCodeAt(i);
    if (i === point ? code !== POINT : code < ZERO || code > ZERO + 9) return undefined;
    if (i !== point) units = 10 * units + code - ZERO;
  }
  if (start === 0) return units;
  return units === 0 ? undefined : -units;
}
