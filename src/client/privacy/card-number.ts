/**
 * Whether digits are the number of a payment card of UnionPay, Visa, Mastercard, American Express, Discover, JCB or Diners
 * Club: first digits and length of the scheme, and the check digit. Of other digits, one number in ten would pass the
 * check digit by chance.
 *
 * Source: ISO/IEC 7812-1, annex B (the check digit of H. P. Luhn); ranges as the schemes publish them.
 */
export function isCardNumber(digits: string): boolean {
  return SCHEMES.test(digits) && checks(digits);
}

const SCHEMES = new RegExp(
  `^(?:${[
    '62\\d{14,17}', // UnionPay
    '4\\d{12}(?:\\d{3}){0,2}', // Visa
    '(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}', // Mastercard
    '3[47]\\d{13}', // American Express
    '(?:6011|64[4-9]\\d|65\\d\\d)\\d{12,15}', // Discover
    '35(?:2[89]|[3-8]\\d)\\d{12,15}', // JCB
    '(?:30[0-5]|3095|3[689])\\d{10,17}', // Diners Club
  ].join('|')})$`,
);

/** From the right, each second digit counts twice, its own digits added up. */
function checks(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const twice = digit * 2;
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}
