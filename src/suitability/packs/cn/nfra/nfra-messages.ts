import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on investment products. */
export const nfraMessages: Messages = Object.freeze({
  'CN-NFRA-12': text(
    '这款产品的风险等级是R{product.risk}，高于您的风险承受能力等级C{client.riskLevel}，不适合您，我们不能卖给您；即使您坚持要买也不行。',
    '這款產品的風險等級是R{product.risk}，高於閣下的風險承受能力等級C{client.riskLevel}，並不適合閣下，我們不能售予閣下；即使閣下堅持購買亦不可。',
    'This product is rated R{product.risk}, above your risk tolerance level C{client.riskLevel}. It does not suit you and we may not sell it to you, even if you insist.',
  ),
  'CN-NFRA-12(2)': text(
    '购买这款产品所需的资金与您的财务支付水平明显不匹配，我们不能卖给您。',
    '購買這款產品所需的資金與閣下的財務支付水平明顯不相稱，我們不能售予閣下。',
    'The money this product needs is plainly out of line with what you can pay. We may not sell it to you.',
  ),
  'CN-NFRA-18': text(
    '您已年满{elderlyFromAge}周岁，这款产品风险较高（R{product.risk}）。购买之前，我们须对您尽到特别的注意义务，例如再次说明风险、多给您时间考虑、事后回访。',
    '閣下已年滿{elderlyFromAge}歲，這款產品風險較高（R{product.risk}）。購買之前，我們須對閣下履行特別的注意義務，例如再次說明風險、給予更多時間考慮、事後回訪。',
    'You are {elderlyFromAge} or older and this product carries a high risk (R{product.risk}). Before you buy we owe you special care, such as explaining the risks once more, more time to think and a call afterwards.',
  ),
  'CN-NFRA-19': text(
    '按年龄或民事行为能力，客户不能独自购买这款产品。无民事行为能力人不得购买；限制民事行为能力人须经法定代理人同意，且只能购买风险等级不高于R{lowRisk}的产品。',
    '按年齡或民事行為能力，客戶不能獨自購買這款產品。無民事行為能力人不得購買；限制民事行為能力人須經法定代理人同意，且只可購買風險等級不高於R{lowRisk}的產品。',
    'By age or capacity the client may not buy this product alone. Nothing may be sold to a person without capacity; a person of limited capacity needs the consent of the legal representative, and only products rated R{lowRisk} or lower are open.',
  ),
  'CN-NFRA-22': text(
    '发行机构与本机构对这款产品的风险评级不同，按规定以较高的R{product.risk}为准。它高于您的风险承受能力等级C{client.riskLevel}，我们不能卖给您。',
    '發行機構與本機構對這款產品的風險評級不同，按規定以較高的R{product.risk}為準。它高於閣下的風險承受能力等級C{client.riskLevel}，我們不能售予閣下。',
    'The issuer and we rate the risk of this product differently, and the higher rating, R{product.risk}, counts. It is above your risk tolerance level C{client.riskLevel}, so we may not sell it to you.',
  ),
  'CN-NFRA-22-disclose': text(
    '发行机构评级为R{product.issuerRisk}，本机构评级为R{product.sellerRisk}；我们按较高的R{product.risk}对待并向您披露。',
    '發行機構評級為R{product.issuerRisk}，本機構評級為R{product.sellerRisk}；我們按較高的R{product.risk}處理並向閣下披露。',
    'The issuer rates this product R{product.issuerRisk}, we rate it R{product.sellerRisk}. We apply the higher rating, R{product.risk}, and tell you so.',
  ),
  'CN-NFRA-28': text(
    '您在购买之前还没有做过风险承受能力评估。必须先评估，才能购买；不能先买后评。',
    '閣下在購買之前尚未接受風險承受能力評估。必須先評估，方可購買；不能先買後評。',
    'Your risk tolerance had not been assessed before this purchase. The assessment has to come first; we may not sell now and assess afterwards.',
  ),
  'CN-NFRA-29': text(
    '您须先重新评估风险承受能力，但评估次数已达上限（每日{maxPerDay}次，十二个月内{maxPer12Months}次），现在不能再评估，所以也不能购买。',
    '閣下須先重新評估風險承受能力，但評估次數已達上限（每日{maxPerDay}次，十二個月內{maxPer12Months}次），現時不能再評估，所以亦不能購買。',
    'Your risk tolerance has to be assessed again first, but you have reached the limit of {maxPerDay} {maxPerDay|assessment|assessments} a day or {maxPer12Months} within twelve months. No assessment is possible now, and so no purchase.',
  ),
  'CN-NFRA-29a': text(
    '您这次评估的风险承受能力等级与上一次不同。请您先确认这一变动，再购买。',
    '閣下今次評估的風險承受能力等級與上一次不同。請先確認這項變動，然後購買。',
    'Your risk tolerance level differs from the last assessment. Please confirm the change before you buy.',
  ),
  'CN-NFRA-29b': text(
    '您的风险承受能力评估已超过{validMonths}个月，或者您告知我们情况有变化。请先重新评估，再购买。',
    '閣下的風險承受能力評估已超過{validMonths}個月，或閣下告知我們情況有變。請先重新評估，然後購買。',
    'Your risk assessment is more than {validMonths} {validMonths|month|months} old, or you told us of a change. Please be assessed again before you buy.',
  ),
});
