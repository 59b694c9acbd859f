import { isIdentityNumber } from './identity-number.js';

/** What a value can be told to be by its form. */
export type PersonalValue = 'identity-number' | 'phone' | 'email';

/** What of this kind stands in a text, if anything does. */
export function personalValueOf(text: string): PersonalValue | null {
  for (const [, number] of text.matchAll(IDENTITY_NUMBER)) {
    if (isIdentityNumber(number!)) return 'identity-number';
  }
  if (EMAIL.test(text)) return 'email';
  return MOBILE.test(text) ? 'phone' : null;
}

const IDENTITY_NUMBER = /(?:^|[^A-Za-z\d])(\d{17}[\dXx])(?![A-Za-z\d])/g;

const EMAIL = /[\w.+-]@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}/;

/** Eleven digits from 13 to 19, also grouped 3-4-4 and with the country's code; no part of a longer or decimal number. */
const MOBILE = /(?:^|[^\d.])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d|\.\d)/;
