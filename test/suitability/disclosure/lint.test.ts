import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { lintDisclosure, suitabilityMessages } from '../../../src/suitability/index.js';
import { only, WHOLE, withText } from './support.js';

type Linted = Parameters<typeof lintDisclosure>[0];

const PREFIX = 'suitability.disclosure-';

/** What is found, as `head.locale code`. */
function found(disclosure: Linted): readonly string[] {
  return lintDisclosure(disclosure).map(
    ({ head, locale = '*', reason }) => `${head}.${locale} ${reason.code.slice(PREFIX.length)}`,
  );
}

describe('a disclosure', () => {
  it('that tells what it must, in balance and in three languages, has nothing to find', () => {
    expect(found(WHOLE)).toEqual([]);
  });

  it('has a text in three languages for whatever is found in it', () => {
    const texts = lintDisclosure(
      withText('returns', { en: 'Past performance: guaranteed returns of 9 %. XX' }),
    ).map(({ reason }) =>
      LOCALES.map((locale) => formatReason(suitabilityMessages, reason, locale)),
    );
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.flat().filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('is frozen where it is looked over, and left as it was', () => {
    const before = JSON.stringify(WHOLE);
    const findings = lintDisclosure(withText('risk', { en: 'No risk.' }));
    expect(Object.isFrozen(findings) && findings.every(Object.isFrozen)).toBe(true);
    expect(JSON.stringify(WHOLE)).toBe(before);
  });
});

describe('risk and return', () => {
  it('are out of balance where returns are told without a loss', () => {
    const silent = withText('returns', { en: 'The benchmark is 3.2 % a year.' });
    expect(found(silent)).toEqual(['returns.en returns-without-loss']);
  });

  it('are out of balance where the loss is far from the figure', () => {
    const much = 'The manager follows a plan that is kept under review. '.repeat(6);
    // 324 characters lie between figure and loss: more than 300.
    const far = withText('returns', { en: `The benchmark is 3.2 % a year. ${much} You may lose.` });
    expect(found(far)).toEqual(['returns.en loss-far-from-return']);
    const near = withText('returns', { en: `3.2 % a year; you may lose. ${much}` });
    expect(found(near)).toEqual([]);
  });

  it('are out of balance where more than three times as much is said of returns', () => {
    const risk = 'You may lose. R2 may be adjusted: the rating can change.';
    const returns = 'It may be a loss of 3.2 %. '.repeat(7);
    // 56 characters on risk, 7 × 27 − 1 = 188 on returns: 188 > 3 × 56 = 168.
    expect(risk).toHaveLength(56);
    const loud = { ...WHOLE.sections, risk: { en: risk }, returns: { en: returns } };
    const disclosure = { id: 'D', product: 'P', sections: loud };
    const en = Object.fromEntries(
      Object.entries(disclosure.sections).map(([head, { en: text }]) => [head, { en: text }]),
    );
    const [finding] = lintDisclosure({ ...disclosure, sections: en });
    expect(finding?.reason.code).toBe(`${PREFIX}returns-outweigh`);
    expect(finding?.reason.parameters).toMatchObject({ risk: 56, returns: 188 });
  });

  it('are not brought into balance by characters that nobody sees', () => {
    const returns = 'It may be a loss of 3.2 %. '.repeat(7);
    const risk = `You may lose. ${'\u200b'.repeat(500)}`;
    const sections = { risk: { en: risk }, returns: { en: returns } };
    // 13 visible characters on risk, 188 on returns.
    const finding = lintDisclosure({ id: 'D', product: 'P', sections }).find(
      ({ reason }) => reason.code === `${PREFIX}returns-outweigh`,
    );
    expect(finding?.reason.parameters).toMatchObject({ risk: 13, returns: 188 });
  });

  it('are out of balance where the head on risk names a return first', () => {
    const first = withText('risk', {
      en: 'R2, may be adjusted: rating. Returns are steady; you may lose.',
    });
    expect(found(first)).toContain('risk.en return-before-loss');
  });

  it('are out of balance where the head on risk names no loss', () => {
    expect(found(only('risk', 'zh-Hans', '本产品价格会波动。'))).toEqual([
      'risk.zh-Hans risk-without-loss',
    ]);
  });

  it('need no loss where principal cannot be lost', () => {
    const safe = {
      ...only('returns', 'en', 'Interest of 1.2 % a year.'),
      facts: { principalMayBeLost: false },
    };
    expect(found(safe)).toEqual([]);
  });

  it.each([
    ['en', 'Past performance was 4 % a year.'],
    ['en', 'It has returned 4 % since inception.'],
    ['zh-Hans', '过往业绩为年化4%。'],
    ['zh-Hans', '近三年平均收益为4%。'],
    ['zh-Hant', '過去一年回報為4%。'],
  ] as const)('need the warning beside past performance, in %s: %s', (locale, text) => {
    expect(found(only('direction', locale, text))).toEqual([
      `direction.${locale} past-performance`,
    ]);
  });

  it.each([
    ['en', 'Past performance was 4 % a year and is not a reliable guide to the future.'],
    ['zh-Hans', '过往业绩为年化4%，过往业绩不代表其未来表现。'],
    ['zh-Hant', '過往表現為4%，並非未來表現的指標。'],
  ] as const)('are in balance with the warning, in %s: %s', (locale, text) => {
    expect(found(only('direction', locale, text))).toEqual([]);
  });
});

describe('figures', () => {
  it('that differ between languages are named on both sides', () => {
    const wrong = withText('fees', { en: 'Management fee 1.2 % a year; entry fee 100 yuan.' });
    const [finding] = lintDisclosure(wrong);
    expect(finding).toMatchObject({
      path: 'disclosure.sections.fees.en',
      quote: '1.2% / 1.5%',
      reason: {
        code: 'suitability.disclosure-figures-differ',
        severity: 'block',
        parameters: { here: '1.2%', there: '1.5%' },
      },
    });
  });

  it.each([
    ['最低10万元起购', 'From 100,000 yuan'],
    ['最低1万元起购', 'From ten thousand yuan'],
    ['募集上限5亿元', 'Up to 500 million yuan'],
    ['募集上限50万元', 'Up to 0.5 million yuan'],
    ['期限三年', 'The term is 3 years'],
    ['期限3年', 'The term is three years'],
    ['期限25年', 'The term is twenty-five years'],
    ['期限一百二十天', 'The term is 120 days'],
    ['费率百分之一点五', 'The fee is 1.5 per cent'],
    ['费率百分之1.5', 'The fee is 1.5%'],
    ['费率1.5‰', 'The fee is 0.15 %'],
    ['费率50个基点', 'The fee is 50 basis points'],
    ['成立于2026年3月1日', 'Set up on 1 March 2026'],
    ['１．５％', '1.5 %'],
    ['风险等级R3，T+1到账', 'Rated R3, paid on T+1'],
  ])('are the same however they are written: %s and %s', (hans, en) => {
    expect(found({ id: 'D', product: 'P', sections: { fees: { 'zh-Hans': hans, en } } })).toEqual(
      [],
    );
  });

  it.each([
    ['期限三年', 'The term is 5 years'],
    ['封闭期90天', 'Locked up for 60 days'],
    ['费率1.5%', 'The fee is 1.5'],
    ['最低10万元起购', 'From 10,000 yuan'],
    ['费率1.5%', 'There is a fee'],
  ])('differ: %s and %s', (hans, en) => {
    expect(found({ id: 'D', product: 'P', sections: { fees: { 'zh-Hans': hans, en } } })).toEqual([
      'fees.en figures-differ',
    ]);
  });

  it('of the data must stand in every text', () => {
    const facts = { ...WHOLE.facts, fees: [{ rate: 0.012 }], riskRating: 'R4' as const };
    expect(found({ ...WHOLE, facts })).toEqual([
      'risk.zh-Hans rating-not-told',
      'risk.zh-Hant rating-not-told',
      'risk.en rating-not-told',
      'fees.zh-Hans fee-not-told',
      'fees.zh-Hant fee-not-told',
      'fees.en fee-not-told',
    ]);
  });

  it('of a fee of nothing need not stand there', () => {
    const free = {
      ...only('fees', 'en', 'There is no entry fee.'),
      facts: { fees: [{ rate: 0 }, { amount: { currency: 'CNY', amount: '0.00' } as const }] },
    };
    expect(found(free)).toEqual([]);
  });

  it('are not enough where the rating may change and nobody says so', () => {
    const silent = withText('risk', { en: 'Rated R2. You may lose part of what you invest.' });
    expect(found(silent)).toEqual(['risk.en change-not-told']);
  });
});

describe('placeholders', () => {
  it.each([
    ['en', 'The fee is {fee}.', '{fee}'],
    ['en', 'The fee is ___ %.', '___'],
    ['en', 'The fee is XX %.', 'XX'],
    ['en', 'The fee is TBD.', 'TBD'],
    ['en', 'The fee is [to be confirmed].', '[to be confirmed]'],
    ['en', 'The fee is <fee rate>.', '<fee rate>'],
    ['zh-Hans', '费率为【待填写】。', '【待填写】'],
    ['zh-Hans', '费率待定。', '待定'],
    ['zh-Hant', '費率為XX%。', 'XX'],
    ['zh-Hant', '費率為？%。', '？%'],
  ] as const)('that nobody filled in are found, in %s: %s', (locale, text, quote) => {
    const [finding] = lintDisclosure(only('fees', locale, text));
    expect(finding).toMatchObject({
      quote,
      reason: { code: 'suitability.disclosure-placeholder', severity: 'block' },
    });
  });

  it.each([
    ['en', 'Up to 5 < 10 and 7 > 6; class XXI (see [1]).'],
    ['zh-Hans', '【重要提示】以合同约定为准，待产品到期后支付。'],
  ] as const)('are not seen in what is none, in %s: %s', (locale, text) => {
    expect(found(only('fees', locale, text))).toEqual([]);
  });
});

describe('lintDisclosure, given nonsense,', () => {
  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'missing-value', 'disclosure'],
    ['a text', 'D', 'invalid-type', 'disclosure'],
    ['no id', { ...WHOLE, id: '' }, 'empty', 'disclosure.id'],
    [
      'a head that there is not',
      { ...WHOLE, sections: { tax: {} } },
      'unknown-value',
      'disclosure.sections.tax',
    ],
    [
      'a language that there is not',
      { ...WHOLE, sections: { risk: { fr: 'x' } } },
      'unknown-value',
      'disclosure.sections.risk.fr',
    ],
    [
      'a number for a text',
      { ...WHOLE, sections: { risk: { en: 1 } } },
      'invalid-type',
      'disclosure.sections.risk.en',
    ],
    [
      'a text that is too long',
      { ...WHOLE, sections: { risk: { en: 'x'.repeat(20_001) } } },
      'too-long',
      'disclosure.sections.risk.en',
    ],
    [
      'a rating of 6',
      { ...WHOLE, facts: { riskRating: 6 } },
      'unknown-value',
      'disclosure.facts.riskRating',
    ],
    [
      'a fee above 1',
      { ...WHOLE, facts: { fees: [{ rate: 1.5 }] } },
      'out-of-range',
      'disclosure.facts.fees[0].rate',
    ],
    [
      'a fee of NaN',
      { ...WHOLE, facts: { fees: [{ rate: Number.NaN }] } },
      'not-finite',
      'disclosure.facts.fees[0].rate',
    ],
    [
      'a fee without figure',
      { ...WHOLE, facts: { fees: [{}] } },
      'inconsistent',
      'disclosure.facts.fees[0]',
    ],
    [
      'a fee below 0',
      { ...WHOLE, facts: { fees: [{ amount: { currency: 'CNY', amount: '-1' } }] } },
      'out-of-range',
      'disclosure.facts.fees[0].amount.amount',
    ],
    [
      'a matter that there is not',
      { ...WHOLE, facts: { tells: ['tax'] } },
      'unknown-value',
      'disclosure.facts.tells[0]',
    ],
    [
      'a guarantee without a basis',
      { ...WHOLE, facts: { guarantee: { of: ['principal'] } } },
      'missing-value',
      'disclosure.facts.guarantee.basis',
    ],
  ])('says where the fault is: %s', (_, disclosure, code, path) => {
    expect(() => lintDisclosure(disclosure as Linted)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
