import { type Citation, localisedText as text } from '../../evidence/index.js';
import type { KnockOut } from '../definition.js';
import type { SingleItem } from '../item.js';
import { choiceItem } from './choice-item.js';

/** Items and a knock-out to be taken into a form. */
export interface QuestionnaireSection {
  readonly items: readonly SingleItem[];
  readonly knockOut: KnockOut;
  /** What is suggested to those whom the knock-out stops, whatever their tolerance: shares, decimal fractions. */
  readonly suggestion: Readonly<Record<string, number>>;
}

const WITHDRAWAL = choiceItem(
  {
    id: 'horizon-start',
    factor: 'horizon',
    dimension: 'horizon',
    weight: 1,
    text: text(
      '您预计多久以后开始动用这笔资金？',
      '閣下預計多久以後開始動用這筆資金？',
      'When do you expect to begin to spend this money?',
    ),
  },
  [
    [1, text('不满3年', '少於3年', 'In less than 3 years')],
    [3, text('3年以上、不满6年', '3年或以上、少於6年', 'In 3 to less than 6 years')],
    [7, text('6年以上、不满11年', '6年或以上、少於11年', 'In 6 to less than 11 years')],
    [10, text('11年以上', '11年或以上', 'In 11 years or more')],
  ],
);

const SPENDING = choiceItem(
  {
    id: 'horizon-length',
    factor: 'horizon',
    dimension: 'horizon',
    weight: 1,
    text: text(
      '开始动用后，您预计多久用完这笔资金？',
      '開始動用後，閣下預計多久用完這筆資金？',
      'Once you have begun, how long do you expect the money to be spent over?',
    ),
  },
  [
    [0, text('不满2年', '少於2年', 'Less than 2 years')],
    [1, text('2年以上、不满6年', '2年或以上、少於6年', '2 to less than 6 years')],
    [4, text('6年以上、不满11年', '6年或以上、少於11年', '6 to less than 11 years')],
    [8, text('11年以上', '11年或以上', '11 years or more')],
  ],
);

const SECTION_1: Citation = Object.freeze({
  instrument: 'Schwab Investor Profile Questionnaire',
  article: 'section 1',
  address: 'https://www.scribd.com/document/598695525',
  verified: true,
});

/**
 * A section on the time horizon, with the points and the knock-out of a published form and wording of our own:
 * whoever scores fewer than 3 points needs the money too soon to invest it, whatever the tolerance.
 *
 * The knock-out adds the items’ points up, whatever the form’s scale; it counts on their weights of 1.
 *
 * Source: Schwab Investor Profile Questionnaire, section 1.
 *
 * @example
 * ```ts
 * import { timeHorizonSection } from 'aptfolio/questionnaire';
 *
 * timeHorizonSection.items.map((item) => item.points); // => [[1, 3, 7, 10], [0, 1, 4, 8]]
 * timeHorizonSection.suggestion; // => { shortTermBonds: 0.4, cash: 0.6 }
 * ```
 */
export const timeHorizonSection: QuestionnaireSection = Object.freeze({
  items: Object.freeze([WITHDRAWAL, SPENDING]),
  knockOut: Object.freeze({
    id: 'horizon-too-short',
    when: Object.freeze({
      left: sumOfPoints(WITHDRAWAL.id, SPENDING.id),
      is: '<',
      right: 3,
    }),
    outcome: 'stop',
    text: text(
      '这笔资金很快就要用完，不宜投资于价格会涨跌的产品。',
      '這筆資金很快便要用完，不宜投資於價格會升跌的產品。',
      'The money will be spent too soon to be invested in products whose price goes up and down.',
    ),
    citations: Object.freeze([SECTION_1]),
  }),
  suggestion: Object.freeze({ shortTermBonds: 0.4, cash: 0.6 }),
});

/** Conditions know a difference only: a + b = a − (0 − b). */
function sumOfPoints(a: string, b: string) {
  const negative = Object.freeze({
    minus: Object.freeze([0, Object.freeze({ points: b })] as const),
  });
  return Object.freeze({ minus: Object.freeze([Object.freeze({ points: a }), negative] as const) });
}
