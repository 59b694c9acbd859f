import { describe, expect, it } from 'vitest';
import { type Locale, localisedText } from '../../src/evidence/index.js';
import { compilePack, decide, describeFinding, type RuleFacts } from '../../src/rules/index.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

describe('the text of a rule', () => {
  const facts = {
    share: { type: 'number', label: text('share') },
    done: YES_NO,
    kinds: { type: 'list', label: text('kinds') },
    on: { type: 'date', label: text('day') },
  } as const;
  const words = '{share:percent2} {share:number} {share:money} {done} {kinds} {on} {share}';
  const packs = compilePack({
    ...pack([rule('R', { holds: 'done' })], facts),
    messages: { R: text(words) },
  });
  const textOf = (given: RuleFacts, locale: Locale): string => {
    const { findings } = decide(packs, given, { ...DAY, everything: true });
    return describeFinding(findings[0] as (typeof findings)[number], locale);
  };

  it('is filled in every format', () => {
    const given = { share: 0.12345, done: true, kinds: ['a', 'b'], on: '2026-01-31' };
    // Two decimals of a percentage; three significant digits below 1; the number as it is.
    expect(textOf(given, 'en')).toBe('12.35% 0.123 0.123 yes a, b 2026-01-31 0.12345');
    expect(textOf(given, 'zh-Hant')).toBe('12.35% 0.123 0.123 是 a、b 2026-01-31 0.12345');
  });

  it('says what is unknown, whatever the format, and first that nothing is decided', () => {
    const unknown = (count: number): string => Array(count).fill('unknown').join(' ');
    expect(textOf({}, 'en')).toBe(`cannot be decided yet: ${unknown(7)}`);
    expect(textOf({ done: true, kinds: [] }, 'en')).toBe(`${unknown(3)} yes nothing ${unknown(2)}`);
    expect(textOf({}, 'zh-Hant')).toBe(`尚無法判斷：${Array(7).fill('未知').join(' ')}`);
  });

  it('leaves out the letter and the measure word of a level that is unknown', () => {
    const levels = compilePack({
      ...pack([rule('R', { holds: 'done' })], facts),
      messages: {
        R: {
          'zh-Hans': '您的等级为C{share}，期限{share}年，面向{share}级客户。',
          'zh-Hant': '等級為C{share}，期限{share}年，面向{share}級客戶。',
          en: 'Your level is C{share}, EUR{share}.',
        },
      },
    });
    const say = (given: RuleFacts, locale: Locale): string => {
      const { findings } = decide(levels, given, DAY);
      return describeFinding(findings[0] as (typeof findings)[number], locale);
    };
    expect(say({ done: true }, 'zh-Hans')).toBe('您的等级为未知，期限未知，面向未知级客户。');
    expect(say({ done: true }, 'en')).toBe('Your level is unknown, EURunknown.');
    expect(say({ done: true, share: 3 }, 'zh-Hans')).toBe('您的等级为C3，期限3年，面向3级客户。');
  });

  it('calls values as their fact calls them', () => {
    const kind = {
      type: 'list',
      label: text('kind'),
      values: ['a', 'b'],
      valueLabels: { a: localisedText('甲', '甲', 'first') },
    } as const;
    const packs = compilePack({
      ...pack([rule('R', { left: { fact: 'kind' }, is: 'includes', right: 'a' })], { kind }),
      messages: { R: text('{kind}') },
    });
    const [finding] = decide(packs, { kind: ['a', 'b'] }, DAY).findings;
    expect(describeFinding(finding as NonNullable<typeof finding>, 'zh-Hans')).toBe('甲、b');
  });
});
