import { isPlainDate } from '../../dates/index.js';

/**
 * Whether a text is an 18-digit identity number of a Chinese citizen: a date of birth that exists and the check character.
 *
 * Source: GB 11643-1999; its check character is ISO 7064, MOD 11-2.
 */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return isPlainDate(birth) && checkCharacter(text.slice(0, 17)) === text.slice(17).toUpperCase();
}

/** Each digit weighs twice as much, modulo 11, as the one to its right; all with the check character are 1 modulo 11. */
function checkCharacter(digits: string): string {
  let remainder = 0;
  for (const digit of digits) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = (12 - remainder) % 11;
  return check === 10 ? 'X' : String(check);
}
