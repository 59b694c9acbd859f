import type { FactDeclaration } from '../../rules/index.js';
import { amountIn, count, label, oneOf, yesNo } from './declare.js';

const CAN_CHANGE = { change: {} } as const;

/** What is to be done, and what has been done for it. */
export const ORDER_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'order.effect': oneOf(
    {
      increase: ['增加', '增加', 'increase'],
      reduce: ['减少', '減少', 'reduction'],
    },
    label('对风险敞口的影响', '對風險敞口的影響', 'effect on the exposure to risk'),
    { default: 'increase' },
  ),
  'order.acquires': yesNo(
    label('客户取得产品', '客戶取得產品', 'client acquires a product, also in a switch'),
    { default: true },
  ),
  'order.amount': amountIn('CNY', label('交易金额', '交易金額', 'amount of the order'), {
    change: { direction: 'either', step: 1, from: 0, to: 1e12 },
  }),
  'order.channel': oneOf(
    {
      branch: ['营业网点', '營業網點', 'branch'],
      online: ['线上', '線上', 'online'],
      remote: ['远程', '遠程', 'remote, with a person'],
    },
    label('交易渠道', '交易渠道', 'channel'),
  ),
  'order.solicited': yesNo(
    label('由机构主动推介', '由機構主動推介', 'actively recommended by the institution'),
  ),
  'order.toldUnsuitable': yesNo(
    label('已告知客户不适合', '已告知客戶不適合', 'client was told that the product is unsuitable'),
    CAN_CHANGE,
  ),
  'order.clientInsists': yesNo(
    label('客户主动要求购买', '客戶主動要求購買', 'client asks for the purchase on own initiative'),
  ),
  'order.writtenWarning': yesNo(
    label('已作特别书面风险警示', '已作特別書面風險警示', 'special written risk warning was given'),
    CAN_CHANGE,
  ),
  'order.insistsAfterWarning': yesNo(
    label('警示后客户仍坚持', '警示後客戶仍堅持', 'client still insists after the warning'),
  ),
  'order.specialCare': yesNo(
    label('已履行特别注意义务', '已履行特別注意義務', 'special duty of care was fulfilled'),
    CAN_CHANGE,
  ),
  'order.guardianConsent': yesNo(
    label('法定代理人已同意', '法定代理人已同意', 'legal representative has consented'),
    CAN_CHANGE,
  ),
  'order.singlePremium': amountIn('CNY', label('趸交保费', '躉繳保費', 'single premium')),
  'order.annualPremium': amountIn(
    'CNY',
    label('年期交保费', '年期繳保費', 'annual premium instalment'),
  ),
  'order.payYears': count('years', label('保费交费年限', '保費繳費年限', 'premium-paying years')),
  'order.premium': amountIn('CNY', label('保费额度', '保費額度', 'premium')),
  'order.declarationSigned': yesNo(
    label('投保人已签署投保声明', '投保人已簽署投保聲明', 'applicant has signed the declaration'),
    CAN_CHANGE,
  ),
};
