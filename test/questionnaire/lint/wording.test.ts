import { describe, expect, it } from 'vitest';
import { at } from '../../../src/errors/index.js';
import {
  lintQuestionnaire,
  timeHorizonSection,
  twelveItemQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { CHOICE, smallForm } from '../scoring/small-form.js';
import { wrong } from '../support.js';

const LEADING = 'questionnaire.lint-leading-wording';
const TWICE = 'questionnaire.lint-double-negative';

/** Codes of what is said about the wording of one text. */
function said(locale: string, words: string): readonly string[] {
  const text = { [locale]: words };
  const { findings } = lintQuestionnaire(smallForm({ items: wrong([{ ...CHOICE, text }]) }));
  return findings
    .filter(({ path }) => path === at('definition.items[0].text', locale))
    .map(({ reason }) => reason.code);
}

// Sentences written for this test: of each kind some that a second reader should see, and many that are plain.
const SENTENCES: Readonly<
  Record<string, Readonly<Record<'lead' | 'twice' | 'plain', readonly string[]>>>
> = {
  'zh-Hans': {
    lead: [
      '难道您不想让资产增值吗？',
      '显然，长期投资更好，您同意吗？',
      '您当然希望获得更高收益吧？',
      '大家都知道股票长期会涨，您会买吗？',
      '大多数投资者都选择平衡型，您呢？',
      '专家一致认为应分散投资，您会吗？',
      '您一定希望跑赢通胀？',
      '您肯定能承受5%的亏损？',
      '您只亏了区区一万元，会怎么做？',
      '这只不过是暂时的下跌，您会卖出吗？',
      '明智的投资者会选择哪一项？',
      '稳赚不赔的产品，您会买吗？',
      '保本保息的产品',
      '长期持有更好，不是吗？',
      '您会继续持有，对吧？',
    ],
    twice: [
      '您是否不同意没有风险就没有收益？',
      '您不会不同意承担损失吗？',
      '我并非没有投资经验',
      '我不得不卖出',
      '您不希望本金没有增长吗？',
      '没有人不愿意获得收益',
      '我非卖出不可',
      '我从未不看说明书就买入',
      '我无法不担心亏损',
    ],
    plain: [
      '这笔投资不盈不亏，您会怎么做？',
      '您的年龄是多少？',
      '30岁及以下',
      '不满10万元',
      '20万元以上、不满50万元',
      '您是否了解不同产品的风险？',
      '您一定期限内可以不动用的资金有多少？',
      '没有经验',
      '没有收入，也没有储蓄',
      '不买也不卖',
      '亏损不超过10%',
      '您有没有买过保本型产品？',
      '本产品不保证本金',
      '不同地区区分对待',
      '您的性别不限',
      '非常不同意',
      '不确定',
      '不了解股票和债券',
      '无固定收入',
      '未来五年内不使用这笔钱',
      '既不担心也不高兴',
      '我不知道，也没有想过',
      '您会不会卖出？',
      '不动产（不含自住房产）',
      '没有投资经验或不满一年',
      '未婚',
      '不仅看收益',
      '不足3年',
      '除非急用，否则不卖出',
      '无论涨跌都不卖出',
      '涨跌不会影响我的睡眠',
      '城区区域',
    ],
  },
  'zh-Hant': {
    lead: [
      '難道閣下不想資產增值嗎？',
      '顯然長線投資較佳',
      '閣下當然希望回報更高',
      '眾所周知，股票長線必升',
      '大多數客戶都選擇均衡型',
      '閣下一定希望跑贏通脹？',
      '閣下肯定可承受5%的虧損？',
      '區區一萬元的虧損',
      '只不過是短暫下跌',
      '聰明的投資者會選哪一項？',
      '穩賺不賠的產品',
      '長線持有較佳，不是嗎？',
      '閣下會繼續持有，對吧？',
    ],
    twice: [
      '閣下會不會不同意沒有風險便沒有回報？',
      '閣下不會不同意承受虧損嗎？',
      '本人並非沒有投資經驗',
      '本人不得不賣出',
      '沒有人不願意賺取回報',
      '非賣出不可',
      '本人從未不看說明便買入',
    ],
    plain: [
      '這筆投資不賺不蝕',
      '少於人民幣100,000元',
      '不足3年',
      '閣下有沒有買過保本產品？',
      '本產品不保證本金',
      '不同地區區分',
      '沒有經驗',
      '沒有收入，也沒有儲蓄',
      '不買也不賣',
      '虧損不超過10%',
      '非常不同意',
      '不確定',
      '未來五年不會動用',
      '無論升跌都不賣出',
      '閣下一定期限內不會動用的資金',
      '無固定收入',
      '未婚',
      '不動產（不包括自住物業）',
      '閣下是否不打算退休？',
    ],
  },
  en: {
    lead: [
      'Surely you want your money to grow?',
      'You would obviously hold on, right?',
      'Of course everyone wants a return. How much do you want?',
      'As everyone knows, shares rise. Will you buy?',
      'Most investors prefer a balanced portfolio. Do you?',
      'Experts agree that one should diversify. Will you?',
      'Don’t you think that shares are better?',
      'You would hold, wouldn’t you?',
      'A wise investor holds on. What do you do?',
      'You have merely lost 5%. What do you do?',
      'Shares are guaranteed to rise in the long run.',
      'You can’t lose with this. Would you buy?',
      'There is no doubt that prices recover.',
      "Isn't it better to wait?",
    ],
    twice: [
      'Would you not be unwilling to take no risk?',
      'I do not dislike losing nothing.',
      'I would never invest without no guarantee.',
      'I am not unlikely to sell.',
      'I do not disagree that risk is needed.',
      'Nobody does not want a return.',
      'I can’t say that I don’t worry.',
      'It is not that I cannot wait.',
      'I have no reason not to sell.',
    ],
    plain: [
      'How old are you?',
      '30 or younger',
      'Less than CNY 100,000',
      'CNY 200,000 to less than 500,000',
      'No, I would not sell.',
      'I have no experience and no knowledge.',
      'Neither buy nor sell',
      'No more than 10%, and not less than 5%',
      'Whether or not prices fall, I would not sell',
      'Not at all',
      'A guaranteed income of 3%',
      'The product does not guarantee the capital.',
      'Why don’t you invest?',
      'I never sell; I do not panic.',
      'What would you do if it fell by 20%?',
      'I do not know',
      'Without a plan',
      'None of these',
      'I would not lose sleep (no debt)',
      'Most of my income',
      'I am certain to need it',
      'The right choice for me',
      'Would you take a sure gain of CNY 1,000?',
      'not only shares but also bonds',
      'I no longer work and have no income',
    ],
  },
};

describe.each(Object.entries(SENTENCES))('wording in %s', (locale, { lead, twice, plain }) => {
  it.each(lead)('is leading: %s', (words) => {
    expect(said(locale, words)).toEqual([LEADING]);
  });

  it.each(twice)('has two negations: %s', (words) => {
    expect(said(locale, words)).toEqual([TWICE]);
  });

  it.each(plain)('is plain: %s', (words) => {
    expect(said(locale, words)).toEqual([]);
  });
});

describe('a finding on wording', () => {
  it('says where it is, and which words', () => {
    const text = { en: 'You would obviously hold.' };
    const rows = [{ id: 'r', text: { 'zh-Hans': '我不得不卖出' } }];
    const options = [text, {}, {}, {}, {}];
    const item = { ...CHOICE, kind: 'matrix', rows, options };
    const { findings } = lintQuestionnaire(smallForm({ items: wrong([item]) }));
    const wording = findings.filter(({ reason }) => [LEADING, TWICE].includes(reason.code));
    expect(wording.map(({ path, reason }) => [path, reason.parameters.words])).toEqual([
      ['definition.items[0].rows[0].text["zh-Hans"]', '不得不'],
      ['definition.items[0].options[0].en', 'obviously'],
    ]);
  });

  it('is none for the ready instruments', () => {
    const items = [...twelveItemQuestionnaire.items, ...timeHorizonSection.items];
    const form = { ...twelveItemQuestionnaire, items } as const;
    const overallWeights = { capacity: 0.4, tolerance: 0.3, knowledge: 0.2, horizon: 0.1 };
    const { findings } = lintQuestionnaire({ ...form, overallWeights });
    expect(findings.filter(({ reason }) => [LEADING, TWICE].includes(reason.code))).toEqual([]);
  });
});
