import { describe, expect, it } from 'vitest';
import { checkMessages, formatMessage, type Parameters } from '../../src/evidence/index.js';
import { expectRefusal } from './support.js';

const every = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const format = (text: string, parameters: Parameters) =>
  formatMessage({ 'a.b': every(text) }, 'a.b', 'en', parameters);

describe('a word that follows a number', () => {
  it.each([
    [1, '1 day'],
    ['1', '1 day'],
    [0, '0 days'],
    [2, '2 days'],
    [-1, '-1 days'],
    [21, '21 days'],
    [1.5, '1.5 days'],
  ])('is the first for one and the second for all else: %s', (n, written) => {
    expect(format('{n} {n|day|days}', { n })).toBe(written);
  });

  it('goes by what is written', () => {
    expect(format('{n:number} {n|month|months}', { n: 1.001 })).toBe('1 month');
    expect(format('{n:percent} {n|point|points}', { n: 1 })).toBe('100.0% points');
    // Told apart from the other number, it is no longer 1.
    expect(format('{n:number} {n|month|months}, not {m}', { n: 1.001, m: 1 })).toBe(
      '1.001 months, not 1',
    );
  });

  it('may stand before its number, be several words or none', () => {
    expect(format('{n|is|are} {n} there?', { n: 1 })).toBe('is 1 there?');
    expect(format('{n} {n|day has|days have} passed', { n: 3 })).toBe('3 days have passed');
    expect(format('{n} day{n||s}', { n: 1 })).toBe('1 day');
    expect(format('{n} day{n||s}', { n: 2 })).toBe('2 days');
  });

  it('needs its number', () => {
    expectRefusal(() => format('{n|day|days}', {}), 'missing-value', 'parameters.n');
  });
});

describe('checkMessages', () => {
  const chinese = { 'zh-Hans': '{n}天', 'zh-Hant': '{n}日' };
  const faults = (en: string) => checkMessages({ 'a.b': { ...chinese, en } });

  it('lets a language have words by number that others do not need', () => {
    expect(faults('{n} {n|day|days}')).toEqual([]);
  });

  it('finds words that go by a number which the text does not write', () => {
    const fault = [{ key: 'a.b', locale: 'en', fault: 'different-placeholders' }];
    expect(faults('{n} {m|day|days}')).toEqual(fault);
    expect(faults('some {n|day|days}')).toEqual(fault);
  });

  it.each(['{n} {n|day}', '{n} {n|day|days|more}', '{n} {n|day|{n}}'])('finds %s', (en) => {
    expect(faults(en)).toEqual([{ key: 'a.b', locale: 'en', fault: 'malformed' }]);
  });
});
