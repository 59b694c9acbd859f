import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on the sale of insurance. */
export const insuranceMessages: Messages = Object.freeze({
  'CN-NFRA-12-insurance': text(
    '购买这款保险所需的资金与您的财务支付水平明显不匹配，不适合您，建议您终止投保。',
    '購買這款保險所需的資金與閣下的財務支付水平明顯不相稱，不適合閣下，建議閣下終止投保。',
    'The money this insurance needs is plainly out of line with what you can pay. It does not suit you, and we advise you to stop the application.',
  ),
  'CN-NFRA-38': text(
    '这款保险不适合您，而您仍要求投保。我们须先建议您终止投保，充分说明有关风险，并书面确认这是您充分了解产品之后的自主选择；三项都完成，方可订立合同。',
    '這款保險不適合閣下，而閣下仍要求投保。我們須先建議閣下終止投保，充分說明有關風險，並書面確認這是閣下充分了解產品之後的自主選擇；三項都完成，方可訂立合約。',
    'This insurance does not suit you, and you still want it. We must first have advised you to stop, explained the risks in full, and confirmed in writing that you know the product and choose freely. Only when all three are done may the contract be concluded.',
  ),
  'CN-NFRA-39': text(
    '这款保险的利益不确定，并且至少符合一项：趸交保费超过家庭年收入的{singlePremiumTimes}倍；年期交保费超过家庭年收入的{annualPremiumShare:percent}；交费年限与年龄之和达到{payYearsPlusAge}；保费达到保费预算的{budgetShare:percent}。须先取得您签名确认的投保声明，方可承保。',
    '這款保險的利益不確定，並且至少符合一項：躉交保費超過家庭年收入的{singlePremiumTimes}倍；年期交保費超過家庭年收入的{annualPremiumShare:percent}；交費年限與年齡之和達到{payYearsPlusAge}；保費達到保費預算的{budgetShare:percent}。須先取得閣下簽名確認的投保聲明，方可承保。',
    'The benefit of this insurance is uncertain, and at least one of these applies: the single premium exceeds {singlePremiumTimes} {singlePremiumTimes|time|times} the annual household income; the annual premium exceeds {annualPremiumShare:percent} of it; premium-paying years and age come to {payYearsPlusAge} or more; the premium is {budgetShare:percent} of the premium budget or more. Cover may begin only with a declaration that you have signed.',
  ),
  'CN-NFRA-47': text(
    '保险代理机构、保险经纪人同样适用本办法。',
    '保險代理機構、保險經紀人同樣適用本辦法。',
    'Insurance agencies and brokers are under the same rules.',
  ),
});
