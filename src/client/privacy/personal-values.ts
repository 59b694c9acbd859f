import { isCardNumber } from './card-number.js';
import { holdsIban } from './iban.js';
import { isIdentityNumber } from './identity-number.js';

/** What a value can be told to be by its form. */
export type PersonalValue =
  | 'identity-number'
  | 'phone'
  | 'email'
  | 'account-number'
  | 'card-number';

/** What of this kind stands in a text, if anything does. */
export function personalValueOf(text: string): PersonalValue | null {
  if (holds(text, IDENTITY_NUMBER, isIdentityNumber)) return 'identity-number';
  if (EMAIL.test(text)) return 'email';
  if (holdsIban(text)) return 'account-number';
  if (holds(text, CARD_NUMBER, isCardNumber)) return 'card-number';
  return MOBILE.test(text) ? 'phone' : null;
}

/** Whether one of the places of a form passes its check, without the spaces or hyphens that group it. */
function holds(text: string, form: RegExp, check: (compact: string) => boolean): boolean {
  return [...text.matchAll(form)].some(([, found]) => check(found!.replace(/[ -]/g, '')));
}

const IDENTITY_NUMBER = /(?:^|[^A-Za-z\d])(\d{17}[\dXx])(?![A-Za-z\d])/g;

const EMAIL = /[\w.+-]@[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,}/;

/** Thirteen to nineteen digits, together or in groups as on a card; no part of a longer or decimal number. */
const CARD_NUMBER =
  /(?<![A-Za-z\d.])(\d{13,19}|\d{4}([ -])\d{4}\2\d{4}\2\d{4}(?:\2\d{1,3})?|\d{4}([ -])\d{6}\3\d{4,5})(?![A-Za-z\d]|\.\d)/g;

/** Eleven digits from 13 to 19, also grouped 3-4-4 and with the country's code; no part of a longer or decimal number. */
const MOBILE = /(?:^|[^\d.])(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d|\.\d)/;
