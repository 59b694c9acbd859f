import { localisedText as text } from '../../evidence/index.js';
import type { SingleItem } from '../item.js';
import { choiceItem } from './choice-item.js';

const AGE = choiceItem(
  {
    id: 'Q01',
    factor: 'age',
    dimension: 'capacity',
    weight: 1,
    text: text('您的年龄是多少？', '閣下的年齡是多少？', 'How old are you?'),
  },
  [
    [10, text('30岁及以下', '30歲或以下', '30 or younger')],
    [8, text('31岁至45岁', '31歲至45歲', '31 to 45')],
    [6, text('46岁至55岁', '46歲至55歲', '46 to 55')],
    [3, text('56岁至64岁', '56歲至64歲', '56 to 64')],
    [0, text('65岁及以上', '65歲或以上', '65 or older')],
  ],
);

const INCOME = choiceItem(
  {
    id: 'Q02',
    factor: 'financialStatus.income',
    dimension: 'capacity',
    weight: 2,
    text: text(
      '您的家庭去年税后收入是多少？',
      '閣下的家庭去年的稅後收入是多少？',
      'What was your household’s income after tax last year?',
    ),
  },
  [
    [1, text('不满10万元', '少於人民幣100,000元', 'Less than CNY 100,000')],
    [
      3,
      text(
        '10万元以上、不满20万元',
        '人民幣100,000元或以上、少於200,000元',
        'CNY 100,000 to less than 200,000',
      ),
    ],
    [
      5,
      text(
        '20万元以上、不满50万元',
        '人民幣200,000元或以上、少於500,000元',
        'CNY 200,000 to less than 500,000',
      ),
    ],
    [
      8,
      text(
        '50万元以上、不满100万元',
        '人民幣500,000元或以上、少於1,000,000元',
        'CNY 500,000 to less than 1,000,000',
      ),
    ],
    [10, text('100万元以上', '人民幣1,000,000元或以上', 'CNY 1,000,000 or more')],
  ],
);

const DEBT = choiceItem(
  {
    id: 'Q03',
    factor: 'financialStatus.debt',
    dimension: 'capacity',
    weight: 2,
    text: text(
      '您的家庭每月偿还贷款的支出占税后收入的多少？',
      '閣下的家庭每月償還貸款的支出佔稅後收入的多少？',
      'How much of your household’s monthly income after tax goes into repaying loans?',
    ),
  },
  [
    [10, text('没有贷款', '沒有貸款', 'There are no loans')],
    [7, text('不超过20%', '不超過20%', 'Up to 20%')],
    [4, text('超过20%，不超过40%', '超過20%，不超過40%', 'More than 20%, up to 40%')],
    [0, text('超过40%', '超過40%', 'More than 40%')],
  ],
);

const LIQUIDITY = choiceItem(
  {
    id: 'Q04',
    factor: 'liquidityNeed',
    dimension: 'capacity',
    weight: 2,
    text: text(
      '未来12个月内，您预计要动用这笔资金的多少？',
      '未來12個月內，閣下預計要動用這筆資金的多少？',
      'How much of this money do you expect to need within the next 12 months?',
    ),
  },
  [
    [0, text('超过一半', '超過一半', 'More than half')],
    [
      3,
      text(
        '超过四分之一，不超过一半',
        '超過四分之一，不超過一半',
        'More than a quarter, up to half',
      ),
    ],
    [6, text('不超过四分之一', '不超過四分之一', 'Up to a quarter')],
    [10, text('完全不需要动用', '完全不需要動用', 'None of it')],
  ],
);

const HORIZON = choiceItem(
  {
    id: 'Q05',
    factor: 'horizon',
    dimension: 'capacity',
    weight: 3,
    text: text(
      '您打算让这笔资金投资多久？',
      '閣下打算將這筆資金投資多久？',
      'How long do you plan to leave this money invested?',
    ),
  },
  [
    [0, text('不满1年', '少於1年', 'Less than 1 year')],
    [3, text('1年以上、不满3年', '1年或以上、少於3年', '1 year to less than 3 years')],
    [7, text('3年以上、不满5年', '3年或以上、少於5年', '3 years to less than 5 years')],
    [10, text('5年以上', '5年或以上', '5 years or more')],
  ],
);

/** How much loss a client’s circumstances can bear. */
export const capacityItems: readonly SingleItem[] = Object.freeze([
  AGE,
  INCOME,
  DEBT,
  LIQUIDITY,
  HORIZON,
]);
