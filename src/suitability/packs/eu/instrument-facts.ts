import type { FactDeclaration } from '../../../rules/index.js';
import { count, label, listOf, oneOf, yesNo } from '../../facts/declare.js';

/** Kinds of instruments as article 25(4)(a) of Directive 2014/65/EU tells them apart. */
export const INSTRUMENT_TYPES = [
  'share',
  'fund-share',
  'bond',
  'money-market',
  'ucits',
  'structured-ucits',
  'structured-deposit',
  'derivative',
  'other',
] as const;

/** Why a client invests, and what an instrument is for. */
export const OBJECTIVES = ['preservation', 'income', 'growth', 'speculation', 'hedging'] as const;

/** The six criteria of article 57 of Delegated Regulation (EU) 2017/565, in its order from (a) to (f). */
export const ARTICLE_57_CRITERIA = [
  'no-derivative',
  'frequent-prices',
  'no-further-liability',
  'no-altering-clause',
  'no-trapping-exit-charge',
  'understandable-information',
] as const;

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
    { values: OBJECTIVES },
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
    { values: ARTICLE_57_CRITERIA },
  ),
};
