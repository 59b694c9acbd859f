import { describe, expect, it } from 'vitest';
import {
  checkMessages,
  formatMessage,
  type LOCALES,
  type Messages,
} from '../../src/evidence/index.js';
import { expectRefusal, wrong } from './support.js';

const every = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });

describe('a term in a text', () => {
  it('writes a word of a closed list by its term in the language, a list word by word', () => {
    const messages: Messages = {
      'shop.order.late': {
        'zh-Hans': '状态：{state:term}',
        'zh-Hant': '狀態：{state:term}',
        en: 'State: {state:term}',
      },
      'shop.term.partly-filled': {
        'zh-Hans': '部分成交',
        'zh-Hant': '部分成交',
        en: 'partly filled',
      },
      'shop.term.filled': { 'zh-Hans': '全部成交', 'zh-Hant': '全數成交', en: 'filled' },
      'other.term.open': every('not of this room'),
    };
    const write = (locale: (typeof LOCALES)[number], state: unknown) =>
      formatMessage(messages, 'shop.order.late', locale, { state: wrong(state) });
    expect(write('zh-Hant', 'filled')).toBe('狀態：全數成交');
    expect(write('zh-Hans', ['partly-filled', 'filled'])).toBe('状态：部分成交、全部成交');
    expect(write('en', ['partly-filled', 'filled'])).toBe('State: partly filled, filled');
    expect(write('en', [])).toBe('State: ');
  });

  it('writes a word without a term, or with one of another room, as it stands', () => {
    const messages: Messages = {
      'shop.late': every('{state:term}'),
      'other.term.open': every('not of this room'),
    };
    const write = (state: unknown) =>
      formatMessage(messages, 'shop.late', 'en', { state: wrong(state) });
    expect(write('open')).toBe('open');
    expect(write('house-word')).toBe('house-word');
    expect(write(['open', 'constructor'])).toBe('open, constructor');
  });

  it('does not fill a term, and refuses one that the language lacks', () => {
    const messages: Messages = {
      'shop.late': every('{state:term}'),
      'shop.term.open': every('{state}'),
      'shop.term.shut': wrong({ 'zh-Hans': '关' }),
    };
    const write = (state: unknown) => () =>
      formatMessage(messages, 'shop.late', 'en', { state: wrong(state) });
    expect(write('open')()).toBe('{state}');
    expectRefusal(write('shut'), 'missing-value', 'messages["shop.term.shut"].en');
    for (const state of [5, true, { currency: 'CNY', amount: '1' }]) {
      expectRefusal(write(state), 'invalid-type', 'parameters.state');
    }
  });
});

describe('checkMessages', () => {
  it('knows terms, which need every language as other texts do', () => {
    const late = { 'a.late': every('{state:term}') };
    expect(checkMessages({ ...late, 'a.term.open': every('open') })).toEqual([]);
    const half = wrong({ 'zh-Hans': '开', 'zh-Hant': '開' });
    expect(checkMessages({ ...late, 'a.term.open': half })).toEqual([
      { key: 'a.term.open', locale: 'en', fault: 'missing' },
    ]);
  });
});
