import type { FactDeclaration } from '../../../rules/index.js';
import {
  count,
  label,
  listOf,
  type NamedValues,
  named,
  oneOf,
  yesNo,
} from '../../facts/declare.js';

/** Kinds of instruments as article 25(4)(a) of Directive 2014/65/EU tells them apart. */
export const INSTRUMENT_TYPES = {
  share: ['公司股份', '公司股份', 'share in a company'],
  'fund-share': ['其他基金份额', '其他基金單位', 'share in a fund that is no UCITS'],
  bond: ['债券', '債券', 'bond'],
  'money-market': ['货币市场工具', '貨幣市場工具', 'money-market instrument'],
  ucits: ['UCITS基金', 'UCITS基金', 'UCITS'],
  'structured-ucits': ['结构性UCITS基金', '結構性UCITS基金', 'structured UCITS'],
  'structured-deposit': ['结构性存款', '結構性存款', 'structured deposit'],
  derivative: ['衍生工具', '衍生工具', 'derivative'],
  other: ['其他', '其他', 'other'],
} as const;

/** Why a client invests, and what an instrument is for. */
export const OBJECTIVES: NamedValues = named({
  preservation: ['保值', '保值', 'preservation'],
  income: ['收入', '收入', 'income'],
  growth: ['增长', '增長', 'growth'],
  speculation: ['投机', '投機', 'speculation'],
  hedging: ['对冲', '對沖', 'hedging'],
});

/** The six criteria of article 57 of Delegated Regulation (EU) 2017/565, in its order from (a) to (f). */
const ARTICLE_57 = named({
  'no-derivative': ['不是衍生工具', '並非衍生工具', 'no derivative'],
  'frequent-prices': [
    '经常有机会按公开价格出售',
    '經常有機會按公開價格出售',
    'frequent opportunities to sell at public prices',
  ],
  'no-further-liability': [
    '除取得成本外没有其他负债',
    '除取得成本外沒有其他負債',
    'no liability beyond the cost of acquiring it',
  ],
  'no-altering-clause': [
    '没有可根本改变其性质的条款',
    '沒有可根本改變其性質的條款',
    'no clause that could change its nature',
  ],
  'no-trapping-exit-charge': [
    '没有使其缺乏流动性的退出费用',
    '沒有令其缺乏流動性的退出費用',
    'no exit charge that makes it illiquid',
  ],
  'understandable-information': [
    '有充分且易懂的公开信息',
    '有充分且易懂的公開資料',
    'public information that is likely to be understood',
  ],
});

/** Their names in the pack. */
export const ARTICLE_57_CRITERIA: readonly string[] = ARTICLE_57.values;

/** What is known of the instrument. */
export const INSTRUMENT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'instrument.type': oneOf(
    INSTRUMENT_TYPES,
    label('金融工具种类', '金融工具種類', 'kind of instrument'),
  ),
  /** The summary risk indicator of its key information document or, without one, the firm's own class on that scale. */
  'instrument.riskClass': count('class', label('风险类别', '風險類別', 'risk class'), {
    whole: true,
    min: 1,
    max: 7,
    riskier: 'higher',
  }),
  /** How long the money is tied up at least; 0 if it can be had back at any time. */
  'instrument.termYears': count(
    'years',
    label('所需投资期限', '所需投資期限', 'investment term required'),
    { riskier: 'higher' },
  ),
  'instrument.objectives': listOf(
    label('适合的投资目标', '適合的投資目標', 'objectives it serves'),
    OBJECTIVES,
  ),
  'instrument.meetsSustainability': yesNo(
    label(
      '符合客户的可持续偏好',
      '符合客戶的可持續偏好',
      'meets the client’s sustainability preferences',
    ),
  ),
  /** On a regulated market, an equivalent third-country market or a multilateral trading facility. */
  'instrument.admitted': yesNo(label('已获准交易', '已獲准交易', 'admitted to trading')),
  'instrument.embedsDerivative': yesNo(
    label('嵌入衍生工具', '嵌入衍生工具', 'embeds a derivative'),
  ),
  /** Of the risk involved; for a structured deposit also of the cost of leaving before term. */
  'instrument.hardToUnderstand': yesNo(
    label(
      '结构使客户难以理解风险',
      '結構令客戶難以理解風險',
      'has a structure which makes the risk difficult to understand',
    ),
  ),
  'instrument.article57': listOf(
    label('已满足的第57条标准', '已符合的第57條準則', 'criteria of article 57 that it satisfies'),
    ARTICLE_57,
  ),
};
