import { localisedText as text } from '../../evidence/index.js';
import type { SingleItem } from '../item.js';
import { choiceItem } from './choice-item.js';

const PURPOSE = choiceItem(
  {
    id: 'Q06',
    factor: 'purpose',
    dimension: 'tolerance',
    weight: 1,
    text: text(
      '您投资这笔资金的首要目的是什么？',
      '閣下投資這筆資金的首要目的是甚麼？',
      'What is your first aim in investing this money?',
    ),
  },
  [
    [0, text('保住本金', '保住本金', 'To keep what I invest')],
    [3, text('获得定期收入', '獲得定期收入', 'To receive a regular income')],
    [6, text('资产稳步增值', '資產穩步增值', 'To let it grow steadily')],
    [10, text('资产尽可能增值', '資產盡可能增值', 'To let it grow as much as possible')],
  ],
);

const RETURN = choiceItem(
  {
    id: 'Q07',
    factor: 'returnExpectation',
    dimension: 'tolerance',
    weight: 1,
    text: text(
      '您希望这笔资金平均每年获得多少收益？',
      '閣下希望這筆資金平均每年獲得多少回報？',
      'What return a year, on average, do you hope for on this money?',
    ),
  },
  [
    [0, text('不超过2%', '不超過2%', 'Up to 2%')],
    [4, text('超过2%，不超过5%', '超過2%，不超過5%', 'More than 2%, up to 5%')],
    [7, text('超过5%，不超过8%', '超過5%，不超過8%', 'More than 5%, up to 8%')],
    [10, text('超过8%', '超過8%', 'More than 8%')],
  ],
);

const PREFERENCE = choiceItem(
  {
    id: 'Q08',
    factor: 'riskPreference',
    dimension: 'tolerance',
    weight: 2,
    text: text(
      '现有四种投资，投入10万元，一年后可能的结果如下。您会选择哪一种？',
      '現有四種投資，投入人民幣100,000元，一年後可能的結果如下。閣下會選擇哪一種？',
      'Four investments of CNY 100,000 may turn out as follows after one year. Which one would you choose?',
    ),
  },
  [
    [
      0,
      text(
        '最好盈利2,000元，最差不盈不亏',
        '最佳盈利2,000元，最差無盈虧',
        'At best a gain of 2,000, at worst neither gain nor loss',
      ),
    ],
    [
      3,
      text(
        '最好盈利8,000元，最差亏损4,000元',
        '最佳盈利8,000元，最差虧損4,000元',
        'At best a gain of 8,000, at worst a loss of 4,000',
      ),
    ],
    [
      6,
      text(
        '最好盈利20,000元，最差亏损12,000元',
        '最佳盈利20,000元，最差虧損12,000元',
        'At best a gain of 20,000, at worst a loss of 12,000',
      ),
    ],
    [
      10,
      text(
        '最好盈利40,000元，最差亏损30,000元',
        '最佳盈利40,000元，最差虧損30,000元',
        'At best a gain of 40,000, at worst a loss of 30,000',
      ),
    ],
  ],
);

const REACTION = choiceItem(
  {
    id: 'Q09',
    factor: 'reactionToLoss',
    dimension: 'tolerance',
    weight: 3,
    text: text(
      '假设您投入的10万元在半年内跌至8万元，您会怎么做？',
      '假設閣下投入的人民幣100,000元在半年內跌至80,000元，閣下會怎樣做？',
      'Suppose CNY 100,000 that you invested has fallen to 80,000 within half a year. What would you do?',
    ),
  },
  [
    [0, text('全部卖出', '全部賣出', 'Sell all of it')],
    [3, text('卖出一部分', '賣出一部分', 'Sell part of it')],
    [6, text('继续持有', '繼續持有', 'Keep it')],
    [10, text('追加投资', '增加投資', 'Invest more')],
  ],
);

const MAX_LOSS = choiceItem(
  {
    id: 'Q10',
    factor: 'maxLoss',
    dimension: 'tolerance',
    weight: 3,
    text: text(
      '您投入的10万元在一年内最多亏损多少是您可以接受的？',
      '閣下投入的人民幣100,000元在一年內最多虧損多少是閣下可以接受的？',
      'What is the largest loss within one year that you would accept on CNY 100,000 invested?',
    ),
  },
  [
    [0, text('不接受任何亏损', '不接受任何虧損', 'No loss at all')],
    [2, text('不超过5,000元（5%）', '不超過5,000元（5%）', 'Up to 5,000 (5%)')],
    [
      5,
      text(
        '超过5,000元，不超过10,000元（10%）',
        '超過5,000元，不超過10,000元（10%）',
        'More than 5,000, up to 10,000 (10%)',
      ),
    ],
    [
      8,
      text(
        '超过10,000元，不超过20,000元（20%）',
        '超過10,000元，不超過20,000元（20%）',
        'More than 10,000, up to 20,000 (20%)',
      ),
    ],
    [10, text('超过20,000元（20%）', '超過20,000元（20%）', 'More than 20,000 (20%)')],
  ],
);

/** How much risk a client wants to take. */
export const toleranceItems: readonly SingleItem[] = Object.freeze([
  PURPOSE,
  RETURN,
  PREFERENCE,
  REACTION,
  MAX_LOSS,
]);
