import { type Messages, localisedText as text } from '../evidence/index.js';

/** What the facts are called that a target market asks for, in three languages. */
export const selectionTerms: Messages = Object.freeze({
  'selection.term.kind': text('客户类别', '客戶類別', 'kind of client'),
  'selection.term.knowledge': text(
    '投资知识与经验评分',
    '投資知識及經驗評分',
    'score of knowledge and experience',
  ),
  'selection.term.objective': text('投资目标', '投資目標', 'investment objective'),
  'selection.term.horizonYears': text('投资期限', '投資年期', 'investment horizon'),
  'selection.term.lossCapacity': text(
    '可承受的损失',
    '可承受的損失',
    'how much of the money you could lose',
  ),
  'selection.term.traits.over-65': text(
    '是否年满65周岁',
    '是否年滿65歲',
    'whether you are over 65',
  ),
  'selection.term.traits.lowest-category': text(
    '风险承受能力是否属最低类别',
    '風險承受能力是否屬最低類別',
    'whether you are in the lowest category of risk tolerance',
  ),
  'selection.term.traits.needs-money-within-a-year': text(
    '一年内是否需要动用这笔钱',
    '一年內是否需要動用該筆款項',
    'whether you need the money within a year',
  ),
});
