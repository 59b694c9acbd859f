import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What is said about next-best actions, what holds them back, and the names of actions and requirements. */
export const actionMessages: Messages = Object.freeze({
  'client.no-marketing-consent': text(
    '客户未同意接收营销信息，不得就此主动联系。',
    '客戶未同意接收推廣資訊，不得就此主動聯絡。',
    'The client has not agreed to marketing, so the bank must not raise this of its own accord.',
  ),
  'client.contact-cap-need': text(
    '就同一需求，{days}天内最多联系{most}次，次数已满；{until}起可再联系。',
    '就同一需要，{days}日內最多聯絡{most}次，次數已滿；{until}起可再聯絡。',
    'Contacts about the same need in any {days}-day period: {most} at most; the next may be on {until}.',
  ),
  'client.contact-cap-all': text(
    '{days}天内最多主动联系{most}次，次数已满；{until}起可再联系。',
    '{days}日內最多主動聯絡{most}次，次數已滿；{until}起可再聯絡。',
    'Contacts in any {days}-day period: {most} at most; the next may be on {until}.',
  ),
  'client.contact-none-allowed': text(
    '银行政策不允许就此主动联系客户。',
    '銀行政策不容許就此主動聯絡客戶。',
    'The bank’s policy allows no contact about this.',
  ),
  'client.cooling-off': text(
    '客户已于{declined}婉拒，{until}前不再提及。',
    '客戶已於{declined}婉拒，{until}前不再提及。',
    'The client declined on {declined}; this is not raised again before {until}.',
  ),
  'client.level-unknown': text(
    '风险等级未知，不能推荐产品。',
    '風險級別不明，不能推薦產品。',
    'The risk level is not known, so no product can be recommended.',
  ),
  'client.no-human-review': text(
    '客户需要特别关注（或尚未确认是否需要），须先由专人复核。',
    '客戶需要特別關顧（或尚未確認是否需要），須先由專人覆核。',
    'The client needs special care, or nobody has looked whether so. A person has to review this first.',
  ),
  'client.debts-first': text(
    '闲置资金{idle:money}应先用于归还欠款（共{owed:money}）。',
    '閒置資金{idle:money}應先用於清還欠款（共{owed:money}）。',
    'The idle {idle:money} should first repay what is owed ({owed:money}).',
  ),
  'client.same-debt': text(
    '{debt}为透支，已按透支安排归还。',
    '{debt}屬透支，已按透支安排清還。',
    '{debt} is an overdraft, and is to be repaid as such already.',
  ),
  'client.too-few-outcomes': text(
    '仅有{n}例，少于{minimumSample}例，只列次数，不计比例。',
    '只有{n}宗個案，少於{minimumSample}宗，只列次數，不計比率。',
    'The number of cases, {n}, is below {minimumSample}: counts are given, but no share.',
  ),

  'client.do-repay-debt': text(
    '归还欠款{amount:money}。',
    '清還欠款{amount:money}。',
    'Repay {amount:money} of debt.',
  ),
  'client.do-build-reserve': text(
    '补足备用金{amount:money}。',
    '補足備用金{amount:money}。',
    'Add {amount:money} to the reserve.',
  ),
  'client.do-get-cover': text(
    '了解保障方案，缺口为{amount:money}。',
    '了解保障方案，缺口為{amount:money}。',
    'Look into cover for {amount:money}.',
  ),
  'client.do-free-up-money': text(
    '提前安排，在用款日前腾出{amount:money}。',
    '提早安排，在用款日前騰出{amount:money}。',
    'Plan ahead, so that {amount:money} is free in time.',
  ),
  'client.do-reassess': text(
    '预约重新进行风险测评。',
    '預約重新進行風險評估。',
    'Arrange a new risk assessment.',
  ),
  'client.do-invest-idle-cash': text(
    '为闲置的{amount:money}安排适合的去处。',
    '為閒置的{amount:money}作合適安排。',
    'Find a suitable place for {amount:money} that lies idle.',
  ),
  'client.do-start-saving-plan': text(
    '每月储蓄{amount:money}。',
    '每月儲蓄{amount:money}。',
    'Save {amount:money} a month.',
  ),
  'client.do-staged-sale': text(
    '一次或分批卖出{amount:money}。',
    '一次過或分批賣出{amount:money}。',
    'Sell {amount:money}, at once or in stages.',
  ),
  'client.do-hedge-currency': text(
    '降低或对冲{amount:money}的外币敞口。',
    '減低或對沖{amount:money}的外幣風險。',
    'Reduce or hedge {amount:money} of currency exposure.',
  ),
  'client.do-plan-maturity': text(
    '为到期的{amount:money}安排去向。',
    '為到期的{amount:money}安排去向。',
    'Decide what becomes of the {amount:money} that matures.',
  ),
  'client.do-spread-deposits': text(
    '将超出存款保险限额的{amount:money}分散存放。',
    '將超出存款保障上限的{amount:money}分散存放。',
    'Spread the {amount:money} beyond the guarantee over other banks.',
  ),
  'client.do-book-review': text(
    '预约面谈，商讨尚缺的{amount:money}。',
    '預約面談，商討尚欠的{amount:money}。',
    'Book a review about the {amount:money} that is lacking.',
  ),
  'client.do-book-review-unknown': text(
    '预约面谈，商讨尚缺的{amount:money}；尚未掌握的资料：{missing:term}。',
    '預約面談，商討尚欠的{amount:money}；尚未掌握的資料：{missing:term}。',
    'Book a review about the {amount:money} that is lacking; not known yet: {missing:term}.',
  ),
  'client.do-notify': text(
    '仅作必要告知，涉及{amount:money}。',
    '只作必要通知，涉及{amount:money}。',
    'Tell the client what has to be told about {amount:money}, and no more.',
  ),

  'client.action.repay-debt': text('归还欠款', '清還欠款', 'Repay debt'),
  'client.action.build-reserve': text('补足备用金', '補足備用金', 'Build the reserve'),
  'client.action.get-cover': text('补充保障', '補充保障', 'Get cover'),
  'client.action.free-up-money': text('腾出资金', '騰出資金', 'Free up money'),
  'client.action.reassess': text('重新测评', '重新評估', 'Reassess'),
  'client.action.invest-idle-cash': text('安排闲置资金', '安排閒置資金', 'Invest idle cash'),
  'client.action.start-saving-plan': text('定期储蓄', '定期儲蓄', 'Start a saving plan'),
  'client.action.staged-sale': text('分批卖出', '分批賣出', 'Sell in stages'),
  'client.action.hedge-currency': text('管理外币敞口', '管理外幣風險', 'Hedge currencies'),
  'client.action.plan-maturity': text('安排到期资金', '安排到期資金', 'Plan for a maturity'),
  'client.action.spread-deposits': text('分散存款', '分散存款', 'Spread deposits'),
  'client.action.book-review': text('预约面谈', '預約面談', 'Book a review'),
  'client.action.notify': text('必要告知', '必要通知', 'Notify'),

  'client.requirement.suitability-check': text('适当性评估', '合適性評估', 'Suitability check'),
  'client.requirement.client-consent': text('客户同意', '客戶同意', 'The client’s consent'),
  'client.requirement.human-review': text('专人复核', '專人覆核', 'Review by a person'),
  'client.requirement.special-care': text('特别注意义务', '特別注意責任', 'Special care'),
  'client.requirement.open-questions': text('待澄清事项', '待澄清事項', 'Open questions'),
  'client.requirement.tax-check': text('税务影响', '稅務影響', 'Tax check'),
  'client.requirement.early-repayment-terms': text(
    '提前还款条款',
    '提早還款條款',
    'Terms of early repayment',
  ),
});
