import { describe, expect, it } from 'vitest';
import { lintDisclosure } from '../../../src/suitability/index.js';
import { only, WHOLE, withText } from './support.js';

type Linted = Parameters<typeof lintDisclosure>[0];

const PREFIX = 'suitability.disclosure-';

/** What is found, as `head.locale code`. */
function found(disclosure: Linted): readonly string[] {
  return lintDisclosure(disclosure).map(
    ({ head, locale = '*', reason }) => `${head}.${locale} ${reason.code.slice(PREFIX.length)}`,
  );
}

describe('languages', () => {
  it('are missed where another head has them', () => {
    expect(found(withText('fees', { en: undefined }))).toEqual(['fees.en language-missing']);
    expect(found(withText('fees', { en: ' \n' }))).toEqual(['fees.en language-missing']);
  });

  it('are not translated where one has the text of another', () => {
    const { fees } = WHOLE.sections;
    const copied = withText('fees', { en: fees?.['zh-Hans'] });
    expect(found(copied)).toEqual(['fees.en same-text']);
  });

  it('may share a short text between the two Chinese scripts, and not a long one', () => {
    // 9 and 24 characters; the first are written alike in both scripts.
    const short = withText('liquidity', {
      'zh-Hans': '可每日取回，90天',
      'zh-Hant': '可每日取回，90天',
    });
    expect(found(short)).toEqual([]);
    const text = '封闭期90天，封闭期内不能赎回，到期后可每日申购。';
    const long = withText('liquidity', { 'zh-Hans': text, 'zh-Hant': text });
    expect(found(long)).toEqual(['liquidity.zh-Hant same-text', 'liquidity.zh-Hant other-script']);
  });

  it.each([
    ['zh-Hant', '投资于债券和股票。', '资债'],
    ['zh-Hans', '投資於債券和股票。', '資債'],
  ] as const)(
    'are found out by characters of the other script, in %s: %s',
    (locale, text, quote) => {
      const both = { 'zh-Hans': text, 'zh-Hant': text };
      const findings = lintDisclosure({ id: 'D', product: 'P', sections: { direction: both } });
      expect(findings.map(({ locale, quote }) => [locale, quote])).toEqual([[locale, quote]]);
      expect(findings[0]?.reason).toMatchObject({
        code: `${PREFIX}other-script`,
        severity: 'require',
      });
    },
  );

  it.each([
    ['zh-Hant', '后里分行於台灣批准，溫哥華系統。'],
    ['zh-Hans', '著名的乾坤基金，慰藉与瞭望。'],
  ] as const)('may use what both scripts have, in %s: %s', (locale, text) => {
    expect(found(only('direction', locale, text))).toEqual([]);
  });
});
