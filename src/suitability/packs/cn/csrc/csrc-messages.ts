import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on products of securities, fund and futures firms. */
export const csrcMessages: Messages = Object.freeze({
  'CN-CSRC-18': text(
    '这款产品的风险等级是R{product.risk}，高于您的风险承受能力等级C{client.riskLevel}，不适合您，我们不能卖给您。',
    '這款產品的風險等級是R{product.risk}，高於閣下的風險承受能力等級C{client.riskLevel}，並不適合閣下，我們不能售予閣下。',
    'This product is rated R{product.risk}, above your risk tolerance level C{client.riskLevel}. It does not suit you and we may not sell it to you.',
  ),
  'CN-CSRC-19': text(
    '您主动要求购买的产品风险等级为R{product.risk}，高于您的风险承受能力等级C{client.riskLevel}。我们须先告知您它不适合您，再作特别的书面风险警示；您看过之后仍坚持，才可以购买。',
    '閣下主動要求購買的產品風險等級為R{product.risk}，高於閣下的風險承受能力等級C{client.riskLevel}。我們須先告知閣下它並不適合，再作特別的書面風險警示；閣下閱後仍堅持，方可購買。',
    'You asked for a product rated R{product.risk}, above your risk tolerance level C{client.riskLevel}. We first have to tell you that it does not suit you and give you a special warning in writing. Only if you still insist after that may you buy it.',
  ),
  'CN-CSRC-20': text(
    '这款产品风险较高（R{product.risk}）。购买之前，我们须对您尽到特别的注意义务，例如追加了解情况、告知特别的风险点、多给您时间考虑或增加回访。',
    '這款產品風險較高（R{product.risk}）。購買之前，我們須對閣下履行特別的注意義務，例如進一步了解情況、告知特別的風險點、給予更多時間考慮或增加回訪。',
    'This product carries a high risk (R{product.risk}). Before you buy we owe you special care, such as asking more about your situation, pointing out its particular risks, more time to think or more calls afterwards.',
  ),
  'CN-CSRC-22(1)': text(
    '这款产品只能卖给符合准入要求的投资者，您目前不符合，我们不能卖给您。',
    '這款產品只可售予符合准入要求的投資者，閣下目前並不符合，我們不能售予閣下。',
    'This product is only for investors who meet its access requirements. You do not meet them at present, so we may not sell it to you.',
  ),
  'CN-CSRC-22(3)': text(
    '这款产品（R{product.risk}）高于您的风险承受能力等级C{client.riskLevel}，而且是我们向您推介的。我们不得主动推介，也不能这样卖给您。',
    '這款產品（R{product.risk}）高於閣下的風險承受能力等級C{client.riskLevel}，而且是由我們推介的。我們不得主動推介，亦不能如此售予閣下。',
    'This product (R{product.risk}) is above your risk tolerance level C{client.riskLevel}, and it was we who proposed it. We may not propose such a product, nor sell it to you in this way.',
  ),
  'CN-CSRC-22(5)': text(
    '您属于风险承受能力最低类别的投资者，这款产品（R{product.risk}）高于您的风险承受能力，即使您坚持也不能卖给您。',
    '閣下屬於風險承受能力最低類別的投資者，這款產品（R{product.risk}）高於閣下的風險承受能力，即使閣下堅持亦不能售予閣下。',
    'You are in the lowest category of risk tolerance, and this product (R{product.risk}) is above what you can bear. It may not be sold to you even if you insist.',
  ),
  'CN-CSRC-22(5)-capacity': text(
    '没有完全民事行为能力的投资者属于风险承受能力最低类别，这款产品（R{product.risk}）高于其风险承受能力，即使坚持也不能销售。',
    '沒有完全民事行為能力的投資者屬於風險承受能力最低類別，這款產品（R{product.risk}）高於其風險承受能力，即使堅持亦不能售予。',
    'Whoever has not full capacity is in the lowest category of risk tolerance, and this product (R{product.risk}) is above what such an investor can bear. It may not be sold even if the investor insists.',
  ),
  'CN-CIVIL-20': text(
    '客户是无民事行为能力人，不能自己购买，只能由其法定代理人代理。',
    '客戶是無民事行為能力人，不能自己購買，只能由其法定代理人代理。',
    'The client has no capacity for civil conduct and cannot buy; only the legal representative can act.',
  ),
  'CN-CIVIL-19': text(
    '客户是限制民事行为能力人，购买须先经其法定代理人同意。',
    '客戶是限制民事行為能力人，購買須先經其法定代理人同意。',
    'The client has limited capacity. The legal representative must consent first.',
  ),
  'CN-CSRC-33': text(
    '在这次购买之前，我们没有评定您风险承受能力所需的信息，按规定必须拒绝销售。请先补充信息并完成评估。',
    '在這次購買之前，我們沒有評定閣下風險承受能力所需的資料，按規定必須拒絕銷售。請先補充資料並完成評估。',
    'We did not have the information to rate your risk tolerance before this purchase, and without it we must refuse to sell. Please give us the information and be assessed first.',
  ),
});
