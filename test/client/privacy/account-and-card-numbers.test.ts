import { describe, expect, it } from 'vitest';
import { findPersonalData, parseClientReference } from '../../../src/client/index.js';
import fixture from '../../fixtures/client/privacy/account-and-card-numbers.json' with {
  type: 'json',
};

const kinds = (text: unknown) => findPersonalData([text]).map(({ kind }) => kind);
const inFours = (text: string, by = ' ') => text.replace(/(.{4})(?=.)/g, `$1${by}`);

describe('an IBAN', () => {
  it.each(fixture.ibans)('is told by country, length and check digits: %s', (iban) => {
    expect(kinds(iban)).toEqual(['account-number']);
    expect(kinds(iban.toLowerCase())).toEqual(['account-number']);
    expect(kinds(`请转账至${iban}，谢谢`)).toEqual(['account-number']);
    expect(kinds(`paid from ${inFours(iban)} to us`)).toEqual(['account-number']);
    expect(kinds(`${inFours(iban)}.`)).toEqual(['account-number']);
  });

  it.each(fixture.notIbans)('is not %s', (text) => {
    expect(kinds(text)).toEqual([]);
    expect(kinds(inFours(text))).toEqual([]);
  });

  it('is no part of a longer word, and is not seen across other gaps', () => {
    const iban = 'DE89370400440532013000';
    expect(kinds(`X${iban}`)).toEqual([]);
    expect(kinds(`${iban}0`)).toEqual([]);
    expect(kinds('DE893704 00440532013000')).toEqual([]);
  });

  it('as a key is hidden, and may be no reference', () => {
    const record = { byAccount: { DE89370400440532013000: { balance: '1' } } };
    expect(findPersonalData(record)).toEqual([
      { path: 'byAccount[*]', kind: 'account-number', by: 'value' },
    ]);
    expect(() => parseClientReference('DE89370400440532013000')).toThrow();
  });
});

describe('a payment card', () => {
  it.each(fixture.cards)('is told by scheme, length and check digit: %s', (card) => {
    expect(kinds(card)).toEqual(['card-number']);
    expect(kinds(`卡号${card}。`)).toEqual(['card-number']);
    if (card.length >= 16) {
      expect(kinds(`card ${inFours(card)}, thanks`)).toEqual(['card-number']);
      expect(kinds(inFours(card, '-'))).toEqual(['card-number']);
    }
    // Any other last digit fails the check.
    const last = (Number(card.at(-1)) + 1) % 10;
    expect(kinds(`${card.slice(0, -1)}${last}`)).toEqual([]);
  });

  it('may be grouped as 4-6-5 or 4-6-4', () => {
    expect(kinds('3782 822463 10005')).toEqual(['card-number']);
    expect(kinds('3056-930902-5904')).toEqual(['card-number']);
  });

  it.each([
    ['of no scheme, though the check digit fits', '1234567812345670'],
    ['of no scheme: a moment in milliseconds', '1772409600005'],
    ['of no scheme: a day and a time', '20260302120006'],
    ['too short', '424242424244'],
    ['of a length that the scheme does not have', '42424242424244'],
    ['within a longer number', '41111111111111110000000'],
    ['within a word', 'A4111111111111111'],
    ['a decimal', '0.4111111111111111'],
    ['an amount', '4111111111111111.00'],
    ['grouped two ways', '4111 1111-1111 1111'],
    ['a UUID', '9f8e7d6c-4111-4111-8111-411111111111'],
    ['masked', '411111******1111'],
  ])('is not what is %s', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('may stand as a number, and may be no reference', () => {
    expect(kinds(4111111111111111)).toEqual(['card-number']);
    expect(() => parseClientReference('4111111111111111')).toThrow();
    expect(parseClientReference('c4111111111111111')).toBe('c4111111111111111');
  });

  it('does not hide an identity number that could be one', () => {
    // Both check characters are right. The province of Gansu is 62, as UnionPay is.
    expect(kinds(fixture.identityNumberOfGansu)).toEqual(['identity-number']);
  });
});
