import { describe, expect, it } from 'vitest';
import {
  checkMessages,
  formatMessage,
  formatReason,
  LOCALES,
  localisedText,
  type Messages,
  makeReason,
  mergeMessages,
} from '../../src/evidence/index.js';
import decimals from '../fixtures/evidence/decimals.json' with { type: 'json' };
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const every = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const format = (text: string, parameters = {}) =>
  formatMessage({ 'a.b': every(text) }, 'a.b', 'en', parameters);

const greeting: Messages = {
  'app.rules': { 'zh-Hans': '规则：{rules}', 'zh-Hant': '規則：{rules}', en: 'Rules: {rules}' },
};

describe('formatMessage', () => {
  it('takes the text of the language', () => {
    const parameters = { rules: 'A' };
    expect(formatMessage(greeting, 'app.rules', 'zh-Hans', parameters)).toBe('规则：A');
    expect(formatMessage(greeting, 'app.rules', 'zh-Hant', parameters)).toBe('規則：A');
    expect(formatMessage(greeting, 'app.rules', 'en', parameters)).toBe('Rules: A');
  });

  it('joins a list as the language does', () => {
    const parameters = { rules: ['A', 'B', 'C'] };
    expect(formatMessage(greeting, 'app.rules', 'zh-Hant', parameters)).toBe('規則：A、B、C');
    expect(formatMessage(greeting, 'app.rules', 'en', parameters)).toBe('Rules: A, B, C');
    expect(formatMessage(greeting, 'app.rules', 'en', { rules: [] })).toBe('Rules: ');
  });

  it('writes a parameter without a format as it is', () => {
    expect(format('{a}{b}{c}{d}', { a: 'x', b: 1234.5, c: true, d: -0 })).toBe('x1234.5true0');
    expect(format('{a}', { a: { currency: 'JPY', amount: '1200' } })).toBe('1,200 JPY');
  });

  it('fills a placeholder wherever it stands, as often as it stands', () => {
    expect(format('{a}{a} and {a:number}', { a: 1 })).toBe('11 and 1');
  });

  it('does not take a parameter for a text with placeholders, or for a replacement pattern', () => {
    expect(format('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
  });

  it('leaves out parameters that the text does not name', () => {
    expect(format('x', { a: 1 })).toBe('x');
  });

  it.each(decimals.numbers)('writes $text as $number', ({ text, number }) => {
    for (const x of forms(text)) expect(format('{x:number}', { x })).toBe(number);
  });

  it.each(decimals.fractions)('writes $text as $percent and $percent2', (row) => {
    for (const x of forms(row.text)) {
      expect(format('{x:percent}', { x })).toBe(row.percent);
      expect(format('{x:percent2}', { x })).toBe(row.percent2);
    }
  });

  it.each([
    ['CNY', '1234.50', '1,234.50 CNY'],
    ['CNY', '-0.50', '-0.50 CNY'],
    ['CNY', '0.00', '0.00 CNY'],
    ['CNY', '-0.00', '0.00 CNY'],
    ['JPY', '-1234567', '-1,234,567 JPY'],
    ['KWD', '100000.005', '100,000.005 KWD'],
    ['CNY', '123456789012345678901234.56', '123,456,789,012,345,678,901,234.56 CNY'],
  ])('writes %s %s with every digit, as %s', (currency, amount, written) => {
    expect(format('{x:money}', { x: { currency, amount } })).toBe(written);
  });

  it('refuses a key that the messages do not have, also one that every object has', () => {
    const act = (key: unknown) => () => formatMessage(greeting, wrong(key), 'en');
    expectRefusal(act('app.other'), 'unknown-message', 'key');
    expectRefusal(act('toString'), 'unknown-message', 'key');
    expectRefusal(act('__proto__'), 'unknown-message', 'key');
    expectRefusal(act(''), 'empty', 'key');
    expectRefusal(act(undefined), 'missing-value', 'key');
    expectRefusal(act(3), 'invalid-type', 'key');
  });

  it('refuses a language that it does not speak', () => {
    const act = (locale: unknown) => () => formatMessage(greeting, 'app.rules', wrong(locale));
    expectRefusal(act('zh'), 'unknown-value', 'locale');
    expectRefusal(act('toString'), 'unknown-value', 'locale');
    expectRefusal(act(null), 'missing-value', 'locale');
  });

  it('refuses messages that are no catalogue or lack the text', () => {
    const act = (messages: unknown) => () => formatMessage(wrong(messages), 'a.b', 'en');
    expectRefusal(act(undefined), 'missing-value', 'messages');
    expectRefusal(act('x'), 'invalid-type', 'messages');
    expectRefusal(act({ 'a.b': 'x' }), 'invalid-type', 'messages["a.b"]');
    expectRefusal(act({ 'a.b': {} }), 'missing-value', 'messages["a.b"].en');
    expectRefusal(act({ 'a.b': { en: '' } }), 'empty', 'messages["a.b"].en');
    expectRefusal(act({ 'a.b': { en: '{x:euro}' } }), 'unknown-value', 'messages["a.b"].en');
  });

  it('names the parameter that is missing, also one that every object has', () => {
    expectRefusal(() => format('{x}'), 'missing-value', 'parameters.x');
    expectRefusal(() => format('{x:number}', { y: 1 }), 'missing-value', 'parameters.x');
    expectRefusal(() => format('{toString}'), 'missing-value', 'parameters.toString');
    expectRefusal(() => format('x', wrong(null)), 'missing-value', 'parameters');
  });

  it.each([
    ['{x:number}', 'twelve', 'invalid-format', 'parameters.x'],
    ['{x:number}', '1,234', 'invalid-format', 'parameters.x'],
    ['{x:number}', '1e999999999', 'invalid-format', 'parameters.x'],
    ['{x:number}', '', 'invalid-format', 'parameters.x'],
    ['{x:number}', `0.${'1'.repeat(99)}`, 'invalid-format', 'parameters.x'],
    ['{x:number}', true, 'invalid-type', 'parameters.x'],
    ['{x:number}', ['1'], 'invalid-type', 'parameters.x'],
    ['{x:percent}', { currency: 'CNY', amount: '1' }, 'invalid-type', 'parameters.x'],
    ['{x:percent2}', '7%', 'invalid-format', 'parameters.x'],
    ['{x:percent}', Number.NaN, 'not-finite', 'parameters.x'],
    ['{x:money}', 12, 'invalid-type', 'parameters.x'],
    ['{x:money}', ['12'], 'invalid-type', 'parameters.x'],
    ['{x:money}', { currency: 'CNY', amount: 'x' }, 'invalid-format', 'parameters.x.amount'],
    ['{x:money}', { currency: 'CNY' }, 'missing-value', 'parameters.x.amount'],
    ['x', { currency: '', amount: '1' }, 'empty', 'parameters.x.currency'],
  ] as const)('refuses in %s the parameter %o', (text, x, code, path) => {
    expectRefusal(() => format(text, wrong({ x })), code, path);
  });
});

describe('formatReason', () => {
  it('says what the reason says', () => {
    const reason = makeReason('app.rules', 'info', { rules: 'A' });
    expect(formatReason(greeting, reason, 'en')).toBe('Rules: A');
  });

  it('names the place in the reason that does not fit', () => {
    const act = (reason: unknown) => () => formatReason(greeting, wrong(reason), 'en');
    expectRefusal(act(undefined), 'missing-value', 'reason');
    expectRefusal(act({ parameters: {} }), 'missing-value', 'reason.code');
    expectRefusal(act(makeReason('a.b', 'info')), 'unknown-message', 'reason.code');
    expectRefusal(act(makeReason('app.rules', 'info')), 'missing-value', 'reason.parameters.rules');
    expectRefusal(act({ code: 'app.rules' }), 'missing-value', 'reason.parameters');
  });
});

describe('mergeMessages', () => {
  it('refuses what is no text, with its catalogue, key and language', () => {
    const path = 'catalogues[1].yes.en';
    const act = (en: unknown) => () => mergeMessages({}, { yes: { ...every('y'), en: wrong(en) } });
    expectRefusal(act({ text: 'y' }), 'invalid-type', path);
    expectRefusal(act(null), 'missing-value', path);
    expectRefusal(act(''), 'empty', path);
  });

  const [one, two] = [{ 'a.one': every('1') }, { 'a.two': every('2') }];

  it('holds the texts of all catalogues, frozen', () => {
    const merged = mergeMessages(one, two);
    expect(merged).toEqual({ ...one, ...two });
    expect(isDeeplyFrozen(merged)).toBe(true);
    expect(Object.isFrozen(one['a.one'])).toBe(false);
    expect(mergeMessages()).toEqual({});
  });

  it('refuses a key that stands twice, naming the second', () => {
    expectRefusal(() => mergeMessages(one, two, one), 'duplicate-id', 'catalogues[2]["a.one"]');
  });

  it('refuses what is no catalogue', () => {
    expectRefusal(() => mergeMessages(one, wrong(null)), 'missing-value', 'catalogues[1]');
    expectRefusal(() => mergeMessages(wrong([one])), 'invalid-type', 'catalogues[0]');
    const texts = wrong({ 'a.b': 'x' });
    expectRefusal(() => mergeMessages(texts), 'invalid-type', 'catalogues[0]["a.b"]');
  });
});

describe('localisedText', () => {
  it('puts each language under its locale, frozen', () => {
    const text = localisedText('费用', '費用', 'Fees');
    expect(text).toEqual({ 'zh-Hans': '费用', 'zh-Hant': '費用', en: 'Fees' });
    expect(Object.isFrozen(text)).toBe(true);
  });

  it('refuses a language that is missing, empty or no text', () => {
    expectRefusal(() => localisedText(wrong(undefined), '是', 'yes'), 'missing-value', 'hans');
    expectRefusal(() => localisedText('是', '', 'yes'), 'empty', 'hant');
    expectRefusal(() => localisedText('是', '是', wrong(1)), 'invalid-type', 'english');
  });
});

describe('checkMessages', () => {
  it('finds nothing in a catalogue that is whole', () => {
    expect(checkMessages(greeting)).toEqual([]);
    expect(checkMessages({})).toEqual([]);
  });

  it('lets a language use the placeholders in its own order and number', () => {
    const texts = {
      'zh-Hans': '{a}{b:number}',
      'zh-Hant': '{b:number}{a}',
      en: '{a}{a}{b:number}',
    };
    expect(checkMessages({ 'a.b': texts })).toEqual([]);
  });

  it.each([
    ['missing', { 'zh-Hans': 'x', 'zh-Hant': 'x' }],
    ['missing', { ...every('x'), en: 5 }],
    ['empty', { ...every('x'), en: '' }],
    ['empty', { ...every('x'), en: ' \n' }],
    ['malformed', { ...every('{a}'), en: '{a} {' }],
    ['malformed', { ...every('{a}'), en: '{a} {a :number}' }],
    ['malformed', { ...every('{a}'), en: '{{a}}' }],
    ['unknown-format', { ...every('{a}'), en: '{a:euro}' }],
    ['unknown-format', { ...every('{a}'), en: '{a:toString}'.toLowerCase() }],
    ['different-placeholders', { ...every('{a}'), en: '{b}' }],
    ['different-placeholders', { ...every('{a}'), en: 'x' }],
    ['different-placeholders', { ...every('{a}'), en: '{a} {b}' }],
    ['different-placeholders', { ...every('{a:number}'), en: '{a:percent}' }],
  ] as const)('finds a text that is %s: %o', (fault, texts) => {
    const found = checkMessages(wrong({ 'a.b': texts }));
    expect(found).toEqual([{ key: 'a.b', locale: 'en', fault }]);
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('finds every language that is missing', () => {
    const found = checkMessages(wrong({ 'a.b': {} }));
    expect(found.map(({ locale, fault }) => [locale, fault])).toEqual(
      LOCALES.map((locale) => [locale, 'missing']),
    );
  });

  it('refuses what is no catalogue', () => {
    expectRefusal(() => checkMessages(wrong(null)), 'missing-value', 'messages');
    expectRefusal(() => checkMessages(wrong([])), 'invalid-type', 'messages');
    expectRefusal(() => checkMessages(wrong({ a: 'x' })), 'invalid-type', 'messages.a');
  });
});

/** The decimal text where it is plain, and the number where it loses nothing. */
function forms(text: string): (string | number)[] {
  const exact = String(Number(text)) === text;
  return [...(text.includes('e') ? [] : [text]), ...(exact ? [Number(text)] : [])];
}
