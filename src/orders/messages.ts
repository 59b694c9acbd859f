import { type Messages, mergeMessages } from '../evidence/index.js';
import { lifeMessages } from './life/messages.js';
import { notificationMessages } from './notifications/messages.js';
import { proposalMessages } from './proposal/messages.js';

const preTradeMessages: Messages = Object.freeze({
  'orders.assessment-expired': {
    'zh-Hans':
      '您的风险承受能力评估（{assessedOn}）有效期至{validThrough}，现已过期。请重新评估后再申购；赎回及转换至较低风险产品不受影响。',
    'zh-Hant':
      '閣下的風險承受能力評估（{assessedOn}）有效期至{validThrough}，現已逾期。請重新評估後再認購；贖回及轉換至較低風險產品不受影響。',
    en: 'Your risk assessment of {assessedOn} was valid through {validThrough}. Please renew it before buying; redemptions and switches to lower risk remain open to you.',
  },
  'orders.risk-above-level': {
    'zh-Hans': '{product}的风险等级为{rating}，高于您的风险承受能力等级{level}，不能为您办理申购。',
    'zh-Hant': '{product}的風險評級為{rating}，高於閣下的風險級別{level}，未能為閣下辦理認購。',
    en: '{product} is rated {rating}, above your risk level {level}. We cannot accept a purchase.',
  },
  'orders.lowest-category': {
    'zh-Hans':
      '{product}的风险等级为{rating}，高于您的风险承受能力等级{level}。您属于（或尚未确认不属于）风险承受能力最低类别，即使您坚持也不能办理申购。',
    'zh-Hant':
      '{product}的風險評級為{rating}，高於閣下的風險級別{level}。閣下屬於（或尚未確認不屬於）風險承受能力最低類別，即使閣下堅持亦未能辦理認購。',
    en: '{product} is rated {rating}, above your risk level {level}. As you are in the lowest risk category, or it is not confirmed that you are not, we cannot accept a purchase even if you insist.',
  },
  'orders.solicited-above-level': {
    'zh-Hans':
      '{product}的风险等级为{rating}，高于您的风险承受能力等级{level}。只有您主动提出且非本行推介时，才可在特别风险警示后申购。',
    'zh-Hant':
      '{product}的風險評級為{rating}，高於閣下的風險級別{level}。只有在閣下主動提出而非由本行推介時，方可於特別風險警示後認購。',
    en: '{product} is rated {rating}, above your risk level {level}. A purchase after a special warning is open only if you asked for it yourself and we did not propose it.',
  },
  'orders.special-warning': {
    'zh-Hans':
      '特别风险警示：{product}的风险等级为{rating}，高于您的风险承受能力等级{level}，不适合您。如您仍坚持购买，请书面确认已知悉此风险。',
    'zh-Hant':
      '特別風險警示：{product}的風險評級為{rating}，高於閣下的風險級別{level}，並不適合閣下。如閣下仍堅持購買，請以書面確認已知悉此風險。',
    en: 'Special warning: {product} is rated {rating}, above your risk level {level}, and does not suit you. If you still insist on buying it, please confirm in writing that you know this risk.',
  },
  'orders.holding-kept': {
    'zh-Hans': '您已持有的{product}（现为{rating}）可以继续持有或赎回，但不能追加。',
    'zh-Hant': '閣下已持有的{product}（現為{rating}）可繼續持有或贖回，但不可加購。',
    en: 'You may keep or redeem the {product} you hold (now rated {rating}), but not add to it.',
  },
  'orders.reduces-risk': {
    'zh-Hans': '由{from}转换至{product}会降低风险，因此不受风险等级及评估有效期的限制。',
    'zh-Hant': '由{from}轉換至{product}可降低風險，因此不受風險級別及評估有效期所限。',
    en: 'Switching from {from} to {product} lowers the risk, so neither the risk level nor the age of the assessment stands in its way.',
  },
  'orders.no-subscription': {
    'zh-Hans': '{product}目前不接受申购。',
    'zh-Hant': '{product}目前不接受認購。',
    en: '{product} does not accept purchases at present.',
  },
  'orders.no-redemption': {
    'zh-Hans': '{product}目前暂停赎回。',
    'zh-Hant': '{product}目前暫停贖回。',
    en: '{product} does not accept redemptions at present.',
  },
  'orders.locked-beyond-need': {
    'zh-Hans': '{product}最早可于{availableFrom}取回资金，晚于您的用款日{neededOn}，不能办理申购。',
    'zh-Hant':
      '{product}最早可於{availableFrom}取回資金，遲於閣下的用款日{neededOn}，未能辦理認購。',
    en: 'Money in {product} is available again from {availableFrom}, later than the {neededOn} on which you need it. We cannot accept the purchase.',
  },
  'orders.below-minimum': {
    'zh-Hans': '{product}：金额{amount:number} {currency}低于起购金额{minimum:number} {currency}。',
    'zh-Hant':
      '{product}：金額{amount:number} {currency}低於最低認購額{minimum:number} {currency}。',
    en: '{product}: {amount:number} {currency} is below the minimum purchase of {minimum:number} {currency}.',
  },
  'orders.off-step': {
    'zh-Hans':
      '{product}：金额{amount:number} {currency}不符合递增金额{step:number} {currency}的要求。',
    'zh-Hant':
      '{product}：金額{amount:number} {currency}不符合遞增金額{step:number} {currency}的要求。',
    en: '{product}: {amount:number} {currency} is not the minimum plus whole steps of {step:number} {currency}.',
  },
  'orders.limit-below-minimum': {
    'zh-Hans':
      '{product}：每日限额{limit:number} {currency}低于可下单的最低金额{minimum:number} {currency}，{amount:number} {currency}无法下单。',
    'zh-Hant':
      '{product}：每日限額{limit:number} {currency}低於可落盤的最低金額{minimum:number} {currency}，{amount:number} {currency}未能落盤。',
    en: '{product}: the daily limit of {limit:number} {currency} is below the smallest order of {minimum:number} {currency}, so {amount:number} {currency} cannot be ordered.',
  },
  'orders.no-allowed-amount': {
    'zh-Hans':
      '{product}：没有同时符合产品递增金额与下单单位的金额，{amount:number} {currency}无法下单。',
    'zh-Hant':
      '{product}：沒有同時符合產品遞增金額與落盤單位的金額，{amount:number} {currency}未能落盤。',
    en: '{product}: no amount fits both the steps of the product and those of the orders, so {amount:number} {currency} cannot be ordered.',
  },
  'orders.insufficient-funds': {
    'zh-Hans': '可用资金{available:number} {currency}不足以支付{amount:number} {currency}。',
    'zh-Hant': '可用資金{available:number} {currency}不足以支付{amount:number} {currency}。',
    en: 'The money available, {available:number} {currency}, does not cover {amount:number} {currency}.',
  },
  'orders.insufficient-holding': {
    'zh-Hans':
      '{product}的持有金额{held:number} {currency}少于拟赎回的{amount:number} {currency}。',
    'zh-Hant':
      '{product}的持有金額{held:number} {currency}少於擬贖回的{amount:number} {currency}。',
    en: 'The holding in {product}, {held:number} {currency}, is smaller than the {amount:number} {currency} to be redeemed.',
  },
  'orders.already-placed': {
    'zh-Hans': '该委托此前已提交（{other}），不会重复办理。',
    'zh-Hant': '此指示先前已提交（{other}），不會重複辦理。',
    en: 'This order has already been placed ({other}) and is not placed again.',
  },
  'orders.looks-like-duplicate': {
    'zh-Hans': '您有一笔产品与金额相同的委托（{other}）尚未完成，请确认是否需要再次办理。',
    'zh-Hant': '閣下有一項產品及金額相同的指示（{other}）尚未完成，請確認是否需要再次辦理。',
    en: 'An order for the same product and amount ({other}) is still open. Please confirm that you want a second one.',
  },
  'orders.consent-missing': {
    'zh-Hans': '请先阅读并确认本次建议书，再提交委托。',
    'zh-Hant': '請先閱讀並確認是次建議書，再提交指示。',
    en: 'Please read and confirm the proposal before the order is placed.',
  },
  'orders.consent-outdated': {
    'zh-Hans': '建议书内容在您确认后有变更，需要您重新确认。',
    'zh-Hant': '建議書內容於閣下確認後有所更改，需要閣下重新確認。',
    en: 'The proposal has changed since you confirmed it. We need your consent to the new one.',
  },
  'orders.needs-approval': {
    'zh-Hans':
      '委托金额{amount:number} {currency}达到复核标准{from:number} {currency}，须经另一名人员复核批准。',
    'zh-Hant':
      '指示金額{amount:number} {currency}已達覆核標準{from:number} {currency}，須經另一名人員覆核批准。',
    en: 'An order of {amount:number} {currency} reaches the {from:number} {currency} from which a second person must approve.',
  },
  'orders.nothing-possible': {
    'zh-Hans': '金额{amount:number} {currency}在任何产品中都无法下单，未生成委托。',
    'zh-Hant': '金額{amount:number} {currency}在任何產品中均未能落盤，並無產生任何指示。',
    en: 'None of the products can take any of the {amount:number} {currency}. No order was made.',
  },
});

/** What the reasons of plans, checks, an order's life and proposals, and the notifications, say in three languages. */
export const ordersMessages: Messages = mergeMessages(
  preTradeMessages,
  lifeMessages,
  notificationMessages,
  proposalMessages,
);
