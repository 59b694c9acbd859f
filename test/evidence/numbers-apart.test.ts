import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage, LOCALES, type Parameters } from '../../src/evidence/index.js';

const format = (text: string, parameters: Parameters, locale: (typeof LOCALES)[number] = 'en') =>
  formatMessage(
    { 'a.b': { 'zh-Hans': text, 'zh-Hant': text, en: text } },
    'a.b',
    locale,
    parameters,
  );

describe('numbers of one text', () => {
  it.each([
    // 30.004 against 30: the third decimal is the first that differs.
    ['{a:percent} / {b:percent}', { a: 0.30004, b: 0.3 }, '30.004% / 30.000%'],
    ['{a:percent2} / {b:percent2}', { a: 0.30004, b: 0.3 }, '30.004% / 30.000%'],
    // 8.249 against 8.25: in one decimal they are 8.2 and 8.3, in two both are 8.25.
    ['{a:percent2} / {b:percent2}', { a: 0.08249, b: 0.0825 }, '8.249% / 8.250%'],
    ['{a:percent} / {b:percent}', { a: 0.08249, b: 0.0825 }, '8.2% / 8.3%'],
    ['{a:percent} / {b:percent}', { a: '0.7999', b: '0.8' }, '79.99% / 80.00%'],
    // Written with two and one decimals, 30.00 and 30.0 would read as the same.
    ['{a:percent2} / {b:percent}', { a: 0.30004, b: 0.3 }, '30.004% / 30.000%'],
    ['{a:percent2} / {b:percent}', { a: 0.3004, b: 0.3 }, '30.04% / 30.00%'],
    ['{a:percent} / {b:percent}', { a: -0.00001, b: 0.00001 }, '-0.001% / 0.001%'],
    ['{a:number} / {b:number}', { a: 4.999, b: 5 }, '4.999 / 5'],
    ['{a:number} / {b:number}', { a: 1234.5678, b: 1234.5701 }, '1,234.568 / 1,234.57'],
    ['{a:number} / {b:number}', { a: '100.004', b: '100.001' }, '100.004 / 100.001'],
    // Four digits round both to 0.1235.
    ['{a:number} / {b:number}', { a: 0.12345, b: 0.12349 }, '0.12345 / 0.12349'],
    ['{a:number} / {b:number}', { a: 0.9999, b: 1 }, '0.9999 / 1'],
    // Four digits round both to 1.235e-7.
    ['{a:number} / {b:number}', { a: 1.23456e-7, b: 1.23478e-7 }, '1.2346e-7 / 1.2348e-7'],
  ])('that differ are written so that they do: %s with %j', (text, parameters, written) => {
    for (const locale of LOCALES) expect(format(text, parameters, locale)).toBe(written);
  });

  it('are told apart from a number that is written as it stands', () => {
    expect(format('{a:number}, not {b}', { a: 2.999, b: 3 })).toBe('2.999, not 3');
    expect(format('{a:number} of {b}', { a: 2.999, b: '3' })).toBe('3 of 3');
  });

  it.each([
    ['{a:percent} / {b:percent}', { a: 0.312, b: 0.3 }, '31.2% / 30.0%'],
    ['{a:percent} / {b:percent}', { a: 0.30004, b: 0.30004 }, '30.0% / 30.0%'],
    ['{a:percent} / {a:percent2}', { a: 0.30004 }, '30.0% / 30.00%'],
    ['{a:percent} / {b:number}', { a: 0.30004, b: 0.3 }, '30.0% / 0.3'],
    ['{a:number} / {b:number}', { a: 5, b: '5.00' }, '5 / 5'],
  ])('keep their digits where those tell enough: %s with %j', (text, parameters, written) => {
    expect(format(text, parameters)).toBe(written);
  });

  it('get more digits only where they would be taken for one another', () => {
    const parameters = { a: 0.30004, b: 0.3, c: 0.12345 };
    expect(format('{a:percent} {b:percent} {c:percent}', parameters)).toBe('30.004% 30.000% 12.3%');
  });

  it('do not show the noise of arithmetic', () => {
    const noise = { a: 0.1 + 0.2, b: 0.3 };
    expect(format('{a:percent} {b:percent}', noise)).toBe('30.0% 30.0%');
    expect(format('{a:number} {b:number}', noise)).toBe('0.3 0.3');
    expect(format('{a:percent} {b:percent} {c:percent}', { ...noise, c: 0.3001 })).toBe(
      '30.00% 30.00% 30.01%',
    );
    // A double of this size is known to about 0.0000001.
    expect(format('{a:number} {b:number}', { a: 1e9 + 1e-6, b: 1e9 })).toBe(
      '1,000,000,000 1,000,000,000',
    );
  });

  it('differ in the text wherever they differ by more than ten decimals of a percentage', () => {
    const fraction = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fraction, fc.double({ min: 1.01e-12, max: 1e-3, noNaN: true }), (a, by) => {
        const [first, second] = format('{a:percent}|{b:percent}', { a, b: a + by }).split('|');
        expect(first).not.toBe(second);
      }),
    );
  });
});
