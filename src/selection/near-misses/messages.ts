import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What would have to change for a product to be open, in three languages. */
export const nearMissMessages: Messages = Object.freeze({
  'selection.change.level': text(
    '风险承受能力等级为{level}及以上的客户可购买。等级由评估得出，不会为购买产品而提高。',
    '風險級別為{level}或以上的客戶可購買。級別由評估得出，不會為購買產品而提高。',
    'It is open from level {level} on. The level follows from the assessment and is not raised for a product.',
  ),
  'selection.change.rule': text(
    '须使规则{rule}不再反对。',
    '須使規則{rule}不再反對。',
    'Rule {rule} would have to stand against it no longer.',
  ),
  'selection.change.facts': text(
    '须先补充以下信息：{missing:term}。',
    '須先補充以下資料：{missing:term}。',
    'These facts would have to be known: {missing:term}.',
  ),
  'selection.change.lock-up': text(
    '资金须能封闭{days}天。',
    '資金須能鎖定{days}日。',
    'The {days}-day lock-up would have to be acceptable.',
  ),
  'selection.change.needed-later': text(
    '用款日须不早于{on}。',
    '用款日須不早於{on}。',
    'The money would have to be needed no earlier than {on}.',
  ),
  'selection.change.wait': text(
    '可等到{on}再委托。',
    '可待{on}再作指示。',
    'The order could wait until {on}.',
  ),
  'selection.change.reopens': text(
    '须等该产品重新开放，日期尚未公布。',
    '須待此產品重新開放，日期尚未公布。',
    'The product would have to open again; the day is not known.',
  ),
  'selection.change.currency': text(
    '须接受以{currency}投资，并承担汇率风险。',
    '須接受以{currency}投資，並承擔匯率風險。',
    'An investment in {currency}, with its currency risk, would have to be accepted.',
  ),
  'selection.change.rate': text(
    '须提供{currency}的汇率。',
    '須提供{currency}的匯率。',
    'A rate for {currency} would have to be given.',
  ),
  'selection.change.amount': text(
    '可投资金额须不少于{minimum:money}。',
    '可投資金額須不少於{minimum:money}。',
    'The amount to invest would have to be at least {minimum:money}.',
  ),
  'selection.change.amount-known': text(
    '须先确定投资金额。',
    '須先確定投資金額。',
    'The amount to invest would have to be known.',
  ),
  'selection.change.none': text(
    '没有可以改变的条件。',
    '沒有可以改變的條件。',
    'Nothing that could be changed would open it.',
  ),
});
