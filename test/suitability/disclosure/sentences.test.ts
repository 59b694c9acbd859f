import { describe, expect, it } from 'vitest';
import { lintDisclosure } from '../../../src/suitability/index.js';
import { only } from './support.js';

type Locale = 'zh-Hans' | 'zh-Hant' | 'en';

/** Codes of what stops a text under the head on direction, where balance is not looked at. */
const stopped = (locale: Locale, text: string): readonly string[] =>
  lintDisclosure(only('direction', locale, text))
    .filter(({ reason }) => reason.severity === 'block')
    .map(({ reason }) => reason.code.replace('suitability.disclosure-', ''));

/** What nobody may promise (Order No. 7 of 2025, article 13(2)), in the words of advertising. */
const PROMISES: readonly (readonly [Locale, string, string])[] = [
  ['en', 'return-guaranteed', 'We guarantee 4% a year.'],
  ['en', 'return-guaranteed', 'We promise you at least 5% a year.'],
  ['en', 'return-guaranteed', 'You are guaranteed 3.5 per cent, paid monthly.'],
  ['en', 'return-guaranteed', '4% a year, guaranteed.'],
  ['en', 'return-guaranteed', 'We guarantee that you will make a profit.'],
  ['en', 'return-guaranteed', 'The profit is certain.'],
  ['en', 'return-guaranteed', 'You need not be rich to get guaranteed returns: anyone may join.'],
  ['en', 'return-guaranteed', 'Do not miss these guaranteed returns.'],
  ['en', 'return-guaranteed', 'Beware of other banks, for we pay guaranteed returns.'],
  ['en', 'principal-guaranteed', 'The principal is not only guaranteed, it grows.'],
  ['en', 'principal-guaranteed', 'Your money is not just safe, it works for you.'],
  ['en', 'principal-guaranteed', 'You always get all your money back.'],
  ['en', 'principal-guaranteed', 'Your capital cannot be lost.'],
  ['en', 'principal-guaranteed', 'Your investment never falls.'],
  ['en', 'return-guaranteed', 'Guaranteed: 5% p.a.'],
  ['en', 'principal-guaranteed', 'We guarantee 100% of your capital.'],
  ['en', 'no-risk', 'There is no way to lose.'],
  ['en', 'no-risk', 'There is no chance of a loss.'],
  ['en', 'no-risk', 'It is impossible to lose.'],
  ['en', 'no-risk', 'Losses are out of the question.'],
  ['en', 'like-deposit', 'It is safer than a bank deposit.'],
  ['en', 'certain-future', 'The fund is certain to reach its goal.'],
  ['zh-Hans', 'principal-guaranteed', '100%本金安全'],
  ['zh-Hans', 'principal-guaranteed', '本金绝无损失可能'],
  ['zh-Hans', 'principal-guaranteed', '本产品不是不保本，而是天天保本。'],
  ['zh-Hans', 'principal-guaranteed', '您的本金十分安全。'],
  ['zh-Hans', 'principal-guaranteed', '本金不仅有保障，还会增长。'],
  ['zh-Hans', 'principal-guaranteed', '请勿错过保本机会。'],
  ['zh-Hans', 'principal-guaranteed', '保\u00ad本'],
  ['zh-Hans', 'principal-guaranteed', '保\u2060\u3164本'],
  ['zh-Hans', 'principal-guaranteed', '谨防骗局，认准我们的保本产品。'],
  ['zh-Hans', 'return-guaranteed', '保证赚钱'],
  ['zh-Hans', 'return-guaranteed', '我行承诺每年5%。'],
  ['zh-Hans', 'like-deposit', '比存款更安全'],
  ['zh-Hans', 'like-deposit', '比存银行还稳'],
  ['zh-Hans', 'certain-future', '回报必达5%'],
  ['zh-Hans', 'certain-future', '收益一定超过同业'],
  ['zh-Hans', 'certain-future', '买入后至少能赚三成。'],
  ['zh-Hant', 'principal-guaranteed', '100%本金安全'],
  ['zh-Hant', 'principal-guaranteed', '本金絕無損失可能'],
  ['zh-Hant', 'principal-guaranteed', '本產品並非不保本。'],
  ['zh-Hant', 'principal-guaranteed', '切勿錯過保本機會。'],
  ['zh-Hant', 'return-guaranteed', '保證賺錢'],
  ['zh-Hant', 'return-guaranteed', '承諾閣下每年5%。'],
  ['zh-Hant', 'like-deposit', '比定期存款更安全'],
  ['zh-Hant', 'certain-future', '回報必達5%'],
  ['zh-Hant', 'no-risk', '毫無虧蝕可能'],
];

/** What regulators want shown, and what only sounds like a promise. */
const WARNINGS: readonly (readonly [Locale, string])[] = [
  ['en', 'Beware of anybody who offers guaranteed profits.'],
  ['en', 'If someone promises you 10% a month without risk, report it to the police.'],
  ['en', 'Guaranteed returns are a warning sign of fraud.'],
  ['en', 'Fraudsters often say that you cannot lose.'],
  ['en', 'A product that promises returns without risk is probably a scam.'],
  ['en', "Don't trust offers of risk-free profits."],
  ['en', 'The product does not include a capital guarantee.'],
  ['en', 'The note lacks capital protection.'],
  ['en', 'Is the principal guaranteed? No.'],
  ['en', 'You will certainly pay the entry fee.'],
  ['en', 'The management fee will always increase with the size of the fund.'],
  ['en', 'Nobody can promise you 5% a year.'],
  ['en', 'It is no safer than a bank deposit.'],
  ['en', 'There is no way to lose more than you invest.'],
  ['zh-Hans', '凡是声称保本保息、稳赚不赔的，都可能是骗局。'],
  ['zh-Hans', '如有人向您承诺无风险高收益，请立即举报。'],
  ['zh-Hans', '如遇冒充本行人员保证收益的，请报警。'],
  ['zh-Hans', '宣称“稳赚不赔”的广告多为诈骗。'],
  ['zh-Hans', '保本高息往往是骗局。'],
  ['zh-Hans', '不要相信任何“零风险”的宣传。'],
  ['zh-Hans', '本产品不设保本条款。'],
  ['zh-Hans', '合同不包括任何保本承诺。'],
  ['zh-Hans', '本产品保本吗？不保本。'],
  ['zh-Hans', '您一定会支付认购费，费用一定会上涨。'],
  ['zh-Hans', '确保不低于80%的资产投资于债券，保证金比例为10%。'],
  ['zh-Hans', '没有人能保证赚钱。'],
  ['zh-Hans', '本金没有损失保障。'],
  ['zh-Hans', '本产品并不比存款更安全。'],
  ['zh-Hant', '凡是聲稱保本保息、穩賺不賠的，都可能是騙局。'],
  ['zh-Hant', '如有人向閣下承諾無風險高回報，請立即舉報。'],
  ['zh-Hant', '慎防任何人以保證回報作招徠。'],
  ['zh-Hant', '標榜「零風險」的投資多是騙局。'],
  ['zh-Hant', '本產品不設保本條款。'],
  ['zh-Hant', '本產品不包含任何本金保證。'],
  ['zh-Hant', '閣下一定會支付認購費。'],
];

describe('a sentence', () => {
  it.each(PROMISES)('that promises is stopped, in %s (%s): %s', (locale, code, text) => {
    expect(stopped(locale, text)).toContain(code);
  });

  it.each(WARNINGS)('that warns, or tells a cost, is not stopped, in %s: %s', (locale, text) => {
    expect(stopped(locale, text)).toEqual([]);
  });
});
