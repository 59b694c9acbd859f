import { localisedText as text } from '../../evidence/index.js';
import type { SingleItem } from '../item.js';
import { choiceItem } from './choice-item.js';

const EXPERIENCE = choiceItem(
  {
    id: 'Q11',
    factor: 'experience',
    dimension: 'knowledge',
    weight: 2,
    text: text(
      '您投资价格会涨跌的产品（例如基金、股票）有多久？',
      '閣下投資價格會升跌的產品（例如基金、股票）有多久？',
      'How long have you held investments whose price goes up and down, such as funds or shares?',
    ),
  },
  [
    [0, text('从未投资过', '從未投資過', 'I have never held any')],
    [3, text('不满2年', '少於2年', 'Less than 2 years')],
    [6, text('2年以上、不满5年', '2年或以上、少於5年', '2 years to less than 5 years')],
    [10, text('5年以上', '5年或以上', '5 years or more')],
  ],
);

/** The options go from the belief that overlooks most of the risk to the right one. */
const AWARENESS = choiceItem(
  {
    id: 'Q12',
    factor: 'riskAwareness.quiz',
    dimension: 'knowledge',
    weight: 3,
    text: text(
      '某基金过去三年每年收益8%。关于它明年的收益，您认为以下哪一项说法正确？',
      '某基金過去三年每年回報8%。關於它明年的回報，閣下認為以下哪一項說法正確？',
      'A fund has earned 8% in each of the last three years. Which statement on its return next year do you think is right?',
    ),
  },
  [
    [0, text('不会低于8%', '不會低於8%', 'It will be at least 8%')],
    [3, text('与8%相差不多', '與8%相差不多', 'It will be close to 8%')],
    [
      6,
      text(
        '可能远低于8%，但不会亏损',
        '可能遠低於8%，但不會虧損',
        'It may be far below 8%, but not a loss',
      ),
    ],
    [
      10,
      text('可高可低，也可能亏损', '可高可低，亦可能虧損', 'It may be higher or lower, or a loss'),
    ],
  ],
);

/** What a client knows of investments. */
export const knowledgeItems: readonly SingleItem[] = Object.freeze([EXPERIENCE, AWARENESS]);
